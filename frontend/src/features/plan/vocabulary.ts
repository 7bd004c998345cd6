import { CircleAlert, CircleCheck, Eye, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { LineForecastDto, MilestoneDto } from '@/shared/api/generated';
import { plural } from '@/shared/lib/format';
import { type Milestone, milestoneNames } from '@/shared/lib/milestones';
import type { Tone } from '@/shared/ui/Badge';

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

export type Urgency = NonNullable<LineForecastDto['urgency']>;

/** By working days of slack: late below 0, at risk to 5, watch to 10. */
export const urgencies: Record<Urgency, { label: string; tone: Tone; icon: LucideIcon }> = {
  late: { label: 'Late', tone: 'bad', icon: CircleAlert },
  at_risk: { label: 'At risk', tone: 'urgent', icon: TriangleAlert },
  watch: { label: 'Watch', tone: 'warn', icon: Eye },
  fine: { label: 'Fine', tone: 'good', icon: CircleCheck },
};

export const urgencyOptions = Object.entries(urgencies).map(([value, { label }]) => ({ value, label }));

/** `4 working days late`, `no day to spare`, `8 working days to spare` */
export function slackWords(slack: number): string {
  if (slack === 0) return 'no day to spare';
  return slack < 0 ? `${plural(-slack, 'working day')} late` : `${plural(slack, 'working day')} to spare`;
}
