import { queryOptions } from '@tanstack/react-query';
import { getDashboard } from '@/shared/api/generated';

/** Under `orders`, since every change of an order may change a figure here. */
export const dashboardQuery = queryOptions({
  queryKey: ['orders', 'dashboard'],
  queryFn: async ({ signal }) => (await getDashboard({ signal, throwOnError: true })).data,
});
