import type { AlertRuleKey } from './alert.vocabulary';

/**
 * What each rule finds: one SELECT over the house, or over one order, as
 * `order_id, key, order_line_id, owner_id, level, since, facts` (see `alert.entity.ts`).
 * Parameters: $1 today, $2 the threshold, $3 the order (null: all of them).
 */
const OPEN_ORDER = `o.deleted_at IS NULL AND o.status NOT IN ('completed', 'archived') AND ($3::uuid IS NULL OR o.id = $3)`;
const OPEN_LINE = `l.deleted_at IS NULL AND l.status NOT IN ('completed', 'archived')`;

const step = (of: string, done: boolean) => `EXISTS (SELECT 1 FROM line_milestones m WHERE m.order_line_id = l.id
      AND m.milestone = '${of}' AND m.deleted_at IS NULL AND m.actual_on IS ${done ? 'NOT NULL' : 'NULL'})`;

const shipment = (statuses: string) => `EXISTS (SELECT 1 FROM shipment_orders x
      JOIN shipments s ON s.id = x.shipment_id WHERE x.order_id = o.id AND s.deleted_at IS NULL AND s.status IN (${statuses}))`;

/** The last of its steps that a plan has says whether a line has left. */
const HAS_LEFT = `(${step('shipped', true)} OR (${step('exFactory', true)} AND NOT ${step('shipped', false)}))`;

/** Of an order of which a shipment left, and none waits to leave, all has. */
const ALL_LEFT = `(${shipment(`'in_transit', 'delivered'`)} AND NOT ${shipment(`'pending'`)})`;
const ALL_ARRIVED = `(${shipment(`'delivered'`)} AND NOT ${shipment(`'pending', 'in_transit'`)})`;

/** Which day counts, and what is still to leave or to arrive. */
interface Due {
  day: 'etd' | 'eta';
  ofOrder: string;
  ofLine: string;
}
const LEAVING: Due = { day: 'etd', ofOrder: `NOT ${ALL_LEFT}`, ofLine: ` AND NOT ${HAS_LEFT}` };
const ARRIVING: Due = { day: 'eta', ofOrder: `NOT ${ALL_ARRIVED}`, ofLine: '' };

/** A day of lines, else of their order: those of one order that are `within` together are one alert. */
const ofGoods = ({ day, ofOrder, ofLine }: Due, within: string, worse: string, since: string) => `
  SELECT due.order_id, '' AS key, CASE WHEN count(due.line_id) = 1 THEN min(due.line_id::text)::uuid END AS order_line_id,
         NULL::uuid AS owner_id, CASE WHEN ${worse} THEN 2 ELSE 1 END AS level, ${since} AS since,
         jsonb_build_object('on', min(due.day), 'lines', count(due.line_id)) AS facts
  FROM (
    SELECT o.id AS order_id, l.id AS line_id, coalesce(l.${day}, o.${day}) AS day
    FROM orders o JOIN order_lines l ON l.order_id = o.id
    WHERE ${OPEN_ORDER} AND ${OPEN_LINE} AND coalesce(l.${day}, o.${day}) ${within} AND ${ofOrder}${ofLine}
    UNION ALL
    SELECT o.id, NULL, o.${day} FROM orders o
    WHERE ${OPEN_ORDER} AND o.${day} ${within} AND ${ofOrder}
      AND NOT EXISTS (SELECT 1 FROM order_lines l WHERE l.order_id = o.id AND l.deleted_at IS NULL)
  ) due
  GROUP BY due.order_id`;

const NEAR = `BETWEEN $1::date AND $1::date + $2::int`;
const PAST = `<= $1::date - $2::int`;
/** Within a third of the threshold. */
const thirdOf = (day: string) => `${day} - $1::date <= $2::int / 3`;
/** A week after it was raised. */
const weekAfter = (day: string) => `${day} <= $1::date - $2::int - 7`;

const nearly = (due: Due) => ofGoods(due, NEAR, thirdOf('min(due.day)'), 'min(due.day) - $2::int');
const past = (due: Due) => ofGoods(due, PAST, weekAfter('min(due.day)'), 'min(due.day) + $2::int');

