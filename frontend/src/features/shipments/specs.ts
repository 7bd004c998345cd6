import { day, type FieldSpec, long, text } from '@/shared/forms/specs';

export type ShipmentField = 'carrierName' | 'awbNumber' | 'shippingDate' | 'estimatedArrival' | 'notes';

/** What a person writes on a shipment. */
export const shipmentSpecs: Record<ShipmentField, FieldSpec> = {
  carrierName: text('Carrier', 255, { required: 'Who carries it?', placeholder: 'Maersk, DHL, Biman Cargo' }),
  awbNumber: text('AWB number', 100, {
    required: 'Under which number does it travel?',
    hint: 'Air waybill, container or courier number.',
    placeholder: '176-12345675',
  }),
  shippingDate: {
    ...day('Shipping date', 'The day it is to leave; once it left, the day it did.'),
    required: 'When does it leave?',
  },
  estimatedArrival: day('Estimated arrival'),
  notes: long('Notes', 5000),
};

export const departureSpecs = {
  shippingDate: { ...day('Left on'), required: 'When did it leave?' },
  estimatedArrival: day('Estimated arrival', 'Change it where the plan has changed.'),
};

export const deliverySpecs = { deliveredOn: { ...day('Delivered on'), required: 'When did it arrive?' } };

export const returnSpecs = { reason: { ...long('Reason', 2000), required: 'Why did it come back?' } };
