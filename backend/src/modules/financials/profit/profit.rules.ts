import Decimal from 'decimal.js';
import { amountText, lineAmount } from '../../../platform/values/money';
import type { DeliveredInUnit } from '../../orders/deliveries/line-supply';
import { realizedOf, type MeasuredLine } from '../../orders/deliveries/realization';

/** Why a line adds what it adds. Amounts are in its currency, rounded half up once. */
export interface LineProfit<L> {
  line: L;
  /** Our price − mill price − commission, per unit; null where a price is missing. */
  margin: string | null;
  value: string | null;
  potentialProfit: string | null;
  delivered: string;
  share: string;
  /** What came of it, at most what was ordered. */
  realizedQuantity: string;
  realizedValue: string | null;
  realizedProfit: string | null;
}

/** What an order is worth in one of its currencies. */
export interface CurrencyProfit {
  currency: string;
  value: string;
  potentialProfit: string;
  realizedValue: string;
  realizedProfit: string;
  /** Lines that have no profit, for want of a price. */
  unpricedLines: number;
}

/**
 * Value and profit of each line, potential and realized (docs/domain/money.md). Lines without a quantity are left out.
 * @param whole what came for the order as a whole
 */
export function profitOfLines<L extends MeasuredLine>(
  lines: readonly L[],
  whole: readonly DeliveredInUnit[],
): LineProfit<L>[] {
  return realizedOf(lines, whole).map(({ line, delivered, share, quantity: realizedQuantity }) => {
    const { provaPrice, currency } = line;
    const margin = marginOf(line);
    const amount = (quantity: string, price: Decimal.Value | null) =>
      price === null ? null : amountText(lineAmount(quantity, price, currency), currency);
    const ordered = line.quantity ?? '0';
    return {
      line,
      margin: margin?.toFixed() ?? null,
      value: amount(ordered, provaPrice),
      potentialProfit: amount(ordered, margin),
      delivered,
      share,
      realizedQuantity,
      realizedValue: amount(realizedQuantity, provaPrice),
      realizedProfit: amount(realizedQuantity, margin),
    };
  });
}

/** Per unit, before anything is rounded. */
function marginOf({ provaPrice, millPrice, commission }: MeasuredLine): Decimal | null {
  return provaPrice === null || millPrice === null
    ? null
    : new Decimal(provaPrice).minus(millPrice).minus(commission ?? 0);
}

/** The sums of its lines, a currency each, in the order of their codes. */
export function profitPerCurrency(profits: readonly LineProfit<MeasuredLine>[]): CurrencyProfit[] {
  const currencies = [...new Set(profits.map(({ line }) => line.currency))].sort();
  return currencies.map((currency) => {
    const own = profits.filter(({ line }) => line.currency === currency);
    const sum = (figure: 'value' | 'potentialProfit' | 'realizedValue' | 'realizedProfit') =>
      amountText(
        own.reduce((total, each) => total.plus(each[figure] ?? 0), new Decimal(0)),
        currency,
      );
    return {
      currency,
      value: sum('value'),
      potentialProfit: sum('potentialProfit'),
      realizedValue: sum('realizedValue'),
      realizedProfit: sum('realizedProfit'),
      unpricedLines: own.filter(({ margin }) => margin === null).length,
    };
  });
}
