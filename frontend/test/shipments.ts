import type { CargoDto, ShipmentDto, ShipmentPaperDto, ShipmentPresentationDto } from '@/shared/api/generated';

/** A shipment as the API answers; name only what the test is about. */
export function aShipment(given: Partial<ShipmentDto> = {}): ShipmentDto {
  return {
    id: 'shipment-1',
    orderId: 'order-1',
    orderNumber: 'PO-1182',
    customerName: 'ANABIA',
    orders: [{ id: 'order-1', orderNumber: 'PO-1182' }],
    carrierName: 'DHL',
    awbNumber: '176-12345675',
    numberReason: null,
    mode: null,
    load: null,
    vesselName: null,
    voyageNumber: null,
    flightNumber: null,
    portOfLoadingCode: null,
    portOfLoadingName: null,
    portOfDischargeCode: null,
    portOfDischargeName: null,
    finalDestination: null,
    incoterm: null,
    incotermPlace: null,
    consignee: null,
    notifyParty: null,
    plannedDeparture: null,
    plannedArrival: null,
    departedOn: null,
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

/** What it carries: 1,200 kg of one line, nothing packed; name only what the test is about. */
export function aCargo(given: Partial<CargoDto> = {}): CargoDto {
  return {
    id: 'shipment-1',
    part: false,
    lines: [
      {
        orderLineId: 'line-1',
        orderId: 'order-1',
        orderNumber: 'PO-1182',
        label: 'MT-1 · Black',
        quantity: '1200',
        unit: 'kg',
        unitPrice: null,
        price: '6.15',
        priceFrom: 'order_line',
        pricedBy: null,
        currency: 'USD',
        amount: '7380.00',
        description: null,
        ordered: { quantity: '1200', unit: 'kg' },
        elsewhere: '0',
        packed: '0',
      },
    ],
    quantities: [{ quantity: '1200', unit: 'kg' }],
    amounts: [{ amount: '7380.00', currency: 'USD' }],
    unpriced: 0,
    containers: [],
    packages: [],
    packing: { packages: [], netKg: '0', grossKg: '0', volumeM3: '0', unweighed: 0, unmeasured: 0 },
    differences: [],
    chargeable: null,
    fill: null,
    remarks: [],
    rowVersion: 1,
    ...given,
  };
}

/** A bill of lading that nobody sees to yet. */
export function aPaper(given: Partial<ShipmentPaperDto> = {}): ShipmentPaperDto {
  return {
    id: 'paper-1',
    shipmentId: 'shipment-1',
    kind: 'bill_of_lading',
    title: null,
    required: true,
    state: 'missing',
    ownerId: null,
    ownerName: null,
    originals: 3,
    copies: null,
    wording: null,
    file: null,
    updatedAt: '2026-11-01T04:00:00Z',
    rowVersion: 1,
    ...given,
  };
}

/** What a bank would refuse of a shipment that no LC pays for: nothing. */
export const noPresentation: ShipmentPresentationDto = {
  ...{ credits: [], credit: null, presentation: null, findings: [], discrepancies: 0, unlisted: 0 },
};
