import { paths } from '@/shared/lib/paths';
import { Views } from '@/shared/ui/Views';

const views = [
  { to: paths.late, label: 'List' },
  { to: paths.planGrid, label: 'Grid' },
] as const;

/** The ways to look at time and action across orders: by slack, and step by step. */
export function PlanViews() {
  return <Views label="Views of time and action" views={views} />;
}
