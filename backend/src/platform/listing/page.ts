import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { hydrationOf } from '../database/hydration';
import { applyCursor, cursorAfter, isNullable } from './cursor';
import { applyFilters, type ListDefinition, type ListQuery } from './list-definition';

export const COUNT_CAP = 10_000;

/** One page of a list, as the API answers it. */
export interface Page<T> {
  /** Rows in all; null when reading by cursor. */
  count: number | null;
  /** True when there are more rows than were counted. */
  countCapped?: boolean;
  next: string | null;
  previous: string | null;
  results: T[];
}

/** How many rows a list has that nothing filters, from what is kept of it. */
export type KeptTotal = () => Promise<number>;

/**
 * Filters, orders and pages a query: one statement for the rows, one for the count (none by cursor). The query may join
 * to-one relations only, so that LIMIT counts rows; its first condition is what the actor may see.
 */
export async function paginate<T extends ObjectLiteral & { id: string }>(
  query: SelectQueryBuilder<T>,
  definition: ListDefinition,
  asked: ListQuery,
  kept: KeptTotal | null = null,
): Promise<Page<T>> {
  applyFilters(query, definition, asked);
  return asked.cursor === null ? byNumber(query, definition, asked, kept) : byCursor(query, definition, asked);
}

async function byCursor<T extends ObjectLiteral & { id: string }>(
  query: SelectQueryBuilder<T>,
  definition: ListDefinition,
  asked: ListQuery,
): Promise<Page<T>> {
  applyOrdering(query, definition, asked);
  if (asked.cursor) applyCursor(query, definition, asked, asked.cursor);
  const rows = await rowsOf(query.limit(asked.pageSize + 1));
  const more = rows.length > asked.pageSize;
  const results = rows.slice(0, asked.pageSize);
  const last = results.at(-1);
  return {
    count: null,
    next: more && last ? withParameter(asked.url, 'cursor', cursorAfter(definition, asked, last)) : null,
    previous: null,
    results,
  };
}

/** Past the middle a page is read from the end of the list, which is nearer, and turned round. */
async function byNumber<T extends ObjectLiteral & { id: string }>(
  query: SelectQueryBuilder<T>,
  definition: ListDefinition,
  asked: ListQuery,
  kept: KeptTotal | null,
): Promise<Page<T>> {
  const { page, pageSize } = asked;
  const before = (page - 1) * pageSize;
  const whole = !asked.search.length && !Object.keys(asked.filters).length;
  const cap = before < COUNT_CAP ? COUNT_CAP : null; // whoever is past it has rows of that many to pass by, or to count
  const total = kept && whole ? await kept() : await countUpTo(query, cap);
  const known = (kept && whole) || !cap || total < cap;

  if (known && before > total / 2) {
    const after = Math.max(total - before - pageSize, 0);
    const limit = total - before - after;
    if (limit <= 0) return pageOf<T>([], total, false, asked, !known);
    turnTo(applyOrdering(query, definition, asked, true), after, limit);
    return pageOf((await rowsOf(query)).reverse(), total, after > 0, asked, !known);
  }
  applyOrdering(query, definition, asked);
  if (page > 1) turnTo(query, before, pageSize + 1);
  else query.limit(pageSize + 1);
  const rows = await rowsOf(query);
  return pageOf(rows.slice(0, pageSize), total, rows.length > pageSize, asked, !known);
}

const rowsOf = async <T extends ObjectLiteral>(query: SelectQueryBuilder<T>): Promise<T[]> =>
  hydrationOf(query)(await query.getRawMany<Record<string, unknown>>());

/** A numbered page. @param more whether rows come after it */
export function pageOf<T>(
  results: T[],
  total: number,
  more: boolean,
  { url, page }: ListQuery,
  capped = total >= COUNT_CAP,
): Page<T> {
  return {
    count: total,
    ...(capped ? { countCapped: true } : {}),
    next: more ? withParameter(url, 'page', String(page + 1)) : null,
    previous: page > 1 ? withParameter(url, 'page', String(page - 1)) : null,
    results,
  };
}

/** In the order that was asked for, and within that always the same; or from the end. */
export function applyOrdering<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  definition: ListDefinition,
  asked: ListQuery,
  backwards = false,
): SelectQueryBuilder<T> {
  const way = (descending = false) => (descending === backwards ? 'ASC' : 'DESC');
  const nulls = backwards ? 'NULLS FIRST' : 'NULLS LAST';
  for (const { column, descending } of asked.ordering)
    query.addOrderBy(column, way(descending), isNullable(query, column) ? nulls : undefined);
  return query.addOrderBy(`${definition.alias}.id`, way(asked.ordering[0]?.descending));
}

export function mapPage<T, U>(page: Page<T>, map: (row: T) => U): Page<U> {
  return { ...page, results: page.results.map(map) };
}

/**
 * The rows of a page behind others, found by their keys alone and read whole only then: whoever turns pages passes by rows that
 * nobody is shown, and wide ones are slow to sort.
 */
function turnTo<T extends ObjectLiteral>(query: SelectQueryBuilder<T>, offset: number, limit: number): void {
  const page = query.clone().select(`${query.alias}.id`, 'id').offset(offset).limit(limit);
  query.andWhere(`${query.alias}.id IN (${page.getQuery()})`);
}

/** Counts no further than `cap`: past it, nobody reads the number. Null counts them all. */
async function countUpTo<T extends ObjectLiteral>(query: SelectQueryBuilder<T>, cap: number | null): Promise<number> {
  const [rows, parameters] = query
    .clone()
    .select('1')
    .limit(cap ?? undefined)
    .getQueryAndParameters();
  const [counted] = await query.connection.query<{ total: string }[]>(
    `SELECT count(*) AS total FROM (${rows}) counted`,
    parameters,
  );
  return Number(counted?.total);
}

function withParameter(url: string, name: string, value: string): string {
  const changed = new URL(url);
  changed.searchParams.set(name, value);
  return changed.toString();
}
