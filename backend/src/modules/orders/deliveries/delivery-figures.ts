import Decimal from 'decimal.js';
import { daysBetween, type Day } from '../../../platform/values/day';
import {
  quantityText,
  sumQuantities,
  UNIT_DECIMALS,
  type Quantity,
  type Unit,
} from '../../../platform/values/quantity';
import { quantityWords } from '../../../platform/values/words';
import { convert, roundTo, type Conversion } from '../quantity/conversion';
import type { ConversionUnit, FabricFacts, Missing } from '../quantity/fabric';
import type { DeliveredInUnit, LineSupply } from './line-supply';
import { toleranceOf, toleranceWords, type Tolerance } from './tolerance';

/** `unknown`: nothing was ordered, or what came cannot be told in the unit of the order. */
export const DELIVERY_VERDICTS = ['nothing', 'short', 'within_tolerance', 'over', 'unknown'] as const;
export type DeliveryVerdict = (typeof DELIVERY_VERDICTS)[number];

/** What the figures are made from. */
export interface DeliveredLine {
  quantity: string | null;
  unit: string;
  etd: Day | null;
  deliveryTolerancePercent: string | null;
  style: FabricFacts;
  supply?: LineSupply | null;
}

/** What came in a unit that does not convert into the line's. It stands beside the total and is not in it. */
export interface Beside extends Quantity {
  missing: Missing[];
  sentence: string;
}

/** What came of a line. All quantities are in the line's unit. */
export interface LineDelivery {
  deliveries: number;
  totalDeliveredQuantity: string;
  /** What came in other units, as it was counted. */
  conversions: Conversion[];
  beside: Beside[];
  /** Delivered less ordered; null where they cannot be compared. */
  shortageExcessQuantity: string | null;
  /** Delivered, of ordered; one decimal, half up. */
  percent: string | null;
  tolerance: Tolerance;
  /** The band of the tolerance. */
  least: string | null;
  most: string | null;
  verdict: DeliveryVerdict;
  sentence: string;
  /** Of the last delivery. */
  actualDeliveryDate: Day | null;
  daysOverdueAtDelivery: number | null;
}

/** Ordered, delivered, short or over, by the tolerance (docs/domain/deliveries.md). */
export function deliveryOf(line: DeliveredLine, fabric: FabricFacts = line.style): LineDelivery {
  const delivered = line.supply?.delivered ?? [];
  const { total, conversions, beside } = counted(delivered, line.unit as Unit, fabric);
  const tolerance = toleranceOf(line);
  const actualDeliveryDate = latest(delivered);
  return {
    deliveries: delivered.reduce((sum, { count }) => sum + count, 0),
    totalDeliveredQuantity: quantityText(total),
    conversions,
    beside,
    tolerance,
    ...judged(line, total, beside, delivered.length > 0, tolerance),
    actualDeliveryDate,
    daysOverdueAtDelivery:
      actualDeliveryDate && line.etd ? Math.max(0, daysBetween(line.etd, actualDeliveryDate)) : null,
  };
}

const latest = (delivered: readonly DeliveredInUnit[]): Day | null =>
  delivered
    .map(({ lastDay }) => lastDay)
    .sort()
    .at(-1) ?? null;

/** The sum in the line's unit, rounded once, and what is left beside it. */
function counted(delivered: readonly DeliveredInUnit[], unit: Unit, fabric: FabricFacts) {
  let sum = new Decimal(0);
  const conversions: Conversion[] = [];
  const beside: Beside[] = [];
  for (const each of delivered) {
    const { conversion, refusal } = convert(each.quantity, each.unit as ConversionUnit, unit, fabric);
    if (!conversion) {
      const { missing, sentence } = refusal;
      beside.push({ quantity: quantityText(each.quantity), unit: each.unit, missing, sentence });
      continue;
    }
    sum = sum.plus(conversion.exact);
    if (each.unit !== unit) conversions.push(conversion);
  }
  return { total: roundTo(sum, unit), conversions, beside };
}

type Judged = Pick<LineDelivery, 'shortageExcessQuantity' | 'percent' | 'least' | 'most' | 'verdict' | 'sentence'>;

