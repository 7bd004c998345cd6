import fc from 'fast-check';
import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsOf, type OperationObject, type Schema } from '../../src/platform/openapi/operations';
import type { Belongings } from './belongings';
import { brokenValue, nastyText, shapeOf, type Shape } from './broken-values';
import type { Call, Json, Sent } from './calls';
import type { Sending } from './wire';

/** A request with one thing broken. */
export interface BrokenCall extends Sending {
  /** What is wrong with it, in words. */
  flaw: string;
  /** Where the body is JSON: what it says. */
  said?: Json;
  /** A value that the contract's own words refuse. */
  query?: { schema: Shape; value: string };
  /** Whoever takes it has not looked at it. */
  mustRefuse?: boolean;
  /** Who calls is in doubt. */
  stranger?: boolean;
}

type Fields = { [name: string]: Json };

const isFields = (value: Json | undefined): value is Fields =>
  Boolean(value) && typeof value === 'object' && !Array.isArray(value);

const DEPTH = 50_000;

/** What is no body of any operation. */
const NO_BODIES: readonly (readonly [flaw: string, bytes: Buffer])[] = [
  ['half of a body', Buffer.from('{"a": ')],
  ['a list', Buffer.from('[]')],
  ['a text', Buffer.from('"a"')],
  ['a number', Buffer.from('9e999')],
  ['null', Buffer.from('null')],
  ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ['a body of NULs', Buffer.alloc(100)],
  [`${DEPTH} lists in each other`, Buffer.from('['.repeat(DEPTH) + ']'.repeat(DEPTH))],
  [`${DEPTH} objects in each other`, Buffer.from('{"a":'.repeat(DEPTH) + '1' + '}'.repeat(DEPTH))],
];

/** Fields that are nobody's to send. */
const FOREIGN_FIELDS: Fields = {
  createdById: '00000000-0000-4000-8000-000000000000',
  rowVersion: 1,
  deletedAt: null,
  isSuperuser: true,
  passwordHash: 'x',
  constructor: {},
  'a.b': 1,
  '': 1,
  [`f${'f'.repeat(1000)}`]: 1,
};

const HEADERS: readonly (readonly [name: string, values: readonly string[]])[] = [
  ['If-Match', ['', '"', '"-1"', '"99999999999"', 'W/"1"', '3', '"1", "2"', '*', 'é']],
  ['If-None-Match', ['', '*', '"', 'a'.repeat(4000)]],
  ['Idempotency-Key', ['', ' ', 'a b', 'a'.repeat(256), 'é', "';--"]],
  ['Accept', ['', '*', 'text/nothing', 'a'.repeat(4000)]],
  ['Accept-Encoding', ['', 'br;q=9', 'nothing', 'gzip, gzip, gzip']],
  ['Accept-Language', ['', 'xx-YY-zz', 'a'.repeat(4000)]],
  [
    'Content-Type',
    [
      '',
      'application/json; charset=utf-7',
      'text/plain',
      'multipart/form-data',
      'a/b/c',
      'application/json; charset="',
    ],
  ],
  ['Content-Encoding', ['', 'gzip', 'nothing', 'deflate', 'br']],
  ['Cookie', ['', '=', 'refresh=%E0%A4%A', 'a'.repeat(4000), 'refresh=j:{"a":1}']],
  ['Origin', ['null', 'http://evil.example', '://']],
  ['Range', ['bytes=9-1', 'bytes=-', 'bytes=0-999999999999999999999']],
  ['X-Forwarded-For', ['', "1.1.1.1'", 'a'.repeat(4000), '::ffff:999.1.1.1']],
  ['X-Forwarded-Host', ['', 'a b', 'evil.example', '[']],
  ['X-Forwarded-Proto', ['', 'javascript', 'a b']],
  ['Host', ['a b', '[', 'evil.example', 'a:99999', '%']],
  ['X-Request-Id', ['', 'a'.repeat(4000), "';--", 'é']],
  ['X-Refresh-Token', ['', 'cookie', 'é']],
  ['X-HTTP-Method-Override', ['DELETE']],
];

