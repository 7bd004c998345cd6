import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { productionKeys } from './api';
import { openQueue, sendWaiting, useOutputQueue } from './output-queue';

/** Milliseconds between tries while something waits. */
const again = 15_000;

/** Keeps sending what waits while the page is open: at once, when the network comes back, and now and then. */
export function useSending(): { online: boolean; send: () => void } {
  const queries = useQueryClient();
  const online = useSyncExternalStore(listen, () => navigator.onLine);
  const waits = useOutputQueue(({ numbers }) => numbers.some(({ state }) => state === 'waiting'));
  const send = useCallback(
    () => void sendWaiting(() => void queries.invalidateQueries({ queryKey: productionKeys.all })),
    [queries],
  );
  useEffect(openQueue, []);
  useEffect(() => {
    if (!waits) return;
    if (online) send();
    const timer = setInterval(send, again);
    return () => clearInterval(timer);
  }, [waits, online, send]);
  return { online, send };
}

function listen(changed: () => void): () => void {
  for (const name of ['online', 'offline']) window.addEventListener(name, changed);
  return () => {
    for (const name of ['online', 'offline']) window.removeEventListener(name, changed);
  };
}
