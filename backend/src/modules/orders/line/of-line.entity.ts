import { Column, JoinColumn, ManyToOne } from 'typeorm';
import { BaseEntity } from '../../../platform/database/base.entity';
import { Order } from '../order/order.entity';
import { OrderLine } from './line.entity';

/** What a line of an order has, and goes with it. The order stands beside the line, so that lists need not look it up. */
export abstract class OfLine extends BaseEntity {
  @ManyToOne(() => Order, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  order: Order;

  @Column('uuid')
  orderId: string;

  @ManyToOne(() => OrderLine, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  orderLine: OrderLine;

  @Column('uuid')
  orderLineId: string;
}

/** What an order has as a whole or on one of its lines, and goes with either. */
export abstract class OfOrder extends BaseEntity {
  @ManyToOne(() => Order, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  order: Order;

  @Column('uuid')
  orderId: string;

  /** Null: of the whole order. */
  @ManyToOne(() => OrderLine, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn()
  orderLine: OrderLine | null;

  @Column('uuid', { nullable: true })
  orderLineId: string | null;
}
