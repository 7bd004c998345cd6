import { Check, Column, Entity, Index, JoinColumn, ManyToOne, Unique } from 'typeorm';
import { BaseEntity } from '../../../platform/database/base.entity';
import { UNITS, type Unit } from '../../../platform/values/quantity';
import { OrderLine } from '../../orders/line/line.entity';
import { MillOffer } from '../../orders/mill-offers/mill-offer.entity';
import { sqlList } from '../../orders/vocabulary';
import { ProformaInvoice } from './proforma-invoice.entity';

/** How an HS code is written: 6 to 10 digits. */
export const HS_CODE = /^[0-9]{6,10}$/;

/** What a PI asks for one line of its order: carried over when it was raised, its own since. */
@Entity('proforma_invoice_lines')
@Check('ck_proforma_invoice_lines_quantity', 'quantity > 0')
@Check('ck_proforma_invoice_lines_unit', `unit IN (${sqlList(UNITS)})`)
@Check('ck_proforma_invoice_lines_price', 'price >= 0')
@Check('ck_proforma_invoice_lines_amount', 'amount >= 0')
@Check('ck_proforma_invoice_lines_hs_code', `hs_code ~ '${HS_CODE.source}'`)
@Unique('uq_proforma_invoice_lines_order_line', ['proformaInvoiceId', 'orderLineId'])
@Index('ix_proforma_invoice_lines_order_line', ['orderLineId'])
@Index('ix_proforma_invoice_lines_mill_offer', ['millOfferId'])
export class ProformaInvoiceLine extends BaseEntity {
  @ManyToOne(() => ProformaInvoice, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  proformaInvoice: ProformaInvoice;

  @Column('uuid')
  proformaInvoiceId: string;

  /** From 1, as the paper counts them. */
  @Column('integer')
  position: number;

  /** Null once the line has gone for good. */
  @ManyToOne(() => OrderLine, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  orderLine: OrderLine | null;

  @Column('uuid', { nullable: true })
  orderLineId: string | null;

  /** The mill's offer that was the chosen one of the line then. */
  @ManyToOne(() => MillOffer, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  millOffer: MillOffer | null;

  @Column('uuid', { nullable: true })
  millOfferId: string | null;

  @Column('varchar', { length: 150 })
  style: string;

  @Column('varchar', { length: 600, nullable: true })
  colour: string | null;

  @Column('text', { nullable: true })
  description: string | null;

  @Column('varchar', { length: 255, nullable: true })
  composition: string | null;

  @Column('text', { nullable: true })
  construction: string | null;

  /** g/m² */
  @Column('numeric', { precision: 10, scale: 2, nullable: true })
  gsm: string | null;

  @Column('varchar', { length: 100, nullable: true })
  width: string | null;

  @Column('varchar', { length: 10, nullable: true })
  hsCode: string | null;

  @Column('numeric', { precision: 14, scale: 3 })
  quantity: string;

  @Column('varchar', { length: 20 })
  unit: Unit;

  @Column('numeric', { precision: 14, scale: 4 })
  price: string;

  /** quantity × price, rounded once to the minor unit. */
  @Column('numeric', { precision: 16, scale: 3 })
  amount: string;

  /** What the mill asked then, and our commission: for the house's eyes, never on the paper. */
  @Column('numeric', { precision: 14, scale: 4, nullable: true })
  millPrice: string | null;

  @Column('numeric', { precision: 14, scale: 4, nullable: true })
  commission: string | null;
}
