import { BACKUP_KINDS, BACKUP_STATES, type BackupRun } from '../../../platform/backup/backup-run.entity';
import { Flag, Id, Instant, Nested, OneOf, Text, Whole } from '../../../platform/http/fields';

const MOST = Number.MAX_SAFE_INTEGER;
const SECONDS = 2_147_483_647;

export class BackupRunDto {
  @Id() id: string;
  @OneOf(BACKUP_KINDS, { name: 'BackupKind', example: 'backup' }) kind: BackupRun['kind'];
  @OneOf(BACKUP_STATES, { name: 'BackupRunState', example: 'done' }) state: BackupRun['state'];
  @Instant() startedAt: string;
  @Instant({ nullable: true }) finishedAt: string | null;
  @Text({ max: 255, nullable: true, example: 'provabook-20261122T023000Z.tar.gz' }) fileName: string | null;
  @Instant({ nullable: true, description: 'The instant whose state the file holds.' }) asOf: string | null;
  @Whole({ min: 0, max: MOST, nullable: true, description: 'Bytes.', example: 1037309 }) size: number | null;
  @Text({ max: 64, nullable: true, example: null }) sha256: string | null;
  @Flag({ nullable: true, example: true }) isEncrypted: boolean | null;
  @Whole({ min: 0, max: MOST, nullable: true, example: 15539 }) rows: number | null;
  @Whole({ min: 0, max: SECONDS, nullable: true, example: 120 }) files: number | null;
  @Whole({ min: 0, max: SECONDS, nullable: true, description: 'Named by rows, and gone already.', example: 0 })
  missingFiles: number | null;
  @Whole({
    min: 0,
    max: SECONDS,
    nullable: true,
    description: 'Of a drill: seconds from the file to somebody who has signed in.',
    example: null,
  })
  rtoSeconds: number | null;
  @Whole({
    min: 0,
    max: SECONDS,
    nullable: true,
    description: 'Of a drill: how much would have been lost.',
    example: null,
  })
  rpoSeconds: number | null;
  @Text({ max: 10_000, nullable: true, description: 'Why it went wrong.', example: null }) fault: string | null;

  static from(run: BackupRun): BackupRunDto {
    const { id, kind, state, fileName, sha256, isEncrypted, files, missingFiles, rtoSeconds, rpoSeconds, fault } = run;
    return {
      ...{ id, kind, state, fileName, sha256, isEncrypted, files, missingFiles, rtoSeconds, rpoSeconds, fault },
      size: run.size === null ? null : Number(run.size),
      rows: run.rows === null ? null : Number(run.rows),
      startedAt: run.startedAt.toISOString(),
      finishedAt: run.finishedAt?.toISOString() ?? null,
      asOf: run.asOf?.toISOString() ?? null,
    };
  }
}

export const WAL_STATES = ['off', 'working', 'failing'] as const;

export class BackupStateDto {
  @Nested(() => BackupRunDto, { nullable: true }) lastBackup: BackupRunDto | null;
  @Nested(() => BackupRunDto, { nullable: true }) lastDrill: BackupRunDto | null;
  @Flag({ description: 'No backup is young enough (BACKUP_MAX_AGE).', example: false }) isBackupOverdue: boolean;
  @Flag({ description: 'None was tried out for too long (DRILL_MAX_AGE).', example: false }) isDrillOverdue: boolean;
  @Text({
    max: 5,
    nullable: true,
    description: 'When a backup is made every day, by the clock of the house.',
    example: '02:30',
  })
  dailyAt: string | null;
  @Whole({ min: 0, max: SECONDS, description: 'Days after which a backup is deleted.', example: 14 }) keepDays: number;
  @Flag({ example: true }) isEncrypted: boolean;
  @OneOf(WAL_STATES, {
    name: 'WalArchiving',
    description: 'Whether every change is kept, so that the embedded database can be taken back to any instant.',
    example: 'working',
  })
  walArchiving: (typeof WAL_STATES)[number];
  @Instant({ nullable: true }) walArchivedAt: string | null;
}
