import 'reflect-metadata';
import { PartialType } from '@nestjs/swagger';
import { InvalidInput } from '../errors/domain-error';
import { AmountField, DayField, Email, ListOf, Nested, OneOf, QuantityField, Text } from './fields';
import { validationPipe } from './validation';

class Line {
  @QuantityField() quantity: string;
}

class Body {
  @Text({ max: 5 }) name: string;
  @Text({ max: 5, optional: true, nullable: true }) note?: string | null;
  @OneOf(['a', 'b']) kind: string;
  @DayField({ optional: true }) day?: string;
  @AmountField({ optional: true }) amount?: string;
  @ListOf(() => Line, { optional: true, max: 2 }) lines?: Line[];
}

class Change extends PartialType(Body, { skipNullProperties: false }) {}

async function errorsOf(type: new () => object, value: unknown): Promise<Record<string, string[]>> {
  try {
    await validationPipe().transform(value, { type: 'body', metatype: type });
    return {};
  } catch (error) {
    if (error instanceof InvalidInput) return error.errors;
    throw error;
  }
}

const good = { name: 'Rina', kind: 'a' };

describe('an e-mail address', () => {
  class Person {
    @Email() email: string;
  }

  it.each([
    '',
    'rina',
    'rina@',
    7,
    null,
    '\ud800',
    'ri\udc00na@example.com',
    'rina@exa\ud800mple.com',
    'ri\0na@example.com',
  ])('is not %j', async (email) => {
    expect(await errorsOf(Person, { email })).toEqual({
      email: expect.arrayContaining(['This is not an e-mail address.']) as unknown,
    });
  });

  it('is one with a name, a host and letters of any script in its name', async () => {
    for (const email of ['rina@example.com', 'rina.a+po@mills.example.co', 'রিনা@example.com'])
      expect(await errorsOf(Person, { email })).toEqual({});
  });
});

describe('an object in an object', () => {
  class Parcel {
    @Nested(() => Line) first: Line;
    @ListOf(() => Line, { max: 3 }) others: Line[];
  }
  const line = { quantity: '1' };

  it.each([
    ['a list in its place', { first: [], others: [] }, { first: ['This must be an object.'] }],
    ['a list of them in its place', { first: [line], others: [] }, { first: ['This must be an object.'] }],
    ['lists in a list of them', { first: line, others: [[]] }, { others: ['Each must be an object.'] }],
    ['lists of them in a list of them', { first: line, others: [[line]] }, { others: ['Each must be an object.'] }],
  ])('is not %s', async (_what, body, errors) => {
    expect(await errorsOf(Parcel, body)).toMatchObject(errors);
  });
});

describe('a text', () => {
  class Note {
    @Text({ max: 50 }) orderNumber: string;
    @Text({ max: 5000 }) notes: string;
  }
  const read = (value: object) => validationPipe().transform(value, { type: 'body', metatype: Note });

  it('is one line where it is a name, and keeps its lines where it is told at length', async () => {
    expect(await read({ orderNumber: ' PO-1182\r\n\tA ', notes: ' Ship early.\n\nCall first. ' })).toEqual({
      orderNumber: 'PO-1182 A',
      notes: 'Ship early.\n\nCall first.',
    });
  });
});

describe('the fields of a body', () => {
  it('take what fits', async () => {
    expect(
      await errorsOf(Body, {
        ...good,
        note: null,
        day: '2026-11-21',
        amount: '9999999999999',
        lines: [{ quantity: '0.001' }],
      }),
    ).toEqual({});
  });

  it.each<[string, object]>([
    ['name', { ...good, name: '   ' }],
    ['name', { ...good, name: 'Farhana' }],
    ['name', { ...good, name: null }],
    ['name', { ...good, name: 'a\u0000b' }],
    ['name', { ...good, name: 'a\uD800b' }],
    ['kind', { ...good, kind: 'c' }],
    ['day', { ...good, day: '2026-02-30' }],
    ['amount', { ...good, amount: 12 }],
    ['amount', { ...good, amount: '9e999' }],
    ['amount', { ...good, amount: '10000000000000' }],
    ['amount', { ...good, amount: '-1' }],
    ['lines', { ...good, lines: [{ quantity: '1' }, { quantity: '1' }, { quantity: '1' }] }],
    ['lines.1.quantity', { ...good, lines: [{ quantity: '1' }, { quantity: '0' }] }],
    ['role', { ...good, role: 'admin' }],
  ])('refuse %s in %j', async (field, body) => expect(Object.keys(await errorsOf(Body, body))).toEqual([field]));

  it('are cut of the blanks at their ends, but for a password', async () => {
    class Named {
      @Text({ max: 8 }) name: string;
      @Text({ max: 8, verbatim: true }) password: string;
    }
    const body = { name: ' PO-1182\t', password: ' secret ' };
    expect(await validationPipe().transform({ ...body }, { type: 'body', metatype: Named })).toEqual({
      name: 'PO-1182',
      password: ' secret ',
    });
  });

  it('say one thing of what is missing or blank', async () => {
    const missing = ['This is needed, as text.'];
    expect(await errorsOf(Body, { kind: 'a' })).toEqual({ name: missing });
    expect(await errorsOf(Body, { kind: 'a', name: 5 })).toEqual({ name: missing });
    expect(await errorsOf(Body, { kind: 'a', name: '' })).toEqual({ name: ['This should not be blank.'] });
  });

  it('may be left out of a change, but not be null unless null clears them', async () => {
    expect(await errorsOf(Change, {})).toEqual({});
    expect(await errorsOf(Change, { note: null })).toEqual({});
    expect(Object.keys(await errorsOf(Change, { name: null, kind: null }))).toEqual(['name', 'kind']);
  });
});
