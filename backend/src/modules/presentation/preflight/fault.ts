import type { PresentedFinding } from './facts';

/** A discrepancy, unless told otherwise. Nothing is asked of the applicant: what we wrote ourselves, we mend ourselves. */
export const fault = (
  given: Pick<PresentedFinding, 'rule' | 'article' | 'credit' | 'ours' | 'from' | 'sentence'> &
    Partial<Pick<PresentedFinding, 'severity'>>,
): PresentedFinding => ({ severity: 'discrepancy', ask: null, ...given });
