import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Attachment } from '../../../platform/storage/with-attachment';
import type { Actor } from '../../auth/access/actor';
import { ExportJob } from './export-job.entity';
import { EXPORT_STATUSES } from './export.lifecycle';
import { EXPORT_KINDS } from './export.vocabulary';

export const exportList: ListDefinition = {
  alias: 'export',
  filters: {
    status: { kind: 'choice', column: 'export.status', values: EXPORT_STATUSES },
    kind: { kind: 'choice', column: 'export.kind', values: EXPORT_KINDS },
  },
  search: [],
  ordering: { createdAt: 'export.createdAt' },
  defaultOrdering: '-createdAt',
};

const LEASE = `interval '30 seconds'`;

@Injectable()
export class ExportsRepository extends VersionedRepository<ExportJob> {
  constructor(transaction: Transaction) {
    super(transaction, ExportJob);
  }

  list(asked: ListQuery, actor: Actor): Promise<Page<ExportJob>> {
    return paginate(this.visible(actor), exportList, asked);
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<ExportJob> {
    return found(await this.visible(actor).andWhere('export.id = :id', { id }).getOne());
  }

  /** Locks the row until the use case ends. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, actor: Actor, expected?: number): Promise<ExportJob> {
    const query = this.visible(actor).andWhere('export.id = :id', { id }).setLock('pessimistic_write');
    const row = found(await query.getOne());
    expectVersion(row, expected);
    return row;
  }

  async remove(row: ExportJob): Promise<void> {
    await this.rows.delete(row.id);
  }

  /** How many of somebody's are not made yet. */
  async waitingOf(actor: Actor): Promise<number> {
    return this.rows.countBy([
      { createdById: actor.id, status: 'queued' },
      { createdById: actor.id, status: 'running' },
    ]);
  }

  /** For the worker that begins it: nobody else has it then, until its lease runs out. Null where there is nothing to do. */
  async claim(id: string): Promise<ExportJob | null> {
    const [claimed] = await this.transaction.manager.query<[unknown[], number]>(
      `UPDATE export_jobs SET status = 'running', attempt = attempt + 1, done_rows = 0, lease_until = now() + ${LEASE},
              updated_at = now(), row_version = row_version + 1
        WHERE id = $1 AND (status = 'queued' OR (status = 'running' AND lease_until < now())) RETURNING id`,
      [id],
    );
    return claimed.length ? this.rows.findOneBy({ id }) : null;
  }

  /** Somebody works on it just now. */
  async isHeld(id: string): Promise<boolean> {
    return this.rows.existsBy({ id, status: 'running' });
  }

  /** The worker's sign of life with what it has done. @returns false once it is no longer its own */
  async renew({ id, attempt }: ExportJob, doneRows: number, totalRows: number | null): Promise<boolean> {
    return this.ofAttempt(id, attempt, `done_rows = $3, total_rows = $4, lease_until = now() + ${LEASE}`, [
      doneRows,
      totalRows,
    ]);
  }

  /** @returns false where it was cancelled meanwhile, or another worker has it */
  finish({ id, attempt }: ExportJob, file: Attachment, rows: number): Promise<boolean> {
    return this.ofAttempt(
      id,
      attempt,
      `status = 'done', finished_at = now(), lease_until = NULL, done_rows = $3, total_rows = $3, file = $4,
       file_file_name = $5, file_content_type = $6, file_size = $7, row_version = row_version + 1`,
      [rows, file.key, file.fileName, file.contentType, file.size],
    );
  }

  fail({ id, attempt }: ExportJob, failure: string): Promise<boolean> {
    return this.ofAttempt(
      id,
      attempt,
      `status = 'failed', failure = $3, finished_at = now(), lease_until = NULL, row_version = row_version + 1`,
      [failure],
    );
  }

  /** Another try may begin at once. */
  release({ id, attempt }: ExportJob): Promise<boolean> {
    return this.ofAttempt(id, attempt, `status = 'queued', lease_until = NULL`, []);
  }

  /** Those whose time is over; their files go with them. @returns how many */
  async sweep(): Promise<number> {
    const { affected } = await this.rows.createQueryBuilder().delete().where('expires_at < now()').execute();
    return affected ?? 0;
  }

  private async ofAttempt(id: string, attempt: number, set: string, values: unknown[]): Promise<boolean> {
    const [rows] = await this.transaction.manager.query<[unknown[], number]>(
      `UPDATE export_jobs SET ${set}, updated_at = now()
        WHERE id = $1 AND attempt = $2 AND status = 'running' RETURNING id`,
      [id, attempt, ...values],
    );
    return rows.length > 0;
  }

  /** What somebody takes out is theirs alone, whatever their role; and past its time it is nobody's. */
  private visible(actor: Actor) {
    return this.rows
      .createQueryBuilder('export')
      .where('export.createdById = :actorId AND export.expiresAt > now()', { actorId: actor.id });
  }
}

function found(row: ExportJob | null): ExportJob {
  if (!row) throw new ResourceNotFound('export');
  return row;
}
