import { Check, Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ScanState } from './scan-state';

export const WAITING = ['pending', 'failed'] as const satisfies readonly ScanState[];

/** What a virus scanner was asked of one stored file, and what it said; it lasts as long as the bytes do. */
@Entity('file_scans')
@Check('ck_file_scans_state', `state IN ('pending', 'clean', 'infected', 'failed')`)
@Check('ck_file_scans_threat', `(state = 'infected') = (threat IS NOT NULL)`)
@Index('ix_file_scans_waiting', ['triedAt'], { where: `state IN ('pending', 'failed')` })
export class FileScan {
  /** Of the file in the storage. */
  @PrimaryColumn('varchar', { length: 300 })
  key: string;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt: Date;

  @Column('varchar', { length: 255 })
  fileName: string;

  /** Who sent it; people are of a higher rank. */
  @Column('uuid', { nullable: true })
  sentById: string | null;

  @Column('varchar', { length: 10 })
  state: Exclude<ScanState, 'unscanned'>;

  @Column('varchar', { length: 200, nullable: true })
  threat: string | null;

  /** When it was last asked for, or tried. */
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  triedAt: Date;
}
