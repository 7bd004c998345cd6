import type { ClientBase } from 'pg';
import type { AlertRule } from '../modules/planning/alerts/alert-rule.entity';
import { evaluation } from '../modules/planning/alerts/alert.evaluation';
import { today } from '../platform/values/day';
import { wake, type Held } from './bulk-load';
import { PLANNED_ORDERS } from './large-plans';

/** One order of so many had something go wrong. */
const MISHAP_EACH = 20;

const INCIDENTS = `
  INSERT INTO incidents (id, created_at, updated_at, row_version, order_id, order_line_id, step, title, description, type,
    severity, severity_rank, status, incident_date, party, party_name, days_lost, actual_resolution_date, resolution, reported_by_id)
  SELECT key_at(at), at, at, 1, id, line_id, 'dyeingComplete', title, 'Told by the mill on the telephone.', type, severity,
    severity_rank, CASE WHEN done THEN 'closed' WHEN n % 3 = 0 THEN 'in_progress' ELSE 'open' END, at::date, 'mill', mill, 3,
    CASE WHEN done THEN at::date + 6 END, CASE WHEN done THEN 'Made again on another machine.' END, merchandiser
  FROM (
    SELECT m.n, m.id, l.id AS line_id, m.mill, m.merchandiser, m.status = 'completed' AS done,
      least(m.at + interval '40 days', now()) AS at,
      (ARRAY['Stenter stood still', 'Shade of the bulk is off', 'Yarn came late'])[1 + m.n / $1 % 3] AS title,
      (ARRAY['mill_breakdown', 'quality_rejection', 'delay'])[1 + m.n / $1 % 3] AS type,
      (ARRAY['low', 'medium', 'high', 'critical'])[1 + m.n / $1 % 4] AS severity, m.n / $1 % 4 AS severity_rank
    FROM made m JOIN order_lines l ON l.order_id = m.id AND l.sequence_number = 1 WHERE m.n % $1 = 0) happened`;

const DELAYS = `
  INSERT INTO delay_ledger (id, order_id, order_line_id, step, step_label, working_days, party, party_name, reason, source,
    incident_id, planned_on, happened_on, created_at)
  SELECT key_at(i.created_at), i.order_id, i.order_line_id, i.step, 'Dyeing complete', i.days_lost, i.party, i.party_name,
    i.title, 'incident', i.id, i.incident_date, i.incident_date + 3, i.created_at
  FROM incidents i`;

/** Of what is behind its plan, the step that lost the days. */
const SLIPS = `
  INSERT INTO delay_ledger (id, order_id, order_line_id, step, step_label, working_days, party, party_name, source, planned_on,
    happened_on, created_at)
  SELECT key_at(s.actual_on), m.id, s.order_line_id, s.milestone, s.label, s.actual_on - s.planned_on, s.holder, m.mill,
    'step', s.planned_on, s.actual_on, s.actual_on
  FROM made m JOIN line_milestones s ON s.order_id = m.id AND s.position = 4
  WHERE m.n <= $1 AND m.n % 7 = 0 AND s.actual_on > s.planned_on`;

/** What was looked after and is over, of the orders that were finished last. */
const CLEARED_ALERTS = `
  INSERT INTO alerts (id, created_at, rule, order_id, key, level, severity, severity_rank, facts, since, told_at, cleared_at)
  SELECT key_at(at + interval '40 days'), at + interval '40 days', rule, id, '', 1, severity, severity_rank,
    jsonb_build_object('on', ordered + 45, 'lines', 2), ordered + 40, at + interval '40 days', at + interval '50 days'
  FROM made CROSS JOIN (VALUES ('etd_near', 'info', 0), ('etd_overdue', 'warning', 1)) was (rule, severity, severity_rank)
  WHERE n BETWEEN 6001 AND 10000`;

/** As the worker keeps it: every line is in one unit and priced, and the deliveries are of their line and in its unit. */
const PROFITS = `
  INSERT INTO order_profits (id, created_at, updated_at, row_version, order_id, currency, value, potential_profit, realized_value,
    realized_profit, unpriced_lines)
  SELECT key_at(m.at), m.at, m.at, 1, m.id, 'USD', sum(round(l.quantity * l.prova_price, 2)),
    sum(round(l.quantity * (l.prova_price - l.mill_price), 2)),
    sum(round(least(l.quantity, coalesce(d.delivered_quantity, 0)) * l.prova_price, 2)),
    sum(round(least(l.quantity, coalesce(d.delivered_quantity, 0)) * (l.prova_price - l.mill_price), 2)), 0
  FROM made m JOIN order_lines l ON l.order_id = m.id LEFT JOIN supplier_deliveries d ON d.order_line_id = l.id
  GROUP BY m.id, m.at`;

/** What PIs say of their lines. */
export const PROFORMA_LINES = `
  INSERT INTO proforma_invoice_lines (id, created_at, updated_at, row_version, proforma_invoice_id, position, order_line_id, style,
    colour, quantity, unit, price, amount, mill_price)
  SELECT key_at(p.created_at), p.created_at, p.created_at, 1, p.id, l.sequence_number, l.id, 'ST-' || m.n,
    l.color_code || ' · ' || l.color_name, l.quantity, l.unit, l.prova_price, round(l.quantity * l.prova_price, 2), l.mill_price
  FROM proforma_invoices p JOIN made m ON m.id = p.order_id JOIN order_lines l ON l.order_id = p.order_id`;

/** What shipments say of theirs. */
export const SHIPPED_LINES = `
  INSERT INTO shipment_lines (id, created_at, shipment_id, order_line_id, sequence_number, quantity, unit, unit_price)
  SELECT key_at(s.created_at), s.created_at, s.id, l.id, l.sequence_number, l.quantity, l.unit, l.prova_price
  FROM shipments s JOIN order_lines l ON l.order_id = s.order_id`;

/** Its triggers tell the orders that are open what their LCs say. */
const CREDITS_TOLD = `UPDATE letters_of_credit SET updated_at = updated_at WHERE status = 'issued'`;

/** What the house found out about its orders: mishaps, days lost, alerts that nobody is told of again, and what they earn. @returns how many rows */
export async function happenLargeHouse(client: ClientBase, held: Held): Promise<number> {
  await wake(client, held, /_terms_/);
  const statements: readonly [sql: string, values: unknown[]][] = [
    [INCIDENTS, [MISHAP_EACH]],
    [DELAYS, []],
    [SLIPS, [PLANNED_ORDERS]],
    [CLEARED_ALERTS, []],
    [PROFITS, []],
    [CREDITS_TOLD, []],
  ];
  let made = 0;
  for (const [sql, values] of statements) made += Number((await client.query(sql, values)).rowCount);
  const { rows: rules } = await client.query<Pick<AlertRule, 'rule' | 'isOn' | 'threshold' | 'severity'>>(
    `SELECT rule, is_on AS "isOn", threshold, severity FROM alert_rules`,
  );
  for (const { rule, isOn, threshold, severity } of rules)
    await client.query(evaluation(rule, { isOn, severity }), [today('Asia/Dhaka'), threshold, null]);
  const { rowCount } = await client.query('UPDATE alerts SET news = NULL, told_at = now() WHERE cleared_at IS NULL');
  return made + Number(rowCount);
}
