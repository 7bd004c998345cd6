import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import Decimal from 'decimal.js';
import { BaseEntity } from '../../../platform/database/base.entity';
import type { Day } from '../../../platform/values/day';
import { LetterOfCreditDrawing } from '../../financials/letter-of-credit/drawing/drawing.entity';
import { LetterOfCredit } from '../../financials/letter-of-credit/letter-of-credit.entity';
import type { CreditBanks } from '../../financials/letter-of-credit/ucp/clocks';
import { Order } from '../../orders/order/order.entity';
import { sqlList } from '../../orders/vocabulary';
import { CommercialInvoice } from '../../shipments/invoice/commercial-invoice.entity';
import { Shipment } from '../../shipments/shipment.entity';
import { TenorUnfit } from './receivable.errors';
import { dueOf, PAYMENT_METHODS, STARTS_OF, TENOR_STARTS, type PaymentMethod, type TenorStart } from './terms';

/** What stands elsewhere and is kept here, so that a list can be drawn from it: the invoice that stands, the days, the money that came. */
export interface Standing {
  orderId: string;
  invoiceId: string | null;
  invoiceNumber: string | null;
  amount: string | null;
  currency: string | null;
  issuedOn: Day | null;
  shippedOn: Day | null;
  arrivedOn: Day | null;
  received: string;
}

/** Documents that were presented, and what the bank said of them. */
export type PresentedDays = Pick<LetterOfCreditDrawing, 'id' | 'presentedOn' | 'acceptedOn' | 'maturesOn'>;

/** What the buyer owes for a shipment, and how it is paid. It outlives an invoice that is cancelled for the next. */
@Entity('receivables')
@Check('ck_receivables_method', `method IN (${sqlList(PAYMENT_METHODS)})`)
@Check('ck_receivables_tenor_from', `tenor_from IN (${sqlList(TENOR_STARTS)})`)
@Check('ck_receivables_tenor', '(method IS NULL) = (tenor_days IS NULL) AND (method IS NULL) = (tenor_from IS NULL)')
@Check('ck_receivables_tenor_days', 'tenor_days BETWEEN 0 AND 365')
@Check('ck_receivables_letter_of_credit', `letter_of_credit_id IS NULL OR method = 'lc'`)
@Check('ck_receivables_drawing', 'drawing_id IS NULL OR letter_of_credit_id IS NOT NULL')
@Check('ck_receivables_accepted_on', 'accepted_on >= presented_on')
@Index('uq_receivables_shipment', ['shipmentId'], { unique: true })
@Index('ix_receivables_order_id', ['orderId'])
@Index('ix_receivables_invoice_id', ['invoiceId'])
@Index('ix_receivables_letter_of_credit_id', ['letterOfCreditId'])
@Index('ix_receivables_drawing_id', ['drawingId'])
@Index('ix_receivables_due', { synchronize: false })
@Index('ix_receivables_open', { synchronize: false })
@Index('ix_receivables_issued', { synchronize: false })
@Index('ix_receivables_search', { synchronize: false })
export class Receivable extends BaseEntity {
  @ManyToOne(() => Shipment, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn()
  shipment: Shipment;

  @Column('uuid')
  shipmentId: string;

  @ManyToOne(() => Order, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn()
  order: Order;

  @Column('uuid')
  orderId: string;

  /** The one that stands; null while the last was cancelled. */
  @ManyToOne(() => CommercialInvoice, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  invoice: CommercialInvoice | null;

  @Column('uuid', { nullable: true })
  invoiceId: string | null;

  @Column('varchar', { length: 30 })
  invoiceNumber: string;

  @Column('varchar', { length: 3 })
  currency: string;

  /** Of the invoice that stands; 0 without one. */
  @Column('numeric', { precision: 16, scale: 3 })
  amount: string;

  @Column('date')
  issuedOn: Day;

  @Column('date', { nullable: true })
  shippedOn: Day | null;

  @Column('date', { nullable: true })
  arrivedOn: Day | null;

  @Column('varchar', { length: 2, nullable: true })
  method: PaymentMethod | null;

  @Column('integer', { nullable: true })
  tenorDays: number | null;

  @Column('varchar', { length: 10, nullable: true })
  tenorFrom: TenorStart | null;

  @ManyToOne(() => LetterOfCredit, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  letterOfCredit: LetterOfCredit | null;

  @Column('uuid', { nullable: true })
  letterOfCreditId: string | null;

  /** With which the documents went to the bank under the LC: the next three days are as it has them. */
  @ManyToOne(() => LetterOfCreditDrawing, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  drawing: LetterOfCreditDrawing | null;

  @Column('uuid', { nullable: true })
  drawingId: string | null;

  /** The day the bank got the documents. */
  @Column('date', { nullable: true })
  presentedOn: Day | null;

  /** The day the draft was accepted. */
  @Column('date', { nullable: true })
  acceptedOn: Day | null;

  /** As the bank advised it. */
  @Column('date', { nullable: true })
  maturesOn: Day | null;

  /** The bank's number of the bill. */
  @Column('varchar', { length: 100, nullable: true })
  bankReference: string | null;

  @Column('text', { nullable: true })
  notes: string | null;

  @Column('date', { nullable: true })
  dueOn: Day | null;

  /** What payments are matched with it, bank charges among it. */
  @Column('numeric', { precision: 16, scale: 3, default: 0 })
  received: string;

  /** Below 0 where more came than the invoice asks. */
  @Column('numeric', { precision: 16, scale: 3 })
  outstanding: string;

  /** Under an LC what the bank said stands with the drawing. One that lies in the trash says nothing, and may come back. */
  takeDrawing(drawing: PresentedDays | null): void {
    if (!this.letterOfCreditId) return;
    const { id = this.drawingId, presentedOn = null, acceptedOn = null, maturesOn = null } = drawing ?? {};
    Object.assign(this, { drawingId: id, presentedOn, acceptedOn, maturesOn });
  }

  /** Paid another way, or under another LC: of its documents only counts what is said with that. */
  forgetDocuments({
    drawingId = null,
    presentedOn = null,
    acceptedOn = null,
    maturesOn = null,
  }: Partial<Receivable>): void {
    Object.assign(this, { drawingId, presentedOn, acceptedOn, maturesOn });
  }

  /** Takes over what stands elsewhere. */
  stand(standing: Standing): void {
    const { invoiceNumber, currency, issuedOn, amount, ...rest } = standing;
    Object.assign(this, rest, { amount: amount ?? '0' });
    if (invoiceNumber && currency && issuedOn) Object.assign(this, { invoiceNumber, currency, issuedOn });
    this.outstanding = new Decimal(this.amount).minus(this.received).toFixed();
  }

  fallDue(banks: CreditBanks): void {
    this.dueOn = dueOf(this, banks).on;
  }

  /** What a way of paying needs and nobody said is what is usual. @throws TenorUnfit 400 */
  settleTerms(): void {
    if (!this.method) {
      Object.assign(this, { tenorDays: null, tenorFrom: null, letterOfCreditId: null });
      return;
    }
    const starts = STARTS_OF[this.method];
    this.tenorDays ??= 0;
    this.tenorFrom ??= starts[0] ?? null;
    if (!starts.some((start) => start === this.tenorFrom)) throw new TenorUnfit(this.method, starts);
    if (this.method !== 'lc') this.letterOfCreditId = null;
  }
}
