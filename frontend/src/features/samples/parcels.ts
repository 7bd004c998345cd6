import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { once } from '@/shared/api/change';
import {
  type CreateParcelDto,
  getParcel,
  listParcels,
  type ListParcelsData,
  type ParcelDto,
  receiveParcel,
  type ReceiveParcelDto,
  sendParcel,
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

/** `DHL Express 4471829305` */
export const parcelName = ({ courierName, awbNumber }: Pick<ParcelDto, 'courierName' | 'awbNumber'>): string =>
  [courierName, awbNumber].filter(Boolean).join(' ');
