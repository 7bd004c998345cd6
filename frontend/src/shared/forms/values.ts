import { readDecimal } from './decimals';
import type { FieldSpec } from './specs';

type Specs<Field extends string> = Record<Field, FieldSpec>;

/** What a form begins with: everything is text there, empty where there is nothing. */
export function textOf<Field extends string>(
  specs: Specs<Field>,
  row: Partial<Record<Field, unknown>>,
): Record<Field, string> {
  const fields = Object.keys(specs) as Field[];
  const asText = (value: unknown) => (typeof value === 'string' ? value : '');
  return Object.fromEntries(fields.map((field) => [field, asText(row[field])])) as Record<Field, string>;
}

/** As the API wants it: trimmed, numbers without grouping, null for nothing. */
function asSent(spec: FieldSpec, typed: string): string | null {
  const text = typed.trim();
  if (!text) return null;
  return spec.kind === 'decimal' ? (readDecimal(text) ?? text) : text;
}

/** What was filled in, for a create. */
export function filled<Field extends string>(specs: Specs<Field>, values: Record<Field, string>) {
  const fields = Object.keys(specs) as Field[];
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = asSent(specs[field], values[field]);
      return value === null ? [] : [[field, value]];
    }),
  );
}

/** What differs from what was read, for a change; null clears. */
export function changed<Field extends string>(
  specs: Specs<Field>,
  values: Record<Field, string>,
  read: Partial<Record<Field, unknown>>,
) {
  const before = textOf(specs, read);
  const fields = Object.keys(specs) as Field[];
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = asSent(specs[field], values[field]);
      return value === asSent(specs[field], before[field]) ? [] : [[field, value]];
    }),
  );
}
