import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiQuery, getSchemaPath } from '@nestjs/swagger';
import type { Request } from 'express';
import { MAX_PAGE_SIZE, PAGE_SIZE, type Filter, type ListDefinition } from './list-definition';
import { parseListQuery } from './parse-list-query';

/** The checked query of a list: `@Asked(sampleList) asked: ListQuery`. */
export const Asked = createParamDecorator((definition: ListDefinition, context: ExecutionContext) =>
  parseListQuery(context.switchToHttp().getRequest<Request>(), definition),
);

/** Documents a list: its page shape and every parameter it knows. */
export function ApiList(row: new () => object, definition: ListDefinition): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(row),
    ApiOkResponse({
      description: 'One page.',
      schema: {
        type: 'object',
        required: ['count', 'next', 'previous', 'results'],
        properties: {
          count: { type: 'integer', nullable: true, description: 'Rows in all; null by cursor.', example: 1 },
          countCapped: { type: 'boolean', description: 'There are more rows than were counted.' },
          next: { type: 'string', nullable: true, format: 'uri', example: null },
          previous: { type: 'string', nullable: true, format: 'uri', example: null },
          results: { type: 'array', items: { $ref: getSchemaPath(row) } },
        },
      },
    }),
    parameter('page', { type: 'integer', minimum: 1, default: 1 }, 'Page number.'),
    parameter('pageSize', { type: 'integer', minimum: 1, maximum: MAX_PAGE_SIZE, default: PAGE_SIZE }, 'Rows a page.'),
    ...(definition.pagesOnly
      ? []
      : [parameter('cursor', { type: 'string' }, 'Instead of `page`: empty at first, then as in `next`.')]),
    ApiListParameters(definition),
  );
}

/** Documents what may be asked of a list that comes whole: its order, its search and its filters. */
export function ApiListParameters(definition: ListDefinition): MethodDecorator {
  return applyDecorators(
    parameter(
      'ordering',
      { type: 'string', default: definition.defaultOrdering },
      `Comma-separated, \`-\` descending: ${Object.keys(definition.ordering).join(', ')}.`,
    ),
    ApiListFilters(definition),
  );
}

/** Documents the filters of a list, for what sums it up without its pages. */
export function ApiListFilters({ search, filters }: ListDefinition): MethodDecorator {
  return applyDecorators(
    ...(search.length ? [parameter('search', { type: 'string', maxLength: 200 }, 'Every word must be found.')] : []),
    ...Object.entries(filters).map(([name, filter]) => filterParameter(name, filter)),
  );
}

function filterParameter(name: string, filter: Filter): MethodDecorator {
  const format = filter.kind === 'custom' ? filter.format : FORMATS[filter.kind];
  const values = 'values' in filter ? filter.values : undefined;
  const one =
    filter.kind === 'flag'
      ? { type: 'boolean' }
      : { type: 'string', ...(format ? { format } : {}), ...(values ? { enum: [...values] } : {}) };
  const many = filter.kind === 'choice' || filter.kind === 'id' || filter.kind === 'custom';
  return parameter(name, many ? { type: 'array', items: one } : one, filter.description ?? DESCRIPTIONS[filter.kind]);
}

const FORMATS: Record<Exclude<Filter['kind'], 'custom'>, string | undefined> = {
  choice: undefined,
  id: 'uuid',
  contains: undefined,
  dayFrom: 'date',
  dayTo: 'date',
  flag: undefined,
};

const DESCRIPTIONS: Record<Filter['kind'], string> = {
  choice: 'May be given more than once.',
  id: 'May be given more than once.',
  contains: 'Contains this text.',
  dayFrom: 'On this day or later.',
  dayTo: 'On this day or earlier.',
  flag: 'true or false.',
  custom: 'May be given more than once.',
};

const parameter = (name: string, schema: object, description: string): MethodDecorator =>
  ApiQuery({ name, required: false, description, schema: schema as never });
