import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getCalendar } from '@/shared/api/generated';
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
