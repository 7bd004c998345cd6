import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import { scopeOf, type Capability } from '../../src/modules/auth/access/capabilities';
import { TokensService } from '../../src/modules/auth/tokens/tokens.service';
import { operationsOf, type Schema } from '../../src/platform/openapi/operations';
import { openApiDocument } from '../../src/platform/openapi/document';
import { belongingsOf, furnitureOf, type Belongings } from '../support/belongings';
import { brokenCalls, type BrokenCall } from '../support/broken-calls';
import { shapeOf } from '../support/broken-values';
import { callsOf, type Call } from '../support/calls';
import { House, type Person } from '../support/house';
import { Wire, type Came } from '../support/wire';

const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_122);
/** Broken requests of each operation; `npm run faults` sends more of them. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 6);
/** `1/2`: every second operation, for two processes that share them. */
const [SHARE = 1, SHARES = 1] = (process.env['FUZZ_SHARE'] ?? '1/1').split('/').map(Number);
/** Where it is written how far it is, and what was wrong so far. */
const REPORT = process.env['FUZZ_REPORT'];
const PATIENCE_MS = Math.max(1_800_000, RUNS * 45_000);

let folder: string;
let house: House;
let document: OpenAPIObject;
let wire: Wire;
let things: Belongings;
let tokens: Record<'merchandiser' | 'admin', string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broken-'));
  house = await House.open({ MEDIA_ROOT: folder, SMTP_URL: 'smtp://127.0.0.1:9' });
  document = openApiDocument(house.app);
  wire = await Wire.to(house.app);
  things = { ...(await furnitureOf(house, '2026-01-01')), ...(await belongingsOf(house, 'merchandiser')) };
  const token = async (person: Person) => (await house.app.get(TokensService).open(house.ids[person], 'tests')).access;
  tokens = { merchandiser: await token('merchandiser'), admin: await token('admin') };
}, 180_000);
afterAll(async () => {
  wire?.close();
  await house?.close();
  await rm(folder, { recursive: true });
});

/** Each operation has its own, so that they do not all get the same. */
const seedOf = ({ operationId }: Call): number =>
  Buffer.from(operationId).reduce((sum, byte) => (sum * 31 + byte) | 0, SEED);

/** What is wrong with an answer to a broken request, if anything is. */
function complaint(request: BrokenCall, { status, type, text }: Came, refuses: boolean): string | null {
  if (status === 0 || status >= 500) return 'is no answer to a broken request';
  if (status < 400) return refuses ? 'is taken against the contract' : null;
  if (request.method === 'head') return type.startsWith('application/problem+json') ? null : 'is no problem+json';
  const problem = type.startsWith('application/problem+json') ? parsed(text) : {};
  const whole = problem['status'] === status && problem['code'] && problem['detail'] && problem['requestId'];
  if (!whole) return 'is no problem+json';
  if (request.stranger && status !== 401) return 'lets a stranger in';
  return null;
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** Whether the contract's own words refuse it. */
function refusing(): (call: Call, request: BrokenCall) => boolean {
  const ajv = new Ajv2020({ strict: false, coerceTypes: false });
  const asText = new Ajv2020({ strict: false, coerceTypes: true });
  [ajv, asText].forEach((each) => addFormats(each).addSchema({ ...document, $id: 'contract' }));
  const bodies = new Map<Call, ValidateFunction>();
  const bodyOf = (call: Call): ValidateFunction => {
    const at = ['paths', `/api/v1${call.path}`, call.method, 'requestBody', 'content', 'application/json', 'schema'];
    const pointer = at.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    return bodies.get(call) ?? bodies.set(call, ajv.compile({ $ref: `contract#/${pointer}` })).get(call)!;
  };
  return (call, { said, query, mustRefuse }) => {
    if (mustRefuse) return true;
    if (query && query.value !== '' && !asText.validate(query.schema, query.value)) return true;
    return said !== undefined && !bodyOf(call)(said);
  };
}

/** What has no end in the bodies of the contract. */
function unbounded(): string[] {
  const seen = new Set<object>();
  const found: string[] = [];
  const look = (schema: Schema | undefined, at: string): void => {
    const shape = shapeOf(document, schema);
    if (seen.has(shape)) return;
    seen.add(shape);
    const types = [shape.type ?? []].flat();
    const ends = {
      array: shape.maxItems !== undefined || shape.items === undefined || 'enum' in shapeOf(document, shape.items),
      string: Boolean(shape.enum ?? shape.maxLength ?? shape.format ?? shape.pattern),
      integer: shape.minimum !== undefined && shape.maximum !== undefined,
      number: false,
    };
    for (const [type, bounded] of Object.entries(ends))
      if (types.includes(type) && !bounded) found.push(`${at}: ${type}`);
    if (shape.items) look(shape.items, `${at}.[]`);
    Object.entries(shape.properties ?? {}).forEach(([name, each]) => look(each, `${at}.${name}`));
  };
  for (const { operation } of operationsOf(document)) {
    const body = operation.requestBody && 'content' in operation.requestBody ? operation.requestBody.content : {};
    look(body['application/json']?.schema, operation.operationId ?? '');
  }
  return found;
}

describe('what no client should send', () => {
  it('is bounded by the contract: every text, list and number of a body', () => {
    expect(unbounded()).toEqual([]);
  });

  it(
    `is refused in words, by every operation (FUZZ_SEED=${SEED}, FUZZ_RUNS=${RUNS})`,
    async () => {
      const refuses = refusing();
      const complaints: string[] = [];
      const calls = callsOf(document).filter((_, at) => at % SHARES === SHARE - 1);
      for (const [done, call] of calls.entries()) {
        if (REPORT)
          await writeFile(REPORT, JSON.stringify({ done, of: calls.length, at: call.operationId, complaints }));
        const mine = !call.capability || scopeOf('merchandiser', call.capability as Capability);
        const token = tokens[mine ? 'merchandiser' : 'admin'];
        const requests = brokenCalls(call, document, things, { ids: things, users: house.ids });
        const property = fc.asyncProperty(requests, async (request) => {
          const headers = { Authorization: `Bearer ${token}`, ...request.headers };
          const stranger = request.stranger && call.secured;
          const came = await wire.send({ ...request, headers });
          const wrong = complaint({ ...request, stranger }, came, refuses(call, request));
          if (wrong)
            complaints.push(
              `${call.operationId}, ${request.flaw}: ${came.status} ${wrong}: ${came.text.slice(0, 300)}`,
            );
          if (came.status === 401 && call.secured && !stranger)
            complaints.push(`${call.operationId}, ${request.flaw}: signs its caller out`);
        });
        const { counterexample, errorInstance } = await fc.check(property, { seed: seedOf(call), numRuns: RUNS });
        // What a request cannot be judged by is a fault as well, and those after it are sent all the same.
        if (errorInstance)
          complaints.push(`${call.operationId}, ${counterexample?.[0].flaw}: ${String(errorInstance)}`);
      }
      if (REPORT) await writeFile(REPORT, JSON.stringify({ done: calls.length, of: calls.length, complaints }));
      expect(complaints).toEqual([]);
    },
    PATIENCE_MS,
  );
});
