import { daysBetween, addDays, type Day } from '../../../platform/values/day';
import {
  addWorkingDays,
  onOrAfter,
  onOrBefore,
  workingDaysBetween,
  type WorkingCalendar,
} from '../calendar/working-calendar';
import { inOrder } from './sequence';

/** A step as the arithmetic sees it. Durations are working days of its holder, lags calendar days. */
export interface Step<K extends string = string> {
  key: K;
  duration: number;
  calendar: WorkingCalendar;
  after: readonly { key: K; lag: number }[];
  /** The day it happened: it stands, whatever was reckoned. */
  finishedOn?: Day | null;
  /** A day that a person set for its end: what it waits for has to be done in time for it. */
  fixedOn?: Day | null;
}

/** When a step can be at the earliest, and must be at the latest. */
export interface Scheduled<K extends string = string> {
  key: K;
  earliestStart: Day;
  earliestFinish: Day;
  latestStart: Day;
  latestFinish: Day;
  /** Working days of its holder between the earliest and the latest finish; negative when it is late. */
  slack: number;
  /** It has the least slack of all that is not done. */
  critical: boolean;
  /** The predecessor that its earliest start waits for; null when it waits for none, or for today. */
  waitsFor: K | null;
}

/**
 * The critical path of one line (domain.md, T&A arithmetic; S7, S8): forward from `today`, backward from `etd`.
 * A step that has finished keeps its days. One whose holder has all that it waits for runs since then: its days are not
 * counted anew each morning, and it ends today at the earliest. What cannot have begun does not begin before `today`.
 * @returns the steps in an order in which each comes after what it waits for
 * @throws RangeError when steps wait for each other in a ring, or for one that is not there
 */
export function schedule<K extends string>(steps: readonly Step<K>[], etd: Day, today: Day): Scheduled<K>[] {
  const sequence = inOrder(steps);
  const forward = forwardPass(sequence, today);
  const latest = backwardPass(sequence, etd);
  const scheduled = sequence.map((step) => {
    const early = reckoned(forward, step.key);
    const late = reckoned(latest, step.key);
    return {
      key: step.key,
      ...early,
      ...late,
      slack: workingDaysBetween(step.calendar, early.earliestFinish, late.latestFinish),
    };
  });
  const open = scheduled.filter((_, index) => !sequence[index]?.finishedOn);
  const least = Math.min(...open.map(({ slack }) => slack));
  return scheduled.map((each) => ({ ...each, critical: open.includes(each) && each.slack === least }));
}

/**
 * The latest days on which each step may start and finish so that the last is done by `etd`, and what a person fixed
 * stands: the plan that a new line gets.
 */
export function backSchedule<K extends string>(
  steps: readonly Step<K>[],
  etd: Day,
): Map<K, { latestStart: Day; latestFinish: Day }> {
  return backwardPass(inOrder(steps), etd);
}

/**
 * What has to move when a day of the plan is moved: each step that is neither done nor fixed, and would end sooner than
 * what it waits for allows. None is pulled forward.
 * @param planned the day each step is planned for, or happened; steps without one move nothing
 */
export function pushed<K extends string>(steps: readonly Step<K>[], planned: ReadonlyMap<K, Day>): Map<K, Day> {
  const days = new Map(planned);
  const moved = new Map<K, Day>();
  for (const step of inOrder(steps)) {
    const own = days.get(step.key);
    const ready = step.after.flatMap(({ key, lag }) => (days.has(key) ? [addDays(days.get(key) ?? '', lag)] : []));
    if (!own || !ready.length || step.finishedOn || step.fixedOn) continue;
    const start = onOrAfter(step.calendar, ready.sort().at(-1) ?? own);
    const soonest = addWorkingDays(step.calendar, start, step.duration);
    if (soonest <= own) continue;
    days.set(step.key, soonest);
    moved.set(step.key, soonest);
  }
  return moved;
}

interface Early<K> {
  earliestStart: Day;
  earliestFinish: Day;
  waitsFor: K | null;
}

function forwardPass<K extends string>(sequence: readonly Step<K>[], today: Day): Map<K, Early<K>> {
  const done = new Set(sequence.filter(({ finishedOn }) => finishedOn).map(({ key }) => key));
  const early = new Map<K, Early<K>>();
  for (const step of sequence) {
    const runs = step.after.length > 0 && step.after.every(({ key }) => done.has(key));
    early.set(step.key, earlyOf(step, early, runs, today));
  }
  return early;
}

/** @param runs all that it waits for is done */
function earlyOf<K extends string>(
  step: Step<K>,
  early: ReadonlyMap<K, Early<K>>,
  runs: boolean,
  today: Day,
): Early<K> {
  const { calendar, duration, after, finishedOn } = step;
  if (finishedOn) return { earliestStart: finishedOn, earliestFinish: finishedOn, waitsFor: null };
  const [last] = after
    .map(({ key, lag }) => ({ key, ready: addDays(reckoned(early, key).earliestFinish, lag) }))
    .sort((a, b) => daysBetween(a.ready, b.ready));
  const from = last && (runs || last.ready > today) ? last.ready : today;
  const start = onOrAfter(calendar, from);
  const finish = addWorkingDays(calendar, start, duration);
  return {
    earliestStart: start,
    earliestFinish: finish < today ? onOrAfter(calendar, today) : finish,
    waitsFor: last && last.ready > today ? last.key : null,
  };
}

function backwardPass<K extends string>(
  sequence: readonly Step<K>[],
  etd: Day,
): Map<K, { latestStart: Day; latestFinish: Day }> {
  const late = new Map<K, { latestStart: Day; latestFinish: Day }>();
  for (const step of [...sequence].reverse()) {
    const [soonest = etd] = sequence
      .filter(({ finishedOn }) => !finishedOn) // what is done waits for nobody
      .flatMap((other) =>
        other.after
          .filter(({ key }) => key === step.key)
          .map(({ lag }) => addDays(reckoned(late, other.key).latestStart, -lag)),
      )
      .sort();
    const finish = onOrBefore(step.calendar, step.fixedOn ?? soonest);
    late.set(step.key, { latestStart: addWorkingDays(step.calendar, finish, -step.duration), latestFinish: finish });
  }
  return late;
}

function reckoned<K, V>(of: ReadonlyMap<K, V>, key: K): V {
  const value = of.get(key);
  if (value === undefined) throw new RangeError(`Nothing was reckoned of ${String(key)}.`);
  return value;
}
