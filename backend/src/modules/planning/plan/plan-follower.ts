import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { OnDomainEvent } from '../../../platform/events/event-delivery';
import { Jobs } from '../../../platform/jobs/jobs';
import { inPieces } from '../../../platform/jobs/pieces';
import { today } from '../../../platform/values/day';
import { SupplierDeliveriesRepository } from '../../orders/deliveries/supplier-deliveries.repository';
import { DELIVERY_EVENTS } from '../../orders/deliveries/supplier-delivery.events';
import { LinesRepository } from '../../orders/line/lines.repository';
import { StageProgress } from '../../production/entries/stage-progress';
import { StepDurationsService } from '../history/step-durations.service';
import { MilestonesRepository } from '../milestones.repository';
import { MilestonesService } from '../milestones.service';
import type { TemplateStep } from '../template/template.entity';
import { HAPPENINGS, PAPER_EVENTS, PAPER_STEPS, stepsHappening } from './happenings';
import { OUTPUT_EVENTS, stepsOfOutput } from './output-steps';
import { LinePlansRepository } from './line-plans.repository';
import { PaperDays } from './paper-days';
import { PlanKeeper } from './plan-keeper';
import { PlansService } from './plans.service';
import { yarnDays } from './yarn-days';

const QUEUE = 'plan-forecasts';

/** Lines of one transaction. */
const AT_ONCE = 100;

/** Figures of a line or an order that its plan leans on: the day it leaves, and whose calendars count. */
const LEANT_ON = ['etd', 'millName', 'buyerName', 'customerName'];

/** Keeps plans true to what happens elsewhere. Runs in the worker, after the deed and apart from it; safe to run twice. */
@Injectable()
export class PlanFollower implements OnApplicationBootstrap {
  constructor(
    private readonly milestones: MilestonesService,
    private readonly plans: PlansService,
    private readonly linePlans: LinePlansRepository,
    private readonly steps: MilestonesRepository,
    private readonly lines: LinesRepository,
    private readonly keeper: PlanKeeper,
    private readonly papers: PaperDays,
    private readonly deliveries: SupplierDeliveriesRepository,
    private readonly progress: StageProgress,
    private readonly durations: StepDurationsService,
    private readonly transaction: Transaction,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.scheduled(QUEUE, '7 0 * * *', async ({ rest }) => {
      if (!rest) await this.durations.count();
      await this.reckonAll();
    });
  }

  /** A gate was approved, a sample sent: the step of that name happened on that day, or no longer did. */
  @OnDomainEvent(...HAPPENINGS)
  async happened(event: DomainEventRow): Promise<void> {
    const { orderId, orderLineId, occurredAt, name } = event;
    if (!orderId) return;
    const { done, reopened } = stepsHappening(event);
    if (!done.length && !reopened.length) return;
    const day = today(this.config.TZ_HOUSE, occurredAt);
    for (const line of await this.lines.lockOfOrder(orderId, orderLineId)) {
      for (const key of reopened) await this.milestones.reopen(line, key, name);
      for (const key of done) await this.milestones.happen(line, key, day, name);
    }
  }

  /** A PI was sent or cancelled, an LC came or was deleted, a shipment left: the step happened by those that stand, or no longer did. */
  @OnDomainEvent(...PAPER_EVENTS)
  async papersChanged(event: DomainEventRow): Promise<void> {
    for (const orderId of await this.papers.ordersOf(event)) {
      const lines = await this.lines.lockOfOrder(orderId, null);
      if (!lines.length) continue;
      for (const [key, day] of (await this.papers.of([orderId])).get(orderId) ?? [])
        for (const line of lines) await this.milestones.happenAsTold(line, key, day, event.name, PAPER_STEPS[key]);
    }
  }

  /** Yarn came, or what was recorded of it was changed: each line has its yarn since a day, or not yet. */
  @OnDomainEvent(...DELIVERY_EVENTS)
  async delivered({ orderId, name, data }: DomainEventRow): Promise<void> {
    if (!orderId) return;
    const came = await this.deliveries.yarnOf([orderId]);
    const { before } = data as { before?: { kind?: unknown } };
    if (!came.length && before?.kind !== 'yarn') return;
    const lines = await this.lines.lockOfOrder(orderId, null);
    const days = yarnDays(lines, came);
    for (const line of lines)
      await this.milestones.happenAsTold(line, 'yarnReceived', days.get(line.id) ?? null, name, DELIVERY_EVENTS);
  }

  /** What was made of a line began a stage, or all of it is made: the steps of that stage happened; a correction moves them. */
  @OnDomainEvent(...OUTPUT_EVENTS)
  async made({ orderId, orderLineId, name }: DomainEventRow): Promise<void> {
    if (!orderId || !orderLineId) return;
    const lines = await this.lines.lockOfOrder(orderId, orderLineId);
    const progress = await this.progress.of(lines);
    for (const line of lines)
      for (const [key, day] of stepsOfOutput(progress.get(line.id)?.stages ?? []))
        await this.milestones.happenAsTold(line, key, day, name, OUTPUT_EVENTS);
  }

  /** Another ETD, mill or buyer: open days that nobody fixed are laid back anew, and the forecast is reckoned. */
  @OnDomainEvent('line.updated', 'line.revised', 'order.updated', 'order.revised')
  async changed({ orderId, orderLineId, data }: DomainEventRow): Promise<void> {
    const after = Object.keys((data['after'] ?? {}) as object);
    if (!orderId || !after.some((field) => LEANT_ON.includes(field))) return;
    const lines = await this.lines.lockOfOrder(orderId, orderLineId);
    for (const line of lines) await this.plans.layAgain(line);
  }

  /** When somebody works is another: what is forecast of the lines that they hold steps of is reckoned anew. */
  @OnDomainEvent('calendar.created', 'calendar.updated', 'calendar.deleted', 'calendar.restored')
  calendarChanged(): Promise<void> {
    return this.reckonSoon();
  }

  /** Another holder of a step of a template is its holder on the plans that were laid from it, as far as it is open. */
  @OnDomainEvent('tna_template.updated')
  async templateChanged({ subjectId, data }: DomainEventRow): Promise<void> {
    const { before, after } = data as unknown as Record<'before' | 'after', { steps?: TemplateStep[] }>;
    const holders = new Map(before.steps?.map(({ key, holder }) => [key, holder]));
    const handed = (after.steps ?? []).filter(({ key, holder }) => holders.has(key) && holders.get(key) !== holder);
    if (!handed.length) return;
    await this.steps.handOver(subjectId, handed);
    await this.reckonSoon();
  }

  /** Every open plan, as soon as the worker comes to it. */
  private async reckonSoon(): Promise<void> {
    await this.linePlans.forgetReckoning(today(this.config.TZ_HOUSE));
    await this.jobs.send(QUEUE, {}, { key: 'house', seconds: 2 });
  }

  /** Today moves on: every open plan that was not reckoned today is, the rest of many by the next job. @returns how many */
  async reckonAll(): Promise<number> {
    const day = today(this.config.TZ_HOUSE);
    const { done, left } = await inPieces(
      (after) => this.linePlans.unreckoned(day, after, AT_ONCE),
      (ids) => this.transaction.run(async () => this.keeper.reckon(await this.lines.lockAll(ids))),
    );
    await this.transaction.run(async () => {
      if (left) await this.jobs.send(QUEUE, { rest: true }, { key: 'rest', seconds: 2 });
      if (done) await this.jobs.send('alerts', {}, { key: 'house', seconds: 2 });
    });
    return done;
  }
}
