import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listActivity, verifyActivity } from '@/shared/api/generated';
import { cursorOf } from '@/shared/api/queries';
import { looks, type Subject } from './vocabulary';

export interface ActivityFilters {
  about?: Subject[];
  line?: string[];
}

/** Whoever writes beside an order says `invalidateQueries({ queryKey: ['activity'] })`. */
export const activityKeys = {
  list: (orderId: string, filters: ActivityFilters) => ['activity', 'list', orderId, filters] as const,
  verification: (orderId: string) => ['activity', 'verification', orderId] as const,
};

/** What happened on an order, the latest first. */
export function activityQuery(orderId: string, filters: ActivityFilters) {
  const query = {
    orderId: [orderId],
    kind: filters.about?.flatMap((subject) => looks[subject].kinds),
    orderLineId: filters.line,
    pageSize: 30,
  };
  return infiniteQueryOptions({
    queryKey: activityKeys.list(orderId, filters),
    queryFn: async ({ pageParam, signal }) =>
      (await listActivity({ query: { ...query, cursor: pageParam }, signal, throwOnError: true })).data,
    initialPageParam: '',
    getNextPageParam: cursorOf,
    placeholderData: keepPreviousData,
  });
}

/** Has the server work the chain of the order's history out anew. */
export function verificationQuery(orderId: string) {
  return queryOptions({
    queryKey: activityKeys.verification(orderId),
    queryFn: async ({ signal }) => (await verifyActivity({ query: { orderId }, signal, throwOnError: true })).data,
    gcTime: 0, // each time somebody asks, it is checked again
  });
}
