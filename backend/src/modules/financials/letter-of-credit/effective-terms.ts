import Decimal from 'decimal.js';
import { amountText } from '../../../platform/values/money';
import { derived } from './swift/derived-terms';
import { wantedOf } from './swift/mt700';
import type { AmendmentTerms, Narrative, NarrativeEdit } from './swift/mt707';
import {
  NO_TERMS,
  type CreditTerms,
  type CreditTermValues,
  type TermItem,
  type TermKey,
  type TermSource,
} from './terms';

/** A term that an amendment changed, before and after. */
export interface TermChange<K extends TermKey = TermKey> {
  key: K;
  before: CreditTermValues[K];
  after: CreditTermValues[K];
  source: TermSource | null;
}

/** Terms after an amendment, what it changed, and what of it found no place. */
export interface Amended {
  terms: CreditTerms;
  changes: TermChange[];
  unplaced: string[];
}

const TAGS: Readonly<Record<Narrative, string>> = { goods: '45A', documents: '46A', conditions: '47A' };

/** The terms as they stand after amendments, in the order of their acceptance. */
export const termsAfter = (issued: CreditTerms, amendments: readonly AmendmentTerms[]): CreditTerms =>
  amendments.reduce((terms, amendment) => amendedBy(terms, amendment).terms, issued);

/** One amendment laid over terms. What it does not name stays as it was. */
export function amendedBy(before: CreditTerms, amendment: AmendmentTerms): Amended {
  const { applicant, beneficiary, ...values } = amendment.values;
  const after: CreditTerms = { ...before, ...values, sources: { ...before.sources, ...amendment.sources } };
  for (const [key, party] of Object.entries({ applicant, beneficiary }) as [
    'applicant' | 'beneficiary',
    typeof applicant,
  ][]) {
    const same = !party || squashed(party.name) === squashed(before[key]?.name ?? '');
    if (!same) after[key] = party;
    else if (amendment.sources[key]) after.sources[key] = before.sources[key];
  }
  if (values.latestShipmentDate) after.shipmentPeriod = values.shipmentPeriod ?? null;
  else if (values.shipmentPeriod) after.latestShipmentDate = null;
  const unplaced = [...amount(after, amendment), ...amendment.edits.flatMap((edit) => edited(after, edit))];
  after.others = [...before.others, ...amendment.others];
  const terms = amendment.edits.length ? derived(after) : after;
  return { terms, changes: changesOf(before, terms), unplaced };
}

/** Which terms differ between two states of one LC. */
export function changesOf(before: CreditTerms, after: CreditTerms): TermChange[] {
  return (Object.keys(NO_TERMS) as (keyof CreditTerms)[])
    .filter((key): key is TermKey => key !== 'sources' && key !== 'others')
    .filter((key) => JSON.stringify(bare(before[key])) !== JSON.stringify(bare(after[key])))
    .map((key) => ({ key, before: before[key], after: after[key], source: after.sources[key] ?? null }));
}

/** A value without the places it was read at. */
const bare = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map((item: unknown) => (typeof item === 'object' && item !== null ? { ...item, source: null } : item))
    : value;

function amount(terms: CreditTerms, { increase, decrease, newAmount, currency }: AmendmentTerms): string[] {
  if (!increase && !decrease && !newAmount) return [];
  if (currency && terms.currency && currency !== terms.currency)
    return [`The amendment is in ${currency}, the LC in ${terms.currency}: its amount was left as it is.`];
  const sum = new Decimal(terms.amount ?? 0).plus(increase ?? 0).minus(decrease ?? 0);
  const money = currency ?? terms.currency ?? '';
  const after = newAmount ?? (sum.gt(0) ? amountText(sum, money) : null);
  if (after === null) return ['The amendment takes away the whole amount of the LC: it was left as it is.'];
  const differs = newAmount !== null && (increase ?? decrease) !== null && !sum.eq(newAmount);
  terms.amount = after;
  terms.currency = money;
  return differs
    ? [`The new amount (34B) is ${newAmount}, while the increase or decrease would make it ${amountText(sum, money)}.`]
    : [];
}

/** Adds, deletes or replaces items of a narrative, in place. @returns what found no place */
function edited(terms: CreditTerms, { narrative, deed, items }: NarrativeEdit): string[] {
  if (deed === 'replace') setItems(terms, narrative, items);
  else if (deed === 'add') setItems(terms, narrative, [...terms[narrative], ...items]);
  else
    return items.flatMap((item) => {
      const left = without(terms[narrative], item.text);
      if (left) setItems(terms, narrative, left);
      return left ? [] : [`It deletes words that ${TAGS[narrative]} does not have: “${item.text}”`];
    });
  return [];
}

function setItems(terms: CreditTerms, narrative: Narrative, items: TermItem[]): void {
  if (narrative === 'documents') terms.documents = items.map(wantedOf);
  else terms[narrative] = items;
  delete terms.sources[narrative];
}

/** Without an item of those words, or without those words in an item; null where none has them. */
function without(items: readonly TermItem[], words: string): TermItem[] | null {
  const wanted = squashed(words);
  const whole = items.findIndex(({ text }) => squashed(text) === wanted);
  if (whole >= 0) return items.filter((_, at) => at !== whole);
  const part = items.findIndex(({ text }) => squashed(text).includes(wanted));
  const item = items[part];
  if (!item || !wanted) return null;
  const pattern = words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+');
  const text = item.text
    .replace(new RegExp(pattern, 'i'), '')
    .replace(/\s{2,}/g, ' ')
    .trim();
  if (text === item.text) return null;
  return items.map((other, at) => (at === part ? { ...other, text } : other)).filter(({ text: left }) => left !== '');
}

const squashed = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9%]/g, '');
