import type {
  CreateLineDto,
  CreateOrderDto,
  CreateStyleDto,
  UpdateLineDto,
  UpdateOrderDto,
  UpdateStyleDto,
} from '@/shared/api/generated';
import { changed, filled, textOf } from '@/shared/forms/values';
import { type LineField, lineSpecs, type OrderField, orderSpecs, type StyleField, styleSpecs } from './specs';

/** In a form everything is text, empty where there is nothing. */
export type LineValues = Record<LineField, string>;
export type StyleValues = Record<StyleField, string> & { lines: LineValues[] };
export type OrderValues = Record<OrderField, string>;
export type NewOrderValues = OrderValues & { styles: StyleValues[] };

const newLine = { unit: 'pieces', currency: '' };

/** @param like a line to begin from, such as the one above */
export function lineValues(like: Partial<Record<LineField, unknown>> = newLine): LineValues {
  return textOf(lineSpecs, like);
}

export function styleFieldValues(style: Partial<Record<StyleField, unknown>>): Record<StyleField, string> {
  return textOf(styleSpecs, { consumptionUnit: 'kg', rollUnit: 'kg', ...style });
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
  const { consumptionPerPiece, rollQuantity } = style;
  const worthSending = {
    ...style,
    consumptionUnit: consumptionPerPiece.trim() && style.consumptionUnit,
    rollUnit: rollQuantity.trim() && style.rollUnit,
  };
  return { ...filled(styleSpecs, worthSending), styleNumber: style.styleNumber.trim(), lines: lines.map(newLineBody) };
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
