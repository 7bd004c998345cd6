import type { CreditTerms, TermItem, TermKey, TermSource, TermTolerance } from '../terms';
import { incotermOf, quantitiesOf, statedTolerance, unitPricesOf } from './narrative';

const ABOUT = { plus: '10', minus: '10', from: 'about' } as const satisfies TermTolerance;
const ABOUT_AMOUNT =
  /\b(?:ABOUT|APPROX(?:IMATELY|\.)?|CIRCA)\s+(?:AN? AMOUNT OF\s+)?(?:USD|EUR|GBP|US\$|\$|€|£|[A-Z]{3})\s*\d/i;

interface Derived<K extends TermKey = TermKey> {
  key: K;
  value: CreditTerms[K];
  source: TermSource | null;
}

/**
 * The terms with those that stand in narratives rather than in fields: quantity, prices, trade term, and tolerances of 45A and 47A.
 * What a person typed (a value without a source) and what a field says stay.
 */
export function derived(terms: CreditTerms): CreditTerms {
  const found: Derived[] = [quantities(terms), prices(terms), incoterm(terms), ofQuantity(terms), ofAmount(terms)];
  const result = { ...terms, sources: { ...terms.sources } };
  for (const { key, value, source } of found) {
    if (isGiven(terms, key)) continue;
    Object.assign(result, { [key]: value });
    if (source) result.sources[key] = source;
    else delete result.sources[key];
  }
  return result;
}

/** Typed by a person, or said by a field of its own. */
function isGiven(terms: CreditTerms, key: TermKey): boolean {
  const value = terms[key];
  if (value === null || (Array.isArray(value) && value.length === 0)) return false;
  return !terms.sources[key] || (key === 'amountTolerance' && /^39/.test(terms.sources[key].tag));
}

const goodsText = ({ goods }: CreditTerms): string => goods.map(({ text }) => text).join('\n');

function quantities(terms: CreditTerms): Derived<'quantities'> {
  const value = quantitiesOf(goodsText(terms));
  return { key: 'quantities', value, source: sourceWhere(terms.goods, (text) => quantitiesOf(text).length > 0) };
}

function prices(terms: CreditTerms): Derived<'unitPrices'> {
  const value = unitPricesOf(goodsText(terms));
  return { key: 'unitPrices', value, source: sourceWhere(terms.goods, (text) => unitPricesOf(text).length > 0) };
}

function incoterm({ goods, conditions }: CreditTerms): Derived<'incoterm'> {
  for (const { text, source } of [...goods, ...conditions]) {
    const value = incotermOf(text);
    if (value) return { key: 'incoterm', value, source };
  }
  return { key: 'incoterm', value: null, source: null };
}

function ofQuantity({ goods, conditions }: CreditTerms): Derived<'quantityTolerance'> {
  const stated = statedIn([...goods, ...conditions], 'ofQuantity');
  if (stated) return { key: 'quantityTolerance', ...stated };
  const about = goods.find(({ text }) => quantitiesOf(text).some((quantity) => quantity.about));
  return { key: 'quantityTolerance', value: about ? ABOUT : null, source: about?.source ?? null };
}

function ofAmount({ goods, conditions }: CreditTerms): Derived<'amountTolerance'> {
  const items = [...goods, ...conditions];
  const stated = statedIn(items, 'ofAmount');
  if (stated) return { key: 'amountTolerance', ...stated };
  const about = items.find(({ text }) => ABOUT_AMOUNT.test(text));
  return { key: 'amountTolerance', value: about ? ABOUT : null, source: about?.source ?? null };
}

function statedIn(items: TermItem[], what: 'ofQuantity' | 'ofAmount') {
  for (const { text, source } of items) {
    const stated = statedTolerance(text);
    if (!stated?.[what]) continue;
    return { value: { plus: stated.plus, minus: stated.minus, from: 'condition' } satisfies TermTolerance, source };
  }
  return null;
}

const sourceWhere = (items: TermItem[], holds: (text: string) => boolean): TermSource | null =>
  items.find(({ text }) => holds(text))?.source ?? null;
