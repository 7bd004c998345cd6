import {
  NO_TERMS,
  type CreditTerms,
  type DocumentWanted,
  type TermItem,
  type TermKey,
  type TermSource,
} from '../terms';
import { derived } from './derived-terms';
import { copiesOf, documentKindOf, itemsOf } from './narrative';
import {
  LONGEST_TEXT,
  readMessage,
  saidOtherwise,
  wholeField,
  wordsOf,
  type SwiftField,
  type SwiftMessage,
} from './swift-message';
import {
  readAvailability,
  readConfirmation,
  readDay,
  readMoney,
  readParty,
  readPermission,
  readPresentationDays,
  readTenor,
  readTolerance,
} from './swift-values';

/** Something in the text that a person must look at. */
export interface ReadingFault {
  /** Null where a field is missing. */
  source: TermSource | null;
  sentence: string;
}

/** What was read of a text: every field with its place, the terms, and what could not be read. */
export interface CreditReading {
  message: SwiftMessage;
  terms: CreditTerms;
  faults: ReadingFault[];
}

export type TermValues = Partial<Omit<CreditTerms, 'sources' | 'others'>>;

/**
 * How the fields of a message become terms. Null: the words say nothing that could be read. Of two tags for one term the first that
 * is there counts.
 */
interface Rule {
  tags: readonly string[];
  read: (words: string, field: SwiftField, message: number) => TermValues | null;
}

const text =
  (key: TermKey) =>
  (words: string): TermValues | null =>
    words ? { [key]: words } : null;
const line =
  (key: TermKey) =>
  (words: string): TermValues | null =>
    words ? { [key]: words.replace(/\s*\n\s*/g, ' ') } : null;
const some = <K extends TermKey>(key: K, value: CreditTerms[K]): TermValues | null =>
  value === null ? null : { [key]: value };

/** What an MT700 says, and an MT707 as of 2018 where it changes the same field. */
export const RULES: readonly Rule[] = [
  { tags: ['40A', '40B'], read: line('form') },
  { tags: ['40E'], read: line('rules') },
  { tags: ['31D', '31E'], read: expiry },
  { tags: ['51A', '51D'], read: line('applicantBank') },
  { tags: ['50'], read: (words) => some('applicant', readParty(words)) },
  { tags: ['59'], read: (words) => some('beneficiary', readParty(words)) },
  { tags: ['39A'], read: amountTolerance },
  { tags: ['39B'], read: (words) => (/MAX|NOT EXCEED|UP TO/i.test(words) ? { amountTolerance: NO_MORE } : null) },
  { tags: ['39C'], read: text('additionalAmounts') },
  { tags: ['41A', '41D'], read: availability },
  { tags: ['42C'], read: tenor },
  { tags: ['42P'], read: tenor },
  { tags: ['42M'], read: tenor },
  { tags: ['42A', '42D'], read: line('drawee') },
  { tags: ['43P'], read: (words) => some('partialShipments', readPermission(words)) },
  { tags: ['43T'], read: (words) => some('transhipment', readPermission(words)) },
  { tags: ['44A'], read: line('placeOfReceipt') },
  { tags: ['44E'], read: line('portOfLoading') },
  { tags: ['44F'], read: line('portOfDischarge') },
  { tags: ['44B'], read: line('placeOfDelivery') },
  { tags: ['44C'], read: (words) => some('latestShipmentDate', readDay(words)?.day ?? null) },
  { tags: ['44D'], read: line('shipmentPeriod') },
  { tags: ['71D', '71B'], read: text('charges') },
  { tags: ['48'], read: presentation },
  { tags: ['49'], read: (words) => some('confirmation', readConfirmation(words)) },
  { tags: ['58A', '58D'], read: line('confirmingBank') },
  { tags: ['53A', '53D'], read: line('reimbursingBank') },
  { tags: ['57A', '57B', '57D'], read: line('adviseThrough') },
  { tags: ['78'], read: text('bankInstructions') },
  { tags: ['72Z', '72'], read: text('bankNotes') },
];

/** What only the LC itself says: its number, its day, its amount, its narratives. */
const ISSUE_RULES: readonly Rule[] = [
  { tags: ['20'], read: line('lcNumber') },
  { tags: ['31C'], read: (words) => some('issueDate', readDay(words)?.day ?? null) },
  { tags: ['32B'], read: amount },
  { tags: ['52A', '52D'], read: line('issuingBank') },
  { tags: ['45A', '45B'], read: (_, field, message) => ({ goods: narrativeOf(field, message) }) },
  { tags: ['46A', '46B'], read: (_, field, message) => ({ documents: documentsOf(field, message) }) },
  { tags: ['47A', '47B'], read: (_, field, message) => ({ conditions: narrativeOf(field, message) }) },
];

/** Fields without which there is no MT700, by what each says. */
const MANDATORY: readonly (readonly [tags: readonly string[], what: string])[] = [
  [['20'], 'the number of the LC (20)'],
  [['31C'], 'the date of issue (31C)'],
  [['40A', '40B'], 'the form of the LC (40A)'],
  [['40E'], 'the rules that apply (40E)'],
  [['31D'], 'the date and place of expiry (31D)'],
  [['50'], 'the applicant (50)'],
  [['59'], 'the beneficiary (59)'],
  [['32B'], 'currency and amount (32B)'],
  [['41A', '41D'], 'available with and by (41a)'],
  [['49'], 'the confirmation instructions (49)'],
];

