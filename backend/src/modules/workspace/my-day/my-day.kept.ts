import { readPrepared } from '../../../platform/database/prepared-read';
import type { Transaction } from '../../../platform/database/transaction';
import type { Day } from '../../../platform/values/day';
import { HOUSE } from '../../orders/kept-totals';
import { MOST_ITEMS, WEEK_DAYS, type MyDayKind } from './my-day.vocabulary';

/** Kinds that hang on who asks, or on several orders: they are few, and counted when they are read. */
export const NOT_KEPT = ['invoice_to_review', 'credit_to_amend'] as const satisfies readonly MyDayKind[];

/** How much waits in the house, and until which days what is told of it may lie. */
export interface Kept {
  today: number;
  week: number;
  /** The most late until this day are more than are told. */
  todayUntil: Day;
  weekUntil: Day;
  /** The first day after this week on which something waits. */
  nextOn: Day | null;
}

/**
 * Reads what the figures say of each day (docs/domain/figures.md). An urgent task counts for today, whenever it is due; what others
 * hold waits from the day after its own; steps and gates are looked at thirty days ahead, tasks without an end.
 */
const KEPT = `
  WITH kept AS (
    SELECT f.on_day, sum(f.count) AS count
    FROM (SELECT split_part(h.key, ' ', 2) AS kind, h.count, CASE split_part(h.key, ' ', 1) WHEN 'now' THEN $1::date
              WHEN 'none' THEN $1::date + ${WEEK_DAYS} ELSE split_part(h.key, ' ', 1)::date END AS on_day
          FROM house_figures h WHERE h.whose = '${HOUSE}' AND h.figure = 'waits') f
    WHERE ($2::text IS NULL OR f.kind = $2) AND ($3 OR f.kind NOT IN ('invoice_to_confirm', 'credit_to_confirm'))
      AND (f.kind <> 'gate_waiting' OR f.on_day < $1) AND (f.kind = 'task' OR f.on_day <= $1::date + 30)
    GROUP BY f.on_day HAVING sum(f.count) > 0
  ), summed AS (
    SELECT on_day, count, sum(count) OVER (PARTITION BY on_day > $1 ORDER BY on_day) AS so_far FROM kept
  )
  SELECT coalesce(sum(count) FILTER (WHERE on_day <= $1), 0)::int AS today,
    coalesce(sum(count) FILTER (WHERE on_day > $1 AND on_day <= $1::date + ${WEEK_DAYS}), 0)::int AS week,
    coalesce(min(on_day) FILTER (WHERE on_day <= $1 AND so_far >= ${MOST_ITEMS}), $1)::text AS "todayUntil",
    least(min(on_day) FILTER (WHERE on_day > $1 AND so_far >= ${MOST_ITEMS}), $1::date + ${WEEK_DAYS})::text AS "weekUntil",
    (min(on_day) FILTER (WHERE on_day > $1::date + ${WEEK_DAYS}))::text AS "nextOn"
  FROM summed`;

export async function keptOfHouse(
  transaction: Transaction,
  { today, kind, confirms }: { today: Day; kind: MyDayKind | null; confirms: boolean },
): Promise<Kept> {
  const [kept] = await readPrepared<Kept>(transaction, 'my_day_kept', KEPT, [today, kind, confirms]);
  return kept as Kept;
}
