import Decimal from 'decimal.js';
import { convertQuantity, quantityText, UNIT_DECIMALS, type Unit } from '../../../platform/values/quantity';
import type { FabricFacts } from '../../orders/quantity/fabric';
import { convert } from '../../orders/quantity/conversion';
import type { OutputStage } from '../output';
import { FABRIC_STAGES, type FabricStage } from './entry.vocabulary';

/** An entry of a fabric stage, with the fabric that it is of. */
export interface FabricEntry {
  stage: FabricStage;
  quantity: string;
  unit: Unit;
  fabric: FabricFacts;
}

/** Output that has no place in the unit of its day. */
export interface LeftOut {
  stage: FabricStage;
  quantity: string;
  unit: Unit;
}

export type ComputedDay = Record<OutputStage, string> & { unit: Unit; leftOut: LeftOut[] };

/**
 * The sheet of a day from its entries. It counts in kg where any of them is a weight, else in the unit of the first; what
 * is in another unit is converted by its fabric, and what does not convert is left out by name, never added.
 * @param entries at least one, in the order of their stages
 */
export function computedDay(entries: readonly FabricEntry[]): ComputedDay {
  const unit = entries.some((each) => convertQuantity(1, each.unit, 'kg')) ? 'kg' : (entries[0]?.unit ?? 'kg');
  const sums: Record<OutputStage, Decimal> = {
    knitted: new Decimal(0),
    dyed: new Decimal(0),
    finished: new Decimal(0),
  };
  const leftOut: LeftOut[] = [];
  for (const { stage, quantity, unit: from, fabric } of entries) {
    const converted = convert(quantity, from, unit, fabric).conversion;
    const column = FABRIC_STAGES[stage];
    if (converted) sums[column] = sums[column].plus(converted.exact);
    else leftOut.push({ stage, quantity: quantityText(quantity), unit: from });
  }
  const text = (sum: Decimal) => sum.toDecimalPlaces(UNIT_DECIMALS[unit], Decimal.ROUND_HALF_UP).toFixed();
  return { unit, leftOut, knitted: text(sums.knitted), dyed: text(sums.dyed), finished: text(sums.finished) };
}
