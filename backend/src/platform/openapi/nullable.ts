/** OpenAPI 3.1 knows no `nullable`: `type: [T, 'null']`, or `anyOf` beside a reference, says the same. */
export function toVersion31<T>(node: T): T {
  if (Array.isArray(node)) return node.map((each: unknown) => toVersion31(each)) as T;
  if (typeof node !== 'object' || node === null) return node;
  const mapped = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === 'example' || key === 'examples' ? (value as unknown) : toVersion31(value as unknown),
    ]),
  );
  const { nullable, ...schema } = mapped;
  if (nullable !== true) return (nullable === false ? schema : mapped) as T;
  const [reference] = (schema['allOf'] as unknown[] | undefined) ?? [];
  if (typeof schema['type'] === 'string' && reference === undefined) {
    const values = schema['enum'] as unknown[] | undefined;
    return { ...schema, type: [schema['type'], 'null'], ...(values ? { enum: [...values, null] } : {}) } as T;
  }
  const { description, example, ...rest } = schema;
  return {
    ...(description === undefined ? {} : { description }),
    ...(example === undefined ? {} : { example }),
    anyOf: [reference ?? rest, { type: 'null' }],
  } as T;
}
