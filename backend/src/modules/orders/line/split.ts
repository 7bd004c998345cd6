import Decimal from 'decimal.js';
import { newId } from '../../../platform/database/base.entity';
import { addDays, daysBetween, type Day } from '../../../platform/values/day';
import { quantityText, UNIT_DECIMALS, type Unit } from '../../../platform/values/quantity';
import { quantityWords } from '../../../platform/values/words';
import type { LineDelivery } from '../deliveries/delivery-figures';
import { OrderLine } from './line.entity';

/** Why this much of a line cannot go on by itself; null where it can. What came stays with the line. */
export function whyNoPart(
  { status, quantity, unit }: Pick<OrderLine, 'status' | 'quantity' | 'unit'>,
  asked: string,
  { totalDeliveredQuantity: came }: Pick<LineDelivery, 'totalDeliveredQuantity'>,
): string | null {
  const say = (amount: Decimal.Value) => quantityWords(amount, unit);
  if (status === 'completed' || status === 'archived')
    return `This line is ${status}: nothing of it goes on that could be split off.`;
  if (quantity === null) return 'This line has no quantity yet: say how much it is first, or add another line.';
  const left = new Decimal(quantity).minus(came);
  if (new Decimal(asked).gte(quantity))
    return `The line is ${say(quantity)} in all: split off less than that, so that something stays.`;
  if (left.lte(0)) return `All of this line came already: ${say(came)}. Nothing is left to split off.`;
  if (left.lt(asked)) return `${say(came)} of this line came already: at most ${say(left)} can be split off.`;
  return null;
}

/**
 * What is split off a line: the same cloth for the same prices, where the line stands now. Quantities that were worked out
 * for the line are divided in proportion, half up, so that both parts together are what the line was. Changes the line.
 * @param asked its `quantity` is less than the line's; an ETA keeps its distance to the ETD
 */
export function partOf(line: OrderLine, asked: { quantity: string; etd?: Day }, number: number): OrderLine {
  const whole = line.quantity ?? asked.quantity;
  const etd = asked.etd ?? line.etd;
  const share = (amount: string | null, unit: string): [part: string | null, rest: string | null] => {
    if (amount === null) return [null, null];
    const part = new Decimal(amount).times(asked.quantity).div(whole);
    const rounded = part.toDecimalPlaces(UNIT_DECIMALS[unit as Unit], Decimal.ROUND_HALF_UP);
    const rest = new Decimal(amount).minus(rounded);
    return [rounded, rest].map((each) => (each.isZero() ? null : quantityText(each))) as [string | null, string | null];
  };
  const [fabricOfPart, fabricLeft] = share(line.finishedFabricQuantity, line.finishedFabricUnit ?? line.unit);
  const [yarnOfPart, yarnLeft] = share(line.yarnRequired, 'kg');
  const part = Object.assign(new OrderLine(), line, {
    id: newId(),
    rowVersion: 1,
    part: number,
    quantity: quantityText(asked.quantity),
    etd,
    eta: line.eta && line.etd && etd ? addDays(line.eta, daysBetween(line.etd, etd)) : line.eta,
    finishedFabricQuantity: fabricOfPart,
    yarnRequired: yarnOfPart,
    gates: [],
    supply: line.supply && { ...line.supply, offers: 0, files: 0, delivered: [] },
  });
  Object.assign(line, {
    quantity: quantityText(new Decimal(whole).minus(asked.quantity)),
    finishedFabricQuantity: fabricLeft,
    yarnRequired: yarnLeft,
  });
  return part;
}
