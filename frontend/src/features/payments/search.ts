import { currencyOptions } from '@/shared/forms/options';
import { day, id, many, one, ordering, page, searchOf, text } from '@/shared/lib/search';
import type { Filter } from '@/shared/ui/FilterBar';
import type { Owing, PaymentsQuery, ReceivablesQuery } from './api';
import { methodNames, methods, stateNames, states } from './vocabulary';

const owedOrderings = ['dueOn', 'issuedOn', 'outstanding', 'amount', 'invoiceNumber'] as const;
const paidOrderings = ['receivedOn', 'amount'] as const;

/** The Payments page: which list, what of it, and what is open. */
export const paymentsSearch = searchOf({
  tab: one(['received']),
  search: text(),
  orderId: id(),
  state: many(states),
  method: many(methods),
  currency: many(currencyOptions('').map(({ value }) => value)),
  dueFrom: day(),
  dueTo: day(),
  undated: one(['true']),
  receivedFrom: day(),
  receivedTo: day(),
  unmatched: one(['true']),
  ordering: ordering([...new Set([...owedOrderings, ...paidOrderings])]),
  page: page(),
  /** What is owed for a shipment, open beside the list. */
  owed: id(),
  payment: id(),
});
export type PaymentsSearch = ReturnType<typeof paymentsSearch.parse>;

export const pageSize = 25;

/** What narrows the list and its sums alike; what is settled stays out unless it is asked for. */
export function owingOf({ search, orderId, state, method, currency, dueFrom, dueTo, undated }: PaymentsSearch): Owing {
  return {
    ...{ search, method, currency, dueFrom, dueTo },
    state: state ?? ['open', 'overpaid'],
    ...(orderId ? { orderId: [orderId] } : {}),
    ...(undated ? { undated: [undated] } : {}),
  };
}

export function owedAsked(values: PaymentsSearch): ReceivablesQuery {
  return { ...owingOf(values), ordering: known(values.ordering, owedOrderings), page: values.page, pageSize };
}

export function paidAsked(values: PaymentsSearch): PaymentsQuery {
  const { search, orderId, method, currency, receivedFrom, receivedTo, unmatched, page: at } = values;
  return {
    ...{ search, method, currency, receivedFrom, receivedTo, page: at, pageSize },
    ...(orderId ? { orderId: [orderId] } : {}),
    ...(unmatched ? { unmatched: [unmatched] } : {}),
    ordering: known(values.ordering, paidOrderings),
  };
}

const shared: Filter<PaymentsSearch>[] = [
  {
    kind: 'many',
    key: 'method',
    label: 'Paid by',
    options: methods.map((value) => ({ value, label: methodNames[value] })),
  },
  { kind: 'many', key: 'currency', label: 'Currency', options: currencyOptions('') },
];

export const owedFilters: Filter<PaymentsSearch>[] = [
  {
    kind: 'many',
    key: 'state',
    label: 'State',
    options: states.map((value) => ({ value, label: stateNames[value] })),
  },
  ...shared,
  { kind: 'days', from: 'dueFrom', to: 'dueTo', label: 'Due' },
  { kind: 'one', key: 'undated', label: 'Due day', options: [{ value: 'true', label: 'not known' }] },
];

export const paidFilters: Filter<PaymentsSearch>[] = [
  ...shared,
  { kind: 'days', from: 'receivedFrom', to: 'receivedTo', label: 'Received' },
  { kind: 'one', key: 'unmatched', label: 'Matched', options: [{ value: 'true', label: 'not wholly' }] },
];

function known(asked: string | undefined, columns: readonly string[]): string | undefined {
  return asked && columns.includes(asked.replace('-', '')) ? asked : undefined;
}
