import type { ClientBase } from 'pg';
import { countedFrom, type FinishedStep } from '../modules/planning/history/counted';
import { pastOf, type Duration, type Past } from '../modules/planning/history/durations';
import { planForecast, type PlannedLine, type PlannedStep } from '../modules/planning/plan/plan-forecast';
import type { PartyWorking } from '../modules/planning/calendar/calendar.rules';
import type { Holiday, StepHolder } from '../modules/planning/calendar/calendar.vocabulary';
import type { Weekday } from '../modules/planning/calendar/working-calendar';
import type { KnownStep } from '../modules/planning/milestone.vocabulary';
import { stepsOn } from '../modules/planning/template/template.rules';
import type { PlanTemplate } from '../modules/planning/template/template.entity';
import { addDays, type Day } from '../platform/values/day';
import { slipRows } from './delay-rows';
import { Random } from './random';
import { dayAt, linesOf, pastDay, type LinePlan, type OrderPlan } from './season';
import type { Row } from './tables';

const instant = (day: string, hour: number): string => `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`;

/** Where in an order's time each step has its place; steps of making garments only for local orders. */
const SHARES: readonly [KnownStep, number, local: boolean][] = [
  ['yarnBooked', 0.1, true],
  ['yarnReceived', 0.2, true],
  ['labDipSubmitted', 0.14, false],
  ['labDipApproved', 0.24, false],
  ['knittingStart', 0.32, true],
  ['knittingComplete', 0.5, true],
  ['dyeingStart', 0.42, false],
  ['dyeingComplete', 0.6, false],
  ['firstBulkSubmission', 0.55, false],
  ['fitCumPpSubmitted', 0.5, true],
  ['fitCumPpComments', 0.58, true],
  ['cuttingStart', 0.64, true],
  ['cuttingComplete', 0.76, true],
  ['sewingInput', 0.68, true],
  ['sewingFinish', 0.88, true],
  ['packingComplete', 0.93, true],
  ['finalInspection', 0.96, false],
  ['exFactory', 1, false],
];

/** Its dyeing takes longer than it is given, on every order: the forecast has learnt it. */
const SLOW_DYER = 'Square Textiles';

/** The plans of the season's lines with their steps, forecast for `day`, by the house's own templates and calendars. */
export async function planRows(
  client: ClientBase,
  season: readonly OrderPlan[],
  day: Day,
): Promise<{ milestones: Row[]; plans: Row[]; delays: Row[]; durations: Row[] }> {
  const [templates, calendars] = [await templatesOf(client), await calendarsOf(client)];
  const milestones: Row[] = [];
  const plans: Row[] = [];
  const delays: Row[] = [];
  const templateOf = (plan: OrderPlan) =>
    templates.find(({ orderType }) => orderType === (plan.local ? 'local' : 'foreign'));
  const laid = season.map((plan) => {
    const random = new Random(plan.index + 7);
    const lines = linesOf(plan).map((line) => ({ line, steps: stepsOfLine(plan, line, templateOf(plan), random) }));
    return { plan, random, lines };
  });
  const counted = countedFrom(
    laid.filter(({ plan }) => plan.fate === 'delivered').flatMap(({ plan, lines }) => finishedSteps(plan, lines)),
    calendars,
  );
  const past = pastOf(counted);
  for (const { plan, random, lines } of laid) {
    const template = templateOf(plan);
    for (const { line, steps } of lines) {
      milestones.push(...steps.map((step) => milestoneRow(plan, line, step, random)));
      plans.push(planRow(plan, line, steps, template, calendars, day, past, random));
      delays.push(...slipRows(plan, line, plannedLine(plan, line), steps, calendars));
    }
  }
  return { milestones, plans, delays, durations: durationRows(counted, day) };
}

type SeedStep = PlannedStep & { position: number; plannedOn: Day };

