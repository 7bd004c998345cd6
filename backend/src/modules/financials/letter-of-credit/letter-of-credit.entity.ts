import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { attachmentCheck, WithAttachment } from '../../../platform/storage/with-attachment';
import type { Day } from '../../../platform/values/day';
import { User } from '../../auth/users/user.entity';
import { Order } from '../../orders/order/order.entity';
import { sqlList } from '../../orders/vocabulary';
import { ConfirmedByManager, NoLongerValid } from './letter-of-credit.errors';
import {
  LETTER_OF_CREDIT_STATUSES,
  letterOfCreditLifecycle,
  type LetterOfCreditStatus,
} from './letter-of-credit.lifecycle';

/** A bank's promise to pay for an order against documents (UCP 600). */
@Entity('letters_of_credit')
@Check('ck_letters_of_credit_status', `status IN (${sqlList(LETTER_OF_CREDIT_STATUSES)})`)
@Check('ck_letters_of_credit_amount', 'amount > 0')
@Check('ck_letters_of_credit_currency', `currency ~ '^[A-Z]{3}$'`)
@Check('ck_letters_of_credit_expiry', 'expiry_date >= issue_date')
@Check('ck_letters_of_credit_latest_shipment', 'latest_shipment_date <= expiry_date')
@Check('ck_letters_of_credit_amount_tolerance', '(amount_plus_percent IS NULL) = (amount_minus_percent IS NULL)')
@Check('ck_letters_of_credit_quantity_tolerance', '(quantity_plus_percent IS NULL) = (quantity_minus_percent IS NULL)')
@Check(
  'ck_letters_of_credit_tolerances',
  'amount_plus_percent >= 0 AND amount_plus_percent < 100 AND amount_minus_percent >= 0 AND amount_minus_percent < 100 AND quantity_plus_percent >= 0 AND quantity_plus_percent < 100 AND quantity_minus_percent >= 0 AND quantity_minus_percent < 100',
)
@Check('ck_letters_of_credit_document', attachmentCheck('document'))
@Index('ix_letters_of_credit_order_id', ['orderId'])
@Index('uq_letters_of_credit_number', { synchronize: false })
@Index('ix_letters_of_credit_number', { synchronize: false })
@Index('ix_letters_of_credit_search', { synchronize: false })
@Index('ix_letters_of_credit_created', { synchronize: false })
@Index('ix_letters_of_credit_status', { synchronize: false })
@Index('ix_letters_of_credit_issue_date', { synchronize: false })
@Index('ix_letters_of_credit_expiry_date', { synchronize: false })
@Index('ix_letters_of_credit_amount', { synchronize: false })
export class LetterOfCredit extends WithAttachment('document') {
  @ManyToOne(() => Order, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  order: Order;

  @Column('uuid')
  orderId: string;

  /** The bank's number, or ours (`LC-00042`) until it is known. One LC each, however its letters are written. */
  @Column('varchar', { length: 100 })
  lcNumber: string;

  @Column('varchar', { length: 20, default: 'pending' })
  status: LetterOfCreditStatus;

  @Column('numeric', { precision: 16, scale: 3 })
  amount: string;

  @Column('varchar', { length: 3 })
  currency: string;

  /** So much more may be drawn (MT700 39A); both ways or neither. */
  @Column('numeric', { precision: 5, scale: 2, nullable: true })
  amountPlusPercent: string | null;

  @Column('numeric', { precision: 5, scale: 2, nullable: true })
  amountMinusPercent: string | null;

  /** So much more may be shipped, where 45A or 47A says so; an "about" is 10 (UCP 600 art. 30a). Both ways or neither. */
  @Column('numeric', { precision: 5, scale: 2, nullable: true })
  quantityPlusPercent: string | null;

  @Column('numeric', { precision: 5, scale: 2, nullable: true })
  quantityMinusPercent: string | null;

  @Column('date')
  issueDate: Day;

  /** The last day to present documents, at the place that the LC names (MT700 field 31D). */
  @Column('date')
  expiryDate: Day;

  /** The last day to ship (MT700 field 44C). */
  @Column('date', { nullable: true })
  latestShipmentDate: Day | null;

  @Column('varchar', { length: 255, nullable: true })
  issuingBank: string | null;

  @Column('text', { nullable: true })
  notes: string | null;

  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  createdBy: User | null;

  @Column('uuid', { nullable: true })
  createdById: string | null;

  /**
   * What an expired LC says stays; what a manager has confirmed is not changed under them.
   * @param mayConfirm whether who asks may confirm LCs themselves  @throws NoLongerValid 409, ConfirmedByManager 403
   */
  refuseChange(mayConfirm: boolean): void {
    if (this.status === 'expired') throw new NoLongerValid(this.lcNumber);
    if (this.status === 'confirmed' && !mayConfirm) throw new ConfirmedByManager(this.lcNumber);
  }

  /** By the buyer's bank. @throws IllegalTransition 409 */
  issue(): void {
    this.status = letterOfCreditLifecycle.step(this.status, 'issued');
  }

  /** Its terms were read and can be kept. @throws IllegalTransition 409 */
  confirm(): void {
    this.status = letterOfCreditLifecycle.step(this.status, 'confirmed');
  }

  /** @throws IllegalTransition 409 */
  expire(): void {
    this.status = letterOfCreditLifecycle.step(this.status, 'expired');
  }
}
