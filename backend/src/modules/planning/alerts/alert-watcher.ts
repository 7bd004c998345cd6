import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { OnDomainEvent } from '../../../platform/events/event-delivery';
import { Jobs } from '../../../platform/jobs/jobs';
import { AlertKeeper } from './alert-keeper';

const QUEUE = 'alerts';

/** However much happens to an order at once, it is gone through once in this time. */
const CALM_SECONDS = 2;

const verbs = (of: string, ...done: string[]) => done.map((each) => `${of}.${each}`);

/** What can change what a rule finds on its order. */
const CHANGING = [
  'approval.recorded',
  ...verbs('order', 'created', 'imported', 'updated', 'revised', 'delivered', 'status_changed', 'stage_changed'),
  ...verbs('order', 'assigned', 'deleted', 'restored', 'converted'),
  ...verbs('style', 'added', 'deleted', 'restored'),
  ...verbs(
    'line',
    'added',
    'updated',
    'revised',
    'deleted',
    'restored',
    'status_changed',
    'short_closed',
    'gates_relaid',
  ),
  ...verbs('gate', 'added', 'removed', 'handed_over'),
  ...verbs('milestone', 'written', 'removed', 'restored'),
  ...verbs('plan', 'laid', 'laid_back'),
  ...verbs('letter_of_credit', 'recorded', 'updated', 'terms_read', 'amended', 'deleted', 'restored', 'expired'),
  ...verbs('shipment', 'created', 'updated', 'departed', 'delivered', 'returned', 'deleted', 'restored'),
  ...verbs('production_entry', 'recorded', 'corrected', 'removed', 'restored'),
  ...verbs('task', 'created', 'updated', 'assigned', 'completed', 'cancelled', 'reopened', 'deleted', 'restored'),
];

/** Has the rules gone through: of an order after what happened to it, of the house each hour, at the start and when a rule changes. */
@Injectable()
export class AlertWatcher implements OnApplicationBootstrap {
  constructor(
    private readonly keeper: AlertKeeper,
    private readonly transaction: Transaction,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.scheduled(QUEUE, '12 * * * *', async ({ orderId }) => {
      if (typeof orderId === 'string') return void (await this.keeper.evaluate(orderId));
      await this.keeper.evaluate();
      await this.keeper.sweep();
    });
    if (this.config.PROVABOOK_ROLE !== 'api') await this.transaction.run(() => this.wholeHouse());
  }

  @OnDomainEvent(...CHANGING)
  async changed({ orderId }: DomainEventRow): Promise<void> {
    if (orderId) await this.jobs.send(QUEUE, { orderId }, { key: orderId, seconds: CALM_SECONDS });
  }

  @OnDomainEvent('alert_rule.updated')
  wholeHouse(): Promise<void> {
    return this.jobs.send(QUEUE, {}, { key: 'house', seconds: CALM_SECONDS });
  }
}
