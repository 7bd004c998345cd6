import { Brackets, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { InvalidInput } from '../errors/domain-error';
import type { ListDefinition, ListQuery, Order } from './list-definition';

/** Where a page ended: the values of its last row in the order of the list. Opaque to the caller, base64url of JSON. */
interface Mark {
  ordering: string;
  values: (string | null)[];
  id: string;
}

const nameOf = (orders: Order[]): string => orders.map((order) => (order.descending ? '-' : '') + order.name).join(',');

/** The cursor that continues after `last`. */
export function cursorAfter(
  definition: ListDefinition,
  asked: ListQuery,
  last: ObjectLiteral & { id: string },
): string {
  const values = asked.ordering.map(({ column }) => {
    const [alias = '', property = ''] = column.split('.');
    const holder = alias === definition.alias ? last : (last[alias] as ObjectLiteral | undefined);
    const value: unknown = holder?.[property];
    return value === null || value === undefined ? null : value instanceof Date ? value.toISOString() : String(value);
  });
  const mark: Mark = { ordering: nameOf(asked.ordering), values, id: last.id };
  return Buffer.from(JSON.stringify(mark)).toString('base64url');
}

/** Continues after a cursor by key, never by counting rows. Nulls stand last in either direction. @throws InvalidInput 400 */
export function applyCursor<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  definition: ListDefinition,
  asked: ListQuery,
  cursor: string,
): void {
  const mark = decode(cursor, asked);
  const terms = [
    ...asked.ordering.map((order, index) => ({ ...order, value: mark.values[index] ?? null })),
    { column: `${definition.alias}.id`, descending: asked.ordering[0]?.descending ?? false, value: mark.id },
  ];
  query.andWhere(
    new Brackets((any) => {
      terms.forEach((term, index) => {
        if (term.value === null) return; // nulls are last: only the terms behind can be greater
        any.orWhere(
          new Brackets((all) => {
            terms.slice(0, index).forEach((earlier, position) => {
              if (earlier.value === null) all.andWhere(`${earlier.column} IS NULL`);
              else all.andWhere(`${earlier.column} = :cursor_${position}`);
            });
            const beyond = `${term.column} ${term.descending ? '<' : '>'} :cursor_${index}`;
            all.andWhere(isNullable(query, term.column) ? `(${beyond} OR ${term.column} IS NULL)` : beyond);
          }),
        );
      });
    }),
    Object.fromEntries(terms.map((term, index) => [`cursor_${index}`, term.value])),
  );
}

/** Whether a column of the query may be null: then, and only then, the order says where nulls stand. */
export function isNullable<T extends ObjectLiteral>(query: SelectQueryBuilder<T>, column: string): boolean {
  const [alias = '', property = ''] = column.split('.');
  return query.expressionMap.findAliasByName(alias).metadata.findColumnWithPropertyName(property)?.isNullable ?? true;
}

function decode(cursor: string, asked: ListQuery): Mark {
  try {
    const mark = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as Mark;
    const sane =
      mark.ordering === nameOf(asked.ordering) &&
      Array.isArray(mark.values) &&
      mark.values.length === asked.ordering.length &&
      mark.values.every((value) => value === null || (typeof value === 'string' && value.length < 1_000)) &&
      /^[0-9a-f-]{36}$/.test(mark.id);
    if (sane) return mark;
  } catch {
    // not ours: answered below
  }
  throw new InvalidInput({ cursor: ['Take the cursor from `next`, and keep the ordering it was made with.'] });
}
