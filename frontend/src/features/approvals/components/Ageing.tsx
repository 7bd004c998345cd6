import { Clock3, TriangleAlert } from 'lucide-react';
import type { LineGateDto } from '@/shared/api/generated';
import { clockOf } from '@/shared/gates/clock';
import { cx } from '@/shared/lib/cx';
import { formatDay } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { tints } from '@/shared/ui/Badge';

/** How long whoever holds it has had it: of what they may take. */
export function Ageing({ gate }: { gate: LineGateDto }) {
  const clock = clockOf(gate, today());
  if (!clock) return <span />;
  const due = gate.dueOn && `due ${formatDay(gate.dueOn)}`;
  const Icon = clock.late ? TriangleAlert : Clock3;
  return (
    <span
      title={due ?? undefined}
      className={cx(
        'inline-flex items-center gap-1.5 whitespace-nowrap rounded-md px-2 py-0.5 text-xs font-medium tabular-nums',
        clock.late ? tints.urgent : isNear(clock) ? tints.warn : tints.calm,
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {gate.status === 'rejected' || gate.holder === 'lab' ? clock.words : clock.days}
      {clock.late && ' · late'}
      {!clock.late && due && <span className="sr-only">, {due}</span>}
    </span>
  );
}

/** The same as a line that fills up. */
export function AgeingBar({ gate }: { gate: LineGateDto }) {
  const clock = clockOf(gate, today());
  if (clock?.allowed == null) return null;
  const share = clock.late ? 1 : clock.held / Math.max(1, clock.allowed);
  return (
    <span aria-hidden className="mt-2.5 block h-1 overflow-hidden rounded-full bg-sunken">
      <span
        className={cx(
          'block h-full rounded-full',
          clock.late ? 'bg-urgent' : isNear(clock) ? 'bg-warn' : 'bg-line-strong',
        )}
        style={{ inlineSize: `${Math.min(100, share * 100)}%` }}
      />
    </span>
  );
}

/** Four fifths of the time are gone. */
const isNear = ({ held, allowed }: { held: number; allowed: number | null }): boolean =>
  allowed !== null && held >= allowed * 0.8;
