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

  /** The mail, locked, and whether it waits for its turn, itself or once more. @throws ResourceNotFound 404 */
  async getForResending(id: string): Promise<{ mail: MailRow; isOnItsWay: boolean }> {
    const { manager } = this.transaction;
    const mail = await manager.findOne(MailRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!mail) throw new ResourceNotFound('mail');
    const waits = mail.state === 'queued' || (await manager.existsBy(MailRow, { againOfId: id, state: 'queued' }));
    return { mail, isOnItsWay: waits };
  }
}
