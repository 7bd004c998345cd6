import type { SampleDto } from '@/shared/api/generated';
import { daysBetween, plural } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { UrgencyChip } from '@/shared/ui/Badge';
import { Day } from '@/shared/ui/Values';

/** In words: since when it is with the buyer, or when the buyer decided; how near its day is while it waits. */
export function SampleStanding({ sample }: { sample: SampleDto }) {
  const { status, submissionDate, receivedOn, decidedOn } = sample;
  if (status === 'pending') {
    if (!submissionDate) return <span className="text-muted">No day set</span>;
    return <UrgencyChip of="To be sent" days={daysBetween(today(), submissionDate)} />;
  }
  if (decidedOn) {
    return (
      <span className="text-muted">
        decided <Day day={decidedOn} />
      </span>
    );
  }
  const since = receivedOn ?? submissionDate;
  const days = since ? daysBetween(since, today()) : 0;
  if (receivedOn) {
    return (
      <span className="text-muted">{days === 0 ? 'received today' : `${plural(days, 'day')} with the buyer`}</span>
    );
  }
  return <span className="text-muted">{days === 0 ? 'sent today' : `sent ${plural(days, 'day')} ago`}</span>;
}
