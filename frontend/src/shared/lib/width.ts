import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** How wide a thing on the page is, in CSS pixels; 0 where nobody can tell. For what a container query cannot do: leave out, and count what was left out. */
export function useWidth<Shown extends HTMLElement>(): [RefObject<Shown | null>, number] {
  const ref = useRef<Shown>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const shown = ref.current;
    if (!shown) return;
    const measure = () => setWidth(shown.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(shown);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
