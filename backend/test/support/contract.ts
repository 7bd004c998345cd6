import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { responseOf } from '../../src/platform/openapi/operations';

const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete'] as const;

/** The contract as it is committed, which a test holds to what the server declares: a second quicker than to make it anew. */
export const committedContract = (): OpenAPIObject =>
  JSON.parse(readFileSync(join(__dirname, '../../openapi.json'), 'utf8')) as OpenAPIObject;

let shared: Contract | undefined;

/** One for all houses of a room: to read it takes longer than most tests, and to compile what it says of an answer, too. */
export const sharedContract = (): Contract => (shared ??= new Contract(committedContract()));

interface Operation {
  operationId: string;
  method: string;
  path: string;
  pattern: RegExp;
}

/** All there are, fixed addresses before those with an id. */
export function operationsOf({ paths }: OpenAPIObject): Operation[] {
  return Object.entries(paths)
    .flatMap(([path, item]) =>
      METHODS.filter((method) => item[method]).map((method) => ({
        operationId: item[method]?.operationId ?? '',
        method,
        path,
        pattern: patternOf(path),
      })),
    )
    .sort((a, b) => a.path.split('{').length - b.path.split('{').length);
}

/** Checks every answer of the tests against the contract: an undocumented status or a wrong shape fails the test. */
export class Contract {
  private readonly ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    code: { optimize: false }, // which takes longer than it saves: most are asked a few times
  });
  private readonly operations: Operation[];
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(private readonly document: OpenAPIObject) {
    addFormats(this.ajv);
    this.ajv.addSchema({ ...document, $id: 'contract' });
    this.operations = operationsOf(document);
  }

  /** @throws Error when the answer is not what the contract promises */
  check(method: string, address: string, status: number, body: unknown): void {
    const pathname = address.split('?')[0] ?? '';
    const operation = this.operations.find((each) => each.method === method && each.pattern.test(pathname));
    if (!operation)
      throw new Error(`The contract knows no ${method.toUpperCase()} ${pathname}; npm run api writes it anew`);
    const described = this.document.paths[operation.path]?.[operation.method as 'get'];
    const documented = described && responseOf(this.document, described, String(status));
    const name = `${method.toUpperCase()} ${operation.path} → ${status}`;
    if (!documented) throw new Error(`${name} is not in the contract: ${JSON.stringify(body)}`);
    const type = Object.keys(documented.content ?? {}).find((each) => each.includes('json'));
    if (!type || method === 'head' || status === 204 || status === 304) return;
    const answer = described?.responses[String(status)];
    const home =
      answer && '$ref' in answer
        ? answer.$ref.split('/').slice(1)
        : ['paths', operation.path, operation.method, 'responses', String(status)];
    const pointer = [...home, 'content', type, 'schema'].map(escape).join('/');
    const validate = this.validators.get(pointer) ?? this.ajv.compile({ $ref: `contract#/${pointer}` });
    this.validators.set(pointer, validate);
    if (!validate(body))
      throw new Error(
        `${name} does not keep the contract: ${this.ajv.errorsText(validate.errors)}\n${JSON.stringify(body)}`,
      );
  }
}

const escape = (part: string): string => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

const patternOf = (path: string): RegExp => new RegExp(`^${path.replace(/\/$/, '').replace(/\{[^}]+\}/g, '[^/]+')}/?$`);
