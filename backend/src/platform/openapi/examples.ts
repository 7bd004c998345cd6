import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsOf, type Schema } from './operations';

/** Of a text that names no example of its own. */
const TEXT = 'As agreed.';

/** Gives each body and each success an example, composed of the examples of its fields. */
export function addExamples(document: OpenAPIObject): void {
  const schemas = document.components?.schemas ?? {};
  for (const { operation } of operationsOf(document)) {
    const body = operation.requestBody && 'content' in operation.requestBody ? operation.requestBody.content : {};
    const successes = Object.entries(operation.responses)
      .filter(([status]) => status.startsWith('2'))
      .map(([, response]) => (response && 'content' in response ? (response.content ?? {}) : {}));
    for (const content of [body, ...successes]) {
      const json = content['application/json'];
      if (json?.schema && json.example === undefined && !json.examples)
        json.example = exampleOf(json.schema, schemas, []);
    }
  }
}

/** `within` are the names that this example is already part of: one that holds itself ends there. */
function exampleOf(schema: Schema, schemas: Record<string, Schema>, within: readonly string[]): unknown {
  if ('$ref' in schema) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    const target = schemas[name];
    return target && !within.includes(name) ? exampleOf(target, schemas, [...within, name]) : null;
  }
  if (schema.example !== undefined) return schema.example;
  const [first] = schema.enum ?? [];
  if (first !== undefined) return first;
  const composed = schema.allOf ?? schema.oneOf ?? schema.anyOf;
  if (composed?.[0]) return exampleOf(composed[0], schemas, within);
  if (schema.type === 'array') return schema.items ? [exampleOf(schema.items, schemas, within)] : [];
  if (schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties)
        .filter(([, property]) => !('x-alternative' in property))
        .map(([name, property]) => [name, exampleOf(property, schemas, within)]),
    );
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1;
  if (schema.type === 'boolean') return true;
  if (schema.format === 'uuid') return '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21';
  return schema.type === 'string' ? TEXT.slice(0, schema.maxLength) : {};
}
