import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { BaseEntity } from '../../platform/database/base.entity';
import type { Day } from '../../platform/values/day';
import { UNITS, type Unit } from '../../platform/values/quantity';
import { Order } from '../orders/order/order.entity';
import { sqlList } from '../orders/vocabulary';

/** What an order's mill put out on one day: knitted, dyed and finished, all three in `unit`. One row an order and day. */
@Entity('production_metrics')
@Check('ck_production_metrics_unit', `unit IN (${sqlList(UNITS)})`)
@Check('ck_production_metrics_knitted', 'knitted_quantity >= 0')
@Check('ck_production_metrics_dyed', 'dyed_quantity >= 0')
@Check('ck_production_metrics_finished', 'finished_quantity >= 0')
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
}
