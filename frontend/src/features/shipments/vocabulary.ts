import type {
  CommercialInvoiceRowDto,
  ContainerDto,
  PackageDto,
  ShipmentDto,
  ShipmentLineDto,
  ShipmentPaperDto,
} from '@/shared/api/generated';
import type { Option } from '@/shared/ui/Input';

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

export type ShipmentMode = NonNullable<ShipmentDto['mode']>;
export type PaperKind = ShipmentPaperDto['kind'];
export type PaperState = ShipmentPaperDto['state'];
export type PackageKind = PackageDto['kind'];
export type ContainerSize = ContainerDto['size'];

const optionsOf = <Value extends string>(names: Record<Value, string>): Option<Value>[] =>
  (Object.keys(names) as Value[]).map((value) => ({ value, label: names[value] }));

export const modeNames: Record<ShipmentMode, string> = { sea: 'Sea', air: 'Air', courier: 'Courier', road: 'Road' };
export const modeOptions = optionsOf(modeNames);

/** What its number is called, by how it travels. */
export const numberNames: Record<ShipmentMode | 'unknown', string> = {
  sea: 'Bill of lading',
  air: 'Air waybill',
  courier: 'Courier number',
  road: 'Waybill',
  unknown: 'AWB number',
};

export const loadNames: Record<NonNullable<ShipmentDto['load']>, string> = {
  fcl: 'Full containers (FCL)',
  lcl: 'Share of a container (LCL)',
};
export const loadOptions = optionsOf(loadNames);

const incoterms = ['EXW', 'FCA', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP', 'FAS', 'FOB', 'CFR', 'CIF'] as const;
export const incotermOptions: Option[] = incoterms.map((value) => ({ value, label: value }));

export const sizeOptions = optionsOf<ContainerSize>({ 20: '20′', 40: '40′', '40HC': '40′ HC', '45HC': '45′ HC' });
export const sizeName = (size: ContainerSize) => sizeOptions.find(({ value }) => value === size)?.label ?? size;

/** Where a price comes from, beside it. */
export const sourceNames: Record<NonNullable<ShipmentLineDto['priceFrom']>, string> = {
  own: 'its own',
  proforma_invoice: 'the PI',
  order_line: 'the order',
};

export const packageNames: Record<PackageKind, string> = {
  carton: 'Cartons',
  roll: 'Rolls',
  bale: 'Bales',
  pallet: 'Pallets',
};
export const packageOptions = optionsOf(packageNames);

export const paperNames: Record<PaperKind, string> = {
  commercial_invoice: 'Commercial invoice',
  packing_list: 'Packing list',
  bill_of_lading: 'Bill of lading',
  air_waybill: 'Air waybill',
  certificate_of_origin: 'Certificate of origin',
  inspection_certificate: 'Inspection certificate',
  beneficiary_certificate: 'Beneficiary’s certificate',
  insurance_certificate: 'Insurance certificate',
  weight_list: 'Weight list',
  other: 'Other',
};
export const paperOptions = optionsOf(paperNames);
export const paperName = ({ kind, title }: Pick<ShipmentPaperDto, 'kind' | 'title'>) => title ?? paperNames[kind];

export const stateNames: Record<PaperState, string> = {
  missing: 'Missing',
  drafted: 'Drafted',
  ready: 'Ready',
  sent: 'Sent',
};
export const stateOptions = optionsOf(stateNames);

/** What nearly every shipment needs, by how it travels. */
export const usualPapers = (mode: ShipmentMode | null): PaperKind[] => [
  'commercial_invoice',
  'packing_list',
  ...(mode === 'sea' ? (['bill_of_lading'] as const) : []),
  ...(mode === 'air' ? (['air_waybill'] as const) : []),
  'certificate_of_origin',
];

export type InvoiceStatus = CommercialInvoiceRowDto['status'];
export const invoiceStatuses = ['issued', 'cancelled'] as const satisfies InvoiceStatus[];
export const invoiceStatusNames: Record<InvoiceStatus, string> = { issued: 'Issued', cancelled: 'Cancelled' };