const STRANGERS = ['Bearer', 'Bearer null', 'Basic YTpi', 'Bearer a.b.c', `Bearer ${'a'.repeat(4000)}`, 'Bearer é'];

/** The requests of one operation on `things`, each with one thing broken. */
export function brokenCalls(
  call: Call,
  document: OpenAPIObject,
  things: Belongings,
  sent: Sent,
): fc.Arbitrary<BrokenCall> {
  const { operation } = operationsOf(document).find((each) => each.operation.operationId === call.operationId)!;
  const target = `/api/v1${call.addressOf(things)}`;
  const asked = call.queryOf(things);
  const queried = (query: [string, string][]) =>
    query.length ? `${target}?${query.map((pair) => pair.map(escaped).join('=')).join('&')}` : target;
  const whole = ((): BrokenCall => {
    const base = { flaw: '', method: call.method, target: queried(asked) };
    if (call.form) return { ...base, ...form(call.form, 'paper.pdf', '%PDF-1.7\n%%EOF') };
    return call.takesJson ? withBody(base, call.bodyOf(sent)) : base;
  })();
  const parameters = (operation.parameters ?? []).flatMap((each) => ('in' in each ? [each] : []));

  const inAddress = fc
    .tuple(
      fc.nat(call.parameters.length - 1 < 0 ? 0 : call.parameters.length - 1),
      fc.oneof(nastyText, fc.constant(null)),
    )
    .map(([at, value]) => {
      const places = call.path.split('/').flatMap((part, index) => (part.startsWith('{') ? [index] : []));
      const parts = call.addressOf(things).split('/');
      parts[places[at]!] = value === null ? '%E0%A4%A' : escaped(value).slice(0, LONGEST_ADDRESS);
      return { ...whole, flaw: `address ${shown(parts[places[at]!]!)}`, target: `/api/v1${parts.join('/')}` };
    });

  const inQuery = fc.constantFrom(...parameters.filter((each) => each.in === 'query'), null).chain((parameter) =>
    brokenValue(document, itemOf(document, parameter?.schema), 'a').map((broken) => {
      const value = (typeof broken === 'string' ? broken : JSON.stringify(broken)).slice(0, LONGEST_ADDRESS / 12);
      const name = parameter?.name ?? 'nothingOfThis';
      const query: [string, string][] = [...asked.filter(([each]) => each !== name), [name, value]];
      return {
        ...whole,
        flaw: `query ${name}=${shown(value)}`,
        target: queried(query),
        ...(parameter ? { query: { schema: itemOf(document, parameter.schema), value } } : {}),
      };
    }),
  );

  const inHeaders = fc.constantFrom(...HEADERS).chain(([name, values]) =>
    fc.constantFrom(...values).map((value) => ({
      ...whole,
      flaw: `${name}: ${shown(value)}`,
      headers: { ...whole.headers, [name]: latin(value) },
    })),
  );
  const strange = fc.constantFrom(...STRANGERS).map((value) => ({
    ...whole,
    flaw: `Authorization: ${shown(value)}`,
    headers: { ...whole.headers, Authorization: latin(value) },
    stranger: true,
  }));

  const weighted: fc.WeightedArbitrary<BrokenCall>[] = [
    { weight: 1, arbitrary: inHeaders },
    { weight: 1, arbitrary: strange },
    { weight: call.method === 'get' ? 4 : 1, arbitrary: inQuery },
    ...(call.parameters.length ? [{ weight: 2, arbitrary: inAddress }] : []),
    ...(call.takesJson ? inBody(whole, operation, document) : []),
    ...(call.form ? [{ weight: 6, arbitrary: inForm(whole, call.form) }] : []),
  ];
  return fc.oneof(...weighted);
}

