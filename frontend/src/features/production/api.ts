import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  countLineOutputs,
  deleteProductionMetric,
  getLineOutput,
  getProductionSummary,
  listLineOutputs,
  type ListLineOutputsData,
  listProductionEntries,
  type ListProductionEntriesData,
  listProductionMetrics,
  type ListProductionMetricsData,
  type ProductionMetricDto,
} from '@/shared/api/generated';
import { ifUnchanged } from '@/shared/api/change';
import { orderKeys } from '@/shared/lib/order';

export type CockpitQuery = NonNullable<ListLineOutputsData['query']>;
export type EntriesQuery = NonNullable<ListProductionEntriesData['query']>;
export type MetricsQuery = NonNullable<ListProductionMetricsData['query']>;

export const productionKeys = {
  all: ['production'] as const,
  list: (query: MetricsQuery) => ['production', 'list', query] as const,
  days: (query: MetricsQuery) => ['production', 'days', query] as const,
  summary: (orderId: string) => ['production', 'summary', orderId] as const,
  cockpit: (query: CockpitQuery) => ['production', 'cockpit', query] as const,
  counts: ['production', 'counts'] as const,
  line: (orderLineId: string) => ['production', 'line', orderLineId] as const,
  entries: (query: EntriesQuery) => ['production', 'entries', query] as const,
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

/** Open lines by when their production will be done. */
export function cockpitPage(query: CockpitQuery) {
  return queryOptions({
    queryKey: productionKeys.cockpit(query),
    queryFn: async ({ signal }) => (await listLineOutputs({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

export const cockpitCounts = () =>
  queryOptions({
    queryKey: productionKeys.counts,
    queryFn: async ({ signal }) => (await countLineOutputs({ signal, throwOnError: true })).data,
  });

/** One line day by day, as it stands this moment. */
export const lineOutput = (orderLineId: string) =>
  queryOptions({
    queryKey: productionKeys.line(orderLineId),
    queryFn: async ({ signal }) =>
      (await getLineOutput({ path: { id: orderLineId }, signal, throwOnError: true })).data,
  });

/** What was entered, the latest day first. */
export function entriesPage(query: EntriesQuery) {
  return queryOptions({
    queryKey: productionKeys.entries(query),
    queryFn: async ({ signal }) => (await listProductionEntries({ query, signal, throwOnError: true })).data.results,
  });
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
