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

/**
 * Filters, orders and pages a query: one statement for the rows, one for the count (none by cursor). The query may join
 * to-one relations only, so that LIMIT counts rows; its first condition is what the actor may see.
 */
export async function paginate<T extends ObjectLiteral & { id: string }>(
  query: SelectQueryBuilder<T>,
  definition: ListDefinition,
  asked: ListQuery,
): Promise<Page<T>> {
  applyFilters(query, definition, asked);
  const byCursor = asked.cursor !== null;
  const total = byCursor ? null : await countUpTo(query, COUNT_CAP);

  applyOrdering(query, definition, asked);
  if (asked.cursor) applyCursor(query, definition, asked, asked.cursor);
  if (asked.page > 1) turnTo(query, (asked.page - 1) * asked.pageSize, asked.pageSize + 1);
  else query.limit(asked.pageSize + 1);

  const rows = hydrationOf(query)(await query.getRawMany<Record<string, unknown>>());
  const more = rows.length > asked.pageSize;
  const results = rows.slice(0, asked.pageSize);
  const last = results.at(-1);
  if (total !== null) return pageOf(results, total, more, asked);
  return {
    count: null,
    next: more && last ? withParameter(asked.url, 'cursor', cursorAfter(definition, asked, last)) : null,
    previous: null,
    results,
  };
}

/** A numbered page. @param more whether rows come after it */
export function pageOf<T>(results: T[], total: number, more: boolean, { url, page }: ListQuery): Page<T> {
  return {
    count: total,
    ...(total >= COUNT_CAP ? { countCapped: true } : {}),
    next: more ? withParameter(url, 'page', String(page + 1)) : null,
    previous: page > 1 ? withParameter(url, 'page', String(page - 1)) : null,
    results,
  };
}

/** In the order that was asked for, and within that always the same. */
export function applyOrdering<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  definition: ListDefinition,
  asked: ListQuery,
): SelectQueryBuilder<T> {
  for (const { column, descending } of asked.ordering)
    query.addOrderBy(column, descending ? 'DESC' : 'ASC', isNullable(query, column) ? 'NULLS LAST' : undefined);
  return query.addOrderBy(`${definition.alias}.id`, asked.ordering[0]?.descending ? 'DESC' : 'ASC');
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

/** Counts no further than `cap`: past it, nobody reads the number. */
async function countUpTo<T extends ObjectLiteral>(query: SelectQueryBuilder<T>, cap: number): Promise<number> {
  const [rows, parameters] = query.clone().select('1').limit(cap).getQueryAndParameters();
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
