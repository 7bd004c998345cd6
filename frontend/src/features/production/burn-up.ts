import type { StageDaysDto } from '@/shared/api/generated';
import { daysAfter, daysBetween } from '@/shared/lib/format';

/** A point of the chart: days from its start, and a quantity. */
export type Point = readonly [day: number, quantity: number];

export interface BurnUp {
  /** The day at the left edge. */
  start: string;
  /** Days across. */
  days: number;
  /** The quantity at the upper edge. */
  top: number;
  needed: number | null;
  /** What was made, day by day. */
  actual: Point[];
  /** From nothing to what is needed, on the day it has to be there. */
  due: readonly [Point, Point] | null;
  /** From now to the day it is done at the present pace. */
  forecast: readonly [Point, Point] | null;
}

/** The lines of a burn-up chart; null before the first output. Only for drawing: figures that are read come from the server. */
export function burnUpOf(stage: StageDaysDto): BurnUp | null {
  const { days, firstDay, lastDay, requiredOn, finishOn, done } = stage;
  if (!firstDay || !lastDay) return null;
  const start = daysAfter(firstDay, -1); // nothing was made by then
  const at = (day: string) => daysBetween(start, day);
  const needed = stage.needed === null ? null : Number(stage.needed);
  const total = Number(stage.total);
  const end = Math.max(at(lastDay), requiredOn ? at(requiredOn) : 0, finishOn && !done ? at(finishOn) : 0, 1);
  return {
    start,
    days: end,
    top: Math.max(needed ?? 0, total) * 1.06,
    needed,
    actual: [[0, 0], ...days.map(({ day, total: sum }): Point => [at(day), Number(sum)])],
    due:
      requiredOn && needed !== null && at(requiredOn) > 0
        ? [
            [0, 0],
            [at(requiredOn), needed],
          ]
        : null,
    forecast:
      finishOn && !done && needed !== null
        ? [
            [at(lastDay), total],
            [at(finishOn), needed],
          ]
        : null,
  };
}
