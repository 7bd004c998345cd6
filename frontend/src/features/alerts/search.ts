import { type AlertRuleName, ruleNames, type AlertSeverity, severities } from '@/shared/alerts/vocabulary';
import { id, many, one, ordering, page, searchOf, text } from '@/shared/lib/search';

/** Beside what is open. */
export const otherStates = ['snoozed', 'muted', 'cleared'] as const;

export const alertsSearch = searchOf({
  search: text(),
  rule: many(Object.keys(ruleNames) as AlertRuleName[]),
  severity: many(Object.keys(severities) as AlertSeverity[]),
  merchandiserId: id(),
  orderId: id(),
  state: one(otherStates),
  ordering: ordering(['severity', 'since']),
  page: page(),
});
export type AlertsSearch = ReturnType<typeof alertsSearch.parse>;
