import { converter, formatHex } from 'culori';
import { MOST_PIXELS, pictures } from './thumbnail';

/** The picture is looked at in at most so many pixels a side, taken as they are and never blended. */
const SIDE = 400;
/** Closer than this (ΔE*ab) is one ink: what a JPEG makes of one colour, and less than cream is from white. */
const ONE_INK = 5;
/** Percent of the picture below which it is the edge between two colours, or the noise of a JPEG. */
const LEAST = 0.5;
/** More is no print by screens: a photograph, or a tone that runs. */
export const MOST_COLOURS = 24;
/** Levels of a channel that are told apart before colours are compared. */
const LEVEL = 8;

export interface PrintColour {
  hex: string;
  /** Of what is not transparent; one decimal. */
  percent: string;
}

export const COUNTED_HOW = `The picture was looked at in at most ${SIDE} × ${SIDE} pixels. Colours closer than ΔE ${ONE_INK} count as one, and what covers less than ${LEAST} % is left out: mostly the edges between two.`;

const lab = converter('lab');

/**
 * The colours of a picture that is to be printed, the one that covers most first; null where there are more than
 * `MOST_COLOURS`. Transparent pixels are no colour. @throws Error for what is damaged or too large
 */
export async function coloursOf(picture: Buffer): Promise<PrintColour[] | null> {
  const sharp = await pictures();
  const { data } = await sharp(picture, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true })
    .timeout({ seconds: 20 })
    .toColourspace('srgb')
    .resize(SIDE, SIDE, { fit: 'inside', withoutEnlargement: true, kernel: 'nearest' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { buckets, pixels } = bucketsOf(data);
  const inks: Ink[] = [];
  for (const bucket of buckets) {
    const near = nearest(inks, bucket);
    if (near) near.count += bucket.count;
    else inks.push(bucket);
  }
  const told = inks
    .map((ink) => ({ hex: formatHex({ mode: 'rgb', ...ink.rgb }), percent: (ink.count / pixels) * 100 }))
    .filter(({ percent }) => percent >= LEAST)
    .sort((a, b) => b.percent - a.percent)
    .map(({ hex, percent }) => ({ hex, percent: String(Math.round(percent * 10) / 10) }));
  return told.length > MOST_COLOURS ? null : told;
}

interface Ink {
  rgb: { r: number; g: number; b: number };
  lab: readonly [l: number, a: number, b: number];
  count: number;
}

/** Pixels of nearly the same colour together, with their mean; those that there are most of first. */
function bucketsOf(data: Buffer): { buckets: Ink[]; pixels: number } {
  const sums = new Map<number, { r: number; g: number; b: number; count: number }>();
  let pixels = 0;
  for (let at = 0; at < data.length; at += 4) {
    const [r = 0, g = 0, b = 0, alpha = 0] = data.subarray(at, at + 4);
    if (alpha < 128) continue;
    pixels += 1;
    const key = (Math.floor(r / LEVEL) * 64 + Math.floor(g / LEVEL)) * 64 + Math.floor(b / LEVEL);
    const sum = sums.get(key) ?? { r: 0, g: 0, b: 0, count: 0 };
    sums.set(key, { r: sum.r + r, g: sum.g + g, b: sum.b + b, count: sum.count + 1 });
  }
  const buckets = [...sums.values()].map((sum): Ink => {
    const mean = (channel: number) => channel / sum.count / 255;
    const rgb = { r: mean(sum.r), g: mean(sum.g), b: mean(sum.b) };
    const { l, a, b } = lab({ mode: 'rgb', ...rgb });
    return { rgb, lab: [l, a, b], count: sum.count };
  });
  return { buckets: buckets.sort((a, b) => b.count - a.count), pixels };
}

function nearest(inks: readonly Ink[], { lab: [l, a, b] }: Ink): Ink | null {
  let best: Ink | null = null;
  let least = ONE_INK;
  for (const ink of inks) {
    const distance = Math.hypot(ink.lab[0] - l, ink.lab[1] - a, ink.lab[2] - b);
    if (distance < least) [best, least] = [ink, distance];
  }
  return best;
}

export const SCREEN_VERDICTS = ['fits', 'too_many', 'spare', 'tones', 'not_told'] as const;
export type ScreenVerdict = (typeof SCREEN_VERDICTS)[number];

/** What the colours of an artwork say to the screens that its line is printed with, one a colour. */
export function againstScreens(
  colours: readonly PrintColour[] | null,
  screens: number | null,
): { verdict: ScreenVerdict; sentence: string } {
  if (!colours)
    return {
      verdict: 'tones',
      sentence: `The picture has more than ${MOST_COLOURS} colours: a photograph, or tones that run. It takes a separation before screens can be counted.`,
    };
  const count = `The picture has ${counted(colours.length, 'colour')}`;
  if (screens === null)
    return { verdict: 'not_told', sentence: `${count}. How many screens its line takes is not told.` };
  const over = colours.length - screens;
  const planned = `${counted(screens, 'screen')} ${screens === 1 ? 'is' : 'are'} planned`;
  if (over === 0) return { verdict: 'fits', sentence: `${count}, and ${planned}.` };
  if (over < 0)
    return {
      verdict: 'spare',
      sentence: `${count}, and ${planned}: ${-over} more than it needs, if its ground is printed too.`,
    };
  if (over === 1)
    return { verdict: 'fits', sentence: `${count}, and ${planned}: enough if the ground is not printed.` };
  const least = colours.at(-1);
  return {
    verdict: 'too_many',
    sentence: `${count}, and ${planned}: ${over - 1} too many even if the ground is not printed. The one that covers least is ${least?.hex ?? ''}, ${least?.percent ?? '0'} %.`,
  };
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
