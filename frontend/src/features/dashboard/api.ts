import { queryOptions } from '@tanstack/react-query';
import { getFigures } from '@/shared/api/generated';

/** Under `orders`, since every change of an order may change a figure; a screen on the wall keeps up by itself. */
export const figuresQuery = queryOptions({
  queryKey: ['orders', 'figures'],
  queryFn: async ({ signal }) => (await getFigures({ signal, throwOnError: true })).data,
  refetchInterval: 30_000,
});
