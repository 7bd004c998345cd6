import { addDays, isDay, type Day } from '../../../../platform/values/day';
import { readDay } from '../swift/swift-values';

/** From which day to which goods may leave; null: open on that side. */
export interface ShipmentPeriod {
  from: Day | null;
  to: Day | null;
}

const MONTHS = 'JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC';
const DAY = String.raw`(\d{6}(?!\d)|\d{4}-\d{2}-\d{2}|\d{1,2}(?:ST|ND|RD|TH)?[\s-]*(?:${MONTHS})[A-Z]*\.?[\s,-]*\d{2,4}|\d{1,2}[/.]\d{1,2}[/.]\d{4})`;
const MONTH = String.raw`(${MONTHS})[A-Z]*\.?[\s,-]*(20\d{2})`;

/**
 * What a shipment period (44D) means by UCP 600 art. 3: "on or about" is five days before to five after, both included; "to",
 * "until", "till", "from" and "between" include their days, "before" and "after" exclude them; the beginning of a month is its days 1 to 10,
 * the middle 11 to 20, the end 21 to its last; the first half 1 to 15, the second 16 to its last. Null: it cannot be read.
 */
export function shipmentPeriod(words: string): ShipmentPeriod | null {
  const text = words.replace(/\s+/g, ' ').trim();
  const day = (pattern: string): Day | null => {
    const found = new RegExp(`${pattern}\\s*:?\\s*${DAY}`, 'i').exec(text)?.[1];
    return found === undefined ? null : (readDay(found)?.day ?? null);
  };
  const about = day('ON OR ABOUT');
  if (about) return { from: addDays(about, -5), to: addDays(about, 5) };
  const ofMonth = partOfMonth(text);
  if (ofMonth) return ofMonth;
  const between = new RegExp(`BETWEEN\\s*${DAY}\\s*(?:AND|TO|-)\\s*${DAY}`, 'i').exec(text);
  if (between?.[1] && between[2]) return period(readDay(between[1])?.day, readDay(between[2])?.day);
  const [after, from] = [day('(?<!NOT )AFTER'), day('(?:FROM|NOT BEFORE|NOT EARLIER THAN)')];
  const [before, to] = [day('(?<!NOT )BEFORE'), day('(?:TO|UNTIL|TILL|NOT AFTER|NOT LATER THAN|LATEST|BY)')];
  return period(after ? addDays(after, 1) : from, before ? addDays(before, -1) : to);
}

const period = (from: Day | null | undefined, to: Day | null | undefined): ShipmentPeriod | null =>
  from || to ? { from: from ?? null, to: to ?? null } : null;

const PARTS: readonly (readonly [RegExp, first: number, last: number | null])[] = [
  [/BEGINNING/i, 1, 10],
  [/MIDDLE/i, 11, 20],
  [/\bEND\b/i, 21, null],
  [/FIRST HALF/i, 1, 15],
  [/SECOND HALF/i, 16, null],
  [/DURING|\bIN\b|WITHIN/i, 1, null],
];

function partOfMonth(text: string): ShipmentPeriod | null {
  const part = PARTS.find(([pattern]) => pattern.test(text));
  const month = new RegExp(`(?<!\\d\\s?|\\d-|TH |ST |ND |RD )\\b${MONTH}`, 'i').exec(text);
  if (!part || !month?.[1] || !month[2]) return null;
  const first = readDay(`1 ${month[1]} ${month[2]}`)?.day;
  if (!first) return null;
  const [, from, to] = part;
  return { from: ofMonth(first, from), to: to === null ? lastOf(first) : ofMonth(first, to) };
}

const ofMonth = (day: Day, date: number): Day => `${day.slice(0, 8)}${String(date).padStart(2, '0')}`;

const lastOf = (day: Day): Day => ofMonth(day, [31, 30, 29, 28].find((date) => isDay(ofMonth(day, date))) ?? 28);
