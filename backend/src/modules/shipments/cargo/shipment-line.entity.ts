import { Check, Column, Entity, Index, JoinColumn, ManyToOne, Unique } from 'typeorm';
import { UNITS, type Unit } from '../../../platform/values/quantity';
import { OrderLine } from '../../orders/line/line.entity';
import { sqlList } from '../../orders/vocabulary';
import { OfShipment } from './of-shipment.entity';

/** How much of a line of the order goes with a shipment. */
@Entity('shipment_lines')
@Check('ck_shipment_lines_quantity', 'quantity > 0')
@Check('ck_shipment_lines_unit', `unit IN (${sqlList(UNITS)})`)
@Check('ck_shipment_lines_unit_price', 'unit_price >= 0')
@Unique('uq_shipment_lines_order_line', ['shipmentId', 'orderLineId'])
@Index('ix_shipment_lines_order_line', ['orderLineId'])
export class ShipmentLine extends OfShipment {
  @ManyToOne(() => OrderLine, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  orderLine: OrderLine;

  @Column('uuid')
  orderLineId: string;

  @Column('numeric', { precision: 14, scale: 3 })
  quantity: string;

  @Column('varchar', { length: 20 })
  unit: Unit;

  /** In the currency of the order's line; null: at that line's price. */
  @Column('numeric', { precision: 14, scale: 4, nullable: true })
  unitPrice: string | null;

  /** The goods in the words of the papers; null: as the order's line says. */
  @Column('text', { nullable: true })
  description: string | null;
}