const PLAN_LATE = `
  SELECT o.id AS order_id, l.id::text AS key, l.id AS order_line_id, NULL::uuid AS owner_id,
         CASE WHEN p.slack_days <= -$2::int - 6 THEN 2 ELSE 1 END AS level, $1::date AS since,
         jsonb_strip_nulls(jsonb_build_object('slackDays', p.slack_days, 'etd', coalesce(l.etd, o.etd),
           'forecastOn', p.forecast_on, 'chain', p.chain, 'cause', p.cause)) AS facts
  FROM line_plans p JOIN order_lines l ON l.id = p.order_line_id JOIN orders o ON o.id = l.order_id
  WHERE p.slack_days <= -$2::int AND ${OPEN_LINE} AND ${OPEN_ORDER}`;

/** Of lines of an order that wait for the same holder with the same gate, one alert. */
const APPROVAL_STUCK = `
  SELECT o.id AS order_id, g.gate_key || ':' || g.holder AS key,
         CASE WHEN count(*) = 1 THEN min(l.id::text)::uuid END AS order_line_id, NULL::uuid AS owner_id,
         CASE WHEN ${weekAfter('min(g.due_on)')} THEN 2 ELSE 1 END AS level, min(g.due_on) + $2::int AS since,
         jsonb_build_object('gate', g.name, 'holder', g.holder, 'heldSince', min(g.held_since), 'on', min(g.due_on),
           'lines', count(*)) AS facts
  FROM line_gates g JOIN order_lines l ON l.id = g.order_line_id JOIN orders o ON o.id = l.order_id
  WHERE g.holder IS NOT NULL AND g.due_on ${PAST} AND g.deleted_at IS NULL AND ${OPEN_LINE} AND ${OPEN_ORDER}
  GROUP BY o.id, g.gate_key, g.name, g.holder`;

const ofCredit = (day: string, stillDue: string) => `
  SELECT o.id AS order_id, c.id::text AS key, NULL::uuid AS order_line_id, NULL::uuid AS owner_id,
         CASE WHEN ${thirdOf(day)} THEN 2 ELSE 1 END AS level, ${day} - $2::int AS since,
         jsonb_build_object('on', ${day}, 'number', c.lc_number) AS facts
  FROM letters_of_credit c JOIN orders o ON o.id = c.order_id
  WHERE ${day} <= $1::date + $2::int AND c.deleted_at IS NULL AND c.status <> 'expired' AND ${OPEN_ORDER}${stillDue}`;

/** The day that lies so many working days of mills in general before today, which is not over yet. */
const WORKING_DAYS_AGO = `(
    SELECT d::date FROM working_calendars c, generate_series($1::date - 1, $1::date - 400, INTERVAL '-1 day') d
    WHERE c.holder = 'mill' AND c.party_name IS NULL AND c.deleted_at IS NULL
      AND NOT extract(isodow FROM d)::smallint = ANY (c.weekend)
      AND NOT c.holidays @> jsonb_build_array(jsonb_build_object('day', d::date::text))
    ORDER BY d DESC OFFSET $2::int - 1 LIMIT 1)`;

const FINISHED_BY = `'finishingComplete', 'dyeingComplete', 'knittingComplete'`;
const entries = (stage: string) => `e.order_line_id = l.id AND e.is_current AND e.deleted_at IS NULL${stage}`;

