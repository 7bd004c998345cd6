import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { alertKeys } from '@/shared/alerts/deeds';
import { listAlertMutes, listAlerts } from '@/shared/api/generated';
import type { AlertsSearch } from './search';

/** The worker finds them, so the page asks again. */
const askAgainMs = 20_000;

export function alertsPage({ merchandiserId, orderId, state, ...rest }: AlertsSearch) {
  const query = {
    ...rest,
    ...(merchandiserId ? { merchandiserId: [merchandiserId] } : {}),
    ...(orderId ? { orderId: [orderId] } : {}),
    ...(state ? { state: [state] } : {}),
    pageSize: 25,
  };
  return queryOptions({
    queryKey: [...alertKeys.all, 'page', query] as const,
    queryFn: async ({ signal }) => (await listAlerts({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
    refetchInterval: askAgainMs,
  });
}

/** The rules that one does not want to hear of. */
export const ownMutes = queryOptions({
  queryKey: [...alertKeys.all, 'mutes'] as const,
  queryFn: async ({ signal }) => (await listAlertMutes({ signal, throwOnError: true })).data.results,
});
