import { paths } from '@/shared/lib/paths';
import { Views } from '@/shared/ui/Views';

const views = [
  { to: paths.production, label: 'Cockpit' },
  { to: paths.enterOutput, label: 'Enter output' },
  { to: paths.productionDays, label: 'Days' },
] as const;

/** The ways to look at production: what will be late, number by number, and the sheets of days. */
export function ProductionViews() {
  return <Views label="Views of production" views={views} />;
}
