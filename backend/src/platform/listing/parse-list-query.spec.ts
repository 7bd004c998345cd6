import type { Request } from 'express';
import fc from 'fast-check';
import { InvalidInput } from '../errors/domain-error';
import type { ListDefinition } from './list-definition';
import { nearest } from './nearest';
import { parseListQuery } from './parse-list-query';

const definition: ListDefinition = {
  alias: 'sample',
  filters: {
    status: { kind: 'choice', column: 'sample.status', values: ['pending', 'approved'] },
    orderId: { kind: 'id', column: 'sample.orderId' },
    sentFrom: { kind: 'dayFrom', column: 'sample.sentOn' },
  },
  search: ['sample.awb'],
  ordering: { createdAt: 'sample.createdAt', sentOn: 'sample.sentOn' },
  defaultOrdering: '-createdAt',
};

const parse = (query: string, list = definition) =>
  parseListQuery(
    { originalUrl: `/api/v1/samples/${query}`, protocol: 'https', get: () => 'house.test' } as unknown as Request,
    list,
  );

const errorsOf = (query: string) => {
  try {
    parse(query);
  } catch (error) {
    return (error as InvalidInput).errors;
  }
  return null;
};

describe('the query of a list', () => {
  it('has a page of 25, newest first, unless told otherwise', () => {
    expect(parse('')).toMatchObject({
      page: 1,
      pageSize: 25,
      cursor: null,
      search: [],
      filters: {},
      ordering: [{ name: 'createdAt', descending: true }],
    });
    expect(
      parse('?page=3&pageSize=200&status=pending&status=approved&search=dhl,%20176&ordering=sentOn,-createdAt'),
    ).toMatchObject({
      page: 3,
      pageSize: 200,
      filters: { status: ['pending', 'approved'] },
      search: ['dhl', '176'],
      ordering: [
        { name: 'sentOn', descending: false },
        { name: 'createdAt', descending: true },
      ],
    });
  });

  it('knows no search where there is nothing to search', () => {
    expect(() => parse('?search=dhl', { ...definition, search: [] })).toThrow(InvalidInput);
  });

  it('names everything that is wrong at once, with the nearest that would be right', () => {
    expect(
      errorsOf('?pageSize=201&page=0&stauts=pending&orderId=7&sentFrom=2026-02-30&ordering=createdat&status=lost'),
    ).toEqual({
      pageSize: ['Give a whole number from 1 to 200.'],
      page: ['Give a whole number from 1 to 1000000.'],
      stauts: ['There is no parameter of this name; did you mean status?'],
      orderId: ['This is not an id.'],
      sentFrom: ['Write the day as YYYY-MM-DD.'],
      ordering: ['This list cannot be ordered by createdat; did you mean createdAt?'],
      status: ['Choose from: pending, approved.'],
    });
  });

  it('either understands or refuses, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, value) => {
        const query = `?${new URLSearchParams({ [name]: value }).toString()}`;
        expect(() => {
          try {
            parse(query);
          } catch (error) {
            if (!(error instanceof InvalidInput)) throw error;
          }
        }).not.toThrow();
      }),
    );
  });
});

describe('the nearest word', () => {
  it('is one that a typing error is away, or none', () => {
    expect(nearest('statuss', ['status', 'category'])).toBe('status');
    expect(nearest('xyz', ['status', 'category'])).toBeNull();
    expect(nearest('__proto__', ['status'])).toBeNull();
  });
});
