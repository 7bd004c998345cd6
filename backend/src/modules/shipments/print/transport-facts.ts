import type { Fact } from '../../../platform/papers/paper.types';
import { dayWords } from '../../../platform/values/words';
import type { Shipment } from '../shipment.entity';
import type { ShipmentMode } from '../shipment.vocabulary';

/** Those that say something. */
export const known = (facts: readonly (readonly [string, string | null])[]): Fact[] =>
  facts.flatMap(([label, value]) => (value ? [[label, value] as const] : []));

/** `Dhaka (BDDAC)`, `FCA Dhaka`; either alone where the other is not there. */
export const placeWords = (first: string | null, second: string | null): string | null =>
  [first, second].filter(Boolean).join(' ') || null;

/** `FCA Dhaka, Incoterms 2020`; null where no terms are known. */
export const termsWords = ({ incoterm, incotermPlace }: Pick<Shipment, 'incoterm' | 'incotermPlace'>): string | null =>
  incoterm && `${placeWords(incoterm, incotermPlace)}, Incoterms 2020`;

const NUMBER_OF: Record<ShipmentMode, string> = {
  ...{ sea: 'Bill of lading', air: 'Air waybill', courier: 'Courier number', road: 'Waybill' },
};

/** How it travels, as papers tell it. */
export function transportFacts(shipment: Shipment): (readonly [string, string | null])[] {
  const { mode, vesselName, voyageNumber, flightNumber } = shipment;
  const port = (code: string | null, name: string | null) => (code && name ? `${name} (${code})` : (name ?? code));
  return [
    ['Carrier', shipment.carrierName],
    [mode ? NUMBER_OF[mode] : 'Number', shipment.awbNumber],
    ['Vessel', placeWords(vesselName, voyageNumber && `voyage ${voyageNumber}`)],
    ['Flight', flightNumber],
    ['From', port(shipment.portOfLoadingCode, shipment.portOfLoadingName)],
    ['To', port(shipment.portOfDischargeCode, shipment.portOfDischargeName)],
    ['Destination', shipment.finalDestination],
    [shipment.departedOn ? 'Shipped on' : 'Leaves on', dayWords(shipment.shippingDate)],
  ];
}
