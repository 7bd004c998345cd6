import { formatDay } from '@/shared/lib/format';
import type { Filter } from '@/shared/ui/FilterBar';
import type { Option } from '@/shared/ui/Input';
import { ordersSearch } from './search';
import { statusOptions, typeOptions } from './options';
import { categories, delivered, stages } from './vocabulary';

export type OrderFilters = ReturnType<typeof ordersSearch.parse>;

const categoryNames = { upcoming: 'To come', running: 'Running', archived: 'Done' } as const;

/** @param merchandisers for those who see the orders of others; null leaves that filter out */
export function orderFilters(merchandisers: readonly Option[] | null): Filter<OrderFilters>[] {
  const filters: Filter<OrderFilters>[] = [
    { kind: 'many', key: 'status', label: 'Status', options: statusOptions },
    { kind: 'days', from: 'etdFrom', to: 'etdTo', label: 'ETD' },
    {
      kind: 'many',
      key: 'category',
      label: 'Category',
      options: categories.map((value) => ({ value, label: categoryNames[value] })),
    },
    {
      kind: 'many',
      key: 'currentStage',
      label: 'Stage',
      options: [...stages, delivered].map((value) => ({ value, label: value })),
    },
    { kind: 'many', key: 'orderType', label: 'Type', options: typeOptions },
  ];
  if (merchandisers)
    filters.push({ kind: 'one', key: 'merchandiserId', label: 'Merchandiser', options: merchandisers });
  return filters;
}

/** A filter in force, in words, and the change that drops it. */
export interface FilterInForce {
  label: string;
  drop: Partial<OrderFilters>;
}

export function filtersInForce(values: OrderFilters, filters: readonly Filter<OrderFilters>[]): FilterInForce[] {
  const inForce = filters.flatMap((filter): FilterInForce[] => {
    if (filter.kind === 'days') {
      const from = values.etdFrom && `from ${formatDay(values.etdFrom)}`;
      const to = values.etdTo && `up to ${formatDay(values.etdTo)}`;
      if (!from && !to) return [];
      const words = [from, to].filter(Boolean).join(' ');
      return [{ label: `${filter.label} ${words}`, drop: { etdFrom: undefined, etdTo: undefined } }];
    }
    const chosen = [values[filter.key]].flat().map(String);
    const names = filter.options.filter(({ value }) => chosen.includes(value)).map(({ label }) => label);
    if (values[filter.key] === undefined) return [];
    return [{ label: `${filter.label}: ${names.join(', ')}`, drop: { [filter.key]: undefined } }];
  });
  if (values.search) inForce.unshift({ label: `Search “${values.search}”`, drop: { search: undefined } });
  return inForce;
}

/** The URL's words as the API's: one merchandiser is a list of one there. */
export function toQuery({ merchandiserId, lines: _shown, ...values }: OrderFilters) {
  return { ...values, ...(merchandiserId ? { merchandiserId: [merchandiserId] } : {}) };
}
