import type { ClientBase } from 'pg';
import { standingOf } from '../modules/planning/cockpit/pace';
import { calendarFor } from '../modules/planning/calendar/calendar.rules';
import type { LinePlan as ReckonedPlan } from '../modules/planning/plan/line-plan.entity';
import { outputOfLine, type StageDay } from '../modules/production/entries/line-output';
import { addDays, type Day } from '../platform/values/day';
import { measuredLineOf } from './entry-rows';
import { calendarsOf } from './plan-rows';
import { Random } from './random';
import { linesOf, type OrderPlan } from './season';
import type { Row } from './tables';

/** How the production of the season's open lines stands on `day`, by their plans and entries. */
export async function standingRows(
  client: ClientBase,
  season: readonly OrderPlan[],
  plans: readonly Row[],
  entries: readonly Row[],
  day: Day,
): Promise<Row[]> {
  const calendars = await calendarsOf(client);
  const steps = new Map(plans.map((plan) => [plan['order_line_id'], plan['steps'] as ReckonedPlan['steps']]));
  return season
    .filter(({ fate }) => fate !== 'delivered')
    .flatMap((plan) => {
      const random = new Random(11_000 + plan.index);
      const own = entries.filter((entry) => entry['order_id'] === plan.id && entry['is_current']);
      return linesOf(plan).map((line): Row => {
        const measured = measuredLineOf(plan, line);
        const standing = standingOf(
          {
            stages: outputOfLine(measured, own.filter((entry) => entry['order_line_id'] === line.id).map(stageDay)),
            steps: steps.get(line.id) ?? [],
            etd: addDays(plan.etd, line.offset),
            calendar: calendarFor('mill', { mill: plan.mill }, calendars),
            lossPercent: measured.figures.processLossPercent,
            lossBasis: null,
          },
          day,
        );
        return {
          id: random.id(new Date(`${plan.ordered}T06:30:00Z`)),
          created_at: `${plan.ordered}T06:30:00.000Z`,
          updated_at: `${plan.ordered}T16:00:00.000Z`,
          row_version: 1,
          order_id: plan.id,
          order_line_id: line.id,
          state: standing.state,
          late_days: standing.lateDays,
          last_entry_on: standing.lastEntryOn,
          idle_days: standing.idleDays,
          loss_over: standing.loss.over,
          loss: standing.loss,
          stages: standing.stages,
          reckoned_on: day,
        };
      });
    });
}

const stageDay = ({ stage, entry_date, quantity, unit }: Row): StageDay =>
  ({ stage, entryDate: entry_date, quantity, unit }) as StageDay;
