import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import { WorkbookImport } from './import.entity';
import { IMPORT_STATUSES } from './import.lifecycle';

export const importList: ListDefinition = {
  alias: 'import',
  filters: { status: { kind: 'choice', column: 'import.status', values: IMPORT_STATUSES } },
  search: ['import.fileName'],
  ordering: { createdAt: 'import.createdAt', committedAt: 'import.committedAt', fileName: 'import.fileName' },
  defaultOrdering: '-createdAt',
};

@Injectable()
export class ImportsRepository extends VersionedRepository<WorkbookImport> {
  constructor(transaction: Transaction) {
    super(transaction, WorkbookImport);
  }

  /** Without files and dry runs. */
  list(asked: ListQuery, actor: Actor): Promise<Page<WorkbookImport>> {
    return paginate(this.visible(actor), importList, asked);
  }

  /** With its dry run. @throws ResourceNotFound 404 */
  get(id: string, actor: Actor): Promise<WorkbookImport> {
    return found(this.visible(actor).addSelect('import.dryRun').andWhere('import.id = :id', { id }).getOne());
  }

  /** With its file. @throws ResourceNotFound 404 */
  getWithFile(id: string, actor: Actor): Promise<WorkbookImport> {
    return found(this.visible(actor).addSelect('import.file').andWhere('import.id = :id', { id }).getOne());
  }

  /** Locks the row until the use case ends. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, actor: Actor, expected?: number): Promise<WorkbookImport> {
    const row = await found(
      this.visible(actor).andWhere('import.id = :id', { id }).setLock('pessimistic_write').getOne(),
    );
    expectVersion(row, expected);
    return row;
  }

  /** What somebody drops is theirs alone, whatever their role. */
  private visible(actor: Actor) {
    return this.rows.createQueryBuilder('import').where('import.createdById = :actorId', { actorId: actor.id });
  }
}

async function found(finding: Promise<WorkbookImport | null>): Promise<WorkbookImport> {
  const row = await finding;
  if (!row) throw new ResourceNotFound('import');
  return row;
}
