import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { containing, type ListDefinition, type ListQuery } from '../../../platform/listing/list-definition';
import { pageOf, type Page } from '../../../platform/listing/page';
import { addDays, type Day } from '../../../platform/values/day';
import type { Actor } from '../../auth/access/actor';
import { scopeOf } from '../../auth/access/capabilities';
import { SAMPLE_TYPES } from '../vocabulary';
import type { RoundCostDto } from './round-costs.dto';

/** Older rounds tell little of how a mill works now. */
const DAYS_BACK = 365;

/** Its columns are those of the summed rows. */
export const roundCostList: ListDefinition = {
  alias: 'cost',
  pagesOnly: true,
  filters: {
    type: { kind: 'choice', column: 'type', values: SAMPLE_TYPES },
    orderLineId: { kind: 'id', column: 'id', description: 'Only the mills and the colours of these lines.' },
    sentFrom: {
      kind: 'dayFrom',
      column: 'submission_date',
      description: 'Sent on this day or later; else in the last 365 days.',
    },
    sentTo: { kind: 'dayTo', column: 'submission_date' },
  },
  search: ['mill_name', 'color_name'],
  ordering: {
    lostDays: '"lostDays"',
    rounds: 'rounds',
    refused: 'refused',
    roundsPerLine: 'rounds::numeric / lines',
    daysPerRefusal: '"lostDays"::numeric / nullif(refused, 0)',
  },
  defaultOrdering: '-lostDays',
};

/**
 * Each track (a line and a type) is summed up before its line and order are read, so that a house's year is sorted while
 * its rows are narrow. Names are the same whatever their case; capitals are shown where somebody wrote them. A round that was refused cost the days until the next one went, also where that was after the period.
 */
const GROUPS = (mine: { sample: string; line: string }, found: string): string => `
  WITH rounds AS (
    SELECT s.order_line_id, s.type, s.status, s.submission_date,
      lead(s.submission_date) OVER (PARTITION BY s.round_of_id, s.type ORDER BY s.version) AS next_on
    FROM samples s
    WHERE s.deleted_at IS NULL AND s.status <> 'pending' AND s.order_line_id IS NOT NULL AND s.submission_date >= $2
      AND ($4::text[] IS NULL OR s.type = ANY($4)) ${mine.sample}
  ), tracks AS (
    SELECT order_line_id, type, count(*) AS rounds, count(*) FILTER (WHERE status = 'rejected') AS refused,
      coalesce(sum(coalesce(next_on, $1::date) - submission_date) FILTER (WHERE status = 'rejected'), 0) AS lost
    FROM rounds WHERE $3::date IS NULL OR submission_date <= $3 GROUP BY order_line_id, type
  ), placed AS (
    SELECT t.*, ${NAMED}
    FROM tracks t
    JOIN order_lines l ON l.id = t.order_line_id AND l.deleted_at IS NULL
    JOIN orders o ON o.id = l.order_id AND o.deleted_at IS NULL
  ), alike AS (
    SELECT ${NAMED} FROM order_lines l JOIN orders o ON o.id = l.order_id WHERE l.id = ANY($5) ${mine.line}
  ), groups AS (
    SELECT type, min(mill_name COLLATE "C") AS "millName", min(color_name COLLATE "C") AS "colorName", count(*)::int AS lines,
      sum(rounds)::int AS rounds, sum(refused)::int AS refused, sum(lost)::int AS "lostDays"
    FROM placed
    WHERE ($5::uuid[] IS NULL OR EXISTS (SELECT 1 FROM alike a
      WHERE lower(a.mill_name) IS NOT DISTINCT FROM lower(placed.mill_name)
        AND lower(a.color_name) IS NOT DISTINCT FROM lower(placed.color_name)))
      ${found}
    GROUP BY type, lower(mill_name), lower(color_name)
  )`;

const NAMED = 'coalesce(l.mill_name, o.mill_name) AS mill_name, coalesce(l.color_name, l.color_code) AS color_name';

/** Sums over the rounds that a person may see. */
@Injectable()
export class RoundCostsRepository {
  constructor(private readonly transaction: Transaction) {}

  /** One statement: rows and count. @param day today, to which a refused round costs that none followed */
  async list(asked: ListQuery, day: Day, actor: Actor): Promise<Page<RoundCostDto>> {
    const { type, orderLineId, sentFrom, sentTo } = asked.filters;
    const values: unknown[] = [
      day,
      sentFrom?.[0] ?? addDays(day, -DAYS_BACK),
      sentTo?.[0] ?? null,
      type ?? null,
      orderLineId ?? null,
    ];
    const bound = (value: unknown) => `$${values.push(value)}`;
    const me = scopeOf(actor.role, 'sample.read') === 'house' ? null : bound(actor.id);
    const mine = {
      sample: me ? `AND s.order_id IN (SELECT id FROM orders WHERE merchandiser_id = ${me})` : '',
      line: me ? `AND o.merchandiser_id = ${me}` : '',
    };
    const found = asked.search.map(
      (word) => `AND concat_ws(' ', mill_name, color_name) ILIKE ${bound(containing(word))}`,
    );
    const order = asked.ordering.map(({ column, descending }) => `${column} ${descending ? 'DESC' : 'ASC'} NULLS LAST`);
    const [read] = await this.transaction.manager.query<{ count: number; rows: RoundCostDto[] }[]>(
      `${GROUPS(mine, found.join(' '))}
       SELECT (SELECT count(*)::int FROM groups) AS count, (
         SELECT coalesce(json_agg(json_build_object(
           'type', type, 'millName', "millName", 'colorName', "colorName", 'lines', lines, 'rounds', rounds, 'refused', refused,
           'roundsPerLine', round(rounds::numeric / lines, 1)::text, 'lostDays', "lostDays",
           'daysPerRefusal', round("lostDays"::numeric / nullif(refused, 0), 1)::text)), '[]')
         FROM (SELECT * FROM groups ORDER BY ${order.join(', ')}, rounds DESC, "millName", "colorName", type
           LIMIT ${asked.pageSize} OFFSET ${(asked.page - 1) * asked.pageSize}) page) AS rows`,
      values,
    );
    const { count, rows } = read ?? { count: 0, rows: [] };
    return pageOf(rows, count, asked.page * asked.pageSize < count, asked);
  }
}
