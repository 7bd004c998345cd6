import { CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Order } from '../../../orders/order/order.entity';
import { LetterOfCredit } from '../letter-of-credit.entity';

/** An order that an LC pays for. The first one is its own from the start; the database writes that row. */
@Entity('letter_of_credit_orders')
@Index('ix_letter_of_credit_orders_order_id', ['orderId'])
export class CoveredOrder {
  @PrimaryColumn('uuid')
  letterOfCreditId: string;

  @PrimaryColumn('uuid')
  orderId: string;

  @ManyToOne(() => LetterOfCredit, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  letterOfCredit: LetterOfCredit;

  @ManyToOne(() => Order, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  order: Order;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt: Date;
}
