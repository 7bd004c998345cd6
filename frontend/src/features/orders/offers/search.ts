import { id, one, ordering, page, searchOf, text } from '@/shared/lib/search';

/** `validFrom=today` is a word of ours: the day it means goes with the calendar, the link does not. */
export const millOffersSearch = searchOf({
  search: text(),
  chosen: one(['true', 'false']),
  validFrom: one(['today']),
  orderId: id(),
  ordering: ordering(['createdAt', 'millName', 'leadTimeDays', 'validUntil']),
  page: page(),
});
export type MillOffersSearch = ReturnType<typeof millOffersSearch.parse>;
