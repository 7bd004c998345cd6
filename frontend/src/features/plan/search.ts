import { holderNames, type Holder } from '@/shared/plan/holders';
import { day, id, many, ordering, page, searchOf, text } from '@/shared/lib/search';
import { urgencies, type Urgency } from './vocabulary';

export const lateSearch = searchOf({
  search: text(),
  urgency: many(Object.keys(urgencies) as Urgency[]),
  merchandiserId: id(),
  forecastFrom: day(),
  forecastTo: day(),
  ordering: ordering(['slackDays', 'forecastOn']),
  page: page(),
});
export type LateSearch = ReturnType<typeof lateSearch.parse>;

export const gridSearch = searchOf({
  search: text(),
  urgency: many(Object.keys(urgencies) as Urgency[]),
  holder: many(Object.keys(holderNames) as Holder[]),
  merchandiserId: id(),
  etdFrom: day(),
  etdTo: day(),
  forecastFrom: day(),
  forecastTo: day(),
  page: page(),
});
export type GridSearch = ReturnType<typeof gridSearch.parse>;
