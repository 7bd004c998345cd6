import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ifUnchanged, once } from '@/shared/api/change';
import {
  type CreateParcelDto,
  deleteParcel,
  getParcel,
  listParcels,
  type ListParcelsData,
  packParcel,
  type ParcelDto,
  receiveParcel,
  type ReceiveParcelDto,
  sendParcel,
  unpackParcel,
} from '@/shared/api/generated';
import { sampleKeys, useSampleNews } from './api';

export type ParcelsQuery = NonNullable<ListParcelsData['query']>;

export const parcelKeys = {
  all: ['parcels'] as const,
  list: (query: object) => ['parcels', 'list', query] as const,
  detail: (id: string) => ['parcels', 'detail', id] as const,
};

export function parcelsPage(query: ParcelsQuery) {
  return queryOptions({
    queryKey: parcelKeys.list(query),
    queryFn: async ({ signal }) => (await listParcels({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

export function parcelDetail(id: string) {
  return queryOptions({
    queryKey: parcelKeys.detail(id),
    queryFn: async ({ signal }) => (await getParcel({ path: { id }, signal, throwOnError: true })).data,
  });
}

/** What happens to a parcel happens to every sample in it. */
export function useParcelNews() {
  const queries = useQueryClient();
  const { askAgain } = useSampleNews();
  return (parcel: ParcelDto) => {
    queries.setQueryData(parcelKeys.detail(parcel.id), parcel);
    for (const { id } of parcel.samples) queries.removeQueries({ queryKey: sampleKeys.detail(id) });
    void queries.invalidateQueries({ queryKey: parcelKeys.all });
    askAgain();
  };
}

/** @param key one for the life of the form, so that a second try sends no second parcel */
export function useSendParcel(key: string) {
  return useMutation({
    mutationFn: async (body: CreateParcelDto) =>
      (await sendParcel({ body, headers: once(key), throwOnError: true })).data,
    onSuccess: useParcelNews(),
    meta: { ownErrors: true },
  });
}

export function useReceiveParcel({ id }: ParcelDto) {
  return useMutation({
    mutationFn: async (body: ReceiveParcelDto) =>
      (await receiveParcel({ path: { id }, body, throwOnError: true })).data,
    onSuccess: useParcelNews(),
    meta: { ownErrors: true },
  });
}

/** Parts of a parcel are changed from the version that was read. */
export function usePack(parcel: ParcelDto) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (sampleIds: string[]) => {
      const [path, headers] = [{ id: parcel.id }, ifUnchanged(parcel)];
      return (await packParcel({ path, body: { sampleIds }, headers, throwOnError: true })).data;
    },
    onSuccess: useParcelNews(),
    onError: () => void queries.invalidateQueries({ queryKey: parcelKeys.all }),
    meta: { ownErrors: true },
  });
}

/** It was not in it. */
export function useUnpack(parcel: ParcelDto) {
  const queries = useQueryClient();
  const { askAgain } = useSampleNews();
  return useMutation({
    mutationFn: (sampleId: string) =>
      unpackParcel({ path: { id: parcel.id, sampleId }, headers: ifUnchanged(parcel), throwOnError: true }),
    onSettled: () => {
      askAgain();
      return queries.invalidateQueries({ queryKey: parcelKeys.all });
    },
    meta: { ownErrors: true },
  });
}

/** It was never sent. */
export function useDeleteParcel(parcel: ParcelDto) {
  const queries = useQueryClient();
  const { askAgain } = useSampleNews();
  return useMutation({
    mutationFn: () => deleteParcel({ path: { id: parcel.id }, headers: ifUnchanged(parcel), throwOnError: true }),
    onSettled: () => {
      askAgain();
      return queries.invalidateQueries({ queryKey: ['parcels', 'list'] });
    },
    meta: { ownErrors: true },
  });
}

/** The parcels that carry this very number. */
export async function parcelsByNumber(awbNumber: string): Promise<ParcelDto[]> {
  const query = { awbNumber, pageSize: 10 };
  const { data } = await listParcels({ query, throwOnError: true });
  return data.results.filter((parcel) => parcel.awbNumber?.toLowerCase() === awbNumber.toLowerCase());
}

/** `DHL Express 4471829305` */
export const parcelName = ({ courierName, awbNumber }: Pick<ParcelDto, 'courierName' | 'awbNumber'>): string =>
  [courierName, awbNumber].filter(Boolean).join(' ');
