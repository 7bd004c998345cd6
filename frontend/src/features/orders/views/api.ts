import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { listSavedViews } from '@/shared/api/generated';

const key = ['saved-views', 'orders'] as const;

/** The person's views of the order list, and those of the house. */
export const orderViews = () =>
  queryOptions({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const query = { list: ['orders' as const], pageSize: 200 };
      return (await listSavedViews({ query, signal, throwOnError: true })).data.results;
    },
    staleTime: 60_000,
  });

export function useViewNews() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: key });
}
