import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  deleteProductionMetric,
  getProductionSummary,
  listOrders,
  listProductionMetrics,
  type ListProductionMetricsData,
  type ProductionMetricDto,
} from '@/shared/api/generated';
import { ifUnchanged } from '@/shared/api/change';
import { orderKeys } from '@/shared/lib/order';

export type MetricsQuery = NonNullable<ListProductionMetricsData['query']>;

export const productionKeys = {
  all: ['production'] as const,
  list: (query: MetricsQuery) => ['production', 'list', query] as const,
  days: (query: MetricsQuery) => ['production', 'days', query] as const,
  summary: (orderId: string) => ['production', 'summary', orderId] as const,
};

export function metricsPage(query: MetricsQuery) {
  return queryOptions({
    queryKey: productionKeys.list(query),
    queryFn: async ({ signal }) => (await listProductionMetrics({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

/** The days of an order, the latest first: two hundred, which is more than a season. */
export function daysOfOrder(orderId: string) {
  const query = { orderId: [orderId], pageSize: 200 };
  return queryOptions({
    queryKey: productionKeys.list(query),
    queryFn: async ({ signal }) => (await listProductionMetrics({ query, signal, throwOnError: true })).data,
  });
}

/** Orders that run, the first to leave first; a search finds any other too. */
export function ordersToEnter({ search, ...paging }: { search?: string; page?: number; pageSize: number }) {
  const query = {
    ...paging,
    ordering: 'etd',
    ...(search ? { search } : { status: ['running' as const, 'bulk' as const] }),
  };
  return queryOptions({
    queryKey: orderKeys.list(query),
    queryFn: async ({ signal }) => (await listOrders({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

/** What a page of orders put out on these days, the latest first. Its 25 orders have at most 175 days in a week. */
export function daysOfOrders(ids: readonly string[], days: Pick<MetricsQuery, 'dateFrom' | 'dateTo' | 'stage'>) {
  const query = { ...days, orderId: [...ids], pageSize: 200 };
  return queryOptions({
    queryKey: productionKeys.days(query),
    queryFn: async ({ signal }) => (await listProductionMetrics({ query, signal, throwOnError: true })).data.results,
    enabled: ids.length > 0,
  });
}

const dayMs = 86_400_000;

export function weekBefore(date: string): { dateFrom: string; dateTo: string } {
  const daysEarlier = (days: number) =>
    new Date(Date.parse(`${date}T00:00:00Z`) - days * dayMs).toISOString().slice(0, 10);
  return { dateFrom: daysEarlier(7), dateTo: daysEarlier(1) };
}

export function productionSummary(orderId: string) {
  return queryOptions({
    queryKey: productionKeys.summary(orderId),
    queryFn: async ({ signal }) =>
      (await getProductionSummary({ query: { orderId }, signal, throwOnError: true })).data,
  });
}

export function useProductionNews() {
  const queries = useQueryClient();
  return {
    /** Puts a day on the screen at once, so that the next change is made from it. */
    show(day: ProductionMetricDto) {
      queries.setQueryData(daysOfOrder(day.orderId).queryKey, (page) => page && withDay(page, day));
    },
    /** Has everything asked for again that a day shows in; resolves once the lists are here. */
    async all() {
      for (const queryKey of [orderKeys.all, ['activity']]) void queries.invalidateQueries({ queryKey });
      await queries.invalidateQueries({ queryKey: productionKeys.all });
    },
  };
}

function withDay<Days extends { results: ProductionMetricDto[] }>(page: Days, saved: ProductionMetricDto): Days {
  const others = page.results.filter(({ id }) => id !== saved.id);
  return { ...page, results: [...others, saved].sort((a, b) => b.date.localeCompare(a.date)) };
}

export function useDeleteMetric(metric: ProductionMetricDto) {
  const news = useProductionNews();
  return useMutation({
    mutationFn: () =>
      deleteProductionMetric({ path: { id: metric.id }, headers: ifUnchanged(metric), throwOnError: true }),
    onSuccess: () => void news.all(),
    onError: () => void news.all(),
    meta: { ownErrors: true },
  });
}