/**
 * Reads an LC out of its SWIFT text, offline. Never throws: what cannot be read is a fault, what has no place among the terms stays
 * under `others`.
 */
export function readCredit(pasted: string): CreditReading {
  const message = readMessage(pasted.slice(0, LONGEST_TEXT));
  const { terms, faults } = readTerms(message, [...ISSUE_RULES, ...RULES], 0);
  const bank = terms.issuingBank ?? message.sender;
  const missing = MANDATORY.filter(([tags]) => !tags.some((tag) => wholeField(message, tag)));
  return {
    message,
    terms: derived({ ...terms, issuingBank: bank }),
    faults: [...faults, ...missing.map(([, what]) => ({ source: null, sentence: `The text does not give ${what}.` }))],
  };
}

/** Terms that the fields of a message give by some rules. @param number of the message: 0, or that of the amendment */
export function readTerms(
  message: SwiftMessage,
  rules: readonly Rule[],
  number: number,
): Omit<CreditReading, 'message'> {
  const faults: ReadingFault[] = [];
  const terms: CreditTerms = { ...NO_TERMS, sources: {}, others: [] };
  const read = new Set<string>(['27']);
  for (const { tags, read: reader } of rules) {
    const field = tags.map((tag) => wholeField(message, tag)).find((found) => found !== null);
    if (!field) continue;
    read.add(field.tag);
    const source = sourceOf(field, number);
    for (const other of saidOtherwise(message, field)) {
      const words = sourceOf(other, number);
      faults.push({
        source: words,
        sentence: `Field ${field.tag} (${field.name ?? 'unknown'}) stands here again, otherwise: the first counts.`,
      });
      terms.others.push({ ...words, name: field.name });
    }
    const values = reader(source.words, field, number);
    if (!values) {
      faults.push({ source, sentence: unreadable(field) });
      terms.others.push({ ...source, name: field.name });
      continue;
    }
    Object.assign(terms, values);
    for (const key of Object.keys(values) as TermKey[]) terms.sources[key] = source;
  }
  for (const field of message.fields)
    if (!read.has(field.tag)) terms.others.push({ ...sourceOf(field, number), name: field.name });
  terms.others.sort((one, other) => one.from - other.from);
  return { terms, faults: faults.sort((one, other) => (one.source?.from ?? 0) - (other.source?.from ?? 0)) };
}

export const sourceOf = (field: SwiftField, message: number): TermSource => ({
  message,
  tag: field.tag,
  words: wordsOf(field),
  from: field.from,
  to: field.to,
});

const unreadable = ({ tag, name, lines }: SwiftField): string =>
  lines.length
    ? `Field ${tag} (${name ?? 'unknown'}) could not be read: see its words.`
    : `Field ${tag} (${name ?? 'unknown'}) is empty.`;

export const narrativeOf = (field: SwiftField, message: number): TermItem[] =>
  itemsOf(field).map(({ text: words, from, to }) => ({
    text: words,
    source: { message, tag: field.tag, words, from, to },
  }));

export const documentsOf = (field: SwiftField, message: number): DocumentWanted[] =>
  narrativeOf(field, message).map(wantedOf);

/** A document as an item of 46A asks for it. */
export const wantedOf = (item: TermItem): DocumentWanted => ({
  ...item,
  kind: documentKindOf(item.text),
  ...copiesOf(item.text),
});

const NO_MORE = { plus: '0', minus: '0', from: 'maximum' } as const;

function expiry(words: string): TermValues | null {
  const read = readDay(words.replace(/^\s*(?:date\s*(?:and place\s*)?(?:of expiry)?|expiry)\s*[:.]*/i, ''));
  if (!read) return null;
  const place = read.rest.replace(/^\s*(?:place(?: of expiry)?)\s*[:.]*\s*/i, '').replace(/\s*\n\s*/g, ' ');
  return { expiryDate: read.day, ...(place ? { expiryPlace: place } : {}) };
}

function amount(words: string): TermValues | null {
  const money = readMoney(words.replace(/\s*\n\s*/g, ' '));
  return money && { amount: money.amount, currency: money.currency };
}

function amountTolerance(words: string): TermValues | null {
  const read = readTolerance(words);
  return read && { amountTolerance: { ...read, from: 'field' } };
}

function availability(words: string): TermValues | null {
  const read = readAvailability(words);
  return read.by || read.with ? { availableBy: read.by, availableWith: read.with } : null;
}

function tenor(words: string): TermValues | null {
  return words ? { tenor: readTenor(words), tenorText: words.replace(/\s*\n\s*/g, ' ') } : null;
}

function presentation(words: string): TermValues | null {
  const days = readPresentationDays(words);
  return days === null ? null : { presentationDays: days, presentationText: words.replace(/\s*\n\s*/g, ' ') };
}
