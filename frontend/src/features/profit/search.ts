import { currencyOptions } from '@/shared/forms/options';
import { day, id, many, one, ordering, page, searchOf, text } from '@/shared/lib/search';
import type { Filter } from '@/shared/ui/FilterBar';
import type { Narrowing } from './api';

const currencies = currencyOptions('').map(({ value }) => value);
const categoryNames = { upcoming: 'To come', running: 'Running', archived: 'Done' } as const;
const categories = ['upcoming', 'running', 'archived'] as const;

export const profitSearch = searchOf({
  search: text(),
  currency: many(currencies),
  category: many(categories),
  orderDateFrom: day(),
  orderDateTo: day(),
  etdFrom: day(),
  etdTo: day(),
  atALoss: one(['true']),
  unpriced: one(['true']),
  ordering: ordering(['value', 'potentialProfit', 'realizedValue', 'realizedProfit']),
  page: page(),
  /** The currency that the totals are told in. */
  into: one(currencies),
  /** The order whose sum is open. */
  why: id(),
});
export type ProfitSearch = ReturnType<typeof profitSearch.parse>;

/** The URL's words as the API's. */
export function narrowingOf({ atALoss, unpriced, ...values }: ProfitSearch): Narrowing {
  const { search, currency, category, orderDateFrom, orderDateTo, etdFrom, etdTo } = values;
  return {
    ...{ search, currency, category, orderDateFrom, orderDateTo, etdFrom, etdTo },
    ...(atALoss ? { atALoss: [atALoss] } : {}),
    ...(unpriced ? { unpriced: [unpriced] } : {}),
  };
}

export const profitFilters: Filter<ProfitSearch>[] = [
  { kind: 'many', key: 'currency', label: 'Currency', options: currencyOptions('') },
  {
    kind: 'many',
    key: 'category',
    label: 'Orders',
    options: categories.map((value) => ({ value, label: categoryNames[value] })),
  },
  { kind: 'days', from: 'orderDateFrom', to: 'orderDateTo', label: 'Ordered' },
  { kind: 'days', from: 'etdFrom', to: 'etdTo', label: 'ETD' },
  { kind: 'one', key: 'atALoss', label: 'Profit', options: [{ value: 'true', label: 'below nothing' }] },
  { kind: 'one', key: 'unpriced', label: 'Prices', options: [{ value: 'true', label: 'missing' }] },
];
