import { useSyncExternalStore } from 'react';

const wide = '(min-width: 48rem)';

function subscribe(notify: () => void): () => void {
  const query = window.matchMedia?.(wide);
  query?.addEventListener('change', notify);
  return () => query?.removeEventListener('change', notify);
}

/** Whether a sheet fits on the screen; else its rows become cards. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia?.(wide).matches ?? true);
}
