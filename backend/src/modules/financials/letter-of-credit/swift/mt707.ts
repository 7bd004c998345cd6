import type { Day } from '../../../../platform/values/day';
import type { OtherField, TermItem, TermKey, TermSource } from '../terms';
import { narrativeOf, readTerms, RULES, sourceOf, type ReadingFault, type TermValues } from './mt700';
import { LONGEST_TEXT, readMessage, wholeField, wordsOf, type SwiftField, type SwiftMessage } from './swift-message';
import { readDay, readMoney } from './swift-values';

export const NARRATIVES = ['goods', 'documents', 'conditions'] as const;
export type Narrative = (typeof NARRATIVES)[number];

export const NARRATIVE_DEEDS = ['add', 'delete', 'replace'] as const;
export type NarrativeDeed = (typeof NARRATIVE_DEEDS)[number];

/** `/ADD/`, `/DELETE/` and `/REPALL/` of 45B, 46B and 47B. */
export interface NarrativeEdit {
  narrative: Narrative;
  deed: NarrativeDeed;
  items: TermItem[];
}

/** What an amendment says that is to change. */
export interface AmendmentTerms {
  /** Terms that take the place of the ones before. */
  values: TermValues;
  sources: Partial<Record<TermKey, TermSource>>;
  /** 32B: so much more; 33B: so much less; 34B: the amount that it comes to. */
  increase: string | null;
  decrease: string | null;
  newAmount: string | null;
  currency: string | null;
  edits: NarrativeEdit[];
  others: OtherField[];
}

export const NO_CHANGES: AmendmentTerms = {
  values: {},
  sources: {},
  increase: null,
  decrease: null,
  newAmount: null,
  currency: null,
  edits: [],
  others: [],
};

export interface AmendmentReading {
  message: SwiftMessage;
  /** 20 of the message, then 21: either may be the number that the LC is known by. */
  references: string[];
  /** 26E */
  number: number | null;
  /** 30 */
  amendedOn: Day | null;
  /** 23S: the bank asks to cancel the LC. */
  cancels: boolean;
  terms: AmendmentTerms;
  faults: ReadingFault[];
}

const EDITED: readonly (readonly [Narrative, string])[] = [
  ['goods', '45B'],
  ['documents', '46B'],
  ['conditions', '47B'],
];
/** What names the amendment and the LC, and is no change of it. */
const IDENTIFYING = ['20', '21', '22A', '23', '23S', '26E', '27', '30', '31C', '52A', '52D', '71N'];
const SUMS = ['32B', '33B', '34B'];

/** Reads an amendment out of its SWIFT text. Never throws. @param number of the message among those of its LC, 1 the first */
export function readAmendment(pasted: string, number = 1): AmendmentReading {
  const message = readMessage(pasted.slice(0, LONGEST_TEXT));
  const words = (tag: string): string => wordsOf(wholeField(message, tag) ?? { lines: [] });
  const { terms, faults } = readTerms(message, RULES, number);
  const { sources, others, ...all } = terms;
  const values = Object.fromEntries(Object.entries(all).filter(([key]) => key in sources)) as TermValues;
  const edits = EDITED.flatMap(([narrative, tag]) => editsOf(message, narrative, tag, number, faults));
  const edited = EDITED.map(([, tag]) => tag).filter((tag) =>
    edits.some(({ items }) => items.some(({ source }) => source?.tag === tag)),
  );
  const sums = SUMS.map((tag) => sumOf(message, tag, number, faults));
  const [increase, decrease, newAmount] = sums;
  const said = ['34B', '32B', '33B'].find((tag) => sums[SUMS.indexOf(tag)]);
  const amountField = said ? wholeField(message, said) : null;
  const spoken = [...IDENTIFYING, ...edited, ...SUMS.filter((_, at) => sums[at])];
  return {
    message,
    references: ['20', '21'].map(words).filter((reference) => reference !== '' && !/^NON\s?REF$/i.test(reference)),
    number: /^\d{1,3}$/.test(words('26E')) ? Number(words('26E')) : null,
    amendedOn: readDay(words('30'))?.day ?? null,
    cancels: /CANCEL/i.test(words('23S')),
    terms: {
      values,
      sources: amountField ? { ...sources, amount: sourceOf(amountField, number) } : sources,
      increase: increase?.amount ?? null,
      decrease: decrease?.amount ?? null,
      newAmount: newAmount?.amount ?? null,
      currency: (newAmount ?? increase ?? decrease)?.currency ?? null,
      edits,
      others: others.filter(({ tag }) => !spoken.includes(tag)),
    },
    faults: [...faults, ...toRead(others)],
  };
}

function sumOf(message: SwiftMessage, tag: string, number: number, faults: ReadingFault[]) {
  const field = wholeField(message, tag);
  const money = field && readMoney(wordsOf(field).replace(/\s*\n\s*/g, ' '));
  if (field && !money)
    faults.push({
      source: sourceOf(field, number),
      sentence: `Field ${tag} (${field.name}) could not be read: see its words.`,
    });
  return money;
}

const CODE = /^\+?\s*\/?(ADD|DELETE|REPALL)\s*\//i;
const DEEDS: Readonly<Record<string, NarrativeDeed>> = { ADD: 'add', DELETE: 'delete', REPALL: 'replace' };

function editsOf(
  message: SwiftMessage,
  narrative: Narrative,
  tag: string,
  number: number,
  faults: ReadingFault[],
): NarrativeEdit[] {
  const field = wholeField(message, tag);
  if (!field) return [];
  const parts: { deed: NarrativeDeed; field: SwiftField }[] = [];
  for (const line of field.lines) {
    const code = CODE.exec(line.text);
    const deed = DEEDS[code?.[1]?.toUpperCase() ?? ''];
    if (code && deed) {
      parts.push({ deed, field: { ...field, lines: [] } });
      const length = code[0].length;
      const rest = line.text.slice(length).trimStart();
      if (rest) parts.at(-1)?.field.lines.push({ text: rest, from: line.to - rest.length, to: line.to });
    } else parts.at(-1)?.field.lines.push(line);
  }
  if (!parts.length)
    faults.push({
      source: sourceOf(field, number),
      sentence: `Field ${tag} does not say whether its words are added, deleted or take the place of all (/ADD/, /DELETE/, /REPALL/). Enter the change by hand.`,
    });
  return parts.map(({ deed, field: part }) => ({ narrative, deed, items: narrativeOf(part, number) }));
}

/** A narrative is for a person to read; nothing of it is taken over by itself. */
const toRead = (others: readonly OtherField[]): ReadingFault[] =>
  others
    .filter(({ tag }) => tag === '79' || tag === '79Z')
    .map((source) => ({
      source,
      sentence: 'The bank adds a narrative (79). Read it, and enter by hand what it changes.',
    }));
