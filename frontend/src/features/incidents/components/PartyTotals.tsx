import { useState } from 'react';
import type { PartyDelayDto } from '@/shared/api/generated';
import { plural } from '@/shared/lib/format';
import { partyNames } from '@/shared/plan/parties';
import { Button } from '@/shared/ui/Button';

/** As many as are seen at a glance. */
const first = 6;

interface PartyTotalsProps {
  totals: readonly PartyDelayDto[];
  /** Across orders: has the list show what a party is made of. */
  onChoose?: (total: PartyDelayDto) => void;
}

/** What each party has of the days that were lost, the most first; the bar says how much of the most that is. */
export function PartyTotals({ totals, onChoose }: PartyTotalsProps) {
  const [whole, setWhole] = useState(false);
  const most = Math.max(...totals.map(({ workingDays }) => workingDays), 1);
  return (
    <div className="@container">
      <ul aria-label="Days lost by party" className="grid gap-x-8 gap-y-3 @lg:grid-cols-2 @3xl:grid-cols-3">
        {totals.slice(0, whole ? undefined : first).map((total) => {
          const { party, partyName, workingDays, orders } = total;
          const name = partyName ?? partyNames[party];
          const beside = [partyName && partyNames[party], onChoose && plural(orders, 'order')].filter(Boolean);
          return (
            <li key={`${party} ${partyName}`} className="min-w-0">
              <div className="flex items-baseline justify-between gap-3 text-sm">
                {onChoose ? (
                  <button
                    type="button"
                    onClick={() => onChoose(total)}
                    className="touch-target min-w-0 truncate rounded font-medium underline-offset-2 hover:underline"
                  >
                    {name}
                  </button>
                ) : (
                  <span className="min-w-0 truncate font-medium">{name}</span>
                )}
                <span className="shrink-0 tabular-nums">{plural(workingDays, 'day')}</span>
              </div>
              <div aria-hidden className="mt-1 h-1.5 overflow-hidden rounded-full bg-sunken">
                <div
                  className="h-full rounded-full bg-accent"
                  style={{ width: `${Math.max(0, (workingDays / most) * 100)}%` }}
                />
              </div>
              {beside.length > 0 && <p className="mt-1 text-xs text-muted">{beside.join(' · ')}</p>}
            </li>
          );
        })}
      </ul>
      {totals.length > first && (
        <Button size="sm" variant="quiet" className="-ms-3 mt-2" onClick={() => setWhole(!whole)}>
          {whole ? 'Only the first' : `All ${totals.length} parties`}
        </Button>
      )}
    </div>
  );
}
