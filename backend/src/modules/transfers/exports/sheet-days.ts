import { isDay, type Day } from '../../../platform/values/day';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day as the house's sheet shows it, `6/Dec/25`; null for what is no day. */
export function dayInSheet(text: string): string | null {
  if (!isDay(text)) return null;
  const [year = '', month, date] = text.split('-');
  return `${Number(date)}/${MONTHS[Number(month) - 1]}/${year.slice(2)}`;
}

/** The same of a day that is planned: `plan 6/Dec/25`. */
export const plannedInSheet = (planned: Day): string => `plan ${dayInSheet(planned)}`;
