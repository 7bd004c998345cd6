import type { MilestoneDto } from '@/shared/api/generated';

type Step = Pick<MilestoneDto, 'milestone' | 'label' | 'state' | 'plannedOn' | 'actualOn' | 'after'>;

/**
 * What is to be done next on a line: of its open steps whose waits are all done, the one that is planned first, overdue or not; of
 * equals the first of the plan. What does not apply, or is not in the plan, is passed through: what it waits for is waited for.
 * @param steps of one line, in the order of its plan  @returns null where nothing open has a day
 */
export function nextStep<S extends Step>(steps: readonly S[]): S | null {
  const of = new Map(steps.map((step) => [step.milestone, step]));
  const isReady = (after: Step['after'], passed: readonly string[] = []): boolean =>
    after.every(({ key }) => {
      const step = of.get(key);
      if (!step || step.actualOn || passed.includes(key)) return true;
      return step.state === 'not_applicable' && isReady(step.after, [...passed, key]);
    });
  const [next] = steps
    .filter(({ actualOn, state, plannedOn, after }) => {
      return !actualOn && state !== 'not_applicable' && plannedOn && isReady(after);
    })
    .sort((a, b) => (a.plannedOn ?? '').localeCompare(b.plannedOn ?? ''));
  return next ?? null;
}
