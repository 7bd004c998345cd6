import { isDay, type Day } from '../../../platform/values/day';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Days that were written once: a sheet has millions of them, and a few thousand that differ. */
const written = new Map<Day, string>();

/** A day as the house's sheet shows it, `6/Dec/25`; null for what is no day. */
export function dayInSheet(text: string): string | null {
  const known = written.get(text);
  if (known !== undefined) return known;
  if (!isDay(text)) return null;
  const [year = '', month, date] = text.split('-');
  const day = `${Number(date)}/${MONTHS[Number(month) - 1]}/${year.slice(2)}`;
  written.set(text, day);
  return day;
}

/** The same of a day that is planned: `plan 6/Dec/25`. */
export const plannedInSheet = (planned: Day): string => `plan ${dayInSheet(planned)}`;
