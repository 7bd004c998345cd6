import { Check, Column, Entity, Index, JoinColumn, ManyToOne, VirtualColumn } from 'typeorm';
import { BaseEntity } from '../../../platform/database/base.entity';
import type { Day } from '../../../platform/values/day';
import { UNITS } from '../../../platform/values/quantity';
import { lineSupplySql, type LineSupply } from '../deliveries/line-supply';
import { Order } from '../order/order.entity';
import { OrderStyle } from '../style/style.entity';
import type { GateStanding } from '../gates/gate-standing';
import type { PlanStanding } from './plan-column';
import {
  ORDER_STATUSES,
  PROCESS_LOSS_BASES,
  sqlList,
  type Approvals,
  type OrderStatus,
  type ProcessLossBasis,
} from '../vocabulary';

/** A line: one colour × CAD of a style, or a part of one that was split, with its own quantity, prices, dates, gates and status. */
@Entity('order_lines')
@Check('ck_order_lines_quantity', 'quantity > 0')
@Check('ck_order_lines_unit', `unit IN (${sqlList(UNITS)})`)
@Check('ck_order_lines_currency', `currency ~ '^[A-Z]{3}$'`)
@Check('ck_order_lines_status', `status IN (${sqlList(ORDER_STATUSES)})`)
@Check('ck_order_lines_eta', 'eta >= etd')
@Check('ck_order_lines_process_loss', 'process_loss_percent >= 0 AND process_loss_percent < 100')
@Check('ck_order_lines_process_loss_basis', `process_loss_basis IN (${sqlList(PROCESS_LOSS_BASES)})`)
@Check('ck_order_lines_mixed_fabric', 'mixed_fabric_percent >= 0 AND mixed_fabric_percent < 100')
@Check('ck_order_lines_short_closed', '(short_closed_on IS NULL) = (short_close_reason IS NULL)')
@Check('ck_order_lines_part', 'part > 0')
@Check('ck_order_lines_screens', 'screens > 0')
@Check('ck_order_lines_tolerance', 'delivery_tolerance_percent >= 0 AND delivery_tolerance_percent < 100')
@Index('ix_order_lines_order_id', ['orderId', 'sequenceNumber'])
@Index('ix_order_lines_style_id', ['styleId'])
@Index('ix_order_lines_open', { synchronize: false })
@Index('ix_order_lines_etd', { synchronize: false })
@Index('ix_order_lines_eta', { synchronize: false })
@Index('ix_order_lines_status', { synchronize: false })
@Index('uq_order_lines_colour_cad', { synchronize: false })
@Index('ix_order_lines_mill_done', { synchronize: false })
export class OrderLine extends BaseEntity {
  @ManyToOne(() => Order, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  order: Order;

  @Column('uuid')
  orderId: string;

  @ManyToOne(() => OrderStyle, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  style: OrderStyle;

  @Column('uuid')
  styleId: string;

  @Column('integer', { default: 0 })
  sequenceNumber: number;

  @Column('varchar', { length: 100, nullable: true })
  colorCode: string | null;

  @Column('varchar', { length: 255, nullable: true })
  colorName: string | null;

  @Column('varchar', { length: 100, nullable: true })
  cadCode: string | null;

  @Column('varchar', { length: 255, nullable: true })
  cadName: string | null;

  /** Which part of its colour and CAD, from 1: more than one where the line was split. Never given twice. */
  @Column('integer', { default: 1 })
  part: number;

  @Column('numeric', { precision: 14, scale: 3, nullable: true })
  quantity: string | null;

  @Column('varchar', { length: 20, default: 'yards' })
  unit: string;

  @Column('varchar', { length: 255, nullable: true })
  millName: string | null;

  @Column('numeric', { precision: 14, scale: 4, nullable: true })
  millPrice: string | null;

  @Column('numeric', { precision: 14, scale: 4, nullable: true })
  provaPrice: string | null;

  /** Money per unit, in the line's currency. */
  @Column('numeric', { precision: 14, scale: 4, nullable: true })
  commission: string | null;

  @Column('varchar', { length: 3, default: 'USD' })
  currency: string;

  @Column('date', { nullable: true })
  etd: Day | null;

  @Column('date', { nullable: true })
  eta: Day | null;

  @Column('date', { nullable: true })
  submissionDate: Day | null;

  @Column('date', { nullable: true })
  approvalDate: Day | null;

  @Column('jsonb', { default: () => "'{}'" })
  approvalStatus: Approvals;

  @Column('varchar', { length: 20, default: 'upcoming' })
  status: OrderStatus;

  /** The day on which it was completed although less came than was ordered. */
  @Column('date', { nullable: true })
  shortClosedOn: Day | null;

  @Column('text', { nullable: true })
  shortCloseReason: string | null;

  @Column('text', { nullable: true })
  notes: string | null;

  @Column('date', { nullable: true })
  swatchReceivedDate: Day | null;

  @Column('date', { nullable: true })
  swatchSentDate: Day | null;

  @Column('numeric', { precision: 14, scale: 3, nullable: true })
  finishedFabricQuantity: string | null;

  @Column('varchar', { length: 20, nullable: true })
  finishedFabricUnit: string | null;

  @Column('numeric', { precision: 5, scale: 2, nullable: true })
  processLossPercent: string | null;

  /** Null: as the order. */
  @Column('varchar', { length: 10, nullable: true })
  processLossBasis: ProcessLossBasis | null;

  @Column('varchar', { length: 100, nullable: true })
  mixedFabricType: string | null;

  @Column('numeric', { precision: 5, scale: 2, nullable: true })
  mixedFabricPercent: string | null;

  /** kg to book; from the workbook, or typed. */
  @Column('numeric', { precision: 14, scale: 3, nullable: true })
  yarnRequired: string | null;

  /** Of the print, one a colour; null where nothing is printed, or nobody said. */
  @Column('numeric', { precision: 2, scale: 0, nullable: true })
  screens: string | null;

  /** Sewing line of the garment maker (A, B …). */
  @Column('varchar', { length: 40, nullable: true })
  sewingLine: string | null;

  /** No column: the repository of lines reads them in the statement that reads the line. */
  gates?: GateStanding[];

  /** Read with the lines of orders alone; null where it has no plan with an ETD, or has left. */
  plan?: PlanStanding | null;

  /** Read with them as well: whether it has a plan at all. */
  planned?: boolean;

  /** ±, of what may be delivered; null: as the order. */
  @Column('numeric', { precision: 5, scale: 2, nullable: true })
  deliveryTolerancePercent: string | null;

  /** Its deliveries and offers; null on a line that was only just made. */
  @VirtualColumn({ type: 'jsonb', query: lineSupplySql })
  supply: LineSupply | null;
}
