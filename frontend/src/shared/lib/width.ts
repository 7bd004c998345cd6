import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

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
      const { clientWidth: width, scrollWidth } = shown;
      if (scrollWidth > width) setRoom((old) => (old.width === width ? { width, spills: old.spills + 1 } : old));
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
