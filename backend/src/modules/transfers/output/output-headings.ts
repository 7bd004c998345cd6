import type { Unit } from '../../../platform/values/quantity';
import type { ProductionStage } from '../../production/entries/entry.vocabulary';

/** What a column of a file of output may say. */
export const OUTPUT_COLUMNS = [
  'day',
  'orderNumber',
  'style',
  'colour',
  'line',
  'stage',
  'quantity',
  'unit',
  'shift',
  'notes',
] as const;
export type OutputColumn = (typeof OUTPUT_COLUMNS)[number];

const MEANINGS: Readonly<Record<OutputColumn, readonly string[]>> = {
  day: ['day', 'date', 'entrydate', 'productiondate', 'outputdate'],
  orderNumber: ['order', 'orderno', 'ordernumber', 'po', 'pono', 'ponumber', 'purchaseorder'],
  style: ['style', 'styleno', 'stylenumber', 'article'],
  colour: ['colour', 'color', 'colourname', 'colorname', 'colourcode', 'colorcode', 'shade'],
  line: ['line', 'linename', 'orderline'],
  stage: ['stage', 'process', 'operation', 'section'],
  quantity: ['quantity', 'qty', 'output', 'production', 'made'],
  unit: ['unit', 'uom', 'units'],
  shift: ['shift'],
  notes: ['notes', 'note', 'remarks', 'remark', 'comment', 'comments'],
};

const STAGES: Readonly<Record<ProductionStage, RegExp>> = {
  knitting: /^knit(ting|ted)?$/,
  dyeing: /^dye(ing|d)?$/,
  finishing: /^finish(ing|ed)?$/,
  cutting: /^cut(ting)?$/,
  sewing: /^(sew(ing|n)?|sewed|stitch(ing|ed)?)$/,
  packing: /^pack(ing|ed)?$/,
};

export const UNIT_WORDS: Readonly<Record<string, Unit>> = {
  ...{ kg: 'kg', kgs: 'kg', kilo: 'kg', kilos: 'kg', g: 'g', gram: 'g', grams: 'g', lb: 'lbs', lbs: 'lbs' },
  ...{ m: 'meters', mtr: 'meters', mtrs: 'meters', meter: 'meters', meters: 'meters', metres: 'meters' },
  ...{ yd: 'yards', yds: 'yards', yard: 'yards', yards: 'yards', roll: 'rolls', rolls: 'rolls' },
  ...{ pc: 'pieces', pcs: 'pieces', piece: 'pieces', pieces: 'pieces' },
};

const lettersOf = (words: string): string => words.toLowerCase().replace(/[^a-z]/g, '');

/** `P.O. No.` → orderNumber */
export const meaningOf = (heading: string): OutputColumn | null =>
  OUTPUT_COLUMNS.find((column) => MEANINGS[column].includes(lettersOf(heading))) ?? null;

/** `Knitted (kg)` and `KNITTING` → knitting */
export function stageOf(words: string): ProductionStage | null {
  const letters = lettersOf(words).replace(/(qty|quantity|kgs?|pcs)$/, '');
  return (Object.keys(STAGES) as ProductionStage[]).find((stage) => STAGES[stage].test(letters)) ?? null;
}
