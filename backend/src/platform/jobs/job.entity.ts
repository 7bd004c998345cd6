import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A job as the queue keeps it, to be looked at: pg-boss owns the table and makes it, so that no migration does. */
@Entity({ schema: 'pgboss', name: 'job', synchronize: false })
export class JobRow {
  @PrimaryColumn('uuid')
  id: string;

  /** Its queue. */
  @Column('text')
  name: string;

  @Column('jsonb', { nullable: true })
  data: Record<string, unknown> | null;

  @Column('text')
  state: 'created' | 'retry' | 'active' | 'completed' | 'cancelled' | 'failed';

  /** How often it is tried after the first time. */
  @Column('integer')
  retryLimit: number;

  @Column('integer')
  retryCount: number;

  @Column('timestamptz')
  startAfter: Date;

  @Column('timestamptz', { nullable: true })
  startedOn: Date | null;

  @Column('timestamptz')
  createdOn: Date;

  @Column('timestamptz', { nullable: true })
  completedOn: Date | null;

  /** What became of its last try. */
  @Column('jsonb', { nullable: true })
  output: Record<string, unknown> | null;
}
