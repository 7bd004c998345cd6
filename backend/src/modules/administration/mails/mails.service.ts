import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { Outbox } from '../../../platform/events/outbox';
import { MailPost } from '../../../platform/mail/mail-post';
import type { MailRow } from '../../../platform/mail/mail.entity';
import type { Actor } from '../../auth/access/actor';
import { MailNotKept, MailOnItsWay } from './mails.errors';
import { MailResent } from './mails.events';
import { MailsRepository } from './mails.repository';

@Injectable()
export class MailsService {
  constructor(
    private readonly mails: MailsRepository,
    private readonly post: MailPost,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  /** A mail of its own: the first stays as it is. @throws ResourceNotFound 404, MailNotKept 409, MailOnItsWay 409 */
  resend(id: string, actor: Actor): Promise<MailRow> {
    return this.transaction.run(async () => {
      const { mail, isOnItsWay } = await this.mails.getForResending(id);
      if (mail.text === null) throw new MailNotKept();
      if (isOnItsWay) throw new MailOnItsWay();
      const copy = await this.post.resend(mail);
      const { toAddress: to, subject } = mail;
      await this.outbox.record(new MailResent(mail, actor, { to, subject, resentAs: copy.id }));
      return copy;
    });
  }
}
