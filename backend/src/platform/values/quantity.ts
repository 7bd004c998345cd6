import Decimal from 'decimal.js';

/** Stored unit codes; a screen says kg, g, lbs, m, yd, pcs, rolls. */
export const UNITS = ['kg', 'g', 'lbs', 'meters', 'yards', 'pieces', 'rolls'] as const;
export type Unit = (typeof UNITS)[number];
export const WEIGHTS = ['kg', 'g', 'lbs'] as const satisfies readonly Unit[];
export const isWeight = (unit: string): boolean => (WEIGHTS as readonly string[]).includes(unit);

/** Decimals a quantity may have in its unit: weights three, lengths two, pieces and rolls none. */
export const UNIT_DECIMALS: Record<Unit, number> = {
  kg: 3,
  g: 3,
  lbs: 3,
  meters: 2,
  yards: 2,
  pieces: 0,
  rolls: 0,
};

export interface Quantity {
  quantity: string;
  unit: string;
}

/** A quantity as it is written: without trailing zeros, `44640` or `9550.5`. */
export const quantityText = (quantity: Decimal.Value): string =>
  (typeof quantity === 'string' && PLAIN.exec(quantity)?.[1]) || new Decimal(quantity).toFixed();

/** As Postgres writes a numeric: what stands before the zeros at its end. Most are; arithmetic is not needed for these. */
const PLAIN = /^((?:0|[1-9]\d*)(?:\.\d*[1-9])?)(?:\.?0*)$/;

/** True when `quantity` has no more decimals than its unit knows (half a piece is refused). */
export const fitsUnit = (quantity: Decimal.Value, unit: Unit): boolean =>
  new Decimal(quantity).decimalPlaces() <= UNIT_DECIMALS[unit];

/** What a unit measures, and how much of the measure's own unit (kg, metre, piece, roll) it is. Both factors are exact. */
export const UNIT_MEASURES = {
  kg: ['weight', '1'],
  g: ['weight', '0.001'],
  lbs: ['weight', '0.45359237'],
  meters: ['length', '1'],
  yards: ['length', '0.9144'],
  pieces: ['pieces', '1'],
  rolls: ['rolls', '1'],
} as const satisfies Record<Unit, readonly [measure: string, factor: string]>;

/** The same quantity in another unit, unrounded; null where the units do not convert (pieces into kg). */
export function convertQuantity(quantity: Decimal.Value, from: Unit, to: Unit): Decimal | null {
  const [measure, factor] = UNIT_MEASURES[from];
  const [wanted, divisor] = UNIT_MEASURES[to];
  return measure === wanted ? new Decimal(quantity).times(factor).div(divisor) : null;
}

/** Adds quantities of one unit each; units never mix, they stand side by side in the order of their codes. */
export function sumQuantities(quantities: { quantity: Decimal.Value; unit: string }[]): Quantity[] {
  const totals = new Map<string, Decimal>();
  for (const { quantity, unit } of quantities) totals.set(unit, (totals.get(unit) ?? new Decimal(0)).plus(quantity));
  return [...totals.entries()]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([unit, quantity]) => ({ quantity: quantityText(quantity), unit }));
}
