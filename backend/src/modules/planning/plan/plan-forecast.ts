import type { Day } from '../../../platform/values/day';
import type { OrderLine } from '../../orders/line/line.entity';
import type { Order } from '../../orders/order/order.entity';
import { calendarFor, type PartyWorking } from '../calendar/calendar.rules';
import type { LineMilestone } from '../milestone.entity';
import { stepLabel, type StepKey } from '../milestone.vocabulary';
import { forecastOf, type ChainLink, type ForecastStep } from '../schedule/forecast';
import type { LinePlan, PlanLink } from './line-plan.entity';

/** A line with its order, as far as its plan needs them. */
export type PlannedLine = Pick<OrderLine, 'etd' | 'millName'> & {
  order: Pick<Order, 'etd' | 'millName' | 'buyerName' | 'customerName'>;
};

/** A step of its plan, as far as the arithmetic needs it. */
export type PlannedStep = Pick<
  LineMilestone,
  'milestone' | 'label' | 'holder' | 'days' | 'after' | 'state' | 'actualOn'
>;

/** When the line leaves: its own day, else its order's. */
export const etdOf = (line: PlannedLine): Day | null => line.etd ?? line.order.etd;

/** The steps of a line, each on the calendar of who holds it. */
export function stepsOf(
  line: PlannedLine,
  rows: readonly PlannedStep[],
  calendars: readonly PartyWorking[],
): ForecastStep<StepKey>[] {
  const { order, millName } = line;
  const parties = { mill: millName ?? order.millName, buyer: order.buyerName ?? order.customerName };
  return rows.map((row) => ({
    key: row.milestone,
    days: row.days,
    after: row.after,
    calendar: calendarFor(row.holder, parties, calendars),
    notApplicable: row.state === 'not_applicable',
    actualOn: row.actualOn,
  }));
}

/** What the plan of a line says of it on that day; nothing once all of its steps are done. */
export function planForecast(
  line: PlannedLine,
  rows: readonly PlannedStep[],
  calendars: readonly PartyWorking[],
  day: Day,
): Pick<LinePlan, 'forecastOn' | 'slackDays' | 'urgency' | 'chain' | 'steps' | 'reckonedOn'> {
  const found = forecastOf(stepsOf(line, rows, calendars), etdOf(line), day);
  return {
    forecastOn: found?.finishOn ?? null,
    slackDays: found?.slack ?? null,
    urgency: found?.urgency ?? null,
    chain: (found?.chain ?? []).map((link) => named(link, rows)),
    steps: found?.steps ?? [],
    reckonedOn: day,
  };
}

function named(link: ChainLink<StepKey>, rows: readonly PlannedStep[]): PlanLink {
  const row = rows.find(({ milestone }) => milestone === link.key);
  return { ...link, label: row?.label ?? stepLabel(link.key), holder: row?.holder ?? 'us' };
}
