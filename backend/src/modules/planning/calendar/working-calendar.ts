import { addDays, daysBetween, type Day } from '../../../platform/values/day';

/** A day of the week as ISO 8601 counts it: 1 is Monday, 5 Friday, 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** When somebody works: the mill is closed on Fridays, the bank on Friday and Saturday, the buyer on Saturday and Sunday. */
export interface WorkingCalendar {
  weekend: readonly Weekday[];
  holidays: ReadonlySet<Day>;
}

export const weekdayOf = (day: Day): Weekday => (((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1) as Weekday;

export const isWorkingDay = (calendar: WorkingCalendar, day: Day): boolean =>
  !calendar.weekend.includes(weekdayOf(day)) && !calendar.holidays.has(day);

/** The day itself when it is worked on, else the next one that is. */
export const onOrAfter = (calendar: WorkingCalendar, day: Day): Day => nearest(calendar, day, 1);

/** The day itself when it is worked on, else the last one before it that is. */
export const onOrBefore = (calendar: WorkingCalendar, day: Day): Day => nearest(calendar, day, -1);

/**
 * The mark `days` working days after `day` (before it when negative); `day` itself when 0, closed or not.
 * Monday + 5 is the next Monday where Saturday and Sunday are closed (domain.md, T&A arithmetic).
 * @param days a whole number
 */
export function addWorkingDays(calendar: WorkingCalendar, day: Day, days: number): Day {
  const step = Math.sign(days);
  let mark = day;
  for (let left = Math.abs(days); left > 0; left--) mark = nearest(calendar, addDays(mark, step), step);
  return mark;
}

/** How many working days lie between two marks: `addWorkingDays(from, n)` is `to` where `to` is one; negative when `to` is earlier. */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): number {
  const [first, last, sign] = from <= to ? [from, to, 1] : [to, from, -1];
  const length = daysBetween(first, last);
  const isOpen = (weekday: number) => !calendar.weekend.includes(weekday as Weekday);
  let days = Math.floor(length / 7) * WEEK.filter(isOpen).length;
  // What whole weeks leave ends with the last day.
  for (let back = 0; back < length % 7; back++) if (isOpen(((weekdayOf(last) + 6 - back) % 7) + 1)) days++;
  for (const day of calendar.holidays) if (day > first && day <= last && isOpen(weekdayOf(day))) days--;
  return days === 0 ? 0 : days * sign;
}

/** A year without one working day is a calendar that was written wrongly; none is saved (refuseClosedYear). */
export const LONGEST_CLOSURE = 366;

function nearest(calendar: WorkingCalendar, day: Day, step: number): Day {
  let found = day;
  for (let looked = 0; !isWorkingDay(calendar, found); looked++) {
    if (looked > LONGEST_CLOSURE) throw new RangeError(`Nobody works in the year around ${day}.`);
    found = addDays(found, step);
  }
  return found;
}
