import type { WholeProformaInvoiceDto } from '@/shared/api/generated';
import { percentRange } from '@/shared/forms/decimals';
import { choice, day, decimal, type FieldSpec, long, text } from '@/shared/forms/specs';

const incoterms = ['EXW', 'FCA', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP', 'FAS', 'FOB', 'CFR', 'CIF'];
const allowed = [
  { value: 'yes', label: 'allowed' },
  { value: 'no', label: 'not allowed' },
];

/** The terms that the house offers again and again. */
export const standingSpecs = {
  incoterm: choice(
    'Incoterm',
    incoterms.map((value) => ({ value, label: value })),
    { hint: 'In containers FCA, CPT and CIP serve better than FOB, CFR and CIF.' },
  ),
  incotermPlace: text('Named place', 120, { placeholder: 'Chattogram' }),
  portOfLoading: text('Port of loading', 120, { placeholder: 'Chattogram (BDCGP)' }),
  portOfDischarge: text('Port of discharge', 120, { placeholder: 'Hamburg (DEHAM)' }),
  partialShipments: choice('Partial shipments', allowed),
  transhipment: choice('Transhipment', allowed),
  tolerancePercent: decimal('Tolerance', percentRange, { end: '± %', hint: 'In quantity and amount.' }),
  paymentTerms: long('Payment', 2000),
  packing: long('Packing', 2000),
  documentsOffered: { ...long('Documents offered', 2000), hint: 'One a line.' },
  seller: { ...long('Seller', 1000), hint: 'Name and address.' },
  bankName: text('Bank', 255),
  bankAddress: long('Address of the bank', 1000),
  bankBic: text('BIC', 11, { placeholder: 'SCBLBDDX' }),
  bankAccount: text('Account', 60),
  signatory: text('Signatory', 255, { placeholder: 'Rahim Uddin, Director' }),
} satisfies Record<string, FieldSpec>;
export type StandingField = keyof typeof standingSpecs;

/** With what differs from PI to PI. */
export const termSpecs = {
  buyer: { ...long('Buyer', 1000), hint: 'Name and address.' },
  notifyParty: long('Notify', 1000),
  etd: day('Shipment by', 'The day on which the goods are to leave.'),
  ...standingSpecs,
} satisfies Record<string, FieldSpec>;
export type TermField = keyof typeof termSpecs;

/** What is long takes the whole width of a form. */
export const isWide = (field: TermField): boolean => termSpecs[field].kind === 'long';

const flags = ['partialShipments', 'transhipment'] as const;
const words = { true: 'yes', false: 'no' } as const;

type Terms = Partial<Record<TermField, string | boolean | null | undefined>>;

/** Yes and no as a form has them: text. */
export const asTyped = <Row extends Terms>(row: Row) => ({
  ...row,
  ...Object.fromEntries(
    flags.flatMap((flag) => (typeof row[flag] === 'boolean' ? [[flag, words[`${row[flag]}`]]] : [])),
  ),
});

/** And as the API has them. */
export const asSaid = (body: Record<string, unknown>): Record<string, unknown> => ({
  ...body,
  ...Object.fromEntries(flags.flatMap((flag) => (body[flag] ? [[flag, body[flag] === 'yes']] : []))),
});

/** What a field of a difference is called. */
export function fieldName(field: string): string {
  const names: Record<string, string> = {
    amount: 'Amount',
    currency: 'Currency',
    issueDate: 'Issued on',
    validUntil: 'Valid until',
    notes: 'Notes',
    incotermYear: 'Year of the Incoterms',
    line: 'Line',
    quantity: 'Quantity',
    price: 'Unit price',
    style: 'Style',
    colour: 'Colour',
    description: 'Fabric',
    composition: 'Composition',
    construction: 'Construction',
    gsm: 'g/m²',
    width: 'Width',
    hsCode: 'HS code',
  };
  return names[field] ?? termSpecs[field as TermField]?.label ?? field;
}

/** The terms that a PI has, as facts. */
export function termsOf(invoice: WholeProformaInvoiceDto): { term: string; value: string }[] {
  const delivery =
    invoice.incoterm && `${invoice.incoterm} ${invoice.incotermPlace ?? ''}, Incoterms ${invoice.incotermYear ?? 2020}`;
  const allowedWords = (is: boolean | null | undefined) =>
    is === null || is === undefined ? null : is ? 'allowed' : 'not allowed';
  const facts: [string, string | null | undefined][] = [
    ['Delivery', delivery],
    ['Port of loading', invoice.portOfLoading],
    ['Port of discharge', invoice.portOfDischarge],
    ['Partial shipments', allowedWords(invoice.partialShipments)],
    ['Transhipment', allowedWords(invoice.transhipment)],
    ['Tolerance', invoice.tolerancePercent && `± ${invoice.tolerancePercent} %`],
    ['Payment', invoice.paymentTerms],
    ['Packing', invoice.packing],
    ['Documents offered', invoice.documentsOffered],
    ['Seller', invoice.seller],
    ['Buyer', invoice.buyer],
    ['Notify', invoice.notifyParty],
    ['Bank', [invoice.bankName, invoice.bankAddress].filter(Boolean).join('\n')],
    ['BIC and account', [invoice.bankBic, invoice.bankAccount].filter(Boolean).join(' · ')],
    ['Signatory', invoice.signatory],
  ];
  return facts.flatMap(([term, value]) => (value ? [{ term, value }] : []));
}
