import type Decimal from 'decimal.js';
import type { Day } from './day';
import { amountText } from './money';
import { quantityText } from './quantity';

/** How people write the stored unit codes. */
const UNIT_WORDS: Record<string, string> = { meters: 'm', yards: 'yd', pieces: 'pcs', square_meters: 'm²' };

/** `1234567.5` → `1,234,567.5` */
const grouped = (number: string): string => number.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));

export const unitWord = (unit: string): string => UNIT_WORDS[unit] ?? unit;

/** The words of a stored code, in the database; null for one that has none. */
export const wordsSql = (sql: string, words: Readonly<Record<string, string>>): string =>
  `CASE ${sql} ${Object.entries(words)
    .map(([code, word]) => `WHEN '${code}' THEN '${word}'`)
    .join(' ')} END`;

/** `unitWord` in the database. */
export const unitWordSql = (sql: string): string => `coalesce(${wordsSql(sql, UNIT_WORDS)}, ${sql})`;

/** A quantity as a sentence names it: `5,305.44 kg`, `44,640 pcs`. */
export const quantityWords = (quantity: Decimal.Value, unit: string): string =>
  `${grouped(quantityText(quantity))} ${unitWord(unit)}`;

/** An amount as a sentence names it: `USD 158,466.00`. */
export const moneyWords = (amount: Decimal.Value, currency: string): string =>
  `${currency} ${grouped(amountText(amount, currency))}`;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day as a sentence names it: `20 Nov 2026`. */
export function dayWords(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}
