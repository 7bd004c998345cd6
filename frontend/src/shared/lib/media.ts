import { useSyncExternalStore } from 'react';

/** Whether the screen is like this now: `useMedia('(min-width: 80rem)')`. Where nobody can tell, it is not. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = media(query);
      list?.addEventListener('change', changed);
      return () => list?.removeEventListener('change', changed);
    },
    () => media(query)?.matches ?? false,
  );
}

const media = (query: string): MediaQueryList | null =>
  typeof window.matchMedia === 'function' ? window.matchMedia(query) : null;
