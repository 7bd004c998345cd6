import { addDays } from '../../../platform/values/day';
import { slipOf } from '../delays/delay.rules';
import type { LineMilestone } from '../milestone.entity';
import type { StepKey } from '../milestone.vocabulary';
import { withoutNotApplicable, type ChainLink, type ForecastStep } from '../schedule/forecast';
import type { Step } from '../schedule/schedule';
import type { PlanCause } from './line-plan.entity';

/**
 * The step that cost a line most of its days: of those that happened, on the way from what the chain begins with back through
 * what each step waited for last. Counted as the delay ledger counts: against the day that the plan has now, be it moved since it
 * was first laid, and without what a step inherits.
 * @param chain of what is still to be done  @returns null where nothing on that way was late by its own doing
 */
export function causeOf(
  chain: readonly Pick<ChainLink<StepKey>, 'key'>[],
  steps: readonly ForecastStep<StepKey>[],
  rows: readonly Pick<LineMilestone, 'milestone' | 'label' | 'holder' | 'plannedOn'>[],
): PlanCause | null {
  const of = new Map(withoutNotApplicable(steps).map((step) => [step.key, step]));
  const causes: PlanCause[] = [];
  let at = chain[0] && of.get(chain[0].key);
  for (; at; at = lastDoneBefore(at, of)) {
    const { key, finishedOn } = at;
    const row = rows.find(({ milestone }) => milestone === key);
    const slip = row && slipOf(key, row.plannedOn, steps);
    if (row && finishedOn && slip?.workingDays)
      causes.push({ key, label: row.label, holder: row.holder, actualOn: finishedOn, ...slip });
  }
  return causes.reduce<PlanCause | null>(
    (most, each) => (most && most.workingDays >= each.workingDays ? most : each),
    null,
  );
}

/** Of what a step waits for, what was done last, its lag counted. */
function lastDoneBefore({ after }: Step<StepKey>, of: ReadonlyMap<StepKey, Step<StepKey>>): Step<StepKey> | undefined {
  return after
    .flatMap(({ key, lag }) => {
      const step = of.get(key);
      return step?.finishedOn ? [{ step, ready: addDays(step.finishedOn, lag) }] : [];
    })
    .sort((a, b) => b.ready.localeCompare(a.ready))[0]?.step;
}
