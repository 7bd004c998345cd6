import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { BaseEntity } from '../../../platform/database/base.entity';
import type { Day } from '../../../platform/values/day';
import { UNITS, type Unit } from '../../../platform/values/quantity';
import { User } from '../../auth/users/user.entity';
import { OrderLine } from '../line/line.entity';
import { Order } from '../order/order.entity';
import { sqlList } from '../vocabulary';

/** What a mill asks for a line. At most one offer of a line is the chosen one. */
@Entity('mill_offers')
@Check('ck_mill_offers_price', 'price > 0')
@Check('ck_mill_offers_currency', `currency ~ '^[A-Z]{3}$'`)
@Check('ck_mill_offers_unit', `unit IN (${sqlList(UNITS)})`)
@Check('ck_mill_offers_lead_time', 'lead_time_days >= 0')
@Check('ck_mill_offers_minimum', 'minimum_quantity > 0')
@Check('ck_mill_offers_freight', 'freight >= 0')
@Check('ck_mill_offers_duty', 'duty_percent >= 0')
@Check('ck_mill_offers_charges', 'charges >= 0')
@Check('ck_mill_offers_payment_days', 'payment_days >= 0')
@Index('ix_mill_offers_order', { synchronize: false })
@Index('ix_mill_offers_line', { synchronize: false })
@Index('ix_mill_offers_created', { synchronize: false })
@Index('uq_mill_offers_chosen', { synchronize: false })
export class MillOffer extends BaseEntity {
  @ManyToOne(() => OrderLine, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  orderLine: OrderLine;

  @Column('uuid')
  orderLineId: string;

  @ManyToOne(() => Order, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  order: Order;

  @Column('uuid')
  orderId: string;

  @Column('varchar', { length: 255 })
  millName: string;

  @Column('numeric', { precision: 14, scale: 4 })
  price: string;

  @Column('varchar', { length: 3 })
  currency: string;

  /** What the price is for one of, and what the minimum is counted in. */
  @Column('varchar', { length: 20 })
  unit: Unit;

  /** Until the cloth is here, for one of `unit`. */
  @Column('numeric', { precision: 14, scale: 4, nullable: true })
  freight: string | null;

  /** Of price and freight. */
  @Column('numeric', { precision: 5, scale: 2, nullable: true })
  dutyPercent: string | null;

  /** Whatever else it costs, for one of `unit`: bank, clearing, inland transport. */
  @Column('numeric', { precision: 14, scale: 4, nullable: true })
  charges: string | null;

  /** Days after delivery on which it is to be paid. */
  @Column('integer', { nullable: true })
  paymentDays: number | null;

  @Column('integer', { nullable: true })
  leadTimeDays: number | null;

  @Column('date', { nullable: true })
  validUntil: Day | null;

  @Column('numeric', { precision: 14, scale: 3, nullable: true })
  minimumQuantity: string | null;

  @Column('text', { nullable: true })
  notes: string | null;

  @Column('boolean', { default: false })
  chosen: boolean;

  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  createdBy: User | null;

  @Column('uuid', { nullable: true })
  createdById: string | null;
}
