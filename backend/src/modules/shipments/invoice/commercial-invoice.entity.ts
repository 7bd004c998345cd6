import { Check, Column, Entity, Index, JoinColumn, ManyToOne, OneToMany, PrimaryColumn } from 'typeorm';
import { BaseEntity, newId } from '../../../platform/database/base.entity';
import type { Day } from '../../../platform/values/day';
import { UNITS, type Unit } from '../../../platform/values/quantity';
import { User } from '../../auth/users/user.entity';
import { OrderLine } from '../../orders/line/line.entity';
import { sqlList } from '../../orders/vocabulary';
import { Shipment } from '../shipment.entity';
import { INCOTERMS, PRICE_SOURCES, type Incoterm, type PriceSource } from '../shipment.vocabulary';
import {
  COMMERCIAL_INVOICE_STATUSES,
  commercialInvoiceLifecycle,
  type CommercialInvoiceStatus,
} from './commercial-invoice.lifecycle';

/** What the buyer is asked to pay for a shipment, as it was written on that day. Never changed and never purged: cancelled. */
@Entity('commercial_invoices')
@Check('ck_commercial_invoices_status', `status IN (${sqlList(COMMERCIAL_INVOICE_STATUSES)})`)
@Check('ck_commercial_invoices_amount', 'amount > 0')
@Check('ck_commercial_invoices_currency', `currency ~ '^[A-Z]{3}$'`)
@Check('ck_commercial_invoices_incoterm', `incoterm IN (${sqlList(INCOTERMS)})`)
@Check('ck_commercial_invoices_cancelled', `(status = 'cancelled') = (cancel_reason IS NOT NULL)`)
@Index('uq_commercial_invoices_issued', ['shipmentId'], { unique: true, where: `status = 'issued'` })
@Index('ix_commercial_invoices_shipment', ['shipmentId', 'createdAt'])
@Index('ix_commercial_invoices_issue_date', { synchronize: false })
@Index('ix_commercial_invoices_amount', { synchronize: false })
@Index('ix_commercial_invoices_search', { synchronize: false })
export class CommercialInvoice extends BaseEntity {
  /** Null once its order was purged: the house keeps its books. */
  @ManyToOne(() => Shipment, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  shipment: Shipment | null;

  @Column('uuid', { nullable: true })
  shipmentId: string | null;

  /** Of the orders that it is for, kept where the orders themselves are not. */
  @Column('text', { array: true })
  orderNumbers: string[];

  /** `CI-00042`, the house's own count. */
  @Index('uq_commercial_invoices_number', { unique: true })
  @Column('varchar', { length: 30 })
  invoiceNumber: string;

  @Column('varchar', { length: 10, default: 'issued' })
  status: CommercialInvoiceStatus;

  @Column('date')
  issueDate: Day;

  @Column('varchar', { length: 3 })
  currency: string;

  /** The sum of its lines. */
  @Column('numeric', { precision: 16, scale: 3 })
  amount: string;

  @Column('varchar', { length: 3, nullable: true })
  incoterm: Incoterm | null;

  @Column('varchar', { length: 255, nullable: true })
  incotermPlace: string | null;

  @Column('text')
  buyer: string;

  /** Name and address of the house, and its bank, as its settings had them then. Null on those of before. */
  @Column('text', { nullable: true })
  seller: string | null;

  @Column('varchar', { length: 255, nullable: true })
  bankName: string | null;

  @Column('text', { nullable: true })
  bankAddress: string | null;

  @Column('varchar', { length: 11, nullable: true })
  bankBic: string | null;

  @Column('varchar', { length: 60, nullable: true })
  bankAccount: string | null;

  @Column('varchar', { length: 255, nullable: true })
  signatory: string | null;

  @Column('text', { nullable: true })
  notes: string | null;

  @Column('text', { nullable: true })
  cancelReason: string | null;

  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  createdBy: User | null;

  @Column('uuid', { nullable: true })
  createdById: string | null;

  @OneToMany(() => CommercialInvoiceLine, ({ invoice }) => invoice)
  lines: CommercialInvoiceLine[];

  /** @throws IllegalTransition 409 */
  cancel(reason: string): void {
    this.status = commercialInvoiceLifecycle.step(this.status, 'cancelled');
    this.cancelReason = reason;
  }
}

/** A line of it: words, quantity and price as they stood when it was issued. */
@Entity('commercial_invoice_lines')
@Check('ck_commercial_invoice_lines_quantity', 'quantity > 0')
@Check('ck_commercial_invoice_lines_unit', `unit IN (${sqlList(UNITS)})`)
@Check('ck_commercial_invoice_lines_unit_price', 'unit_price >= 0')
@Check('ck_commercial_invoice_lines_price_from', `price_from IN (${sqlList(PRICE_SOURCES)})`)
@Check('ck_commercial_invoice_lines_pi_number', `(price_from = 'proforma_invoice') = (pi_number IS NOT NULL)`)
@Index('ix_commercial_invoice_lines_invoice', ['invoiceId', 'sequenceNumber'])
@Index('ix_commercial_invoice_lines_order_line', ['orderLineId'])
export class CommercialInvoiceLine {
  @PrimaryColumn('uuid')
  id: string = newId();

  @ManyToOne(() => CommercialInvoice, ({ lines }) => lines, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  invoice: CommercialInvoice;

  @Column('uuid')
  invoiceId: string;

  @ManyToOne(() => OrderLine, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  orderLine: OrderLine | null;

  @Column('uuid', { nullable: true })
  orderLineId: string | null;

  @Column('integer')
  sequenceNumber: number;

  @Column('text')
  description: string;

  @Column('numeric', { precision: 14, scale: 3 })
  quantity: string;

  @Column('varchar', { length: 20 })
  unit: Unit;

  @Column('numeric', { precision: 14, scale: 4 })
  unitPrice: string;

  /** Null on those of before, which did not keep it. */
  @Column('varchar', { length: 20, nullable: true })
  priceFrom: PriceSource | null;

  /** The PI that the price stood on: a number, since numbers never come again and PIs may go. */
  @Column('varchar', { length: 100, nullable: true })
  piNumber: string | null;

  /** Rounded once, to the currency's minor unit. */
  @Column('numeric', { precision: 16, scale: 3 })
  amount: string;
}
