import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import type { Day } from '../../../platform/values/day';
import { HOUSE } from '../../orders/kept-totals';
import type { CalendarDayDto } from './calendar.dto';
import { CALENDAR_KINDS, type CalendarKind } from './calendar.vocabulary';

export interface CalendarAsked {
  from: Day;
  to: Day;
  /** Whose orders; null: all. */
  merchandiserId: string | null;
  /** Whose own tasks count whatever they see of the order. */
  actorId: string;
  kind: readonly CalendarKind[] | null;
  perDay: number;
}

const WITHIN = 'BETWEEN $2::date AND $3::date';

/** A day of lines, else of their order: each found by an index of days, so that what falls on other days is not read. */
const ofGoods = (day: 'etd' | 'eta') => `
  SELECT '${day}', g.day, g.id, NULL::uuid, NULL, count(*)::int
  FROM (SELECT l.${day} AS day, v.id FROM order_lines l JOIN visible v ON v.id = l.order_id
          WHERE l.deleted_at IS NULL AND l.status NOT IN ('completed', 'archived') AND l.${day} ${WITHIN}
        UNION ALL
        SELECT v.${day}, v.id FROM visible v JOIN order_lines l ON l.order_id = v.id
          WHERE l.deleted_at IS NULL AND l.status NOT IN ('completed', 'archived') AND l.${day} IS NULL AND v.${day} ${WITHIN}) g
  GROUP BY g.day, g.id`;

/** Found by the index of what is due alone: of a manager's tens of thousands only those that are shown are read. */
const DUE_STEPS = `(SELECT * FROM line_milestones WHERE deleted_at IS NULL AND state IN ('open', 'rejected')) m
    JOIN order_lines l ON l.id = m.order_line_id AND l.deleted_at IS NULL AND l.status NOT IN ('completed', 'archived')`;

/** Each arm finds one kind in orders that are still open, as `kind, day, order_id, related_id, title, lines`; a step by its key. */
const ITEMS = `${ofGoods('etd')}
  UNION ALL ${ofGoods('eta')}
  UNION ALL
  SELECT 'lc_expiry', c.expiry_date, v.id, c.id, c.lc_number, 0
  FROM letters_of_credit c JOIN visible v ON v.id = c.order_id
  WHERE c.deleted_at IS NULL AND c.status <> 'expired' AND c.expiry_date ${WITHIN}
  UNION ALL
  SELECT 'lc_latest_shipment', c.latest_shipment_date, v.id, c.id, c.lc_number, 0
  FROM letters_of_credit c JOIN visible v ON v.id = c.order_id
  WHERE c.deleted_at IS NULL AND c.status <> 'expired' AND c.latest_shipment_date ${WITHIN}
  UNION ALL
  SELECT 'task', t.due_date, t.order_id, t.id, t.title, 0
  FROM order_tasks t
  WHERE t.deleted_at IS NULL AND t.status IN ('pending', 'in_progress') AND t.due_date ${WITHIN}
    AND (t.order_id IN (SELECT id FROM visible) OR t.assigned_to_id = $4 AND $1::uuid IS NOT DISTINCT FROM $4)
  UNION ALL
  SELECT 'step', m.planned_on, m.order_id, NULL::uuid, m.milestone, count(*)::int
  FROM ${DUE_STEPS} JOIN visible v ON v.id = m.order_id
  WHERE NOT $8 AND m.planned_on ${WITHIN}
  GROUP BY m.order_id, m.milestone, m.planned_on
  UNION ALL
  SELECT 'step', asked.day::date, first.order_id, NULL::uuid, first.milestone, first.lines
  FROM generate_series($2::date, $3::date, interval '1 day') asked (day) CROSS JOIN LATERAL (
    SELECT m.order_id, m.milestone, count(*)::int AS lines FROM ${DUE_STEPS}
    WHERE $8 AND m.planned_on = asked.day::date AND (SELECT o.deleted_at IS NULL AND o.status NOT IN ('completed', 'archived')
      FROM orders o WHERE o.id = m.order_id)
    GROUP BY m.order_id, m.milestone ORDER BY m.order_id, m.milestone LIMIT $6) first`;

/** How many steps are due on each day of the whole house is kept with the figures: the first of them are all that is read. */
const KEPT = `
  SELECT key::date AS day, sum(count) AS steps FROM house_figures
  WHERE $8 AND whose = '${HOUSE}' AND figure = 'steps' AND key BETWEEN $2::date::text AND $3::date::text
    AND ($5::text[] IS NULL OR 'step' = ANY($5))
  GROUP BY key`;

const CALENDAR = `
  WITH visible AS (
    SELECT id, etd, eta FROM orders
    WHERE deleted_at IS NULL AND status NOT IN ('completed', 'archived') AND ($1::uuid IS NULL OR merchandiser_id = $1)
  ), item (kind, day, order_id, related_id, title, lines) AS (${ITEMS}
  ), placed AS (
    SELECT item.*, count(*) FILTER (WHERE NOT ($8 AND kind = 'step')) OVER (PARTITION BY day) AS counted, row_number() OVER (
      PARTITION BY day ORDER BY array_position($7::text[], kind), order_id, title, related_id) AS place
    FROM item WHERE $5::text[] IS NULL OR kind = ANY($5)
  )
  SELECT p.day, (min(p.counted) + coalesce(min(k.steps), 0))::int AS total, json_agg(json_build_object(
      'kind', p.kind, 'relatedId', coalesce(p.related_id, step.id), 'orderId', p.order_id, 'orderNumber', o.order_number,
      'customerName', o.customer_name, 'title', coalesce(step.label, p.title), 'holder', step.holder, 'lines', p.lines
    ) ORDER BY p.place) AS entries
  FROM placed p JOIN orders o ON o.id = p.order_id AND o.deleted_at IS NULL LEFT JOIN (${KEPT}) k ON k.day = p.day
    LEFT JOIN LATERAL (
      SELECT m.id, m.label, m.holder FROM ${DUE_STEPS}
      WHERE p.kind = 'step' AND m.order_id = p.order_id AND m.milestone = p.title AND m.planned_on = p.day
      ORDER BY m.id LIMIT 1) step ON TRUE
  WHERE p.place <= $6 GROUP BY p.day ORDER BY p.day`;

/** What falls on which day, over all the modules that have days: one statement. */
@Injectable()
export class CalendarRepository {
  constructor(private readonly transaction: Transaction) {}

  read({ from, to, merchandiserId, actorId, kind, perDay }: CalendarAsked): Promise<CalendarDayDto[]> {
    return this.transaction.manager.query<CalendarDayDto[]>(CALENDAR, [
      merchandiserId,
      from,
      to,
      actorId,
      kind,
      perDay,
      CALENDAR_KINDS,
      merchandiserId === null,
    ]);
  }
}
