import { paths } from '../lib/paths';
import { Views } from '../ui/Views';

const views = [
  { to: paths.approvals, label: 'Board' },
  { to: paths.approvalsTable, label: 'Table' },
  { to: paths.parcels, label: 'Parcels' },
] as const;

/** The ways to look at what waits for approval: by who must act, as a list, by how it travels. */
export function ApprovalViews() {
  return <Views label="Views of approvals" views={views} />;
}
