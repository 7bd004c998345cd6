import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { BaseEntity } from '../../../platform/database/base.entity';
import type { Day } from '../../../platform/values/day';
import { UNITS, type Unit } from '../../../platform/values/quantity';
import { User } from '../../auth/users/user.entity';
import { OrderLine } from '../../orders/line/line.entity';
import { Order } from '../../orders/order/order.entity';
import { sqlList } from '../../orders/vocabulary';
import { PRODUCTION_STAGES, type ProductionStage } from './entry.vocabulary';

/**
 * What one stage of one line gave on one day, as somebody counted it. Rows are never changed: a correction is a row of its
 * own in the same series, and the row that it corrects counts no more.
 */
@Entity('production_entries')
@Check('ck_production_entries_stage', `stage IN (${sqlList(PRODUCTION_STAGES)})`)
@Check('ck_production_entries_unit', `unit IN (${sqlList(UNITS)})`)
@Check('ck_production_entries_quantity', 'quantity > 0')
@Check('ck_production_entries_series', '(corrects_id IS NULL) OR series_id <> id')
@Index('uq_production_entries_device_key', { synchronize: false })
@Index('ix_production_entries_line', { synchronize: false })
@Index('ix_production_entries_order', { synchronize: false })
@Index('ix_production_entries_date', { synchronize: false })
@Index('ix_production_entries_created', { synchronize: false })
@Index('ix_production_entries_series', ['seriesId'])
@Index('ix_production_entries_corrects', ['correctsId'])
export class ProductionEntry extends BaseEntity {
  @ManyToOne(() => Order, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  order: Order;

  @Column('uuid')
  orderId: string;

  @ManyToOne(() => OrderLine, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  orderLine: OrderLine | null;

  @Column('uuid')
  orderLineId: string;

  @Column('varchar', { length: 20 })
  stage: ProductionStage;

  @Column('date')
  entryDate: Day;

  @Column('numeric', { precision: 14, scale: 3 })
  quantity: string;

  @Column('varchar', { length: 20, default: 'kg' })
  unit: Unit;

  @Column('varchar', { length: 20, nullable: true })
  shift: string | null;

  @Column('text', { nullable: true })
  notes: string | null;

  /** Made by the device that sent it, so that a number that is sent twice is one entry. */
  @Column('varchar', { length: 64, nullable: true })
  deviceKey: string | null;

  /** The id of the first row of its series. */
  @Column('uuid')
  seriesId: string;

  @ManyToOne(() => ProductionEntry, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  corrects: ProductionEntry | null;

  /** The row that this one stands for now. */
  @Column('uuid', { nullable: true })
  correctsId: string | null;

  /** Of its series the row that counts. */
  @Column('boolean', { default: true })
  isCurrent: boolean;

  /** Why it was corrected. */
  @Column('varchar', { length: 500, nullable: true })
  reason: string | null;

  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  createdBy: User | null;

  @Column('uuid', { nullable: true })
  createdById: string | null;
}
