import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { newIdempotencyKey, once } from '@/shared/api/change';
import {
  addNextRound,
  createSample,
  type LineGateDto,
  listLineGates,
  type ListLineGatesData,
  listSamples,
  type SampleDto,
} from '@/shared/api/generated';
import { gateKeys } from '@/shared/gates/api';
import { orderKeys } from '@/shared/lib/order';
import type { BoardColumn } from './columns';
import type { ApprovalsSearch } from './search';

const pageSize = 20;

/** The cards of a column, the one that is due first at the top. @param merchandiserId whose orders, where not all */
export function columnQuery(column: BoardColumn, { search, gateKey, card }: ApprovalsSearch, merchandiserId?: string) {
  const query = {
    ...column.query,
    search,
    gateKey,
    pageSize,
    ...(card ? { id: [card] } : {}),
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

/** What is sent for these gates is a sample: each round one of its own. */
const sampleTypes: Partial<Record<string, SampleDto['type']>> = {
  labDip: 'lab_dip',
  strikeOff: 'strike_off',
  handloom: 'hand_loom',
  bulkSwatch: 'bulk_swatch',
  ppSample: 'pp_sample',
};

/** Whether the gate waits for a round to be made: its last one was refused, or there is none yet. */
export const takesRound = ({ key, status }: LineGateDto, round: SentRound | null): boolean =>
  key in sampleTypes && (status === null || status === 'rejected') && (round === null || round.status === 'rejected');

/** The next round for what a card stands for, waiting to be sent. */
export function useNewRound() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ gate, round }: { gate: LineGateDto; round: SentRound | null }): Promise<SampleDto> => {
      const headers = once(newIdempotencyKey());
      if (round) {
        const path = { id: round.id };
        return (await addNextRound({ path, body: { withOptions: false }, headers, throwOnError: true })).data;
      }
      const type = sampleTypes[gate.key];
      if (!type) throw new Error(`No sample is sent for ${gate.key}.`);
      const { orderId, orderLineId, customerName: recipient } = gate;
      return (await createSample({ body: { orderId, orderLineId, type, recipient }, headers, throwOnError: true }))
        .data;
    },
    onSuccess: () =>
      Promise.all(
        [['samples'], gateKeys.all, orderKeys.all, ['activity']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
  });
}
