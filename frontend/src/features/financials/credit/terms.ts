import type { CreditTermsDto, NamedTermSourceDto } from '@/shared/api/generated';
import { formatDay, formatMoney, formatQuantity, sentenceCase } from '@/shared/lib/format';

/** How people call the terms, in the order of the bank's fields. */
export const termNames: Readonly<Record<string, string>> = {
  lcNumber: 'LC number',
  form: 'Form',
  rules: 'Rules',
  issueDate: 'Issued on',
  expiryDate: 'Expiry',
  expiryPlace: 'Place of expiry',
  issuingBank: 'Issuing bank',
  applicantBank: 'Applicant’s bank',
  applicant: 'Applicant',
  beneficiary: 'Beneficiary',
  amount: 'Amount',
  amountTolerance: 'Tolerance of amount',
  additionalAmounts: 'Additional amounts',
  availableWith: 'Available with',
  availableBy: 'Available by',
  tenor: 'Drafts at',
  drawee: 'Drawee',
  partialShipments: 'Partial shipments',
  transhipment: 'Transhipment',
  placeOfReceipt: 'Place of receipt',
  portOfLoading: 'Port of loading',
  portOfDischarge: 'Port of discharge',
  placeOfDelivery: 'Place of delivery',
  latestShipmentDate: 'Latest shipment',
  shipmentPeriod: 'Shipment period',
  goods: 'Goods',
  quantities: 'Quantity',
  unitPrices: 'Unit prices',
  quantityTolerance: 'Tolerance of quantity',
  incoterm: 'Trade term',
  documents: 'Documents wanted',
  conditions: 'Conditions',
  charges: 'Charges',
  presentationDays: 'Days to present',
  confirmation: 'Confirmation',
  confirmingBank: 'Confirming bank',
  reimbursingBank: 'Reimbursing bank',
  adviseThrough: 'Advise through',
  bankInstructions: 'Instructions to the bank',
  bankNotes: 'From bank to bank',
};

export const termName = (term: string): string => termNames[term] ?? sentenceCase(term);

export interface ShownTerm {
  term: string;
  name: string;
  value: string;
  source: NamedTermSourceDto | null;
}

const percent = (tolerance: { plus: string; minus: string } | null) =>
  tolerance && `+${tolerance.plus}/−${tolerance.minus} %`;

/** Every term that an LC has, as people read it; narratives are shown item by item elsewhere. */
export function shownTerms(terms: CreditTermsDto): ShownTerm[] {
  const { amount, currency, applicant, beneficiary, incoterm, tenor, quantities, unitPrices } = terms;
  const days = (day: string | null) => day && formatDay(day);
  const words = (code: string | null) => code && sentenceCase(code);
  const values: Record<string, string | null> = {
    ...Object.fromEntries(
      Object.entries(terms).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
    issueDate: days(terms.issueDate),
    expiryDate: days(terms.expiryDate),
    latestShipmentDate: days(terms.latestShipmentDate),
    amount: amount && currency ? formatMoney(amount, currency) : null,
    applicant: applicant && [applicant.name, applicant.address].filter(Boolean).join('\n'),
    beneficiary: beneficiary && [beneficiary.name, beneficiary.address].filter(Boolean).join('\n'),
    amountTolerance: percent(terms.amountTolerance),
    quantityTolerance: percent(terms.quantityTolerance),
    availableBy: words(terms.availableBy),
    partialShipments: words(terms.partialShipments),
    transhipment: words(terms.transhipment),
    confirmation: words(terms.confirmation),
    tenor: terms.tenorText ?? (tenor && (tenor.days === 0 ? 'At sight' : `${tenor.days} days from ${tenor.from}`)),
    presentationDays: terms.presentationDays === null ? null : String(terms.presentationDays),
    incoterm: incoterm && [incoterm.rule, incoterm.place, incoterm.year].filter(Boolean).join(', '),
    quantities: quantities.map(({ quantity, unit }) => formatQuantity(quantity, unit)).join('\n') || null,
    unitPrices: unitPrices.map(({ price, currency: of, unit }) => `${price} ${of} / ${unit}`).join('\n') || null,
  };
  return Object.entries(termNames).flatMap(([term, name]) => {
    const value = values[term];
    return value ? [{ term, name, value, source: terms.sources.find((source) => source.term === term) ?? null }] : [];
  });
}
