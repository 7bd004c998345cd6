import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { OnDomainEvent } from '../../../platform/events/event-delivery';
import { Upkeep, type Kept } from '../../../platform/jobs/upkeep';
import { CalendarsRepository } from '../../planning/calendar/calendars.repository';
import { CreditClocksRepository } from './credit-clocks.repository';
import { CreditClocksService } from './credit-clocks.service';

const OF_CREDIT = [
  ...['recorded', 'updated', 'restored', 'reopened', 'terms_read', 'terms_changed', 'amended'],
  ...['order_added', 'order_removed', 'invoice_added', 'drawing_recorded', 'drawing_removed'],
].map((deed) => `letter_of_credit.${deed}`);

/** When its goods leave, or are to leave. */
const OF_ORDER = [
  ...['created', 'updated', 'deleted', 'restored', 'departed', 'returned'].map((deed) => `shipment.${deed}`),
  ...['updated', 'revised', 'restored'].map((deed) => `order.${deed}`),
  ...['added', 'updated', 'revised', 'split', 'deleted', 'restored', 'status_changed'].map((deed) => `line.${deed}`),
];

const OF_CALENDARS = ['created', 'updated', 'deleted', 'restored'].map((deed) => `calendar.${deed}`);

/** Keeps by when documents are due under each LC, so that lists are ordered by it. Safe to run twice. */
@Injectable()
export class PresentByKeeper implements OnApplicationBootstrap {
  private readonly kept: Kept = {
    queue: 'credit-clocks',
    missing: (after, limit) => this.credits.unreckoned(after, limit),
    keep: (id) => this.clocks.keep(id),
  };

  constructor(
    private readonly clocks: CreditClocksService,
    private readonly credits: CreditClocksRepository,
    private readonly calendars: CalendarsRepository,
    private readonly upkeep: Upkeep,
  ) {}

  onApplicationBootstrap(): Promise<void> {
    return this.upkeep.begin(this.kept);
  }

  @OnDomainEvent(...OF_CREDIT)
  async creditMoved({ subjectId }: DomainEventRow): Promise<void> {
    await this.clocks.keep(subjectId);
  }

  @OnDomainEvent(...OF_ORDER)
  async orderMoved({ orderId }: DomainEventRow): Promise<void> {
    if (!orderId) return;
    for (const id of await this.credits.ofOrder(orderId)) await this.clocks.keep(id);
  }

  /** A bank may work on other days: all LCs are reckoned anew, by a job. */
  @OnDomainEvent(...OF_CALENDARS)
  async calendarMoved({ id, subjectId, data }: DomainEventRow): Promise<void> {
    const { before } = data as { before: { holder?: string } };
    const calendar = (await this.calendars.all()).find((each) => each.id === subjectId);
    if ((calendar?.holder ?? before.holder) !== 'bank') return;
    await this.credits.forget();
    await this.upkeep.soon(this.kept.queue, id);
  }

  /** LCs of which it is not known yet. @returns how many */
  keepRest(): Promise<number> {
    return this.upkeep.keepRest(this.kept);
  }
}
