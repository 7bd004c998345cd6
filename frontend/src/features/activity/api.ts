import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listActivity, planUndo, verifyActivity } from '@/shared/api/generated';
import { cursorOf } from '@/shared/api/queries';
import { looks, type Subject } from './vocabulary';

export interface ActivityFilters {
  about?: Subject[];
  line?: string[];
  /** Who did it. */
  person?: string;
  /** Only what was written down some time after it happened. */
  late?: 'true';
  /** Days on which it happened. */
  from?: string;
  to?: string;
}

/** Whoever writes beside an order says `invalidateQueries({ queryKey: ['activity'] })`. */
export const activityKeys = {
  list: (orderId: string | null, filters: ActivityFilters) => ['activity', 'list', orderId, filters] as const,
  verification: (orderId: string) => ['activity', 'verification', orderId] as const,
};

/** What happened on an order, or on all that one may see; the latest first. */
export function activityQuery(orderId: string | null, filters: ActivityFilters) {
  const query = {
    ...(orderId ? { orderId: [orderId] } : {}),
    kind: filters.about?.flatMap((subject) => looks[subject].kinds),
    orderLineId: filters.line,
    ...(filters.person ? { actorId: [filters.person] } : {}),
    ...(filters.late ? { recordedLate: [filters.late] } : {}),
    occurredFrom: filters.from,
    occurredTo: filters.to,
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

/** Whether a change of one's own can be undone, and what that does. Asked anew each time: the answer moves on. */
export function undoPlan(eventId: string) {
  return queryOptions({
    queryKey: ['activity', 'undo', eventId] as const,
    queryFn: async ({ signal }) => (await planUndo({ path: { eventId }, signal, throwOnError: true })).data,
    gcTime: 0,
  });
}
