import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';

/**
 * The state of a list lives in the URL, in the API's own words: `/orders?status=running&status=bulk&page=2`. A feature
 * declares it once (`features/orders/search.ts`) and gives it to its route and to its page:
 *
 *     export const ordersSearch = searchOf({ search: text(), status: many(statuses), etdTo: day(), page: page() });
 *     lazyRoute('/orders', () => import(…), { search: ordersSearch })       // app/routes.tsx
 *     const [filters, setFilters] = useUrlState(ordersSearch);              // the page
 *
 * A value that does not fit is dropped: an old link opens the list, not an error.
 */
export interface SearchField<Value> {
  /** @param raw strings as in the URL; undefined or an empty list when absent */
  read(raw: readonly string[]): Value | undefined;
}

type Fields = Record<string, SearchField<unknown>>;
export type SearchValues<F extends Fields> = { [K in keyof F]?: F[K] extends SearchField<infer Value> ? Value : never };

export interface SearchSpec<Values extends object> {
  /** Every key, undefined: `set(spec.none)` drops all filters. */
  none: Values;
  /** Whether anything in force leaves rows out; paging and ordering do not. */
  narrows(values: Values): boolean;
  /** For the route's `validateSearch`. */
  parse(raw: Record<string, unknown>): Values;
}

export function searchOf<F extends Fields>(fields: F): SearchSpec<SearchValues<F>> {
  const keys = Object.keys(fields);
  const none = Object.fromEntries(keys.map((key) => [key, undefined])) as SearchValues<F>;
  return {
    none,
    narrows: (values) => keys.some((key) => key !== 'page' && key !== 'ordering' && values[key] !== undefined),
    parse: (raw) =>
      Object.fromEntries(
        keys.flatMap((key) => {
          const value = fields[key]?.read(listOf(raw[key]));
          return value === undefined ? [] : [[key, value]];
        }),
      ) as SearchValues<F>,
  };
}

export function text(): SearchField<string> {
  return { read: ([first]) => first?.trim().slice(0, 200) || undefined };
}

/** One of these words. */
export function one<const Word extends string>(words: readonly Word[]): SearchField<Word> {
  return { read: ([first]) => words.find((word) => word === first) };
}

/** Any of these words. */
export function many<const Word extends string>(words: readonly Word[]): SearchField<Word[]> {
  return {
    read: (raw) => {
      const known = words.filter((word) => raw.includes(word));
      return known.length > 0 ? known : undefined;
    },
  };
}

/** A day, `2026-11-10`. */
export function day(): SearchField<string> {
  return { read: ([first]) => (first && /^\d{4}-\d{2}-\d{2}$/.test(first) ? first : undefined) };
}

/** An id, or any other word that only the server knows. */
export function id(): SearchField<string> {
  return { read: ([first]) => (first && /^[\w-]{1,64}$/.test(first) ? first : undefined) };
}

/** Page 1 is not written into the URL. */
export function page(): SearchField<number> {
  return { read: ([first]) => (first && /^\d{1,6}$/.test(first) && Number(first) > 1 ? Number(first) : undefined) };
}

/** `-etd` or `etd`, for these columns. */
export function ordering<const Column extends string>(columns: readonly Column[]): SearchField<Column | `-${Column}`> {
  return one(columns.flatMap((column) => [column, `-${column}`] as const));
}

export type SetUrlState<Values> = (change: Partial<Values>, options?: { push?: boolean }) => void;

/**
 * What the URL says, and a way to change it. A change of anything but the page goes back to page 1; `undefined`, empty
 * text and empty lists leave the URL. Changes replace the history entry, so Back leaves the list; `push` adds one.
 */
export function useUrlState<Values extends object>(spec: SearchSpec<Values>): [Values, SetUrlState<Values>] {
  const raw: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const values = useMemo(() => spec.parse(raw), [spec, raw]);
  const set = useCallback<SetUrlState<Values>>(
    (change, { push = false } = {}) => {
      const next = (current: Record<string, unknown>) => withChange(current, change);
      void navigate({ to: '.', search: next as never, replace: !push, resetScroll: 'page' in change });
    },
    [navigate],
  );
  return [values, set];
}

function withChange(current: Record<string, unknown>, change: object): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...current, ...('page' in change ? {} : { page: undefined }), ...change };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => listOf(value).length > 0));
}

/** Anything a search value may be, as the strings it has in the URL. */
function listOf(value: unknown): string[] {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all
    .filter((item) => typeof item === 'string' || typeof item === 'number')
    .map(String)
    .filter(Boolean);
}

/** The router's reader: repeated keys become a list, all else stays text. The specs know the types. */
export function parseSearch(query: string): Record<string, unknown> {
  const params = new URLSearchParams(query);
  return Object.fromEntries(
    [...new Set(params.keys())].map((key) => {
      const all = params.getAll(key);
      return [key, all.length > 1 ? all : all[0]];
    }),
  );
}

/** The router's writer. */
export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) listOf(value).forEach((item) => params.append(key, item));
  const query = params.toString();
  return query ? `?${query}` : '';
}
