import { paths } from '@/shared/lib/paths';
import { Views } from '@/shared/ui/Views';

const views = [
  { to: paths.administration, label: 'House' },
  { to: paths.settings, label: 'Settings' },
  { to: paths.jobs, label: 'Jobs' },
  { to: paths.mails, label: 'Mail' },
  { to: paths.audit, label: 'Audit' },
  { to: paths.access, label: 'Access' },
  { to: paths.backups, label: 'Backups' },
] as const;

export function AdministrationViews() {
  return <Views label="Views of administration" views={views} />;
}
