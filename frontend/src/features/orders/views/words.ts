import { parseSearch, stringifySearch } from '@/shared/lib/search';
import { type OrderFilters, toQuery } from '../filters';
import { ordersSearch } from '../search';

/** What is asked of the list and shown of it, without where one is in it; the same for the same, whatever the order it was set in. */
export function wordsOf(values: OrderFilters): string {
  const asked = Object.entries({ ...toQuery(values), columns: values.columns, page: undefined }).sort(([a], [b]) =>
    a.localeCompare(b),
  );
  return stringifySearch(Object.fromEntries(asked)).slice(1);
}

/** The list as a view has it: all else is dropped. */
export function valuesOf(query: string): OrderFilters {
  return { ...ordersSearch.none, ...ordersSearch.parse(parseSearch(query)), page: undefined };
}

/** Whether the list is asked for something else than the view says. */
export const isChanged = (values: OrderFilters, query: string): boolean =>
  wordsOf(values) !== wordsOf(ordersSearch.parse(parseSearch(query)));
