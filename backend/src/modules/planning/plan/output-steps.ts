import type { Day } from '../../../platform/values/day';
import type { ProductionStage } from '../../production/entries/entry.vocabulary';
import type { OutputOfStage } from '../../production/entries/line-output';
import type { KnownStep } from '../milestone.vocabulary';

/** What tells how much was made of a line, or corrects that. */
export const OUTPUT_EVENTS = ['recorded', 'corrected', 'removed', 'restored'].map((verb) => `production_entry.${verb}`);

/** Steps that output makes happen: the first entry of a stage begins it, and it is done when what is needed is made. */
const STAGE_STEPS: Readonly<Record<ProductionStage, { begun?: KnownStep; done: KnownStep }>> = {
  knitting: { begun: 'knittingStart', done: 'knittingComplete' },
  dyeing: { begun: 'dyeingStart', done: 'dyeingComplete' },
  finishing: { done: 'finishingComplete' },
  cutting: { begun: 'cuttingStart', done: 'cuttingComplete' },
  sewing: { begun: 'sewingInput', done: 'sewingFinish' },
  packing: { done: 'packingComplete' },
};

/** The day of each step as output tells it; null where it did not happen by output, or no longer did. */
export function stepsOfOutput(stages: readonly OutputOfStage[]): Map<KnownStep, Day | null> {
  const days = new Map<KnownStep, Day | null>();
  for (const [stage, { begun, done }] of Object.entries(STAGE_STEPS)) {
    const output = stages.find((each) => each.stage === stage);
    if (begun) days.set(begun, output?.firstDay ?? null);
    days.set(done, output?.doneOn ?? null);
  }
  return days;
}