function inBody(
  whole: BrokenCall,
  operation: OperationObject,
  document: OpenAPIObject,
): fc.WeightedArbitrary<BrokenCall>[] {
  const body = operation.requestBody && 'content' in operation.requestBody ? operation.requestBody.content : {};
  const said = whole.said ?? {};
  const places = placesOf(document, body['application/json']?.schema, said);
  const value = fc.constantFrom(...places).chain(({ way, schema, example }) =>
    brokenValue(document, schema, example).map((broken) => ({
      ...withBody(whole, replaced(said, way, broken)),
      flaw: `${way.join('.')} = ${shown(JSON.stringify(broken))}`,
    })),
  );
  const foreign = fc.constantFrom(...Object.entries(FOREIGN_FIELDS)).map(([name, it]) => ({
    ...withBody(whole, isFields(said) ? { ...said, [name]: it } : it),
    flaw: `a field ${shown(name)}`,
    mustRefuse: !(name in (shapeOf(document, body['application/json']?.schema).properties ?? {})),
  }));
  const none = fc.constantFrom(...NO_BODIES).map(([flaw, bytes]) => ({ ...whole, flaw, said: undefined, body: bytes }));
  return [
    ...(places.length ? [{ weight: 9, arbitrary: value }] : []),
    { weight: 1, arbitrary: foreign },
    { weight: 2, arbitrary: none },
  ];
}

function inForm(whole: BrokenCall, field: string): fc.Arbitrary<BrokenCall> {
  const content = fc.constantFrom('', '\0', '%PDF', '<svg onload="alert(1)"/>', 'PK\u0003\u0004', 'a'.repeat(100_000));
  const names = fc.oneof(nastyText, fc.constant('paper.pdf'));
  const formed = fc.tuple(fc.constantFrom(field, 'other', '', '__proto__'), names, content).map(([into, name, it]) => ({
    ...whole,
    ...form(into, name.replace(/["\r\n\0]/g, '_').slice(0, 4000), it),
    flaw: `a form with ${shown(into)}: ${shown(name)}, ${shown(it)}`,
  }));
  const cut = fc.nat(whole.body?.length ?? 0).map((at) => ({
    ...whole,
    body: whole.body?.subarray(0, at),
    flaw: `a form cut off after ${at} bytes`,
  }));
  return fc.oneof(formed, cut);
}

function form(field: string, name: string, content: string): Pick<BrokenCall, 'headers' | 'body'> {
  const head = `--edge\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\n\r\n`;
  return {
    headers: { 'Content-Type': 'multipart/form-data; boundary=edge' },
    body: Buffer.from(`${head}${content}\r\n--edge--\r\n`),
  };
}

const withBody = (request: BrokenCall, said: Json): BrokenCall => ({
  ...request,
  said,
  headers: { ...request.headers, 'Content-Type': 'application/json' },
  body: Buffer.from(JSON.stringify(said)),
});

interface Place {
  way: string[];
  schema: Schema;
  example: Json;
}

/** Every field that the body may have, also those that the example leaves out, and what is in them. */
function placesOf(document: OpenAPIObject, schema: Schema | undefined, example: Json, way: string[] = []): Place[] {
  const { properties = {}, items } = shapeOf(document, schema);
  const inside = Object.entries(properties).flatMap(([name, each]) =>
    placesOf(document, each, isFields(example) ? (example[name] ?? null) : null, [...way, name]),
  );
  const members =
    items && Array.isArray(example) && example.length ? placesOf(document, items, example[0]!, [...way, '0']) : [];
  return [...(way.length ? [{ way, schema: schema!, example }] : []), ...inside, ...members];
}

function replaced(body: Json, [name = '', ...rest]: string[], value: Json): Json {
  if (Array.isArray(body)) return body.map((each, at) => (String(at) === name ? deeper(each, rest, value) : each));
  const fields = isFields(body) ? body : {};
  return { ...fields, [name]: deeper(fields[name] ?? {}, rest, value) };
}
const deeper = (body: Json, rest: string[], value: Json): Json => (rest.length ? replaced(body, rest, value) : value);

/** What one value of a parameter is that may be given more than once. */
const itemOf = (document: OpenAPIObject, schema: Schema | undefined): Shape => {
  const shape = shapeOf(document, schema);
  return shape.type === 'array' ? shapeOf(document, shape.items) : shape;
};

/** Node takes a head of 16 kB; longer ones are cut off by it, not by us. */
const LONGEST_ADDRESS = 12_000;

/** As it has to be in an address, also what is no text. */
const escaped = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

const latin = (text: string): string => Buffer.from(text).toString('latin1');
const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}… (${text.length})` : text);
