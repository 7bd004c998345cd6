import Decimal from 'decimal.js';
import { priceText } from '../../../../platform/values/money';
import { quantityText, type Unit } from '../../../../platform/values/quantity';
import type { Span, SwiftField, SwiftLine } from './swift-message';
import { percent, readNumber } from './swift-values';

/** One thing that a narrative says, put together from its lines. */
export interface Item extends Span {
  text: string;
}

/** A bank breaks its lines at 65 letters, or at fewer. */
const LINE = 50;

const MARK =
  /^(?:[+*•]\s*|\(?\d{1,2}[.)]\s?(?!\d)|\(?[A-Za-z][.)]\s(?=\S)|\([ivx]+\)\s*|-\s?(?=[A-Z])|\d{1,2}\s?[-/]\s?(?=[A-Z]))/;

/**
 * The items of a narrative (45A, 46A, 47A). An item begins with a mark (`+`, `1.`, `A)`, `-`); where there is none, a blank line or a
 * full stop ends one. What a line was too short for is taken as one sentence over two lines.
 */
export function itemsOf(field: SwiftField | null): Item[] {
  if (!field) return [];
  const lines = field.lines;
  const mark = lines.some(({ text }) => /^\+/.test(text)) ? /^\+\s*/ : MARK;
  const marked = lines.filter(({ text }) => mark.test(text)).length >= 1;
  const width = Math.max(LINE, ...lines.map(({ text }) => text.length));
  const items: SwiftLine[][] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    if (!line.text) continue;
    const starts = marked
      ? mark.test(line.text) || before?.text === ''
      : !before?.text || /[.;]$/.test(before.text) || !isBroken(before.text, line.text, width);
    if (starts || items.length === 0) items.push([]);
    items.at(-1)?.push(line);
  }
  return items.map((part) => ({
    text: joined(part, width).replace(mark, '').trim(),
    from: part[0]?.from ?? field.from,
    to: part.at(-1)?.to ?? field.to,
  }));
}

/** Lines as one text: those that were broken for want of room become one again, the others stay. */
export function joined(lines: readonly Pick<SwiftLine, 'text'>[], width: number): string {
  return lines.reduce((text, line, at) => {
    const before = lines[at - 1]?.text;
    if (before === undefined) return line.text;
    return text + (isBroken(before, line.text, width) ? ' ' : '\n') + line.text;
  }, '');
}

/** Whether the first word of a line had no more room on the one before. */
const isBroken = (before: string, line: string, width: number): boolean =>
  before.length + 1 + (line.split(' ')[0]?.length ?? 0) > width;

