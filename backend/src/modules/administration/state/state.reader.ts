import { Inject, Injectable } from '@nestjs/common';
import { statfs } from 'node:fs/promises';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import { Readiness } from '../../../platform/health/readiness';
import { version } from '../../../../package.json';
import { settingsOf } from './settings';
import type { HouseStateDto } from './state.dto';

const MB = 1024 * 1024;

interface Told {
  databaseVersion: string;
  migration: string | null;
  databaseSize: string;
  deadJobs: number;
  oldestJobAt: Date | null;
}

/** How the house runs, as this process sees it. */
@Injectable()
export class StateReader {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly transaction: Transaction,
    private readonly readiness: Readiness,
  ) {}

  async read(): Promise<HouseStateDto> {
    const [told] = await this.transaction.manager.query<[Told]>(
      `SELECT 'PostgreSQL ' || current_setting('server_version') AS "databaseVersion",
              (SELECT name FROM migrations ORDER BY id DESC LIMIT 1) AS migration,
              pg_database_size(current_database()) AS "databaseSize",
              (SELECT count(*)::int FROM pgboss.job WHERE state = 'failed') AS "deadJobs",
              (SELECT min(start_after) FROM pgboss.job WHERE state IN ('created', 'retry') AND start_after <= now()) AS "oldestJobAt"`,
    );
    return {
      ...{ version, nodeVersion: process.version, role: this.config.PROVABOOK_ROLE },
      databaseVersion: told.databaseVersion,
      migration: told.migration,
      startedAt: new Date(Date.now() - process.uptime() * 1000).toISOString(),
      memory: Math.round(process.memoryUsage.rss() / MB),
      databaseSize: Math.round(Number(told.databaseSize) / MB),
      diskFree: await this.diskFree(),
      parts: await this.readiness.parts(),
      deadJobs: told.deadJobs,
      oldestJobAt: told.oldestJobAt?.toISOString() ?? null,
      mailIsSetUp: this.config.SMTP_URL !== undefined,
      scannerIsSetUp: this.config.CLAMD_URL !== undefined,
      settings: settingsOf(this.config),
    };
  }

  private async diskFree(): Promise<number | null> {
    if (this.config.STORAGE_DRIVER !== 'disk') return null;
    const disk = await statfs(this.config.MEDIA_ROOT ?? this.config.DATA_DIR).catch(() => null);
    return disk && Math.round((disk.bavail * disk.bsize) / MB);
  }
}
