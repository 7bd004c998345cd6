import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { endCalendarLink, getCalendar, getCalendarLink, makeCalendarLink } from '@/shared/api/generated';
import { orderKeys } from '@/shared/lib/order';
import type { CalendarSearch } from './search';

interface Shown extends Pick<CalendarSearch, 'kind' | 'merchandiserId'> {
  from: string;
  to: string;
  perDay: number;
}

/** What falls on these days. Among the orders' keys: whatever is written beside an order may move it. */
export function calendarOf(shown: Shown) {
  return queryOptions({
    queryKey: [...orderKeys.all, 'calendar', shown] as const,
    queryFn: async ({ signal }) => (await getCalendar({ query: shown, signal, throwOnError: true })).data.days,
    placeholderData: keepPreviousData,
  });
}

const linkKey = ['calendar-link'] as const;

/** Under which a calendar programme reads one's calendar, if there is one. */
export const calendarLink = queryOptions({
  queryKey: linkKey,
  queryFn: async ({ signal }) => (await getCalendarLink({ signal, throwOnError: true })).data,
});

/** The one before ends. */
export function useMakeLink() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => (await makeCalendarLink({ throwOnError: true })).data,
    onSuccess: (made) => queries.setQueryData(linkKey, made),
  });
}

export function useEndLink() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await endCalendarLink({ throwOnError: true });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: linkKey }),
  });
}
