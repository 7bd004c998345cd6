import { partyNames } from '@/shared/plan/parties';
import { day, id, many, ordering, page, searchOf, text } from '@/shared/lib/search';
import { severities, sources, statuses, types } from './vocabulary';

const parties = Object.keys(partyNames);

export const incidentsSearch = searchOf({
  search: text(),
  status: many(statuses),
  severity: many(severities),
  type: many(types),
  party: many(parties),
  incidentDateFrom: day(),
  incidentDateTo: day(),
  orderId: id(),
  ordering: ordering(['incidentDate', 'severity', 'targetResolutionDate', 'createdAt']),
  page: page(),
  /** The one that is open in the drawer. */
  incident: id(),
});
export type IncidentsSearch = ReturnType<typeof incidentsSearch.parse>;

export const delaysSearch = searchOf({
  search: text(),
  party: many(parties),
  partyName: text(),
  source: many(sources),
  happenedFrom: day(),
  happenedTo: day(),
  orderId: id(),
  ordering: ordering(['createdAt', 'happenedOn', 'workingDays']),
  page: page(),
});
export type DelaysSearch = ReturnType<typeof delaysSearch.parse>;
