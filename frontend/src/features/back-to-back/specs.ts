import { choice, day, decimal, type FieldSpec, long, text } from '@/shared/forms/specs';

const amountRange = { min: '0.001', max: '9999999999999', scale: 3 };
const wholeDays = { min: '0', max: '720', scale: 0 };

/** What a person writes of a back-to-back LC. */
export const backToBackSpecs = {
  millName: text('Mill', 255, { required: 'To which mill?' }),
  creditNumber: text('Number', 100, { hint: 'Empty: ours, until the bank’s is known.' }),
  amount: decimal('Amount', amountRange, { required: 'For how much?', hint: 'In the currency of the master.' }),
  udNumber: text('UD number', 50, { hint: 'The utilisation declaration that lists it.' }),
  usanceDays: decimal('Days of usance', wholeDays, {
    required: 'After how many days is it paid?',
    hint: '0: at sight.',
  }),
  usanceFrom: choice('Counted from', [
    { value: 'acceptance', label: 'acceptance' },
    { value: 'shipment', label: 'the mill’s shipment' },
  ]),
  openedOn: day('Opened on', 'Empty: planned.'),
  expiryDate: day('Expires on'),
  expectedOn: day('Usance expected to begin on', 'Until it has.'),
  shippedOn: day('Mill shipped on'),
  acceptedOn: day('Accepted on'),
  maturesOn: day('Matures on', 'As the bank said; else it is reckoned.'),
  paidOn: day('Paid on'),
  exceptionReason: text('Why it stands above the limit', 500),
  notes: long('Notes', 5000),
} satisfies Record<string, FieldSpec>;
export type BackToBackField = keyof typeof backToBackSpecs;
export const backToBackFields = Object.keys(backToBackSpecs) as BackToBackField[];

/** What is asked when one is planned or opened. */
export const firstFields: readonly BackToBackField[] = [
  ...([
    'millName',
    'creditNumber',
    'amount',
    'udNumber',
    'usanceDays',
    'usanceFrom',
    'openedOn',
    'expiryDate',
  ] as const),
  ...(['expectedOn', 'exceptionReason', 'notes'] as const),
];

const part = { min: '0', max: '9999999999999', scale: 3 };
export const basisSpecs = {
  freight: decimal('Freight', part),
  insurance: decimal('Insurance', part),
  commission: decimal('Commission', part),
} satisfies Record<string, FieldSpec>;

export const limitSpecs = {
  validFrom: { ...day('From'), required: 'From which day?' },
  limitPercent: decimal('Limit', { min: '0.01', max: '100', scale: 2 }, { required: 'How much?', end: '% of net FOB' }),
  maxUsanceDays: decimal('Longest usance', wholeDays, { required: 'How long?', end: 'days' }),
  source: text('Read at', 100, { required: 'Say where it was read.', placeholder: 'Circular, or our bank' }),
} satisfies Record<string, FieldSpec>;
