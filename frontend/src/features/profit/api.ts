import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import {
  getOrderProfit,
  listExchangeRates,
  listOrderProfits,
  type ListOrderProfitsData,
  totalProfits,
  totalProfitsIn,
} from '@/shared/api/generated';

export type ProfitsQuery = NonNullable<ListOrderProfitsData['query']>;
/** What narrows the list, and its totals alike. */
export type Narrowing = Omit<ProfitsQuery, 'page' | 'pageSize' | 'cursor' | 'ordering'>;

const keys = { all: ['profit'] as const, rates: ['profit', 'rates'] as const };

export function profitsPage(query: ProfitsQuery) {
  return queryOptions({
    queryKey: [...keys.all, 'list', query] as const,
    queryFn: async ({ signal }) => (await listOrderProfits({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

export function profitTotals(query: Narrowing) {
  return queryOptions({
    queryKey: [...keys.all, 'totals', query] as const,
    queryFn: async ({ signal }) => (await totalProfits({ query, signal, throwOnError: true })).data.totals,
    placeholderData: keepPreviousData,
  });
}

export function profitTotalsIn(currency: string, query: Narrowing) {
  const path = { currency };
  return queryOptions({
    queryKey: [...keys.all, 'totals', currency, query] as const,
    queryFn: async ({ signal }) => (await totalProfitsIn({ path, query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

/** Line by line, as it stands this moment. */
export function orderProfit(orderId: string) {
  return queryOptions({
    queryKey: [...keys.all, 'order', orderId] as const,
    queryFn: async ({ signal }) => (await getOrderProfit({ path: { orderId }, signal, throwOnError: true })).data,
  });
}

/** The latest rates of the house. */
export const exchangeRates = queryOptions({
  queryKey: keys.rates,
  queryFn: async ({ signal }) =>
    (await listExchangeRates({ query: { pageSize: 50 }, signal, throwOnError: true })).data,
});

/** After a rate was recorded or deleted: every sum that is told by it. */
export function useRateNews() {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: keys.all });
}
