import type {
  CreateLineDto,
  CreateOrderDto,
  CreateStyleDto,
  UpdateLineDto,
  UpdateOrderDto,
  UpdateStyleDto,
} from '@/shared/api/generated';
import { readDecimal } from './decimals';
import {
  type FieldSpec,
  type LineField,
  lineSpecs,
  type OrderField,
  orderSpecs,
  type StyleField,
  styleSpecs,
} from './specs';

/** In a form everything is text, empty where there is nothing. */
export type LineValues = Record<LineField, string>;
export type StyleValues = Record<StyleField, string> & { lines: LineValues[] };
export type OrderValues = Record<OrderField, string>;
export type NewOrderValues = OrderValues & { styles: StyleValues[] };

type Specs<Field extends string> = Record<Field, FieldSpec>;

function textOf<Field extends string>(
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
function filled<Field extends string>(specs: Specs<Field>, values: Record<Field, string>) {
  const fields = Object.keys(specs) as Field[];
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = asSent(specs[field], values[field]);
      return value === null ? [] : [[field, value]];
    }),
  );
}

/** What differs from what was read, for a change; null clears. */
function changed<Field extends string>(
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

const newLine = { unit: 'pieces', currency: '' };

/** @param like a line to begin from, such as the one above */
export function lineValues(like: Partial<Record<LineField, unknown>> = newLine): LineValues {
  return textOf(lineSpecs, like);
}

export function styleFieldValues(style: Partial<Record<StyleField, unknown>>): Record<StyleField, string> {
  return textOf(styleSpecs, style);
}

export function styleValues(style: Partial<Record<StyleField, unknown>> = {}, lines = [lineValues()]): StyleValues {
  return { ...styleFieldValues(style), lines };
}

export function orderValues(
  order: Partial<Record<OrderField, unknown>> = { orderType: 'foreign', currency: 'USD' },
): OrderValues {
  return textOf(orderSpecs, order);
}

export function newOrderValues(): NewOrderValues {
  return { ...orderValues(), styles: [styleValues()] };
}

export function newLineBody(values: LineValues): CreateLineDto {
  return filled(lineSpecs, values);
}

export function newStyleBody({ lines, ...style }: StyleValues): CreateStyleDto {
  return { ...filled(styleSpecs, style), styleNumber: style.styleNumber.trim(), lines: lines.map(newLineBody) };
}

export function newOrderBody({ styles, ...order }: NewOrderValues): CreateOrderDto {
  return {
    ...filled(orderSpecs, order),
    customerName: order.customerName.trim(),
    fabricType: order.fabricType.trim(),
    styles: styles.map(newStyleBody),
  };
}

export function lineChanges(values: LineValues, read: Partial<Record<LineField, unknown>>): UpdateLineDto {
  return changed(lineSpecs, values, read);
}

export function styleChanges(
  values: Record<StyleField, string>,
  read: Partial<Record<StyleField, unknown>>,
): UpdateStyleDto {
  return changed(styleSpecs, values, read);
}

export function orderChanges(values: OrderValues, read: Partial<Record<OrderField, unknown>>): UpdateOrderDto {
  return changed(orderSpecs, values, read);
}
