import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { listSupplierDeliveries } from '@/shared/api/generated';
import { orderKeys } from '@/shared/lib/order';

export const deliveryKeys = {
  all: ['deliveries'] as const,
  ofOrder: (orderId: string) => ['deliveries', 'order', orderId] as const,
};

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
