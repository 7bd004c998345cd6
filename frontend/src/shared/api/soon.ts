import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** Milliseconds after a change: the worker needs a moment, on a busy day a few seconds. */
const asks = [1_500, 5_000];

/** Asks again for what the worker does because of a change, such as the task that a gate closes: nobody tells when it is done. */
export function askAgainSoon(queries: QueryClient, ...queryKeys: readonly QueryKey[]): void {
  const ask = () => queryKeys.forEach((queryKey) => void queries.invalidateQueries({ queryKey }));
  for (const ms of asks) setTimeout(ask, ms);
}
