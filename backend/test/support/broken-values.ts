import fc from 'fast-check';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Schema } from '../../src/platform/openapi/operations';
import type { Json } from './calls';

export type Shape = Exclude<Schema, { $ref: string }> & { const?: unknown };

/** A schema without its references. */
export function shapeOf(document: OpenAPIObject, schema: Schema | undefined): Shape {
  if (!schema) return {};
  if ('$ref' in schema)
    return shapeOf(document, document.components?.schemas?.[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  const [one] = schema.allOf ?? schema.oneOf ?? schema.anyOf ?? [];
  return one ? shapeOf(document, one) : schema;
}

const KILO = 1024;

/** Texts that have broken programs: what cannot be stored, what says something in SQL, HTML, a path or a header. */
export const NASTY_TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\uD800',
  'x\uDC00y',
  '\uFFFF',
  '\u202Efdp.exe',
  'é'.normalize('NFD'),
  '𝔘𝔫𝔦𝔠𝔬𝔡𝔢 🧵',
  'null',
  'undefined',
  'NaN',
  '9e999',
  '-0',
  '1e3',
  '0x10',
  '1_000',
  '١٢٣',
  '-1',
  '9'.repeat(14),
  '9'.repeat(400),
  `0.${'0'.repeat(400)}1`,
  '99999999999999999.9999999',
  '2024-02-30',
  '0000-00-00',
  '-000001-01-01',
  '10000-01-01',
  '275760-09-13',
  '2026-11-13T25:61:61Z',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  "'; DROP TABLE orders; --",
  "' OR '1'='1",
  '%',
  '_',
  '\\',
  '$1',
  '{{7*7}}',
  '${7*7}',
  '<script>alert(1)</script>',
  '=HYPERLINK("http://x")',
  '../../etc/passwd',
  'a\r\nBcc: x@y.z',
  '__proto__',
  'constructor',
  '(a+)+$',
  'a'.repeat(KILO),
  'a'.repeat(100 * KILO),
  '🧵'.repeat(25 * KILO),
] as const;

const NASTY_JSON: readonly Json[] = [
  null,
  true,
  0,
  -1,
  0.1,
  1e308,
  2 ** 31,
  2 ** 53 + 2,
  -(2 ** 63),
  [],
  {},
  [null],
  [[]],
  [{}],
  { length: 1e9 },
  { toString: 1 },
  Array.from({ length: 5000 }, () => 'a'),
];

export const nastyText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NASTY_TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

const nasty: fc.Arbitrary<Json> = fc.oneof(nastyText, fc.constantFrom(...NASTY_JSON));

/** Values just past what the schema lets in, and what nobody lets in. */
export function brokenValue(document: OpenAPIObject, schema: Schema | undefined, example: Json): fc.Arbitrary<Json> {
  const past = pastBounds(shapeOf(document, schema), example);
  return past.length ? fc.oneof(nasty, fc.constantFrom(...past)) : nasty;
}

function pastBounds(shape: Shape, example: Json): Json[] {
  const { minLength, maxLength, minimum, maximum, minItems, maxItems, format } = shape;
  const lists = Array.isArray(example) ? example : [];
  return [
    ...(maxLength ? ['m'.repeat(maxLength + 1)] : []),
    ...(minLength ? ['m'.repeat(minLength - 1)] : []),
    ...(shape.enum ? ['none of these', `${String(shape.enum[0])} `] : []),
    ...(typeof maximum === 'number' ? [maximum + 1, String(maximum), maximum - 0.5] : []),
    ...(typeof minimum === 'number' ? [minimum - 1, 9e15] : []),
    ...(maxItems !== undefined && lists.length ? [Array.from({ length: maxItems + 1 }, () => lists[0]!)] : []),
    ...(minItems ? [[]] : []),
    ...(format === 'uuid' ? ['0', '01a20132-3f80-7420-8c39-84b607327796-1'] : []),
    ...(format === 'date' ? ['2026-13-01', '13.11.2026', '2026-11-13T00:00:00Z'] : []),
    ...(format === 'email' ? ['a@b', 'a\n@b.cd', `${'a'.repeat(250)}@b.cd`] : []),
    ...(shape.pattern ? ['-0.0000001', '1e5', '1.2.3', '-99999', '123456789012345.123456'] : []),
    ...(shape.type === 'boolean' ? ['true', 1] : []),
  ];
}
