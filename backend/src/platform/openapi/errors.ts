import type { OpenAPIObject } from '@nestjs/swagger';
import { STATUS_CODES } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import { problem } from '../errors/error.filter';
import { operationsOf, type DeclaredError, type Operation, type ResponseObject, type Schema } from './operations';

export const PROBLEM_SCHEMAS: Record<string, Schema> = {
  Problem: {
    type: 'object',
    description: 'What went wrong (RFC 9457). `code` is stable; `detail` is for people; `errors` names fields.',
    required: ['type', 'title', 'status', 'code', 'detail', 'requestId'],
    properties: {
      type: { type: 'string' },
      title: { type: 'string' },
      status: { type: 'integer' },
      code: { type: 'string' },
      detail: { type: 'string' },
      requestId: { type: 'string' },
      errors: { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } },
    },
    additionalProperties: true,
  },
};

const REQUEST_ID = '5f0c2a1e-8f3b-4f5e-9a51-0f6c2b1d7e90';
const ERROR = (status: number, code: string, detail: string, extras = {}): DeclaredError => ({
  status,
  code,
  detail,
  extras,
});

/** What an operation may answer besides success, by what it is: signed in, about one thing, with a body, changing. */
function usualErrors({ path, method, operation }: Operation): DeclaredError[] {
  const one = path.includes('{');
  const reads = method === 'get';
  return [
    ...(operation.requestBody || operation.parameters?.length || one
      ? [
          ERROR(400, 'request.invalid', 'Some fields need another look.', {
            errors: { someField: ['This should not be blank.'] },
          }),
        ]
      : []),
    ...(operation['x-public']
      ? []
      : [
          ERROR(401, 'auth.not_signed_in', 'Please sign in: there is no valid access token on this request.'),
          ERROR(
            403,
            'access.not_allowed',
            `A merchandiser may not do this (${operation['x-capability'] ?? ''}). Ask a manager or an admin.`,
          ),
          ERROR(
            403,
            'access.duty_first',
            'Somebody else gave you your password. Choose your own under Profile, then go on.',
            { duty: 'password' },
          ),
          ...(operation['x-proof']
            ? [
                ERROR(
                  403,
                  'access.proof_needed',
                  'Show first that it is you: send your password to /auth/proof/, then do this again.',
                  { deed: operation['x-proof'], by: 'password' },
                ),
              ]
            : []),
        ]),
    ...(one ? [ERROR(404, 'resource.not_found', 'There is no such thing, or it is not yours to see.')] : []),
    ...(reads
      ? []
      : [
          ERROR(409, 'request.name_taken', 'This is already taken.', {
            errors: { someField: ['This is already taken.'] },
          }),
        ]),
    ...(one && !reads
      ? [
          ERROR(
            412,
            'request.stale_version',
            'Somebody changed this since you opened it. Look at their change, then save again.',
            { currentVersion: 4, changes: [] },
          ),
        ]
      : []),
    ...(reads ? [] : [ERROR(422, 'request.constraint_violated', 'This value is not allowed here.')]),
    ERROR(
      429,
      'request.too_many',
      'You have asked more of us in this minute than one may. Wait 12 seconds, then go on.',
      { retryAfterSeconds: 12 },
    ),
    ERROR(
      503,
      'service.database_unavailable',
      'The database is not answering just now. Nothing was saved; please try again in a moment.',
    ),
  ];
}

/** Writes every refusal into the document, with an example each; what several operations answer alike stands in it once. */
export function describeErrors(document: OpenAPIObject): void {
  const shared: Record<string, ResponseObject> = {};
  for (const each of operationsOf(document)) {
    const declared = each.operation['x-errors'] ?? [];
    delete each.operation['x-errors'];
    const byStatus = new Map<number, DeclaredError[]>();
    for (const error of [...declared, ...usualErrors(each)])
      byStatus.set(error.status, [...(byStatus.get(error.status) ?? []), error]);
    if (each.method === 'get' && each.path.endsWith('{id}'))
      each.operation.responses['304'] = { description: 'Unchanged since the ETag that you named.' };
    for (const [status, errors] of [...byStatus].sort(([a], [b]) => a - b)) {
      const name = [
        status,
        ...errors.map(({ code }) => code),
        ...(status === 403 ? [each.operation['x-capability']] : []),
      ]
        .filter(Boolean)
        .join('-');
      const refusal = refusalOf(status, errors);
      shared[name] ??= refusal;
      each.operation.responses[String(status)] = isDeepStrictEqual(shared[name], refusal)
        ? { $ref: `#/components/responses/${name}` }
        : refusal;
    }
  }
  document.components = { ...document.components, responses: shared };
}

const refusalOf = (status: number, errors: readonly DeclaredError[]): ResponseObject => ({
  description: STATUS_CODES[status] ?? 'Error',
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem' },
      examples: Object.fromEntries(
        errors.map(({ code, detail, extras }) => [code, { value: problem(status, code, detail, REQUEST_ID, extras) }]),
      ),
    },
  },
});
