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
