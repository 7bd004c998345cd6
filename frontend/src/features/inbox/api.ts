import { infiniteQueryOptions, keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  clearReadNotifications,
  listNotifications,
  readAllNotifications,
  readNotification,
} from '@/shared/api/generated';
import { cursorOf } from '@/shared/api/queries';
import type { InboxSearch } from './search';
import { topics } from './topics';

/** The count in the rail lies under the same key (`shared/api/unread.ts`). */
export const notificationKeys = {
  all: ['notifications'] as const,
  list: (search: InboxSearch) => ['notifications', 'list', search] as const,
};

const askAgainMs = 60_000;

/** The latest first, read by cursor: what arrives meanwhile shifts no page. */
export function inboxQuery(search: InboxSearch) {
  const query = {
    isRead: search.isRead ? false : undefined,
    notificationType: search.about?.flatMap((topic) => topics[topic].types),
    pageSize: 30,
  };
  return infiniteQueryOptions({
    queryKey: notificationKeys.list(search),
    queryFn: async ({ pageParam, signal }) =>
      (await listNotifications({ query: { ...query, cursor: pageParam }, signal, throwOnError: true })).data,
    initialPageParam: '',
    getNextPageParam: cursorOf,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data && state.data.pages.length > 1 ? false : askAgainMs),
  });
}

function useInboxNews() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: notificationKeys.all });
}

export function useMarkRead() {
  return useMutation({
    mutationFn: (id: string) => readNotification({ path: { id }, throwOnError: true }),
    onSuccess: useInboxNews(),
  });
}

export function useMarkAllRead() {
  return useMutation({
    mutationFn: async () => (await readAllNotifications({ throwOnError: true })).data.changed,
    onSuccess: useInboxNews(),
  });
}

/** Deletes what is read. */
export function useClearRead() {
  return useMutation({
    mutationFn: async () => (await clearReadNotifications({ throwOnError: true })).data.changed,
    onSuccess: useInboxNews(),
  });
}
