import { day, id, many, one, searchOf } from '@/shared/lib/search';
import { type CalendarKind, kindNames } from './vocabulary';

export const calendarSearch = searchOf({
  /** Any day of the month that is shown; this one unless told. */
  month: day(),
  /** The day whose entries are all open. */
  day: day(),
  view: one(['agenda']),
  kind: many(Object.keys(kindNames) as CalendarKind[]),
  merchandiserId: id(),
});
export type CalendarSearch = ReturnType<typeof calendarSearch.parse>;
