import { Link } from '@tanstack/react-router';

interface ViewsProps {
  /** Of what: "Views of approvals". */
  label: string;
  views: readonly { to: string; label: string }[];
}

/** The ways to look at the same things, each a page of its own. */
export function Views({ label, views }: ViewsProps) {
  return (
    <nav
      aria-label={label}
      className="inline-flex max-w-[calc(100vw-2rem)] overflow-x-auto rounded-lg border border-line bg-sunken p-0.5"
    >
      {views.map((view) => (
        <Link
          key={view.to}
          to={view.to}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ className: 'bg-surface text-ink shadow-sm', 'aria-current': 'page' }}
          inactiveProps={{ className: 'text-muted hover:text-ink' }}
          className="touch-tall inline-flex items-center rounded-md px-3 py-1 text-sm font-medium"
        >
          {view.label}
        </Link>
      ))}
    </nav>
  );
}
