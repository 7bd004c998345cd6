import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { isCurrency, NO_CURRENCY } from '../values/currencies';

/** Which values there are, where they are too many to list: any other is refused with the sentence, never found silently nowhere. */
export interface Known {
  is: (value: string) => boolean;
  sentence: string;
}

export const CURRENCY: Known = { is: isCurrency, sentence: NO_CURRENCY };

/** What a list may be filtered by. `column` is `alias.property` of the query, never text of the caller's. */
export type Filter =
  | { kind: 'choice'; column: string; values: readonly string[]; description?: string }
  | { kind: 'id'; column: string; description?: string }
  | { kind: 'contains'; column: string; description?: string }
  | { kind: 'dayFrom' | 'dayTo'; column: string; description?: string }
  | { kind: 'flag'; column: string; description?: string }
  | {
      /** A condition of its own: `where` is added with `:values` bound to the values given. */
      kind: 'custom';
      where: string;
      values?: readonly string[];
      format?: 'uuid' | 'date';
      known?: Known;
      description?: string;
    };

/**
 * What a list can do, said once: the query parser, the SQL and the OpenAPI document all read it.
 * Orderings are columns that a caller names by their key, `-` in front for descending.
 */
export interface ListDefinition {
  /** Alias of the root entity in the query. */
  alias: string;
  filters: Readonly<Record<string, Filter>>;
  /** Where every word of `search` is looked for: columns, or conditions of their own with `:word` for its LIKE pattern. */
  search: readonly string[];
  /** Name → column of the root entity or a joined one. */
  ordering: Readonly<Record<string, string>>;
  defaultOrdering: string;
  /** Rows that are summed up have no place that a cursor could go on from. */
  pagesOnly?: true;
}

/** A parsed ordering term. */
export interface Order {
  name: string;
  column: string;
  descending: boolean;
}

/** What the caller asked of a list, checked against its definition. */
export interface ListQuery {
  /** Absolute address of the request, from which `next` and `previous` are made. */
  url: string;
  page: number;
  pageSize: number;
  /** `''` asks for the first page by cursor; null: pages are numbered. */
  cursor: string | null;
  search: string[];
  ordering: Order[];
  filters: Record<string, string[]>;
}

export const PAGE_SIZE = 25;
export const MAX_PAGE_SIZE = 200;

/** Parameters that every list knows. */
export const COMMON_PARAMETERS = ['page', 'pageSize', 'cursor', 'search', 'ordering'] as const;

/** Those of them that this list takes. */
export const commonParametersOf = ({ search, pagesOnly }: ListDefinition): readonly string[] =>
  COMMON_PARAMETERS.filter((name) => !(name === 'search' && !search.length) && !(name === 'cursor' && pagesOnly));

/** Adds the caller's filters and search words to a query. */
export function applyFilters<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  definition: ListDefinition,
  asked: ListQuery,
): SelectQueryBuilder<T> {
  Object.entries(asked.filters).forEach(([name, values]) => {
    const filter = definition.filters[name];
    if (!filter) return;
    const bound = `filter_${name}`;
    switch (filter.kind) {
      case 'choice':
      case 'id':
        query.andWhere(`${filter.column} IN (:...${bound})`, { [bound]: values });
        break;
      case 'flag':
        query.andWhere(`${filter.column} = :${bound}`, { [bound]: values[0] === 'true' });
        break;
      case 'contains':
        query.andWhere(`${filter.column} ILIKE :${bound}`, { [bound]: containing(values[0] ?? '') });
        break;
      case 'dayFrom':
        query.andWhere(`${filter.column} >= :${bound}`, { [bound]: values[0] });
        break;
      case 'dayTo':
        query.andWhere(`${filter.column} <= :${bound}`, { [bound]: values[0] });
        break;
      case 'custom':
        query.andWhere(filter.where.replaceAll(':values', `:...${bound}`), { [bound]: values });
    }
  });
  asked.search.forEach((word, index) => {
    const bound = `word_${index}`;
    const places = definition.search.map((place) =>
      place.includes(':word') ? place.replaceAll(':word', `:${bound}`) : `${place} ILIKE :${bound}`,
    );
    query.andWhere(`(${places.join(' OR ')})`, {
      [bound]: containing(word),
    });
  });
  return query;
}

/** A LIKE pattern that finds `text` as it is: its own % and _ are no wildcards. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
