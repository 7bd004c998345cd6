import { fitsUnit, UNIT_DECIMALS, type Unit } from '../../../platform/values/quantity';
import { OrderLine } from '../line/line.entity';
import type { CreateLineDto } from '../line/lines.dto';
import { rollUp, categoryOf } from '../line/roll-up';
import { FractionOfUnit, OrderIsDelivered, QuantityWithoutUnit } from '../orders.errors';
import type { OrderStatus } from '../vocabulary';
import { OrderStyle } from '../style/style.entity';
import type { CreateStyleDto } from '../style/styles.dto';
import type { Order } from './order.entity';

/** Rows of an order that is to be written: each style with its lines, numbered in the order they were given. */
export interface NewStyle {
  style: OrderStyle;
  lines: OrderLine[];
}

/** What a new line takes from its order. */
type NewLineOrder = Pick<Order, 'id' | 'currency' | 'deliveryTolerancePercent' | 'creditTerms'>;

/** @param at path of the body, for errors by field  @throws FractionOfUnit 422 */
export function newStyle(
  order: NewLineOrder,
  body: CreateStyleDto,
  sequence: number,
  firstLine: number,
  at: string,
): NewStyle {
  const { lines, ...fields } = body;
  const style = Object.assign(new OrderStyle(), { consumptionUnit: 'kg', rollUnit: 'kg' }, fields, {
    orderId: order.id,
    sequenceNumber: sequence,
  });
  return {
    style,
    lines: lines.map((line, index) => newLine(order, style, line, firstLine + index, `${at}lines.${index}.`)),
  };
}

const NO_FIGURES = { quantity: null, millPrice: null, provaPrice: null, commission: null, etd: null };

/** @param body an importer knows where the line stands already, and which part of its colour it is  @throws FractionOfUnit 422 on `<at>quantity` */
export function newLine(
  order: NewLineOrder,
  style: OrderStyle,
  body: CreateLineDto & { status?: OrderStatus; part?: number },
  sequence: number,
  at = '',
): OrderLine {
  const line = Object.assign(new OrderLine(), {
    unit: 'yards',
    currency: order.currency,
    status: 'upcoming',
    approvalStatus: {},
    part: 1,
    ...NO_FIGURES,
    deliveryTolerancePercent: null,
    shortClosedOn: null,
    shortCloseReason: null,
    supply: {
      offers: 0,
      files: 0,
      orderTolerancePercent: order.deliveryTolerancePercent,
      creditTerms: order.creditTerms,
      delivered: [],
    },
    ...body,
    orderId: order.id,
    style,
    styleId: style.id,
    sequenceNumber: sequence,
  });
  refuseFraction(line, at);
  return line;
}

/** Half a piece is no quantity. @throws FractionOfUnit 422 on `<at><field>` */
export function refuseFraction(
  { quantity, unit }: { quantity?: string | null; unit?: string | null },
  at = '',
  field = 'quantity',
): void {
  if (!quantity || !unit || fitsUnit(quantity, unit as Unit)) return;
  throw new FractionOfUnit(`${at}${field}`, unit, UNIT_DECIMALS[unit as Unit]);
}

/** @throws QuantityWithoutUnit 422 */
export function refuseWithoutUnit({ quantity, unit }: Pick<Order, 'quantity' | 'unit'>): void {
  if (quantity && !unit) throw new QuantityWithoutUnit();
}

/** @throws OrderIsDelivered 409 */
export function refuseMoreOnceDelivered({ currentStage }: Pick<Order, 'currentStage'>): void {
  if (currentStage === 'Delivered') throw new OrderIsDelivered();
}

/** Writes on the order what its lines say (line/roll-up.ts) and what a search looks through. Changes nothing but the order. */
export function rollUpInto(order: Order, lines: readonly OrderLine[]): void {
  const figures = rollUp(lines);
  if (figures) {
    // An order that was delivered stays so, whatever its lines say.
    const settled = order.currentStage === 'Delivered';
    Object.assign(order, { ...figures, status: settled ? order.status : figures.status });
    order.earliestEtd = figures.earliestEtd ?? order.etd ?? null;
  } else order.earliestEtd = order.etd ?? null;
  order.category = categoryOf(order.status);
  order.searchText = searchText(order, lines);
}

function searchText(order: Order, lines: readonly OrderLine[]): string {
  const words = [
    order.orderNumber,
    order.customerName,
    order.buyerName,
    order.season,
    order.fabricType,
    order.fabricComposition,
    order.styleNumber,
    order.millName,
    ...lines.flatMap(({ style, ...line }) => [
      style.styleNumber,
      style.description,
      line.colorCode,
      line.colorName,
      line.cadCode,
      line.cadName,
    ]),
  ];
  return [...new Set(words.filter(Boolean))].join(' ').toLowerCase().slice(0, 10_000);
}
