import Decimal from 'decimal.js';
import type { Day } from '../../../platform/values/day';
import {
  quantityText,
  sumQuantities,
  UNIT_DECIMALS,
  type Quantity,
  type Unit,
} from '../../../platform/values/quantity';
import { quantityWords, unitWord } from '../../../platform/values/words';
import { convert } from '../../orders/quantity/conversion';
import type { FabricFacts } from '../../orders/quantity/fabric';
import { targetsOfLine, type FabricFigures, type OutputBase, type Target } from '../output';
import { greigeText, percentOf } from '../process-loss';
import { isFabricStage, PRODUCTION_STAGES, usualUnit, type ProductionStage } from './entry.vocabulary';

/** A line as its output is measured. */
export interface MeasuredLine {
  /** With the process loss of its order where it has none of its own. */
  figures: FabricFigures;
  fabric: FabricFacts;
}

/** What a stage gave on one day in one unit. */
export interface StageDay {
  stage: ProductionStage;
  entryDate: Day;
  quantity: string;
  unit: Unit;
}

/** What a stage gave on one day, in the unit of the stage. */
export interface DayTotal {
  day: Day;
  made: string;
  /** With all days before. */
  total: string;
}

/** How far one stage of one line is. */
export interface OutputOfStage {
  stage: ProductionStage;
  /** Of what `needed` is in, where there is one. */
  unit: Unit;
  total: string;
  /** Null where it cannot be told, which `basis` explains. */
  needed: string | null;
  base: OutputBase | null;
  /** Of `needed`, one decimal, half up; may pass 100. */
  percent: string | null;
  basis: string;
  firstDay: Day | null;
  lastDay: Day | null;
  /** `total` has reached `needed`. */
  done: boolean;
  /** The day on which it did. */
  doneOn: Day | null;
  days: DayTotal[];
  /** Entered in units that do not convert into `unit`. */
  notCounted: Quantity[];
}

/**
 * How far each stage of a line is, in the order of the stages; those without output and without a need are left out.
 * Knitting and dyeing are measured against the greige, finishing against the finished fabric, garments against what was ordered.
 */
export function outputOfLine(line: MeasuredLine, days: readonly StageDay[]): OutputOfStage[] {
  return PRODUCTION_STAGES.flatMap((stage) => {
    const own = days.filter((each) => each.stage === stage);
    const target = targetOf(stage, line);
    if (!own.length && !('quantity' in target)) return [];
    return [measured(stage, own, target, line.fabric)];
  });
}

/** Why a stage has nothing to be measured against. */
interface Unknown {
  sentence: string;
}

function targetOf(stage: ProductionStage, { figures, fabric }: MeasuredLine): Target | Unknown {
  if (!isFabricStage(stage)) return piecesOf(figures);
  const targets = targetsOfLine(figures, fabric);
  if ('sentence' in targets) return targets;
  return (
    (stage === 'finishing' ? targets.finished : targets.greige) ?? {
      sentence: 'Enter the quantity of the line, or its finished fabric.',
    }
  );
}

function piecesOf({ quantity, unit }: FabricFigures): Target | Unknown {
  if (quantity === null || unit === null) return { sentence: 'Enter the quantity of the line.' };
  if (unit !== 'pieces') return { sentence: `The line counts ${unitWord(unit)}, not pieces.` };
  return {
    base: 'ordered',
    quantity: new Decimal(quantity),
    unit,
    basis: `Of ${quantityWords(quantity, unit)} ordered.`,
  };
}

function measured(
  stage: ProductionStage,
  days: readonly StageDay[],
  target: Target | Unknown,
  fabric: FabricFacts,
): OutputOfStage {
  const known = 'quantity' in target ? target : null;
  const unit = known?.unit ?? days[0]?.unit ?? usualUnit(stage);
  const needed = known && new Decimal(known.base === 'greige' ? greigeText(known.quantity) : known.quantity);
  const byDay = new Map<Day, Decimal>();
  const notCounted: { quantity: string; unit: string }[] = [];
  for (const { entryDate, quantity, unit: from } of days) {
    const { conversion } = convert(quantity, from, unit, fabric);
    if (conversion) byDay.set(entryDate, (byDay.get(entryDate) ?? new Decimal(0)).plus(conversion.exact));
    else notCounted.push({ quantity, unit: from });
  }
  const text = (value: Decimal) => value.toDecimalPlaces(UNIT_DECIMALS[unit], Decimal.ROUND_HALF_UP).toFixed();
  let sum = new Decimal(0);
  let doneOn: Day | null = null;
  const totals = [...byDay]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([day, made]) => {
      sum = sum.plus(made);
      if (needed && !doneOn && sum.gte(needed)) doneOn = day;
      return { day, made: text(made), total: text(sum) };
    });
  return {
    stage,
    unit,
    total: text(sum),
    needed: needed && quantityText(needed),
    base: known?.base ?? null,
    percent: needed && percentOf(sum, needed),
    basis: known ? known.basis : (target as Unknown).sentence,
    firstDay: totals[0]?.day ?? null,
    lastDay: totals.at(-1)?.day ?? null,
    done: doneOn !== null,
    doneOn,
    days: totals,
    notCounted: sumQuantities(notCounted),
  };
}
