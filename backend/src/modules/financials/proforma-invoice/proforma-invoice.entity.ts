import { Check, Column, Entity, Index, JoinColumn, ManyToOne, Unique } from 'typeorm';
import { attachmentCheck, WithAttachment, type Attachment } from '../../../platform/storage/with-attachment';
import type { Day } from '../../../platform/values/day';
import { User } from '../../auth/users/user.entity';
import { Order } from '../../orders/order/order.entity';
import { sqlList } from '../../orders/vocabulary';
import { NotDraft } from './proforma-invoice.errors';
import {
  PROFORMA_INVOICE_STATUSES,
  proformaInvoiceLifecycle,
  type ProformaInvoiceStatus,
} from './proforma-invoice.lifecycle';

/** What the house asks a buyer to pay for an order. Its number is never given out again, whatever becomes of it. */
@Entity('proforma_invoices')
@Check('ck_proforma_invoices_status', `status IN (${sqlList(PROFORMA_INVOICE_STATUSES)})`)
@Check('ck_proforma_invoices_amount', 'amount > 0')
@Check('ck_proforma_invoices_currency', `currency ~ '^[A-Z]{3}$'`)
@Check('ck_proforma_invoices_valid_until', 'valid_until >= issue_date')
@Check('ck_proforma_invoices_replaces', 'replaces_id <> id')
@Check('ck_proforma_invoices_pdf_file', attachmentCheck('pdf_file'))
@Unique('uq_proforma_invoices_order_version', ['orderId', 'version'])
@Index('ix_proforma_invoices_replaces_id', ['replacesId'])
@Index('ix_proforma_invoices_search', { synchronize: false })
@Index('ix_proforma_invoices_created', { synchronize: false })
@Index('ix_proforma_invoices_status', { synchronize: false })
@Index('ix_proforma_invoices_issue_date', { synchronize: false })
@Index('ix_proforma_invoices_amount', { synchronize: false })
export class ProformaInvoice extends WithAttachment('pdf_file') {
  @ManyToOne(() => Order, { nullable: false, onDelete: 'CASCADE' })
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

  /** To the buyer. @throws IllegalTransition 409 */
  dispatch(now: Date): void {
    this.status = proformaInvoiceLifecycle.step(this.status, 'sent');
    this.sentAt = now;
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
  attachPdf(pdf: Attachment): void {
    this.refusePdf();
    this.attachment = pdf;
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
