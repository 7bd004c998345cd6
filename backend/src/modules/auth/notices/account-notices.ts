import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { OnDomainEvent } from '../../../platform/events/event-delivery';
import type { Language } from '../../../platform/mail/letter';
import { accountMail } from '../links/account-mail';
import { AccountMails } from '../links/account-mails';
import { UsersRepository } from '../users/users.repository';
import { deviceOf } from './device';
import { NOTICE_EVENTS, NOTICE_MAILS, type Noticed, type NoticeEvent } from './notice-mails';

const KIND = 'account_notice';

/** Mails a person what was done to the ways into their account. Who does it cannot keep it from them. */
@Injectable()
export class AccountNotices {
  constructor(
    private readonly transaction: Transaction,
    private readonly users: UsersRepository,
    private readonly mails: AccountMails,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    mails.register(KIND, (eventId) => this.send(eventId));
  }

  @OnDomainEvent(...NOTICE_EVENTS)
  async onDeed({ id }: DomainEventRow): Promise<void> {
    if (this.mails.isSetUp) await this.mails.ask(KIND, id);
  }

  private async send(eventId: string): Promise<void> {
    const event = await this.transaction.manager.findOneBy(DomainEventRow, { id: eventId });
    const user = event && (await this.users.findActive(event.subjectId));
    if (!user) return;
    const noticed = await this.noticed(event, user.fullName, user.language);
    const mail = accountMail(NOTICE_MAILS[user.language](event.name as NoticeEvent, noticed));
    await this.mails.send({ name: user.fullName, address: user.email }, `account-${event.id}`, mail);
  }

  private async noticed(event: DomainEventRow, name: string, language: Language): Promise<Noticed> {
    const others = event.actorId && event.actorId !== event.subjectId ? [event.actorId] : [];
    const [by] = await this.users.namesOf(others);
    const { issuer, from } = event.data as { issuer?: string; from?: { address?: string; userAgent?: string } | null };
    const { HOUSE_NAME: house, TZ_HOUSE: timeZone, OIDC_NAME: called } = this.config;
    const format = { dateStyle: 'long', timeStyle: 'short', timeZone } as const;
    return {
      ...{ house, name },
      when: `${new Intl.DateTimeFormat(language === 'bn' ? 'bn-BD' : 'en-GB', format).format(event.occurredAt)} (${timeZone})`,
      by: by?.fullName ?? null,
      device: deviceOf(from?.userAgent),
      address: from?.address ?? null,
      provider: issuer ? (called ?? new URL(issuer).hostname) : null,
      url: this.mails.pageAt('/forgot-password'),
    };
  }
}
