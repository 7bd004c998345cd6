import { ChevronDown } from 'lucide-react';
import type { DryRunRowDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { plural } from '@/shared/lib/format';

export interface OldRowsProps {
  rows: readonly DryRunRowDto[];
  open: boolean;
  onToggle: () => void;
}

/** Rows of an earlier plan: told of, folded, so that the lines are what one sees first. */
export function OldRows({ rows, open, onToggle }: OldRowsProps) {
  const first = rows[0]?.row;
  const last = rows.at(-1)?.row;
  return (
    <button
      type="button"
      aria-expanded={open}
      onClick={onToggle}
      className="touch-tall sticky start-0 flex w-fit max-w-full items-center gap-2 px-3 py-2.5 text-start text-sm text-muted hover:text-ink focus-visible:outline-offset-[-2px] max-md:w-full max-md:px-4"
    >
      <ChevronDown aria-hidden className={cx('size-4 shrink-0 transition-transform', open && 'rotate-180')} />
      <span>
        <span className="font-medium">{plural(rows.length, 'old row')}</span> of another plan, left out (
        {first === last ? first : `${first}–${last}`})
      </span>
    </button>
  );
}
