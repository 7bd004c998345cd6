import { Check, Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { newId } from '../../../platform/database/base.entity';
import type { Day } from '../../../platform/values/day';
import { User } from '../../auth/users/user.entity';
import { OrderLine } from '../line/line.entity';
import { Order } from '../order/order.entity';
import type { Affected } from './order-impact';

/**
 * A change of what was agreed: who agreed to it, why, and what it was known to affect. Never changed itself: the database
 * refuses UPDATE and DELETE. So nothing that is deleted takes its revisions along, and there are no foreign keys.
 */
@Entity('order_revisions')
@Check('ck_order_revisions_number', 'number > 0')
@Unique('uq_order_revisions_number', ['orderId', 'number'])
@Index('ix_order_revisions_line', ['orderLineId'])
@Index('ix_order_revisions_created', { synchronize: false })
export class OrderRevision {
  @PrimaryColumn('uuid')
  id: string = newId();

  @ManyToOne(() => Order, { nullable: false, createForeignKeyConstraints: false })
  @JoinColumn()
  order: Order;

  @Column('uuid')
  orderId: string;

  /** Counts the revisions of its order, from 1. */
  @Column('integer')
  number: number;

  /** Null for the order's own figures. */
  @ManyToOne(() => OrderLine, { nullable: true, createForeignKeyConstraints: false })
  @JoinColumn()
  orderLine: OrderLine | null;

  @Column('uuid', { nullable: true })
  orderLineId: string | null;

  /** How the line was called then. */
  @Column('varchar', { length: 1000, nullable: true })
  lineLabel: string | null;

  @Column('jsonb')
  before: Record<string, string | null>;

  @Column('jsonb')
  after: Record<string, string | null>;

  @Column('text')
  reason: string;

  /** At the buyer's, or the mill's. */
  @Column('varchar', { length: 255 })
  agreedBy: string;

  @Column('date')
  agreedOn: Day;

  /** As it was shown to who made the revision. */
  @Column('jsonb', { default: () => "'[]'" })
  affects: Affected[];

  @ManyToOne(() => User, { nullable: true, createForeignKeyConstraints: false })
  @JoinColumn()
  revisedBy: User | null;

  @Column('uuid', { nullable: true })
  revisedById: string | null;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt: Date;
}
