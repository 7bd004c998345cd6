import { queryOptions, useMutation } from '@tanstack/react-query';
import { ifUnchanged } from '@/shared/api/change';
import {
  getLetterOfCredit,
  getLetterOfCreditClocks,
  getLetterOfCreditTerms,
  type LetterOfCreditDto,
  listDrawings,
  listReceivables,
  listShipments,
} from '@/shared/api/generated';
import { useMoneyNews } from '../api';

export const under = (id: string, what: string) => ['money', 'credit', id, what] as const;

/** The terms of an LC as they stand, the words they came from, and its amendments. */
export function creditTerms(id: string) {
  return queryOptions({
    queryKey: under(id, 'terms'),
    queryFn: async ({ signal }) => (await getLetterOfCreditTerms({ path: { id }, signal, throwOnError: true })).data,
  });
}

export function creditClocks(id: string) {
  return queryOptions({
    queryKey: under(id, 'clocks'),
    queryFn: async ({ signal }) => (await getLetterOfCreditClocks({ path: { id }, signal, throwOnError: true })).data,
  });
}

export function creditDrawings(id: string) {
  return queryOptions({
    queryKey: under(id, 'drawings'),
    queryFn: async ({ signal }) => (await listDrawings({ path: { id }, signal, throwOnError: true })).data,
  });
}

/** What leaves, or left, of the orders on it that are the reader's; what goes first first. */
export function creditShipments({ id, orders }: Pick<LetterOfCreditDto, 'id' | 'orders'>) {
  const orderId = orders.flatMap((order) => order.id ?? []);
  return queryOptions({
    queryKey: [...under(id, 'shipments'), orderId],
    queryFn: async ({ signal }) => {
      const query = { orderId, ordering: 'shippingDate', pageSize: 50 };
      return (await listShipments({ query, signal, throwOnError: true })).data.results;
    },
  });
}

/** What is owed for these shipments, under this LC or otherwise. */
export function creditReceivables(id: string, shipmentId: string[]) {
  return queryOptions({
    queryKey: [...under(id, 'receivables'), shipmentId],
    queryFn: async ({ signal }) => {
      const query = { shipmentId, pageSize: 50 };
      return (await listReceivables({ query, signal, throwOnError: true })).data.results;
    },
    enabled: shipmentId.length > 0,
  });
}

/** A bank takes documents once the LC is issued, and until it is closed. */
export const takesDrawings = ({ status, closedOn }: LetterOfCreditDto): boolean => status !== 'pending' && !closedOn;

/** What every deed under an LC is sent with: which LC, in which version. */
export const asRead = (credit: Pick<LetterOfCreditDto, 'id' | 'rowVersion'>) =>
  ({ path: { id: credit.id }, headers: ifUnchanged(credit), throwOnError: true }) as const;

/** Does something under an LC, then reads the LC anew. */
export function useCreditDeed<Asked = void>(
  credit: Pick<LetterOfCreditDto, 'id'>,
  deed: (asked: Asked) => Promise<unknown>,
) {
  const news = useMoneyNews();
  return useMutation({
    mutationFn: async (asked: Asked) => {
      await deed(asked);
      return (await getLetterOfCredit({ path: { id: credit.id }, throwOnError: true })).data;
    },
    onSuccess: news.credit,
    onError: news.stale,
    meta: { ownErrors: true },
  });
}
