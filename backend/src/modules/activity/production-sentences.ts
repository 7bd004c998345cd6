import { isDay } from '../../platform/values/day';
import { dayWords, quantityWords } from '../../platform/values/words';
import { PRODUCTION_STAGES, STAGE_DONE, type ProductionStage } from '../production/entries/entry.vocabulary';
import { because, changed, fact, forLine, type Told } from './words';

/** What stages of lines gave. */
export const PRODUCTION_SENTENCES: Readonly<Record<string, (told: Told) => string>> = {
  'production_entry.recorded': (told) => `entered ${number(told)}`,
  'production_entry.corrected': (told) => `${changed(told, `the output${ofStage(told)}`)}${because(told)}`,
  'production_entry.removed': (told) => `removed ${number(told)}`,
  'production_entry.restored': (told) => `brought ${number(told)} back from the trash`,
};

/** `205 kg knitted for White on 20 Nov 2026`; of one that is gone, as it was. */
function number(told: Told): string {
  const [quantity, unit] = ['quantity', 'unit'].map((name) => fact(told, name) ?? textOf(told.before[name]));
  const amount = quantity && unit ? quantityWords(quantity, unit) : 'output';
  const done = stageOf(told);
  return `${amount}${done ? ` ${STAGE_DONE[done]}` : ''}${forLine(told)}${onDay(told)}`;
}

/** ` of knitting for White on 20 Nov 2026` */
const ofStage = (told: Told): string => `${stageOf(told) ? ` of ${stageOf(told)}` : ''}${forLine(told)}${onDay(told)}`;

function stageOf(told: Told): ProductionStage | undefined {
  const stage = fact(told, 'stage');
  return PRODUCTION_STAGES.find((each) => each === stage);
}

function onDay(told: Told): string {
  const day = fact(told, 'entryDate');
  return isDay(day) ? ` on ${dayWords(day)}` : '';
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value ? value : null);
