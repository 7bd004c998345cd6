import { Flag, Id, Instant, OneOf, Text, TextList, Whole } from '../../../platform/http/fields';
import {
  MAIL_KINDS,
  MAIL_RESULTS,
  type MailKind,
  type MailResult,
  type MailRow,
} from '../../../platform/mail/mail.entity';

export class MailSummaryDto {
  @Id() id: string;
  @OneOf(MAIL_KINDS, { name: 'MailKind' }) kind: MailKind;
  @Text({ max: 255, min: 0, example: 'Rina Akter' }) toName: string;
  @Text({ max: 254, example: 'rina@provabook.com' }) toAddress: string;
  @Text({ max: 300, min: 0, example: '3 open alerts on 22 Nov 2026' }) subject: string;
  @OneOf(MAIL_RESULTS, { name: 'MailResult', description: 'Of its last try; the queue tries again by itself.' })
  state: MailResult;
  @Whole({ min: 0, max: 2147483647, example: 1 }) tries: number;
  @Text({ max: 300, nullable: true, description: 'What the mail server said.', example: null }) fault: string | null;
  @Instant() createdAt: string;
  @Instant({ nullable: true, description: 'When the mail server took it.' }) sentAt: string | null;
  @Flag({ description: 'Its words are kept, so that it can be sent again.' }) isKept: boolean;

  static from(mail: MailRow): MailSummaryDto {
    const { id, kind, toName, toAddress, subject, state, tries, fault } = mail;
    return {
      ...{ id, kind, toName, toAddress, subject, state, tries, fault },
      createdAt: mail.createdAt.toISOString(),
      sentAt: mail.sentAt?.toISOString() ?? null,
      isKept: mail.text !== null,
    };
  }
}

export class MailDto extends MailSummaryDto {
  @Text({ max: 1_000_000, nullable: true, description: 'Null where it is not kept.', example: 'Hello Rina Akter,' })
  text: string | null;
  @TextList({ max: 20, each: 255, description: 'What went with it.', example: ['PI-00042 v1.pdf'] })
  fileNames: string[];

  static override from(mail: MailRow): MailDto {
    return { ...MailSummaryDto.from(mail), text: mail.text, fileNames: mail.files.map(({ fileName }) => fileName) };
  }
}
