/** Days in a sheet. Everything is reckoned in whole UTC days, so no machine's time zone can move one. */

/** What a text in a date column turned out to be. */
export type DateReading =
  | { kind: 'date'; date: string }
  /** Meant as a date, but it cannot be taken as it stands. */
  | { kind: 'impossible'; reason: string; suggestion: string | null }
  /** Words; `found` are the dates written among them. */
  | { kind: 'words'; found: string[] };

const DAY = 86_400_000;
const HALF_A_SECOND = 0.5 / 86_400;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2099;
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const TIME = String.raw`(?:[T ]+\d{1,2}:\d{2}\S{0,20}(?: ?[AP]M)?)?`;
const YEAR = String.raw`(\d{4}|'?\d{2})`;
const GAP = String.raw`[\s./,-]{0,3}`;
const DAY_NUMBER = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const MONTH_NAME = '([a-z]{3,9})';

interface DateForm {
  pattern: string;
  /** Which group holds year, month and day; null where the form leaves the year out. */
  year: number | null;
  month: number;
  day: number;
}

const FORMS: DateForm[] = [
  { pattern: String.raw`(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})`, year: 1, month: 2, day: 3 },
  { pattern: `${DAY_NUMBER}${GAP}${MONTH_NAME}${GAP}${YEAR}`, year: 3, month: 2, day: 1 },
  { pattern: String.raw`${MONTH_NAME}${GAP}${DAY_NUMBER}[\s./,-]{1,3}${YEAR}`, year: 3, month: 1, day: 2 },
  { pattern: String.raw`(\d{1,2}) ?[./-] ?(\d{1,2}) ?[./-] ?${YEAR}`, year: 3, month: 2, day: 1 },
];
const YEARLESS: DateForm[] = [
  { pattern: `${DAY_NUMBER}${GAP}${MONTH_NAME}`, year: null, month: 2, day: 1 },
  { pattern: `${MONTH_NAME}${GAP}${DAY_NUMBER}`, year: null, month: 1, day: 2 },
  { pattern: String.raw`(\d{1,2})[./-](\d{1,2})`, year: null, month: 2, day: 1 },
];
const WHOLE = FORMS.map((form) => ({ form, regex: new RegExp(`^${form.pattern}${TIME}$`, 'i') }));
const WHOLE_YEARLESS = YEARLESS.map((form) => ({ form, regex: new RegExp(`^${form.pattern}$`, 'i') }));
const WITHIN = FORMS.map((form) => ({ form, regex: new RegExp(`(?<![\\w.])${form.pattern}(?![\\w])`, 'gi') }));

/**
 * Reads `10/Nov/25`, `20.08.17`, `5-November-2025`, `2025-11-13`, `13/11/2025` (the day first, as the house writes), with or
 * without a time. Never throws.
 * @param near a day of the same sheet (`2025-11-10`); proposes the year where the text leaves it out
 */
export function readDateText(text: string, near: string | null): DateReading {
  const trimmed = text.replace(/\s+/g, ' ').trim();
  if (trimmed.length > 60) return { kind: 'words', found: datesWithin(trimmed) };
  for (const { form, regex } of WHOLE) {
    const match = regex.exec(trimmed);
    const reading = match && readMatch(match, form, trimmed);
    if (reading) return reading;
  }
  for (const { form, regex } of WHOLE_YEARLESS) {
    const match = regex.exec(trimmed);
    const month = match && monthNumber(match[form.month] ?? '');
    if (!match || !month) continue;
    return {
      kind: 'impossible',
      reason: `“${trimmed}” has no year.`,
      suggestion: near === null ? null : closestYear(Number(match[form.day]), month, near),
    };
  }
  return { kind: 'words', found: datesWithin(trimmed) };
}

/** Excel's day number as `2025-11-10`; a time of day is dropped. Null where no such day exists (29 February 1900 too). */
export function serialToDate(serial: number, date1904: boolean): string | null {
  if (!Number.isFinite(serial)) return null;
  const day = Math.floor(serial + HALF_A_SECOND);
  // Excel counts a 29 February 1900 that never was: days before it are one further from the epoch.
  if (date1904 ? day < 0 : day < 1 || day === 60) return null;
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  const date = new Date(epoch + day * DAY);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999 ? null : date.toISOString().slice(0, 10);
}

/** Whether a milestone may fall on this day: a plan of 1905 or 2150 is a number shown as a date. */
export function isPlausibleDate(date: string): boolean {
  const year = Number(date.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && calendarDate(Number(match[1]), Number(match[2]), Number(match[3])) !== null;
}

/** @returns `date` moved by whole years; 29 February becomes 28 where the year has none */
export function addYears(date: string, years: number): string {
  const year = Number(date.slice(0, 4)) + years;
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  return calendarDate(year, month, day) ?? calendarDate(year, month, day - 1) ?? date;
}

function readMatch(match: RegExpExecArray, form: DateForm, text: string): DateReading | null {
  const month = monthNumber(match[form.month] ?? '');
  if (month === null) return null; // letters that are no month: words after all
  const year = fullYear(match[form.year ?? 0] ?? '');
  const day = Number(match[form.day]);
  const date = calendarDate(year, month, day);
  if (date === null) {
    return {
      kind: 'impossible',
      reason: `“${text}” is not a day that exists.`,
      suggestion: calendarDate(year, day, month), // 11/25/2025: the month came first
    };
  }
  if (!isPlausibleDate(date)) {
    return { kind: 'impossible', reason: `“${text}” lies outside ${FIRST_YEAR}–${LAST_YEAR}.`, suggestion: null };
  }
  return { kind: 'date', date };
}

function datesWithin(text: string): string[] {
  const found: string[] = [];
  for (const { form, regex } of WITHIN) {
    for (const match of text.slice(0, 500).matchAll(regex)) {
      const reading = readMatch(match, form, text);
      if (reading?.kind === 'date' && !found.includes(reading.date)) found.push(reading.date);
    }
  }
  return found.sort();
}

function monthNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const word = text.toLowerCase();
  if (word === 'sept') return 9;
  const index = MONTHS.findIndex((month) => word.length >= 3 && month.startsWith(word));
  return index < 0 ? null : index + 1;
}

/** Two digits stand for this century up to 79, for the last from 80 on. */
function fullYear(text: string): number {
  const year = Number(text.replace("'", ''));
  if (text.replace("'", '').length > 2) return year;
  return year < 80 ? 2000 + year : 1900 + year;
}

function calendarDate(year: number, month: number, day: number): string | null {
  if (!(year >= 1000 && year <= 9999)) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}

function closestYear(day: number, month: number, near: string): string | null {
  const year = Number(near.slice(0, 4));
  const candidates = [year - 1, year, year + 1]
    .map((candidate) => calendarDate(candidate, month, day))
    .filter((date) => date !== null);
  const distance = (date: string): number => Math.abs(Date.parse(date) - Date.parse(near));
  return candidates.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}
