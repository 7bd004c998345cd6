import { Link } from '@tanstack/react-router';
import { Paperclip } from 'lucide-react';
import type { SampleDto } from '@/shared/api/generated';
import { paths } from '@/shared/lib/paths';
import { StatusBadge } from '@/shared/ui/Badge';
import { Day } from '@/shared/ui/Values';
import { SampleStanding } from './SampleStanding';

/** One round in a few words: where it stands, when it went and with which parcel, and what the buyer said. */
export function RoundLine({ sample }: { sample: SampleDto }) {
  const { id, version, status, submissionDate, courierName, awbNumber, attachment, notes } = sample;
  const said = sample.rejectionReason ?? sample.approvalNotes;
  const parcel = [courierName, awbNumber].filter(Boolean).join(' ');
  return (
    <div className="min-w-0 text-sm">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <Link
          to={paths.sample(id)}
          className="touch-target whitespace-nowrap rounded font-medium tabular-nums hover:text-accent-text"
        >
          Round {version}
        </Link>
        <StatusBadge status={status} />
        <span className="text-[0.8125rem]">
          <SampleStanding sample={sample} />
        </span>
      </p>
      {said && <p className="mt-1 max-w-prose break-words">“{said}”</p>}
      {status === 'pending' && notes && (
        <p className="mt-1 max-w-prose whitespace-pre-line break-words text-[0.8125rem]">{notes}</p>
      )}
      {(status !== 'pending' || parcel || attachment) && (
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-0.5 text-[0.8125rem] text-muted">
          {status !== 'pending' && (
            <span>
              sent <Day day={submissionDate} />
            </span>
          )}
          {parcel && <span className="break-all tabular-nums">{parcel}</span>}
          {attachment && (
            <span className="inline-flex min-w-0 items-center gap-1">
              <Paperclip aria-hidden className="size-3.5 shrink-0" />
              <span className="break-all">{attachment.fileName}</span>
            </span>
          )}
        </p>
      )}
    </div>
  );
}
