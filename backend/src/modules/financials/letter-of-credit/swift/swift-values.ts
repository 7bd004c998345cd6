import Decimal from 'decimal.js';
import { isDay, type Day } from '../../../../platform/values/day';
import { isCurrency, minorUnits } from '../../../../platform/values/currencies';
import { amountText, type Money } from '../../../../platform/values/money';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** A day and what stands behind it: `270120BANGLADESH` → 2027-01-20, `BANGLADESH`. */
export interface DayRead {
  day: Day;
  rest: string;
}

/** `YYMMDD` as SWIFT writes days, or as a printer does: `2027-01-20`, `20 JAN 2027`, `JAN 20, 2027`, `20/01/2027`. Null: no day. */
export function readDay(text: string): DayRead | null {
  const words = text.trim();
  for (const [pattern, build] of DAYS) {
    const found = pattern.exec(words);
    const day = found && build(found);
    if (found && day && isDay(day))
      return {
        day,
        rest: words
          .slice(found[0].length)
          .replace(/^[\s:,/)-]+/, '')
          .trim(),
      };
  }
  return null;
}

const two = (value: string): string => value.padStart(2, '0');
const monthOf = (name: string): string => two(String(MONTHS.indexOf(name.slice(0, 3).toUpperCase()) + 1));
const century = (year: string): string => (Number(year) < 80 ? `20${year}` : `19${year}`);

