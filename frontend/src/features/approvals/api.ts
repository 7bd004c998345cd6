import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type LineGateDto, listLineGates, type ListLineGatesData, listSamples } from '@/shared/api/generated';
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

export type LineGatesQuery = NonNullable<ListLineGatesData['query']>;

/** The same, as a list. */
export function gatesPage(query: LineGatesQuery) {
  return queryOptions({
    queryKey: gateKeys.list(query),
    queryFn: async ({ signal }) => (await listLineGates({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

/** What was sent for a gate last: with its options, and how it travels. */
export type SentRound = Awaited<ReturnType<typeof roundsOf>>[number];

/** The rounds that were made for the gates on these cards, the latest first. */
export function roundsQuery(cards: readonly LineGateDto[]) {
  const orderLineId = [...new Set(cards.map((card) => card.orderLineId))].sort();
  return queryOptions({
    queryKey: ['samples', 'of-lines', orderLineId],
    queryFn: ({ signal }) => roundsOf(orderLineId, signal),
    enabled: orderLineId.length > 0,
    placeholderData: keepPreviousData,
  });
}

async function roundsOf(orderLineId: string[], signal: AbortSignal) {
  const query = { orderLineId, ordering: '-version', pageSize: 200 };
  return (await listSamples({ query, signal, throwOnError: true })).data.results;
}

/** The latest round of what a card stands for. */
export const roundOf = (card: LineGateDto, rounds: readonly SentRound[]): SentRound | null =>
  rounds.find(({ gate, orderLineId }) => gate === card.key && orderLineId === card.orderLineId) ?? null;
