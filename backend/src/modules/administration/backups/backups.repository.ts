import { Injectable } from '@nestjs/common';
import { BACKUP_KINDS, BACKUP_STATES, BackupRun } from '../../../platform/backup/backup-run.entity';
import { Transaction } from '../../../platform/database/transaction';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';

export const backupRunList: ListDefinition = {
  alias: 'run',
  filters: {
    kind: { kind: 'choice', column: 'run.kind', values: BACKUP_KINDS },
    state: { kind: 'choice', column: 'run.state', values: BACKUP_STATES },
  },
  search: [],
  ordering: { startedAt: 'run.startedAt' },
  defaultOrdering: '-startedAt',
};

/** What the database itself tells of the log that it writes ahead. */
export interface Archiving {
  isOn: boolean;
  lastArchivedAt: Date | null;
  isFailing: boolean;
}

@Injectable()
export class BackupsRepository {
  constructor(private readonly transaction: Transaction) {}

  list(asked: ListQuery): Promise<Page<BackupRun>> {
    return paginate(this.rows.createQueryBuilder('run'), backupRunList, asked);
  }

  /** The last that went well. */
  last(kind: BackupRun['kind']): Promise<BackupRun | null> {
    return this.rows.findOne({ where: { kind, state: 'done' }, order: { startedAt: 'DESC' } });
  }

  /** How long there have been people in the house, in seconds; 0 without any. */
  async ageOfHouse(): Promise<number> {
    const [house] = await this.transaction.manager.query<{ age: number }[]>(
      `SELECT coalesce(extract(epoch FROM now() - min(created_at)), 0)::float8 AS age FROM user_profiles`,
    );
    return house?.age ?? 0;
  }

  async archiving(): Promise<Archiving> {
    const [archiver] = await this.transaction.manager.query<Archiving[]>(
      `SELECT current_setting('archive_mode') <> 'off' AS "isOn", last_archived_time AS "lastArchivedAt",
              coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false) AS "isFailing"
         FROM pg_stat_archiver`,
    );
    return archiver ?? { isOn: false, lastArchivedAt: null, isFailing: false };
  }

  private get rows() {
    return this.transaction.manager.getRepository(BackupRun);
  }
}
