import type { ClientBase } from 'pg';
import { planForecast, stepsOf, type PlannedStep } from '../modules/planning/plan/plan-forecast';
import { withoutNotApplicable } from '../modules/planning/schedule/forecast';
import { backSchedule } from '../modules/planning/schedule/schedule';
import { addDays, today, type Day } from '../platform/values/day';
import { calendarsOf, templatesOf } from './plan-rows';

/** All that are open, and the finished ones that are not archived yet: what is older was planned elsewhere. */
export const PLANNED_ORDERS = 26_000;

/** Days from the order to the ETD, as the large house has them. */
const TO_ETD = 95;

/** Working days that one order of seven is behind its plan. */
const BEHIND = 6;

interface Shape {
  ordered: Day;
  finished: boolean;
  behind: boolean;
}

/**
 * Plans of the large house, from the rows that it is made of. Lines that were ordered on one day are planned alike, so a few
 * hundred plans are reckoned and the rest is Postgres's. @returns how many steps
 */
export async function planLargeHouse(client: ClientBase): Promise<number | null> {
  const template = (await templatesOf(client)).find(({ orderType }) => orderType === 'foreign');
  const calendars = await calendarsOf(client);
  const { rows } = await client.query<Shape>(
    `SELECT DISTINCT ordered::text, status = 'completed' AS finished, n % 7 = 0 AS behind FROM made WHERE n <= $1`,
    [PLANNED_ORDERS],
  );
  const day = today('Asia/Dhaka');
  const line = (etd: Day) => ({
    etd,
    millName: null,
    order: { etd, millName: null, buyerName: null, customerName: '' },
  });
  const shapes = rows.map((shape) => {
    const etd = addDays(shape.ordered, TO_ETD);
    const open: PlannedStep[] = (template?.steps ?? []).map(({ key, label, holder, days, after }) => {
      return { milestone: key, label, holder, days, after, state: 'open' as const, plannedOn: null, actualOn: null };
    });
    const planned = backSchedule(withoutNotApplicable(stepsOf(line(etd), open, calendars)), etd);
    const steps = open.map((step, position) => {
      const plannedOn = planned.get(step.milestone)?.latestFinish ?? etd;
      const due = addDays(plannedOn, shape.behind ? BEHIND : 0);
      const done = shape.finished || due < day;
      const actualOn = done ? (due < day ? due : addDays(day, -1)) : null;
      return { ...step, position, plannedOn, actualOn, state: done ? ('done' as const) : ('open' as const) };
    });
    const { steps: forecasts, ...forecast } = planForecast(line(etd), steps, calendars, day);
    return { ...shape, ...forecast, steps, forecasts, templateId: template?.id };
  });
  await client.query(
    `CREATE UNLOGGED TABLE shapes AS SELECT s.*, plan_strip(forecasts, chain) AS strip
       FROM jsonb_to_recordset($1::jsonb) AS s (ordered date, finished boolean, behind boolean, steps jsonb, forecasts jsonb,
         "forecastOn" date, "slackDays" int, urgency text, chain jsonb, cause jsonb, "templateId" uuid, "reckonedOn" date)`,
    [JSON.stringify(shapes)],
  );
  await client.query(
    `CREATE UNLOGGED TABLE shaped_steps AS SELECT s.ordered, s.finished, s.behind, t.*
       FROM shapes s CROSS JOIN LATERAL jsonb_to_recordset(s.steps) AS t (milestone text, label text, position int, holder text,
         days int, after jsonb, state text, "plannedOn" date, "actualOn" date)`,
  );
  await client.query('ANALYZE shapes, shaped_steps');
  const planned = `made m JOIN order_lines l ON l.order_id = m.id AND m.n <= $1
    JOIN`;
  const alike = `s ON s.ordered = m.ordered AND s.finished = (m.status = 'completed') AND s.behind = (m.n % 7 = 0)`;
  await client.query(
    `INSERT INTO line_plans (id, created_at, updated_at, row_version, order_id, order_line_id, template_id, forecast_on, slack_days,
       urgency, chain, cause, steps, strip, reckoned_on)
     SELECT key_at(m.at), m.at, m.at, 1, m.id, l.id, s."templateId", s."forecastOn", s."slackDays", s.urgency, s.chain, s.cause,
       s.forecasts, s.strip, s."reckonedOn"
     FROM ${planned} shapes ${alike}`,
    [PLANNED_ORDERS],
  );
  const { rowCount } = await client.query(
    `INSERT INTO line_milestones (id, created_at, updated_at, row_version, order_id, order_line_id, milestone, label, position,
       holder, days, after, state, planned_on, baseline_on, actual_on)
     SELECT key_at(m.at), m.at, m.at, 1, m.id, l.id, s.milestone, s.label, s.position, s.holder, s.days, s.after, s.state,
       s."plannedOn", s."plannedOn", s."actualOn"
     FROM ${planned} shaped_steps ${alike}`,
    [PLANNED_ORDERS],
  );
  return rowCount;
}
