import { queryOptions } from '@tanstack/react-query';
import { getFigures, listAlerts } from '@/shared/api/generated';

/** Under `orders`, since every change of an order may change a figure; a screen on the wall keeps up by itself. */
export const figuresQuery = queryOptions({
  queryKey: ['orders', 'figures'],
  queryFn: async ({ signal }) => (await getFigures({ signal, throwOnError: true })).data,
  refetchInterval: 30_000,
});

/** How many alerts are open for whoever looks: snoozed and muted by each for themselves, so the list itself counts them. */
export const openAlertsQuery = queryOptions({
  queryKey: ['alerts', 'count'],
  queryFn: async ({ signal }) => {
    const { count, countCapped } = (await listAlerts({ query: { pageSize: 1 }, signal, throwOnError: true })).data;
    return { count: count ?? 0, countCapped: countCapped ?? false };
  },
  refetchInterval: 30_000,
});
