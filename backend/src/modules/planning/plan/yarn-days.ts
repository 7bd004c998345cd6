import Decimal from 'decimal.js';
import type { Day } from '../../../platform/values/day';
import { convertQuantity } from '../../../platform/values/quantity';
import type { YarnDelivery } from '../../orders/deliveries/supplier-deliveries.repository';

/** A line as far as its yarn goes. */
export interface YarnLine {
  id: string;
  styleId: string;
  /** kg; null where nobody said. */
  yarnRequired: string | null;
}

/**
 * When each line had its yarn: the day on which what came reached what it needs, or, where nobody said what that is, the day of
 * the last that came. Where yarn came for the line itself, that counts; else what came for its style, else for the whole
 * order, against the need of all lines that it was for.
 * @returns null for a line whose yarn is not (all) there
 */
export function yarnDays(lines: readonly YarnLine[], came: readonly YarnDelivery[]): Map<string, Day | null> {
  return new Map(lines.map((line) => [line.id, yarnDay(...yarnFor(line, lines, came))]));
}

function yarnFor(line: YarnLine, lines: readonly YarnLine[], came: readonly YarnDelivery[]) {
  const own = came.filter(({ orderLineId }) => orderLineId === line.id);
  if (own.length) return [[line], own] as const;
  const ofStyle = came.filter(({ orderLineId, styleId }) => !orderLineId && styleId === line.styleId);
  if (ofStyle.length) return [lines.filter(({ styleId }) => styleId === line.styleId), ofStyle] as const;
  return [lines, came.filter(({ orderLineId, styleId }) => !orderLineId && !styleId)] as const;
}

function yarnDay(lines: readonly YarnLine[], came: readonly YarnDelivery[]): Day | null {
  const inOrder = [...came].sort((a, b) => a.day.localeCompare(b.day));
  if (lines.some(({ yarnRequired }) => yarnRequired === null)) return inOrder.at(-1)?.day ?? null;
  const need = Decimal.sum(0, ...lines.map(({ yarnRequired }) => yarnRequired ?? 0));
  let there = new Decimal(0);
  for (const { day, quantity, unit } of inOrder) {
    there = there.plus(convertQuantity(quantity, unit, 'kg') ?? 0);
    if (there.gte(need)) return day;
  }
  return null;
}
