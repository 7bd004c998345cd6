import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsOf, type Operation, type Schema } from '../../src/platform/openapi/operations';
import type { Belongings } from './belongings';
import type { Answer, Caller, Person } from './house';

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** What a body is filled with. */
export interface Sent {
  /** Ids by place: what `orderLineId`, `sampleIds` and the like become. */
  ids?: Belongings;
  users?: Readonly<Record<Person, string>>;
  /** One field (`lines.[].orderLineId`) is filled from somebody else's things. */
  foreign?: { field: string; ids: Belongings };
  /** A body that no operation takes. */
  broken?: boolean;
}

/** The place in an address of what a field of a body names. */
const PLACES: Readonly<Record<string, string>> = {
  orderId: 'orders/{id}',
  orderIds: 'orders/{id}',
  orderLineId: 'order-lines/{id}',
  lineIds: 'order-lines/{id}',
  styleId: 'styles/{id}',
  sampleId: 'samples/{id}',
  sampleIds: 'samples/{id}',
  proformaInvoiceId: 'proforma-invoices/{id}',
  replacesId: 'proforma-invoices/{id}',
  uploadId: 'uploads/{id}',
  receivableId: 'receivables/{id}',
  letterOfCreditId: 'letters-of-credit/{id}',
  drawingId: 'drawings/{drawingId}',
};

/** Fields that name no thing of an order: people of the house, templates. */
const NO_PLACES = ['assignedToId', 'mentionedIds', 'merchandiserId', 'ownerId', 'seenSweepId', 'templateId'];

/** What removes things by another name than `delete`. */
const ENDINGS = ['approveDeletion', 'clearReadNotifications'];
const DELETED_LAST = ['parcels', 'samples', 'order-lines', 'styles', 'shipments', 'letters-of-credit', 'orders'];

/** One operation of the contract, as somebody may call it with what the contract gives as its example. */
export class Call {
  readonly operationId: string;
  readonly path: string;
  readonly method: Operation['method'];
  readonly capability: string | undefined;
  readonly secured: boolean;
  /** The places of its address: `samples/{id}`. */
  readonly parameters: string[];
  /** The fields of its body that name a thing of an order, with the way to them. */
  readonly idsInBody: string[];
  /** What it may be asked for. */
  readonly filters: string[];
  readonly takesJson: boolean;
  private readonly example: Json;
  /** What of its body may not be left out. */
  private readonly needed: readonly string[];
  /** The field of its form that carries its files. */
  readonly form: 'file' | 'files' | undefined;
  private readonly query: readonly [name: string, example: string][];
  /** The headers that it cannot do without. */
  private readonly headers: Readonly<Record<string, string>>;

  constructor(
    { path, method, operation }: Operation,
    private readonly document: OpenAPIObject,
  ) {
    this.operationId = operation.operationId ?? '';
    this.path = path.replace('/api/v1', '');
    this.method = method;
    this.capability = operation['x-capability'];
    this.secured = Boolean(operation.security?.length);
    this.query = this.required(operation, 'query');
    this.headers = Object.fromEntries(this.required(operation, 'header'));
    this.filters = (operation.parameters ?? []).flatMap((each) =>
      'in' in each && each.in === 'query' ? [each.name] : [],
    );
    const parts = this.path.split('/');
    this.parameters = parts.flatMap((part, at) => (part.startsWith('{') ? [`${parts[at - 1]}/${part}`] : []));
    const body = operation.requestBody && 'content' in operation.requestBody ? operation.requestBody.content : {};
    const form = body['multipart/form-data']?.schema;
    this.form = form && ('files' in (this.resolved(form).properties ?? {}) ? 'files' : 'file');
    this.takesJson = 'application/json' in body;
    this.example = (body['application/json']?.example ?? {}) as Json;
    const json = body['application/json']?.schema ?? {};
    this.idsInBody = this.idsOf(json);
    this.needed = this.resolved(json).required ?? [];
  }

  /** Deletions come last, what hangs on a thing before it, an order at the very end. */
  get rank(): number {
    if (ENDINGS.includes(this.operationId)) return 4;
    if (this.method !== 'delete') return ['get', 'head'].includes(this.method) ? 0 : 1;
    if (this.parameters.length > 1 || !this.path.endsWith('{id}/')) return 2;
    return 5 + DELETED_LAST.indexOf(this.path.split('/').at(-3) ?? '');
  }

