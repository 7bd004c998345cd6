import type { OrderDto, StageDto } from '@/shared/api/generated';

export type OrderStatus = OrderDto['status'];
export type Stage = StageDto['stage'];

export const statuses = ['upcoming', 'in_development', 'running', 'bulk', 'completed', 'archived'] as const;
export const categories = ['upcoming', 'running', 'archived'] as const;
export const orderTypes = ['foreign', 'local'] as const;

/** `Delivered` comes with a delivery, not by choosing it. */
export const stages = ['Design', 'Greige', 'Let Me Know', 'In Development', 'Production'] as const satisfies Stage[];
export const delivered = 'Delivered';

export const typeNames = { foreign: 'Foreign', local: 'Local' } as const;

/** Nothing leaves any more: days to its ETD say nothing. */
export function isClosed(order: { status: OrderStatus; actualDeliveryDate?: string | null }): boolean {
  return Boolean(order.actualDeliveryDate) || order.status === 'completed' || order.status === 'archived';
}
