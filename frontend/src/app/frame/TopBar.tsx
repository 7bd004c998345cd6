import { Link } from '@tanstack/react-router';
import { Plus, Search } from 'lucide-react';
import { openPalette } from '@/features/search/palette-state';
import { chord } from '@/shared/lib/keys';
import { paths } from '@/shared/lib/paths';
import { Button } from '@/shared/ui/Button';

/** @param onCrumbSlot receives the place for the page's breadcrumb */
export function TopBar({ onCrumbSlot }: { onCrumbSlot: (slot: HTMLElement | null) => void }) {
  return (
    <header className="sticky top-0 z-20 flex print:hidden h-14 items-center gap-3 border-b border-line bg-canvas/92 px-4 backdrop-blur-md sm:px-6">
      <div ref={onCrumbSlot} className="min-w-0 flex-1" />
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K /"
        onClick={openPalette}
        className="touch-target flex h-9 items-center gap-2 rounded-lg border border-line bg-surface px-3 text-sm text-muted hover:border-line-strong hover:text-ink sm:w-56 lg:w-80"
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span className="sr-only sm:not-sr-only sm:min-w-0 sm:flex-1 sm:truncate sm:text-start">Search everything</span>
        <kbd
          aria-hidden
          className="hidden h-5 place-items-center rounded border border-line bg-sunken px-1.5 font-sans text-xs pointer-fine:sm:grid"
        >
          {chord('K')}
        </kbd>
      </button>
      <Button variant="primary" asChild>
        <Link to={paths.newOrder} aria-label="New order">
          <Plus aria-hidden />
          <span className="hidden sm:inline">New order</span>
        </Link>
      </Button>
    </header>
  );
}