const DAYS: readonly (readonly [RegExp, (found: RegExpExecArray) => string])[] = [
  [/^(\d{4})[-/.](\d{2})[-/.](\d{2})(?!\d)/, ([, y, m, d]) => `${y}-${m}-${d}`],
  [/^(20\d{2})(\d{2})(\d{2})(?!\d)/, ([, y, m, d]) => `${y}-${m}-${d}`],
  [/^(\d{2})(\d{2})(\d{2})(?!\d)/, ([, y = '', m, d]) => `${century(y)}-${m}-${d}`],
  [/^(\d{1,2})[-/.](\d{1,2})[-/.](20\d{2})(?!\d)/, ([, d = '', m = '', y]) => `${y}-${two(m)}-${two(d)}`],
  [
    /^(\d{1,2})(?:ST|ND|RD|TH)?[\s-]*(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*\.?[\s,-]*(20\d{2}|\d{2})(?!\d)/i,
    ([, d = '', m = '', y = '']) => `${y.length === 2 ? century(y) : y}-${monthOf(m)}-${two(d)}`,
  ],
  [
    /^(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*\.?\s*(\d{1,2})(?:ST|ND|RD|TH)?[\s,]+(20\d{2})(?!\d)/i,
    ([, m = '', d = '', y]) => `${y}-${monthOf(m)}-${two(d)}`,
  ],
];

/** A number as people write them in narrative: `44,640`, `44.640,50`, `2.45`. Null: none. */
export function readNumber(text: string): Decimal | null {
  const digits = text.replace(/[\s']/g, '');
  if (!/^\d[\d.,]*$/.test(digits)) return null;
  const [comma, point] = [digits.lastIndexOf(','), digits.lastIndexOf('.')];
  const grouped = (mark: string): boolean => new RegExp(`^\\d{1,3}(\\${mark}\\d{3})+$`).test(digits);
  if (comma >= 0 && point >= 0) return plain(digits, comma > point ? ',' : '.');
  if (comma >= 0) return plain(digits, grouped(',') ? '' : ',');
  return plain(digits, (digits.match(/\./g)?.length ?? 0) > 1 ? '' : '.');
}

/** With one mark as its decimal point; of another it is rid. */
function plain(digits: string, point: string): Decimal | null {
  const at = point ? digits.lastIndexOf(point) : -1;
  const [whole, part] = at < 0 ? [digits, ''] : [digits.slice(0, at), digits.slice(at + 1)];
  const bare = `${whole.replace(/\D/g, '')}.${part.replace(/\D/g, '') || '0'}`;
  return /^\d+\.\d+$/.test(bare) ? new Decimal(bare) : null;
}

/** An amount has thirteen digits before its point at most. */
const MOST = '1e13';

/** `USD158466,00`: in SWIFT the comma is the decimal mark; a printer may write `USD 158,466.00`. Null: no amount. */
export function readMoney(text: string): (Money & { rest: string }) | null {
  const words = text.replace(/^(?:\s*(?:currency|amount|ccy)\s*[:.]?)+/gi, '').trim();
  const found = /^#?([A-Z]{3})\s*#?\s*(?:amount\s*[:.]*)?\s*#?(\d[\d.,' ]*\d|\d)(?![A-Z\d])[,.]?#?/i.exec(words);
  if (!found?.[1] || !found[2]) return null;
  const currency = found[1].toUpperCase();
  if (!isCurrency(currency)) return null;
  const value = amountOf(found[2].replace(/[\s']/g, ''), currency);
  if (!value || value.lte(0) || value.gte(MOST) || value.decimalPlaces() > minorUnits(currency)) return null;
  return { amount: amountText(value, currency), currency, rest: words.slice(found[0].length).trim() };
}

function amountOf(digits: string, currency: string): Decimal | null {
  if (digits.includes('.')) return readNumber(digits);
  const part = /^\d+,(\d+)$/.exec(digits)?.[1];
  return part !== undefined && part.length <= minorUnits(currency) ? plain(digits, ',') : readNumber(digits);
}

/** `05/05`, `5/0`, `+5/-5 PCT`: what may be more, what less, in percent. Null where it is none. */
export function readTolerance(text: string): { plus: string; minus: string } | null {
  const found = /(?<![\d.,])(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:%|pct)?\s*\/\s*-?\s*(\d{1,2}(?:[.,]\d{1,2})?)(?!\d)/i.exec(
    text,
  );
  const one = found ? null : /^\s*\+?\/?-?\s*(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:%|pct|percent)?\s*$/i.exec(text);
  const [plus, minus] = found ? [found[1], found[2]] : [one?.[1], one?.[1]];
  return plus && minus ? { plus: percent(plus), minus: percent(minus) } : null;
}

export const percent = (digits: string): string => new Decimal(digits.replace(',', '.')).toFixed();

/** A firm: its name stands on the first line, without the account number that may stand before it. */
export interface Party {
  name: string;
  address: string | null;
}

export function readParty(text: string): Party | null {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line, at) => line !== '' && !(at === 0 && /^\/[\w/-]+$/.test(line)));
  const [name, ...address] = lines.map((line) => line.replace(/^\d\/(?=\S)/, ''));
  return name ? { name: name.replace(/[,;]+$/, ''), address: address.length ? address.join('\n') : null } : null;
}

export const AVAILABILITIES = ['payment', 'deferred_payment', 'acceptance', 'negotiation', 'mixed_payment'] as const;
export type Availability = (typeof AVAILABILITIES)[number];

const AVAILABLE_BY: readonly (readonly [RegExp, Availability])[] = [
  [/\bBY\s*:?\s*MIX/i, 'mixed_payment'],
  [/\bBY\s*:?\s*DEF/i, 'deferred_payment'],
  [/\bBY\s*:?\s*ACCEPT/i, 'acceptance'],
  [/\bBY\s*:?\s*NEG/i, 'negotiation'],
  [/\bBY\s*:?\s*(?:SIGHT\s*)?PAY/i, 'payment'],
];

/** `ANY BANK IN BANGLADESH BY NEGOTIATION` → with whom, how. */
export function readAvailability(text: string): { by: Availability | null; with: string | null } {
  const words = text.replace(/\s+/g, ' ').trim();
  const found = AVAILABLE_BY.find(([pattern]) => pattern.test(words));
  const at = found ? words.search(found[0]) : words.length;
  const bank = words.slice(0, at).replace(/\.+$/, '').trim();
  return { by: found?.[1] ?? null, with: bank || null };
}

export const PERMISSIONS = ['allowed', 'not_allowed', 'conditional'] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** 43P, 43T. Null where its words say none of the three. */
export function readPermission(text: string): Permission | null {
  if (/CONDITIONAL/i.test(text)) return 'conditional';
  if (/\b(?:NOT|UN)\s*-?\s*(?:ALLOWED|PERMITTED)|PROHIBITED|FORBIDDEN|\bNO\b/i.test(text)) return 'not_allowed';
  return /ALLOWED|PERMITTED|ACCEPTABLE|\bYES\b/i.test(text) ? 'allowed' : null;
}

export const CONFIRMATIONS = ['confirm', 'may_add', 'without'] as const;
export type Confirmation = (typeof CONFIRMATIONS)[number];

export function readConfirmation(text: string): Confirmation | null {
  if (/WITHOUT/i.test(text)) return 'without';
  if (/MAY\s*ADD/i.test(text)) return 'may_add';
  return /CONFIRM/i.test(text) ? 'confirm' : null;
}

/** From when a usance counts. */
export const TENOR_STARTS = ['sight', 'shipment', 'acceptance', 'invoice', 'other'] as const;
export type TenorStart = (typeof TENOR_STARTS)[number];

/** When the bank pays: so many days from something; `AT SIGHT` is 0 from sight. */
export interface Tenor {
  days: number;
  from: TenorStart;
}

/** Of 42C, 42P or 42M: `AT SIGHT`, `90 DAYS AFTER B/L DATE`. Null where it says neither. */
export function readTenor(text: string): Tenor | null {
  const words = text.replace(/\s+/g, ' ');
  const days = /\b(\d{1,3})\s*(?:CALENDAR\s*)?DAYS?\b(.*)/i.exec(words);
  if (days?.[1]) return { days: Number(days[1]), from: startOf(days[2] ?? '') };
  return /\bSIGHT\b/i.test(words) ? { days: 0, from: 'sight' } : null;
}

function startOf(words: string): TenorStart {
  if (/ACCEPT/i.test(words)) return 'acceptance';
  if (/B\s*\/?\s*L\b|LADING|SHIPMENT|TRANSPORT DOC|AWB|AIR\s?WAYBILL|ON BOARD/i.test(words)) return 'shipment';
  if (/INVOICE/i.test(words)) return 'invoice';
  return /SIGHT/i.test(words) ? 'sight' : 'other';
}

const COUNTED: Readonly<Record<string, number>> = {
  FIVE: 5,
  SEVEN: 7,
  TEN: 10,
  FOURTEEN: 14,
  FIFTEEN: 15,
  'TWENTY ONE': 21,
  'TWENTY-ONE': 21,
  TWENTY: 20,
  THIRTY: 30,
};

/** Field 48: `21/AFTER SHIPMENT DATE`, or older: `WITHIN 15 DAYS AFTER …`. Null where no number is in it. */
export function readPresentationDays(text: string): number | null {
  const number = /(?<!\w)-?\d+/.exec(text)?.[0];
  if (number !== undefined) return /^\d{1,3}$/.test(number) ? Number(number) : null;
  const word = Object.keys(COUNTED).find((name) => new RegExp(`\\b${name}\\b`, 'i').test(text));
  return word === undefined ? null : (COUNTED[word] ?? null);
}
