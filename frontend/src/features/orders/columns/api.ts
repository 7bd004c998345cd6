import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getOrderColumns } from '@/shared/api/generated';
import { orderKeys } from '@/shared/lib/order';

/** What the list does not know by itself of the orders on its page. */
export function orderColumns(orderId: string[]) {
  return queryOptions({
    queryKey: [...orderKeys.all, 'columns', orderId] as const,
    queryFn: async ({ signal }) => (await getOrderColumns({ query: { orderId }, signal, throwOnError: true })).data,
    select: ({ results }) => new Map(results.map((order) => [order.orderId, order])),
    placeholderData: keepPreviousData,
  });
}
