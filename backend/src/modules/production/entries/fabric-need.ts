import { quantityText, type Unit } from '../../../platform/values/quantity';
import { greigeText, yarnFor } from '../process-loss';
import type { FabricFacts } from '../../orders/quantity/fabric';
import { targetsOfLine, type FabricFigures } from '../output';

/** What has to be knitted, and of which yarns, for a line; each answer half up to 0.01 from unrounded figures. */
export interface FabricNeed {
  unit: Unit | null;
  finished: string | null;
  greige: string | null;
  /** The main yarn. */
  yarn: string | null;
  /** The yarn that is mixed into it; null where nothing is. */
  mixedYarn: string | null;
  /** How it was reckoned, or what is missing for it. */
  basis: string;
}

/** @param mixedPercent of the greige that is another yarn; null: none */
export function fabricNeedOf(figures: FabricFigures, fabric: FabricFacts, mixedPercent: string | null): FabricNeed {
  const nothing: FabricNeed = { unit: null, finished: null, greige: null, yarn: null, mixedYarn: null, basis: '' };
  const targets = targetsOfLine(figures, fabric);
  if ('sentence' in targets) return { ...nothing, basis: targets.sentence };
  const { finished, greige } = targets;
  if (!finished || !greige) return { ...nothing, basis: 'Enter the quantity of the line, or its finished fabric.' };
  const known = { ...nothing, unit: finished.unit, finished: quantityText(finished.quantity), basis: greige.basis };
  if (greige.base !== 'greige') return known;
  const { main, mixed } = yarnFor(greige.quantity, mixedPercent ?? 0);
  return {
    ...known,
    greige: greigeText(greige.quantity),
    yarn: greigeText(main),
    mixedYarn: mixed.isZero() ? null : greigeText(mixed),
  };
}
