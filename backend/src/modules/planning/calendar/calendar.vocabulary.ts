import { HOLDERS } from '../../orders/gates/gate.vocabulary';

/** Whose turn a step of the plan can be: as of a gate, or the bank's. */
export const STEP_HOLDERS = [...HOLDERS, 'bank'] as const;
export type StepHolder = (typeof STEP_HOLDERS)[number];

/** Who has a name on a line, an order or an LC, and so may have a calendar of their own. */
export const NAMED_HOLDERS = ['mill', 'buyer', 'bank'] as const satisfies readonly StepHolder[];

/** As they stand in a sentence: `the mill works Saturday to Thursday`. */
export const HOLDER_WORDS: Readonly<Record<StepHolder, string>> = {
  us: 'us',
  mill: 'the mill',
  buyer: 'the buyer',
  lab: 'the laboratory',
  bank: 'the bank',
};

/** A day on which nobody of this calendar works, and why. */
export interface Holiday {
  day: string;
  name: string;
}
