import type { CreditTerms, TermKey } from '../../financials/letter-of-credit/terms';

export const SEVERITIES = ['discrepancy', 'risk', 'note'] as const;
/** What a bank would refuse for, what may come to that, what is good to know. */
export type Severity = (typeof SEVERITIES)[number];

export const FINDING_RULES = [
  'amount.currency',
  'amount.short',
  'amount.more',
  'amount.tolerance',
  'amount.arithmetic',
  'price.differs',
  'quantity.unit',
  'quantity.short',
  'quantity.more',
  'quantity.tolerance',
  'quantity.over_amount',
  'shipment.before_etd',
  'shipment.forecast',
  'shipment.forecast_likely',
  'expiry.before_shipment',
  'expiry.little_time',
  'expiry.place',
  'presentation.short',
  'incoterm.differs',
  'incoterm.place',
  'incoterm.missing',
  'incoterm.year',
  'incoterm.freight',
  'incoterm.insurance',
  'incoterm.air',
  'port.loading',
  'port.discharge',
  'goods.composition',
  'goods.gsm',
  'goods.hs_code',
  'goods.style',
  'goods.pi_number',
  'goods.pi_date',
  'partial.barred',
  'partial.plan',
  'partial.instalments',
  'transhipment.barred',
  'document.by_applicant',
  'document.not_offered',
  'document.sent_direct',
  'document.consignee',
  'party.applicant',
  'party.beneficiary',
  'payment.tenor',
  'form.revocable',
  'rules.not_ucp',
  'orders.unseen',
] as const;
export type FindingRule = (typeof FINDING_RULES)[number];

/** One thing that does not agree, with the words of both sides. */
export interface Finding {
  rule: FindingRule;
  severity: Severity;
  /** UCP 600, or the field of the LC: `art. 18(c), field 45A`. */
  article: string;
  /** The LC's side, in its own words where they were read. */
  credit: string;
  /** Our side, and whose words these are: `PI-00023`, `PO-117`. */
  ours: string;
  from: string;
  sentence: string;
  /** What to ask the applicant for; null where nothing is to be asked. */
  ask: string | null;
}

/** The words a term was read from, else what it is now. */
export const wordsOf = (terms: CreditTerms, key: TermKey, now: string): string =>
  terms.sources[key]?.words.slice(0, 1000) ?? now;
