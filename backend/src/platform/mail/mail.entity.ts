import { Check, Column, Entity, Index } from 'typeorm';
import { BaseEntity } from '../database/base.entity';

/** `failed`: its last try; what sends it tries again by itself for a while. */
export const MAIL_RESULTS = ['queued', 'sent', 'failed'] as const;
export type MailResult = (typeof MAIL_RESULTS)[number];

/** What mails are about. `account`: a link into somebody's account, which is kept nowhere. */
export const MAIL_KINDS = ['account', 'digest', 'notice', 'proforma_invoice'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

export interface KeptFile {
  key: string;
  fileName: string;
  contentType: string;
}

const sqlList = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');

/** A mail that was sent or tried: to whom, when, what became of it, and what it said where that is no secret. */
@Entity('mails')
@Check('ck_mails_state', `state IN (${sqlList(MAIL_RESULTS)})`)
@Check('ck_mails_kind', `kind IN (${sqlList(MAIL_KINDS)})`)
@Index('uq_mails_message_id', ['messageId'], { unique: true })
@Index('ix_mails_created', { synchronize: false })
@Index('ix_mails_again_of_id', ['againOfId'], { where: 'again_of_id IS NOT NULL' })
export class MailRow extends BaseEntity {
  @Column('varchar', { length: 30 })
  kind: MailKind;

  /** The `Message-ID` without its host. */
  @Column('varchar', { length: 200 })
  messageId: string;

  @Column('varchar', { length: 255 })
  toName: string;

  @Column('varchar', { length: 254 })
  toAddress: string;

  @Column('varchar', { length: 300 })
  subject: string;

  /** Null where it is not kept. */
  @Column('text', { nullable: true })
  text: string | null;

  @Column('text', { nullable: true })
  html: string | null;

  @Column('jsonb', { default: () => "'[]'" })
  files: KeptFile[];

  @Column('varchar', { length: 10 })
  state: MailResult;

  @Column('integer', { default: 0 })
  tries: number;

  /** Why its last try failed, as the mail server says. */
  @Column('varchar', { length: 300, nullable: true })
  fault: string | null;

  /** The mail that this one says once more. */
  @Column('uuid', { nullable: true })
  againOfId: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  sentAt: Date | null;
}
