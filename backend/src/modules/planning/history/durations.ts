import { addDays, type Day } from '../../../platform/values/day';
import { addWorkingDays, onOrAfter, workingDaysBetween } from '../calendar/working-calendar';
import { withoutNotApplicable, type ForecastStep } from '../schedule/forecast';

/** So many past times at least, else the template's counts (domain.md, T&A arithmetic). */
export const LEAST_SAMPLES = 5;

/** How long a step took in the house's own past, in working days of its holder. */
export interface Took {
  samples: number;
  /** Half of the times it took so long or less. */
  p50: number;
  /** Eight of ten times it took so long or less. */
  p80: number;
  /** The mill whose times these are; null: all of the house's. */
  of: string | null;
}

/** The past times of a step: of the line's mill, else of the house; null where there are too few of either. */
export type Past = (step: string, mill: string | null) => Took | null;

export const NO_PAST: Past = () => null;

/** A step of a line as its past is measured. */
export type PastStep<K extends string = string> = ForecastStep<K> & { plannedOn: Day | null };

/**
 * Working days that a step took: from when all that it waits for was done (with its lag) to the day it happened. Where that
 * is longer than it was given, it may have waited for its own plan, which asked for it no sooner: then it counts from the
 * day on which it was planned to begin, and no less than it was given.
 * @returns null for a step that did not happen, or waited for nothing that did: nobody knows when it began
 */
export function tookOf<K extends string>(key: K, steps: readonly PastStep<K>[]): number | null {
  const due = withoutNotApplicable(steps);
  const step = due.find((each) => each.key === key);
  if (!step?.finishedOn || !step.after.length) return null;
  const done = step.after.map((wait) => {
    const on = due.find((each) => each.key === wait.key)?.finishedOn;
    return on ? addDays(on, wait.lag) : null;
  });
  if (done.includes(null)) return null;
  const { calendar, duration, finishedOn } = step;
  const ready = onOrAfter(calendar, done.sort().at(-1) ?? finishedOn);
  if (ready > finishedOn) return null; // it was written before what it waits for
  const elapsed = workingDaysBetween(calendar, ready, finishedOn);
  const { plannedOn = null } = steps.find((each) => each.key === key) ?? {};
  if (elapsed <= duration || !plannedOn) return elapsed;
  const planned = addWorkingDays(calendar, plannedOn, -duration);
  const begun = planned > ready ? planned : ready;
  return Math.max(duration, begun < finishedOn ? workingDaysBetween(calendar, begun, finishedOn) : 0);
}

/** The value that so great a share of them does not pass: one of them, by nearest rank. @param share above 0, to 1 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** One past time of a step. */
export interface Observation {
  step: string;
  mill: string | null;
  days: number;
}

/** What a step took, of one mill or of all. */
export type Duration = Took & { step: string };

/** What each step took, in the whole house and at each mill, where there are enough times. */
export function durationsOf(observed: readonly Observation[]): Duration[] {
  const groups = new Map<string, { step: string; of: string | null; days: number[] }>();
  const put = (step: string, of: string | null, days: number) => {
    const key = `${step} ${of?.trim().toLowerCase() ?? ''}`;
    const group = groups.get(key) ?? { step, of: of?.trim() ?? null, days: [] };
    group.days.push(days);
    groups.set(key, group);
  };
  for (const { step, mill, days } of observed) {
    put(step, null, days);
    if (mill?.trim()) put(step, mill, days);
  }
  return [...groups.values()]
    .filter(({ days }) => days.length >= LEAST_SAMPLES)
    .map(({ step, of, days }) => ({
      step,
      of,
      samples: days.length,
      p50: percentile(days, 0.5),
      p80: percentile(days, 0.8),
    }));
}

/** What a forecast looks these up by. */
export function pastOf(durations: readonly Duration[]): Past {
  const key = (step: string, mill: string | null) => `${step} ${mill?.trim().toLowerCase() ?? ''}`;
  const known = new Map(durations.map(({ step, ...took }) => [key(step, took.of), took]));
  return (step, mill) => (mill?.trim() ? known.get(key(step, mill)) : undefined) ?? known.get(key(step, null)) ?? null;
}
