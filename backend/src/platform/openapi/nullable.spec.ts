import { toVersion31 } from './nullable';

describe('a schema for OpenAPI 3.1', () => {
  it('says null as a type', () => {
    expect(toVersion31({ type: 'string', nullable: true, maxLength: 3 })).toEqual({
      type: ['string', 'null'],
      maxLength: 3,
    });
    expect(toVersion31({ type: 'string', enum: ['a'], nullable: true })).toEqual({
      type: ['string', 'null'],
      enum: ['a', null],
    });
    expect(toVersion31({ $ref: '#/x', nullable: true })).toEqual({ anyOf: [{ $ref: '#/x' }, { type: 'null' }] });
    // So a property of another class is written: its `type` alone would not let the reference be null.
    expect(toVersion31({ type: 'object', nullable: true, allOf: [{ $ref: '#/x' }], description: 'Who.' })).toEqual({
      description: 'Who.',
      anyOf: [{ $ref: '#/x' }, { type: 'null' }],
    });
  });

  it('goes through the whole document but leaves examples as they are', () => {
    expect(
      toVersion31({ properties: { a: [{ type: 'integer', nullable: true }] }, example: { nullable: true } }),
    ).toEqual({
      properties: { a: [{ type: ['integer', 'null'] }] },
      example: { nullable: true },
    });
  });
});
