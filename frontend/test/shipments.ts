import type { ShipmentDto } from '@/shared/api/generated';

/** A shipment as the API answers; name only what the test is about. */
export function aShipment(given: Partial<ShipmentDto> = {}): ShipmentDto {
  return {
    id: 'shipment-1',
    orderId: 'order-1',
    orderNumber: 'PO-1182',
    customerName: 'ANABIA',
    carrierName: 'DHL',
    awbNumber: '176-12345675',
    shippingDate: '2026-11-10',
    status: 'pending',
    nextStatuses: ['in_transit'],
    estimatedArrival: '2026-11-20',
    deliveredOn: null,
    returnReason: null,
    documents: null,
    notes: null,
    createdAt: '2026-11-01T04:00:00Z',
    updatedAt: '2026-11-01T04:00:00Z',
    rowVersion: 1,
    ...given,
  };
}
