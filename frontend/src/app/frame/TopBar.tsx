import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import type { RefObject } from 'react';
import { paths } from '@/shared/lib/paths';
import { searchOf, text, useUrlState } from '@/shared/lib/search';
import { Button } from '@/shared/ui/Button';
import { SearchBox } from '@/shared/ui/SearchBox';

const orderSearch = searchOf({ search: text() });

interface TopBarProps {
  /** Receives the place for the page's breadcrumb. */
  onCrumbSlot: (slot: HTMLElement | null) => void;
  searchRef: RefObject<HTMLInputElement | null>;
}

/** Its box is the order list's own search, reachable from everywhere: the list needs no second one. */
export function TopBar({ onCrumbSlot, searchRef }: TopBarProps) {
  const navigate = useNavigate();
  const onOrders = useLocation({ select: ({ pathname }) => pathname === paths.orders });
  const [{ search = '' }, setUrl] = useUrlState(orderSearch);

  const find = (value: string) => {
    if (onOrders) setUrl({ search: value || undefined });
    else if (value) void navigate({ to: paths.orders, search: { search: value } as never });
  };

  return (
    <header className="sticky top-0 z-20 flex h-14 items-center gap-3 border-b border-line bg-canvas/92 px-4 backdrop-blur-md sm:px-6">
      <div ref={onCrumbSlot} className="min-w-0 flex-1" />
      <SearchBox
        ref={searchRef}
        label="Search orders"
        value={onOrders ? search : ''}
        shortcut="/"
        className="w-40 sm:w-52 lg:w-80"
        onSearch={find}
      />
      <Button variant="primary" asChild>
        <Link to={paths.newOrder} aria-label="New order">
          <Plus aria-hidden />
          <span className="hidden sm:inline">New order</span>
        </Link>
      </Button>
    </header>
  );
}
