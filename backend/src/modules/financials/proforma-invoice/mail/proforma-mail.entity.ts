import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { BaseEntity } from '../../../../platform/database/base.entity';
import { User } from '../../../auth/users/user.entity';
import { sqlList } from '../../../orders/vocabulary';
import { ProformaInvoice } from '../proforma-invoice.entity';

/** `failed`: the mail server refused it as often as it was tried. */
export const MAIL_STATES = ['queued', 'sent', 'failed'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** A PI sent by e-mail with its PDF: what was written, to whom, and what became of it. */
@Entity('proforma_invoice_mails')
@Check('ck_proforma_invoice_mails_state', `state IN (${sqlList(MAIL_STATES)})`)
@Index('ix_proforma_invoice_mails_invoice', ['proformaInvoiceId', 'createdAt'])
export class ProformaInvoiceMail extends BaseEntity {
  @ManyToOne(() => ProformaInvoice, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  proformaInvoice: ProformaInvoice;

  @Column('uuid')
  proformaInvoiceId: string;

  @Column('varchar', { length: 254 })
  toAddress: string;

  @Column('varchar', { length: 200 })
  subject: string;

  @Column('text')
  message: string;

  /** The PDF that went with it: it stays where it is when the PI gets another. */
  @Column('varchar', { length: 300 })
  fileKey: string;

  @Column('varchar', { length: 255 })
  fileName: string;

  @Column('varchar', { length: 10, default: 'queued' })
  state: MailState;

  /** Why it has not gone, in words for people. */
  @Column('varchar', { length: 300, nullable: true })
  fault: string | null;

  @Column('integer', { default: 0 })
  tries: number;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  sentAt: Date | null;

  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  createdBy: User | null;

  @Column('uuid', { nullable: true })
  createdById: string | null;
}
