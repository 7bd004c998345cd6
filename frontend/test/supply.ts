import type { MillOfferDto, SupplierDeliveryDto } from '@/shared/api/generated';

/** 1,000 kg as the line counts. */
export const asYards = {
  from: { quantity: '1000', unit: 'kg' as const },
  to: { quantity: '3986.63', unit: 'yards' as const },
  exact: '3986.633',
  formula: '1,000 kg × 1000 ÷ 180 g/m² ÷ 1.524 m ÷ 0.9144 ≈ 3,986.63 yd',
  factors: [],
};

/** Kilograms for a line in yards, on 12 November. */
export const aDelivery = (given: Partial<SupplierDeliveryDto> = {}): SupplierDeliveryDto => ({
  id: 'delivery-1',
  orderId: 'order-1',
  orderNumber: 'PO-1182',
  customerName: 'ANABIA',
  kind: 'goods',
  orderLineId: 'line-1',
  orderLineLabel: 'MT-2291 · White',
  styleId: 'style-1',
  styleNumber: 'MT-2291',
  deliveryDate: '2026-11-12',
  deliveredQuantity: '1000',
  unit: 'kg',
  inLineUnit: asYards,
  notConverted: null,
  challanNumber: 'CH-7',
  rollCount: 40,
  notes: null,
  createdBy: null,
  createdAt: '2026-11-12T04:00:00Z',
  updatedAt: '2026-11-12T04:00:00Z',
  rowVersion: 1,
  ...given,
});

/** Of a mill that named neither its days nor its last day. */
export const anOffer = (given: Partial<MillOfferDto> = {}): MillOfferDto => ({
  id: 'square',
  orderId: 'order-1',
  orderNumber: 'PO-1182',
  customerName: 'ANABIA',
  orderLineId: 'line-1',
  orderLineLabel: 'MT-2291 · White',
  millName: 'Square',
  price: '1.25',
  currency: 'USD',
  unit: 'yards',
  freight: null,
  dutyPercent: null,
  charges: null,
  paymentDays: null,
  leadTimeDays: null,
  validUntil: null,
  minimumQuantity: null,
  notes: null,
  chosen: false,
  createdBy: null,
  createdAt: '2026-11-12T04:00:00Z',
  updatedAt: '2026-11-12T04:00:00Z',
  rowVersion: 1,
  ...given,
});
