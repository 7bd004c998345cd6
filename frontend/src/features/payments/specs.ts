import { choice, day, decimal, type FieldSpec, long, text } from '@/shared/forms/specs';
import { currencyOptions } from '@/shared/forms/options';
import { methodOptions } from './vocabulary';

const amountRange = { min: '0.001', max: '9999999999999', scale: 3 };

/** What a person writes of money that came. */
export const paymentSpecs = {
  receivedOn: { ...day('Received on'), required: 'On which day did it come?' },
  method: choice('Paid by', methodOptions, { placeholder: 'Not said' }),
  amount: decimal('Amount', amountRange, { required: 'How much came?', hint: 'What reached our account.' }),
  currency: choice('Currency', currencyOptions(''), { required: 'In which currency?' }),
  charges: decimal(
    'Bank charges',
    { ...amountRange, min: '0' },
    { hint: 'What banks kept of what the buyer paid.', placeholder: '0' },
  ),
  reference: text('Bank’s number', 100, { placeholder: 'FT26324001' }),
  payer: text('Payer', 255, { hint: 'Empty: the customer of the order.' }),
  notes: long('Notes', 5000),
} satisfies Record<string, FieldSpec>;
export type PaymentField = keyof typeof paymentSpecs;

export const matchSpec = decimal('Goes to it', { ...amountRange, min: '0' });

/** How a shipment is paid, and how far its documents are. */
export const termsSpecs = {
  method: choice('Paid by', methodOptions, { placeholder: 'Not said' }),
  letterOfCreditId: choice('Under LC', [], { placeholder: 'Not said' }),
  drawingId: choice('Presented with', [], { placeholder: 'The one with the invoice’s number' }),
  tenorDays: decimal('Days', { min: '0', max: '365', scale: 0 }, { hint: '0: at sight, or on that day.' }),
  tenorFrom: choice('Counted from', [], { placeholder: 'As usual' }),
  presentedOn: day('Documents presented on', 'The day the bank got them.'),
  acceptedOn: day('Draft accepted on'),
  maturesOn: day('Matures on', 'As the bank advised it; else it is reckoned.'),
  bankReference: text('Bank’s number of the bill', 100),
  notes: long('Notes', 5000),
} satisfies Record<string, FieldSpec>;
export type TermsField = keyof typeof termsSpecs;
