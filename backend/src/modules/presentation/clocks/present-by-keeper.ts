import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { OnDomainEvent } from '../../../platform/events/event-delivery';
import { Jobs } from '../../../platform/jobs/jobs';
import { inPieces } from '../../../platform/jobs/pieces';
import { CalendarsRepository } from '../../planning/calendar/calendars.repository';
import { CreditClocksRepository } from './credit-clocks.repository';
import { CreditClocksService } from './credit-clocks.service';

const QUEUE = 'credit-clocks';

/** LCs of one transaction. */
const AT_ONCE = 50;

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
  constructor(
    private readonly clocks: CreditClocksService,
    private readonly credits: CreditClocksRepository,
    private readonly calendars: CalendarsRepository,
    private readonly transaction: Transaction,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.scheduled(QUEUE, '*/15 * * * *', async () => void (await this.keepRest()));
    if (this.config.PROVABOOK_ROLE !== 'api') await this.soon('start');
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
    await this.soon(id);
  }

  /** LCs of which it is not known yet. @returns how many */
  async keepRest(): Promise<number> {
    const { done, left } = await inPieces(
      (after) => this.credits.unreckoned(after, AT_ONCE),
      (ids) =>
        this.transaction.run(async () => {
          for (const id of ids) await this.clocks.keep(id);
        }),
    );
    if (left) await this.soon('rest');
    return done;
  }

  private soon(key: string): Promise<void> {
    return this.transaction.run(() => this.jobs.send(QUEUE, {}, { key, seconds: 2 }));
  }
}
