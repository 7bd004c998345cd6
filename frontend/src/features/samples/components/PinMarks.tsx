import type { KeyboardEvent } from 'react';
import { KeepScale } from 'react-zoom-pan-pinch';
import { cx } from '@/shared/lib/cx';
import type { PinnedNote, Place } from '../pins';

const look =
  'keeps-still absolute grid size-6 -translate-x-1/2 -translate-y-1/2 place-items-center rounded-full border-2 border-white ' +
  'text-xs font-semibold tabular-nums shadow-md';

/** The notes of a picture, each at its place, by the number that it has in the list below. */
export function PinMarks({ notes, onShow }: { notes: readonly PinnedNote[]; onShow: (id: string) => void }) {
  return notes.map(({ id, body, pin }, index) => (
    <At key={id} place={pin}>
      <button
        type="button"
        title={body}
        aria-label={`Note ${index + 1}: ${body}`}
        onClick={(event) => {
          event.stopPropagation();
          onShow(id);
        }}
        className={cx(look, 'bg-accent text-accent-ink')}
      >
        {index + 1}
      </button>
    </At>
  ));
}

const step = 20;
const moves: Record<string, Place> = {
  ArrowLeft: { x: -step, y: 0 },
  ArrowRight: { x: step, y: 0 },
  ArrowUp: { x: 0, y: -step },
  ArrowDown: { x: 0, y: step },
};

/** Where the note that is being written will lie; the arrows move it. */
export function NewPin({ place, onMove }: { place: Place; onMove: (place: Place) => void }) {
  const move = (event: KeyboardEvent) => {
    const by = moves[event.key];
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    onMove({ x: within(place.x + by.x), y: within(place.y + by.y) });
  };
  return (
    <At place={place}>
      <button
        type="button"
        aria-label={`The new note lies ${place.x / 10} % from the left, ${place.y / 10} % from the top. The arrows move it.`}
        onClick={(event) => event.stopPropagation()}
        onKeyDown={move}
        className={cx(look, 'bg-danger text-white')}
      >
        +
      </button>
    </At>
  );
}

const within = (value: number): number => Math.min(1000, Math.max(0, value));

/** At a place of the picture, and as large as ever when it is zoomed. */
function At({ place: { x, y }, children }: { place: Place; children: React.ReactNode }) {
  return (
    <span className="absolute size-0" style={{ left: `${x / 10}%`, top: `${y / 10}%` }}>
      <KeepScale>{children}</KeepScale>
    </span>
  );
}
