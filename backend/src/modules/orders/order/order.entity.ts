import { Check, Column, Entity, Index, JoinColumn, ManyToOne, VirtualColumn } from 'typeorm';
import { BaseEntity, newId } from '../../../platform/database/base.entity';
import type { Day } from '../../../platform/values/day';
import { UNITS } from '../../../platform/values/quantity';
import { User } from '../../auth/users/user.entity';
import { wholeOrderDeliveredSql, type DeliveredInUnit } from '../deliveries/line-supply';
import type { CreditTerms } from '../deliveries/tolerance';
import {
  ORDER_CATEGORIES,
  ORDER_STATUSES,
  ORDER_TYPES,
  sqlList,
  type Approvals,
  type OrderCategory,
  type OrderStatus,
  type OrderType,
  PROCESS_LOSS_BASES,
  type ProcessLossBasis,
} from '../vocabulary';

/** A buyer's order for fabric. Its figures come from its lines where it has any (line/roll-up.ts). */
@Entity('orders')
@Check('ck_orders_status', `status IN (${sqlList(ORDER_STATUSES)})`)
@Check('ck_orders_category', `category IN (${sqlList(ORDER_CATEGORIES)})`)
@Check('ck_orders_order_type', `order_type IN (${sqlList(ORDER_TYPES)})`)
@Check('ck_orders_quantity', 'quantity > 0')
@Check('ck_orders_unit', `unit IN (${sqlList(UNITS)})`)
@Check('ck_orders_currency', `currency ~ '^[A-Z]{3}$'`)
@Check('ck_orders_eta', 'eta >= etd')
@Check('ck_orders_process_loss', 'process_loss_percent >= 0 AND process_loss_percent < 100')
@Check('ck_orders_process_loss_basis', `process_loss_basis IN (${sqlList(PROCESS_LOSS_BASES)})`)
@Check('ck_orders_mixed_fabric', 'mixed_fabric_percent >= 0 AND mixed_fabric_percent < 100')
@Check('ck_orders_tolerance', 'delivery_tolerance_percent >= 0 AND delivery_tolerance_percent < 100')
@Index('ix_orders_created', { synchronize: false })
@Index('ix_orders_merchandiser_created', { synchronize: false })
@Index('ix_orders_merchandiser_etd', { synchronize: false })
@Index('ix_orders_etd', { synchronize: false })
@Index('ix_orders_search', { synchronize: false })
@Index('ix_orders_number_key', { synchronize: false })
@Index('ix_orders_open', { synchronize: false })
@Index('ix_orders_trash', { synchronize: false })
export class Order extends BaseEntity {
  /** A second name that never changes, for references outside. */
  @Index('uq_orders_uid', { unique: true })
  @Column('uuid')
  uid: string = newId();

  /** The buyer's PO number, or ours (`PB-YYYYMMDD-NNNN`) where none was given. May repeat. */
  @Index('ix_orders_order_number')
  @Column('varchar', { length: 50 })
  orderNumber: string;

  @Column('varchar', { length: 255 })
  customerName: string;

  @Column('varchar', { length: 255, nullable: true })
  buyerName: string | null;

  @Column('varchar', { length: 60, nullable: true })
  season: string | null;

  @Column('varchar', { length: 100, nullable: true })
  baseStyleNumber: string | null;

  @Column('varchar', { length: 100, nullable: true })
  styleNumber: string | null;

  @Column('varchar', { length: 255, nullable: true })
  cad: string | null;

  @Column('varchar', { length: 255 })
  fabricType: string;

  @Column('text', { nullable: true })
  fabricSpecifications: string | null;

  @Column('varchar', { length: 255, nullable: true })
  fabricComposition: string | null;

  /** g/m² */
  @Column('numeric', { precision: 10, scale: 2, nullable: true })
  gsm: string | null;

  @Column('varchar', { length: 100, nullable: true })
  finishType: string | null;

  @Column('varchar', { length: 100, nullable: true })
  construction: string | null;

  @Column('varchar', { length: 255, nullable: true })
  millName: string | null;

  @Column('numeric', { precision: 14, scale: 4, nullable: true })
  millPrice: string | null;

  @Column('numeric', { precision: 14, scale: 4, nullable: true })
  provaPrice: string | null;

  @Column('varchar', { length: 3, default: 'USD' })
  currency: string;

  /** Null where lines are in several units. */
  @Column('numeric', { precision: 14, scale: 3, nullable: true })
  quantity: string | null;

  @Column('varchar', { length: 20, nullable: true })
  unit: string | null;

  @Column('jsonb', { default: () => "'[]'" })
  colorQuantityBreakdown: unknown[];

  @Column('jsonb', { default: () => "'[]'" })
  colorways: unknown[];

  @Column('jsonb', { default: () => "'{}'" })
  approvalStatus: Approvals;

  @Column('jsonb', { default: () => "'{}'" })
  metadata: Record<string, unknown>;

  @Column('date', { nullable: true })
  etd: Day | null;

  @Column('date', { nullable: true })
  eta: Day | null;

  /** The first day anything leaves: the earliest of the lines, else the order's own ETD. */
  @Column('date', { nullable: true })
  earliestEtd: Day | null;

  @Column('date', { nullable: true })
  orderDate: Day | null;

  @Column('date', { nullable: true })
  expectedDeliveryDate: Day | null;

  @Column('date', { nullable: true })
  actualDeliveryDate: Day | null;

  @Column('varchar', { length: 20, default: 'upcoming' })
  status: OrderStatus;

  @Column('varchar', { length: 20, default: 'upcoming' })
  category: OrderCategory;

  @Column('varchar', { length: 10, default: 'foreign' })
  orderType: OrderType;

  @Column('varchar', { length: 50, default: 'Design' })
  currentStage: string;

  @Column('numeric', { precision: 14, scale: 3, nullable: true })
  finishedFabricQuantity: string | null;

  @Column('varchar', { length: 20, nullable: true })
  finishedFabricUnit: string | null;

  @Column('numeric', { precision: 5, scale: 2, nullable: true })
  processLossPercent: string | null;

  /** Null: on output. */
  @Column('varchar', { length: 10, nullable: true })
  processLossBasis: ProcessLossBasis | null;

  @Column('varchar', { length: 100, nullable: true })
  mixedFabricType: string | null;

  @Column('numeric', { precision: 5, scale: 2, nullable: true })
  mixedFabricPercent: string | null;

  /** ±, of what may be delivered: so far off, short or over is still as ordered. */
  @Column('numeric', { precision: 5, scale: 2, default: 5 })
  deliveryTolerancePercent: string;

  /** What its LC says of more and less, where it has one: kept by a trigger on the LCs, and written by nothing else. */
  @Column({ type: 'jsonb', nullable: true, insert: false, update: false })
  creditTerms: CreditTerms | null;

  /** What came for the order as a whole, for none of its lines; null on an order that was only just made. */
  @VirtualColumn({ type: 'jsonb', query: wholeOrderDeliveredSql })
  wholeDelivered: DeliveredInUnit[] | null;

  @Column('text', { nullable: true })
  notes: string | null;

  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  merchandiser: User | null;

  @Column('uuid', { nullable: true })
  merchandiserId: string | null;

  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  createdBy: User | null;

  @Column('uuid', { nullable: true })
  createdById: string | null;

  /** How often what was agreed has changed; the number of the last revision. */
  @Column('integer', { default: 0 })
  revisionCount: number;

  /** What a search looks through, in lower case: numbers, names, fabric, styles and colours. */
  @Column('text', { default: '' })
  searchText: string;
}
