import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { compareMillOffers, listMillOffers, type ListMillOffersData } from '@/shared/api/generated';
import { orderKeys } from '@/shared/lib/order';

/** The offers of a line, side by side. Its margins follow the line's prices, so it is kept with the orders. */
export function offersOf(lineId: string) {
  return queryOptions({
    queryKey: [...orderKeys.all, 'offers', lineId],
    queryFn: async ({ signal }) => (await compareMillOffers({ path: { id: lineId }, signal, throwOnError: true })).data,
  });
}

/** A page of what mills asked, for whichever order. */
export function offersPage(query: NonNullable<ListMillOffersData['query']>) {
  return queryOptions({
    queryKey: [...orderKeys.all, 'offers', 'list', query],
    queryFn: async ({ signal }) => (await listMillOffers({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

/** Has everything asked for again that an offer shows in; resolves once it is here. */
export function useOfferNews() {
  const queries = useQueryClient();
  return async () => {
    void queries.invalidateQueries({ queryKey: ['activity'] });
    await queries.invalidateQueries({ queryKey: orderKeys.all });
  };
}
