import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { OnDomainEvent } from '../../../platform/events/event-delivery';
import { Upkeep, type Kept } from '../../../platform/jobs/upkeep';
import { measuredOf, type MeasuredLine } from '../../orders/deliveries/realization';
import type { Order } from '../../orders/order/order.entity';
import { lineLabel } from '../../orders/line/lines.dto';
import { LinesRepository } from '../../orders/line/lines.repository';
import { OrdersRepository } from '../../orders/order/orders.repository';
import { OrderProfitsRepository } from './order-profits.repository';
import { profitOfLines, profitPerCurrency, type LineProfit } from './profit.rules';

/** What an order is worth may be otherwise after: its quantities, prices and fabric, and what was delivered. */
const MOVED_BY = [
  ...['created', 'imported', 'updated', 'revised', 'restored'].map((deed) => `order.${deed}`),
  ...['updated', 'deleted', 'restored'].map((deed) => `style.${deed}`),
  ...['added', 'updated', 'revised', 'split', 'deleted', 'restored'].map((deed) => `line.${deed}`),
  ...['chosen', 'released'].map((deed) => `mill_offer.${deed}`),
  ...['recorded', 'added', 'updated', 'deleted', 'restored'].map((deed) => `supplier_delivery.${deed}`),
];

/** A line, or what an order says of itself where it has none. */
export type ReckonedLine = MeasuredLine & { id: string | null; label: string };

/** Reckons what orders are worth, and keeps it, so that a house of many orders can be added up. Safe to run twice. */
@Injectable()
export class ProfitKeeper implements OnApplicationBootstrap {
  private readonly kept: Kept = {
    queue: 'order-profits',
    missing: (after, limit) => this.profits.unreckoned(after, limit),
    keep: (id) => this.keep(id),
  };

  constructor(
    private readonly profits: OrderProfitsRepository,
    private readonly orders: OrdersRepository,
    private readonly lines: LinesRepository,
    private readonly upkeep: Upkeep,
  ) {}

  onApplicationBootstrap(): Promise<void> {
    return this.upkeep.begin(this.kept);
  }

  @OnDomainEvent(...MOVED_BY)
  async moved({ orderId }: DomainEventRow): Promise<void> {
    if (orderId) await this.keep(orderId);
  }

  /** Orders that nothing was reckoned of: of a house that was there before. @returns how many */
  keepRest(): Promise<number> {
    return this.upkeep.keepRest(this.kept);
  }

  /** Line by line, as it stands this moment. */
  async reckon(order: Order): Promise<LineProfit<ReckonedLine>[]> {
    const lines = await this.lines.ofOrders([order.id]);
    const own = lines.map((line) => Object.assign(line, { label: lineLabel(line, line.style.styleNumber) }));
    const whole = measuredOf(order, []).map((each) => ({ ...each, id: null, label: 'The order as a whole' }));
    return profitOfLines<ReckonedLine>(own.length ? own : whole, order.wholeDelivered ?? []);
  }

  private async keep(orderId: string): Promise<void> {
    const order = await this.orders.lock(orderId);
    if (order) await this.profits.put(orderId, profitPerCurrency(await this.reckon(order)));
  }
}
