import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { listLineGates } from '@/shared/api/generated';
import { gateKeys } from '@/shared/gates/api';
import type { BoardColumn } from './columns';
import type { ApprovalsSearch } from './search';

const pageSize = 20;

/** The cards of a column, the one that is due first at the top. @param merchandiserId whose orders, where not all */
export function columnQuery(column: BoardColumn, { search, gateKey }: ApprovalsSearch, merchandiserId?: string) {
  const query = {
    ...column.query,
    search,
    gateKey,
    pageSize,
    ...(merchandiserId ? { merchandiserId: [merchandiserId] } : {}),
  };
  return infiniteQueryOptions({
    queryKey: gateKeys.list(query),
    queryFn: async ({ pageParam, signal }) =>
      (await listLineGates({ query: { ...query, page: pageParam }, signal, throwOnError: true })).data,
    initialPageParam: 1,
    getNextPageParam: ({ next }, pages) => (next ? pages.length + 1 : undefined),
    placeholderData: keepPreviousData,
  });
}
