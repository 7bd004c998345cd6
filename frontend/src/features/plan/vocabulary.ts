import type { MilestoneDto } from '@/shared/api/generated';
import { milestoneNames } from '@/shared/lib/milestones';

export type StepKey = MilestoneDto['milestone'];
export type StepState = MilestoneDto['state'];

/** In the order of the house's sheet. */
export const stepKeys = Object.keys(milestoneNames) as StepKey[];

/** What a person chooses; that a step is done follows from its day. */
export const stateOptions = [
  { value: 'open', label: 'Open, or done on its day' },
  { value: 'rejected', label: 'Rejected' },
  { value: 'not_applicable', label: 'Not applicable' },
];
