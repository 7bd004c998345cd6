/** How values are written. Decimal strings from the API never become floats here: digits are moved, not computed. */

const decimal = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * `1234567.5` → `1,234,567.5`. Anything that is no decimal comes back as it was.
 * @param places pads with zeros up to this many places; more places than that are kept, never cut or rounded
 */
export function formatDecimal(value: string, places = 0): string {
  const match = decimal.exec(value);
  if (!match) return value;
  const [, sign = '', whole = '0', fraction = ''] = match;
  const grouped = whole.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, ',');
  const tail = fraction.replace(/0+$/, '').padEnd(places, '0');
  return `${sign ? '\u2212' : ''}${grouped}${tail ? `.${tail}` : ''}`;
}

/** `('158466', 'USD')` → `158,466.00 USD` in two parts, so that the currency can be set in muted ink. */
export function moneyParts(amount: string, currency: string): { number: string; currency: string } {
  return { number: formatDecimal(amount, minorDigits(currency)), currency };
}

export function formatMoney(amount: string, currency: string): string {
  return `${currency}\u00a0${formatDecimal(amount, minorDigits(currency))}`;
}

/** ISO 4217, of currencies that people pay in: all others have two. The browser's own list rounds some of them otherwise. */
const withoutCents = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ');
const withThousandths = 'BHD IQD JOD KWD LYD OMR TND'.split(' ');

/** The currency's usual places: 2, but 0 for JPY and 3 for KWD. */
const minorDigits = (currency: string): number =>
  withoutCents.includes(currency) ? 0 : withThousandths.includes(currency) ? 3 : 2;

const unitNames: Record<string, string> = {
  pieces: 'pcs',
  piece: 'pcs',
  yards: 'yd',
  meters: 'm',
  metres: 'm',
  kilograms: 'kg',
  square_meters: 'm²',
};

/** The unit as printed beside a number: `pieces` → `pcs`. Unknown ones as they are. */
export function unitName(unit: string): string {
  return unitNames[unit.toLowerCase()] ?? unit;
}

/** What a price is for one of: `pieces` → `pc`, `yards` → `yd`. */
export function oneOf(unit: string): string {
  return unitName(unit).replace(/s$/, '');
}

export function formatQuantity(quantity: string, unit: string): string {
  return `${formatDecimal(quantity)}\u00a0${unitName(unit)}`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day without a clock: `2026-11-10` → `10 Nov 2026`, in every time zone of the world. */
export function formatDay(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  const month = match && months[Number(match[2]) - 1];
  return match && month ? `${match[3]} ${month} ${match[1]}` : day;
}

/** An instant, in the zone of the person at the screen, which is printed with it: `10 Nov 2026, 14:02 GMT+6`. */
export function formatInstant(instant: string, timeZone?: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      ...{ day: '2-digit', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
      hourCycle: 'h23',
      timeZoneName: 'short',
      timeZone,
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const month = parts.month?.slice(0, 3);
  return `${parts.day} ${month} ${parts.year}, ${parts.hour}:${parts.minute} ${parts.timeZoneName}`;
}

/** The time of day of an instant, `14:02`: in the zone given, or that of the person at the screen. */
export function formatClock(instant: string, timeZone?: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  return new Intl.DateTimeFormat('en-GB', clock).format(at);
}

/** A zone as people say it: `Asia/Dhaka` → `Dhaka, GMT+6`. */
export function formatZone(timeZone: string, at = new Date()): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'short' }).formatToParts(at);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value;
  const place = timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  return offset && offset !== place ? `${place}, ${offset}` : place;
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The day of the week of a day without a clock: `2026-11-10` → `Tuesday`. */
export function weekday(day: string): string {
  return weekdays[new Date(`${day.slice(0, 10)}T00:00:00Z`).getUTCDay()] ?? '';
}

const dayMs = 86_400_000;

/** Whole days from `from` to `to`, both `2026-11-10`; negative when `to` has passed. */
export function daysBetween(from: string, to: string): number {
  return Math.round(
    (Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / dayMs,
  );
}

/** `daysAfter('2026-11-10', 14)` → `2026-11-24`; a negative number goes back. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** `plural(1, 'order')` → `1 order`; `plural(1204, 'order')` → `1,204 orders`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatDecimal(String(count))} ${count === 1 ? one : many}`;
}

/** `in_development` → `In development`. */
export function sentenceCase(code: string): string {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const megabyte = 1024 * 1024;

/** `184 kB`, `2.4 MB`. @param bytes what a file holds */
export function formatSize(bytes: number): string {
  return bytes < megabyte ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / megabyte).toFixed(1)} MB`;
}
