import { day, id, many, one, ordering, page, searchOf, text } from '@/shared/lib/search';
import { stageCodes } from './vocabulary';

export const productionSearch = searchOf({
  search: text(),
  orderId: id(),
  stage: many(stageCodes),
  dateFrom: day(),
  dateTo: day(),
  ordering: ordering(['date']),
  page: page(),
});
export type ProductionSearch = ReturnType<typeof productionSearch.parse>;

/** The sheet on which a day of many orders is entered. */
export const entrySearch = searchOf({ search: text(), stage: one(stageCodes), date: day(), page: page() });
