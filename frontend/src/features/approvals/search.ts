import { knownGates } from '@/shared/gates/vocabulary';
import { many, one, searchOf, text } from '@/shared/lib/search';

/** `whose`: only one's own orders, where one sees others too. `approved`: that column unfolded. */
export const approvalsSearch = searchOf({
  search: text(),
  gateKey: many(knownGates),
  whose: one(['mine']),
  group: one(['colour', 'order', 'mill']),
  approved: one(['shown']),
});

export type ApprovalsSearch = ReturnType<typeof approvalsSearch.parse>;
export type Grouping = NonNullable<ApprovalsSearch['group']>;
