import type { Day } from '../../../platform/values/day';
import type { Urgency } from '../../orders/vocabulary';
import type { WorkingCalendar } from '../calendar/working-calendar';
import { schedule, type Scheduled, type Step } from './schedule';

export { URGENCIES, type Urgency } from '../../orders/vocabulary';

/** By working days of slack: late below 0, at risk to 5, watch to 10, else fine (domain.md, T&A arithmetic). */
export function urgencyOf(slack: number): Urgency {
  if (slack < 0) return 'late';
  if (slack <= 5) return 'at_risk';
  return slack <= 10 ? 'watch' : 'fine';
}

/** A step of a line's plan as the forecast needs it. */
export interface ForecastStep<K extends string = string> {
  key: K;
  days: number;
  after: readonly { key: K; lag: number }[];
  calendar: WorkingCalendar;
  notApplicable: boolean;
  actualOn: Day | null;
}

export interface StepForecast<K extends string = string> {
  key: K;
  forecastOn: Day;
  /** The latest day that still keeps the ETD; null without one. */
  latestOn: Day | null;
  /** Working days of its holder; null without an ETD, and once it is done. */
  slack: number | null;
  critical: boolean;
}

/** A link of the chain that decides when the line leaves: from `from` to `on`, for `days` working days. */
export interface ChainLink<K extends string = string> {
  key: K;
  days: number;
  from: Day;
  on: Day;
}

export interface LineForecast<K extends string = string> {
  /** When the last step is done. */
  finishOn: Day;
  slack: number | null;
  urgency: Urgency | null;
  steps: StepForecast<K>[];
  chain: ChainLink<K>[];
}

/**
 * When the line will leave, how many working days that is before or after its ETD, and through which steps.
 * @param etd null: no slack, the forecast alone  @returns null where nothing is left to do
 */
export function forecastOf<K extends string>(
  steps: readonly ForecastStep<K>[],
  etd: Day | null,
  today: Day,
): LineForecast<K> | null {
  const due = withoutNotApplicable(steps);
  if (due.every(({ finishedOn }) => finishedOn)) return null;
  const scheduled = schedule(due, etd ?? today, today);
  const done = new Set(due.filter(({ finishedOn }) => finishedOn).map(({ key }) => key));
  const open = scheduled.filter(({ key }) => !done.has(key));
  const last = [...open].sort((a, b) => b.earliestFinish.localeCompare(a.earliestFinish) || a.slack - b.slack)[0];
  const slack = etd ? Math.min(...open.map((each) => each.slack)) : null;
  return {
    finishOn: last?.earliestFinish ?? today,
    slack,
    urgency: slack === null ? null : urgencyOf(slack),
    steps: scheduled.map(({ key, earliestFinish, latestFinish, slack: own, critical }) => ({
      key,
      forecastOn: earliestFinish,
      latestOn: etd && latestFinish,
      slack: etd && !done.has(key) ? own : null,
      critical: critical && etd !== null,
    })),
    chain: chainTo(
      last,
      new Map(scheduled.map((each) => [each.key, each])),
      new Map(due.map((each) => [each.key, each])),
    ),
  };
}

function chainTo<K extends string>(
  last: Scheduled<K> | undefined,
  of: ReadonlyMap<K, Scheduled<K>>,
  steps: ReadonlyMap<K, Step<K>>,
): ChainLink<K>[] {
  const chain: ChainLink<K>[] = [];
  for (let each = last; each; each = each.waitsFor === null ? undefined : of.get(each.waitsFor)) {
    const { key, earliestStart, earliestFinish } = each;
    chain.unshift({ key, days: steps.get(key)?.duration ?? 0, from: earliestStart, on: earliestFinish });
  }
  return chain;
}

/** What waits for a step that does not apply waits for what that one waited for. */
export function withoutNotApplicable<K extends string>(steps: readonly ForecastStep<K>[]): Step<K>[] {
  const of = new Map(steps.map((step) => [step.key, step]));
  const through = (waits: ForecastStep<K>['after'], passed: readonly K[] = []): { key: K; lag: number }[] =>
    waits.flatMap(({ key, lag }) => {
      const step = of.get(key);
      if (!step || passed.includes(key)) return []; // of a step that the line never had nothing is known
      if (!step.notApplicable) return [{ key, lag }];
      return through(step.after, [...passed, key]).map((wait) => ({ ...wait, lag: wait.lag + lag }));
    });
  return steps
    .filter(({ notApplicable }) => !notApplicable)
    .map(({ key, days, calendar, after, actualOn }) => ({
      key,
      duration: days,
      calendar,
      after: through(after),
      finishedOn: actualOn,
    }));
}
