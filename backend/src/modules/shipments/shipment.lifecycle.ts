import { Lifecycle } from '../../platform/lifecycle/lifecycle';

export const SHIPMENT_STATUSES = ['pending', 'in_transit', 'delivered', 'returned'] as const;
export type ShipmentStatus = (typeof SHIPMENT_STATUSES)[number];

export const shipmentLifecycle = new Lifecycle<ShipmentStatus>('shipment', {
  pending: ['in_transit'],
  in_transit: ['delivered', 'returned'],
  delivered: [],
  returned: ['in_transit'], // sent once more, under the same number or a new one
});
