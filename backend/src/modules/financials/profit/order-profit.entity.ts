import { Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { BaseEntity } from '../../../platform/database/base.entity';
import { Order } from '../../orders/order/order.entity';

/** What an order is worth in one of its currencies, as it was last reckoned; for reading, whatever it says is drawn from elsewhere. */
@Entity('order_profits')
@Index('uq_order_profits_currency', ['orderId', 'currency'], { unique: true })
@Index('ix_order_profits_potential', { synchronize: false })
@Index('ix_order_profits_realized', { synchronize: false })
@Index('ix_order_profits_value', { synchronize: false })
export class OrderProfit extends BaseEntity {
  @ManyToOne(() => Order, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  order: Order;

  @Column('uuid')
  orderId: string;

  @Column('varchar', { length: 3 })
  currency: string;

  @Column('numeric', { precision: 18, scale: 3 })
  value: string;

  @Column('numeric', { precision: 18, scale: 3 })
  potentialProfit: string;

  @Column('numeric', { precision: 18, scale: 3 })
  realizedValue: string;

  @Column('numeric', { precision: 18, scale: 3 })
  realizedProfit: string;

  /** Lines that have no profit, for want of a price. */
  @Column('integer')
  unpricedLines: number;
}
