import { holders, knownGates } from '@/shared/gates/vocabulary';
import { id, many, one, ordering, page, searchOf, text } from '@/shared/lib/search';
import { approvedColumn, columns } from './columns';

/**
 * `whose`: only one's own orders, where one sees others too. `approved`: that column unfolded. `column`: the one in sight on
 * a phone. `card`: a shared one, alone.
 */
export const approvalsSearch = searchOf({
  search: text(),
  gateKey: many(knownGates),
  whose: one(['mine']),
  group: one(['colour', 'order', 'mill']),
  approved: one(['shown']),
  column: one([...columns, approvedColumn].map(({ key }) => key)),
  card: id(),
});

export type ApprovalsSearch = ReturnType<typeof approvalsSearch.parse>;
export type Grouping = NonNullable<ApprovalsSearch['group']>;

export const gateStates = ['untouched', 'submission', 'resubmission', 'rejected', 'approved'] as const;

/** Of the list: without `status`, what waits. */
export const approvalsTableSearch = searchOf({
  search: text(),
  gateKey: many(knownGates),
  whose: one(['mine']),
  holder: many(holders),
  status: many(gateStates),
  overdue: one(['true']),
  ordering: ordering(['dueOn', 'heldSince']),
  page: page(),
});

export type ApprovalsTableSearch = ReturnType<typeof approvalsTableSearch.parse>;
