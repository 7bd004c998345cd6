import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import {
  getBackToBack,
  getMaster,
  listBackToBackRules,
  listBackToBacks,
  type ListBackToBacksData,
  previewBackToBack,
  type RecordBackToBackDto,
} from '@/shared/api/generated';
import { orderKeys } from '@/shared/lib/order';

export type BackToBacksQuery = NonNullable<ListBackToBacksData['query']>;

const keys = { all: ['back-to-back'] as const };

export function backToBacksPage(query: BackToBacksQuery) {
  return queryOptions({
    queryKey: [...keys.all, 'list', query] as const,
    queryFn: async ({ signal }) => (await listBackToBacks({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

export function backToBack(id: string) {
  return queryOptions({
    queryKey: [...keys.all, 'one', id] as const,
    queryFn: async ({ signal }) => (await getBackToBack({ path: { id }, signal, throwOnError: true })).data,
  });
}

/** What an LC leaves for them, and those that stand on it. */
export function master(id: string) {
  return queryOptions({
    queryKey: [...keys.all, 'master', id] as const,
    queryFn: async ({ signal }) => (await getMaster({ path: { id }, signal, throwOnError: true })).data,
  });
}

/** What opening one would leave; nothing is kept. */
export function preview(id: string, body: RecordBackToBackDto) {
  return queryOptions({
    queryKey: [...keys.all, 'preview', id, body] as const,
    queryFn: async ({ signal }) => (await previewBackToBack({ path: { id }, body, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** What may be opened, from a day on. */
export const limits = queryOptions({
  queryKey: [...keys.all, 'limits'] as const,
  queryFn: async ({ signal }) =>
    (await listBackToBackRules({ query: { pageSize: 50 }, signal, throwOnError: true })).data,
});

/** After one was recorded or changed: every sum of its master. */
export function useBackToBackNews() {
  const client = useQueryClient();
  return () => {
    for (const queryKey of [keys.all, orderKeys.all, ['activity']]) void client.invalidateQueries({ queryKey });
  };
}
