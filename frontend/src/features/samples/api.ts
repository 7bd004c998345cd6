import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { change, ifUnchanged, once } from '@/shared/api/change';
import {
  addNextRound,
  approveSample,
  type ApproveSampleDto,
  attachSampleFile,
  deleteSample,
  getOrder,
  getSample,
  getSampleFile,
  listActivity,
  listRoundCosts,
  type ListRoundCostsData,
  listSamples,
  type ListSamplesData,
  type NextRoundDto,
  receiveSample,
  type ReceiveSampleDto,
  rejectSample,
  type RejectSampleDto,
  removeSampleFile,
  type SampleDto,
  submitSample,
  type SubmitSampleDto,
  takeSampleSendingBack,
} from '@/shared/api/generated';
import { askAgainSoon } from '@/shared/api/soon';
import { everyPage } from '@/shared/api/pages';
import { orderKeys } from '@/shared/lib/order';

export type SamplesQuery = NonNullable<ListSamplesData['query']>;

export const sampleKeys = {
  all: ['samples'] as const,
  list: (query: object) => ['samples', 'list', query] as const,
  ofOrder: (orderId: string) => ['samples', 'of-order', orderId] as const,
  detail: (id: string) => ['samples', 'detail', id] as const,
};

export function samplesPage(query: SamplesQuery) {
  return queryOptions({
    queryKey: sampleKeys.list(query),
    queryFn: async ({ signal }) => (await listSamples({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

/** Every round of everything that was made for an order, the earliest first. */
export function samplesOfOrder(orderId: string) {
  return queryOptions({
    queryKey: sampleKeys.ofOrder(orderId),
    queryFn: ({ signal }) =>
      everyPage(async (page) => {
        const query = { orderId: [orderId], ordering: 'createdAt', page, pageSize: 200 };
        return (await listSamples({ query, signal, throwOnError: true })).data;
      }),
  });
}

export function sampleDetail(id: string) {
  return queryOptions({
    queryKey: sampleKeys.detail(id),
    queryFn: async ({ signal }) => (await getSample({ path: { id }, signal, throwOnError: true })).data,
  });
}

/** What happened to one sample, the latest first. The API keeps the history by order. */
export function sampleHistory({ id, orderId }: SampleDto) {
  return queryOptions({
    queryKey: ['activity', 'sample', id],
    queryFn: async ({ signal }) => {
      const query = { orderId: [orderId], kind: ['sample'], ordering: '-sequence', pageSize: 200 };
      const { data } = await listActivity({ query, signal, throwOnError: true });
      return data.results.filter(({ subjectId }) => subjectId === id);
    },
  });
}

/** How many rounds its colour takes at its mill, and what refused ones cost: over a year. */
export function roundCostsOf({ type, orderLineId }: SampleDto) {
  return queryOptions({
    queryKey: ['samples', 'round-costs', type, orderLineId],
    queryFn: async ({ signal }) => {
      const query = { type: [type], ...(orderLineId ? { orderLineId: [orderLineId] } : {}), pageSize: 1 };
      return (await listRoundCosts({ query, signal, throwOnError: true })).data.results[0] ?? null;
    },
    enabled: orderLineId !== null,
    staleTime: 5 * 60_000,
  });
}

/** What rounds came to by type, colour and mill. */
export function roundCostsPage(query: NonNullable<ListRoundCostsData['query']>) {
  return queryOptions({
    queryKey: ['samples', 'round-costs', 'list', query],
    queryFn: async ({ signal }) => (await listRoundCosts({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

/** The order that a sample is made for, with its lines. */
export function orderOf(id: string) {
  return queryOptions({
    queryKey: orderKeys.detail(id),
    queryFn: async ({ signal }) => (await getOrder({ path: { id }, signal, throwOnError: true })).data,
  });
}

/** Puts the newest answer on the screen at once; a decision moves the line's gate, so the order is asked for again too. */
export function useSampleNews() {
  const queries = useQueryClient();
  const askAgain = () => {
    for (const queryKey of [sampleKeys.all, orderKeys.all, ['activity']]) void queries.invalidateQueries({ queryKey });
    askAgainSoon(queries, ['tasks']); // one may have closed with the gate that it decides
  };
  return {
    askAgain,
    changed(sample: SampleDto) {
      queries.setQueryData(sampleKeys.detail(sample.id), sample);
      queries.setQueryData(sampleKeys.ofOrder(sample.orderId), (all: SampleDto[] | undefined) =>
        all?.some(({ id }) => id === sample.id)
          ? all.map((each) => (each.id === sample.id ? sample : each))
          : all && [...all, sample],
      );
      askAgain();
    },
    gone({ id, orderId }: SampleDto) {
      queries.removeQueries({ queryKey: sampleKeys.detail(id) });
      queries.setQueryData(sampleKeys.ofOrder(orderId), (all: SampleDto[] | undefined) =>
        all?.filter((each) => each.id !== id),
      );
      askAgain();
    },
  };
}

export function useSend({ id }: SampleDto) {
  const news = useSampleNews();
  return useMutation({
    mutationFn: async (body: SubmitSampleDto) => (await submitSample({ path: { id }, body, throwOnError: true })).data,
    onSuccess: news.changed,
    meta: { ownErrors: true },
  });
}

/** It never went: the round waits to be sent again, and its gate stands as before. */
export function useTakeSendingBack(sample: SampleDto) {
  const news = useSampleNews();
  return useMutation({
    mutationFn: () =>
      takeSampleSendingBack({ path: { id: sample.id }, headers: ifUnchanged(sample), throwOnError: true }),
    onSettled: news.askAgain,
    meta: { ownErrors: true },
  });
}

export function useReceive({ id }: SampleDto) {
  const news = useSampleNews();
  return useMutation({
    mutationFn: async (body: ReceiveSampleDto) =>
      (await receiveSample({ path: { id }, body, throwOnError: true })).data,
    onSuccess: news.changed,
    meta: { ownErrors: true },
  });
}

export function useApprove({ id }: SampleDto) {
  const news = useSampleNews();
  return useMutation({
    mutationFn: async (body: ApproveSampleDto) =>
      (await approveSample({ path: { id }, body, throwOnError: true })).data,
    onSuccess: news.changed,
    meta: { ownErrors: true },
  });
}

export function useReject({ id }: SampleDto) {
  const news = useSampleNews();
  return useMutation({
    mutationFn: async (body: RejectSampleDto) => (await rejectSample({ path: { id }, body, throwOnError: true })).data,
    onSuccess: news.changed,
    meta: { ownErrors: true },
  });
}

interface NextRound {
  /** One for the life of the form, so that a second try makes no second round. */
  key: string;
  parcel: SubmitSampleDto;
}

/** The round after a refused one, waiting to be sent. */
export function useNextRound({ id }: SampleDto) {
  const news = useSampleNews();
  return useMutation({
    mutationFn: async (body: NextRoundDto) => (await addNextRound({ path: { id }, body, throwOnError: true })).data,
    onSuccess: news.changed,
  });
}

/** The round after a refused one, with the same options, made and sent in one go. */
export function useSendAgain({ id }: SampleDto) {
  const news = useSampleNews();
  return useMutation({
    mutationFn: async ({ key, parcel }: NextRound) => {
      const body = { withOptions: true };
      const { data: next } = await addNextRound({ path: { id }, body, headers: once(key), throwOnError: true });
      news.changed(next);
      return (await submitSample({ path: { id: next.id }, body: parcel, throwOnError: true })).data;
    },
    onSuccess: news.changed,
    meta: { ownErrors: true },
  });
}

export function useDeleteSample(sample: SampleDto) {
  const news = useSampleNews();
  return useMutation({
    mutationFn: () => deleteSample({ path: { id: sample.id }, headers: ifUnchanged(sample), throwOnError: true }),
    onError: news.askAgain, // a newer version is on the screen for the next try
    meta: { ownErrors: true },
  });
}

const uploadTimeout = 10 * 60_000;

export function useAttach(sample: SampleDto) {
  const news = useSampleNews();
  return useMutation({
    mutationFn: async (file: File) => {
      const [path, body, timeout] = [{ id: sample.id }, { file }, uploadTimeout];
      const send = (headers: ReturnType<typeof ifUnchanged>) =>
        attachSampleFile({ path, body, headers, timeout, throwOnError: true });
      return (await change(sample, { attachment: file }, send)).data;
    },
    onSuccess: news.changed,
    onError: news.askAgain,
    meta: { ownErrors: true },
  });
}

export function useRemoveFile(sample: SampleDto) {
  const news = useSampleNews();
  return useMutation({
    mutationFn: () => removeSampleFile({ path: { id: sample.id }, headers: ifUnchanged(sample), throwOnError: true }),
    onSettled: news.askAgain,
    meta: { ownErrors: true },
  });
}

/** A link to its file that lives some minutes. */
export const linkToFile = async (id: string) => (await getSampleFile({ path: { id }, throwOnError: true })).data;
