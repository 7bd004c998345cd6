import { Link } from '@tanstack/react-router';
import { CircleCheck, Paperclip } from 'lucide-react';
import type { SampleDto } from '@/shared/api/generated';
import { plural } from '@/shared/lib/format';
import { paths } from '@/shared/lib/paths';
import { Badge, StatusBadge } from '@/shared/ui/Badge';
import { Day } from '@/shared/ui/Values';
import { screenColourOf } from '../options';
import { SampleStanding } from './SampleStanding';
import { Swatch } from './Swatch';

/**
 * One round in a few words: where it stands, when it went and with which parcel, and what the buyer said.
 * @param lost days that it cost
 */
export function RoundLine({ sample, lost = null }: { sample: SampleDto; lost?: number | null }) {
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
        {lost !== null && <Badge tone="warn">{plural(lost, 'day')} lost</Badge>}
      </p>
      {sample.options.length > 0 && (
        <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.8125rem]">
          {sample.options.map(({ label, verdict }) => (
            <span key={label} className="inline-flex items-center gap-1.5">
              <Swatch colour={screenColourOf(sample, label)} label={`Option ${label}`} className="size-4" />
              <span className={verdict === 'rejected' ? 'text-muted line-through' : undefined}>{label}</span>
              {verdict === 'approved' && <CircleCheck aria-label="approved" className="size-3.5 text-good" />}
            </span>
          ))}
        </p>
      )}
      {sample.approvalCondition && (
        <p className="mt-1 max-w-prose break-words">on the condition: “{sample.approvalCondition}”</p>
      )}
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
