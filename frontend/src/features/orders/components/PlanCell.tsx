import type { ListedLineDto } from '@/shared/api/generated';
import { formatDay } from '@/shared/lib/format';
import { MiniStrip } from '@/shared/plan/MiniStrip';
import { SlackBadge } from '@/shared/plan/slack';

interface PlanCellProps {
  /** One line, or all of an order: the one with the least slack speaks for it. */
  of: readonly ListedLineDto[];
  /** It left, or will not leave. */
  closed: boolean;
}

/** The steps of a plan in a row, and the working days to spare. */
export function PlanCell({ of, closed }: PlanCellProps) {
  const [plan] = of.flatMap((line) => line.plan ?? []).sort((a, b) => a.slackDays - b.slackDays);
  if (!plan || closed) return <span className="text-muted">–</span>;
  return (
    <span
      className="inline-flex flex-col items-end gap-1 @2xl:items-start"
      title={`Forecast ${formatDay(plan.forecastOn)}`}
    >
      <MiniStrip strip={plan.strip} />
      <SlackBadge urgency={plan.urgency} slackDays={plan.slackDays} />
    </span>
  );
}
