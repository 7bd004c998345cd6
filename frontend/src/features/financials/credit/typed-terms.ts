import type { CreditTermsDto, UpdateCreditTermsDto } from '@/shared/api/generated';
import { quantityRange, readDecimal } from '@/shared/forms/decimals';
import { unitOptions } from '@/shared/forms/options';
import { choice, decimal, type FieldSpec, long, text } from '@/shared/forms/specs';
import { sentenceCase } from '@/shared/lib/format';
import { standingSpecs } from '../terms';

const words = (...values: string[]) => values.map((value) => ({ value, label: sentenceCase(value) }));
const permissions = words('allowed', 'not_allowed', 'conditional');
const days = { min: '0', max: '999', scale: 0 } as const;
const items = (label: string, tag: string): FieldSpec => ({
  ...long(label, 100_000),
  hint: `Field ${tag}. A blank line between two items.`,
});

/** The terms that are typed, in the order of the bank's fields; what stands on the LC itself is edited there. */
export const typedTermSpecs = {
  form: text('Form', 200, { hint: 'Field 40A.', placeholder: 'IRREVOCABLE' }),
  rules: text('Rules', 200, { hint: 'Field 40E.', placeholder: 'UCP LATEST VERSION' }),
  expiryPlace: text('Place of expiry', 200, { hint: 'Field 31D.', placeholder: 'BANGLADESH' }),
  presentationDays: decimal('Days to present', { ...days, max: '365' }, { hint: 'Field 48; 21 where it is empty.' }),
  'applicant.name': text('Applicant', 500, { hint: 'Field 50: the name.' }),
  'applicant.address': long('Address of the applicant', 2000),
  'beneficiary.name': text('Beneficiary', 500, { hint: 'Field 59: the name.' }),
  'beneficiary.address': long('Address of the beneficiary', 2000),
  availableWith: text('Available with', 500, { hint: 'Field 41a.', placeholder: 'ANY BANK IN BANGLADESH' }),
  availableBy: choice(
    'Available by',
    words('negotiation', 'payment', 'acceptance', 'deferred_payment', 'mixed_payment'),
  ),
  'tenor.days': decimal('Drafts at', days, { end: 'days', hint: 'Field 42C; 0 from sight is at sight.' }),
  'tenor.from': choice('Counted from', words('sight', 'shipment', 'acceptance', 'invoice', 'other')),
  drawee: text('Drawee', 500, { hint: 'Field 42a.' }),
  confirmation: choice('Confirmation', words('without', 'may_add', 'confirm'), { hint: 'Field 49.' }),
  partialShipments: choice('Partial shipments', permissions, { hint: 'Field 43P.' }),
  transhipment: choice('Transhipment', permissions, { hint: 'Field 43T.' }),
  portOfLoading: text('Port of loading', 500, { hint: 'Field 44E.' }),
  portOfDischarge: text('Port of discharge', 500, { hint: 'Field 44F.' }),
  placeOfReceipt: text('Place of receipt', 500, { hint: 'Field 44A.' }),
  placeOfDelivery: text('Place of delivery', 500, { hint: 'Field 44B.' }),
  shipmentPeriod: text('Shipment period', 500, { hint: 'Field 44D, where there is no latest shipment.' }),
  'incoterm.rule': choice('Trade term', standingSpecs.incoterm.options ?? []),
  'incoterm.place': text('Its named place', 200, { placeholder: 'CHATTOGRAM' }),
  'incoterm.year': decimal('Incoterms of', { min: '1900', max: '2199', scale: 0 }, { placeholder: '2020' }),
  'quantities.0.quantity': decimal('Quantity', quantityRange, { hint: 'Out of field 45A.' }),
  'quantities.0.unit': choice('Unit', unitOptions),
  goods: items('Goods', '45A'),
  documents: items('Documents wanted', '46A'),
  conditions: items('Conditions', '47A'),
  charges: long('Charges', 5000),
} satisfies Record<string, FieldSpec>;
export type TypedTerm = keyof typeof typedTermSpecs;

