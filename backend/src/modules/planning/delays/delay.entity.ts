import { Check, Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { newId } from '../../../platform/database/base.entity';
import type { Day } from '../../../platform/values/day';
import { User } from '../../auth/users/user.entity';
import { OrderLine } from '../../orders/line/line.entity';
import { Order } from '../../orders/order/order.entity';
import { sqlList } from '../../orders/vocabulary';
import { MAX_STEP_KEY, MAX_STEP_LABEL, type StepKey } from '../milestone.vocabulary';
import { SLIP_PARTIES, SLIP_SOURCES, type SlipParty, type SlipSource } from './delay.vocabulary';

/**
 * Working days that were lost, and to whom they are booked. Never changed: the database refuses UPDATE and DELETE; what
 * was booked wrongly is taken back by an entry of the contrary. So nothing that is deleted takes its entries along, and
 * there are no foreign keys.
 */
@Entity('delay_ledger')
@Check('ck_delay_ledger_days', 'working_days <> 0')
@Check('ck_delay_ledger_party', `party IN (${sqlList(SLIP_PARTIES)})`)
@Check('ck_delay_ledger_source', `source IN (${sqlList(SLIP_SOURCES)})`)
@Check('ck_delay_ledger_incident', `(source = 'incident') = (incident_id IS NOT NULL)`)
@Index('ix_delay_ledger_order', ['orderId', 'createdAt'])
@Index('ix_delay_ledger_line', ['orderLineId', 'step'])
@Index('ix_delay_ledger_incident', { synchronize: false })
@Index('ix_delay_ledger_undoes', { synchronize: false })
@Index('ix_delay_ledger_created', { synchronize: false })
export class Delay {
  @PrimaryColumn('uuid')
  id: string = newId();

  @ManyToOne(() => Order, { nullable: false, createForeignKeyConstraints: false })
  @JoinColumn()
  order: Order;

  @Column('uuid')
  orderId: string;

  /** Null: of the order as a whole. */
  @ManyToOne(() => OrderLine, { nullable: true, createForeignKeyConstraints: false })
  @JoinColumn()
  orderLine: OrderLine | null;

  @Column('uuid', { nullable: true })
  orderLineId: string | null;

  /** At which step of the plan; null where it is of none. */
  @Column('varchar', { length: MAX_STEP_KEY, nullable: true })
  step: StepKey | null;

  @Column('varchar', { length: MAX_STEP_LABEL, nullable: true })
  stepLabel: string | null;

  /** Of who held the step; below zero where days are taken back. */
  @Column('integer')
  workingDays: number;

  @Column('varchar', { length: 10 })
  party: SlipParty;

  @Column('varchar', { length: 255, nullable: true })
  partyName: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('varchar', { length: 10 })
  source: SlipSource;

  @Column('uuid', { nullable: true })
  incidentId: string | null;

  /** The entry whose days this one takes back. */
  @Column('uuid', { nullable: true })
  undoesId: string | null;

  /** The day on which it was to happen, and on which it did. */
  @Column('date', { nullable: true })
  plannedOn: Day | null;

  @Column('date', { nullable: true })
  happenedOn: Day | null;

  /** Null: booked by the house itself. */
  @ManyToOne(() => User, { nullable: true, createForeignKeyConstraints: false })
  @JoinColumn()
  bookedBy: User | null;

  @Column('uuid', { nullable: true })
  bookedById: string | null;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt: Date;
}
