import { addDays, daysBetween, type Day } from '../../../platform/values/day';
import type { OrderLine } from '../line/line.entity';
import type { CreateLineDto } from '../line/lines.dto';
import { firstEtd } from '../line/roll-up';
import type { Order } from '../order/order.entity';
import type { CreateOrderDto } from '../order/given-order.dto';
import type { OrderStyle } from '../style/style.entity';
import type { CreateStyleDto } from '../style/styles.dto';

/** Moves a day of what is copied to where it belongs in the copy. */
type DayOf = (day: Day | null) => Day | null;

const AS_IT_IS: DayOf = (day) => day;
const NONE: DayOf = () => null;

/**
 * A style with its lines as it was asked for the first time: what is wanted is kept; what has happened – gates, approvals,
 * swatches, its status – is not, and notes stay with what they were written on.
 */
export function copyOfStyle(style: OrderStyle, lines: readonly OrderLine[], day: DayOf = AS_IT_IS): CreateStyleDto {
  return {
    styleNumber: style.styleNumber,
    description: style.description,
    fabricType: style.fabricType,
    fabricSpecifications: style.fabricSpecifications,
    fabricComposition: style.fabricComposition,
    gsm: style.gsm,
    finishType: style.finishType,
    construction: style.construction,
    cuttableWidth: style.cuttableWidth,
    finishingWidth: style.finishingWidth,
    consumptionPerPiece: style.consumptionPerPiece,
    consumptionUnit: style.consumptionUnit,
    rollQuantity: style.rollQuantity,
    rollUnit: style.rollUnit,
    etd: day(style.etd),
    eta: day(style.eta),
    lines: lines.filter((line) => line.styleId === style.id).map((line) => copyOfLine(line, day)),
  };
}

/** What a person may write on a line, and which part it is, which nobody writes. */
function copyOfLine(line: OrderLine, day: DayOf): CreateLineDto & Pick<OrderLine, 'part'> {
  return {
    part: line.part,
    colorCode: line.colorCode,
    colorName: line.colorName,
    cadCode: line.cadCode,
    cadName: line.cadName,
    quantity: line.quantity,
    unit: line.unit,
    millName: line.millName,
    millPrice: line.millPrice,
    provaPrice: line.provaPrice,
    commission: line.commission,
    currency: line.currency,
    etd: day(line.etd),
    eta: day(line.eta),
    finishedFabricQuantity: line.finishedFabricQuantity,
    finishedFabricUnit: line.finishedFabricUnit,
    processLossPercent: line.processLossPercent,
    processLossBasis: line.processLossBasis,
    mixedFabricType: line.mixedFabricType,
    mixedFabricPercent: line.mixedFabricPercent,
    yarnRequired: line.yarnRequired,
    screens: line.screens,
    sewingLine: line.sewingLine,
    deliveryTolerancePercent: line.deliveryTolerancePercent,
  };
}

/**
 * The order once more, for a repeat: the same buyer, cloth, styles, lines and prices, ordered on `orderedOn`.
 * @param etd when its first line is to leave: the other days keep their distance to it; null leaves all days open
 */
export function copyOfOrder(
  order: Order,
  lines: readonly OrderLine[],
  { orderNumber, etd, orderedOn }: { orderNumber: string | null; etd: Day | null; orderedOn: Day },
): CreateOrderDto {
  const first = firstEtd(lines) ?? order.etd;
  const day = shiftOf(first, etd);
  const styles = [...new Map(lines.map(({ style }) => [style.id, style])).values()];
  return {
    orderNumber,
    customerName: order.customerName,
    buyerName: order.buyerName,
    season: order.season,
    baseStyleNumber: order.baseStyleNumber,
    styleNumber: order.styleNumber,
    cad: order.cad,
    fabricType: order.fabricType,
    fabricSpecifications: order.fabricSpecifications,
    fabricComposition: order.fabricComposition,
    gsm: order.gsm,
    finishType: order.finishType,
    construction: order.construction,
    millName: order.millName,
    millPrice: order.millPrice,
    provaPrice: order.provaPrice,
    currency: order.currency,
    quantity: order.quantity,
    unit: order.unit,
    orderType: order.orderType,
    etd: first ? day(order.etd) : etd,
    eta: day(order.eta),
    orderDate: orderedOn,
    expectedDeliveryDate: day(order.expectedDeliveryDate),
    finishedFabricQuantity: order.finishedFabricQuantity,
    finishedFabricUnit: order.finishedFabricUnit,
    processLossPercent: order.processLossPercent,
    processLossBasis: order.processLossBasis,
    mixedFabricType: order.mixedFabricType,
    mixedFabricPercent: order.mixedFabricPercent,
    styles: styles.sort((a, b) => a.sequenceNumber - b.sequenceNumber).map((style) => copyOfStyle(style, lines, day)),
  };
}

function shiftOf(from: Day | null, to: Day | null): DayOf {
  if (!from || !to) return NONE;
  const days = daysBetween(from, to);
  return (day) => day && addDays(day, days);
}
