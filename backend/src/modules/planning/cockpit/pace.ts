import Decimal from 'decimal.js';
import { addDays, type Day } from '../../../platform/values/day';
import { quantityText, UNIT_DECIMALS } from '../../../platform/values/quantity';
import type { OutputOfStage } from '../../production/entries/line-output';
import type { ProductionStage } from '../../production/entries/entry.vocabulary';
import { processLossOf } from '../../production/process-loss';
import type { ProcessLossBasis } from '../../orders/vocabulary';
import { addWorkingDays, workingDaysBetween, type WorkingCalendar } from '../calendar/working-calendar';
import type { KnownStep, StepKey } from '../milestone.vocabulary';
import type { StepForecast } from '../schedule/forecast';

/** How many days with output the present pace is the mean of, at most. */
export const PACE_DAYS = 7;

/** late: a stage will be done, or should have been, after its day; at pace: it will not; waiting: nothing is due or begun. */
export const OUTPUT_STATES = ['late', 'at_pace', 'waiting', 'done'] as const;
export type OutputState = (typeof OUTPUT_STATES)[number];

/** The steps by which a stage is to be done, the first that the plan has. Without one of its own, finishing is part of dyeing. */
const DUE_WITH: Readonly<Record<ProductionStage, readonly KnownStep[]>> = {
  knitting: ['knittingComplete'],
  dyeing: ['dyeingComplete'],
  finishing: ['finishingComplete', 'dyeingComplete'],
  cutting: ['cuttingComplete'],
  sewing: ['sewingFinish'],
  packing: ['packingComplete'],
};

/** A stage with what is still to do, how fast it goes, and when that will be done. Quantities are in `unit`. */
export interface StagePace extends Omit<OutputOfStage, 'days'> {
  /** By its entries, or by the plan's word that the step happened. */
  done: boolean;
  lastMade: string | null;
  left: string | null;
  /** The latest day that keeps the ETD: of its step, else the ETD itself. */
  requiredOn: Day | null;
  /** Working days of the mill that are left until then. */
  daysLeft: number | null;
  needPerDay: string | null;
  pacePerDay: string | null;
  /** The days that the pace is the mean of. */
  paceDays: number;
  finishOn: Day | null;
  /** Working days of the mill by which it is done after `requiredOn`; negative before it. */
  lateDays: number | null;
}

export interface Loss {
  planned: string | null;
  basis: ProcessLossBasis;
  /** Null until it is known: once finishing is done, or more was knitted than the plan allows. */
  actual: string | null;
  /** Finishing goes on: it will be no less than `actual`. */
  atLeast: boolean;
  over: boolean;
}

export interface LineOutputStanding {
  state: OutputState;
  lateDays: number | null;
  lastEntryOn: Day | null;
  /** Working days of the mill without an entry, until yesterday; null while nothing has begun, and once all is done. */
  idleDays: number | null;
  loss: Loss;
  stages: StagePace[];
}

export interface LineInProduction {
  stages: readonly OutputOfStage[];
  /** What the plan says of its steps; empty where there is no plan. */
  steps: readonly Pick<StepForecast<StepKey>, 'key' | 'latestOn' | 'slack'>[];
  etd: Day | null;
  /** When its mill works. */
  calendar: WorkingCalendar;
  lossPercent: string | null;
  lossBasis: ProcessLossBasis | null;
}

/** How the production of a line stands on that day. */
export function standingOf(line: LineInProduction, today: Day): LineOutputStanding {
  const stages = line.stages.flatMap((stage) => paceOf(stage, line, today) ?? []);
  const open = stages.filter(({ done }) => !done);
  const begun = stages.some(({ firstDay }) => firstDay);
  const due = open.flatMap(({ lateDays }) => lateDays ?? []);
  const lateDays = due.length ? Math.max(...due) : null;
  const lastEntryOn =
    stages
      .map(({ lastDay }) => lastDay ?? '')
      .sort()
      .at(-1) || null;
  const yesterday = addDays(today, -1);
  const idleDays =
    lastEntryOn && open.length ? Math.max(0, workingDaysBetween(line.calendar, lastEntryOn, yesterday)) : null;
  return { state: stateOf(), lateDays, lastEntryOn, idleDays, loss: lossOf(line, stages), stages };

  function stateOf(): OutputState {
    if (!open.length && stages.length) return 'done';
    if (lateDays !== null && lateDays > 0) return 'late';
    return begun ? 'at_pace' : 'waiting';
  }
}

