import type { OrderDto } from '../api/generated';

/** What a tab of the order's workspace gets. The tabs themselves are in `app/orderTabs.tsx`. */
export interface OrderPanelProps {
  orderId: string;
  order: OrderDto;
}

export const orderTabNames = [
  'lines',
  'samples',
  'money',
  'production',
  'deliveries',
  'shipments',
  'plan',
  'files',
  'activity',
  'tasks',
  'comments',
] as const;
export type OrderTabName = (typeof orderTabNames)[number];

/**
 * Where orders are kept in the query cache. A decision on a sample moves a line's gate, so a feature that writes beside
 * an order says `invalidateQueries({ queryKey: orderKeys.all })`.
 */
export const orderKeys = {
  all: ['orders'] as const,
  list: (query: object) => ['orders', 'list', query] as const,
  detail: (id: string) => ['orders', 'detail', id] as const,
};
