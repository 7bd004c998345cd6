import type { SampleDto } from '@/shared/api/generated';
import { choice, day, decimal, type FieldSpec, long, scan, text } from '@/shared/forms/specs';
import { typeOptions } from './vocabulary';

const parcel = {
  recipient: text('Recipient', 255),
  courierName: text('Courier', 255, { placeholder: 'Such as DHL Express' }),
  awbNumber: scan('AWB number', 100),
} satisfies Record<string, FieldSpec>;

const notes = long('Notes', 5000);

/** What a person writes on a sample; which line it is for stands beside them. */
export const sampleSpecs = {
  type: choice('Type', typeOptions, { required: 'Choose what is sent.' }),
  submissionDate: day('To be sent on'),
  ...parcel,
  notes,
} satisfies Record<string, FieldSpec>;

/** Once it went: what it is stays, and its day is no plan any more. */
const sentSampleSpecs = {
  submissionDate: { ...day('Sent on'), required: 'A sample that was sent has its day.' },
  ...parcel,
  notes,
} satisfies Record<string, FieldSpec>;

/** What may still be written on one that was sent: in a parcel with others, its way is the parcel's. */
export function sentSpecsOf({ parcelId, receivedOn }: Pick<SampleDto, 'parcelId' | 'receivedOn'>) {
  return {
    ...(parcelId ? {} : sentSampleSpecs),
    ...(receivedOn ? { receivedOn: day('Received on', 'Empty: it was not received after all.') } : {}),
    notes,
  } satisfies Record<string, FieldSpec>;
}

export const sendSpecs = {
  submissionDate: { ...day('Sent on'), required: 'Say on which day it went.' },
  ...parcel,
} satisfies Record<string, FieldSpec>;

const decidedOn: FieldSpec = { ...day('Decided on'), required: 'Say on which day the buyer decided.' };

export const approvalSpecs = {
  decidedOn,
  condition: {
    ...long('On the condition that', 500),
    hint: 'If it holds only then, such as: “bulk comes half a step bluer”. The gate keeps it as an open check.',
  },
  notes: { ...long('What the buyer said', 2000), hint: 'Such as: “Shade B matches the standard under D65.”' },
} satisfies Record<string, FieldSpec>;

export const rejectionSpecs = {
  decidedOn,
  reason: {
    ...long('Reason', 2000),
    required: 'Say why: the mill works by it.',
    hint: 'In the buyer’s words, such as: “Too red under D65.”',
  },
} satisfies Record<string, FieldSpec>;

export const receiptSpecs = {
  receivedOn: { ...day('Received on'), required: 'Say on which day it arrived.' },
} satisfies Record<string, FieldSpec>;

/** One courier and one AWB for all that is ticked. */
export const parcelSpecs = {
  sentOn: { ...day('Sent on'), required: 'Say on which day it went.' },
  courierName: { ...parcel.courierName, required: 'Say who carries it.' },
  awbNumber: parcel.awbNumber,
  recipient: parcel.recipient,
  notes,
} satisfies Record<string, FieldSpec>;

/** Which one the buyer took, where several lie on the card. */
export const optionChoice = (labels: readonly string[]): FieldSpec =>
  choice(
    'Approved option',
    labels.map((label) => ({ value: label, label: `Option ${label}` })),
    { required: 'Say which one the buyer approved.', placeholder: 'Choose' },
  );

const madeHow = { ...long('How it was made', 2000), hint: 'Recipe, base or dye lot, as the mill tells it.' };

export const newOptionSpecs = { notes: madeHow } satisfies Record<string, FieldSpec>;

export const optionSpecs = {
  notes: madeHow,
  remarks: long('What the buyer said of it', 2000),
} satisfies Record<string, FieldSpec>;

export const optionRejectionSpecs = {
  remarks: { ...long('Reason', 2000), required: 'Say why: the mill works by it.' },
} satisfies Record<string, FieldSpec>;

const axis = { min: '-200', max: '200', scale: 4 };

export const labSpecs = {
  l: decimal('L*', { min: '0', max: '100', scale: 4 }),
  a: decimal('a*', axis),
  b: decimal('b*', axis),
} satisfies Record<string, FieldSpec>;

/** Which eye, which formula, how much is accepted. */
export const lightSpecs = {
  observer: choice(
    'Observer',
    [
      { value: '10', label: '10°' },
      { value: '2', label: '2°' },
    ],
    { required: 'Choose the observer.' },
  ),
  formula: choice(
    'Judged by',
    [
      { value: 'cmc 2:1', label: 'CMC(2:1)' },
      { value: 'cmc 1:1', label: 'CMC(1:1)' },
      { value: 'ciede2000', label: 'CIEDE2000' },
    ],
    { required: 'Choose the formula.' },
  ),
  limit: decimal('Accepted up to', { min: '0.01', max: '20', scale: 2 }, { required: 'Say how much is accepted.' }),
} satisfies Record<string, FieldSpec>;