  make(caller: Caller, things: Belongings, sent: Sent = {}): Promise<Answer> {
    const address = this.addressOf(things);
    if (this.form === 'files') return caller.uploadAll(address, [[PAPER[1], PAPER[0]]]);
    if (this.form === 'file') {
      const [content, name] = this.path.endsWith('/picture/') ? PICTURE : PAPER;
      return caller.upload(address, content, name);
    }
    if (this.method === 'get') return caller.get(`${address}?${new URLSearchParams(this.queryOf(things)).toString()}`);
    if (this.method === 'head') return caller.head(address, this.headers);
    if (this.method === 'delete') return caller.delete(address, this.headers);
    return caller[this.method as 'post' | 'put' | 'patch'](address, this.bodyOf(sent) as object, this.headers);
  }

  /** Where it is called for one of these things. */
  addressOf(things: Belongings): string {
    const parts = this.path.split('/');
    return parts
      .map((part, at) =>
        part.startsWith('{')
          ? (things[this.operationId] ?? things[`${parts[at - 1]}/${part}`] ?? missing(this, part))
          : part,
      )
      .join('/');
  }

  /** What it has to be asked with. */
  queryOf(things: Belongings): [name: string, value: string][] {
    return this.query.map(([name, example]) => [name, things[PLACES[name] ?? ''] ?? example]);
  }

  bodyOf(sent: Sent = {}): Json {
    return sent.broken ? { nothing: 'of this' } : this.filled(this.exampleFor(sent), sent);
  }

  /** The example; for a foreign id no more of it than has to be there, so that nothing else is refused. */
  private exampleFor({ foreign }: Sent): Json {
    if (!foreign || !this.example || typeof this.example !== 'object') return this.example;
    const wanted = [...this.needed, foreign.field.split('.')[0]];
    return Object.fromEntries(Object.entries(this.example).filter(([name]) => wanted.includes(name)));
  }

  /** The example of the contract with ids that are there. */
  private filled(value: Json, sent: Sent, way = '', name = ''): Json {
    if (Array.isArray(value)) return value.map((each) => this.filled(each, sent, `${way}.[]`, name));
    if (value && typeof value === 'object') {
      const named = Object.fromEntries(
        Object.entries(value).map(([key, each]) => [key, this.filled(each, sent, way ? `${way}.${key}` : key, key)]),
      );
      return { ...named, ...this.smuggled(way, sent) };
    }
    const place = PLACES[name];
    if (typeof value !== 'string' || !/Ids?$/.test(name)) return value;
    return (place ? sent.ids?.[place] : sent.users?.merchandiser) ?? value;
  }

  /** The one foreign id, where the body at `way` is to have it. */
  private smuggled(way: string, { foreign }: Sent): Record<string, Json> {
    if (!foreign) return {};
    const [, home = '', name = ''] = /^(?:(.*)\.)?([^.]+)$/.exec(foreign.field) ?? [];
    const id = foreign.ids[PLACES[name] ?? ''] ?? '';
    return home === way ? { [name]: name.endsWith('Ids') ? [id] : id } : {};
  }

  /** What of the query, or of the headers, may not be left out, with its example. */
  private required({ parameters = [] }: Operation['operation'], place: 'query' | 'header'): [string, string][] {
    return parameters.flatMap((each): [string, string][] => {
      if ('$ref' in each || each.in !== place || !each.required || !each.schema) return [];
      const { enum: values = [], example } = this.resolved(each.schema);
      return [[each.name, String(example ?? values[0])]];
    });
  }

  private idsOf(schema: Schema, way = ''): string[] {
    const { properties = {}, items } = this.resolved(schema);
    if (items) return this.idsOf(items, `${way}.[]`);
    return Object.entries(properties).flatMap(([name, each]) => {
      const at = way ? `${way}.${name}` : name;
      if (!/Ids?$/.test(name)) return this.idsOf(each, at);
      if (!(name in PLACES) && !NO_PLACES.includes(name)) throw new Error(`${this.operationId}: whose is ${at}?`);
      return name in PLACES ? [at] : [];
    });
  }

  private resolved(schema: Schema): Exclude<Schema, { $ref: string }> {
    if (!('$ref' in schema)) return schema.allOf?.[0] ? this.resolved(schema.allOf[0]) : schema;
    return this.resolved(this.document.components?.schemas?.[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  }
}

const PAPER = [Buffer.from('%PDF-1.7\n% paper\n%%EOF'), 'paper.pdf'] as const;
/** The smallest PNG there is. */
const PICTURE = [
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=', 'base64'),
  'picture.png',
] as const;

const missing = ({ operationId }: Call, part: string): never => {
  throw new Error(`${operationId}: the belongings of the tests have nothing for ${part}`);
};

/** Every operation of the contract, in an order in which none takes away what a later one needs. */
export function callsOf(document: OpenAPIObject): Call[] {
  return operationsOf(document)
    .map((operation) => new Call(operation, document))
    .sort((one, other) => one.rank - other.rank);
}
