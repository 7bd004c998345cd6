import { queryOptions } from '@tanstack/react-query';
import { listColleagues } from './generated';

/** The people of the house, for filters and for handing over. */
export function colleagues() {
  return queryOptions({
    queryKey: ['colleagues'],
    queryFn: async ({ signal }) =>
      (await listColleagues({ query: { pageSize: 200 }, signal, throwOnError: true })).data.results,
    staleTime: 5 * 60_000,
  });
}
