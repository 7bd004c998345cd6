import { Link } from '@tanstack/react-router';
import { paths } from '../lib/paths';

const views = [
  { to: paths.approvals, label: 'Board' },
  { to: paths.approvalsTable, label: 'Table' },
  { to: paths.parcels, label: 'Parcels' },
] as const;

/** The ways to look at what waits for approval: by who must act, as a list, by how it travels. */
export function ApprovalViews() {
  return (
    <nav aria-label="Views of approvals" className="inline-flex rounded-lg border border-line bg-sunken p-0.5">
      {views.map(({ to, label }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ className: 'bg-surface text-ink shadow-sm', 'aria-current': 'page' }}
          inactiveProps={{ className: 'text-muted hover:text-ink' }}
          className="touch-tall inline-flex items-center rounded-md px-3 py-1 text-sm font-medium"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
