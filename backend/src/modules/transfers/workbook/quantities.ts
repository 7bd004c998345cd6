import { Decimal } from 'decimal.js';
import type { LineUnit } from './workbook.fields';

/** What a cell meant as a quantity turned out to be. `value` is a decimal string with at most three places. */
export type QuantityReading =
  | { kind: 'quantity'; value: string; unit: LineUnit | null }
  /** `suggestion` is a text that would be taken. */
  | { kind: 'impossible'; reason: string; suggestion: string | null }
  | { kind: 'words' };

const LARGEST = new Decimal('99999999.99');
/** As grams of a kilogram are counted; what counts fewer in its unit rounds further. */
const PLACES = 3;
const DOZEN = 12;
const UNITS: Record<string, LineUnit> = {
  pc: 'pieces',
  pcs: 'pieces',
  piece: 'pieces',
  pieces: 'pieces',
  kg: 'kg',
  kgs: 'kg',
  kilo: 'kg',
  kilos: 'kg',
  g: 'g',
  roll: 'rolls',
  rolls: 'rolls',
  yd: 'yards',
  yds: 'yards',
  yard: 'yards',
  yards: 'yards',
  m: 'meters',
  mtr: 'meters',
  mtrs: 'meters',
  meter: 'meters',
  meters: 'meters',
  metres: 'meters',
  lb: 'lbs',
  lbs: 'lbs',
};

/**
 * Reads `44640`, `44,640`, `44 640 pcs`, `1,234.50 KG`. Never throws.
 * @returns impossible for zero, negatives, dozens and amounts beyond 99,999,999.99
 */
export function readQuantity(text: string): QuantityReading {
  const match = /^([+-]?[\d., ]*\d)\s*([a-z]{0,8})\.?$/i.exec(text.replace(/[\s\u00a0]+/g, ' ').trim());
  if (!match) return { kind: 'words' };
  const word = (match[2] ?? '').toLowerCase();
  const amount = readNumber(match[1] ?? '');
  if (amount === null) return { kind: 'words' };
  if (/^(dz|doz|dozen|dozens)$/.test(word)) {
    const pieces = amount.times(DOZEN).toDecimalPlaces(PLACES, Decimal.ROUND_HALF_UP);
    return { kind: 'impossible', reason: 'Dozens are not kept; enter pieces.', suggestion: pieces.toFixed() };
  }
  const unit = UNITS[word] ?? null;
  if (word !== '' && unit === null) return { kind: 'words' };
  return judge(amount, unit);
}

/** The same for a number the sheet stores; thirds and other endless fractions are rounded half up to three places. */
export function quantityOfNumber(value: number): QuantityReading {
  return Number.isFinite(value) ? judge(new Decimal(value), null) : { kind: 'words' };
}

function judge(amount: Decimal, unit: LineUnit | null): QuantityReading {
  const rounded = amount.toDecimalPlaces(PLACES, Decimal.ROUND_HALF_UP);
  if (rounded.lte(0)) return { kind: 'impossible', reason: 'A quantity must be above zero.', suggestion: null };
  if (rounded.gt(LARGEST)) {
    return { kind: 'impossible', reason: 'A quantity can be at most 99,999,999.99.', suggestion: null };
  }
  return { kind: 'quantity', value: rounded.toFixed(), unit };
}

/** Commas and blanks part thousands and the point parts decimals; `44.640` and `1.234,5` are not guessed at. */
function readNumber(text: string): Decimal | null {
  if (/^[+-]?\d{1,15}(\.\d{1,15})?$/.test(text) && !/^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(text)) return new Decimal(text);
  // Thousands in the Indian way (1,20,000) too.
  if (/^[+-]?\d{1,3}([, ]\d{2,3})*[, ]\d{3}(\.\d{1,15})?$/.test(text)) return new Decimal(text.replace(/[, ]/g, ''));
  return null;
}
