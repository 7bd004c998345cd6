import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../platform/events/domain-event.entity';
import { OnDomainEvent } from '../../platform/events/event-delivery';
import { HappeningsReader, type HappeningRow } from './happenings.reader';
import { audienceOf, newlyMentioned, severityOf, typeOf, type Audience } from './notices/notice';
import { NOTICES } from './notices/notices';
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
  ) {}

  /** One notification each person, however often it runs. An order that was deleted meanwhile tells only who asked for that. */
  @OnDomainEvent(...Object.keys(NOTICES))
  async tell(event: DomainEventRow): Promise<void> {
    if (Date.now() - event.recordedAt.getTime() > NEWS_MS) return;
    const notice = NOTICES[event.name];
    const happening = notice && (await this.happenings.of(event));
    if (!notice || !happening) return;
    const to = audienceOf(notice, happening);
    const people = await this.notifications.activePeople(
      peopleOf(to, happening),
      to.filter((audience) => audience === 'manager' || audience === 'admin'),
    );
    const deaf = event.subjectType === 'alert' ? await this.notifications.deafTo(event.subjectId, people) : [];
    const hearers = people.filter((id) => id !== event.actorId && !deaf.includes(id));
    await this.notifications.insertOnce(
      hearers.map((userId) =>
        Object.assign(new Notification(), {
          createdAt: event.recordedAt,
          userId,
          title: notice.title({ ...happening, hearerId: userId }).slice(0, 255),
          message: notice.message({ ...happening, hearerId: userId }),
          notificationType: typeOf(notice, event.name, happening),
          relatedId: event.subjectId,
          relatedType: event.subjectType,
          orderId: event.orderId,
          severity: severityOf(notice, happening),
          eventId: event.id,
        } satisfies Partial<Notification>),
      ),
    );
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
