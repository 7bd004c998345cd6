import Decimal from 'decimal.js';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, OneToMany, PrimaryColumn } from 'typeorm';
import { BaseEntity, newId } from '../../../platform/database/base.entity';
import type { Day } from '../../../platform/values/day';
import { User } from '../../auth/users/user.entity';
import { Order } from '../../orders/order/order.entity';
import { sqlList } from '../../orders/vocabulary';
import { Receivable } from '../receivable/receivable.entity';
import { PAYMENT_METHODS, type PaymentMethod } from '../receivable/terms';
import { MatchedTooMuch } from './payment.errors';

/** Money that came from a buyer: before the goods as an advance, or for one invoice or several. `orderId` is the order it is first for. */
@Entity('payments')
@Check('ck_payments_method', `method IN (${sqlList(PAYMENT_METHODS)})`)
@Check('ck_payments_amount', 'amount > 0')
@Check('ck_payments_charges', 'charges >= 0')
@Check('ck_payments_matched', 'matched >= 0 AND matched <= amount + charges')
@Check('ck_payments_currency', `currency ~ '^[A-Z]{3}$'`)
@Index('ix_payments_order_id', ['orderId'])
@Index('ix_payments_received', { synchronize: false })
@Index('ix_payments_unmatched', { synchronize: false })
@Index('ix_payments_search', { synchronize: false })
export class Payment extends BaseEntity {
  @ManyToOne(() => Order, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn()
  order: Order;

  @Column('uuid')
  orderId: string;

  @Column('varchar', { length: 2, nullable: true })
  method: PaymentMethod | null;

  @Column('date')
  receivedOn: Day;

  @Column('varchar', { length: 3 })
  currency: string;

  /** What reached our account. */
  @Column('numeric', { precision: 16, scale: 3 })
  amount: string;

  /** What banks kept of what the buyer paid; settles invoices like the rest. */
  @Column('numeric', { precision: 16, scale: 3, default: 0 })
  charges: string;

  /** What of both is matched with invoices. */
  @Column('numeric', { precision: 16, scale: 3, default: 0 })
  matched: string;

  @Column('varchar', { length: 255, nullable: true })
  payer: string | null;

  /** The number on the bank's advice. */
  @Column('varchar', { length: 100, nullable: true })
  reference: string | null;

  @Column('text', { nullable: true })
  notes: string | null;

  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  createdBy: User | null;

  @Column('uuid', { nullable: true })
  createdById: string | null;

  @OneToMany(() => PaymentMatch, ({ payment }) => payment)
  matches: PaymentMatch[];

  /** What the buyer paid: what reached us, and what banks kept of it. */
  get paid(): Decimal {
    return new Decimal(this.amount).plus(this.charges);
  }

  /** What stays for other invoices. */
  get rest(): Decimal {
    return this.paid.minus(this.matched);
  }

  /** @throws MatchedTooMuch 422 */
  refuseTooMuch(): void {
    const { currency, matched } = this;
    if (this.rest.isNegative())
      throw new MatchedTooMuch({ amount: matched, currency }, { amount: this.paid.toFixed(), currency });
  }
}

/** So much of a payment goes to what is owed for a shipment. */
@Entity('payment_matches')
@Check('ck_payment_matches_amount', 'amount > 0')
@Index('uq_payment_matches_receivable', ['paymentId', 'receivableId'], { unique: true })
@Index('ix_payment_matches_receivable_id', ['receivableId'])
export class PaymentMatch {
  @PrimaryColumn('uuid')
  id: string = newId();

  @ManyToOne(() => Payment, ({ matches }) => matches, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  payment: Payment;

  @Column('uuid')
  paymentId: string;

  @ManyToOne(() => Receivable, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn()
  receivable: Receivable;

  @Column('uuid')
  receivableId: string;

  @Column('numeric', { precision: 16, scale: 3 })
  amount: string;
}
