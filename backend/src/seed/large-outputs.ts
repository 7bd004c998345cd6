import type { ClientBase } from 'pg';
import { calendarFor } from '../modules/planning/calendar/calendar.rules';
import { standingOf } from '../modules/planning/cockpit/pace';
import type { LinePlan } from '../modules/planning/plan/line-plan.entity';
import { outputOfLine, type MeasuredLine, type StageDay } from '../modules/production/entries/line-output';
import { today, type Day } from '../platform/values/day';
import { calendarsOf } from './plan-rows';

/** Lines whose production stands alike: with the same plan, the same quantity and the same share of it made each day. */
interface Shape {
  ordered: Day;
  behind: boolean;
  quantity: string;
  etd: Day;
  status: string;
  pace: number;
  steps: LinePlan['steps'];
  days: StageDay[];
}

const NO_FABRIC: MeasuredLine['fabric'] = {
  ...{ gsm: null, finishingWidth: null, cuttableWidth: null },
  ...{ consumptionPerPiece: null, consumptionUnit: 'kg', rollQuantity: null, rollUnit: 'kg' },
};

/** What tells the shape of line `l` of order `m`; of what was never begun the pace says nothing. */
const PACE = `CASE WHEN m.status IN ('running', 'bulk') THEN m.n % 5 ELSE -1 END`;

/**
 * How the production of the large house's open lines stands, by its plans and entries: reckoned once for lines that stand
 * alike, the rest is Postgres's. @returns how many lines
 */
export async function standLargeHouse(client: ClientBase): Promise<number | null> {
  const calendars = await calendarsOf(client);
  const day = today('Asia/Dhaka');
  const { rows: shapes } = await client.query<Shape>(
    `SELECT s.ordered::text, s.behind, s.quantity::text, s.etd::text, s.status, s.pace, p.steps, made.days
       FROM (SELECT m.ordered, m.n % 7 = 0 AS behind, m.status, ${PACE} AS pace, l.quantity,
               l.etd, min(l.id::text)::uuid AS of_line
             FROM line_plans p JOIN order_lines l ON l.id = p.order_line_id JOIN made m ON m.id = l.order_id AND m.status <> 'completed'
             GROUP BY 1, 2, 3, 4, 5, 6) s
       JOIN line_plans p ON p.order_line_id = s.of_line
       LEFT JOIN (SELECT order_line_id, json_agg(json_build_object('stage', stage, 'entryDate', entry_date, 'quantity',
                    quantity::text, 'unit', unit) ORDER BY entry_date) AS days
                  FROM production_entries GROUP BY order_line_id) made ON made.order_line_id = s.of_line`,
  );
  const standing = shapes.map(({ steps, days, quantity, etd, ordered, behind, status, pace }) => {
    const figures = {
      ...{ quantity, unit: 'yards' as const, finishedFabricQuantity: null, finishedFabricUnit: null },
      ...{ processLossPercent: null, processLossBasis: null },
    };
    const line = {
      stages: outputOfLine({ figures, fabric: NO_FABRIC }, days ?? []),
      ...{ steps, etd, lossPercent: null, lossBasis: null },
      calendar: calendarFor('mill', { mill: null }, calendars),
    };
    return { ordered, behind, status, pace, quantity, ...standingOf(line, day) };
  });
  const { rowCount } = await client.query(
    `INSERT INTO line_outputs (id, created_at, updated_at, row_version, order_id, order_line_id, state, late_days, last_entry_on,
       idle_days, loss_over, loss, stages, reckoned_on)
     SELECT key_at(m.at), m.at, m.at, 1, m.id, l.id, s.state, s."lateDays", s."lastEntryOn", s."idleDays", FALSE, s.loss,
       s.stages, $2::date
     FROM line_plans p JOIN order_lines l ON l.id = p.order_line_id JOIN made m ON m.id = l.order_id AND m.status <> 'completed'
     JOIN jsonb_to_recordset($1::jsonb) AS s (ordered date, behind boolean, status text, pace int, quantity numeric, state text,
         "lateDays" int, "lastEntryOn" date, "idleDays" int, loss jsonb, stages jsonb)
       ON s.ordered = m.ordered AND s.behind = (m.n % 7 = 0) AND s.status = m.status AND s.pace = ${PACE} AND s.quantity = l.quantity`,
    [JSON.stringify(standing), day],
  );
  return rowCount;
}
