import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The answer that a POST with an Idempotency-Key was given, written in the transaction of its effect; kept for a day. */
@Entity('idempotency_keys')
export class IdempotencyKeyRow {
  @PrimaryColumn('uuid')
  userId: string;

  @PrimaryColumn('text')
  key: string;

  @Column('text')
  requestHash: string;

  @Column('integer', { nullable: true })
  status: number | null;

  /** `json`, not `jsonb`: the replay has its members in the order of the first answer. */
  @Column('json', { nullable: true })
  body: unknown;

  /** What the answer said beside its body: `Location`, `ETag`, `X-Undo`. */
  @Column('json', { nullable: true })
  headers: Record<string, string> | null;

  @Index('ix_idempotency_keys_created_at')
  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
