import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { searchEverything } from '@/shared/api/generated';

/** The best of each kind. What was found stays in sight while more letters are typed. */
export function foundQuery(q: string, limit: number) {
  return queryOptions({
    queryKey: ['search', q, limit],
    queryFn: async ({ signal }) => (await searchEverything({ query: { q, limit }, signal, throwOnError: true })).data,
    enabled: q !== '',
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  });
}
