import type { Day } from '../../../platform/values/day';
import type { OrderLine } from '../../orders/line/line.entity';
import type { Order } from '../../orders/order/order.entity';
import { calendarFor, type PartyWorking } from '../calendar/calendar.rules';
import type { LineMilestone } from '../milestone.entity';
import { NO_PAST, type Past, type Took } from '../history/durations';
import { stepLabel, type StepKey } from '../milestone.vocabulary';
import { forecastOf, type ChainLink, type ForecastStep } from '../schedule/forecast';
import type { LinePlan, PlanLink } from './line-plan.entity';
import { causeOf } from './plan-cause';

/** A line with its order, as far as its plan needs them. */
export type PlannedLine = Pick<OrderLine, 'etd' | 'millName'> & {
  order: Pick<Order, 'etd' | 'millName' | 'buyerName' | 'customerName'>;
};

/** A step of its plan, as far as the arithmetic needs it. */
export type PlannedStep = Pick<
  LineMilestone,
  'milestone' | 'label' | 'holder' | 'days' | 'after' | 'state' | 'plannedOn' | 'actualOn'
> & { deletedAt?: Date | null };

/** When the line leaves: its own day, else its order's. */
export const etdOf = (line: PlannedLine): Day | null => line.etd ?? line.order.etd;

/** The steps of a line, each on the calendar of who holds it. One that was taken out is passed through. */
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
    notApplicable: row.state === 'not_applicable' || Boolean(row.deletedAt),
    actualOn: row.actualOn,
  }));
}

/** What a forecast writes on a plan. */
export type Forecast = Pick<
  LinePlan,
  'forecastOn' | 'p80On' | 'slackDays' | 'urgency' | 'chain' | 'cause' | 'steps' | 'reckonedOn'
>;

/**
 * What the plan of a line says of it on that day; nothing once all of its steps are done. A step takes what it took in the
 * past in half of the times, else what its template gives it.
 */
export function planForecast(
  line: PlannedLine,
  rows: readonly PlannedStep[],
  calendars: readonly PartyWorking[],
  day: Day,
  past: Past = NO_PAST,
): Forecast {
  const steps = stepsOf(line, rows, calendars);
  const mill = line.millName ?? line.order.millName;
  const took = new Map(steps.flatMap(({ key }) => [[key, past(key, mill)] as const]));
  const taking = (share: 'p50' | 'p80') =>
    steps.map((step) => ({ ...step, days: took.get(step.key)?.[share] ?? step.days }));
  const found = forecastOf(taking('p50'), etdOf(line), day);
  const refused = new Set(rows.filter(({ state }) => state === 'rejected').map(({ milestone }) => milestone));
  const learnt = [...took.values()].some(Boolean);
  return {
    forecastOn: found?.finishOn ?? null,
    p80On: found && learnt ? (forecastOf(taking('p80'), etdOf(line), day)?.finishOn ?? null) : null,
    slackDays: found?.slack ?? null,
    urgency: found?.urgency ?? null,
    chain: (found?.chain ?? []).map((link) => named(link, rows, took.get(link.key) ?? null)),
    cause: found ? causeOf(found.chain, steps, rows) : null,
    steps: (found?.steps ?? []).map((step) => (refused.has(step.key) ? { ...step, refused: true } : step)),
    reckonedOn: day,
  };
}

function named(link: ChainLink<StepKey>, rows: readonly PlannedStep[], past: Took | null): PlanLink {
  const row = rows.find(({ milestone }) => milestone === link.key);
  const known = { ...link, label: row?.label ?? stepLabel(link.key), holder: row?.holder ?? 'us' };
  return past && !row?.actualOn ? { ...known, past } : known;
}
