import type { SampleDto } from '@/shared/api/generated';
import { trackDays } from '../rounds';

/** `R3 · 14 d so far`: how many rounds it has come to, and what they have cost in days. */
export function TrackDays({ sample }: { sample: Pick<SampleDto, 'track'> }) {
  const days = trackDays(sample.track);
  const { latestVersion, approvedOn } = sample.track;
  return (
    <span className="whitespace-nowrap tabular-nums text-muted">
      R{latestVersion}
      {days !== null && ` · ${days} d ${approvedOn ? 'in all' : 'so far'}`}
    </span>
  );
}
