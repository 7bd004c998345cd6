import Decimal from 'decimal.js';
import { minorUnits } from '../../../platform/values/currencies';
import { amountText, type Money } from '../../../platform/values/money';
import { convertQuantity, quantityText, type Unit } from '../../../platform/values/quantity';
import type { GoodsQuantity } from './swift/narrative';

/** What may be drawn under an LC, what was, and what is left. */
export interface AmountBalance {
  /** 32B */
  amount: string;
  /** With the tolerance upwards (39A). */
  most: string;
  drawn: string;
  /** Of `most`; below 0 where more was drawn than the LC allows, such as before it was lowered. */
  left: string;
}

/** The same in goods, one for each unit that the LC names. */
export interface QuantityBalance {
  unit: Unit;
  quantity: string;
  most: string;
  drawn: string;
  left: string;
}

const percentMore = (value: Decimal.Value, percent: string | null): Decimal =>
  new Decimal(value).times(new Decimal(percent ?? 0).div(100).plus(1));

export function amountBalance(
  { amount, currency, amountPlusPercent }: Money & { amountPlusPercent: string | null },
  drawn: Decimal.Value,
): AmountBalance {
  // Down: what rounds up to the next cent is more than the tolerance allows.
  const most = percentMore(amount, amountPlusPercent).toDecimalPlaces(minorUnits(currency), Decimal.ROUND_DOWN);
  return {
    amount: amountText(amount, currency),
    most: amountText(most, currency),
    drawn: amountText(drawn, currency),
    left: amountText(most.minus(drawn), currency),
  };
}

/** Drawings in a unit that converts count in the unit of the LC; the others do not. */
export function quantityBalances(
  quantities: readonly GoodsQuantity[],
  plusPercent: string | null,
  drawings: readonly { quantity: string | null; unit: Unit | null }[],
): QuantityBalance[] {
  return quantities.map(({ quantity, unit }) => {
    const drawn = drawings.reduce(
      (sum, drawing) =>
        drawing.quantity && drawing.unit ? sum.plus(convertQuantity(drawing.quantity, drawing.unit, unit) ?? 0) : sum,
      new Decimal(0),
    );
    const most = percentMore(quantity, plusPercent);
    return {
      unit,
      quantity: quantityText(quantity),
      most: quantityText(most.toDecimalPlaces(3, Decimal.ROUND_DOWN)),
      drawn: quantityText(drawn.toDecimalPlaces(3)),
      left: quantityText(most.toDecimalPlaces(3, Decimal.ROUND_DOWN).minus(drawn.toDecimalPlaces(3))),
    };
  });
}
