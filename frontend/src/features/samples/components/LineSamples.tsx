import { Plus } from 'lucide-react';
import type { SampleDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { Button } from '@/shared/ui/Button';
import { lostDays, type Track, tracksOf } from '../rounds';
import { typeNames } from '../vocabulary';
import { RoundLine } from './RoundLine';
import { SampleMenu, SampleSteps } from './SampleActions';
import type { SampleQuestion } from './SampleQuestions';
import { TrackDays } from './TrackDays';

interface LineSamplesProps {
  /** The line as people name it. */
  label: string;
  /** Null for the order as a whole. */
  lineId: string | null;
  samples: readonly SampleDto[];
  onAsk: (question: SampleQuestion) => void;
  /** Absent where nothing more is to be made. */
  onNew?: () => void;
}

/** What was made for one line: each type with its rounds, the latest first, and what can be done next. */
export function LineSamples({ label, lineId, samples, onAsk, onNew }: LineSamplesProps) {
  const may = useCan();
  const tracks = tracksOf(samples, lineId);
  return (
    <section aria-label={`Samples of ${label}`} className="min-w-0 rounded-xl border border-line bg-surface shadow-sm">
      <header className="flex items-center justify-between gap-3 px-4 py-3 sm:px-5">
        <h2 className="min-w-0 break-words text-[0.9375rem] font-semibold">
          {label}
          {tracks.length === 0 && (
            <span className="block text-[0.8125rem] font-normal text-muted sm:ms-2 sm:inline">nothing made yet</span>
          )}
        </h2>
        {onNew && may('sample.write') && (
          <Button size="sm" icon={Plus} onClick={onNew}>
            New sample <span className="sr-only">for {label}</span>
          </Button>
        )}
      </header>
      {tracks.map((track) => (
        <TrackRow key={track.type} track={track} label={label} onAsk={onAsk} />
      ))}
    </section>
  );
}

interface TrackRowProps {
  track: Track;
  label: string;
  onAsk: (question: SampleQuestion) => void;
}

function TrackRow({ track: { type, rounds }, label, onAsk }: TrackRowProps) {
  const [latest, ...earlier] = rounds;
  const ask = (action: SampleQuestion['action']) => onAsk({ action, sample: latest });
  return (
    <div
      role="group"
      aria-label={`${typeNames[type]} of ${label}`}
      className="grid gap-x-5 gap-y-2.5 border-t border-line px-4 py-3.5 sm:grid-cols-[7.5rem_minmax(0,1fr)_auto] sm:px-5"
    >
      <div>
        <h3 className="text-sm font-medium leading-6 text-muted">{typeNames[type]}</h3>
        <p className="text-[0.8125rem]">
          <TrackDays sample={latest} />
        </p>
      </div>
      <div className="flex flex-col gap-3.5">
        <RoundLine sample={latest} lost={lostDays(latest, rounds)} />
        {earlier.length > 0 && (
          <ol
            aria-label="Earlier rounds, the latest first"
            className="flex flex-col gap-3 border-s-2 border-line ps-3.5"
          >
            {earlier.map((sample) => (
              <li key={sample.id}>
                <RoundLine sample={sample} lost={lostDays(sample, rounds)} />
              </li>
            ))}
          </ol>
        )}
      </div>
      <div className="flex flex-wrap items-start gap-1.5 sm:-my-1 sm:justify-end">
        <SampleSteps sample={latest} latest onAsk={ask} />
        <SampleMenu sample={latest} onAsk={ask} />
      </div>
    </div>
  );
}
