import { day, id, many, one, ordering, page, searchOf, text } from '@/shared/lib/search';
import { lineStageCodes, stageCodes } from './vocabulary';

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

export const cockpitSearch = searchOf({
  search: text(),
  state: many(['late', 'at_pace', 'waiting', 'done']),
  sign: many(['idle', 'loss_over']),
  merchandiserId: id(),
  ordering: ordering(['lateDays', 'lastEntryOn']),
  page: page(),
  /** The line that is looked at. */
  line: id(),
});
export type CockpitSearch = ReturnType<typeof cockpitSearch.parse>;

/** The sheet on which numbers of many lines are entered. */
export const entrySearch = searchOf({
  search: text(),
  stage: one(lineStageCodes),
  date: day(),
  shift: text(),
  line: id(),
  page: page(),
});
