import { decimal, price } from '../line/lines.dto';

const DECIMALS = new Set([
  'quantity',
  'gsm',
  'finishedFabricQuantity',
  'processLossPercent',
  'mixedFabricPercent',
  'deliveryTolerancePercent',
  'yarnRequired',
  'consumptionPerPiece',
  'rollQuantity',
]);
const PRICES = new Set(['millPrice', 'provaPrice', 'commission']);

/** The same row with its numbers as people write them, so that `44640` and `44640.000` are no change. */
export function asWritten<T extends object>(row: T): T {
  const written = Object.entries(row).map(([field, value]: [string, unknown]) => {
    if (typeof value !== 'string') return [field, value];
    if (DECIMALS.has(field)) return [field, decimal(value)];
    return [field, PRICES.has(field) ? price(value) : value];
  });
  return Object.fromEntries(written) as T;
}
