import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config/config';
import { Transaction } from '../../platform/database/transaction';
import { InvalidInput, ResourceNotFound } from '../../platform/errors/domain-error';
import { changesBetween, isUnchanged, type EventSubject } from '../../platform/events/domain-event';
import { Outbox } from '../../platform/events/outbox';
import type { ListQuery } from '../../platform/listing/list-definition';
import type { Page } from '../../platform/listing/page';
import { today, type Day } from '../../platform/values/day';
import { fitsUnit, quantityText, UNIT_DECIMALS } from '../../platform/values/quantity';
import type { Actor } from '../auth/access/actor';
import { LinesRepository } from '../orders/line/lines.repository';
import { OrderReferences } from '../orders/order-references';
import type { Order } from '../orders/order/order.entity';
import { OrderGate, type Override } from '../orders/gates/order-gate';
import { OrdersRepository } from '../orders/order/orders.repository';
import { FractionOfUnit } from '../orders/orders.errors';
import { ProductionEntriesRepository } from './entries/entries.repository';
import { ProductionMetric } from './metric.entity';
import type { CreateProductionMetricDto, UpdateProductionMetricDto } from './metrics.dto';
import { DayAlreadyRecorded, DayHasEntries } from './metrics.errors';
import {
  ProductionMetricDeleted,
  ProductionMetricRecorded,
  ProductionMetricRestored,
  ProductionMetricUpdated,
} from './metrics.events';
import { ProductionMetricsRepository } from './metrics.repository';
import { progressOf, type MeasuredOutput, type OutputStage } from './output';

/** How far an order's production is. */
export interface OrderOutput {
  order: Order;
  period: { days: number; firstDate: Day | null; lastDate: Day | null };
  progress: Record<OutputStage, MeasuredOutput>;
}

const QUANTITIES = ['knittedQuantity', 'dyedQuantity', 'finishedQuantity'] as const;
const TOLD = ['date', 'unit', ...QUANTITIES, 'notes'] as const;

