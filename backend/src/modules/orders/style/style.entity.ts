import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { BaseEntity } from '../../../platform/database/base.entity';
import type { Day } from '../../../platform/values/day';
import { Order } from '../order/order.entity';
import { CONSUMPTION_UNITS, ROLL_UNITS } from '../quantity/fabric';
import { sqlList } from '../vocabulary';

/** One style of an order: what its lines have in common. */
@Entity('order_styles')
@Check('ck_order_styles_consumption', 'consumption_per_piece > 0')
@Check('ck_order_styles_consumption_unit', `consumption_unit IN (${sqlList(CONSUMPTION_UNITS)})`)
@Check('ck_order_styles_roll', 'roll_quantity > 0')
@Check('ck_order_styles_roll_unit', `roll_unit IN (${sqlList(ROLL_UNITS)})`)
@Index('ix_order_styles_order_id', ['orderId', 'sequenceNumber'])
export class OrderStyle extends BaseEntity {
  @ManyToOne(() => Order, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  order: Order;

  @Column('uuid')
  orderId: string;

  @Column('integer', { default: 0 })
  sequenceNumber: number;

  @Column('varchar', { length: 150 })
  styleNumber: string;

  @Column('text', { nullable: true })
  description: string | null;

  @Column('varchar', { length: 255, nullable: true })
  fabricType: string | null;

  @Column('text', { nullable: true })
  fabricSpecifications: string | null;

  @Column('varchar', { length: 255, nullable: true })
  fabricComposition: string | null;

  /** g/m² */
  @Column('numeric', { precision: 10, scale: 2, nullable: true })
  gsm: string | null;

  @Column('varchar', { length: 100, nullable: true })
  finishType: string | null;

  @Column('text', { nullable: true })
  construction: string | null;

  @Column('varchar', { length: 100, nullable: true })
  cuttableWidth: string | null;

  @Column('varchar', { length: 100, nullable: true })
  finishingWidth: string | null;

  /** Fabric that one piece takes, in `consumptionUnit`. */
  @Column('numeric', { precision: 14, scale: 4, nullable: true })
  consumptionPerPiece: string | null;

  @Column('varchar', { length: 20, default: 'kg' })
  consumptionUnit: string;

  /** Fabric on one roll, in `rollUnit`. */
  @Column('numeric', { precision: 14, scale: 3, nullable: true })
  rollQuantity: string | null;

  @Column('varchar', { length: 20, default: 'kg' })
  rollUnit: string;

  @Column('date', { nullable: true })
  etd: Day | null;

  @Column('date', { nullable: true })
  eta: Day | null;

  @Column('date', { nullable: true })
  submissionDate: Day | null;

  @Column('text', { nullable: true })
  notes: string | null;
}
