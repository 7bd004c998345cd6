import { USUAL_DAYS } from '../../orders/gates/gate.vocabulary';
import { GATE_OF } from '../../samples/vocabulary';
import { WEEK_DAYS } from './my-day.vocabulary';

/**
 * Each arm finds one kind of thing that waits for somebody, in `visible` orders unless it says otherwise, as
 * `kind, related_id, order_id, order_line_id, lines, due_on, since, priority, tie, facts`. Where a thing waits on several
 * lines of an order at once it is one row, with no line: `facts` says what it is, and `tie` keeps it apart from its like.
 * Of all others only those that are told are described (`FACTS`). That its order is not in the trash is asked of all of
 * them, later. Parameters: $1 whose orders (null: all), $2 today, $3 who asks, $4 whether the tasks of others count,
 * $5 whether they confirm money papers, $6 the house's zone, $8 whether they review PIs, $9 to $11 the days that are enough.
 */
const FAR = '$2::date + 30';
const WEEK = `$2::date + ${WEEK_DAYS}`;

/**
 * Of a house whose things are counted already only what may be told is looked for: until $9, of this week until $10, and what is
 * on $11. Without these all of them.
 */
const ENOUGH = [
  (day: string) => `${day} <= $9::date`,
  (day: string) => `${day} > $2::date AND ${day} <= $10::date`,
  (day: string) => `${day} = $11::date`,
];
const among = (day: string) => `(${ENOUGH.map((days) => days(day)).join(' OR ')})`;
const enough = (day: string) => `($9::date IS NULL OR ${among(day)})`;

/** The same of what waits on several lines: all of them, where one of them is among these. */
const enoughOf = (rows: string, keys: readonly string[], day: string, found: string) =>
  `($9::date IS NULL OR (${keys.map((key) => `${rows}.${key}`).join(', ')}) IN (${found} AND ${among(day)}))`;

const oneLine = (column: string) => `CASE WHEN count(DISTINCT ${column}) = 1 THEN min(${column}::text)::uuid END`;

/** The gate that a sample of this type opens. */
const gateOfSample = `CASE s.type ${Object.entries(GATE_OF)
  .filter(([, gate]) => gate)
  .map(([type, gate]) => `WHEN '${type}' THEN '${gate}'`)
  .join(' ')} END`;

/** A sample is closer to the deed than the gate that it is for: where there is one, the gate is not told as well. */
const noSample = (status: string) => `NOT EXISTS (
    SELECT 1 FROM samples s WHERE s.order_line_id = g.order_line_id AND ${gateOfSample} = g.gate_key
      AND s.status = '${status}' AND s.submission_date IS NOT NULL AND s.deleted_at IS NULL)`;

const OPEN_GATES = `line_gates g JOIN visible v ON v.id = g.order_id
    JOIN order_lines l ON l.id = g.order_line_id AND l.deleted_at IS NULL`;

const gateRow = (kind: string) => `
  SELECT '${kind}', NULL::uuid, g.order_id, ${oneLine('g.order_line_id')}, count(DISTINCT g.order_line_id)::int,
         min(g.due_on), min(g.held_since), NULL, g.gate_key || ' ' || g.holder,
         jsonb_build_object('gate', g.name, 'key', g.gate_key, 'holder', g.holder, 'round', max(g.round))`;

const enoughGates = enoughOf(
  'g',
  ['order_id', 'gate_key', 'holder'],
  'n.due_on',
  'SELECT n.order_id, n.gate_key, n.holder FROM line_gates n WHERE n.holder IS NOT NULL',
);

const GATES_TO_SEND = `${gateRow('gate_to_send')}
  FROM ${OPEN_GATES}
  WHERE g.deleted_at IS NULL AND g.holder = 'us' AND g.due_on <= ${FAR} AND ${enoughGates} AND ${noSample('pending')}
  GROUP BY g.order_id, g.gate_key, g.name, g.holder`;

/** Only beyond what they may take: until then it is their business. */
const GATES_WAITING = `${gateRow('gate_waiting')}
  FROM ${OPEN_GATES}
  WHERE g.deleted_at IS NULL AND g.holder <> 'us' AND g.due_on < $2::date AND ${enoughGates} AND ${noSample('submitted')}
  GROUP BY g.order_id, g.gate_key, g.name, g.holder`;

const CONDITIONS = `
  SELECT 'condition', g.id, g.order_id, g.order_line_id, 1, NULL::date, NULL::date, NULL, NULL,
         jsonb_build_object('gate', g.name, 'condition', g.condition)
  FROM ${OPEN_GATES}
  WHERE g.deleted_at IS NULL AND g.condition IS NOT NULL AND g.condition_met_on IS NULL AND ${enough(WEEK)}`;

