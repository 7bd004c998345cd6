import Decimal from 'decimal.js';
import { minorUnits } from '../../platform/values/currencies';
import { amountText, type Money } from '../../platform/values/money';
import { FractionOfCurrency } from './financials.errors';

/** Half a cent is no amount. @throws FractionOfCurrency 422 on `amount` */
export function refuseFraction({ amount, currency }: Money): void {
  if (new Decimal(amount).decimalPlaces() > minorUnits(currency)) throw new FractionOfCurrency(currency);
}

/** The same row with its amount as it is written, so that `96400` and `96400.000` are no change. */
export const asWritten = <T extends Money>(row: T): T => ({ ...row, amount: amountText(row.amount, row.currency) });

/** A percentage as it is written, without trailing zeros. */
export const percentText = (percent: string | null | undefined): string | null =>
  percent === null || percent === undefined ? null : new Decimal(percent).toFixed();

/** A house number: `PI-00042`. Past 99,999 it grows a digit. */
export const houseNumber = (prefix: string, value: number): string => `${prefix}-${String(value).padStart(5, '0')}`;
