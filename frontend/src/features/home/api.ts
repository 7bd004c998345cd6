import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getDashboard, getMyDay } from '@/shared/api/generated';
import type { HomeSearch } from './search';

/** Under `orders`, since every change of an order may change a figure here. */
export const dashboardQuery = queryOptions({
  queryKey: ['orders', 'dashboard'],
  queryFn: async ({ signal }) => (await getDashboard({ signal, throwOnError: true })).data,
});

/** What waits for me. Under `orders` as well: a decision, a step or a delivery takes something off it. */
export const myDayQuery = (search: HomeSearch) =>
  queryOptions({
    queryKey: ['orders', 'my-day', search],
    queryFn: async ({ signal }) => (await getMyDay({ query: search, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
