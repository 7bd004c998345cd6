import { type RefObject, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';

export interface Room {
  /** In CSS pixels; 0 where nobody can tell. */
  width: number;
  /** How often what is in it was found to be wider, and has to leave something out. */
  spills: number;
}

/** How much room a thing on the page has. For what a container query cannot do: leave out, and count what was left out. */
export function useRoom<Shown extends HTMLElement>(): [RefObject<Shown | null>, Room] {
  const ref = useRef<Shown>(null);
  const [room, setRoom] = useState<Room>({ width: 0, spills: 0 });
  useLayoutEffect(() => {
    const shown = ref.current;
    if (!shown) return;
    let waiting = 0;
    const spill = () => {
      const { clientWidth: width } = shown;
      // A table may scroll in a box of its own, which then is no wider than its room.
      if ((shown.querySelector('table') ?? shown).scrollWidth > width)
        setRoom((old) => (old.width === width ? { width, spills: old.spills + 1 } : old));
    };
    // Whether it fits is seen once it is laid out in its new width.
    const again = () => {
      const { clientWidth: width } = shown;
      setRoom((old) => (old.width === width ? old : { width, spills: 0 }));
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(spill);
    };
    again();
    const observer = new ResizeObserver(again);
    observer.observe(shown);
    const content = shown.querySelector('table');
    if (content) observer.observe(content);
    return () => {
      cancelAnimationFrame(waiting);
      observer.disconnect();
    };
  }, []);
  return [ref, room];
}

/** Of a box with a table in it: how wide each head is in CSS pixels once the table is wider than the box, else null. */
export function useSpill<Box extends HTMLElement>(): [box: RefObject<Box | null>, widths: readonly number[] | null] {
  const ref = useRef<Box>(null);
  const [widths, setWidths] = useState<readonly number[] | null>(null);
  const measure = useEffectEvent(() => {
    const table = ref.current?.querySelector('table');
    if (!ref.current || !table) return;
    const spills = table.offsetWidth > ref.current.clientWidth;
    const next = spills ? [...table.querySelectorAll('th')].map((head) => head.getBoundingClientRect().width) : null;
    setWidths((old) => (String(old) === String(next) ? old : next));
  });
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return;
    const observer = new ResizeObserver(() => measure());
    for (const seen of [box, ...box.querySelectorAll('table')]) observer.observe(seen);
    return () => observer.disconnect();
  }, []);
  // Other rows may share the same width out anew.
  useLayoutEffect(() => measure());
  return [ref, widths];
}
