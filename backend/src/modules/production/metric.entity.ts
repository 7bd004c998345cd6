import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { BaseEntity } from '../../platform/database/base.entity';
import type { Day } from '../../platform/values/day';
import { UNITS, type Unit } from '../../platform/values/quantity';
import { Order } from '../orders/order/order.entity';
import { sqlList } from '../orders/vocabulary';
import type { LeftOut } from './entries/computed-day';

/** The figures of a day as somebody typed them. */
export type TypedFigures = Pick<ProductionMetric, 'unit' | 'knittedQuantity' | 'dyedQuantity' | 'finishedQuantity'>;

/**
 * What an order's mill put out on one day: knitted, dyed and finished, all three in `unit`. One row an order and day: typed by
 * hand, or the sum of the entries of that day where there are any.
 */
@Entity('production_metrics')
@Check('ck_production_metrics_unit', `unit IN (${sqlList(UNITS)})`)
@Check('ck_production_metrics_knitted', 'knitted_quantity >= 0')
@Check('ck_production_metrics_dyed', 'dyed_quantity >= 0')
@Check('ck_production_metrics_finished', 'finished_quantity >= 0')
@Check('ck_production_metrics_typed', 'computed OR typed IS NULL')
@Index('uq_production_metrics_day', { synchronize: false })
@Index('ix_production_metrics_date', { synchronize: false })
@Index('ix_production_metrics_created', { synchronize: false })
export class ProductionMetric extends BaseEntity {
  @ManyToOne(() => Order, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  order: Order;

  @Column('uuid')
  orderId: string;

  @Column('date')
  date: Day;

  @Column('varchar', { length: 20, default: 'kg' })
  unit: Unit;

  @Column('numeric', { precision: 14, scale: 3, default: 0 })
  knittedQuantity: string;

  @Column('numeric', { precision: 14, scale: 3, default: 0 })
  dyedQuantity: string;

  @Column('numeric', { precision: 14, scale: 3, default: 0 })
  finishedQuantity: string;

  @Column('text', { nullable: true })
  notes: string | null;

  /** Its figures are the sums of the day's entries. */
  @Column('boolean', { default: false })
  computed: boolean;

  /** What was typed before the first entry came; stands again once the last one is gone. */
  @Column('jsonb', { nullable: true })
  typed: TypedFigures | null;

  /** Output of that day in units that do not convert into `unit`. */
  @Column('jsonb', { default: () => "'[]'" })
  leftOut: LeftOut[];
}
