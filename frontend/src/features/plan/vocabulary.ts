import type { MilestoneDto } from '@/shared/api/generated';
import { type Milestone, milestoneNames } from '@/shared/lib/milestones';
import { urgencies } from '@/shared/plan/slack';

export { slackWords, urgencies, type Urgency } from '@/shared/plan/slack';

/** A step that can be added by hand: one of the house's sheet. */
export type StepKey = Milestone;
export type StepState = MilestoneDto['state'];

/** In the order of the house's sheet. */
export const stepKeys = Object.keys(milestoneNames) as StepKey[];

/** What a person chooses; that a step is done follows from its day. */
export const stateOptions = [
  { value: 'open', label: 'Open, or done on its day' },
  { value: 'rejected', label: 'Rejected' },
  { value: 'not_applicable', label: 'Not applicable' },
];

export const urgencyOptions = Object.entries(urgencies).map(([value, { label }]) => ({ value, label }));
