import { daysAfter } from '@/shared/lib/format';

const noon = (day: string) => new Date(`${day}T00:00:00Z`);

/** The first day of a day's month. */
export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** The first day of the month so many months on. */
export function monthsOn(day: string, months: number): string {
  const at = noon(monthOf(day));
  at.setUTCMonth(at.getUTCMonth() + months);
  return at.toISOString().slice(0, 10);
}

/** The weeks that a month touches, each from Sunday: the week of Bangladesh begins then. */
export function weeksOf(month: string): string[][] {
  const last = daysAfter(monthsOn(month, 1), -1);
  const weeks: string[][] = [];
  for (let first = daysAfter(month, -noon(month).getUTCDay()); first <= last; first = daysAfter(first, 7))
    weeks.push(Array.from({ length: 7 }, (_, at) => daysAfter(first, at)));
  return weeks;
}

const names = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `November 2026` */
export const monthName = (day: string): string => `${names[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