export const DOCUMENT_KINDS = [
  'draft',
  'commercial_invoice',
  'packing_list',
  'bill_of_lading',
  'air_waybill',
  'transport_document',
  'certificate_of_origin',
  'insurance',
  'inspection_certificate',
  'weight_certificate',
  'beneficiary_certificate',
  'shipment_advice',
  'courier_receipt',
  'other',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** The kind whose name comes first in the words; of two that begin at one place, the one listed first. */
const KINDS: readonly (readonly [RegExp, DocumentKind])[] = [
  [
    /BENEFICIARY'?’?S?\s+(?:SIGNED\s+)?(?:CERTIFICATE|STATEMENT|DECLARATION)|CERTIFICATE (?:ISSUED |SIGNED )?(?:BY|FROM|OF) (?:THE )?BENEFICIARY/i,
    'beneficiary_certificate',
  ],
  [
    /INSPECTION\s+(?:CERTIFICATE|REPORT)|CERTIFICATE OF (?:INSPECTION|QUALITY|ANALYSIS)|(?:QUALITY|TEST)\s+(?:CERTIFICATE|REPORT)|\bSGS\b/i,
    'inspection_certificate',
  ],
  [
    /CERTIFICATE OF (?:THE )?ORIGIN|ORIGIN CERTIFICATE|\bGSP\b|FORM[\s-]*['"]?A['"]?\b|REX\b|STATEMENT (?:ON|OF) ORIGIN/i,
    'certificate_of_origin',
  ],
  [/INSURANCE\s+(?:POLICY|CERTIFICATE|DOCUMENT|COVER)|(?:POLICY|CERTIFICATE) OF INSURANCE/i, 'insurance'],
  [/SHIPMENT ADVICE|SHIPPING ADVICE|ADVICE OF SHIPMENT/i, 'shipment_advice'],
  [/COURIER(?:'?S)? RECEIPT/i, 'courier_receipt'],
  [/PACKING\s+(?:AND|&)?\s*(?:WEIGHT\s+)?(?:LIST|NOTE)|(?:WEIGHT|PACKING) LIST/i, 'packing_list'],
  [/WEIGHT\s+(?:CERTIFICATE|NOTE|MEMO)|CERTIFICATE OF WEIGHT/i, 'weight_certificate'],
  [/COMMERCIAL\s+INVOICE|SIGNED\s+INVOICE|\bINVOICES?\b/i, 'commercial_invoice'],
  [/AIR\s?WAY\s?BILL|AIRWAY\s?BILL|\bH?AWB\b|AIR CONSIGNMENT NOTE/i, 'air_waybill'],
  [/BILLS?\s+OF\s+LADING|\bB\s*\/\s*LS?\b|OCEAN BILL/i, 'bill_of_lading'],
  [
    /MULTIMODAL|COMBINED TRANSPORT|TRUCK (?:RECEIPT|CHALLAN)|DELIVERY CHALLAN|FORWARDER'?S CARGO RECEIPT|\bFCR\b|ROAD TRANSPORT|CMR/i,
    'transport_document',
  ],
  [/\bDRAFTS?\b|BILLS? OF EXCHANGE/i, 'draft'],
];

export function documentKindOf(text: string): DocumentKind {
  const found = KINDS.map(([pattern, kind]) => ({ kind, at: text.search(pattern) })).filter(({ at }) => at >= 0);
  const first = found.reduce<(typeof found)[number] | null>(
    (best, one) => (best && best.at <= one.at ? best : one),
    null,
  );
  return first?.kind ?? 'other';
}

const NUMBERS = ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX', 'SEVEN', 'EIGHT', 'NINE', 'TEN'];
const FOLDS = [
  'SIMPLICATE',
  'DUPLICATE',
  'TRIPLICATE',
  'QUADRUPLICATE',
  'QUINTUPLICATE',
  'SEXTUPLICATE',
  'SEPTUPLICATE',
  'OCTUPLICATE',
];
const COUNT = `(\\d{1,2}|${NUMBERS.join('|')})`;

/**
 * How many originals and copies a document is wanted in; null where its words do not say. `3/3` and `FULL SET` are three originals;
 * `IN TRIPLICATE` or `3 COPIES` asks for one original at least and copies for the rest (UCP 600 art. 17(d)–(e)).
 */
export function copiesOf(text: string): { originals: number | null; copies: number | null } {
  const count = (pattern: string): number | null => {
    const word = new RegExp(pattern, 'i').exec(text)?.[1]?.toUpperCase();
    if (word === undefined) return null;
    return /^\d/.test(word) ? Number(word) : NUMBERS.indexOf(word) + 1;
  };
  const originals =
    count(`${COUNT}\\s*(?:\\(\\s*\\d+\\s*\\)\\s*)?(?:SIGNED\\s+)?ORIGINALS?\\b`) ??
    count(`\\b(\\d)\\s*/\\s*\\d\\b(?!\\d)`);
  const copies = count(`${COUNT}\\s*(?:\\(\\s*\\d+\\s*\\)\\s*)?(?:NON[\\s-]?NEGOTIABLE\\s+)?(?:COPY|COPIES)\\b`);
  if (originals !== null) return { originals, copies };
  if (/FULL SET/i.test(text)) return { originals: 3, copies };
  const fold = FOLDS.findIndex((name) => new RegExp(`\\b${name}\\b`, 'i').test(text)) + 1;
  const fulfilled = fold || (copies ?? count(`${COUNT}\\s*(?:-|\\s)?FOLDS?\\b`) ?? 0);
  return fulfilled > 0 ? { originals: 1, copies: fulfilled - 1 } : { originals: null, copies: null };
}

const UNIT_NAMES: readonly (readonly [string, Unit])[] = [
  ['KGS?|KILOS?|KILOGRAMS?|KILOGRAMMES?|K\\.G\\.S?', 'kg'],
  ['LBS?|POUNDS?', 'lbs'],
  ['GRAMS|GRAMMES', 'g'],
  ['YARDS?|YDS?', 'yards'],
  ['METERS?|METRES?|MTRS?|MTS', 'meters'],
  ['PIECES?|PCS?|PCE', 'pieces'],
  ['ROLLS?', 'rolls'],
];

const NUMBER = '\\d(?:[\\d.,]*\\d)?';
const NEARLY = '(?:ABOUT|APPROX(?:IMATELY|\\.)?|CIRCA)';
const CURRENCY = '(?:USD|EUR|GBP|CNY|JPY|BDT|INR|CAD|AUD|CHF|HKD|US\\$|\\$|€|£)';

export interface GoodsQuantity {
  quantity: string;
  unit: Unit;
  /** `ABOUT`, `APPROXIMATELY`: 10 % either way (UCP 600 art. 30(a)). */
  about: boolean;
}

/**
 * What the goods are to measure, one for each unit: the total where one is named, else all of its unit added up. Prices (`USD 5.60/KG`)
 * and weights of a square metre are none.
 */
export function quantitiesOf(text: string): GoodsQuantity[] {
  const words = text.replace(/\s+/g, ' ');
  return UNIT_NAMES.flatMap(([names, unit]) => {
    const found = [
      ...words.matchAll(
        new RegExp(
          `(${CURRENCY}\\s*)?(TOTAL[^.;+]{0,40}?)?(${NEARLY}\\s*)?(?<![\\d.,/])(${NUMBER})\\s*(?:${names})(?![A-Z0-9]|\\s*/\\s*(?:M2|SQM|M)|\\.\\d)`,
          'gi',
        ),
      ),
    ].flatMap(({ 1: price, 2: total, 3: about, 4: digits = '' }) => {
      const number = readNumber(digits);
      return price || !number || number.lte(0)
        ? []
        : [{ number, total: total !== undefined, about: about !== undefined }];
    });
    const totals = found.filter(({ total }) => total);
    const counted = totals.length ? totals.slice(-1) : found;
    if (!counted.length) return [];
    const sum = counted.reduce((all, { number }) => all.plus(number), new Decimal(0));
    return [{ quantity: quantityText(sum), unit, about: counted.some(({ about }) => about) }];
  });
}

export interface UnitPrice {
  price: string;
  currency: string;
  unit: Unit;
}

/** `USD 5.60/KG`, `AT EUR 2.4575 PER YARD`. */
export function unitPricesOf(text: string): UnitPrice[] {
  const words = text.replace(/\s+/g, ' ');
  const all = UNIT_NAMES.flatMap(([names, unit]) =>
    [
      ...words.matchAll(new RegExp(`\\b(US\\$|[A-Z]{3})\\s*(${NUMBER})\\s*(?:/|PER)\\s*(?:${names})(?![A-Z])`, 'gi')),
    ].flatMap(({ 1: currency = '', 2: digits = '' }) => {
      const price = readNumber(digits);
      return price ? [{ price: priceText(price), currency: currency.toUpperCase().replace('US$', 'USD'), unit }] : [];
    }),
  );
  return all.filter((one, at) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === at);
}

export const INCOTERMS = ['EXW', 'FCA', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP', 'FAS', 'FOB', 'CFR', 'CIF'] as const;
export type IncotermRule = (typeof INCOTERMS)[number];

export interface Incoterm {
  rule: IncotermRule;
  place: string | null;
  /** Of the edition: 2020, 2010. */
  year: number | null;
}

/** The trade term of the goods: `FOB CHATTOGRAM PORT, BANGLADESH (INCOTERMS 2020)`. `C&F` and `CNF` are CFR. */
export function incotermOf(text: string): Incoterm | null {
  const found =
    /(?<![A-Z0-9])(EXW|FCA|CPT|CIP|DAP|DPU|DDP|FAS|F\.?O\.?B\.?|CFR|C&F|C\+F|CNF|C\.?I\.?F\.?)(?![A-Z0-9])(?:\s*VALUE|\s*BASIS)?[\s:,-]*([^\n;+]*)/i.exec(
      text,
    );
  if (!found?.[1]) return null;
  const name = found[1].toUpperCase().replace(/\./g, '');
  const rule = INCOTERMS.find((one) => one === name) ?? 'CFR';
  const rest = found[2] ?? '';
  const place = rest
    .split(/\(?\s*\bINCOTERMS?\b|\bAS PER\b|\bCOUNTRY OF\b|\bORIGIN\b|\bPACKING\b|\bAS DEFINED\b|\.\s|\s{2,}/i)[0]
    ?.replace(/[\s.,(:-]+$/, '')
    .trim();
  const year = /INCOTERMS?\D{0,12}(\d{4})/i.exec(text)?.[1];
  return { rule, place: place && /[A-Z]/i.test(place) ? place.slice(0, 120) : null, year: year ? Number(year) : null };
}

const PERCENT = '(?:PCTS?|PERCENT|PER\\s?CENT|%|P\\.?C\\.?)';
const FIGURE = '(\\d{1,2}(?:[.,]\\d{1,2})?)';
const BOTH_WAYS: readonly RegExp[] = [
  new RegExp(
    `(?:\\+\\s*/\\s*-|PLUS\\s*(?:OR|/|AND)?\\s*(?:-\\s*)?MINUS|PLUS/MINUS|±)\\s*\\(?${FIGURE}\\s*${PERCENT}`,
    'i',
  ),
  new RegExp(
    `${FIGURE}\\s*${PERCENT}\\s*\\(?\\s*(?:MORE\\s+(?:OR|/)\\s*LESS|\\+\\s*/\\s*-|PLUS\\s*(?:OR|/|AND)?\\s*MINUS)`,
    'i',
  ),
  new RegExp(`TOLERANCE\\s*(?:OF|:|IS)?\\s*${FIGURE}\\s*${PERCENT}`, 'i'),
];
const EACH_WAY: readonly RegExp[] = [
  new RegExp(
    `(?:\\+|PLUS)\\s*${FIGURE}\\s*${PERCENT}?\\s*(?:/|AND|,|OR)?\\s*(?:-|MINUS)\\s*${FIGURE}\\s*${PERCENT}`,
    'i',
  ),
  new RegExp(`${FIGURE}\\s*${PERCENT}\\s*MORE\\s*(?:AND|/|OR|,)\\s*${FIGURE}\\s*${PERCENT}\\s*LESS`, 'i'),
];

export interface StatedTolerance {
  plus: string;
  minus: string;
  ofQuantity: boolean;
  ofAmount: boolean;
}

/** A tolerance that an item of 45A or 47A states: of the quantity, the amount, or both. Null: it states none. */
export function statedTolerance(text: string): StatedTolerance | null {
  const words = text.replace(/\s+/g, ' ');
  const ofQuantity = /\b(?:QUANTIT(?:Y|IES)|QTY|SHORT SHIPMENT|EXCESS SHIPMENT)\b/i.test(words);
  const ofAmount = /\b(?:AMOUNT|VALUE|DRAWINGS?)\b/i.test(words);
  if (!ofQuantity && !ofAmount) return null;
  const none = /\bNO\b[^.]{0,20}TOLERANCE|TOLERANCE[^.]{0,20}\bNOT\b/i.test(words);
  if (none) return { plus: '0', minus: '0', ofQuantity, ofAmount };
  for (const pattern of EACH_WAY) {
    const found = pattern.exec(words);
    if (found?.[1] && found[2]) return { plus: percent(found[1]), minus: percent(found[2]), ofQuantity, ofAmount };
  }
  for (const pattern of BOTH_WAYS) {
    const found = pattern.exec(words);
    if (found?.[1]) return { plus: percent(found[1]), minus: percent(found[1]), ofQuantity, ofAmount };
  }
  return null;
}
