import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import type { Day } from '../../../platform/values/day';
import type { Actor } from '../../auth/access/actor';
import { scopeOf } from '../../auth/access/capabilities';
import { sqlList } from '../../orders/vocabulary';
import { FACTS, ITEMS, LINES } from './my-day.items';
import { keptOfHouse, NOT_KEPT } from './my-day.kept';
import { MOST_ITEMS, WEEK_DAYS, type MyDayKind, type MyDayScope } from './my-day.vocabulary';

/** A thing that waits, as the statement reads it. */
export interface MyDayRow {
  kind: MyDayKind;
  relatedId: string | null;
  orderId: string;
  orderNumber: string;
  customerName: string;
  merchandiserId: string | null;
  orderLineId: string | null;
  lineLabel: string | null;
  /** On how many lines it waits; 0 for what is the order's. */
  lines: number;
  dueOn: Day | null;
  since: Day | null;
  facts: Readonly<Record<string, unknown>>;
  doer: { id: string; fullName: string } | null;
  giver: { id: string; fullName: string } | null;
}

export interface MyDayRows {
  counts: { today: number; week: number };
  today: MyDayRow[];
  week: MyDayRow[];
  next: MyDayRow | null;
}

/** What a person called urgent, then the most late, then by priority, then what leaves first; the rest keeps equals in one order. */
const FIRST = `urgent DESC, on_day, priority_at, earliest_etd NULLS LAST, order_id, kind, related_id, tie`;

/** The first of those that `where` says, each with its place: however many wait, only these are put in order and told. */
const firstOf = (where: string, order: string, most: number) => `
  SELECT first.*, row_number() OVER (ORDER BY ${order}) AS place
  FROM (SELECT * FROM weighed WHERE ${where} ORDER BY ${order} LIMIT ${most}) first`;

const TODAY = `on_day <= $2::date`;
const THIS_WEEK = `on_day > $2::date AND on_day <= $2::date + ${WEEK_DAYS}`;
const LATER = `on_day > $2::date + ${WEEK_DAYS}`;

/**
 * What has no day of its own waits for today if it is a confirmation or urgent, else for the end of the week
 * (docs/domain/tasks-and-comments.md).
 */
const MY_DAY = `
  WITH visible AS (
    SELECT id, earliest_etd FROM orders
    WHERE deleted_at IS NULL AND status NOT IN ('completed', 'archived') AND ($1::uuid IS NULL OR merchandiser_id = $1)
  ), item (kind, related_id, order_id, order_line_id, lines, due_on, since, priority, tie, facts) AS (${ITEMS}
  ), placed AS (
    SELECT item.*, CASE
        WHEN priority = 'urgent' THEN least(due_on, $2::date)
        WHEN kind IN ('invoice_to_review', 'invoice_to_confirm', 'credit_to_confirm', 'credit_to_amend') THEN $2::date
        ELSE coalesce(due_on, $2::date + ${WEEK_DAYS}) END AS on_day
    FROM item WHERE $7::text IS NULL OR kind = $7
  ), weighed AS (
    SELECT placed.*, coalesce(priority = 'urgent', FALSE) AS urgent,
      CASE priority WHEN 'high' THEN 0 WHEN 'low' THEN 2 ELSE 1 END AS priority_at,
      coalesce(v.earliest_etd, other.earliest_etd) AS earliest_etd
    FROM placed LEFT JOIN visible v ON v.id = placed.order_id
      LEFT JOIN LATERAL (
        SELECT o.id, o.earliest_etd FROM orders o WHERE v.id IS NULL AND o.id = placed.order_id AND o.deleted_at IS NULL
        LIMIT 1 -- one by one: they are few, and else all orders are read to find them
      ) other ON TRUE
    WHERE v.id IS NOT NULL OR other.id IS NOT NULL
  ), told AS (
    SELECT r.on_day, r.place, json_build_object(
        'kind', r.kind, 'relatedId', r.related_id, 'orderId', r.order_id, 'orderNumber', o.order_number,
        'customerName', o.customer_name, 'merchandiserId', o.merchandiser_id, 'orderLineId', waits.line_id,
        'lineLabel', CASE WHEN l.id IS NOT NULL THEN
          concat_ws(' · ', s.style_number, coalesce(l.color_name, l.color_code), coalesce(l.cad_name, l.cad_code),
            CASE WHEN l.part > 1 THEN 'part ' || l.part END) END,
        'lines', waits.lines, 'dueOn', r.due_on, 'since', r.since, 'facts', f.facts,
        'doer', CASE WHEN doer.id IS NOT NULL THEN json_build_object('id', doer.id, 'fullName', doer.full_name) END,
        'giver', CASE WHEN giver.id IS NOT NULL THEN json_build_object('id', giver.id, 'fullName', giver.full_name) END
      ) AS row
    FROM (${firstOf(TODAY, FIRST, MOST_ITEMS)}
      UNION ALL ${firstOf(THIS_WEEK, FIRST, MOST_ITEMS)}
      UNION ALL ${firstOf(LATER, FIRST, 1)}
    ) r
    CROSS JOIN LATERAL (SELECT ${FACTS} AS facts OFFSET 0) f
    CROSS JOIN LATERAL ${LINES} waits
    JOIN orders o ON o.id = r.order_id
    LEFT JOIN order_lines l ON l.id = waits.line_id
    LEFT JOIN order_styles s ON s.id = l.style_id
    LEFT JOIN user_profiles doer ON doer.id = (f.facts ->> 'doerId')::uuid
    LEFT JOIN user_profiles giver ON giver.id = (f.facts ->> 'giverId')::uuid
  )
  SELECT
    (SELECT json_build_object('today', count(*) FILTER (WHERE ${TODAY}), 'week', count(*) FILTER (WHERE ${THIS_WEEK}))
      FROM weighed WHERE $9::date IS NULL OR kind IN (${sqlList(NOT_KEPT)})) AS "counts",
    (SELECT coalesce(json_agg(row ORDER BY place), '[]') FROM told WHERE ${TODAY}) AS "today",
    (SELECT coalesce(json_agg(row ORDER BY place), '[]') FROM told WHERE ${THIS_WEEK}) AS "week",
    (SELECT row FROM told WHERE ${LATER}) AS "next"`;

/** What waits for a person, over all the modules it may wait in: one statement. */
@Injectable()
export class MyDayRepository {
  constructor(private readonly transaction: Transaction) {}

  /** Of the whole house the numbers are kept: a second statement, before. */
  async read(
    actor: Actor,
    { scope, kind, today, zone }: { scope: MyDayScope; kind: MyDayKind | null; today: Day; zone: string },
  ): Promise<MyDayRows> {
    const everything = scope === 'all' && scopeOf(actor.role, 'order.read') === 'house';
    const confirms = scopeOf(actor.role, 'proforma_invoice.confirm') !== null;
    const kept = everything ? await keptOfHouse(this.transaction, { today, kind, confirms }) : null;
    const [rows] = await this.transaction.manager.query<MyDayRows[]>(MY_DAY, [
      everything ? null : actor.id,
      today,
      actor.id,
      scope === 'all',
      confirms,
      zone,
      kind,
      scopeOf(actor.role, 'proforma_invoice.review') !== null,
      kept?.todayUntil ?? null,
      kept?.weekUntil ?? null,
      kept?.nextOn ?? null,
    ]);
    const { counts, ...told } = rows as MyDayRows;
    return { ...told, counts: { today: counts.today + (kept?.today ?? 0), week: counts.week + (kept?.week ?? 0) } };
  }
}
