import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Transaction } from '../../../platform/database/transaction';
import type { Day } from '../../../platform/values/day';
import { OrderLine } from '../../orders/line/line.entity';
import { ProductionEntriesRepository, type DayOutput } from './entries.repository';
import { withLoss } from '../output';
import { outputOfLine, type MeasuredLine, type OutputOfStage } from './line-output';

/** How far a line is, by its entries. */
export interface ProgressOfLine {
  orderLineId: string;
  /** Of any stage; null before the first entry. */
  lastEntryDay: Day | null;
  stages: OutputOfStage[];
}

/** For other modules: how far lines are, stage by stage. Whoever asks has shown that the lines may be seen. */
@Injectable()
export class StageProgress {
  constructor(
    private readonly entries: ProductionEntriesRepository,
    private readonly transaction: Transaction,
  ) {}

  /** Two statements, however many lines; a line that is gone is left out. */
  async ofLines(orderLineIds: readonly string[]): Promise<Map<string, ProgressOfLine>> {
    if (!orderLineIds.length) return new Map();
    const lines = await this.transaction.manager.getRepository(OrderLine).find({
      where: { id: In([...orderLineIds]) },
      relations: { order: true, style: true },
    });
    return this.of(lines);
  }

  /** The same of lines at hand, with their order and style. One statement. */
  async of(lines: readonly OrderLine[]): Promise<Map<string, ProgressOfLine>> {
    const output = await this.entries.output(lines.map(({ id }) => id));
    const byLine = new Map<string, DayOutput[]>();
    for (const day of output) byLine.set(day.orderLineId, [...(byLine.get(day.orderLineId) ?? []), day]);
    return new Map(
      lines.map((line) => {
        const days = byLine.get(line.id) ?? [];
        const lastEntryDay = days.at(-1)?.entryDate ?? null;
        return [line.id, { orderLineId: line.id, lastEntryDay, stages: outputOfLine(measuredLine(line), days) }];
      }),
    );
  }
}

/** What a line's output is measured against. */
export const measuredLine = (line: OrderLine): MeasuredLine => ({
  figures: withLoss(line, line.order),
  fabric: line.style,
});
