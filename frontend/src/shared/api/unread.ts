import { useQuery } from '@tanstack/react-query';
import { http } from './http';

const askAgainMs = 60_000;

/** How many notices wait; 0 while that is not known. A mutation of the inbox invalidates `['notifications']`. */
export function useUnreadCount(): number {
  const { data } = useQuery({
    queryKey: ['notifications', 'unread-count'],
    queryFn: async ({ signal }) =>
      (await http.get<{ unreadCount: number }>('/api/v1/notifications/unread-count/', { signal })).data.unreadCount,
    refetchInterval: askAgainMs,
    retry: false,
  });
  return data ?? 0;
}

/** `7`, and `99+` from a hundred on. */
export function shortCount(count: number): string {
  return count > 99 ? '99+' : String(count);
}
