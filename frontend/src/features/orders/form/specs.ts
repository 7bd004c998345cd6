import type { CreateLineDto, CreateOrderDto, CreateStyleDto } from '@/shared/api/generated';
import { gsmRange, percentRange, priceRange, quantityRange } from '@/shared/forms/decimals';
import { choice, day, decimal, type FieldSpec, long, text } from '@/shared/forms/specs';
import { unitName } from '@/shared/lib/format';
import { lossBasisOptions, typeOptions } from '../options';

export type LineField = keyof CreateLineDto;
export type StyleField = Exclude<keyof CreateStyleDto, 'lines'>;
export type OrderField = Exclude<keyof CreateOrderDto, 'styles' | 'metadata'>;

const consumptionRange = { min: '0.0001', max: '9999', scale: 4 };
const unitOf = (label: string, units: readonly string[]) =>
  choice(
    label,
    units.map((value) => ({ value, label: unitName(value) })),
    { required: 'Choose a unit.' },
  );

const gsm = decimal('GSM', gsmRange, { end: 'g/m²', placeholder: '160' });
const greige = {
  finishedFabricQuantity: decimal('Finished fabric needed', quantityRange),
  finishedFabricUnit: { label: 'Unit of it', kind: 'unit' },
  processLossPercent: decimal('Process loss', percentRange, { end: '%' }),
  processLossBasis: choice('Loss is', lossBasisOptions, { placeholder: 'as usual: on output' }),
  mixedFabricType: text('Mixed with', 100, { placeholder: 'Elastane' }),
  mixedFabricPercent: decimal('Share of it', percentRange, { end: '%' }),
} satisfies Record<string, FieldSpec>;

export const lineSpecs: Record<LineField, FieldSpec> = {
  colorName: text('Colour', 255, { placeholder: 'White' }),
  colorCode: text('Colour code', 100, { placeholder: 'WHT-01' }),
  cadName: text('CAD', 255, { placeholder: 'Solid' }),
  cadCode: text('CAD code', 100),
  quantity: decimal('Quantity', quantityRange),
  unit: { label: 'Unit', kind: 'unit', required: 'Choose a unit.' },
  millPrice: decimal('Mill price', priceRange),
  provaPrice: decimal('Our price', priceRange),
  commission: decimal('Commission', priceRange, { hint: 'Per unit.' }),
  currency: { label: 'Currency', kind: 'currency' },
  etd: day('ETD'),
  eta: day('ETA'),
  submissionDate: day('Submission'),
  approvalDate: day('Approval'),
  swatchReceivedDate: day('Swatch received'),
  swatchSentDate: day('Swatch sent'),
  millName: text('Mill', 255),
  ...greige,
  yarnRequired: decimal('Yarn to book', quantityRange, { end: 'kg' }),
  screens: decimal('Screens', { min: '1', max: '40', scale: 0 }, { hint: 'Of the print, one a colour.' }),
  sewingLine: text('Sewing line', 40),
  deliveryTolerancePercent: decimal('Delivery tolerance', percentRange, { end: '± %', hint: 'Empty: as the order.' }),
  notes: long('Notes', 5000),
};

export const styleSpecs: Record<StyleField, FieldSpec> = {
  styleNumber: text('Style number', 150, { required: 'Each style has a number.', placeholder: 'MT-2291' }),
  description: text('Description', 2000, { placeholder: 'Mens tubular' }),
  fabricType: text('Fabric', 255),
  fabricComposition: text('Composition', 255),
  gsm,
  construction: text('Construction', 1000, { placeholder: '30/1 combed' }),
  finishType: text('Finish', 100),
  cuttableWidth: text('Cuttable width', 100, { placeholder: '58 in' }),
  finishingWidth: text('Finishing width', 100, { placeholder: '60 in', hint: 'The full width: weight goes by it.' }),
  consumptionPerPiece: decimal('One piece takes', consumptionRange, { placeholder: '0.21' }),
  consumptionUnit: unitOf('Unit of that', ['kg', 'g', 'lbs', 'meters', 'yards', 'square_meters']),
  rollQuantity: decimal('On one roll', quantityRange, { placeholder: '25' }),
  rollUnit: unitOf('Unit on the roll', ['kg', 'g', 'lbs', 'meters', 'yards']),
  etd: day('ETD'),
  eta: day('ETA'),
  submissionDate: day('Submission'),
  fabricSpecifications: long('Specifications', 2000),
  notes: long('Notes', 5000),
};

export const orderSpecs: Record<OrderField, FieldSpec> = {
  orderNumber: text('PO number', 50, { hint: 'Left empty, the house numbers it.', placeholder: 'PO-1182' }),
  customerName: text('Customer', 255, { required: 'Whose order is it?', placeholder: 'ANABIA' }),
  buyerName: text('Buyer', 255, { hint: 'Where it is not the customer.' }),
  season: text('Season', 60, { placeholder: 'SS27' }),
  orderType: choice('Type', typeOptions, { required: 'Foreign or local?' }),
  currency: { label: 'Currency', kind: 'currency', required: 'Choose a currency.' },
  orderDate: day('Order date'),
  etd: day('ETD'),
  eta: day('ETA'),
  expectedDeliveryDate: day('Expected delivery'),
  fabricType: text('Fabric', 255, { required: 'What cloth is it?', placeholder: 'Single jersey' }),
  fabricComposition: text('Composition', 255, { placeholder: '100% cotton' }),
  gsm,
  construction: text('Construction', 100, { placeholder: '30/1 combed' }),
  finishType: text('Finish', 100, { placeholder: 'Enzyme' }),
  fabricSpecifications: long('Specifications', 2000),
  millName: text('Mill', 255),
  millPrice: decimal('Mill price', priceRange),
  provaPrice: decimal('Our price', priceRange),
  quantity: decimal('Quantity', quantityRange, { hint: 'Only for an order without lines.' }),
  unit: { label: 'Unit', kind: 'unit' },
  deliveryTolerancePercent: decimal('Delivery tolerance', percentRange, { end: '± %', placeholder: '5' }),
  baseStyleNumber: text('Base style', 100),
  styleNumber: text('Style', 100),
  cad: text('CAD', 255),
  ...greige,
  notes: long('Notes', 5000),
};

export const mainStyleFields: readonly StyleField[] = ['styleNumber', 'description'];

export const moreStyleFields: readonly StyleField[] = [
  'fabricType',
  'fabricComposition',
  'gsm',
  'construction',
  'finishType',
  'cuttableWidth',
  'finishingWidth',
  'consumptionPerPiece',
  'consumptionUnit',
  'rollQuantity',
  'rollUnit',
  'etd',
  'eta',
  'submissionDate',
  'fabricSpecifications',
  'notes',
];
