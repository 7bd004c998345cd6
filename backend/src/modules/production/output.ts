import Decimal from 'decimal.js';
import { convertQuantity, quantityText, sumQuantities, type Quantity, type Unit } from '../../platform/values/quantity';
import { quantityWords, unitWord } from '../../platform/values/words';
import type { ProcessLossBasis } from '../orders/vocabulary';
import { convert, roundTo, type Refusal } from '../orders/quantity/conversion';
import type { FabricFacts } from '../orders/quantity/fabric';
import { greigeFor, greigeText, percentOf } from './process-loss';

export const STAGES_OF_OUTPUT = ['knitted', 'dyed', 'finished'] as const;
export type OutputStage = (typeof STAGES_OF_OUTPUT)[number];

/** What a stage is measured against: greige with the process loss on top, the finished fabric, or what was ordered. */
export const OUTPUT_BASES = ['greige', 'finished_fabric', 'ordered'] as const;
export type OutputBase = (typeof OUTPUT_BASES)[number];

/** What an order or a line says of its quantity. */
export interface FabricFigures {
  quantity: string | null;
  unit: string | null;
  finishedFabricQuantity: string | null;
  finishedFabricUnit: string | null;
  processLossPercent: string | null;
  /** Null: on output. */
  processLossBasis: ProcessLossBasis | null;
}

/** Output of an order in one unit, all days together. */
export type OutputTotal = Record<OutputStage, string> & { unit: Unit };

/** How far a stage of an order is, and what it is measured against. */
export interface MeasuredOutput {
  /** One each unit that was entered; empty before the first. */
  totals: Quantity[];
  targetQuantity: string | null;
  targetUnit: Unit | null;
  base: OutputBase | null;
  /** One decimal, half up; null where nothing can be compared, which `basis` explains. */
  percent: string | null;
  basis: string;
}

/** What a stage is measured against. */
export interface Target {
  base: OutputBase;
  quantity: Decimal;
  unit: Unit;
  basis: string;
}

const NOTHING_TO_MEASURE_AGAINST =
  'The order has no quantity in one unit yet: enter its finished fabric in kg to see a percentage.';

/**
 * How far each stage is. Knitting and dyeing are measured against the greige where the process loss is known, finishing
 * against the finished fabric; without either, all against what was ordered. Units that do not convert are never mixed.
 * @param lines of the order; they count where all of them name their finished fabric and the order itself does not
 */
export function progressOf(
  order: FabricFigures,
  lines: readonly FabricFigures[],
  totals: readonly OutputTotal[],
): Record<OutputStage, MeasuredOutput> {
  const { finished, greige } = targetsOf(order, lines);
  return {
    knitted: progress('knitted', greige, totals),
    dyed: progress('dyed', greige, totals),
    finished: progress('finished', finished, totals),
  };
}

function progress(stage: OutputStage, target: Target | null, totals: readonly OutputTotal[]): MeasuredOutput {
  const made = totals.filter((total) => !new Decimal(total[stage]).isZero());
  const against = {
    totals: sumQuantities(made.map((total) => ({ quantity: total[stage], unit: total.unit }))),
    targetQuantity: target && (target.base === 'greige' ? greigeText(target.quantity) : quantityText(target.quantity)),
    targetUnit: target?.unit ?? null,
    base: target?.base ?? null,
  };
  if (!target) return { ...against, percent: null, basis: NOTHING_TO_MEASURE_AGAINST };
  let sum = new Decimal(0);
  for (const total of made) {
    const converted = convertQuantity(total[stage], total.unit, target.unit);
    if (!converted) return { ...against, percent: null, basis: incomparable(target.unit, total.unit) };
    sum = sum.plus(converted);
  }
  return { ...against, percent: percentOf(sum, target.quantity), basis: target.basis };
}

function incomparable(target: Unit, made: Unit): string {
  const advice = made === 'kg' || made === 'g' || made === 'lbs' ? 'kg' : unitWord(made);
  return `The order counts ${unitWord(target)} and the output is in ${unitWord(made)}: enter its finished fabric in ${advice} to see a percentage.`;
}

export interface Targets {
  finished: Target | null;
  greige: Target | null;
}

function targetsOf(order: FabricFigures, lines: readonly FabricFigures[]): Targets {
  return finishedFabricOf([order]) ?? finishedFabricOf(withLossOf(order, lines)) ?? orderedOf(order);
}

