import type { Day } from '../../../platform/values/day';
import type { PartyWorking } from '../calendar/calendar.rules';
import type { LineMilestone } from '../milestone.entity';
import { stepsOf } from '../plan/plan-forecast';
import { durationsOf, tookOf, type Duration, type Observation } from './durations';

/** A step of a finished line, with who made it. */
export type FinishedStep = Pick<
  LineMilestone,
  'orderLineId' | 'milestone' | 'label' | 'holder' | 'days' | 'after' | 'state' | 'actualOn'
> & { plannedOn: Day | null; millName: string | null; buyerName: string };

/** @param steps of finished lines, those of a line one after the other */
export function countedFrom(steps: readonly FinishedStep[], calendars: readonly PartyWorking[]): Duration[] {
  const lines = new Map<string, FinishedStep[]>();
  for (const step of steps) {
    const own = lines.get(step.orderLineId);
    if (own) own.push(step);
    else lines.set(step.orderLineId, [step]);
  }
  const observed: Observation[] = [];
  for (const own of lines.values()) {
    const { millName = null, buyerName = '' } = own[0] ?? {};
    const order = { etd: null, millName, buyerName, customerName: buyerName };
    const past = stepsOf({ etd: null, millName, order }, own, calendars).map((step, at) => ({
      ...step,
      plannedOn: own[at]?.plannedOn ?? null,
    }));
    for (const { key } of past) {
      const days = tookOf(key, past);
      if (days !== null) observed.push({ step: key, mill: millName, days });
    }
  }
  return durationsOf(observed);
}