@Injectable()
export class ProductionMetricsService {
  constructor(
    private readonly metrics: ProductionMetricsRepository,
    private readonly entries: ProductionEntriesRepository,
    private readonly orders: OrdersRepository,
    private readonly lines: LinesRepository,
    private readonly references: OrderReferences,
    private readonly orderGate: OrderGate,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(asked: ListQuery, actor: Actor): Promise<Page<ProductionMetric>> {
    return this.metrics.list(asked, actor);
  }

  /** @throws ResourceNotFound 404 */
  get(id: string, actor: Actor): Promise<ProductionMetric> {
    return this.metrics.get(id, actor);
  }

  /** @throws ResourceNotFound 404 for the order */
  async summary(orderId: string, actor: Actor): Promise<OrderOutput> {
    const order = await this.orders.find(orderId, actor, 'production.read');
    if (!order) throw new ResourceNotFound('order');
    const output = await this.metrics.outputOf(orderId);
    const progress = progressOf(order, await this.lines.ofOrders([orderId]), output);
    const days = output.reduce((sum, each) => sum + each.days, 0);
    const firstDate = output.map((each) => each.firstDate).sort()[0] ?? null;
    const lastDate =
      output
        .map((each) => each.lastDate)
        .sort()
        .at(-1) ?? null;
    return { order, period: { days, firstDate, lastDate }, progress };
  }

  /** @throws NoSuchReference 400, InvalidInput 400 for a day to come, DayAlreadyRecorded 409, DayHasEntries 409, GateNotPassed 409, FractionOfUnit 422 */
  record({ override, ...body }: CreateProductionMetricDto, actor: Actor): Promise<ProductionMetric> {
    return this.transaction.run(async () => {
      const order = await this.references.lockOrder(body.orderId, actor, 'production.write');
      const metric = Object.assign(new ProductionMetric(), {
        unit: 'kg',
        knittedQuantity: '0',
        dyedQuantity: '0',
        finishedQuantity: '0',
        computed: false,
        typed: null,
        leftOut: [],
        ...body,
        date: body.date ?? this.today,
        order,
      } satisfies Partial<ProductionMetric>);
      this.refuseImpossible(metric);
      await this.refuseSecondOfDay(metric);
      await this.askGate(metric, NOTHING, override, actor);
      await this.metrics.insert(metric);
      const { after } = changesBetween(NOTHING, told(metric), TOLD);
      await this.outbox.record(new ProductionMetricRecorded(subject(metric), actor, { before: {}, after }));
      return metric;
    });
  }

  /** @throws ResourceNotFound 404, StaleVersion 412, InvalidInput 400, DayAlreadyRecorded 409, DayHasEntries 409, GateNotPassed 409, FractionOfUnit 422 */
  update(
    id: string,
    { override, ...body }: UpdateProductionMetricDto,
    actor: Actor,
    expected?: number,
  ): Promise<ProductionMetric> {
    return this.transaction.run(async () => {
      const metric = await this.metrics.getForUpdate(id, actor, expected);
      if (metric.computed) throw await this.hasEntries(metric);
      const before = told(metric);
      Object.assign(metric, body);
      this.refuseImpossible(metric);
      if (metric.date !== before.date) await this.refuseSecondOfDay(metric);
      await this.askGate(metric, before, override, actor);
      const changes = changesBetween(before, told(metric), TOLD);
      if (!isUnchanged(changes)) {
        await this.metrics.save(metric);
        await this.outbox.record(new ProductionMetricUpdated(subject(metric), actor, changes));
      }
      return metric;
    });
  }

  /** @throws ResourceNotFound 404, StaleVersion 412, DayHasEntries 409 */
  delete(id: string, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const metric = await this.metrics.getForUpdate(id, actor, expected);
      if (metric.computed) throw await this.hasEntries(metric);
      await this.metrics.trash(metric);
      const { before } = changesBetween(told(metric), NOTHING, TOLD);
      await this.outbox.record(new ProductionMetricDeleted(subject(metric), actor, { before, after: {} }));
    });
  }

  /** From the trash. @throws ResourceNotFound 404, DayAlreadyRecorded 409, DayHasEntries 409 */
  restore(id: string, actor: Actor): Promise<ProductionMetric> {
    return this.transaction.run(async () => {
      const metric = await this.metrics.getTrashed(id, actor);
      await this.refuseSecondOfDay(metric);
      await this.metrics.restore(metric);
      const { after } = changesBetween(NOTHING, told(metric), TOLD);
      await this.outbox.record(new ProductionMetricRestored(subject(metric), actor, { before: {}, after }));
      return metric;
    });
  }

  private get today(): Day {
    return today(this.config.TZ_HOUSE);
  }

  private refuseImpossible(metric: ProductionMetric): void {
    if (metric.date > this.today)
      throw new InvalidInput({ date: ['This day is still to come: enter output on the day it was made, or later.'] });
    for (const field of QUANTITIES)
      if (!fitsUnit(metric[field], metric.unit))
        throw new FractionOfUnit(field, metric.unit, UNIT_DECIMALS[metric.unit]);
  }

  /** Dyeing waits for a lab dip: asked when a day's output of dyeing appears, not when it is corrected. */
  private async askGate(metric: ProductionMetric, before: Told, override: Override | undefined, actor: Actor) {
    if (!isMade(metric.dyedQuantity) || isMade(before.dyedQuantity)) return;
    const lines = await this.lines.ofOrders([metric.order.id]);
    await this.orderGate.orderBegins('dyeing', metric.order, lines, override, actor);
  }

  /** The order is locked, so nobody adds that day meanwhile. */
  private async refuseSecondOfDay({ orderId, date }: ProductionMetric): Promise<void> {
    const other = await this.metrics.findOfDay(orderId, date);
    if (other?.computed) throw await this.hasEntries(other);
    if (other) throw new DayAlreadyRecorded(date, other.id);
  }

  private async hasEntries({ orderId, date }: ProductionMetric): Promise<DayHasEntries> {
    const entries = await this.entries.ofDays([{ orderId, date }]);
    return new DayHasEntries(
      date,
      entries.map(({ id }) => id),
    );
  }
}

type Told = Record<(typeof TOLD)[number], string | null>;

const isMade = (quantity: string | null): boolean => Number(quantity ?? 0) > 0;

const NOTHING = Object.fromEntries(TOLD.map((field) => [field, null])) as Told;

/** As an event tells it: `400`, whether it was just typed or read back as `400.000`. */
function told({ date, unit, notes, ...metric }: ProductionMetric): Told {
  return {
    date,
    unit,
    notes,
    knittedQuantity: quantityText(metric.knittedQuantity),
    dyedQuantity: quantityText(metric.dyedQuantity),
    finishedQuantity: quantityText(metric.finishedQuantity),
  };
}

const subject = (metric: ProductionMetric): EventSubject => ({
  id: metric.id,
  rowVersion: metric.rowVersion,
  orderId: metric.orderId,
});