/** Null where the plan has no such step, and nothing was entered for it: the line does not pass this stage. */
function paceOf({ days, ...stage }: OutputOfStage, line: LineInProduction, today: Day): StagePace | null {
  const { calendar, steps, etd } = line;
  const step = DUE_WITH[stage.stage].map((key) => steps.find((each) => each.key === key)).find(Boolean);
  if (!step && steps.length && !days.length) return null;
  const requiredOn = step?.latestOn ?? etd;
  const done = stage.done || (step !== undefined && step.latestOn !== null && step.slack === null);
  const left = stage.needed === null ? null : Decimal.max(0, new Decimal(stage.needed).minus(stage.total));
  const latest = days.slice(-PACE_DAYS);
  const pace = latest.length ? Decimal.sum(...latest.map(({ made }) => made)).div(latest.length) : null;
  // What is made today still counts; once today's output is entered, tomorrow is the next.
  const since = stage.lastDay === today ? today : addDays(today, -1);
  const daysLeft = requiredOn && !done ? Math.max(0, workingDaysBetween(calendar, since, requiredOn)) : null;
  const finishOn = done
    ? stage.doneOn
    : left && pace?.gt(0)
      ? addWorkingDays(calendar, since, left.div(pace).ceil().toNumber())
      : null;
  const text = (value: Decimal | null) =>
    value && value.toDecimalPlaces(UNIT_DECIMALS[stage.unit], Decimal.ROUND_HALF_UP).toFixed();
  return {
    ...stage,
    done,
    lastMade: days.at(-1)?.made ?? null,
    left: done ? text(new Decimal(0)) : text(left),
    requiredOn,
    daysLeft,
    needPerDay: !done && left && daysLeft ? perDay(left.div(daysLeft)) : null,
    pacePerDay: pace && perDay(pace),
    paceDays: latest.length,
    finishOn,
    lateDays: done || !requiredOn ? null : lateBy(finishOn),
  };

  /** Where nobody knows when it will be done, it is late from the day on which it should have been. */
  function lateBy(finish: Day | null): number | null {
    if (finish) return workingDaysBetween(calendar, requiredOn ?? finish, finish);
    return requiredOn && requiredOn < today ? workingDaysBetween(calendar, requiredOn, today) : null;
  }
}

/** A rate as people read it: whole from 100 on, else with one decimal. */
const perDay = (rate: Decimal): string => rate.toDecimalPlaces(rate.gte(100) ? 0 : 1, Decimal.ROUND_HALF_UP).toFixed();

function lossOf({ lossPercent, lossBasis }: LineInProduction, stages: readonly StagePace[]): Loss {
  const [basis, planned] = [lossBasis ?? 'output', lossPercent && quantityText(lossPercent)];
  const [knitting, finishing] = (['knitting', 'finishing'] as const).map((name) =>
    stages.find(({ stage }) => stage === name),
  );
  const unknown: Loss = { planned, basis, actual: null, atLeast: false, over: false };
  if (!knitting || !finishing?.needed || knitting.unit !== finishing.unit || Number(knitting.total) === 0)
    return unknown;
  const atLeast = finishing.doneOn === null;
  const overKnitted =
    knitting.base === 'greige' && knitting.needed !== null && Number(knitting.total) > Number(knitting.needed);
  if (atLeast && !overKnitted) return unknown;
  const out = atLeast ? finishing.needed : finishing.total;
  if (Number(out) === 0) return unknown;
  const actual = processLossOf(knitting.total, out, basis);
  return {
    planned,
    basis,
    actual,
    atLeast,
    over: lossPercent !== null && Number(actual) > Number(lossPercent),
  };
}
