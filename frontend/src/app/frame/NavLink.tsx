import { Link } from '@tanstack/react-router';
import { shortCount } from '@/shared/api/unread';
import { cx } from '@/shared/lib/cx';
import { paths } from '@/shared/lib/paths';
import { Tooltip } from '@/shared/ui/Tooltip';
import type { Destination } from './navigation';

interface NavLinkProps {
  destination: Destination;
  unread: number;
  /** Icons only; the label becomes a tooltip. */
  folded?: boolean;
  onNavigate?: () => void;
}

export function NavLink({ destination: { to, label, icon: Icon }, unread, folded = false, onNavigate }: NavLinkProps) {
  const count = to === paths.inbox && unread > 0 ? unread : null;
  const link = (
    <Link
      to={to}
      onClick={onNavigate}
      activeOptions={{ exact: to === paths.home, includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
      className={cx(
        'touch-tall group relative flex h-9 shrink-0 items-center gap-3 rounded-lg px-2.5 text-sm font-medium text-muted transition-colors hover:bg-hover hover:text-ink',
        'aria-[current=page]:bg-accent-tint aria-[current=page]:text-accent-text',
        folded && 'w-10 justify-center px-0',
      )}
    >
      <Icon aria-hidden className="size-4.5 shrink-0" strokeWidth={1.9} />
      <span className={folded ? 'sr-only' : 'flex-1 truncate'}>{label}</span>
      {count !== null && (
        <span
          className={cx(
            'rounded-full bg-accent px-1.5 text-center text-[0.6875rem] font-semibold leading-4.5 tabular-nums text-accent-ink',
            folded && 'absolute end-0 top-0 min-w-4.5',
          )}
        >
          {shortCount(count)}
          <span className="sr-only"> unread</span>
        </span>
      )}
    </Link>
  );
  return folded ? (
    <Tooltip text={label} side="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
}