/** Between the start of knitting and the last step of the fabric that its plan has. */
const NO_PRODUCTION_ENTRY = `
  SELECT order_id, line_id::text AS key, line_id AS order_line_id, NULL::uuid AS owner_id,
         CASE WHEN last_on <= from_on - 7 THEN 2 ELSE 1 END AS level, last_on + $2::int AS since,
         jsonb_build_object('on', last_on, 'entered', entered) AS facts
  FROM (
    SELECT o.id AS order_id, l.id AS line_id, mark.from_on, entry.last_on IS NOT NULL AS entered,
           greatest(entry.last_on, m.actual_on) AS last_on
    FROM (SELECT ${WORKING_DAYS_AGO} AS from_on) mark, line_milestones m
      JOIN order_lines l ON l.id = m.order_line_id JOIN orders o ON o.id = l.order_id
      LEFT JOIN LATERAL (SELECT max(e.entry_date) AS last_on FROM production_entries e WHERE ${entries('')}) entry ON TRUE
    WHERE m.milestone = 'knittingStart' AND m.actual_on < mark.from_on AND m.deleted_at IS NULL AND ${OPEN_LINE} AND ${OPEN_ORDER}
      AND EXISTS (SELECT 1 FROM line_milestones f WHERE f.order_line_id = l.id AND f.milestone IN (${FINISHED_BY})
        AND f.state = 'open' AND f.deleted_at IS NULL)
  ) silent
  WHERE last_on < from_on`;

/** On the finished quantity, in kg alone: what was entered in other units does not say what was lost. */
const LOSS_OVER_PLAN = `
  SELECT order_id, line_id::text AS key, line_id AS order_line_id, NULL::uuid AS owner_id,
         CASE WHEN lost >= planned + $2::int + 5 THEN 2 ELSE 1 END AS level, coalesce(last_on, $1::date) AS since,
         jsonb_build_object('lost', round(lost, 1)::text, 'planned', trim_scale(planned)::text,
           'knitted', knitted::text, 'finished', finished::text) AS facts
  FROM (
    SELECT o.id AS order_id, l.id AS line_id, made.*, (made.knitted - made.finished) * 100 / made.finished AS lost,
           coalesce(l.process_loss_percent, o.process_loss_percent) AS planned
    FROM orders o JOIN order_lines l ON l.order_id = o.id
      JOIN LATERAL (
        SELECT sum(e.quantity) FILTER (WHERE e.stage = 'knitting') AS knitted,
          sum(e.quantity) FILTER (WHERE e.stage = 'finishing') AS finished, max(e.entry_date) AS last_on
        FROM production_entries e
        WHERE ${entries(` AND e.stage IN ('knitting', 'finishing')`)}
        HAVING bool_and(e.unit = 'kg')
      ) made ON made.knitted > 0 AND made.finished > 0
    WHERE ${OPEN_LINE} AND ${OPEN_ORDER} AND EXISTS (SELECT 1 FROM line_milestones f WHERE f.order_line_id = l.id
      AND f.milestone IN (${FINISHED_BY}) AND f.actual_on IS NOT NULL AND f.deleted_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM line_milestones f WHERE f.order_line_id = l.id
      AND f.milestone IN (${FINISHED_BY}) AND f.state = 'open' AND f.deleted_at IS NULL)
  ) over
  WHERE lost >= planned + $2::int`;

/** An order that is done with may still have something to do. */
const TASK_OVERDUE = `
  SELECT o.id AS order_id, t.id::text AS key, t.order_line_id, t.assigned_to_id AS owner_id,
         CASE WHEN ${weekAfter('t.due_date')} THEN 2 ELSE 1 END AS level, t.due_date + $2::int AS since,
         jsonb_build_object('on', t.due_date, 'title', t.title) AS facts
  FROM order_tasks t JOIN orders o ON o.id = t.order_id
  WHERE t.due_date ${PAST} AND t.deleted_at IS NULL AND t.status IN ('pending', 'in_progress')
    AND o.deleted_at IS NULL AND ($3::uuid IS NULL OR o.id = $3)`;

export const CONDITIONS: Readonly<Record<AlertRuleKey, string>> = {
  plan_late: PLAN_LATE,
  etd_near: nearly(LEAVING),
  etd_overdue: past(LEAVING),
  eta_near: nearly(ARRIVING),
  eta_overdue: past(ARRIVING),
  approval_stuck: APPROVAL_STUCK,
  lc_expiry_near: ofCredit('c.expiry_date', ''),
  lc_latest_shipment_near: ofCredit('c.latest_shipment_date', ` AND NOT ${ALL_LEFT}`),
  no_production_entry: NO_PRODUCTION_ENTRY,
  loss_over_plan: LOSS_OVER_PLAN,
  task_overdue: TASK_OVERDUE,
};
