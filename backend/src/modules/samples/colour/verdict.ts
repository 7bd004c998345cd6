import { differenceCiede2000Of, differenceCmcOf, type Lab, type Shift } from './difference';
import type { Illuminant, Observer, ToleranceFormula } from './vocabulary';

/** What the buyer allows under one light. `lightness` and `chroma` are the l:c of CMC, null for CIEDE2000. */
export interface Tolerance {
  formula: ToleranceFormula;
  lightness: number | null;
  chroma: number | null;
  limit: number;
}

export interface Light {
  illuminant: Illuminant;
  observer: Observer;
}

/** Nobody sees a shift of less. */
const VISIBLE = 0.1;

/** To two decimals, half up: the figure that is shown is the figure that is judged. */
export const rounded = (difference: number): number => Math.round((difference + Number.EPSILON) * 100) / 100;

/** `CMC(2:1)`, `CIEDE2000` */
export const formulaName = ({ formula, lightness, chroma }: Tolerance): string =>
  formula === 'cmc' ? `CMC(${lightness ?? 2}:${chroma ?? 1})` : 'CIEDE2000';

/** The difference by the formula of the tolerance, to two decimals. */
export const judgedDifference = (standard: Lab, sample: Lab, tolerance: Tolerance): number =>
  rounded(
    tolerance.formula === 'cmc'
      ? differenceCmcOf(standard, sample, tolerance.lightness ?? 2, tolerance.chroma ?? 1)
      : differenceCiede2000Of(standard, sample),
  );

/** How the sample looks beside the standard, the largest shift first: `['darker', 'redder']`. Empty when nobody sees one. */
export function shiftWords({ dL, da, db }: Shift): string[] {
  const shifts: [number, string, string][] = [
    [dL, 'lighter', 'darker'],
    [da, 'redder', 'greener'],
    [db, 'yellower', 'bluer'],
  ];
  return shifts
    .filter(([by]) => Math.abs(by) >= VISIBLE)
    .sort(([one], [other]) => Math.abs(other) - Math.abs(one))
    .map(([by, more, less]) => (by > 0 ? more : less));
}

/** `Fails by CMC(2:1) under D65, 10°: 1.42 of 1.00 allowed; darker, redder.` */
export function verdictSentence(judged: number, words: readonly string[], tolerance: Tolerance, light: Light): string {
  const verb = judged <= tolerance.limit ? 'Passes' : 'Fails';
  const looks = words.length ? words.join(', ') : 'no shift to be seen';
  const under = `${light.illuminant}, ${light.observer}°`;
  return `${verb} by ${formulaName(tolerance)} under ${under}: ${judged.toFixed(2)} of ${tolerance.limit.toFixed(2)} allowed; ${looks}.`;
}
