import { CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { ProformaInvoice } from '../../proforma-invoice/proforma-invoice.entity';
import { LetterOfCredit } from '../letter-of-credit.entity';

/** A PI that an LC was opened against. */
@Entity('letter_of_credit_proforma_invoices')
@Index('ix_letter_of_credit_proforma_invoices_proforma_invoice_id', ['proformaInvoiceId'])
export class CoveredInvoice {
  @PrimaryColumn('uuid')
  letterOfCreditId: string;

  @PrimaryColumn('uuid')
  proformaInvoiceId: string;

  @ManyToOne(() => LetterOfCredit, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  letterOfCredit: LetterOfCredit;

  @ManyToOne(() => ProformaInvoice, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  proformaInvoice: ProformaInvoice;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt: Date;
}
