import Decimal from 'decimal.js';
import { computedDay, type FabricEntry } from '../modules/production/entries/computed-day';
import { isFabricStage, type ProductionStage } from '../modules/production/entries/entry.vocabulary';
import { outputOfLine, type MeasuredLine } from '../modules/production/entries/line-output';
import type { FabricFacts } from '../modules/orders/quantity/fabric';
import { addDays, daysBetween, type Day } from '../platform/values/day';
import { UNIT_DECIMALS, type Unit } from '../platform/values/quantity';
import { Random } from './random';
import { dayAt, linesOf, pastDay, unitOf, type LinePlan, type OrderPlan } from './season';
import { KG_PER_PIECE } from './supply-rows';
import type { Row } from './tables';

/** Where in an order's time each stage begins and should be done. */
const WINDOWS: Readonly<Record<ProductionStage, readonly [from: number, to: number]>> = {
  knitting: [0.33, 0.5],
  dyeing: [0.43, 0.6],
  finishing: [0.47, 0.63],
  cutting: [0.64, 0.76],
  sewing: [0.69, 0.88],
  packing: [0.84, 0.94],
};

/** Some mills send a mail for the whole order, which is typed as the sheet of a day. */
export const isTypedByDay = ({ local, index }: OrderPlan): boolean => local && index % 12 === 5;

/** What is entered of the lines that are, or were, in production; and the sheets of days that are its sums. */
export function entryRows(
  season: readonly OrderPlan[],
  merchandisers: readonly string[],
): { entries: Row[]; sheets: Row[] } {
  const entries: Row[] = [];
  const sheets: Row[] = [];
  for (const plan of season) {
    if (isTypedByDay(plan) || (!plan.local && plan.fate === 'delivered')) continue;
    const random = new Random(9_000 + plan.index);
    const own = linesOf(plan).flatMap((line) => entriesOfLine(plan, line, random, merchandisers));
    entries.push(...own);
    sheets.push(
      ...sheetsOf(
        plan,
        own.filter((entry) => entry['is_current']),
        random,
      ),
    );
  }
  return { entries, sheets };
}

function entriesOfLine(plan: OrderPlan, line: LinePlan, random: Random, merchandisers: readonly string[]): Row[] {
  // Now and then a mill knits more than the plan allows for, and the loss comes out above it.
  const wasted = random.chance(0.25) ? 1.02 + random.next() * 0.02 : 1;
  const slow = { fine: 1, 'at risk': 0.65, late: 0.38, delivered: 1 }[plan.fate];
  return outputOfLine(measuredLineOf(plan, line), []).flatMap(({ stage, needed, unit }) => {
    const days = workingDays(plan, stage);
    if (!needed || !days.length) return [];
    const target = new Decimal(needed).times(stage === 'knitting' ? wasted : 1);
    // What the plan says is done was made in time; what is still being made goes as the order fares.
    const pace = (plan.progress >= WINDOWS[stage][1] ? 1.1 : slow) * (0.94 + random.next() * 0.12);
    const perDay = target.div(Math.max(4, plannedDays(plan, stage))).times(pace);
    const rows: Row[] = [];
    let left = target;
    for (const day of days) {
      const share = perDay.times(0.8 + random.next() * 0.4).toDecimalPlaces(Math.min(1, UNIT_DECIMALS[unit]));
      const quantity = Decimal.min(left, Decimal.max(share, 1)).toDecimalPlaces(UNIT_DECIMALS[unit]);
      if (quantity.lte(0)) break;
      rows.push(...entered(plan, line, { stage, day, quantity: quantity.toFixed(), unit }, random, merchandisers));
      left = left.minus(quantity);
    }
    return rows;
  });
}

interface Figure {
  stage: ProductionStage;
  day: Day;
  quantity: string;
  unit: Unit;
}

