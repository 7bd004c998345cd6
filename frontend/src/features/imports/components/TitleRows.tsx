import { ChevronDown } from 'lucide-react';
import type { DryRunDto } from '@/shared/api/generated';
import { plural } from '@/shared/lib/format';
import { CellOutcome } from './CellOutcome';
import { titleRows } from '../sheet';

/** What stands above the headings, and what was read from it. */
export function TitleRows({ dryRun }: { dryRun: DryRunDto }) {
  const rows = titleRows(dryRun);
  if (rows.length === 0) return null;
  return (
    <details className="group rounded-xl border border-line bg-surface shadow-sm">
      <summary className="touch-tall flex list-none items-center gap-3 rounded-xl px-4 py-3.5 sm:px-5">
        <h2 className="text-[0.9375rem] font-semibold">Above the headings</h2>
        <span className="min-w-0 flex-1 text-sm text-muted">{plural(rows.length, 'row')}, no lines among them</span>
        <ChevronDown aria-hidden className="size-4 text-muted transition-transform group-open:rotate-180" />
      </summary>
      <ul className="divide-y divide-line border-t border-line text-sm">
        {rows.flatMap(({ cells }) =>
          cells.map(({ address, shown, outcome }) => (
            <li key={address} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 sm:px-5">
              <span className="w-9 text-xs tabular-nums text-muted">{address}</span>
              <span className="min-w-0 flex-1 break-words">{shown}</span>
              <CellOutcome outcome={outcome} />
            </li>
          )),
        )}
      </ul>
    </details>
  );
}
