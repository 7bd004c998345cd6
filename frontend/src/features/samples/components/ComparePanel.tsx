import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck, CircleX } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { toProblem } from '@/shared/api/errors';
import { cx } from '@/shared/lib/cx';
import { paths } from '@/shared/lib/paths';
import { StatusBadge } from '@/shared/ui/Badge';
import { Skeleton } from '@/shared/ui/States';
import type { Candidate } from '../compare';
import { lightName, type Reading, screenColourOf } from '../options';
import { pictureOf } from '../picture';
import { pinsOf, type Place, sorted } from '../pins';
import { sampleName } from '../vocabulary';
import { VerdictBadge } from './OptionsCard';
import { NewPin, PinMarks } from './PinMarks';
import { PinNotes, WriteNote } from './PinNotes';
import { SampleStanding } from './SampleStanding';
import { Swatch } from './Swatch';
import { NoPicture, SyncedPicture } from './SyncedPictures';

export interface PanelProps {
  title: string;
  /** In place of the title: a choice of what lies here. */
  choice?: ReactNode;
  picture: ReactNode;
  children: ReactNode;
}

export function Panel({ title, choice, picture, children }: PanelProps) {
  return (
    <section
      aria-label={title}
      className="min-w-0 scroll-mt-18 overflow-hidden rounded-xl border border-line bg-surface shadow-sm"
    >
      <div className="flex min-h-13 items-center px-3 py-2">
        {choice ?? <h2 className="px-1 font-medium">{title}</h2>}
      </div>
      <div className="grid h-64 place-items-center overflow-hidden border-y border-line bg-sunken lg:h-80">
        {picture}
      </div>
      <div className="flex flex-col gap-2.5 px-4 py-3.5 text-sm">{children}</div>
    </section>
  );
}

/** A round or option: its picture, what the buyer said, and how it measures. */
export function CandidatePanel({
  title,
  candidate,
  choice,
}: {
  title: string;
  candidate: Candidate;
  choice: ReactNode;
}) {
  const { round, option } = candidate;
  const label = option?.label;
  const [place, setPlace] = useState<Place | null>(null);
  const { data: picture, isPending, error } = useQuery(pictureOf(round, label));
  const { data: notes = [] } = useQuery(pinsOf(round));
  const { here, earlier } = sorted(notes, label, picture ?? null);
  const colour = screenColourOf(round, label ?? round.options[0]?.label ?? '');
  return (
    <Panel
      title={title}
      choice={choice}
      picture={
        isPending ? (
          <Skeleton className="size-full" />
        ) : picture ? (
          <SyncedPicture
            url={picture.url}
            name={`${candidate.label} of ${sampleName(round)}`}
            onPlace={place ? setPlace : undefined}
          >
            <PinMarks notes={here} onShow={showNote} />
            {place && <NewPin place={place} onMove={setPlace} />}
          </SyncedPicture>
        ) : error ? (
          <NoPicture>{toProblem(error).detail}</NoPicture>
        ) : colour ? (
          <Swatch colour={colour} label={candidate.label} className="size-full rounded-none border-0" />
        ) : (
          <NoPicture>No picture yet. Add one on the page of this round.</NoPicture>
        )
      }
    >
      {picture && place && (
        <WriteNote
          sample={round}
          label={label}
          pictureId={picture.pictureId}
          place={place}
          onClose={() => setPlace(null)}
        />
      )}
      <CandidateFacts candidate={candidate} />
      {(picture || earlier.length > 0) && (
        <PinNotes
          sample={round}
          here={here}
          earlier={earlier}
          onPin={picture && !place ? () => setPlace({ x: 500, y: 500 }) : undefined}
        />
      )}
    </Panel>
  );
}

function showNote(id: string) {
  const note = document.getElementById(`pin-${id}`);
  note?.scrollIntoView({ block: 'nearest' });
  note?.focus({ preventScroll: true });
}

/** Where a round or option stands, what the buyer said of it, and how it measures. */
export function CandidateFacts({ candidate }: { candidate: Candidate }) {
  const { round, option } = candidate;
  const said = option?.remarks ?? round.rejectionReason ?? round.approvalNotes;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <Link to={paths.sample(round.id)} className="rounded font-medium hover:text-accent-text">
          {candidate.label}
        </Link>
        {option?.verdict ? <VerdictBadge verdict={option.verdict} /> : <StatusBadge status={round.status} />}
        <span className="text-[0.8125rem]">
          <SampleStanding sample={round} />
        </span>
      </p>
      {said && <p className="break-words">“{said}”</p>}
      {option?.notes && <p className="text-[0.8125rem] text-muted">{option.notes}</p>}
      {round.readings.map((reading) => (
        <Verdict key={lightName(reading)} reading={reading} label={option?.label} />
      ))}
    </>
  );
}

function Verdict({ reading, label }: { reading: Reading; label: string | undefined }) {
  const measured = reading.options.find((each) => label === undefined || each.label === label);
  if (!measured) return null;
  const Icon = measured.passes ? CircleCheck : CircleX;
  return (
    <p className="flex items-start gap-1.5 text-[0.8125rem]">
      <Icon aria-hidden className={cx('mt-0.5 size-3.5 shrink-0', measured.passes ? 'text-good' : 'text-bad')} />
      {measured.verdict}
    </p>
  );
}