/** A line without a process loss of its own has its order's, and its basis. */
const withLossOf = (order: FabricFigures, lines: readonly FabricFigures[]): FabricFigures[] =>
  lines.map((line) => withLoss(line, order));

/**
 * What the fabric stages of one line are measured against: its finished fabric, else what was ordered, in kg where its fabric
 * tells how (GSM and width, or the consumption of a piece). Pieces without a consumption have no such figure.
 * @param line with the process loss of its order where it has none of its own
 */
export function targetsOfLine(line: FabricFigures, fabric: FabricFacts): Targets | Refusal {
  const own = finishedFabricOf([line]);
  if (own) return own;
  const { quantity, unit } = line;
  if (quantity === null || unit === null)
    return { missing: [], sentence: 'Enter the quantity of the line, or its finished fabric.' };
  const { conversion, refusal } = convert(quantity, unit as Unit, 'kg', fabric);
  if (conversion)
    return orderedOf({ ...line, quantity: roundTo(conversion.exact, 'kg').toFixed(), unit: 'kg' }, { quantity, unit });
  return unit === 'meters' || unit === 'yards' ? orderedOf(line) : refusal;
}

/** A line with the process loss of its order where it has none of its own; the basis is the line's, else the order's. */
export const withLoss = <T extends FabricFigures>(line: T, order: FabricFigures): T => ({
  ...line,
  processLossPercent: line.processLossPercent ?? order.processLossPercent,
  processLossBasis: line.processLossBasis ?? order.processLossBasis,
});

/** Σ of what is named, where all of them name it in one unit; its greige where all have a process loss. */
function finishedFabricOf(all: readonly FabricFigures[]): Targets | null {
  const unit = (all[0]?.finishedFabricUnit ?? 'kg') as Unit;
  let finished = new Decimal(0);
  let greige: Decimal | null = new Decimal(0);
  for (const { finishedFabricQuantity, finishedFabricUnit, processLossPercent, processLossBasis } of all) {
    if (finishedFabricQuantity === null || (finishedFabricUnit ?? 'kg') !== unit) return null;
    finished = finished.plus(finishedFabricQuantity);
    if (processLossPercent === null) greige = null;
    else
      greige =
        greige && greige.plus(greigeFor(finishedFabricQuantity, processLossPercent, processLossBasis ?? 'output'));
  }
  if (finished.isZero()) return null;
  return targets('finished_fabric', finished, greige, unit, lossWords(all));
}

/**
 * What was ordered, where it is one quantity. Fabric ordered by weight is finished fabric, so it has its greige too.
 * @param asOrdered where it was converted
 */
function orderedOf(figures: FabricFigures, asOrdered?: Quantity): Targets {
  const { quantity, unit, processLossPercent, processLossBasis } = figures;
  if (quantity === null || unit === null) return { finished: null, greige: null };
  const byWeight = convertQuantity(quantity, unit as Unit, 'kg') !== null;
  const greige =
    byWeight && processLossPercent !== null
      ? greigeFor(quantity, processLossPercent, processLossBasis ?? 'output')
      : null;
  return targets('ordered', new Decimal(quantity), greige, unit as Unit, lossWords([figures]), asOrdered);
}

function targets(
  base: Exclude<OutputBase, 'greige'>,
  quantity: Decimal,
  greige: Decimal | null,
  unit: Unit,
  loss: string,
  asOrdered?: Quantity,
): Targets {
  const from = asOrdered && asOrdered.unit !== unit ? ` for ${quantityWords(asOrdered.quantity, asOrdered.unit)}` : '';
  const said = `${quantityWords(quantity, unit)}${from} ${base === 'ordered' ? 'ordered' : 'finished fabric'}`;
  const finished: Target = { base, quantity, unit, basis: `Of ${said}.` };
  if (!greige)
    return {
      finished,
      greige: { ...finished, basis: `Of ${said}; without a process loss there is no greige figure.` },
    };
  const basis = `Of ${quantityWords(greigeText(greige), unit)} greige: ${said} and ${loss}.`;
  return { finished, greige: { base: 'greige', quantity: greige, unit, basis } };
}

/** `12 % process loss on output`; several lines may differ. */
function lossWords(all: readonly FabricFigures[]): string {
  const losses = new Set(
    all.map(
      (each) => `${quantityText(each.processLossPercent ?? 0)} % process loss on ${each.processLossBasis ?? 'output'}`,
    ),
  );
  return losses.size === 1 ? [...losses].join() : 'the process loss of each line';
}
