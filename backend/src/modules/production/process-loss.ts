import Decimal from 'decimal.js';

/**
 * Greige to knit so that `finished` is left. Loss is a mark-up on the finished quantity: 4,737 kg at 12 % need 5,305.44.
 * @param finished above 0, in any unit  @param processLoss percent, 0 to below 100
 * @returns in the unit of `finished`, unrounded
 */
export const greigeFor = (finished: Decimal.Value, processLoss: Decimal.Value): Decimal =>
  new Decimal(processLoss).div(100).plus(1).times(finished);

/** A greige quantity as it is shown: half up to 0.01. */
export const greigeText = (greige: Decimal): string => greige.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed();

/** `part` of `whole` in percent with one decimal, half up; above 100 where more was made than asked. @param whole above 0 */
export const percentOf = (part: Decimal.Value, whole: Decimal.Value): string =>
  new Decimal(part).times(100).div(whole).toFixed(1, Decimal.ROUND_HALF_UP);
