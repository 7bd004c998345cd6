import { CircleCheck, CircleX, Hourglass, type LucideIcon, PackageCheck, Send } from 'lucide-react';
import type { SampleDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { daysBetween, plural } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { tints, type Tone } from '@/shared/ui/Badge';
import { Day } from '@/shared/ui/Values';

interface Stage {
  label: string;
  icon: LucideIcon;
  tone: Tone;
  day: string | null;
  /** What is told in place of a day; `not yet` unless given. */
  unknown?: string;
  /** What the days since the stage before were. */
  since?: string;
}

/** Sent → received → decided, with the days that each took. */
export function RoundTimeline({ sample }: { sample: SampleDto }) {
  const stages = stagesOf(sample);
  return (
    <ol aria-label="How it went" className="grid gap-x-3 gap-y-4 sm:grid-cols-3">
      {stages.map(({ label, icon: Icon, tone, day, unknown = 'not yet', since }) => (
        <li key={label} className="flex items-start gap-3">
          <span className={cx('grid size-8 shrink-0 place-items-center rounded-full', tints[day ? tone : 'calm'])}>
            <Icon aria-hidden className="size-4" strokeWidth={2.25} />
          </span>
          <div className="min-w-0 text-sm">
            <p className={cx('font-medium', !day && 'text-muted')}>{label}</p>
            <p>{day ? <Day day={day} /> : <span className="text-muted">{unknown}</span>}</p>
            {since && <p className="text-[0.8125rem] text-muted">{since}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}

function stagesOf({ status, submissionDate, receivedOn, decidedOn }: SampleDto): Stage[] {
  const sent = status === 'pending' ? null : submissionDate;
  const received: Stage = { label: 'Received', icon: PackageCheck, tone: 'accent', day: receivedOn };
  const decided: Stage =
    status === 'rejected'
      ? { label: 'Rejected', icon: CircleX, tone: 'bad', day: decidedOn }
      : status === 'approved'
        ? { label: 'Approved', icon: CircleCheck, tone: 'good', day: decidedOn }
        : { label: 'Decided', icon: Hourglass, tone: 'calm', day: null };
  const days = (from: string, to: string | null) => plural(daysBetween(from, to ?? today()), 'day');
  if (sent && receivedOn) received.since = `${days(sent, receivedOn)} on the way`;
  else if (sent && decidedOn) received.unknown = 'day not recorded';
  else if (sent) received.since = `on its way for ${days(sent, null)}`;
  if (receivedOn) decided.since = `${days(receivedOn, decidedOn)} with the buyer`;
  else if (sent && decidedOn) decided.since = `${days(sent, decidedOn)} after it went`;
  return [{ label: 'Sent', icon: Send, tone: 'info', day: sent }, received, decided];
}
