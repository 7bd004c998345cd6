import { choice, day, decimal, type FieldSpec, long, text } from '@/shared/forms/specs';
import { currencyOptions } from '@/shared/forms/options';
import { priceRange, quantityRange } from '@/shared/forms/decimals';
import type { CreateShipmentDto } from '@/shared/api/generated';
import {
  incotermOptions,
  loadOptions,
  modeOptions,
  packageOptions,
  paperOptions,
  sizeOptions,
  stateOptions,
} from './vocabulary';

export type ShipmentField = Exclude<keyof CreateShipmentDto, 'orderId'>;

const locode = (label: string, placeholder: string) => text(label, 5, { placeholder, hint: 'UN/LOCODE.' });

/** What a person writes on a shipment. */
export const shipmentSpecs: Record<ShipmentField, FieldSpec> = {
  mode: choice('How it travels', modeOptions, { placeholder: 'Not said' }),
  carrierName: text('Carrier', 255, { required: 'Who carries it?', placeholder: 'Maersk, DHL, Biman Cargo' }),
  awbNumber: text('AWB number', 100, {
    required: 'Under which number does it travel?',
    hint: 'Air waybill, bill of lading or courier number.',
    placeholder: '176-12345675',
  }),
  numberReason: text('Why the number stands', 500, { hint: 'It is kept as it is typed, with this reason.' }),
  load: choice('Load', loadOptions, { placeholder: 'Not said' }),
  vesselName: text('Vessel', 255),
  voyageNumber: text('Voyage', 50),
  flightNumber: text('Flight', 50, { placeholder: 'EK9717' }),
  shippingDate: {
    ...day('Shipping date', 'The day it is to leave; once it left, the day it did.'),
    required: 'When does it leave?',
  },
  estimatedArrival: day('Estimated arrival'),
  plannedDeparture: day('Departure as promised', 'The shipping date, unless you say.'),
  plannedArrival: day('Arrival as promised', 'The estimated arrival, unless you say.'),
  portOfLoadingCode: locode('Port of loading', 'BDCGP'),
  portOfLoadingName: text('Its name', 255, { placeholder: 'Chattogram' }),
  portOfDischargeCode: locode('Port of discharge', 'DEHAM'),
  portOfDischargeName: text('Its name', 255, { placeholder: 'Hamburg' }),
  finalDestination: text('Final destination', 255),
  incoterm: choice('Incoterm 2020', incotermOptions, { placeholder: 'Not said' }),
  incotermPlace: text('Named place', 255, { placeholder: 'Dhaka' }),
  consignee: { ...long('Consignee', 2000) },
  notifyParty: { ...long('Notify', 2000) },
  notes: long('Notes', 5000),
};

export const lineSpecs = {
  orderLineId: choice('Line', [], { required: 'Which line?' }),
  quantity: decimal('Quantity', quantityRange, { required: 'How much?' }),
  unit: { label: 'Unit', kind: 'unit', required: 'In which unit?' },
  unitPrice: decimal('Own price', priceRange, { hint: 'Empty: as the confirmed PI has it, else the order.' }),
  description: long('Goods, as the papers call them', 2000),
} satisfies Record<string, FieldSpec>;

export const containerSpecs = {
  containerNumber: text('Container', 20, { required: 'Which container?', placeholder: 'CSQU3054383' }),
  size: choice('Size', sizeOptions, { required: 'How large?' }),
  sealNumber: text('Seal', 50),
  numberReason: text('Why the number stands', 500, { hint: 'Such as a box of the shipper’s own.' }),
} satisfies Record<string, FieldSpec>;

const kilos = { min: '0.001', max: '9999999', scale: 3 };
const centimetres = { min: '0.1', max: '99999', scale: 1 };
const whole = { min: '1', max: '99999', scale: 0 };

export const packageSpecs = {
  kind: choice('Packages', packageOptions, { required: 'What are they?' }),
  firstNumber: decimal('From no.', whole, { required: 'From which?' }),
  lastNumber: decimal('To no.', whole, { required: 'To which?' }),
  orderLineId: choice('Line', [], { required: 'Which line?' }),
  quantity: decimal('In each', quantityRange, { required: 'How much?' }),
  netKg: decimal('Net', kilos, { end: 'kg' }),
  grossKg: decimal('Gross', kilos, { end: 'kg' }),
  lengthCm: decimal('Length', centimetres, { end: 'cm' }),
  widthCm: decimal('Width', centimetres, { end: 'cm' }),
  heightCm: decimal('Height', centimetres, { end: 'cm' }),
  containerNumber: choice('Container', [], { placeholder: 'Not said' }),
} satisfies Record<string, FieldSpec>;

const count = { min: '0', max: '99', scale: 0 };

export const paperSpecs = {
  kind: choice('Paper', paperOptions, { required: 'Which paper?' }),
  title: text('Its name', 150, { placeholder: 'As the LC or the buyer calls it' }),
  state: choice('State', stateOptions, { required: 'How far is it?' }),
  ownerId: choice('Whose work', [], { placeholder: 'Nobody yet' }),
  originals: decimal('Originals', count),
  copies: decimal('Copies', count),
  wording: long('What is asked of it', 5000),
} satisfies Record<string, FieldSpec>;

export const presentationSpecs = {
  letterOfCreditId: choice('LC', [], { required: 'Under which LC?' }),
  presentOn: day('Goes to the bank on', 'Empty: today, until it does.'),
  onBoardOn: day('On board', 'By the transport document. Empty: the day the goods left.'),
  insuredAmount: decimal('Insured for', { min: '0.001', max: '9999999999999', scale: 3 }),
  insuredCurrency: { label: 'Currency of the insurance', kind: 'choice', options: currencyOptions('') },
  insuredOn: day('Insurance dated'),
} satisfies Record<string, FieldSpec>;
export type PresentationField = keyof typeof presentationSpecs;

export const invoiceSpecs = {
  issueDate: { ...day('Date'), required: 'Of which day?' },
  buyer: { ...long('To', 2000), hint: 'Empty: the customer of the order.' },
  notes: { ...long('Below the lines', 5000), hint: 'Such as “Made in Bangladesh”.' },
} satisfies Record<string, FieldSpec>;

export const cancellationSpecs = { reason: { ...long('Reason', 2000), required: 'Why is it cancelled?' } };

export const departureSpecs = {
  shippingDate: { ...day('Left on'), required: 'When did it leave?' },
  estimatedArrival: day('Estimated arrival', 'Change it where the plan has changed.'),
};

export const deliverySpecs = { deliveredOn: { ...day('Delivered on'), required: 'When did it arrive?' } };

export const returnSpecs = { reason: { ...long('Reason', 2000), required: 'Why did it come back?' } };
