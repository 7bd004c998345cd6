import { useQuery } from '@tanstack/react-query';
import { MoveHorizontal } from 'lucide-react';
import { type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { toProblem } from '@/shared/api/errors';
import { Skeleton } from '@/shared/ui/States';
import type { Candidate } from '../compare';
import { screenColourOf } from '../options';
import { pictureOf } from '../picture';
import { sampleName } from '../vocabulary';
import { Swatch } from './Swatch';
import { NoPicture, SyncedView } from './SyncedPictures';

/** A over B: what is left of the line shows A, what is right of it B. The line is drawn, or moved by the slider below. */
export function SwipeStage({ a, b }: { a: Candidate; b: Candidate }) {
  const [at, setAt] = useState(50);
  const stage = useRef<HTMLDivElement>(null);
  const draw = (event: PointerEvent) => {
    const box = stage.current?.getBoundingClientRect();
    if (!box || !(event.buttons & 1)) return;
    setAt(Math.round(Math.min(100, Math.max(0, ((event.clientX - box.left) / box.width) * 100))));
  };
  return (
    <section
      aria-label="A over B"
      className="min-w-0 overflow-hidden rounded-xl border border-line bg-surface shadow-sm"
    >
      <div ref={stage} className="relative h-72 overflow-hidden bg-sunken lg:h-[28rem]">
        <Layer candidate={b} />
        <div className="absolute inset-0" style={{ clipPath: `inset(0 ${100 - at}% 0 0)` }}>
          <Layer candidate={a} />
        </div>
        <div
          aria-hidden
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={draw}
          style={{ left: `${at}%` }}
          className="absolute inset-y-0 -ms-5 grid w-10 cursor-ew-resize touch-none place-items-center before:absolute before:inset-y-0 before:w-0.5 before:bg-white before:shadow-[0_0_0_1px_rgb(0_0_0/0.35)]"
        >
          <span className="relative grid size-9 place-items-center rounded-full bg-white text-black shadow-md ring-1 ring-black/20">
            <MoveHorizontal className="size-4.5" />
          </span>
        </div>
        <Corner side="left">A · {a.label}</Corner>
        <Corner side="right">B · {b.label}</Corner>
      </div>
      <label className="flex items-center gap-3 border-t border-line px-4 py-3 text-sm">
        <span className="shrink-0 font-medium">Swipe</span>
        <input
          type="range"
          min={0}
          max={100}
          value={at}
          onChange={(event) => setAt(Number(event.target.value))}
          aria-valuetext={`${at} % A, ${100 - at} % B`}
          className="h-6 min-w-0 flex-1 accent-(--accent)"
        />
      </label>
    </section>
  );
}

function Corner({ side, children }: { side: 'left' | 'right'; children: ReactNode }) {
  return (
    <span
      className={`pointer-events-none absolute top-2 max-w-[45%] truncate rounded bg-black/65 px-2 py-0.5 text-xs font-medium text-white ${side === 'left' ? 'left-2' : 'right-2'}`}
    >
      {children}
    </span>
  );
}

function Layer({ candidate: { label, round, option } }: { candidate: Candidate }) {
  const { data, isPending, error } = useQuery(pictureOf(round, option?.label));
  const colour = screenColourOf(round, option?.label ?? round.options[0]?.label ?? '');
  return (
    <div className="absolute inset-0 grid place-items-center bg-sunken">
      {isPending ? (
        <Skeleton className="size-full" />
      ) : data ? (
        <SyncedView>
          <img
            src={data.url}
            alt={`${label} of ${sampleName(round)}`}
            draggable={false}
            className="block max-h-72 max-w-full object-contain lg:max-h-[28rem]"
          />
        </SyncedView>
      ) : error ? (
        <NoPicture>{toProblem(error).detail}</NoPicture>
      ) : colour ? (
        <Swatch colour={colour} label={label} className="size-full rounded-none border-0" />
      ) : (
        <NoPicture>No picture of {label.toLowerCase()} yet.</NoPicture>
      )}
    </div>
  );
}
