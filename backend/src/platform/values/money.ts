import Decimal from 'decimal.js';
import { minorUnits } from './currencies';

/** What is added up in one currency: `{amount: "96400.00", currency: "USD"}`. */
export interface Money {
  amount: string;
  currency: string;
}

/** An amount as it is written: rounded half up to the currency's minor unit, `96400.00`. */
export const amountText = (amount: Decimal.Value, currency: string): string =>
  new Decimal(amount).toFixed(minorUnits(currency), Decimal.ROUND_HALF_UP);

/** As Postgres writes a price of at most four decimals: what stands before the zeros at its end. */
const PLAIN_PRICE = /^((?:0|[1-9]\d*)\.\d{2}(?:[1-9]|\d[1-9])?)0*$/;

/** A unit price as it is written: two decimals at least, four at most, `2.45` or `2.4575`. */
export function priceText(price: Decimal.Value): string {
  const written = typeof price === 'string' ? PLAIN_PRICE.exec(price)?.[1] : undefined;
  if (written) return written;
  const rounded = new Decimal(price).toDecimalPlaces(4, Decimal.ROUND_HALF_UP);
  return rounded.toFixed(Math.max(2, rounded.decimalPlaces()));
}

/** quantity × unit price, rounded half up once to the minor unit. A total is the sum of such lines (docs/domain/money.md). */
export const lineAmount = (quantity: Decimal.Value, price: Decimal.Value, currency: string): Decimal =>
  new Decimal(quantity).times(price).toDecimalPlaces(minorUnits(currency), Decimal.ROUND_HALF_UP);

/** Adds amounts of one currency each; currencies never mix, they stand side by side in the order of their codes. */
export function sumMoney(amounts: { amount: Decimal.Value; currency: string }[]): Money[] {
  const totals = new Map<string, Decimal>();
  for (const { amount, currency } of amounts)
    totals.set(currency, (totals.get(currency) ?? new Decimal(0)).plus(amount));
  return [...totals.entries()]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([currency, amount]) => ({ amount: amountText(amount, currency), currency }));
}
