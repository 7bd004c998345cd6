import { paths } from '../lib/paths';
import { Views } from '../ui/Views';

const views = [
  { to: paths.late, label: 'List' },
  { to: paths.planGrid, label: 'Grid' },
  { to: paths.calendar, label: 'Calendar' },
] as const;

/** The ways to look at time and action across orders: by slack, step by step, and day by day. */
export function PlanViews() {
  return <Views label="Views of time and action" views={views} />;
}
