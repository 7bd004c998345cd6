import { CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Order } from '../orders/order/order.entity';
import { Shipment } from './shipment.entity';

/** An order that goes with a shipment. The first one is its own from the start; the database writes that row. */
@Entity('shipment_orders')
@Index('ix_shipment_orders_order_id', ['orderId'])
export class CarriedOrder {
  @PrimaryColumn('uuid')
  shipmentId: string;

  @PrimaryColumn('uuid')
  orderId: string;

  @ManyToOne(() => Shipment, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  shipment: Shipment;

  @ManyToOne(() => Order, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  order: Order;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt: Date;
}