const plain = [
  ...(['form', 'rules', 'expiryPlace', 'availableWith', 'availableBy', 'drawee', 'confirmation'] as const),
  ...(['partialShipments', 'transhipment', 'portOfLoading', 'portOfDischarge', 'placeOfReceipt'] as const),
  ...(['placeOfDelivery', 'shipmentPeriod', 'charges'] as const),
];
const narratives = ['goods', 'documents', 'conditions'] as const;

type Texts<Key extends string> = Record<Key, string>;

/** What the form holds: text everywhere, nested as the API has it, so that a refusal finds its field. */
export type TypedTerms = Texts<(typeof plain)[number] | (typeof narratives)[number] | 'presentationDays'> & {
  applicant: Texts<'name' | 'address'>;
  beneficiary: Texts<'name' | 'address'>;
  tenor: Texts<'days' | 'from'>;
  incoterm: Texts<'rule' | 'place' | 'year'>;
  quantities: Texts<'quantity' | 'unit'>[];
};

export function termsAsTyped(terms: CreditTermsDto): TypedTerms {
  const typed = (value: string | number | null | undefined) =>
    value === null || value === undefined ? '' : `${value}`;
  const { applicant, beneficiary, tenor, incoterm } = terms;
  const entries = [
    ...plain.map((key) => [key, typed(terms[key])]),
    ...narratives.map((key) => [key, terms[key].map((item) => item.text).join('\n\n')]),
  ];
  return {
    ...(Object.fromEntries(entries) as TypedTerms),
    presentationDays: typed(terms.presentationDays),
    applicant: { name: typed(applicant?.name), address: typed(applicant?.address) },
    beneficiary: { name: typed(beneficiary?.name), address: typed(beneficiary?.address) },
    tenor: { days: typed(tenor?.days), from: typed(tenor?.from) },
    incoterm: { rule: typed(incoterm?.rule), place: typed(incoterm?.place), year: typed(incoterm?.year) },
    quantities: terms.quantities.length
      ? terms.quantities.map(({ quantity, unit }) => ({ quantity, unit }))
      : [{ quantity: '', unit: '' }],
  };
}

/** What was changed, as the API takes it: a term with parts goes as a whole, null where all of it is empty. */
export function changedTerms(typed: TypedTerms, read: TypedTerms): UpdateCreditTermsDto {
  const [now, before] = [asSent(typed), asSent(read)];
  return Object.fromEntries(
    Object.entries(now).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key])),
  );
}

function asSent(typed: TypedTerms): Record<string, unknown> {
  const some = (value: string) => value.trim() || null;
  const whole = (value: string) => (value.trim() ? Number(value) : null);
  const party = ({ name, address }: TypedTerms['applicant']) =>
    some(name) || some(address) ? { name: name.trim(), address: some(address) } : null;
  const { tenor, incoterm } = typed;
  return {
    ...Object.fromEntries(plain.map((key) => [key, some(typed[key])])),
    ...Object.fromEntries(narratives.map((key) => [key, itemsOf(typed[key])])),
    presentationDays: whole(typed.presentationDays),
    applicant: party(typed.applicant),
    beneficiary: party(typed.beneficiary),
    tenor: some(tenor.days) || some(tenor.from) ? { days: whole(tenor.days), from: some(tenor.from) } : null,
    incoterm: some(incoterm.rule + incoterm.place + incoterm.year)
      ? { rule: some(incoterm.rule), place: some(incoterm.place), year: whole(incoterm.year) }
      : null,
    quantities: typed.quantities
      .filter(({ quantity, unit }) => some(quantity) || some(unit))
      .map(({ quantity, unit }) => ({ quantity: readDecimal(quantity.trim()) ?? quantity.trim(), unit })),
  };
}

const itemsOf = (narrative: string): string[] =>
  narrative
    .split(/\n\s*\n/)
    .map((item) => item.trim())
    .filter(Boolean);
