import { choice, day, type FieldSpec, long, text } from '@/shared/forms/specs';
import { typeOptions } from './vocabulary';

const parcel = {
  recipient: text('Recipient', 255),
  courierName: text('Courier', 255, { placeholder: 'Such as DHL Express' }),
  awbNumber: text('AWB number', 100),
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
export const sentSampleSpecs = {
  submissionDate: { ...day('Sent on'), required: 'A sample that was sent has its day.' },
  ...parcel,
  notes,
} satisfies Record<string, FieldSpec>;

export const sendSpecs = {
  submissionDate: { ...day('Sent on'), required: 'Say on which day it went.' },
  ...parcel,
} satisfies Record<string, FieldSpec>;

const decidedOn: FieldSpec = { ...day('Decided on'), required: 'Say on which day the buyer decided.' };

export const approvalSpecs = {
  decidedOn,
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
