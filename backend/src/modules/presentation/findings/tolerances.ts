import Decimal from 'decimal.js';
import type { Unit } from '../../../platform/values/quantity';
import type { CreditTerms } from '../../financials/letter-of-credit/terms';

/** How far a quantity or an amount may go either way, in percent, and what says so. */
export interface Tolerance {
  plus: Decimal;
  minus: Decimal;
  article: string;
}

/** Weights and lengths; packing units and single items have no tolerance of their own (art. 30b). */
const MEASURED: readonly Unit[] = ['kg', 'g', 'lbs', 'meters', 'yards'];
/** UCP 600 art. 30(b) and (c). */
const USUAL = 5;

/** Of a quantity in `unit`: the LC's own, else five percent of what is weighed or measured (art. 30b). */
export function quantityTolerance({ quantityTolerance: own }: CreditTerms, unit: Unit): Tolerance {
  if (own)
    return {
      plus: new Decimal(own.plus),
      minus: new Decimal(own.minus),
      article: own.from === 'about' ? 'art. 30(a), field 45A' : 'field 45A',
    };
  const usual = new Decimal(MEASURED.includes(unit) ? USUAL : 0);
  return { plus: usual, minus: usual, article: 'art. 30(b), field 45A' };
}

/** Of the amount: the LC's own, else nothing more, and five percent less (art. 30c). */
export function amountTolerance({ amountTolerance: own }: CreditTerms): Tolerance {
  if (own)
    return {
      plus: new Decimal(own.plus),
      minus: new Decimal(own.minus),
      article: own.from === 'about' ? 'art. 30(a), field 32B' : 'field 39A, field 32B',
    };
  return { plus: new Decimal(0), minus: new Decimal(USUAL), article: 'art. 30(c), field 32B' };
}

export const more = (value: Decimal.Value, percent: Decimal.Value): Decimal =>
  new Decimal(value).times(new Decimal(percent).div(100).plus(1));
export const less = (value: Decimal.Value, percent: Decimal.Value): Decimal => more(value, new Decimal(percent).neg());
