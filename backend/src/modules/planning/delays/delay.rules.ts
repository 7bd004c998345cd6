import { addDays, type Day } from '../../../platform/values/day';
import { addWorkingDays, onOrAfter, workingDaysBetween } from '../calendar/working-calendar';
import { withoutNotApplicable, type ForecastStep } from '../schedule/forecast';
import type { Blamed } from './delay.vocabulary';

/** A day of a step, and by how many of its holder's working days it came too late. */
export interface Slip {
  dueOn: Day;
  workingDays: number;
}

/**
 * How late a step happened by its own doing: after the day it was planned for, and after the time it takes from when what
 * it waits for was done. So what a step inherits is not booked again: yarn that is late makes the mill late at the yarn,
 * not at each step behind it.
 * @param steps of the line, this one among them  @returns null for one that did not happen, or was not planned
 */
export function slipOf<K extends string>(
  key: K,
  plannedOn: Day | null,
  steps: readonly ForecastStep<K>[],
): Slip | null {
  const due = withoutNotApplicable(steps);
  const step = due.find((each) => each.key === key);
  if (!step?.finishedOn || !plannedOn) return null;
  const ready = step.after
    .flatMap((wait) => {
      const done = due.find((each) => each.key === wait.key)?.finishedOn;
      return done ? [addDays(done, wait.lag)] : [];
    })
    .sort()
    .at(-1);
  const soonest = ready && addWorkingDays(step.calendar, onOrAfter(step.calendar, ready), step.duration);
  const dueOn = soonest && soonest > plannedOn ? soonest : plannedOn;
  const late = step.finishedOn > dueOn ? workingDaysBetween(step.calendar, dueOn, step.finishedOn) : 0;
  return { dueOn, workingDays: late };
}

/** Days that are booked to a party. */
export type Share = Blamed & { workingDays: number };

const nameOf = ({ party, partyName }: Blamed): string => `${party} ${partyName?.trim().toLowerCase() ?? ''}`;

/** What each party has of these entries, those without any left out; the greatest share first. */
export function sharesOf(entries: readonly Share[]): Share[] {
  const shares = new Map<string, Share>();
  for (const { party, partyName, workingDays } of entries) {
    const share = shares.get(nameOf({ party, partyName })) ?? { party, partyName, workingDays: 0 };
    shares.set(nameOf(share), { ...share, workingDays: share.workingDays + workingDays });
  }
  return [...shares.values()]
    .filter(({ workingDays }) => workingDays !== 0)
    .sort((a, b) => b.workingDays - a.workingDays || nameOf(a).localeCompare(nameOf(b)));
}

/** The entries that bring what is booked to these shares; none where it stands so already. */
export const entriesTo = (wanted: readonly Share[], booked: readonly Share[]): Share[] =>
  sharesOf([...wanted, ...booked.map((share) => ({ ...share, workingDays: -share.workingDays }))]);

/** How many days of these entries are a party's. */
export const shareOf = (blamed: Blamed, entries: readonly Share[]): number =>
  sharesOf(entries).find((share) => nameOf(share) === nameOf(blamed))?.workingDays ?? 0;
