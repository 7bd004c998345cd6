import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Place } from './columns';

/** In rem, so that the grid grows with the text. */
export const sizes = { head: 4, row: 3, named: 11, slack: 5.5, step: 7 };
const frozen = sizes.named + sizes.slack;

/** Columns before those of the steps; they stay while the others scroll under them. */
export const NAMED = 2;

/** From here to before there. */
export interface Range {
  from: number;
  to: number;
}

export interface Seen {
  rows: Range;
  /** Of the steps, from 0. */
  columns: Range;
}

export interface GridWindow {
  room: RefObject<HTMLDivElement | null>;
  seen: Seen;
  /** Looks again what can be seen: after scrolling. */
  look: () => void;
  /** Scrolls as little as will show a place whole. */
  reveal: (place: Place) => void;
  /** Scrolls by so many steps. */
  shift: (columns: number) => void;
  /** Rows that PageDown turns. */
  page: () => number;
}

const SPARE_ROWS = 2;

/** What of a large grid can be seen in the frame that it scrolls in, with a little to spare: only that needs to be on the page. */
export function useWindow(rows: number, columns: number): GridWindow {
  const room = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState<Seen>({ rows: { from: 0, to: 0 }, columns: { from: 0, to: 0 } });

  const look = useCallback(() => {
    if (!room.current) return;
    const { top, start, height, width, rem } = measured(room.current);
    const next = {
      rows: within(rows, top / (sizes.row * rem) - SPARE_ROWS, (top + height) / (sizes.row * rem) + SPARE_ROWS),
      columns: within(columns, start / (sizes.step * rem), (start + width) / (sizes.step * rem)),
    };
    // What is seen as before is the same object: rows that stay are not drawn again.
    setSeen((old) => {
      const ofRows = same(old.rows, next.rows) ? old.rows : next.rows;
      const ofColumns = same(old.columns, next.columns) ? old.columns : next.columns;
      return ofRows === old.rows && ofColumns === old.columns ? old : { rows: ofRows, columns: ofColumns };
    });
  }, [rows, columns]);

  useLayoutEffect(() => {
    const box = room.current;
    if (!box) return;
    look();
    const observer = new ResizeObserver(look);
    observer.observe(box);
    return () => observer.disconnect();
  }, [look]);

  const reveal = ({ row, column }: Place) => {
    const box = room.current;
    if (!box) return;
    const { top, start, height, width, rem } = measured(box);
    box.scrollTop = nearest(top, height, row * sizes.row * rem, sizes.row * rem);
    const at = column - NAMED;
    if (at >= 0) scrollTo(box, nearest(start, width, at * sizes.step * rem, sizes.step * rem));
    look();
  };
  const shift = useCallback(
    (by: number) => {
      if (!room.current) return;
      const { start, rem } = measured(room.current);
      scrollTo(room.current, start + by * sizes.step * rem);
      look();
    },
    [look],
  );
  const page = () => {
    if (!room.current) return 1;
    const { height, rem } = measured(room.current);
    return Math.max(1, Math.floor(height / (sizes.row * rem)) - 1);
  };
  return { room, seen, look, reveal, shift, page };
}

/** What there is room for between head, first columns and scroll bars, in CSS pixels. */
function measured(box: HTMLElement) {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  return {
    rem,
    top: box.scrollTop,
    start: Math.abs(box.scrollLeft), // below 0 where text runs to the left
    height: (box.clientHeight || 800) - sizes.head * rem,
    width: (box.clientWidth || 1200) - frozen * rem,
  };
}

function scrollTo(box: HTMLElement, start: number) {
  box.scrollLeft = getComputedStyle(box).direction === 'rtl' ? -start : start;
}

/** Where to scroll to from `at`, in a room of `size`, that a thing of `length` at `start` is seen whole. */
function nearest(at: number, size: number, start: number, length: number): number {
  if (start < at) return start;
  return start + length > at + size ? start + length - size : at;
}

const within = (count: number, from: number, to: number): Range => ({
  from: Math.min(count, Math.max(0, Math.floor(from))),
  to: Math.min(count, Math.max(0, Math.ceil(to))),
});

const same = (a: Range, b: Range): boolean => a.from === b.from && a.to === b.to;