/** Tasks are a person's own, whatever they see of the order. */
const TASKS = `
  SELECT 'task', t.id, t.order_id, t.order_line_id, 1, t.due_date, NULL::date, t.priority, NULL, NULL::jsonb
  FROM order_tasks t
  WHERE t.deleted_at IS NULL AND t.status IN ('pending', 'in_progress')
    AND (t.priority = 'urgent' OR ${enough('t.due_date')} OR (t.due_date IS NULL AND ${enough(WEEK)}))
    AND (t.order_line_id IS NULL OR (SELECT l.deleted_at IS NULL FROM order_lines l WHERE l.id = t.order_line_id))
    AND (t.assigned_to_id = $3 OR ($4 AND ($1::uuid IS NULL OR t.assigned_by_id = $3
      OR t.order_id IN (SELECT id FROM orders WHERE merchandiser_id = $1))))`;

const SAMPLES_TO_SEND = `
  SELECT 'sample_to_send', s.id, s.order_id, s.order_line_id, 1, s.submission_date, NULL::date, NULL, NULL, NULL
  FROM samples s JOIN visible v ON v.id = s.order_id
  WHERE s.deleted_at IS NULL AND s.status = 'pending' AND s.submission_date <= ${FAR} AND ${enough('s.submission_date')}`;

const DECIDED_BY = `coalesce(g.due_on, s.submission_date + ${USUAL_DAYS.buyer})`;

const SAMPLES_TO_DECIDE = `
  SELECT 'sample_to_decide', s.id, s.order_id, s.order_line_id, 1,
         ${DECIDED_BY}, s.submission_date, NULL, NULL, NULL
  FROM samples s JOIN visible v ON v.id = s.order_id
    LEFT JOIN line_gates g ON g.order_line_id = s.order_line_id AND g.gate_key = ${gateOfSample} AND g.deleted_at IS NULL
  WHERE s.deleted_at IS NULL AND s.status = 'submitted' AND (
    ${enough(`coalesce(s.submission_date + ${USUAL_DAYS.buyer}, ${WEEK})`)}
    OR s.order_line_id IN (SELECT n.order_line_id FROM line_gates n WHERE n.holder IS NOT NULL AND ${among('n.due_on')}))`;

const DUE_STEPS = `line_milestones m
    JOIN order_lines l ON l.id = m.order_line_id AND l.deleted_at IS NULL AND l.status NOT IN ('completed', 'archived')`;
const isDue = (m: string) => `${m}.deleted_at IS NULL AND ${m}.state IN ('open', 'rejected')`;

/**
 * The first day after this week on which a step is due that is not due before on another line of its order. Each is asked one by
 * one, in the order of the index: the first that fits is all that is read.
 */
const NEXT_STEP_ON = `(SELECT m.planned_on FROM line_milestones m
    WHERE ${isDue('m')} AND m.planned_on > ${WEEK} AND m.planned_on <= ${FAR}
      AND (SELECT v.status NOT IN ('completed', 'archived') AND v.deleted_at IS NULL AND ($1::uuid IS NULL OR v.merchandiser_id = $1)
        FROM orders v WHERE v.id = m.order_id)
      AND (SELECT l.status NOT IN ('completed', 'archived') AND l.deleted_at IS NULL FROM order_lines l WHERE l.id = m.order_line_id)
      AND (SELECT o.id FROM line_milestones o WHERE o.order_id = m.order_id AND o.milestone = m.milestone AND ${isDue('o')}
        AND o.planned_on <= ${WEEK} LIMIT 1) IS NULL
    ORDER BY m.planned_on LIMIT 1)`;

/** Of a house with thousands of orders they are tens of thousands: this week's are counted, of later ones the next day's. */
const STEPS = `
  SELECT 'step', NULL::uuid, m.order_id, NULL::uuid, count(*)::int, min(m.planned_on), NULL::date, NULL, m.milestone, NULL
  FROM ${DUE_STEPS} JOIN visible v ON v.id = m.order_id
  WHERE $9::date IS NULL AND ${isDue('m')} AND m.planned_on <= coalesce(${NEXT_STEP_ON}, ${WEEK})
  GROUP BY m.order_id, m.milestone`;

const dueOn = (days: string) =>
  `SELECT n.order_id, n.milestone FROM line_milestones n WHERE $9::date IS NOT NULL AND ${isDue('n')} AND ${days}`;

/** Where they are counted already: those of the days that are enough, each by the first of its lines, wherever that lies. */
const ENOUGH_STEPS = `
  SELECT 'step', NULL::uuid, due.order_id, NULL::uuid, first.lines, first.planned_on, NULL::date, NULL, due.milestone, NULL
  FROM (${ENOUGH.map((days) => dueOn(days('n.planned_on'))).join('\n    UNION ')}) due
    JOIN visible v ON v.id = due.order_id
    CROSS JOIN LATERAL (SELECT count(*)::int AS lines, min(m.planned_on) AS planned_on FROM ${DUE_STEPS}
      WHERE m.order_id = due.order_id AND m.milestone = due.milestone AND ${isDue('m')}) first
  WHERE first.lines > 0`;

const ORDERS_LEAVING = `
  SELECT 'order_leaving', v.id, v.id, NULL::uuid, 0, v.earliest_etd, NULL::date, NULL, NULL, NULL
  FROM visible v WHERE v.earliest_etd <= ${FAR} AND ${enough('v.earliest_etd')}`;

