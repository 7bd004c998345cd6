import { Link } from '@tanstack/react-router';
import type { SampleDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { paths } from '@/shared/lib/paths';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { lostDays, roundsOf } from '../rounds';
import { typeInSentence } from '../vocabulary';
import { RoundLine } from './RoundLine';
import { TrackDays } from './TrackDays';

interface RoundsProps {
  sample: SampleDto;
  /** All that were made for the order. */
  samples: readonly SampleDto[];
}

/** All attempts at the same thing, the latest first; the one that is looked at is marked. */
export function Rounds({ sample, samples }: RoundsProps) {
  const rounds = roundsOf(sample, samples);
  const newest = rounds[0] ?? sample;
  return (
    <Card
      title={`Rounds of this ${typeInSentence(sample.type)}`}
      flush
      actions={
        <>
          <span className="text-[0.8125rem]">
            <TrackDays sample={newest} />
          </span>
          <Button size="sm" asChild>
            <Link to={paths.compareSamples} search={{ sampleId: sample.id } as never}>
              Compare
            </Link>
          </Button>
        </>
      }
    >
      <ol className="divide-y divide-line border-t border-line">
        {rounds.map((round) => (
          <li
            key={round.id}
            aria-current={round.id === sample.id || undefined}
            className={cx(
              'px-4 py-3 sm:px-5',
              round.id === sample.id && 'bg-sunken shadow-[inset_3px_0_0_var(--accent-text)]',
            )}
          >
            <RoundLine sample={round} lost={lostDays(round, rounds)} />
          </li>
        ))}
      </ol>
    </Card>
  );
}
