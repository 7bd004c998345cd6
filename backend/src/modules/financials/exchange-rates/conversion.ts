import Decimal from 'decimal.js';
import type { Day } from '../../../platform/values/day';

/** A rate as it was recorded. */
export interface NamedRate {
  fromCurrency: string;
  toCurrency: string;
  rate: string;
  ratedOn: Day;
  source: string;
}

/** A rate as it is applied: one of `currency` is `factor` of the other. */
export interface AppliedRate {
  currency: string;
  factor: Decimal;
  rate: NamedRate;
}

/**
 * How one currency is told in another: by the later of the rates that name the two, either way round (the other way 1 ÷ rate);
 * where both are of one day, by the one that names them in this order. No rate is crossed over a third currency.
 * @param latest the last of each pair  @returns null where none is known
 */
export function rateInto(currency: string, into: string, latest: readonly NamedRate[]): AppliedRate | null {
  const straight = latest.find((rate) => rate.fromCurrency === currency && rate.toCurrency === into);
  const turned = latest.find((rate) => rate.fromCurrency === into && rate.toCurrency === currency);
  if (straight && (!turned || straight.ratedOn >= turned.ratedOn))
    return { currency, factor: new Decimal(straight.rate), rate: straight };
  return turned ? { currency, factor: new Decimal(1).div(turned.rate), rate: turned } : null;
}
