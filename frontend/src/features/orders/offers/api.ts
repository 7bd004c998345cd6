import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { compareMillOffers } from '@/shared/api/generated';
import { orderKeys } from '@/shared/lib/order';

/** The offers of a line, side by side. Its margins follow the line's prices, so it is kept with the orders. */
export function offersOf(lineId: string) {
  return queryOptions({
    queryKey: [...orderKeys.all, 'offers', lineId],
    queryFn: async ({ signal }) => (await compareMillOffers({ path: { id: lineId }, signal, throwOnError: true })).data,
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
