import type { Request } from 'express';
import { InvalidInput, type FieldErrors } from '../errors/domain-error';
import { isDay } from '../values/day';
import { nearest } from './nearest';
import {
  commonParametersOf,
  MAX_PAGE_SIZE,
  PAGE_SIZE,
  type Filter,
  type ListDefinition,
  type ListQuery,
  type Order,
} from './list-definition';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const MAX_VALUES = 50;
const MAX_WORDS = 8;

/** @throws InvalidInput 400 naming each unknown parameter, field or order, with the nearest known one */
export function parseListQuery(request: Request, definition: ListDefinition): ListQuery {
  const host = `${request.protocol}://${request.get('host') ?? 'localhost'}`;
  if (!URL.canParse(request.originalUrl, host)) throw new InvalidInput({ Host: ['This is no name of a machine.'] });
  return parseListAddress(new URL(request.originalUrl, host), definition);
}

/** The same of an address at hand. @throws InvalidInput 400 */
export function parseListAddress(url: URL, definition: ListDefinition): ListQuery {
  const errors: FieldErrors = {};
  const filters: Record<string, string[]> = {};
  const common = commonParametersOf(definition);
  const known = [...common, ...Object.keys(definition.filters)];

  for (const name of new Set(url.searchParams.keys())) {
    if (common.includes(name)) continue;
    const filter = Object.hasOwn(definition.filters, name) ? definition.filters[name] : undefined;
    if (!filter) {
      const guess = nearest(name, known);
      errors[name] = [`There is no parameter of this name${guess ? `; did you mean ${guess}?` : '.'}`];
      continue;
    }
    const values = url.searchParams.getAll(name).filter((value) => value !== '');
    const refusal = values.length > MAX_VALUES ? `Give at most ${MAX_VALUES} values.` : refusalOf(filter, values);
    if (refusal) errors[name] = [refusal];
    else if (values.length) filters[name] = values;
  }

  const whole = (name: string, fallback: number, max: number): number => {
    const text = url.searchParams.get(name);
    if (text === null || text === '') return fallback;
    const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
    if (value >= 1 && value <= max) return value;
    errors[name] = [`Give a whole number from 1 to ${max}.`];
    return fallback;
  };

  const query: ListQuery = {
    url: url.toString(),
    page: whole('page', 1, 1_000_000),
    pageSize: whole('pageSize', PAGE_SIZE, MAX_PAGE_SIZE),
    cursor: url.searchParams.get('cursor'),
    search: words(url.searchParams.get('search') ?? '', errors),
    ordering: orderingOf(url.searchParams.get('ordering') || definition.defaultOrdering, definition, errors),
    filters,
  };
  if (Object.keys(errors).length) throw new InvalidInput(errors, 'The list cannot be read like this.');
  return query;
}

function words(search: string, errors: FieldErrors): string[] {
  const found = search.split(/[\s,]+/).filter(Boolean);
  if (search.length > 200 || found.length > MAX_WORDS)
    errors['search'] = [`Search for at most ${MAX_WORDS} words and 200 characters.`];
  if (search.includes('\0')) errors['search'] = ['This cannot be searched for.'];
  return found;
}

function orderingOf(text: string, definition: ListDefinition, errors: FieldErrors): Order[] {
  return text.split(',').flatMap((term) => {
    const descending = term.startsWith('-');
    const name = descending ? term.slice(1) : term;
    const column = Object.hasOwn(definition.ordering, name) ? definition.ordering[name] : undefined;
    if (column) return [{ name, column, descending }];
    const guess = nearest(name, Object.keys(definition.ordering));
    errors['ordering'] = [`This list cannot be ordered by ${name}${guess ? `; did you mean ${guess}?` : '.'}`];
    return [];
  });
}

function refusalOf(filter: Filter, values: string[]): string | null {
  const allowed = 'values' in filter ? filter.values : undefined;
  const wrong = allowed && values.find((value) => !allowed.includes(value));
  if (wrong !== undefined && allowed) return `Choose from: ${allowed.join(', ')}.`;
  const format = filter.kind === 'custom' ? filter.format : filter.kind;
  if ((format === 'id' || format === 'uuid') && !values.every((value) => UUID.test(value))) return 'This is not an id.';
  if ((format === 'dayFrom' || format === 'dayTo' || format === 'date') && !values.every(isDay))
    return 'Write the day as YYYY-MM-DD.';
  if (format === 'flag' && !values.every((value) => value === 'true' || value === 'false'))
    return 'Write true or false.';
  const known = filter.kind === 'custom' ? filter.known : undefined;
  if (known && !values.every(known.is)) return known.sentence;
  if (values.some((value) => value.length > 200 || value.includes('\0'))) return 'This cannot be looked for.';
  return null;
}
