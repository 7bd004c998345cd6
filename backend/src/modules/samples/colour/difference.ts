import { differenceCiede2000, differenceCmc, differenceEuclidean, formatHex, toGamut } from 'culori';

/**
 * A colour as a spectrophotometer reads it under one light: L* lightness from 0 (black) to 100 (white), a* green to red,
 * b* blue to yellow. Never taken from a photo.
 */
export interface Lab {
  l: number;
  a: number;
  b: number;
}

/** culori takes D65 coordinates as they are in this mode; a difference is the same arithmetic under every light. */
const coordinates = ({ l, a, b }: Lab) => ({ mode: 'lab65' as const, l, a, b });

const euclidean = differenceEuclidean('lab65');
const ciede2000 = differenceCiede2000();
const inScreen = toGamut('rgb', 'oklch');

/** ΔE*ab, the plain distance of two colours (CIE 1976). */
export const differenceAb = (standard: Lab, sample: Lab): number =>
  euclidean(coordinates(standard), coordinates(sample));

/**
 * ΔE CMC(l:c), as most buyers write it: 2:1 judges acceptability, 1:1 perceptibility. Weighed by the standard's own
 * lightness, chroma and hue, so that standard and sample cannot change places. ISO 105-J03.
 * @param lightness l, above 0  @param chroma c, above 0
 */
export const differenceCmcOf = (standard: Lab, sample: Lab, lightness = 2, chroma = 1): number =>
  differenceCmc(lightness, chroma)(coordinates(standard), coordinates(sample));

/** CIEDE2000 with all weights 1, which AATCC EP14 prefers. Sharma, Wu and Dalal 2005. */
export const differenceCiede2000Of = (standard: Lab, sample: Lab): number =>
  ciede2000(coordinates(standard), coordinates(sample));

/** What the sample has more of than the standard; `dC` and `dH` are chroma and hue. */
export interface Shift {
  dL: number;
  da: number;
  db: number;
  dC: number;
  dH: number;
}

/** Sample minus standard. The hue's part is what of the plain distance lightness and chroma leave over. */
export function shiftOf(standard: Lab, sample: Lab): Shift {
  const [dL, da, db] = [sample.l - standard.l, sample.a - standard.a, sample.b - standard.b];
  const dC = Math.hypot(sample.a, sample.b) - Math.hypot(standard.a, standard.b);
  const size = Math.sqrt(Math.max(0, da * da + db * db - dC * dC));
  const turnsBack = standard.a * sample.b < sample.a * standard.b; // against the way from red to yellow
  return { dL, da, db, dC, dH: turnsBack ? -size : size };
}

/** The nearest colour that a screen can show, `#1a2b3c`. It is no evidence. */
export const screenColourOf = (colour: Lab): string => formatHex(inScreen(coordinates(colour)));
