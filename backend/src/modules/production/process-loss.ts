import Decimal from 'decimal.js';
import type { ProcessLossBasis } from '../orders/vocabulary';

/**
 * Greige to knit so that `finished` is left. On output the loss is a mark-up on the finished quantity, on input a share of the
 * greige that is lost: 4,737 kg at 12 % need 5,305.44 or 5,382.95 (docs/domain/process-loss.md).
 * @param finished above 0, in any unit  @param processLoss percent, 0 to below 100
 * @returns in the unit of `finished`, unrounded
 */
export function greigeFor(
  finished: Decimal.Value,
  processLoss: Decimal.Value,
  basis: ProcessLossBasis = 'output',
): Decimal {
  const share = new Decimal(processLoss).div(100);
  return basis === 'output' ? share.plus(1).times(finished) : new Decimal(finished).div(new Decimal(1).minus(share));
}

/**
 * What was lost between the greige and the finished fabric, on the same basis as it was planned; negative where more came out.
 * @param greige above 0  @param finished above 0, in the unit of `greige`  @returns percent, one decimal, half up
 */
export function processLossOf(greige: Decimal.Value, finished: Decimal.Value, basis: ProcessLossBasis): string {
  const lost = new Decimal(greige).minus(finished);
  return lost
    .times(100)
    .div(basis === 'output' ? finished : greige)
    .toFixed(1, Decimal.ROUND_HALF_UP);
}

/** The main yarn of a greige and the yarn that is mixed into it, both unrounded, in its unit. @param mixed percent, 0 to below 100 */
export function yarnFor(greige: Decimal.Value, mixed: Decimal.Value): { main: Decimal; mixed: Decimal } {
  const share = new Decimal(greige).times(mixed).div(100);
  return { main: new Decimal(greige).minus(share), mixed: share };
}

/** A greige quantity as it is shown: half up to 0.01. */
export const greigeText = (greige: Decimal): string => greige.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed();

/** `part` of `whole` in percent with one decimal, half up; above 100 where more was made than asked. @param whole above 0 */
export const percentOf = (part: Decimal.Value, whole: Decimal.Value): string =>
  new Decimal(part).times(100).div(whole).toFixed(1, Decimal.ROUND_HALF_UP);
