import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * What happened: append-only, outbox and history at once. The database refuses UPDATE and DELETE, allots `sequence`
 * and chains `hash` to the event before it in the same stream (an order's events are one stream).
 */
@Entity('domain_events')
@Index('ix_domain_events_stream', { synchronize: false })
@Index('ix_domain_events_subject', { synchronize: false })
@Index('ix_domain_events_order', { synchronize: false })
@Index('ix_domain_events_sequence', { synchronize: false })
@Index('ix_domain_events_deleted', { synchronize: false })
@Index('ix_domain_events_undoes', { synchronize: false })
@Index('ix_domain_events_request', { synchronize: false })
@Index('ix_domain_events_words', { synchronize: false })
export class DomainEventRow {
  @PrimaryColumn('uuid')
  id: string;

  /** Allotted by the database. */
  @Column('bigint')
  sequence: string;

  @Column('uuid')
  streamId: string;

  @Column('text')
  name: string;

  @Column('text')
  subjectType: string;

  @Column('uuid')
  subjectId: string;

  /** `rowVersion` of the subject after the event: what an If-Match is compared with. */
  @Column('integer', { nullable: true })
  subjectVersion: number | null;

  @Column('uuid', { nullable: true })
  orderId: string | null;

  @Column('uuid', { nullable: true })
  orderLineId: string | null;

  /** Null: the house itself, e.g. a scheduled job. */
  @Column('uuid', { nullable: true })
  actorId: string | null;

  @Column('jsonb', { default: () => "'{}'" })
  data: Record<string, unknown>;

  /** When it happened, as the actor says. */
  @Column('timestamptz')
  occurredAt: Date;

  /** When it was written down. */
  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  recordedAt: Date;

  @Column('text', { nullable: true })
  requestId: string | null;

  @Column('text', { nullable: true })
  previousHash: string | null;

  @Column('text')
  hash: string;

  /** What it is found by. Written by the database, and in no hash. */
  @Column({ type: 'tsvector', select: false, insert: false })
  words?: string;
}
