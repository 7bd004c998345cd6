import { formatDay } from '@/shared/lib/format';
import type { Filter } from '@/shared/ui/FilterBar';
import type { Option } from '@/shared/ui/Input';
import { ordersSearch } from './search';
import { statusOptions, typeOptions } from './options';
import { categories, delivered, stages } from './vocabulary';

export type OrderFilters = ReturnType<typeof ordersSearch.parse>;

const categoryNames = { upcoming: 'To come', running: 'Running', archived: 'Done' } as const;

/** What few look for by themselves: a number of the figures opens the list with it, and only then is it among the filters. */
const rareFilters: Filter<OrderFilters>[] = [
  { kind: 'many', key: 'orderStatus', label: 'Status of the whole order', options: statusOptions },
  { kind: 'one', key: 'withoutEtd', label: 'ETD', options: [{ value: 'true', label: 'none' }] },
  { kind: 'one', key: 'unassigned', label: 'Merchandiser', options: [{ value: 'true', label: 'nobody' }] },
  { kind: 'days', from: 'deliveredFrom', to: 'deliveredTo', label: 'Delivered' },
];

/**
 * @param merchandisers for those who see the orders of others; null leaves that filter out
 * @param values in force
 */
export function orderFilters(merchandisers: readonly Option[] | null, values: OrderFilters): Filter<OrderFilters>[] {
  const filters: Filter<OrderFilters>[] = [
    { kind: 'many', key: 'status', label: 'Status', options: statusOptions },
    { kind: 'days', from: 'etdFrom', to: 'etdTo', label: 'ETD' },
    { kind: 'days', from: 'orderDateFrom', to: 'orderDateTo', label: 'Order date' },
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
  filters.push(...rareFilters.filter((filter) => keysOf(filter).some((key) => values[key] !== undefined)));
  const { currency } = values;
  if (currency)
    filters.push({ kind: 'one', key: 'currency', label: 'Value in', options: [{ value: currency, label: currency }] });
  return filters;
}

const keysOf = (filter: Filter<OrderFilters>) => (filter.kind === 'days' ? [filter.from, filter.to] : [filter.key]);

/** A filter in force, in words, and the change that drops it. */
export interface FilterInForce {
  label: string;
  drop: Partial<OrderFilters>;
}

export function filtersInForce(values: OrderFilters, filters: readonly Filter<OrderFilters>[]): FilterInForce[] {
  const inForce = filters.flatMap((filter): FilterInForce[] => {
    if (filter.kind === 'days') {
      const said = (key: keyof OrderFilters, word: string) =>
        values[key] && `${word} ${formatDay(String(values[key]))}`;
      const words = [said(filter.from, 'from'), said(filter.to, 'up to')].filter(Boolean).join(' ');
      if (!words) return [];
      return [{ label: `${filter.label} ${words}`, drop: { [filter.from]: undefined, [filter.to]: undefined } }];
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
export function toQuery({
  merchandiserId,
  currency,
  withoutEtd,
  unassigned,
  columns: _columns,
  lines: _shown,
  peek: _peek,
  view: _view,
  ...values
}: OrderFilters) {
  return {
    ...values,
    ...(merchandiserId ? { merchandiserId: [merchandiserId] } : {}),
    ...(currency ? { currency: [currency] } : {}),
    ...(withoutEtd ? { withoutEtd: [withoutEtd] } : {}),
    ...(unassigned ? { unassigned: [unassigned] } : {}),
  };
}
