import { currencyOptions } from '@/shared/forms/options';
import { day, id, many, ordering, page, searchOf, text } from '@/shared/lib/search';
import type { Filter } from '@/shared/ui/FilterBar';
import type { BackToBacksQuery } from './api';
import { stateNames, states } from './vocabulary';

export const backToBackSearch = searchOf({
  search: text(),
  state: many(states),
  currency: many(currencyOptions('').map(({ value }) => value)),
  dueFrom: day(),
  dueTo: day(),
  ordering: ordering(['dueOn', 'amount', 'millName']),
  page: page(),
  /** One that is open beside the list. */
  open: id(),
  /** The LC whose limit is open. */
  master: id(),
});
export type BackToBackSearch = ReturnType<typeof backToBackSearch.parse>;

export const pageSize = 25;

export function backToBacksAsked({ open: _open, master: _master, ...values }: BackToBackSearch): BackToBacksQuery {
  return { ...values, pageSize };
}

export const backToBackFilters: Filter<BackToBackSearch>[] = [
  {
    kind: 'many',
    key: 'state',
    label: 'State',
    options: states.map((value) => ({ value, label: stateNames[value] })),
  },
  { kind: 'many', key: 'currency', label: 'Currency', options: currencyOptions('') },
  { kind: 'days', from: 'dueFrom', to: 'dueTo', label: 'Matures' },
];
