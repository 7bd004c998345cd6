import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ifUnchanged } from '@/shared/api/change';
import {
  deleteMilestone,
  getLinePlan,
  layLinePlan,
  type LayPlanDto,
  listLinePlans,
  listMilestones,
  listPlanGrid,
  listTnaTemplates,
  type MilestoneDto,
} from '@/shared/api/generated';
import { everyPage } from '@/shared/api/pages';
import { orderKeys } from '@/shared/lib/order';
import type { GridSearch, LateSearch } from './search';

export const planKeys = {
  all: ['milestones'] as const,
  ofOrder: (orderId: string) => ['milestones', 'of-order', orderId] as const,
};

/** The steps of all lines of an order. */
export function planOfOrder(orderId: string) {
  return queryOptions({
    queryKey: planKeys.ofOrder(orderId),
    queryFn: ({ signal }) =>
      everyPage(async (page) => {
        const query = { orderId: [orderId], ordering: 'createdAt', page, pageSize: 200 };
        return (await listMilestones({ query, signal, throwOnError: true })).data;
      }),
  });
}

const forecastKeys = { all: ['line-plans'] as const };

/** What is forecast of the lines of an order, those that are still to leave. */
export function forecastsOfOrder(orderId: string) {
  return queryOptions({
    queryKey: [...forecastKeys.all, 'of-order', orderId] as const,
    queryFn: ({ signal }) =>
      everyPage(async (page) => {
        const query = { orderId: [orderId], page, pageSize: 200 };
        return (await listLinePlans({ query, signal, throwOnError: true })).data;
      }),
  });
}

/** The steps of an order's lines side by side; asked for again, as others and the worker move them. */
export function gridOfOrder(orderId: string) {
  return queryOptions({
    queryKey: [...forecastKeys.all, 'grid-of-order', orderId] as const,
    queryFn: ({ signal }) =>
      everyPage(async (page) => {
        const query = { orderId: [orderId], page, pageSize: 200 };
        return (await listPlanGrid({ query, signal, throwOnError: true })).data;
      }),
    refetchInterval: 15_000,
  });
}

/** Lines by their slack: what will be late, the latest first. */
export function forecastPage(search: LateSearch) {
  const { merchandiserId, ...rest } = search;
  const query = { ...rest, pageSize: 25, ...(merchandiserId ? { merchandiserId: [merchandiserId] } : {}) };
  return queryOptions({
    queryKey: [...forecastKeys.all, 'page', query] as const,
    queryFn: async ({ signal }) => (await listLinePlans({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

/** The same lines as a file has them: those that are still to leave, the least slack first unless asked otherwise. */
export function exportOf({ page: _page, ...values }: LateSearch | GridSearch) {
  return { ordering: 'slackDays', ...values, standing: 'open' };
}

/** Lines that are still to leave with the steps of their plans, the least slack first. */
export function gridPage({ merchandiserId, etdFrom, etdTo, ...rest }: GridSearch, pageSize = 25) {
  const query = {
    ...rest,
    ...(merchandiserId ? { merchandiserId: [merchandiserId] } : {}),
    ...(etdFrom ? { etdFrom: [etdFrom] } : {}),
    ...(etdTo ? { etdTo: [etdTo] } : {}),
    standing: ['open' as const],
    pageSize,
  };
  return queryOptions({
    queryKey: [...forecastKeys.all, 'grid', query] as const,
    queryFn: async ({ signal }) => (await listPlanGrid({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

/** The templates that a line can be given: a house has a handful. */
export function templateChoices() {
  return queryOptions({
    queryKey: ['tna-templates'],
    queryFn: async ({ signal }) =>
      (await listTnaTemplates({ query: { pageSize: 200 }, signal, throwOnError: true })).data.results,
  });
}

/** The plan of a line as a whole, with the steps that were taken out of it. */
export function planOfLine(lineId: string) {
  return queryOptions({
    queryKey: [...planKeys.all, 'of-line', lineId] as const,
    queryFn: async ({ signal }) => (await getLinePlan({ path: { id: lineId }, signal, throwOnError: true })).data,
  });
}

/** Lays a template on a line, back from its ETD. */
export function useLayPlan(lineId: string) {
  const news = usePlanNews();
  return useMutation({
    mutationFn: async (body: LayPlanDto) =>
      (await layLinePlan({ path: { id: lineId }, body, throwOnError: true })).data,
    onSuccess: news.askAgain,
    meta: { ownErrors: true },
  });
}

/** Puts the newest answer on the screen at once, and has the rest asked for again: home counts what is overdue. */
export function usePlanNews() {
  const queries = useQueryClient();
  const put = (orderId: string, change: (steps: MilestoneDto[]) => MilestoneDto[]) =>
    queries.setQueryData(planKeys.ofOrder(orderId), (steps: MilestoneDto[] | undefined) => steps && change(steps));
  const askAgain = () => {
    for (const queryKey of [planKeys.all, forecastKeys.all, orderKeys.all, ['delays'], ['activity']])
      void queries.invalidateQueries({ queryKey });
  };
  return {
    askAgain,
    written(step: MilestoneDto) {
      put(step.orderId, (steps) => [...steps.filter(({ id }) => id !== step.id), step]);
      askAgain();
    },
    gone({ id, orderId }: MilestoneDto) {
      put(orderId, (steps) => steps.filter((step) => step.id !== id));
      askAgain();
    },
  };
}

export function useRemoveStep(step: MilestoneDto) {
  const news = usePlanNews();
  return useMutation({
    mutationFn: () => deleteMilestone({ path: { id: step.id }, headers: ifUnchanged(step), throwOnError: true }),
    onSuccess: () => news.gone(step),
    onError: news.askAgain, // a newer version is on the screen for the next try
    meta: { ownErrors: true },
  });
}
