import type { SampleDto } from '@/shared/api/generated';
import { plural } from '@/shared/lib/format';
import { daysLost, trackDays } from '../rounds';

/** `R3 · 14 d so far, 9 d lost`: how many rounds it has come to, the days since the first, and those that refused ones cost. */
export function TrackDays({ sample }: { sample: Pick<SampleDto, 'track'> }) {
  const days = trackDays(sample.track);
  const { latestVersion, approvedOn } = sample.track;
  const lost = daysLost(sample.track);
  return (
    <span className="whitespace-nowrap tabular-nums text-muted">
      R{latestVersion}
      {days !== null && ` · ${days} d ${approvedOn ? 'in all' : 'so far'}`}
      {lost > 0 && <span title={`Refused rounds cost ${plural(lost, 'day')}`}>, {lost} d lost</span>}
    </span>
  );
}
