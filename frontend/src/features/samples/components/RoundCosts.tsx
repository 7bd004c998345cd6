import { useQuery } from '@tanstack/react-query';
import type { SampleDto } from '@/shared/api/generated';
import { plural } from '@/shared/lib/format';
import { roundCostsOf } from '../api';
import { daysLost } from '../rounds';
import { typeInSentence } from '../vocabulary';

/** What the rounds in sight came to, and what they usually come to for this colour at this mill. */
export function RoundCosts({ sample }: { sample: SampleDto }) {
  const { data: usual } = useQuery(roundCostsOf(sample));
  const { latestVersion } = sample.track;
  const lost = daysLost(sample.track);
  const where = [usual?.colorName, usual?.millName && `at ${usual.millName}`].filter(Boolean).join(' ');
  return (
    <p className="mt-3 text-sm text-muted">
      <span className="font-medium text-ink">
        {plural(latestVersion, 'round')} here
        {lost > 0 && `, ${plural(lost, 'day')} lost to refused ones`}.
      </span>{' '}
      {usual && where && (
        <>
          {where}: {usual.roundsPerLine} rounds a {typeInSentence(sample.type)} over {plural(usual.lines, 'line')} in a
          year
          {usual.daysPerRefusal && `; each refused one cost ${usual.daysPerRefusal} days`}.
        </>
      )}
    </p>
  );
}
