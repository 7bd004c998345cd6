import { type DecimalRange, percentRange, quantityRange } from '@/shared/forms/decimals';
import { unitOptions } from '@/shared/forms/options';
import { choice, day, decimal, type FieldSpec, long, text } from '@/shared/forms/specs';

/** As many decimals as any currency has; the server knows how many each has. */
const amountRange: DecimalRange = { min: '0.001', max: '9999999999999', scale: 3 };
const currency: FieldSpec = { label: 'Currency', kind: 'currency' };

export const invoiceSpecs = {
  amount: decimal('Amount', amountRange),
  currency,
  issueDate: { ...day('Issued on'), required: 'On which day is it issued?' },
  validUntil: day('Valid until', 'The last day on which the buyer may accept it.'),
  notes: long('Notes', 5000),
} satisfies Record<string, FieldSpec>;
export type InvoiceField = keyof typeof invoiceSpecs;

export const creditSpecs = {
  lcNumber: text('LC number', 100, {
    hint: 'The bank’s. Left empty, the house numbers it.',
    placeholder: 'EXLC-2026-0417',
  }),
  issuingBank: text('Issuing bank', 255, { placeholder: 'HSBC, London' }),
  amount: decimal('Amount', amountRange, { required: 'How much does it cover?' }),
  currency,
  issueDate: { ...day('Issued on'), required: 'On which day is it issued?' },
  latestShipmentDate: day('Latest shipment', 'The last day to ship (44C).'),
  expiryDate: {
    ...day('Expiry', 'The last day to present documents (31D).'),
    required: 'On which day does it expire?',
  },
  quantityPlusPercent: decimal('Quantity, more', percentRange, {
    end: '+ %',
    hint: 'Where 45A or 47A says so; “about” is 10.',
  }),
  quantityMinusPercent: decimal('Quantity, less', percentRange, { end: '− %', hint: 'Say both ways.' }),
  amountPlusPercent: decimal('Amount, more', percentRange, { end: '+ %', hint: 'Field 39A.' }),
  amountMinusPercent: decimal('Amount, less', percentRange, { end: '− %' }),
  notes: long('Notes', 5000),
} satisfies Record<string, FieldSpec>;
export type CreditField = keyof typeof creditSpecs;

/** What is on record keeps its number and its amount. */
export const draftSpecs = { ...invoiceSpecs, amount: { ...invoiceSpecs.amount, required: 'How much is it for?' } };
export const recordedSpecs = {
  ...creditSpecs,
  lcNumber: text('LC number', 100, { required: 'What is its number?' }),
};

/** What an amendment changes most often; the rest comes with its text. */
export const amendedSpecs = {
  receivedOn: day('Received on'),
  amount: decimal('New amount', amountRange),
  latestShipmentDate: day('New latest shipment'),
  expiryDate: day('New expiry'),
} satisfies Record<string, FieldSpec>;
export type AmendedField = keyof typeof amendedSpecs;

export const drawingSpecs = {
  reference: text('Reference', 100, {
    required: 'Under which number?',
    hint: 'Our invoice, or the bank’s bill number.',
    placeholder: 'CI-00012',
  }),
  amount: decimal('Amount', amountRange, { required: 'For how much?' }),
  presentedOn: { ...day('Presented on', 'The day the bank got the documents.'), required: 'On which day?' },
  quantity: decimal('Quantity', quantityRange),
  unit: choice('Unit', unitOptions),
  shippedOn: day('Shipped on', 'By the transport document.'),
  notes: long('Notes', 5000),
} satisfies Record<string, FieldSpec>;
/** What a bank says of documents that it has. */
export const answerSpecs = {
  acceptedOn: day('Accepted on', 'When it accepted the drafts, or undertook to pay later.'),
  maturesOn: day('Pays on', 'As the bank says.'),
  invoicedOn: day('Date of our invoice', 'Where the usance counts from it.'),
} satisfies Record<string, FieldSpec>;
export type AnswerField = keyof typeof answerSpecs;

export type DrawingField = keyof typeof drawingSpecs;
