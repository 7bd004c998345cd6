import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, siteOf, type Config } from '../../platform/config/config';
import type { DomainEventRow } from '../../platform/events/domain-event.entity';
import { OnDomainEvent } from '../../platform/events/event-delivery';
import { MailPost } from '../../platform/mail/mail-post';
import { HappeningsReader, type HappeningRow } from './happenings.reader';
import { noticeMail } from './notice-mail';
import { audienceOf, newlyMentioned, severityOf, typeOf, type Audience } from './notices/notice';
import { kindOf } from './notices/kinds';
import { NOTICES, tell } from './notices/notices';
import { writtenFor } from './notices/written';
import { Notification } from './notification.entity';
import { NotificationsRepository } from './notifications.repository';

/** What was recorded longer ago is history and no news, e.g. when a house is taken over with its past. */
const NEWS_MS = 7 * 86_400_000;

/** Tells people what happened on their orders. Runs in the worker, after the deed and apart from it. */
@Injectable()
export class NotificationHandler {
  constructor(
    private readonly happenings: HappeningsReader,
    private readonly notifications: NotificationsRepository,
    private readonly post: MailPost,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One notification each person who wants it, however often it runs, and by mail where they want that. An order that was deleted meanwhile tells only who asked for that. */
  @OnDomainEvent(...Object.keys(NOTICES))
  async tell(event: DomainEventRow): Promise<void> {
    if (Date.now() - event.recordedAt.getTime() > NEWS_MS) return;
    const notice = NOTICES[event.name];
    const happening = notice && (await this.happenings.of([event.id])).get(event.id);
    if (!notice || !happening) return;
    const to = audienceOf(notice, happening);
    const people = await this.notifications.activePeople(
      peopleOf(to, happening),
      to.filter((audience) => audience === 'manager' || audience === 'admin'),
    );
    const deaf = event.subjectType === 'alert' ? await this.notifications.deafTo(event.subjectId, people) : [];
    const type = typeOf(notice, event.name, happening);
    const ways = await this.notifications.waysOf(people, kindOf(type));
    const hearers = people.filter((id) => id !== event.actorId && !deaf.includes(id) && ways.get(id) !== 'off');
    const told = await this.notifications.insertOnce(
      hearers.map((userId) =>
        Object.assign(new Notification(), {
          createdAt: event.recordedAt,
          userId,
          ...tell(event.name, { ...happening, hearerId: userId }, 'en'),
          notificationType: type,
          inDigest: ways.get(userId) === 'digest',
          relatedId: event.subjectId,
          relatedType: event.subjectType,
          orderId: event.orderId,
          severity: severityOf(notice, happening),
          eventId: event.id,
        } satisfies Partial<Notification>),
      ),
    );
    await this.mail(
      happening,
      told.filter(({ userId }) => ways.get(userId) === 'email'),
    );
  }

  /** To whom wants it by mail at once: on its way if what it tells of is told. */
  private async mail(happening: HappeningRow, told: readonly Notification[]): Promise<void> {
    if (!this.post.isOpen || !told.length) return;
    const people = await this.notifications.mailedPeople(told.map(({ userId }) => userId));
    for (const person of people)
      for (const notice of told.filter(({ userId }) => userId === person.id)) {
        const written = writtenFor(person, notice, happening);
        await this.post.send(
          noticeMail({ ...notice, ...written }, person, this.config.HOUSE_NAME, siteOf(this.config)),
        );
      }
  }

  /** What was told of an alert is settled once it is cleared, and told anew once it is worse. */
  @OnDomainEvent('alert.worsened', 'alert.cleared')
  settle({ orderId, subjectId, recordedAt }: DomainEventRow): Promise<void> {
    return this.notifications.settle(orderId, subjectId, recordedAt);
  }
}

function peopleOf(to: readonly Audience[], happening: HappeningRow): string[] {
  const { facts } = happening;
  const { merchandiserId, predecessorId, assignedToId, assignedById, approverId, requesterId, ownerId, sentById } =
    facts;
  const ids: Partial<Record<Audience, readonly unknown[]>> = {
    merchandiser: [happening.merchandiserId],
    assignee: [merchandiserId],
    predecessor: [predecessorId],
    creator: [happening.creatorId],
    doer: [assignedToId],
    giver: [assignedById],
    mentioned: newlyMentioned(facts),
    owner: [ownerId],
    approver: [approverId],
    requester: [requesterId],
    sender: [sentById],
  };
  return to.flatMap((audience) => ids[audience] ?? []).filter((id): id is string => typeof id === 'string');
}
