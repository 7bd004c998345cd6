import { useState } from 'react';
import type { DryRunRowDto } from '@/shared/api/generated';
import { rowOf } from '../sheet';

/** Rows of a long sheet are drawn some at a time; around the cell that is sought when it is not among them. */
export function useShown(rows: readonly DryRunRowDto[], sought: string | null, atOnce: number) {
  const [{ from, to, last }, setShown] = useState<{ from: number; to: number; last: string | null }>({
    from: 0,
    to: atOnce,
    last: null,
  });
  if (sought !== last) {
    const at = sought ? rows.findIndex(({ row }) => row === rowOf(sought)) : -1;
    const start = Math.max(0, at - Math.floor(atOnce / 4));
    const isShown = at < 0 || (at >= from && at < to);
    setShown(isShown ? { from, to, last: sought } : { from: start, to: start + atOnce, last: sought });
  }
  return {
    shown: rows.slice(from, to),
    before: Math.min(from, rows.length),
    after: Math.max(0, rows.length - to),
    showBefore: () => setShown({ from: Math.max(0, from - atOnce * 2), to, last }),
    showAfter: () => setShown({ from, to: to + atOnce * 2, last }),
  };
}
