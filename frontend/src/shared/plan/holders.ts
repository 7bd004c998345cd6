import type { MilestoneDto } from '../api/generated';

export type Holder = MilestoneDto['holder'];

/** Whose turn a step is. */
export const holderNames: Record<Holder, string> = {
  us: 'Us',
  mill: 'Mill',
  buyer: 'Buyer',
  lab: 'Laboratory',
  bank: 'Bank',
};

export const holderOptions = Object.entries(holderNames).map(([value, label]) => ({ value, label }));