function judged(
  { quantity, unit }: DeliveredLine,
  total: Decimal,
  beside: readonly Beside[],
  any: boolean,
  tolerance: Tolerance,
): Judged {
  const say = (amount: Decimal.Value) => quantityWords(amount, unit);
  if (quantity === null)
    return {
      ...INCOMPARABLE,
      verdict: any ? 'unknown' : 'nothing',
      sentence: any ? `${say(total)} came; the line has no quantity to compare it with.` : 'Nothing came yet.',
    };
  const band = bandOf(quantity, unit as Unit, tolerance);
  if (!any) {
    const missing = new Decimal(quantity).neg();
    const sentence = `Nothing came yet of ${say(quantity)}.`;
    return { ...band, shortageExcessQuantity: quantityText(missing), percent: '0.0', verdict: 'nothing', sentence };
  }
  const difference = total.minus(quantity);
  const compared = {
    ...band,
    shortageExcessQuantity: quantityText(difference),
    percent: total.times(100).div(quantity).toFixed(1, Decimal.ROUND_HALF_UP),
    ...verdictOf(total, new Decimal(quantity), band, tolerance, say),
  };
  if (!beside.length) return compared;
  const others = beside.map((each) => quantityWords(each.quantity, each.unit)).join(' and ');
  // Over is over, whatever the rest comes to; short may not be.
  if (compared.verdict === 'over') return { ...compared, sentence: `${compared.sentence} ${others} came beside it.` };
  const sentence = `${say(total)} of ${say(quantity)} came, and ${others} beside it. ${beside[0]?.sentence ?? ''}`;
  return { ...INCOMPARABLE, ...band, verdict: 'unknown', sentence };
}

const INCOMPARABLE = { shortageExcessQuantity: null, percent: null, least: null, most: null };

/** What is at least and at most within tolerance, in what the unit can count: up and down to its decimals. */
function bandOf(quantity: string, unit: Unit, { minusPercent, plusPercent }: Tolerance) {
  const decimals = UNIT_DECIMALS[unit];
  const at = (percent: Decimal) => percent.div(100).plus(1).times(quantity);
  const least = at(new Decimal(minusPercent).neg()).toDecimalPlaces(decimals, Decimal.ROUND_UP);
  const most = at(new Decimal(plusPercent)).toDecimalPlaces(decimals, Decimal.ROUND_DOWN);
  return { least: quantityText(least), most: quantityText(most) };
}

function verdictOf(
  total: Decimal,
  ordered: Decimal,
  { least, most }: { least: string; most: string },
  tolerance: Tolerance,
  say: (amount: Decimal.Value) => string,
): Pick<LineDelivery, 'verdict' | 'sentence'> {
  const difference = total.minus(ordered);
  const of = `${say(total)} of ${say(ordered)} came`;
  if (total.lt(least))
    return {
      verdict: 'short',
      sentence: `Short by ${say(difference.abs())}: ${of}; at −${tolerance.minusPercent} % it takes ${say(least)}.`,
    };
  if (total.gt(most))
    return {
      verdict: 'over',
      sentence: `Over by ${say(difference)}: ${of}; at +${tolerance.plusPercent} % it may be ${say(most)}.`,
    };
  if (difference.isZero()) return { verdict: 'within_tolerance', sentence: `As ordered: ${say(total)} came.` };
  const beyond = difference.isNegative() ? 'short' : 'over';
  return {
    verdict: 'within_tolerance',
    sentence: `Within ${toleranceWords(tolerance)}: ${of}, ${say(difference.abs())} ${beyond}.`,
  };
}

/**
 * Σ of what came per unit: of the lines, beside them, and for the order as a whole. Units never mix.
 * @param came of each line, where it is known already
 */
export function totalDeliveredOf(
  lines: readonly DeliveredLine[],
  whole: readonly DeliveredInUnit[],
  came: readonly LineDelivery[] = lines.map((line) => deliveryOf(line)),
): Quantity[] {
  const perLine = came.flatMap(({ deliveries, totalDeliveredQuantity, beside }, index) => {
    const own = { quantity: totalDeliveredQuantity, unit: lines[index]?.unit ?? '' };
    return deliveries ? [...(new Decimal(own.quantity).isZero() ? [] : [own]), ...beside] : [];
  });
  return sumQuantities([...perLine, ...whole]);
}

/**
 * Delivered less ordered per unit, of all lines that can be compared; below zero is short.
 * @param came of each line, where it is known already
 */
export function shortageExcessOf(
  lines: readonly DeliveredLine[],
  whole: readonly DeliveredInUnit[],
  own: { quantity: string | null; unit: string | null },
  came: readonly LineDelivery[] = lines.map((line) => deliveryOf(line)),
): Quantity[] {
  const ordered = lines.length
    ? came.flatMap(({ shortageExcessQuantity: quantity }, index) =>
        quantity === null ? [] : [{ quantity, unit: lines[index]?.unit ?? '' }],
      )
    : own.quantity !== null && own.unit !== null
      ? [{ quantity: new Decimal(own.quantity).neg(), unit: own.unit }]
      : [];
  const units = new Set(ordered.map(({ unit }) => unit));
  return sumQuantities([...ordered, ...whole.filter(({ unit }) => units.has(unit))]);
}
