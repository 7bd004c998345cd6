import type Decimal from 'decimal.js';
import type { Day } from './day';
import { amountText } from './money';
import { quantityText } from './quantity';

const UNITS_IN_BANGLA: Readonly<Record<string, string>> = {
  kg: 'কেজি',
  g: 'গ্রাম',
  lbs: 'পাউন্ড',
  meters: 'মিটার',
  square_meters: 'বর্গমিটার',
  yards: 'গজ',
  pieces: 'পিস',
  rolls: 'রোল',
};

const days = new Intl.DateTimeFormat('bn-BD', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A number with the decimals that it is written with: `১,৫৮,৪৬৬.০০` of `158466.00`. Exact, however long. */
export function numberInBangla(value: number | string): string {
  const decimals = String(value).split('.')[1]?.length ?? 0;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat('bn-BD', digits).format(value as number); // a text is read as it stands; the types know of none
}

/** `২০ নভেম্বর, ২০২৬` */
export const dayInBangla = (day: Day): string => days.format(new Date(`${day}T00:00:00Z`));

/** `৫,৩০৫.৪৪ কেজি` */
export const quantityInBangla = (quantity: Decimal.Value, unit: string): string =>
  `${numberInBangla(quantityText(quantity))} ${UNITS_IN_BANGLA[unit] ?? unit}`;

/** `USD ১,৫৮,৪৬৬.০০` */
export const moneyInBangla = (amount: Decimal.Value, currency: string): string =>
  `${currency} ${numberInBangla(amountText(amount, currency))}`;
