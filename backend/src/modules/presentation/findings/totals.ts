import Decimal from 'decimal.js';
import { convertQuantity, type Unit } from '../../../platform/values/quantity';
import type { CreditTerms } from '../../financials/letter-of-credit/terms';

interface Measured {
  quantity: string | null;
  unit: Unit;
}

/**
 * What goods come to in a unit that the LC names: those in this unit, and those that convert to it and whose own unit the LC does
 * not name. Null where there are none.
 */
export function totalUnder({ quantities }: CreditTerms, goods: readonly Measured[], unit: Unit): Decimal | null {
  const parts = goods
    .filter((one) => one.unit === unit || !quantities.some((named) => named.unit === one.unit))
    .flatMap((one) => convertQuantity(one.quantity ?? 0, one.unit, unit) ?? []);
  return parts.length ? Decimal.sum(...parts).toDecimalPlaces(3) : null;
}
