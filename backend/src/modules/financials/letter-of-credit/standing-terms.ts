import { amountText } from '../../../platform/values/money';
import { percentText } from '../amounts';
import { termsAfter } from './effective-terms';
import type { LetterOfCredit } from './letter-of-credit.entity';
import type { AmendmentTerms } from './swift/mt707';
import { NO_TERMS, type CreditTerms, type TermKey, type TermTolerance } from './terms';

type Columns = Pick<
  LetterOfCredit,
  | 'lcNumber'
  | 'issueDate'
  | 'expiryDate'
  | 'latestShipmentDate'
  | 'amount'
  | 'currency'
  | 'issuingBank'
  | 'amountPlusPercent'
  | 'amountMinusPercent'
  | 'quantityPlusPercent'
  | 'quantityMinusPercent'
>;

/**
 * The terms as they stand: as issued, with the amendments that were accepted, and with what stands on the LC itself, which a person
 * may have corrected. Where that differs from the bank's words, the term has no source.
 */
export function standingTerms(
  credit: Columns,
  issued: CreditTerms | null,
  accepted: readonly AmendmentTerms[],
): CreditTerms {
  const read = termsAfter(issued ?? NO_TERMS, accepted);
  const terms: CreditTerms = { ...read, sources: { ...read.sources } };
  const own = {
    lcNumber: credit.lcNumber,
    issueDate: credit.issueDate,
    expiryDate: credit.expiryDate,
    latestShipmentDate: credit.latestShipmentDate,
    amount: amountText(credit.amount, credit.currency),
    currency: credit.currency,
    issuingBank: credit.issuingBank,
    amountTolerance: tolerance(credit.amountPlusPercent, credit.amountMinusPercent, read.amountTolerance),
    quantityTolerance: tolerance(credit.quantityPlusPercent, credit.quantityMinusPercent, read.quantityTolerance),
  } satisfies Partial<CreditTerms>;
  for (const [key, value] of Object.entries(own) as [TermKey, unknown][]) {
    if (JSON.stringify(value) === JSON.stringify(read[key])) continue;
    Object.assign(terms, { [key]: value });
    delete terms.sources[key];
  }
  return terms;
}

function tolerance(plus: string | null, minus: string | null, read: TermTolerance | null): TermTolerance | null {
  const [more, less] = [percentText(plus), percentText(minus)];
  if (more === null || less === null) return null;
  return { plus: more, minus: less, from: read?.plus === more && read.minus === less ? read.from : 'typed' };
}

/** What an LC's own columns hold of its terms. What the terms do not say leaves a column as it is, but for the days to ship. */
export function columnsOf(terms: CreditTerms): Partial<Columns> {
  const { amountTolerance, quantityTolerance, lcNumber, issueDate, expiryDate, amount, currency, issuingBank } = terms;
  return {
    ...(lcNumber ? { lcNumber: lcNumber.slice(0, 100) } : {}),
    ...(issueDate ? { issueDate } : {}),
    ...(expiryDate ? { expiryDate } : {}),
    ...(amount && currency ? { amount, currency } : {}),
    ...(issuingBank ? { issuingBank: issuingBank.slice(0, 255) } : {}),
    latestShipmentDate: terms.latestShipmentDate,
    amountPlusPercent: amountTolerance?.plus ?? null,
    amountMinusPercent: amountTolerance?.minus ?? null,
    quantityPlusPercent: quantityTolerance?.plus ?? null,
    quantityMinusPercent: quantityTolerance?.minus ?? null,
  };
}
