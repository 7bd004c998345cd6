import { Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/base.entity';
import { isFabricStage } from './entry.vocabulary';
import { ProductionMetric } from '../metric.entity';
import { ProductionMetricsRepository } from '../metrics.repository';
import { computedDay, type FabricEntry } from './computed-day';
import { ProductionEntriesRepository, type OrderDay } from './entries.repository';
import type { ProductionEntry } from './entry.entity';

/**
 * Keeps the sheets of days (`production_metrics`) the sums of their entries, in the transaction of whoever enters them, with the
 * order locked. What was typed for such a day is put aside, and stands again once its last entry is gone.
 */
@Injectable()
export class ComputedDays {
  constructor(
    private readonly metrics: ProductionMetricsRepository,
    private readonly entries: ProductionEntriesRepository,
  ) {}

  /** @param touched by what was just written; the same day may be named twice */
  async keep(touched: readonly OrderDay[]): Promise<void> {
    const days = [...new Map(touched.map((day) => [keyOf(day), day])).values()];
    if (!days.length) return;
    const sheets = new Map((await this.metrics.ofDays(days)).map((sheet) => [keyOf(sheet), sheet]));
    const entries = await this.entries.ofDays(days);
    for (const day of days) {
      const own = entries.filter((entry) => keyOf({ orderId: entry.orderId, date: entry.entryDate }) === keyOf(day));
      const sheet = sheets.get(keyOf(day));
      if (own.length) await this.compute(day, own, sheet);
      else if (sheet?.computed) await this.giveBack(sheet);
    }
  }

  private async compute(day: OrderDay, entries: readonly ProductionEntry[], sheet?: ProductionMetric): Promise<void> {
    const { unit, knitted, dyed, finished, leftOut } = computedDay(entries.flatMap(fabricEntry));
    const figures = { unit, knittedQuantity: knitted, dyedQuantity: dyed, finishedQuantity: finished, leftOut };
    if (!sheet) {
      const { orderId, date } = day;
      const made = { id: newId(), orderId, date, notes: null, computed: true, typed: null, ...figures };
      return this.metrics.insert(Object.assign(new ProductionMetric(), made));
    }
    if (!sheet.computed) sheet.typed = typedOf(sheet);
    await this.metrics.save(Object.assign(sheet, { computed: true, ...figures }));
  }

  private async giveBack(sheet: ProductionMetric): Promise<void> {
    if (!sheet.typed) return this.metrics.drop(sheet);
    await this.metrics.save(Object.assign(sheet, sheet.typed, { computed: false, typed: null, leftOut: [] }));
  }
}

const keyOf = ({ orderId, date }: OrderDay): string => `${orderId} ${date}`;

const typedOf = ({ unit, knittedQuantity, dyedQuantity, finishedQuantity }: ProductionMetric) => ({
  unit,
  knittedQuantity,
  dyedQuantity,
  finishedQuantity,
});

function fabricEntry({ stage, quantity, unit, orderLine }: ProductionEntry): FabricEntry[] {
  return isFabricStage(stage) && orderLine ? [{ stage, quantity, unit, fabric: orderLine.style }] : [];
}
