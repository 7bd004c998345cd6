import { Email, Id, Instant, ListOf, Nested, OneOf, Text } from '../../../../platform/http/fields';
import { PersonDto } from '../../../orders/order/orders.dto';
import { MAIL_STATES, type MailState, type ProformaInvoiceMail } from './proforma-mail.entity';

export class MailProformaInvoiceDto {
  @Email({ example: 'buying@anabia.example' }) to: string;
  @Text({ max: 200, example: 'PI-00042 for PO-1182' })
  subject: string;
  @Text({ max: 5000, example: 'Please find our proforma invoice attached.' }) message: string;
}

export class ProformaInvoiceMailDto {
  @Id() id: string;
  @Email() to: string;
  @Text({ max: 200, example: 'PI-00042 for PO-1182' }) subject: string;
  @Text({ max: 5000, example: 'Please find our proforma invoice attached.' }) message: string;
  @Text({ max: 255, example: 'PI-00042 v1.pdf' }) fileName: string;
  @OneOf(MAIL_STATES, { name: 'MailState' }) state: MailState;
  @Text({ max: 300, nullable: true, description: 'Why it has not gone.', example: null }) fault: string | null;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) sentAt: string | null;
  @Nested(() => PersonDto, { nullable: true }) createdBy: PersonDto | null;

  static from(mail: ProformaInvoiceMail): ProformaInvoiceMailDto {
    const { id, toAddress, subject, message, fileName, state, fault } = mail;
    return {
      ...{ id, to: toAddress, subject, message, fileName, state, fault },
      createdAt: mail.createdAt.toISOString(),
      sentAt: mail.sentAt?.toISOString() ?? null,
      createdBy: PersonDto.from(mail.createdBy),
    };
  }
}

export class ProformaInvoiceMailsDto {
  @ListOf(() => ProformaInvoiceMailDto, { max: 100, description: 'The latest first.' }) mails: ProformaInvoiceMailDto[];
}
