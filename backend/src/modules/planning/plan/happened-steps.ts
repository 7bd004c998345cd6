import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { today, type Day } from '../../../platform/values/day';
import { SupplierDeliveriesRepository } from '../../orders/deliveries/supplier-deliveries.repository';
import { OrderLine } from '../../orders/line/line.entity';
import { StageProgress } from '../../production/entries/stage-progress';
import type { KnownStep } from '../milestone.vocabulary';
import { HAPPENINGS, happenedTo, LINE_SPLIT, PAPER_RECORDED, type Happened } from './happenings';
import { stepsOfOutput } from './output-steps';
import { PaperDays } from './paper-days';
import { yarnDays } from './yarn-days';

/**
 * What has happened to lines before anybody laid a plan on them: by the same rules as `PlanFollower` goes by when it hears of
 * each thing, so that a plan that is laid late knows what one laid early was told.
 */
@Injectable()
export class HappenedSteps {
  constructor(
    private readonly papers: PaperDays,
    private readonly deliveries: SupplierDeliveriesRepository,
    private readonly progress: StageProgress,
    private readonly transaction: Transaction,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Five statements at most, however many lines of however many orders. @param lines with their order and style */
  async of(lines: readonly OrderLine[]): Promise<Map<string, Map<KnownStep, Happened>>> {
    if (!lines.length) return new Map();
    const orderIds = [...new Set(lines.map(({ orderId }) => orderId))];
    const events = await this.eventsOf(orderIds);
    const dayOf = (at: Date) => today(this.config.TZ_HOUSE, at);
    const papers = await this.papers.of(orderIds);
    const yarn = await this.yarnOf(orderIds);
    const output = await this.progress.of(lines);
    return new Map(
      lines.map((line) => [
        line.id,
        new Map([
          ...happenedTo(line.id, of(events, line.orderId), dayOf),
          ...known(papers.get(line.orderId) ?? [], (key) => PAPER_RECORDED[key]),
          ...known([['yarnReceived', yarn.get(line.id) ?? null] as const], () => 'supplier_delivery.recorded'),
          ...known(stepsOfOutput(output.get(line.id)?.stages ?? []), () => 'production_entry.recorded'),
        ]),
      ]),
    );
  }

  /** Of gates and samples, and of lines that were parted, in the order in which they were written down. */
  private eventsOf(orderIds: readonly string[]): Promise<DomainEventRow[]> {
    return this.transaction.manager
      .createQueryBuilder(DomainEventRow, 'event')
      .select(['id', 'name', 'orderId', 'orderLineId', 'occurredAt', 'data'].map((column) => `event.${column}`))
      .where('event.orderId IN (:...orderIds) AND event.name IN (:...names)', {
        orderIds,
        names: [...HAPPENINGS, LINE_SPLIT],
      })
      .orderBy('event.sequence')
      .getMany();
  }

  /** Yarn of a style or an order is shared out among all of its lines. */
  private async yarnOf(orderIds: readonly string[]): Promise<Map<string, Day | null>> {
    const came = await this.deliveries.yarnOf(orderIds);
    if (!came.length) return new Map();
    const lines = await this.transaction.manager.getRepository(OrderLine).find({
      select: { id: true, orderId: true, styleId: true, yarnRequired: true },
      where: { orderId: In(came.map(({ orderId }) => orderId)) },
    });
    return new Map(orderIds.flatMap((id) => [...yarnDays(of(lines, id), of(came, id))]));
  }
}

const of = <Row extends { orderId: string | null }>(rows: readonly Row[], id: string): Row[] =>
  rows.filter(({ orderId }) => orderId === id);

/** Those that have a day. */
const known = <K extends KnownStep>(
  days: Iterable<readonly [K, Day | null]>,
  by: (key: K) => string,
): [KnownStep, Happened][] => [...days].flatMap(([key, day]) => (day ? [[key, { day, by: by(key) }]] : []));
