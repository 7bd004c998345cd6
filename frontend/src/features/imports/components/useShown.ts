import { useState } from 'react';
import type { DryRunRowDto } from '@/shared/api/generated';
import { rowOf } from '../sheet';

/** How many rows of a long sheet are drawn: some at first, and always those down to the cell that is sought. */
export function useShown(rows: readonly DryRunRowDto[], sought: string | null, atOnce: number) {
  const [wanted, setWanted] = useState(atOnce);
  const shown = Math.max(wanted, sought ? rows.findIndex(({ row }) => row === rowOf(sought)) + 1 : 0);
  return { shown, showMore: () => setWanted(shown + atOnce * 4) };
}
