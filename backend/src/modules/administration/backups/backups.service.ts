import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { spawn, type ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import type { BackupRun } from '../../../platform/backup/backup-run.entity';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import { Readiness } from '../../../platform/health/readiness';
import { Jobs } from '../../../platform/jobs/jobs';
import { standBack } from '../../../platform/jobs/stand-back';
import { BackupRunDto, type BackupStateDto } from './backups.dto';
import { BackupsRepository } from './backups.repository';

const QUEUE = 'backups';
const DAY = 86_400;

/** Backups by the clock and at a word, in a process of their own: whatever it needs, requests and other jobs go on. */
@Injectable()
export class BackupsService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('backups');
  private child: ChildProcess | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly backups: BackupsRepository,
    private readonly jobs: Jobs,
    private readonly transaction: Transaction,
    readiness: Readiness,
  ) {
    readiness.remind('backup', async () => (await this.overdue('backup')).isOverdue);
    readiness.remind('drill', async () => (await this.overdue('drill')).isOverdue);
  }

  async onApplicationBootstrap(): Promise<void> {
    const begin = async ({ asked }: { asked?: unknown }) => {
      if (asked || this.dailyAt) this.begin();
    };
    if (this.dailyAt) await this.jobs.daily(QUEUE, this.dailyAt, begin);
    else await this.jobs.work(QUEUE, begin);
  }

  beforeApplicationShutdown(): void {
    this.child?.kill();
  }

  /** Has a worker make one soon; asked for twice in a minute, it makes one. */
  async ask(): Promise<void> {
    await this.transaction.run(() => this.jobs.send(QUEUE, { asked: true }, { key: 'asked', seconds: 60 }));
  }

  async state(): Promise<BackupStateDto> {
    const [backup, drill] = [await this.overdue('backup'), await this.overdue('drill')];
    const { isOn, isFailing, lastArchivedAt } = await this.backups.archiving();
    return {
      lastBackup: backup.last && BackupRunDto.from(backup.last),
      lastDrill: drill.last && BackupRunDto.from(drill.last),
      isBackupOverdue: backup.isOverdue,
      isDrillOverdue: drill.isOverdue,
      dailyAt: this.dailyAt,
      keepDays: Math.floor(this.config.BACKUP_KEEP / DAY),
      isEncrypted: Boolean(this.config.BACKUP_PASSPHRASE ?? this.config.BACKUP_RECIPIENT),
      walArchiving: !isOn ? 'off' : isFailing ? 'failing' : 'working',
      walArchivedAt: lastArchivedAt?.toISOString() ?? null,
    };
  }

  /** A house that makes none here is backed up elsewhere, and none is missed; nor in one that is younger than that. */
  private async overdue(kind: 'backup' | 'drill'): Promise<{ last: BackupRun | null; isOverdue: boolean }> {
    const last = await this.backups.last(kind);
    const most = kind === 'backup' ? this.config.BACKUP_MAX_AGE : this.config.DRILL_MAX_AGE;
    if (!this.dailyAt) return { last, isOverdue: false };
    const age = last ? (Date.now() - last.startedAt.getTime()) / 1000 : await this.backups.ageOfHouse();
    return { last, isOverdue: age > most };
  }

  private begin(): void {
    if (this.child) return;
    const program = join(__dirname, '../../../backup.js');
    const child = spawn(process.execPath, ['--enable-source-maps', program], { stdio: ['ignore', 'ignore', 'pipe'] });
    this.child = child;
    if (child.pid) standBack(constants.priority.PRIORITY_BELOW_NORMAL, child.pid);
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said = `${said}${text}`.slice(-2000)));
    child.once('error', (error) => (said = error.message));
    child.once('close', (code) => {
      this.child = null;
      if (code === 0) this.logger.log('A backup was made.');
      else this.logger.error(`No backup was made: ${said.trim() || 'its process was ended'}`);
    });
  }

  private get dailyAt(): string | null {
    return this.config.BACKUP_AT === 'off' ? null : this.config.BACKUP_AT;
  }
}
