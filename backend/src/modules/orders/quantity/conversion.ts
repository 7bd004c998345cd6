import Decimal from 'decimal.js';
import { UNIT_DECIMALS, type Quantity } from '../../../platform/values/quantity';
import { quantityWords, unitWord } from '../../../platform/values/words';
import { Fabric, type ConversionUnit, type FabricFacts, type Missing } from './fabric';
import { measureOf, Route, type Factor } from './route';

const DECIMALS: Record<ConversionUnit, number> = { ...UNIT_DECIMALS, square_meters: 2 };

/** A quantity in another unit, with how it came about. */
export interface Conversion {
  from: Quantity;
  /** Rounded half up once, to the decimals of its unit (docs/domain/quantities.md). */
  to: Quantity;
  /** Not rounded: what further arithmetic takes. */
  exact: Decimal;
  factors: Factor[];
  /** `100 m × 1.524 m × 180 g/m² ÷ 1000 = 27.432 kg` */
  formula: string;
}

/** Why there is no such figure: which fields of the style it takes, and what to write there. */
export interface Refusal {
  missing: Missing[];
  sentence: string;
}

export type Converted = { conversion: Conversion; refusal: null } | { conversion: null; refusal: Refusal };

/**
 * A quantity in another unit, by the GSM, the width, the consumption per piece and the roll of its fabric; the formula
 * comes along. Full width for weight, cuttable width for what a piece takes (docs/domain/quantities.md).
 */
export function convert(
  quantity: Decimal.Value,
  from: ConversionUnit,
  to: ConversionUnit,
  facts: FabricFacts,
): Converted {
  const route = new Route();
  walk(route, from, to, new Fabric(facts));
  if (route.missing.length) return { conversion: null, refusal: refusalOf(from, to, route.missing) };
  const exact = route.apply(quantity);
  const rounded = roundTo(exact, to);
  const start = { quantity: new Decimal(quantity).toFixed(), unit: from };
  const formula = formulaOf(
    quantityWords(start.quantity, from),
    route.factors,
    quantityWords(rounded, to),
    rounded.eq(exact),
  );
  const reached = { quantity: rounded.toFixed(), unit: to };
  return { conversion: { from: start, to: reached, exact, factors: route.factors, formula }, refusal: null };
}

/** `100 m × 1.524 m × 180 g/m² ÷ 1000 = 27.432 kg`; `≈` where something was rounded. */
export function formulaOf(from: string, factors: readonly Factor[], to: string, isExact: boolean): string {
  const steps = factors.map(
    ({ operator, value, unit }) => `${operator === 'times' ? '×' : '÷'} ${value}${unit ? ` ${unit}` : ''}`,
  );
  return [from, ...steps, isExact ? '=' : '≈', to].join(' ');
}

/** Half up to the decimals that the unit has: weights three, lengths and areas two, pieces and rolls none. */
export const roundTo = (quantity: Decimal, unit: ConversionUnit): Decimal =>
  quantity.toDecimalPlaces(DECIMALS[unit], Decimal.ROUND_HALF_UP);

function walk(route: Route, from: ConversionUnit, to: ConversionUnit, fabric: Fabric): void {
  const [here, there] = [measureOf(from), measureOf(to)];
  if (here === there) route.units(from, to);
  else if (here === 'pieces') leavePieces(route, to, fabric);
  else if (here === 'rolls') leaveRolls(route, to, fabric);
  else if (there === 'pieces') reachPieces(route, from, fabric);
  else if (there === 'rolls') reachRolls(route, from, fabric);
  else acrossFabric(route, from, to, fabric);
}

/** Weight, length and area of one fabric: kg = m × full width × GSM ÷ 1000. */
function acrossFabric(route: Route, from: ConversionUnit, to: ConversionUnit, fabric: Fabric): void {
  const [here, there] = [measureOf(from), measureOf(to)];
  if (here === 'weight') {
    route.units(from, 'kg');
    route.byNumber('times', '1000');
    route.by('divided_by', fabric.gsm);
  } else if (here === 'length') {
    route.units(from, 'meters');
    route.by('times', fabric.fullWidth);
  }
  // Here it is an area of the fabric.
  if (there === 'weight') {
    route.by('times', fabric.gsm);
    route.byNumber('divided_by', '1000');
    route.units('kg', to);
  } else if (there === 'length') {
    route.by('divided_by', fabric.fullWidth);
    route.units('meters', to);
  }
}

function leavePieces(route: Route, to: ConversionUnit, fabric: Fabric): void {
  const piece = route.by('times', fabric.consumption);
  if (!piece) return;
  if (piece.per !== 'square_meters') return walk(route, piece.per, to, fabric);
  // The marker's area lies within what can be cut: it takes that much length.
  route.by('divided_by', fabric.cuttableWidth);
  walk(route, 'meters', to, fabric);
}

function reachPieces(route: Route, from: ConversionUnit, fabric: Fabric): void {
  const piece = fabric.consumption;
  if (!('field' in piece)) {
    if (piece.per === 'square_meters') {
      walk(route, from, 'meters', fabric);
      route.by('times', fabric.cuttableWidth);
    } else walk(route, from, piece.per, fabric);
  }
  route.by('divided_by', piece);
}

function leaveRolls(route: Route, to: ConversionUnit, fabric: Fabric): void {
  const roll = route.by('times', fabric.roll);
  if (roll) walk(route, roll.per, to, fabric);
}

function reachRolls(route: Route, from: ConversionUnit, fabric: Fabric): void {
  const { roll } = fabric;
  if (!('field' in roll)) walk(route, from, roll.per, fabric);
  route.by('divided_by', roll);
}

function refusalOf(from: ConversionUnit, to: ConversionUnit, missing: Missing[]): Refusal {
  const advice = missing.map(({ sentence }) => sentence).join(' ');
  return { missing, sentence: `A quantity in ${unitWord(from)} cannot be shown in ${unitWord(to)} yet. ${advice}` };
}
