import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** `held`: so much was found unused that nothing was deleted; somebody has to look first. */
export const SWEEP_STATES = ['counting', 'deleting', 'done', 'held', 'failed'] as const;
export type SweepState = (typeof SWEEP_STATES)[number];

/** One comparison of what is stored with what rows name. It counts first, and only then deletes. */
@Entity('storage_sweeps')
@Check('ck_storage_sweeps_state', `state IN ('${SWEEP_STATES.join("', '")}')`)
@Check('ck_storage_sweeps_seen', `(unused_before IS NULL) = (most_unused IS NULL)`)
@Check('ck_storage_sweeps_finished', `(state IN ('counting', 'deleting')) = (finished_at IS NULL)`)
@Index('ix_storage_sweeps_started', ['startedAt'])
@Index('uq_storage_sweeps_running', { synchronize: false })
export class StorageSweep {
  @PrimaryColumn('uuid')
  id: string;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  startedAt: Date;

  /** When a page of it was last done. */
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  touchedAt: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  finishedAt: Date | null;

  /** Nobody: by the clock. People are of a higher rank. */
  @Column('uuid', { nullable: true })
  askedById: string | null;

  @Column('varchar', { length: 10, default: 'counting' })
  state: SweepState;

  /** Else it counts only. */
  @Column('boolean')
  deletes: boolean;

  /** Of what somebody has seen of an earlier one: what has come since then is spared. Null: nobody looked. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  unusedBefore: Date | null;

  /** How much that was: more is not deleted. */
  @Column('integer', { nullable: true })
  mostUnused: number | null;

  /** The key up to which it has come. */
  @Column('varchar', { length: 1024, default: '' })
  after: string;

  @Column('integer', { default: 0 })
  listed: number;

  @Column('bigint', { default: 0 })
  listedBytes: string;

  /** Stored under keys that are none of ours: never touched. */
  @Column('integer', { default: 0 })
  unknown: number;

  /** Named by no row for longer than a day. */
  @Column('integer', { default: 0 })
  unused: number;

  @Column('bigint', { default: 0 })
  unusedBytes: string;

  /** Named by a row, and not there. */
  @Column('integer', { default: 0 })
  missing: number;

  @Column('integer', { default: 0 })
  deleted: number;
}
