import type { OpenAPIObject } from '@nestjs/swagger';

export type OperationObject = NonNullable<OpenAPIObject['paths'][string]['get']>;
export type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

export type ResponseObject = Exclude<OperationObject['responses'][string], { $ref: string } | undefined>;

export interface Operation {
  path: string;
  method: string;
  operation: OperationObject & {
    'x-public'?: boolean;
    'x-capability'?: string;
    'x-proof'?: string;
    'x-errors'?: DeclaredError[];
  };
}

export interface DeclaredError {
  status: number;
  code: string;
  detail: string;
  extras: Record<string, unknown>;
}

const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete'] as const;

/** Every operation of the document with its address and method. */
export function operationsOf(document: OpenAPIObject): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ path, method, operation }] : [];
    }),
  );
}

/** What an operation answers with this status, also where several operations share the answer. */
export function responseOf(
  document: OpenAPIObject,
  operation: OperationObject,
  status: string,
): ResponseObject | undefined {
  const response = operation.responses[status];
  if (!response || !('$ref' in response)) return response;
  const shared = document.components?.responses?.[response.$ref.split('/').at(-1) ?? ''];
  return shared && !('$ref' in shared) ? shared : undefined;
}
