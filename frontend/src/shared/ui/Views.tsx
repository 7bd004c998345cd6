import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

interface ViewsProps {
  /** Of what: "Views of approvals". */
  label: string;
  views: readonly { to: string; label: string }[];
}

/** The ways to look at the same things, each a page of its own. */
export function Views({ label, views }: ViewsProps) {
  const list = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone the one that is open may lie beyond the edge. Only the list scrolls for it, never the page.
  useEffect(() => {
    const { current } = list;
    const open = current?.querySelector<HTMLElement>('[aria-current=page]');
    if (current && open) current.scrollLeft = open.offsetLeft - (current.clientWidth - open.offsetWidth) / 2;
  }, [pathname]);
  return (
    <nav
      ref={list}
      aria-label={label}
      className="relative inline-flex max-w-[calc(100vw-2rem)] overflow-x-auto rounded-lg border border-line bg-sunken p-0.5"
    >
      {views.map((view) => (
        <Link
          key={view.to}
          to={view.to}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ className: 'bg-surface text-ink shadow-sm', 'aria-current': 'page' }}
          inactiveProps={{ className: 'text-muted hover:text-ink' }}
          className="touch-tall inline-flex shrink-0 items-center rounded-md px-3 py-1 text-sm font-medium"
        >
          {view.label}
        </Link>
      ))}
    </nav>
  );
}