/** Steps behind us happened, some a day or two off their plan; steps ahead are planned. Late orders slip at the mill. */
function stepsOfLine(
  plan: OrderPlan,
  line: LinePlan,
  template: Pick<PlanTemplate, 'steps'> | undefined,
  random: Random,
): SeedStep[] {
  const shares = SHARES.filter(([, , onlyLocal]) => plan.local || !onlyLocal);
  const own = stepsOn(template?.steps ?? [], (of) => shares.some(([key]) => key === of));
  return shares.flatMap(([key, share]) => {
    const position = template?.steps.findIndex((step) => step.key === key) ?? -1;
    const step = own.find((each) => each.key === key);
    if (!step) return [];
    const plannedOn = addDays(dayAt(plan, share), line.offset);
    const slow = plan.mill === SLOW_DYER && key === 'dyeingComplete' ? 3 : 0;
    const off = slow + (plan.fate === 'delivered' ? random.whole(-2, 1) : random.whole(-1, 2));
    const actualOn = plan.progress >= share ? pastDay(plan, addDays(plannedOn, off)) : null;
    const { label, holder, days, after } = step;
    const state = actualOn ? ('done' as const) : ('open' as const);
    return [{ milestone: key, label, holder, days, after, position, state, plannedOn, actualOn }];
  });
}

function milestoneRow(plan: OrderPlan, line: LinePlan, step: SeedStep, random: Random): Row {
  const { milestone, label, position, holder, days, after, state, plannedOn, actualOn } = step;
  const troubled = !actualOn && plan.fate === 'late' && milestone === 'dyeingComplete';
  return {
    id: random.id(new Date(instant(plan.ordered, 5))),
    created_at: instant(plan.ordered, 5 + (position % 10)),
    updated_at: instant(plan.ordered, 16),
    row_version: 1,
    order_id: plan.id,
    order_line_id: line.id,
    milestone,
    label,
    position,
    holder,
    days,
    after,
    state,
    planned_on: plannedOn,
    baseline_on: plannedOn,
    actual_on: actualOn,
    note: troubled ? 'Dye-house has machine trouble.' : null,
  };
}

function planRow(
  plan: OrderPlan,
  line: LinePlan,
  steps: readonly SeedStep[],
  template: Pick<PlanTemplate, 'id'> | undefined,
  calendars: readonly PartyWorking[],
  day: Day,
  past: Past,
  random: Random,
): Row {
  const forecast = planForecast(plannedLine(plan, line), steps, calendars, day, past);
  return {
    id: random.id(new Date(instant(plan.ordered, 6))),
    created_at: instant(plan.ordered, 6),
    updated_at: instant(plan.ordered, 16),
    row_version: 1,
    order_id: plan.id,
    order_line_id: line.id,
    template_id: template?.id ?? null,
    forecast_on: forecast.forecastOn,
    p80_on: forecast.p80On,
    slack_days: forecast.slackDays,
    urgency: forecast.urgency,
    chain: forecast.chain,
    cause: forecast.cause,
    steps: forecast.steps,
    reckoned_on: forecast.reckonedOn,
  };
}

const finishedSteps = (plan: OrderPlan, lines: readonly { line: LinePlan; steps: SeedStep[] }[]): FinishedStep[] =>
  lines.flatMap(({ line, steps }) =>
    steps.map((step) => ({ ...step, orderLineId: line.id, millName: plan.mill, buyerName: plan.buyer.buyer })),
  );

function durationRows(counted: readonly Duration[], day: Day): Row[] {
  const random = new Random(77);
  const at = new Date(instant(day, 0));
  return counted.map(({ step, of, samples, p50, p80 }) => ({
    id: random.id(at),
    step,
    mill_name: of,
    samples,
    p50,
    p80,
    counted_on: day,
  }));
}

function plannedLine(plan: OrderPlan, line: LinePlan): PlannedLine {
  const order = { etd: null, millName: plan.mill, buyerName: plan.buyer.buyer, customerName: plan.buyer.customer };
  return { etd: addDays(plan.etd, line.offset), millName: plan.mill, order };
}

export async function templatesOf(client: ClientBase): Promise<Pick<PlanTemplate, 'id' | 'orderType' | 'steps'>[]> {
  const { rows } = await client.query<Pick<PlanTemplate, 'id' | 'orderType' | 'steps'>>(
    `SELECT id, order_type AS "orderType", steps FROM tna_templates WHERE deleted_at IS NULL ORDER BY position`,
  );
  return rows;
}

export async function calendarsOf(client: ClientBase): Promise<PartyWorking[]> {
  const { rows } = await client.query<{
    holder: StepHolder;
    partyName: string | null;
    country: string | null;
    weekend: Weekday[];
    holidays: Holiday[];
  }>(
    `SELECT holder, party_name AS "partyName", country, weekend, holidays FROM working_calendars WHERE deleted_at IS NULL`,
  );
  return rows.map(({ holder, partyName, country, weekend, holidays }) => ({
    holder,
    partyName,
    country,
    working: { weekend, holidays: new Set(holidays.map(({ day }) => day)) },
  }));
}
