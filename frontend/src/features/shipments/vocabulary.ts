import type { ShipmentDto } from '@/shared/api/generated';

export type ShipmentStatus = ShipmentDto['status'];

export const statuses = ['pending', 'in_transit', 'delivered', 'returned'] as const satisfies ShipmentStatus[];

/** As a merchandiser says it: what has not left yet is booked. */
export const statusNames: Record<ShipmentStatus, string> = {
  pending: 'Booked',
  in_transit: 'In transit',
  delivered: 'Delivered',
  returned: 'Returned',
};

/** What is done to get there. */
export const stepNames: Record<Exclude<ShipmentStatus, 'pending'>, string> = {
  in_transit: 'Record departure',
  delivered: 'Record delivery',
  returned: 'Record return',
};

/** The day that a shipment is waited for, and what for; null once it is there or back. */
export function dueOf({ status, shippingDate, estimatedArrival }: ShipmentDto) {
  if (status === 'pending') return { of: 'Departure', day: shippingDate };
  return status === 'in_transit' && estimatedArrival ? { of: 'Arrival', day: estimatedArrival } : null;
}
