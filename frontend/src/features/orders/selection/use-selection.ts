import { useState } from 'react';

/** Rows that are ticked. With Shift everything between the last tick and this one goes along. */
export interface Selection {
  has: (id: string) => boolean;
  toggle: (id: string, withShift: boolean) => void;
  clear: () => void;
}

/** @param ids all rows, in the order in which they are shown */
export function useSelection(ids: readonly string[]): Selection {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string | null>(null);
  return {
    has: (id) => ticked.has(id),
    toggle: (id, withShift) => {
      const from = last === null ? -1 : ids.indexOf(last);
      const to = ids.indexOf(id);
      const range = withShift && from >= 0 ? ids.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
      const ticking = !ticked.has(id);
      setTicked(new Set(ticking ? [...ticked, ...range] : [...ticked].filter((each) => !range.includes(each))));
      setLast(id);
    },
    clear: () => {
      setTicked(new Set());
      setLast(null);
    },
  };
}
