import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const BACKUP_KINDS = ['backup', 'restore', 'drill'] as const;
export const BACKUP_STATES = ['running', 'done', 'failed'] as const;

const among = (column: string, values: readonly string[]) => `${column} IN ('${values.join("', '")}')`;

/** One making, restoring or trying of a backup, and how it went. Written by the commands, which are no part of the server. */
@Entity('backup_runs')
@Check('ck_backup_runs_kind', among('kind', BACKUP_KINDS))
@Check('ck_backup_runs_state', among('state', BACKUP_STATES))
@Check('ck_backup_runs_finished', `(state = 'running') = (finished_at IS NULL)`)
@Index('ix_backup_runs_kind_started', ['kind', 'startedAt'])
export class BackupRun {
  @PrimaryColumn('uuid')
  id: string;

  @Column('varchar', { length: 10 })
  kind: (typeof BACKUP_KINDS)[number];

  @Column('varchar', { length: 10, default: 'running' })
  state: (typeof BACKUP_STATES)[number];

  @Column('timestamptz', { default: () => 'now()' })
  startedAt: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;

  @Column('varchar', { length: 255, nullable: true })
  fileName: string | null;

  /** Of the house that the file holds. */
  @Column('timestamptz', { nullable: true })
  asOf: Date | null;

  /** bytes */
  @Column('bigint', { nullable: true })
  size: string | null;

  @Column('char', { length: 64, nullable: true })
  sha256: string | null;

  @Column('boolean', { nullable: true })
  isEncrypted: boolean | null;

  @Column('bigint', { nullable: true })
  rows: string | null;

  @Column('integer', { nullable: true })
  files: number | null;

  /** Files that rows named and the storage had no more. */
  @Column('integer', { nullable: true })
  missingFiles: number | null;

  /** Of a drill: from nothing but the file to somebody who has signed in. */
  @Column('integer', { nullable: true })
  rtoSeconds: number | null;

  /** Of a drill: how much would have been lost. */
  @Column('integer', { nullable: true })
  rpoSeconds: number | null;

  @Column('text', { nullable: true })
  fault: string | null;
}
