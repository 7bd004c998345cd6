/** What may wait for somebody, in no order of importance. */
export const MY_DAY_KINDS = [
  'task',
  'gate_to_send',
  'gate_waiting',
  'condition',
  'sample_to_send',
  'sample_to_decide',
  'step',
  'order_leaving',
  'invoice_to_review',
  'invoice_to_confirm',
  'credit_to_confirm',
  'credit_to_amend',
] as const;
export type MyDayKind = (typeof MY_DAY_KINDS)[number];

/** `mine`: of one's own orders, and one's own tasks. `all`: of every order that one sees. */
export const MY_DAY_SCOPES = ['mine', 'all'] as const;
export type MyDayScope = (typeof MY_DAY_SCOPES)[number];

/** What is due later than this is no matter of this week. */
export const WEEK_DAYS = 7;

/** More than this is no list for a day: the rest is counted. */
export const MOST_ITEMS = 50;
