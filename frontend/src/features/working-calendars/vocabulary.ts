import type { CalendarDto } from '@/shared/api/generated';

/** Monday first, as ISO 8601 counts. */
export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** Whose calendar it is where no other is. */
export const ofAll: Record<CalendarDto['holder'], string> = {
  us: 'Us',
  mill: 'Mills',
  buyer: 'Buyers',
  lab: 'Laboratories',
  bank: 'Banks',
};

const countries = new Intl.DisplayNames(['en'], { type: 'region' });

/** `Bangladesh` of `BD`; null while it is no country. */
export function countryName(code: string): string | null {
  if (!/^[A-Z]{2}$/.test(code)) return null;
  const name = countries.of(code);
  return name && name !== code ? name : null;
}

type Owner = Pick<CalendarDto, 'holder'> & Partial<Pick<CalendarDto, 'partyName' | 'country'>>;

export const calendarName = ({ holder, partyName, country }: Owner): string =>
  partyName ?? (country ? `Banks in ${countryName(country) ?? country}` : ofAll[holder]);

/** Whether it counts for all of its kind that have no other. */
export const isOfAll = ({ partyName, country }: CalendarDto): boolean => partyName === null && country === null;

/** By kind, as `ofAll` has them; in each that of all first, then single parties by name. */
export function inOrder(calendars: readonly CalendarDto[]): CalendarDto[] {
  const kinds = Object.keys(ofAll);
  const place = (calendar: CalendarDto) =>
    `${kinds.indexOf(calendar.holder)} ${isOfAll(calendar) ? '' : calendarName(calendar)}`;
  return [...calendars].sort((a, b) => place(a).localeCompare(place(b)));
}

/** `closed on Friday and Saturday` */
export function weekendWords(weekend: readonly number[]): string {
  const days = weekend.map((day) => weekdays[day - 1] ?? '');
  if (days.length === 0) return 'open every day';
  if (days.length === 1) return `closed on ${days[0]}`;
  return `closed on ${days.slice(0, -1).join(', ')} and ${days.at(-1)}`;
}
