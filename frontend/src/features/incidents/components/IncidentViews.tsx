import { paths } from '@/shared/lib/paths';
import { Views } from '@/shared/ui/Views';

const views = [
  { to: paths.incidents, label: 'Incidents' },
  { to: paths.delays, label: 'Days lost' },
] as const;

/** What went wrong, and what it cost in days. */
export function IncidentViews() {
  return <Views label="Views of what went wrong" views={views} />;
}
