import { Search, X } from 'lucide-react';
import { type Ref, useEffect, useEffectEvent, useState } from 'react';
import { cx } from '../lib/cx';
import { IconButton } from './IconButton';
import { controlLook } from './Field';

export interface SearchBoxProps {
  /** What is searched: "Search orders". Read out, and the placeholder. */
  label: string;
  /** The value in force, from the URL. */
  value: string;
  /** After a pause in typing, at once on Enter, empty on clear. */
  onSearch: (value: string) => void;
  /** A key that leads here, shown at the end: `/`. */
  shortcut?: string;
  className?: string;
  ref?: Ref<HTMLInputElement>;
}

const pauseMs = 300;

export function SearchBox({ label, value, onSearch, shortcut, className, ref }: SearchBoxProps) {
  const [draft, setDraft] = useState(value);
  const [inForce, setInForce] = useState(value);
  if (value !== inForce) {
    // The URL changed under us (Back, a chip removed): its value wins.
    setInForce(value);
    setDraft(value);
  }

  const search = useEffectEvent(onSearch);
  const settled = draft.trim() === value;
  useEffect(() => {
    if (settled) return;
    const timer = setTimeout(() => search(draft.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [draft, settled]);

  return (
    <form
      role="search"
      className={cx('relative min-w-0', className)}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(draft.trim());
      }}
    >
      <Search aria-hidden className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-muted" />
      <input
        ref={ref}
        type="search"
        enterKeyHint="search"
        aria-label={label}
        placeholder={label}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          if (draft) setDraft('');
          else event.currentTarget.blur();
        }}
        className={cx(
          controlLook,
          'peer h-9 ps-9 [&::-webkit-search-cancel-button]:hidden',
          draft ? 'pe-9' : shortcut ? 'pe-3 pointer-fine:pe-9' : 'pe-3',
        )}
      />
      {draft ? (
        <IconButton
          icon={X}
          label="Clear search"
          size="sm"
          withoutTooltip
          className="absolute! end-0.5 top-1/2 -translate-y-1/2"
          onClick={() => {
            setDraft('');
            onSearch('');
          }}
        />
      ) : (
        shortcut && (
          <kbd
            aria-hidden
            className="pointer-events-none absolute end-2.5 top-1/2 grid size-5 -translate-y-1/2 place-items-center rounded border border-line bg-sunken font-sans text-xs text-muted peer-focus:hidden pointer-coarse:hidden"
          >
            {shortcut}
          </kbd>
        )
      )}
    </form>
  );
}
