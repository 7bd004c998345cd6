import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { listSupplierDeliveries, type ListSupplierDeliveriesData } from '@/shared/api/generated';
import { orderKeys } from '@/shared/lib/order';

export const deliveryKeys = {
  all: ['deliveries'] as const,
  ofOrder: (orderId: string) => ['deliveries', 'order', orderId] as const,
  list: (query: object) => ['deliveries', 'list', query] as const,
};

/** A page of what came to the house. */
export function deliveriesPage(query: NonNullable<ListSupplierDeliveriesData['query']>) {
  return queryOptions({
    queryKey: deliveryKeys.list(query),
    queryFn: async ({ signal }) => (await listSupplierDeliveries({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

/** What came for an order, the latest first: two hundred, which is more than a season. */
export function deliveriesOf(orderId: string) {
  return queryOptions({
    queryKey: deliveryKeys.ofOrder(orderId),
    queryFn: async ({ signal }) =>
      (await listSupplierDeliveries({ query: { orderId: [orderId], pageSize: 200 }, signal, throwOnError: true })).data,
  });
}

/** Has everything asked for again that a delivery shows in; resolves once the deliveries are here. */
export function useDeliveryNews() {
  const queries = useQueryClient();
  return async () => {
    for (const queryKey of [orderKeys.all, ['activity']]) void queries.invalidateQueries({ queryKey });
    await queries.invalidateQueries({ queryKey: deliveryKeys.all });
  };
}
