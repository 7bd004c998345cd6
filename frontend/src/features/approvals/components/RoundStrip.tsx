import { Link } from '@tanstack/react-router';
import { Check, Package, ScanSearch } from 'lucide-react';
import { cx } from '@/shared/lib/cx';
import { formatDay } from '@/shared/lib/format';
import { paths } from '@/shared/lib/paths';
import { tints } from '@/shared/ui/Badge';
import type { SentRound } from '../api';

const verdictTints = { approved: tints.good, rejected: tints.bad, not_chosen: tints.calm } as const;
const verdictWords = { approved: 'approved', rejected: 'rejected', not_chosen: 'not chosen' } as const;

/** What was sent: its options, in which parcel, and the way to lay the rounds side by side. */
export function RoundStrip({ round, of }: { round: SentRound; of: string }) {
  const { awbNumber, courierName, options, receivedOn } = round;
  const parcel = awbNumber ? `AWB ${awbNumber}` : courierName;
  return (
    <div className="mt-1.5 text-[0.8125rem] text-muted">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        {options.length > 0 && (
          <span className="inline-flex gap-1">
            <span className="sr-only">Options </span>
            {options.map(({ label, verdict }) => (
              <span
                key={label}
                className={cx(
                  'inline-flex size-5 items-center justify-center rounded text-xs font-medium',
                  verdict ? verdictTints[verdict] : tints.info,
                )}
              >
                {label}
                {verdict && <span className="sr-only"> {verdictWords[verdict]}</span>}
              </span>
            ))}
          </span>
        )}
        <Link
          to={paths.compareSamples}
          search={{ sampleId: round.id } as never}
          draggable={false}
          aria-label={`Compare the rounds of ${of}`}
          className="touch-target inline-flex items-center gap-1 rounded hover:text-accent-text"
        >
          <ScanSearch aria-hidden className="size-3.5" />
          Compare
        </Link>
      </div>
      {parcel && (
        <span className="mt-1 flex items-center gap-1">
          <Package aria-hidden className="size-3.5 shrink-0" />
          <span className="min-w-0 break-words">{parcel}</span>
          {receivedOn && (
            <span
              className="inline-flex items-center gap-0.5 whitespace-nowrap"
              title={`Received ${formatDay(receivedOn)}`}
            >
              <Check aria-hidden className="size-3.5" />
              <span className="sr-only">received {formatDay(receivedOn)}</span>
            </span>
          )}
        </span>
      )}
    </div>
  );
}
