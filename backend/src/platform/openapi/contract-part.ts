import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsOf } from './operations';

/** What the operations of the contract are sorted by, in the order of the alphabet. */
export const partsOf = (contract: OpenAPIObject): string[] =>
  [...new Set(operationsOf(contract).flatMap(({ operation }) => operation.tags ?? []))].sort((a, b) =>
    a.localeCompare(b),
  );

/** The operations of one part, e.g. `samples`, with the components that they refer to: a whole contract by itself. */
export function partOfContract(contract: OpenAPIObject, part: string): OpenAPIObject {
  const paths: OpenAPIObject['paths'] = {};
  for (const { path, method, operation } of operationsOf(contract))
    if (operation.tags?.includes(part)) paths[path] = { ...paths[path], [method]: { ...operation, tags: [part] } };
  return { ...contract, paths, components: componentsOf(contract, paths) };
}

type Kind = keyof NonNullable<OpenAPIObject['components']>;

function componentsOf(contract: OpenAPIObject, paths: object): OpenAPIObject['components'] {
  const found: Record<string, Record<string, unknown>> = {};
  const waiting: unknown[] = [paths];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    const { $ref } = value as { $ref?: unknown };
    if (typeof $ref === 'string') {
      const [, , kind = '', name = ''] = $ref.split('/');
      if (found[kind]?.[name]) continue;
      const component: unknown = contract.components?.[kind as Kind]?.[name];
      (found[kind] ??= {})[name] = component;
      waiting.push(component);
    } else waiting.push(...(Object.values(value) as unknown[]));
  }
  return { ...found, securitySchemes: contract.components?.securitySchemes ?? {} };
}