/** Of the whole house: whoever confirms does so for every order. They wait from the day they were sent. */
const INVOICES = `
  SELECT 'invoice_to_confirm', p.id, p.order_id, NULL::uuid, 0, NULL::date, (p.sent_at AT TIME ZONE $6)::date, NULL, NULL, NULL
  FROM proforma_invoices p WHERE $5 AND ${enough('$2::date')} AND p.deleted_at IS NULL AND p.status = 'sent'`;

/** Four eyes: not of whom who raised or changed it. It waits from the day on which it was asked for. */
const INVOICES_TO_REVIEW = `
  SELECT 'invoice_to_review', p.id, p.order_id, NULL::uuid, 0, NULL::date,
         (SELECT max(e.occurred_at AT TIME ZONE $6)::date FROM domain_events e WHERE e.subject_type = 'proforma_invoice'
           AND e.subject_id = p.id AND e.name = 'proforma_invoice.review_asked'), NULL, NULL, NULL
  FROM proforma_invoices p
  WHERE $8 AND p.deleted_at IS NULL AND p.status = 'draft' AND p.review = 'pending' AND NOT EXISTS (
    SELECT 1 FROM domain_events e WHERE e.subject_type = 'proforma_invoice' AND e.subject_id = p.id AND e.actor_id = $3
      AND e.name IN ('proforma_invoice.raised', 'proforma_invoice.updated'))`;

const CREDITS = `
  SELECT 'credit_to_confirm', c.id, c.order_id, NULL::uuid, 0, NULL::date, c.issue_date, NULL, NULL, NULL
  FROM letters_of_credit c WHERE $5 AND ${enough('$2::date')} AND c.deleted_at IS NULL AND c.status = 'issued'`;

/** What a bank would refuse documents for, while it can still be amended; once, however many of its orders are seen. */
const CREDITS_TO_AMEND = `
  SELECT * FROM (SELECT DISTINCT ON (c.id) 'credit_to_amend', c.id, v.id, NULL::uuid, 0, NULL::date, c.issue_date, NULL, NULL, NULL::jsonb
    FROM letter_of_credit_checks k JOIN letters_of_credit c ON c.id = k.letter_of_credit_id
      JOIN letter_of_credit_orders x ON x.letter_of_credit_id = c.id JOIN visible v ON v.id = x.order_id
    WHERE k.discrepancies > 0 AND c.deleted_at IS NULL AND c.status <> 'expired' AND c.closed_on IS NULL
    ORDER BY c.id, v.id) amend`;

export const ITEMS = [
  TASKS,
  GATES_TO_SEND,
  GATES_WAITING,
  CONDITIONS,
  SAMPLES_TO_SEND,
  SAMPLES_TO_DECIDE,
  STEPS,
  ENOUGH_STEPS,
  ORDERS_LEAVING,
  INVOICES,
  INVOICES_TO_REVIEW,
  CREDITS,
  CREDITS_TO_AMEND,
].join('\n  UNION ALL');

const SAMPLE = `(SELECT jsonb_build_object('type', s.type, 'round', s.version) FROM samples s WHERE s.id = r.related_id)`;

const INVOICE = `(SELECT jsonb_build_object('number', p.pi_number, 'amount', p.amount::text, 'currency', p.currency)
      FROM proforma_invoices p WHERE p.id = r.related_id)`;

/** On how many lines the row `r` waits, and on which if it is one: of a step all that are due within the month. */
export const LINES = `(SELECT r.lines, r.order_line_id AS line_id WHERE r.kind <> 'step'
      UNION ALL SELECT count(*)::int, ${oneLine('m.order_line_id')} FROM ${DUE_STEPS}
      WHERE r.kind = 'step' AND m.order_id = r.order_id AND m.milestone = r.tie AND ${isDue('m')} AND m.planned_on <= ${FAR}
      HAVING r.kind = 'step')`;

/** What is said of the row `r`, by its kind. */
export const FACTS = `coalesce(r.facts, CASE r.kind
    WHEN 'task' THEN (
      SELECT jsonb_build_object('title', t.title, 'priority', t.priority, 'status', t.status, 'rowVersion', t.row_version,
        'doerId', t.assigned_to_id, 'giverId', t.assigned_by_id) FROM order_tasks t WHERE t.id = r.related_id)
    WHEN 'sample_to_send' THEN ${SAMPLE}
    WHEN 'sample_to_decide' THEN ${SAMPLE}
    WHEN 'invoice_to_review' THEN ${INVOICE}
    WHEN 'invoice_to_confirm' THEN ${INVOICE}
    WHEN 'credit_to_confirm' THEN (
      SELECT jsonb_build_object('number', c.lc_number, 'amount', c.amount::text, 'currency', c.currency)
      FROM letters_of_credit c WHERE c.id = r.related_id)
    WHEN 'credit_to_amend' THEN (
      SELECT jsonb_build_object('number', c.lc_number, 'amount', c.amount::text, 'currency', c.currency,
        'discrepancies', k.discrepancies)
      FROM letters_of_credit c JOIN letter_of_credit_checks k ON k.letter_of_credit_id = c.id WHERE c.id = r.related_id)
    WHEN 'step' THEN jsonb_build_object('milestone', r.tie)
    ELSE '{}' END)`;
