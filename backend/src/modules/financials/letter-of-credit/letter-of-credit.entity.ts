import { Check, Column, Entity, Index, JoinColumn, ManyToOne, VirtualColumn } from 'typeorm';
import { attachmentCheck, WithAttachment } from '../../../platform/storage/with-attachment';
import type { Day } from '../../../platform/values/day';
import { User } from '../../auth/users/user.entity';
import { Order } from '../../orders/order/order.entity';
import { sqlList } from '../../orders/vocabulary';
import type { CheckOfCredit } from './check/credit-check';
import { AlreadyClosed, ConfirmedByManager, NoLongerValid, NotClosed, NotDrawable } from './letter-of-credit.errors';
import {
  LETTER_OF_CREDIT_STATUSES,
  letterOfCreditLifecycle,
  type LetterOfCreditStatus,
} from './letter-of-credit.lifecycle';

/** An order on an LC, as whoever looks at the LC may read it. */
export interface OrderOnCredit {
  id: string;
  orderNumber: string;
  customerName: string;
  merchandiserId: string | null;
}

/** What stands beside the status of an LC: the orders and PIs on it, its amendments, what was drawn. */
export interface CreditFacts {
  /** The first order leads. */
  orders: OrderOnCredit[];
  invoices: { id: string; piNumber: string; orderId: string; amount: string; currency: string; status: string }[];
  amendmentsAccepted: number;
  amendmentsPending: number;
  drawings: number;
  /** Null until it was checked. */
  check: CheckOfCredit | null;
  drawn: string;
}

const FACTS = (credit: string): string => `
  SELECT jsonb_build_object(
    'orders', coalesce((SELECT jsonb_agg(jsonb_build_object('id', o.id, 'orderNumber', o.order_number,
        'customerName', o.customer_name, 'merchandiserId', o.merchandiser_id)
        ORDER BY o.id <> ${credit}.order_id, x.created_at, o.order_number)
      FROM letter_of_credit_orders x JOIN orders o ON o.id = x.order_id AND o.deleted_at IS NULL
      WHERE x.letter_of_credit_id = ${credit}.id), '[]'),
    'invoices', coalesce((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'piNumber', p.pi_number, 'orderId', p.order_id,
        'amount', p.amount::text, 'currency', p.currency, 'status', p.status) ORDER BY p.pi_number)
      FROM letter_of_credit_proforma_invoices x JOIN proforma_invoices p ON p.id = x.proforma_invoice_id
      WHERE x.letter_of_credit_id = ${credit}.id AND p.deleted_at IS NULL), '[]'),
    'amendmentsAccepted', (SELECT count(*) FROM letter_of_credit_amendments a
      WHERE a.letter_of_credit_id = ${credit}.id AND a.status = 'accepted' AND a.deleted_at IS NULL),
    'amendmentsPending', (SELECT count(*) FROM letter_of_credit_amendments a
      WHERE a.letter_of_credit_id = ${credit}.id AND a.status = 'pending' AND a.deleted_at IS NULL),
    'check', (SELECT jsonb_build_object('discrepancies', k.discrepancies, 'risks', k.risks, 'isRead', k.is_read)
      FROM letter_of_credit_checks k WHERE k.letter_of_credit_id = ${credit}.id),
    'drawings', (SELECT count(*) FROM letter_of_credit_drawings d
      WHERE d.letter_of_credit_id = ${credit}.id AND d.deleted_at IS NULL),
    'drawn', (SELECT coalesce(sum(d.amount), 0)::text FROM letter_of_credit_drawings d
      WHERE d.letter_of_credit_id = ${credit}.id AND d.deleted_at IS NULL))`;

/** A bank's promise to pay for one or more orders against documents (UCP 600). `orderId` is the first of them. */
@Entity('letters_of_credit')
@Index('ix_letters_of_credit_document_key', { synchronize: false })
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
@Index('ix_letters_of_credit_latest_shipment', { synchronize: false })
@Index('ix_letters_of_credit_amount', { synchronize: false })
@Index('ix_letters_of_credit_present_by', { synchronize: false })
@Index('ix_letters_of_credit_unreckoned', { synchronize: false })
export class LetterOfCredit extends WithAttachment('document') {
  @ManyToOne(() => Order, { nullable: false, onDelete: 'RESTRICT' })
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

  /** By when documents are due, kept for lists by `presentation/clocks`; null until it was reckoned. */
  @Column('date', { nullable: true })
  presentBy: Day | null;

  /** Reckoned from a day of shipment that is only planned. */
  @Column('boolean', { default: false })
  presentByExpected: boolean;

  /** When the goods left that its clocks run for, kept with that day; null while they are to leave. */
  @Column('date', { nullable: true })
  shippedOn: Day | null;

  @Column('varchar', { length: 255, nullable: true })
  issuingBank: string | null;

  @Column('text', { nullable: true })
  notes: string | null;

  /** Nothing more is drawn on it: it was used up, or what is left is given up. */
  @Column('date', { nullable: true })
  closedOn: Day | null;

  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  createdBy: User | null;

  @Column('uuid', { nullable: true })
  createdById: string | null;

  /** Read, never written. */
  @VirtualColumn({ type: 'jsonb', query: FACTS })
  facts: CreditFacts;

  /**
   * What an expired LC says stays; what a manager has confirmed is not changed under them.
   * @param mayConfirm whether who asks may confirm LCs themselves  @throws NoLongerValid 409, ConfirmedByManager 403
   */
  refuseChange(mayConfirm: boolean): void {
    if (this.status === 'expired') throw new NoLongerValid(this.lcNumber);
    if (this.status === 'confirmed' && !mayConfirm) throw new ConfirmedByManager(this.lcNumber);
  }

  /** @throws AlreadyClosed 409 */
  close(on: Day): void {
    if (this.closedOn) throw new AlreadyClosed(this.lcNumber);
    this.closedOn = on;
  }

  /** @throws NotClosed 409 */
  reopen(): void {
    if (!this.closedOn) throw new NotClosed(this.lcNumber);
    this.closedOn = null;
  }

  /** Documents are presented under an LC that the bank has issued, while it is open. @throws NotDrawable 409 */
  refuseDrawing(): void {
    if (this.status === 'pending' || this.closedOn) throw new NotDrawable(this.lcNumber, this.closedOn !== null);
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
