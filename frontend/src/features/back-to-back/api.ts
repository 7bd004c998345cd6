import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import {
  getBackToBack,
  listBackToBackRules,
  listBackToBacks,
  type ListBackToBacksData,
  previewBackToBack,
  type RecordBackToBackDto,
} from '@/shared/api/generated';
import { orderKeys } from '@/shared/lib/order';
import { backToBackKeys } from '@/shared/money/back-to-back';

export type BackToBacksQuery = NonNullable<ListBackToBacksData['query']>;

export function backToBacksPage(query: BackToBacksQuery) {
  return queryOptions({
    queryKey: [...backToBackKeys.all, 'list', query] as const,
    queryFn: async ({ signal }) => (await listBackToBacks({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

export function backToBack(id: string) {
  return queryOptions({
    queryKey: [...backToBackKeys.all, 'one', id] as const,
    queryFn: async ({ signal }) => (await getBackToBack({ path: { id }, signal, throwOnError: true })).data,
  });
}

/** What opening one would leave; nothing is kept. */
export function preview(id: string, body: RecordBackToBackDto) {
  return queryOptions({
    queryKey: [...backToBackKeys.all, 'preview', id, body] as const,
    queryFn: async ({ signal }) => (await previewBackToBack({ path: { id }, body, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** What may be opened, from a day on. */
export const limits = queryOptions({
  queryKey: [...backToBackKeys.all, 'limits'] as const,
  queryFn: async ({ signal }) =>
    (await listBackToBackRules({ query: { pageSize: 50 }, signal, throwOnError: true })).data,
});

/** After one was recorded or changed: every sum of its master. */
export function useBackToBackNews() {
  const client = useQueryClient();
  return () => {
    for (const queryKey of [backToBackKeys.all, orderKeys.all, ['activity']])
      void client.invalidateQueries({ queryKey });
  };
}
