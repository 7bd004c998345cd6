import { useQuery } from '@tanstack/react-query';
import { toProblem } from '@/shared/api/errors';
import type { SampleDto } from '@/shared/api/generated';
import { NotKept } from '@/shared/files/send';
import { useCan } from '@/shared/lib/can';
import { FileDrop } from '@/shared/ui/FileDrop';
import { Skeleton } from '@/shared/ui/States';
import { lightName, type Reading } from '../options';
import { artworkFor, hasArtwork, useAddArtwork } from '../picture';
import { Panel } from './ComparePanel';
import { Swatch } from './Swatch';
import { NoPicture, SyncedPicture } from './SyncedPictures';

interface StandardPanelProps {
  sample: SampleDto;
  /** The colour that the buyer gave, as it was measured. */
  standard: Reading | null;
}

/** The target: the artwork of the line, and the colour that the buyer gave. */
export function StandardPanel({ sample, standard }: StandardPanelProps) {
  const { data: artwork, isLoading, error } = useQuery(artworkFor(sample));
  const takesArtwork = hasArtwork(sample.type);
  const may = useCan()('document.write');
  return (
    <Panel
      title="Standard"
      picture={
        isLoading ? (
          <Skeleton className="size-full" />
        ) : artwork ? (
          <SyncedPicture url={artwork.url} name={`Artwork ${artwork.fileName}`} />
        ) : error ? (
          <NoPicture>{toProblem(error).detail}</NoPicture>
        ) : takesArtwork && may ? (
          <AddArtwork sample={sample} />
        ) : standard ? (
          <Swatch colour={standard.screenColour} label="Standard" className="size-full rounded-none border-0" />
        ) : (
          <NoPicture>
            {takesArtwork ? 'No artwork among the files of this line yet.' : 'The standard was not measured yet.'}
          </NoPicture>
        )
      }
    >
      {artwork && <p className="break-words font-medium">Artwork: {artwork.fileName}</p>}
      {standard ? (
        <>
          <p className="flex items-center gap-2 tabular-nums">
            {takesArtwork && <Swatch colour={standard.screenColour} label="Standard" className="size-5" />}
            L* {standard.standard.l} · a* {standard.standard.a.replace('-', '\u2212')} · b*{' '}
            {standard.standard.b.replace('-', '\u2212')}
          </p>
          <p className="text-[0.8125rem] text-muted">
            Under {lightName(standard)}; accepted up to {standard.tolerance.limit} by {standard.formulaName}.
          </p>
        </>
      ) : (
        <p className="text-muted">Measure the buyer’s standard on the page of a round.</p>
      )}
    </Panel>
  );
}

const mostAsked = 20;

/** It belongs to the line, whose files keep it: its next strike-off has it too. */
function AddArtwork({ sample }: { sample: SampleDto }) {
  const { mutate, isPending, data: added, error } = useAddArtwork(sample);
  // A PDF is seen once its first page is drawn, a moment after it came; this drop is gone then.
  useQuery({
    ...artworkFor(sample),
    refetchInterval: ({ state }) => (added && state.dataUpdateCount < mostAsked ? 1_500 : false),
  });
  return (
    <div className="w-full px-4">
      <FileDrop
        label="Drop the artwork here"
        hint="A picture or a PDF, up to 50 MB; it joins the files of the line"
        anyKind
        busy={isPending || added !== undefined}
        error={error ? (error instanceof NotKept ? error.detail : error.message) : undefined}
        onFiles={([file]) => file && mutate(file)}
      />
    </div>
  );
}