/** A number; one in sixty was typed wrongly at first and corrected on the same day. */
function entered(
  plan: OrderPlan,
  line: LinePlan,
  { stage, day, quantity, unit }: Figure,
  random: Random,
  merchandisers: readonly string[],
): Row[] {
  const at = (hour: number) => `${day}T${String(hour).padStart(2, '0')}:20:00.000Z`;
  const id = random.id(new Date(at(11)));
  const row = {
    id,
    created_at: at(11),
    updated_at: at(11),
    row_version: 1,
    order_id: plan.id,
    order_line_id: line.id,
    stage,
    entry_date: day,
    quantity,
    unit,
    shift: null,
    notes: null,
    device_key: null,
    series_id: id,
    corrects_id: null,
    is_current: true,
    reason: null,
    created_by_id: merchandisers[plan.merchandiserIndex] ?? null,
  };
  if (!random.chance(1 / 60)) return [row];
  const reason = 'One roll was counted twice.';
  const correction = {
    ...row,
    id: random.id(new Date(at(12))),
    created_at: at(12),
    updated_at: at(12),
    corrects_id: id,
    reason,
  };
  const counted = new Decimal(quantity).times(1.1).toDecimalPlaces(UNIT_DECIMALS[unit]).toFixed();
  return [{ ...row, quantity: counted, is_current: false, row_version: 2 }, correction];
}

/** Days of the stage until yesterday, but Fridays. What is late began late; every fifth order has sent nothing for some days. */
function workingDays(plan: OrderPlan, stage: ProductionStage): Day[] {
  const elapsed = daysBetween(plan.ordered, plan.today) / daysBetween(plan.ordered, plan.etd);
  const behind = plan.fate === 'delivered' ? 0 : Math.max(0, Math.min(0.3, elapsed - plan.progress));
  const first = dayAt(plan, WINDOWS[stage][0] + behind);
  const last = addDays(pastDay(plan, plan.delivered ?? plan.today), plan.index % 5 === 0 ? -3 : 0);
  const length = Math.max(0, daysBetween(first, last) + 1);
  return Array.from({ length }, (_, index) => addDays(first, index)).filter((day) => !isFriday(day));
}

function plannedDays(plan: OrderPlan, stage: ProductionStage): number {
  const [from, to] = WINDOWS[stage];
  return Math.round(daysBetween(dayAt(plan, from), dayAt(plan, to)) * (6 / 7));
}

const isFriday = (day: Day): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() === 5;

/** A line of the season as its output is measured. */
export const measuredLineOf = (plan: OrderPlan, line: LinePlan): MeasuredLine => ({
  figures: {
    quantity: String(line.quantity),
    unit: unitOf(plan, line),
    finishedFabricQuantity: null,
    finishedFabricUnit: null,
    processLossPercent: plan.local ? '12' : null,
    processLossBasis: null,
  },
  fabric: fabricOf(plan),
});

const fabricOf = ({ fabric, local }: OrderPlan): FabricFacts => ({
  gsm: fabric.gsm,
  finishingWidth: fabric.width,
  cuttableWidth: null,
  consumptionPerPiece: local ? String(KG_PER_PIECE) : null,
  consumptionUnit: 'kg',
  rollQuantity: null,
  rollUnit: 'kg',
});

function sheetsOf(plan: OrderPlan, entries: readonly Row[], random: Random): Row[] {
  const fabric = fabricOf(plan);
  const days = new Map<Day, FabricEntry[]>();
  for (const { stage, entry_date, quantity, unit } of entries as unknown as (Figure & { entry_date: Day })[])
    if (isFabricStage(stage))
      days.set(entry_date, [...(days.get(entry_date) ?? []), { stage, quantity, unit, fabric }]);
  return [...days].map(([date, own]) => {
    const { unit, knitted, dyed, finished, leftOut } = computedDay(own);
    const at = `${date}T11:20:00.000Z`;
    return {
      id: random.id(new Date(at)),
      created_at: at,
      updated_at: at,
      row_version: 1,
      order_id: plan.id,
      date,
      unit,
      knitted_quantity: knitted,
      dyed_quantity: dyed,
      finished_quantity: finished,
      notes: null,
      computed: true,
      left_out: leftOut,
    };
  });
}
