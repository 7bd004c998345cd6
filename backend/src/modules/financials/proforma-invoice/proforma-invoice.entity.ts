import Decimal from 'decimal.js';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, Unique } from 'typeorm';
import { attachmentCheck, type Attachment } from '../../../platform/storage/with-attachment';
import type { Day } from '../../../platform/values/day';
import { User } from '../../auth/users/user.entity';
import { Order } from '../../orders/order/order.entity';
import { sqlList } from '../../orders/vocabulary';
import { INCOTERMS, InvoiceTerms } from './invoice-terms';
import type { InvoiceContent } from './differences';
import type { ProformaInvoiceLine } from './proforma-invoice-line.entity';
import { NotDraft, ReviewClosed, ReviewNeeded, WroteItThemselves } from './proforma-invoice.errors';
import {
  PROFORMA_INVOICE_STATUSES,
  proformaInvoiceLifecycle,
  REVIEW_STATES,
  type ProformaInvoiceStatus,
  type ReviewState,
} from './proforma-invoice.lifecycle';

/** What the house asks a buyer to pay for an order. Its number is never given out again, whatever becomes of it. */
@Entity('proforma_invoices')
@Index('ix_proforma_invoices_pdf_file_key', { synchronize: false })
@Check('ck_proforma_invoices_status', `status IN (${sqlList(PROFORMA_INVOICE_STATUSES)})`)
@Check('ck_proforma_invoices_amount', 'amount > 0')
@Check('ck_proforma_invoices_currency', `currency ~ '^[A-Z]{3}$'`)
@Check('ck_proforma_invoices_valid_until', 'valid_until >= issue_date')
@Check('ck_proforma_invoices_replaces', 'replaces_id <> id')
@Check('ck_proforma_invoices_pdf_file', attachmentCheck('pdf_file'))
@Check('ck_proforma_invoices_incoterm', `incoterm IN (${sqlList(INCOTERMS)})`)
@Check('ck_proforma_invoices_incoterm_place', 'incoterm IS NULL OR incoterm_place IS NOT NULL')
@Check('ck_proforma_invoices_tolerance', 'tolerance_percent >= 0 AND tolerance_percent < 100')
@Check('ck_proforma_invoices_review', `review IN (${sqlList(REVIEW_STATES)})`)
@Unique('uq_proforma_invoices_order_version', ['orderId', 'version'])
@Index('ix_proforma_invoices_replaces_id', ['replacesId'])
@Index('ix_proforma_invoices_search', { synchronize: false })
@Index('ix_proforma_invoices_created', { synchronize: false })
@Index('ix_proforma_invoices_status', { synchronize: false })
@Index('ix_proforma_invoices_issue_date', { synchronize: false })
@Index('ix_proforma_invoices_amount', { synchronize: false })
@Index('ix_proforma_invoices_review', { synchronize: false })
export class ProformaInvoice extends InvoiceTerms {
  @ManyToOne(() => Order, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn()
  order: Order;

  @Column('uuid')
  orderId: string;

  /** `PI-00042`, the house's own count. */
  @Index('uq_proforma_invoices_number', { unique: true })
  @Column('varchar', { length: 100 })
  piNumber: string;

  /** Counts the PIs of its order, from 1. */
  @Column('integer')
  version: number;

  @ManyToOne(() => ProformaInvoice, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  replaces: ProformaInvoice | null;

  @Column('uuid', { nullable: true })
  replacesId: string | null;

  @Column('varchar', { length: 20, default: 'draft' })
  status: ProformaInvoiceStatus;

  @Column('numeric', { precision: 16, scale: 3 })
  amount: string;

  @Column('varchar', { length: 3 })
  currency: string;

  @Column('date')
  issueDate: Day;

  /** The last day on which the buyer may accept it. */
  @Column('date', { nullable: true })
  validUntil: Day | null;

  @Column('text', { nullable: true })
  notes: string | null;

  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  createdBy: User | null;

  @Column('uuid', { nullable: true })
  createdById: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  sentAt: Date | null;

  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  confirmedBy: User | null;

  @Column('uuid', { nullable: true })
  confirmedById: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  confirmedAt: Date | null;

  @Column('text', { nullable: true })
  cancellationReason: string | null;

  /** When the house printed the PDF that it carries; null for one that was uploaded. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  printedAt: Date | null;

  /** Null: nobody asked, or it was changed after it was approved. */
  @Column('varchar', { length: 20, nullable: true })
  review: ReviewState | null;

  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  reviewedBy: User | null;

  @Column('uuid', { nullable: true })
  reviewedById: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  reviewedAt: Date | null;

  /** Why it was returned. */
  @Column('text', { nullable: true })
  reviewReason: string | null;

  /** What the last approval approved, also where it was changed since. */
  @Column('jsonb', { nullable: true, select: false })
  approvedContent?: InvoiceContent | null;

  /** No column: read with a single PI. Empty on one that has an amount alone. */
  lines?: ProformaInvoiceLine[];

  /**
   * To the buyer.
   * @param threshold above which a manager approves it first; null where there is none  @throws IllegalTransition 409, ReviewNeeded 409
   */
  dispatch(now: Date, threshold: string | null): void {
    const status = proformaInvoiceLifecycle.step(this.status, 'sent');
    if (this.needsReview(threshold))
      throw new ReviewNeeded(this.piNumber, { amount: threshold ?? '', currency: this.currency });
    this.status = status;
    this.sentAt = now;
  }

  /** Whether somebody has to approve it before it is sent. */
  needsReview(threshold: string | null): boolean {
    return threshold !== null && new Decimal(this.amount).gt(threshold) && this.review !== 'approved';
  }

  /** @throws ReviewClosed 409 */
  askForReview(): void {
    this.refuseReview(this.review !== 'pending' && this.review !== 'approved', 'asked for');
    Object.assign(this, { review: 'pending', reviewReason: null });
  }

  /** @param wrote whether the reviewer wrote any of it  @throws ReviewClosed 409, WroteItThemselves 403 */
  approve(by: User, wrote: boolean, content: InvoiceContent, now: Date): void {
    this.review = this.decide(by, wrote, 'approved', now);
    this.approvedContent = content;
  }

  /** @throws ReviewClosed 409, WroteItThemselves 403 */
  giveBack(by: User, wrote: boolean, reason: string, now: Date): void {
    this.review = this.decide(by, wrote, 'returned', now);
    this.reviewReason = reason;
  }

  /** It says something else now: what was approved or printed was not this. */
  changed(): void {
    if (this.review === 'approved') this.review = null;
    if (this.printedAt) Object.assign(this, { attachment: null, printedAt: null });
  }

  private decide<T extends ReviewState>(by: User, wrote: boolean, state: T, now: Date): T {
    this.refuseReview(this.review === 'pending', state);
    if (wrote) throw new WroteItThemselves(this.piNumber);
    Object.assign(this, { reviewedBy: by, reviewedById: by.id, reviewedAt: now });
    return state;
  }

  private refuseReview(open: boolean, verb: string): void {
    if (this.status !== 'draft' || !open) throw new ReviewClosed(this.piNumber, verb, this.status, this.review);
  }

  /** By a manager. @throws IllegalTransition 409 */
  confirm(by: User, now: Date): void {
    this.status = proformaInvoiceLifecycle.step(this.status, 'confirmed');
    Object.assign(this, { confirmedBy: by, confirmedById: by.id, confirmedAt: now });
  }

  /** @throws IllegalTransition 409 */
  cancel(reason: string): void {
    this.status = proformaInvoiceLifecycle.step(this.status, 'cancelled');
    this.cancellationReason = reason;
  }

  /** The PDF that the buyer gets: renewed while it is a draft, added once later. @throws NotDraft 409 */
  attachPdf(pdf: Attachment, printedAt: Date | null = null): void {
    this.refusePdf();
    this.attachment = pdf;
    this.printedAt = printedAt;
  }

  /** @throws NotDraft 409 when the PDF that it has, or not having one, is how it was left */
  refusePdf(): void {
    if (this.status === 'cancelled' || (this.status !== 'draft' && this.attachment))
      throw new NotDraft(this.piNumber, this.status, 'changed');
  }

  /** A PI that another takes the place of no longer stands, unless the buyer's side was confirmed: that ends by hand. */
  get givesWay(): boolean {
    return this.status === 'draft' || this.status === 'sent';
  }
}
