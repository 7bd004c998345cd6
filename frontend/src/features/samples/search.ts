import { day, id, many, one, ordering, page, searchOf, text } from '@/shared/lib/search';
import { sampleStatuses, sampleTypes } from './vocabulary';

export const samplesSearch = searchOf({
  search: text(),
  status: many(sampleStatuses),
  type: many(sampleTypes),
  orderId: id(),
  millName: text(),
  colorName: text(),
  submissionDateFrom: day(),
  submissionDateTo: day(),
  ordering: ordering(['type', 'submissionDate', 'createdAt']),
  page: page(),
});

export type SamplesSearch = ReturnType<typeof samplesSearch.parse>;

export const parcelsSearch = searchOf({
  search: text(),
  state: many(['on_its_way', 'received']),
  sentOnFrom: day(),
  sentOnTo: day(),
  ordering: ordering(['sentOn', 'courierName']),
  page: page(),
});

export type ParcelsSearch = ReturnType<typeof parcelsSearch.parse>;

export const roundsSearch = searchOf({
  search: text(),
  type: many(sampleTypes),
  sentFrom: day(),
  sentTo: day(),
  ordering: ordering(['lostDays', 'rounds', 'refused', 'roundsPerLine', 'daysPerRefusal']),
  page: page(),
});

export type RoundsSearch = ReturnType<typeof roundsSearch.parse>;

/** `a` and `b`: what stands on the left and in the middle, a round or one of its options (`<round>_B`); `swipe`: one over the other. */
export const compareSearch = searchOf({ sampleId: id(), a: id(), b: id(), view: one(['swipe']) });
