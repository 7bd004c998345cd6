import Decimal from 'decimal.js';
import { convertQuantity, type Unit } from '../../../platform/values/quantity';
import { figuresOf, type OwnFigures, type RolledLine } from '../line/roll-up';
import { deliveryOf, type DeliveredLine, type LineDelivery } from './delivery-figures';
import type { DeliveredInUnit } from './line-supply';

/** Of an order without lines nothing is known of the fabric: nothing converts. */
const NO_FABRIC: DeliveredLine['style'] = {
  gsm: null,
  finishingWidth: null,
  cuttableWidth: null,
  consumptionPerPiece: null,
  consumptionUnit: 'kg',
  rollQuantity: null,
  rollUnit: 'kg',
};

export type MeasuredLine = RolledLine & DeliveredLine;

/** What is paid for and delivered: the lines of an order, or its own quantity and prices where it has none. */
export function measuredOf(order: OwnFigures, lines: readonly MeasuredLine[]): readonly MeasuredLine[] {
  if (lines.length) return lines;
  return figuresOf(order, []).map((own) => ({ ...own, deliveryTolerancePercent: null, style: NO_FABRIC }));
}

/** What came of a line, as its value and profit are made real by it. Quantities are in the line's unit. */
export interface Realized<L> {
  line: L;
  /** For the line itself. */
  delivered: string;
  /** Its part of what came for the order as a whole. */
  share: string;
  /** Both together, at most what was ordered. */
  quantity: string;
}

/**
 * How much of each line has come (docs/domain/deliveries.md). What came for the order as a whole is spread over the lines whose
 * units it converts into, by what was ordered of each; where it converts into none it counts for none. Lines without a quantity
 * are left out. @param came of each line, where it is known already
 */
export function realizedOf<L extends DeliveredLine>(
  lines: readonly L[],
  whole: readonly DeliveredInUnit[],
  came: readonly LineDelivery[] = lines.map((line) => deliveryOf(line)),
): Realized<L>[] {
  const units = [...new Set(lines.map(({ unit }) => unit))];
  const sums = new Map(units.map((unit) => [unit, { ordered: inUnit(lines, unit), spread: inUnit(whole, unit) }]));
  return lines.flatMap((line, index) => {
    if (line.quantity === null) return [];
    const delivered = came[index]?.totalDeliveredQuantity ?? '0';
    const { ordered, spread } = sums.get(line.unit) ?? { ordered: new Decimal(1), spread: new Decimal(0) };
    const share = spread.isZero() ? spread : spread.times(line.quantity).div(ordered);
    const quantity = Decimal.min(share.plus(delivered), line.quantity);
    return [{ line, delivered, share: share.toFixed(), quantity: quantity.toFixed() }];
  });
}

/** What of these converts into the unit, added up; none of what does not. */
const inUnit = (quantities: readonly { quantity: string | null; unit: string }[], unit: string): Decimal =>
  quantities.reduce(
    (sum, each) => sum.plus(convertQuantity(each.quantity ?? 0, each.unit as Unit, unit as Unit) ?? 0),
    new Decimal(0),
  );

/** The lines with no more of their quantity than came: what value and profit are realized of. */
export const realizedLines = <L extends DeliveredLine>(realized: readonly Realized<L>[]): L[] =>
  realized.flatMap(({ line, quantity }) => (new Decimal(quantity).isZero() ? [] : [{ ...line, quantity }]));
