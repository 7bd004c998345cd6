import { CircleAlert, CircleCheck, Eye, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { PlanStandingDto } from '../api/generated';
import { plural } from '../lib/format';
import { Badge, type Tone } from '../ui/Badge';

export type Urgency = PlanStandingDto['urgency'];

/** By working days of slack: late below 0, at risk to 5, watch to 10. */
export const urgencies: Record<Urgency, { label: string; tone: Tone; icon: LucideIcon }> = {
  late: { label: 'Late', tone: 'bad', icon: CircleAlert },
  at_risk: { label: 'At risk', tone: 'urgent', icon: TriangleAlert },
  watch: { label: 'Watch', tone: 'warn', icon: Eye },
  fine: { label: 'Fine', tone: 'good', icon: CircleCheck },
};

/** `4 working days late`, `no day to spare`, `8 working days to spare` */
export function slackWords(slack: number): string {
  if (slack === 0) return 'no day to spare';
  return slack < 0 ? `${plural(-slack, 'working day')} late` : `${plural(slack, 'working day')} to spare`;
}

/** `−4 d`, where there is little room; read out in full. */
export function SlackBadge({ urgency, slackDays }: { urgency: Urgency; slackDays: number }) {
  const { label, tone, icon } = urgencies[urgency];
  const sign = slackDays < 0 ? '−' : slackDays > 0 ? '+' : '';
  return (
    <Badge tone={tone} icon={icon}>
      <span aria-hidden>
        {sign}
        {Math.abs(slackDays)} d
      </span>
      <span className="sr-only">
        {label}: {slackWords(slackDays)}
      </span>
    </Badge>
  );
}
