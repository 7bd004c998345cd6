import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { BaseEntity } from '../../../platform/database/base.entity';
import type { Day } from '../../../platform/values/day';
import { UNITS, WEIGHTS, type Unit } from '../../../platform/values/quantity';
import { User } from '../../auth/users/user.entity';
import { OrderLine } from '../line/line.entity';
import { Order } from '../order/order.entity';
import { OrderStyle } from '../style/style.entity';
import { sqlList } from '../vocabulary';

/** The goods that were ordered, or yarn for them, which is counted apart. */
export const DELIVERED = ['goods', 'yarn'] as const;
export type Delivered = (typeof DELIVERED)[number];

/** What a mill delivered on one day, of a line, of a style or of the order as a whole; as its challan says. */
@Entity('supplier_deliveries')
@Check('ck_supplier_deliveries_quantity', 'delivered_quantity > 0')
@Check('ck_supplier_deliveries_unit', `unit IN (${sqlList(UNITS)})`)
@Check('ck_supplier_deliveries_kind', `kind IN (${sqlList(DELIVERED)})`)
@Check('ck_supplier_deliveries_yarn', `kind <> 'yarn' OR unit IN (${sqlList(WEIGHTS)})`)
@Check('ck_supplier_deliveries_rolls', 'roll_count > 0')
@Index('ix_supplier_deliveries_order', { synchronize: false })
@Index('ix_supplier_deliveries_line', { synchronize: false })
@Index('ix_supplier_deliveries_style', { synchronize: false })
@Index('ix_supplier_deliveries_date', { synchronize: false })
@Index('ix_supplier_deliveries_yarn', { synchronize: false })
export class SupplierDelivery extends BaseEntity {
  @ManyToOne(() => Order, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  order: Order;

  @Column('uuid')
  orderId: string;

  @ManyToOne(() => OrderLine, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  orderLine: OrderLine | null;

  @Column('uuid', { nullable: true })
  orderLineId: string | null;

  @ManyToOne(() => OrderStyle, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  style: OrderStyle | null;

  @Column('uuid', { nullable: true })
  styleId: string | null;

  @Column('varchar', { length: 10, default: 'goods' })
  kind: Delivered;

  @Column('date')
  deliveryDate: Day;

  @Column('numeric', { precision: 14, scale: 3 })
  deliveredQuantity: string;

  @Column('varchar', { length: 20, default: 'meters' })
  unit: Unit;

  /** Number of the mill's delivery note. */
  @Column('varchar', { length: 100, nullable: true })
  challanNumber: string | null;

  @Column('integer', { nullable: true })
  rollCount: number | null;

  @Column('text', { nullable: true })
  notes: string | null;

  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  createdBy: User | null;

  @Column('uuid', { nullable: true })
  createdById: string | null;
}
