import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import { MAIL_KINDS, MAIL_RESULTS, MailRow } from '../../../platform/mail/mail.entity';

export const mailList: ListDefinition = {
  alias: 'mail',
  filters: {
    kind: { kind: 'choice', column: 'mail.kind', values: MAIL_KINDS },
    state: { kind: 'choice', column: 'mail.state', values: MAIL_RESULTS },
  },
  search: ['mail.toAddress', 'mail.toName', 'mail.subject'],
  ordering: { createdAt: 'mail.createdAt' },
  defaultOrdering: '-createdAt',
};

@Injectable()
export class MailsRepository {
  constructor(private readonly transaction: Transaction) {}

  list(asked: ListQuery): Promise<Page<MailRow>> {
    return paginate(this.transaction.manager.createQueryBuilder(MailRow, 'mail'), mailList, asked);
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string): Promise<MailRow> {
    const mail = await this.transaction.manager.findOneBy(MailRow, { id });
    if (!mail) throw new ResourceNotFound('mail');
    return mail;
  }
}
