import { isDay } from '../../platform/values/day';
import { priceText } from '../../platform/values/money';
import { dayWords, moneyWords, quantityWords } from '../../platform/values/words';
import { DOCUMENT_CATEGORIES, DOCUMENT_SUBCATEGORIES, kindWords } from '../orders/documents/document.vocabulary';
import { stepLabel } from '../planning/milestone.vocabulary';

/** What is known of an event when its sentence is written. */
export interface Told {
  /** `sample.rejected` */
  name: string;
  /** What it happened to: `sample` */
  kind: string;
  /** How people call the line it is about: its colour. */
  lineName: string | null;
  /** Style of the line, or the style itself. */
  styleNumber: string | null;
  /** To whom an order was handed. */
  heirName: string | null;
  before: Readonly<Record<string, unknown>>;
  after: Readonly<Record<string, unknown>>;
  /** The subject as its first event has it, then this event's own. */
  facts: Readonly<Record<string, unknown>>;
  reason: string | null;
  /** Of the line, else of the order, where the event itself does not say. */
  unit?: string | null;
  currency?: string | null;
}

/** A text of the facts; null when it is not there. */
export function fact({ facts }: Pick<Told, 'facts'>, name: string): string | null {
  const value = facts[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() ? value.trim() : null;
}

/** `: “Too red under D65”`, or nothing. */
export const because = ({ reason }: Pick<Told, 'reason'>): string => (reason ? `: “${reason}”` : '');

/** ` for Black`, or nothing. */
export const forLine = ({ lineName }: Pick<Told, 'lineName'>): string => (lineName ? ` for ${lineName}` : '');

/** `lab dip round 1 for Black` */
export function round(told: Told): string {
  const version = fact(told, 'version');
  const type = fact(told, 'type');
  return `${type ? spaced(type) : 'a sample'}${version ? ` round ${version}` : ''}${forLine(told)}`;
}

/** The name of the file that a side of a change holds, whatever its field is called. */
export function file(side: Told['before']): string {
  for (const value of Object.values(side)) {
    const name = (value as { fileName?: unknown } | null)?.fileName;
    if (typeof name === 'string' && name) return name;
  }
  return 'a file';
}

export const document = (told: Told): string => fact(told, 'fileName') ?? 'a document';

/** `PI`, `lab dip` */
export function documentKind(told: Told): string {
  const [category, subcategory] = [fact(told, 'category'), fact(told, 'subcategory')];
  const known = DOCUMENT_CATEGORIES.find((each) => each === category);
  return known ? kindWords(known, DOCUMENT_SUBCATEGORIES.find((each) => each === subcategory) ?? null) : 'a document';
}

export const invoice = (told: Told): string => fact(told, 'piNumber') ?? 'a PI';

export function credit(told: Told): string {
  const number = fact(told, 'lcNumber');
  if (!number) return 'an LC';
  return /^lc/i.test(number) ? number : `LC ${number}`;
}

/** ` for USD 158,466.00`, or nothing. */
export function amount(told: Told): string {
  const [value, currency] = [fact(told, 'amount'), fact(told, 'currency')];
  return value && currency ? ` for ${moneyWords(value, currency)}` : '';
}

/** `shipment 176-12345675 with DHL` */
export function shipment(told: Told): string {
  const [number, carrier] = [fact(told, 'awbNumber'), fact(told, 'carrierName')];
  if (!number && !carrier) return 'a shipment';
  return `${number ? `shipment ${number}` : 'a shipment'}${carrier ? ` with ${carrier}` : ''}`;
}

/** `400 kg knitted, 100 kg dyed`; `nothing made` for a day of none. */
export function output(told: Told): string {
  const unit = fact(told, 'unit') ?? 'kg';
  const made = (['knitted', 'dyed', 'finished'] as const).flatMap((stage) => {
    const quantity = fact(told, `${stage}Quantity`);
    return quantity && Number(quantity) > 0 ? [`${quantityWords(quantity, unit)} ${stage}`] : [];
  });
  return made.join(', ') || 'nothing made';
}

/** ` on 20 Nov 2026`, from a field that holds a day; or nothing. */
export function onDay(told: Told, field: string): string {
  const day = fact(told, field);
  return isDay(day) ? ` on ${dayWords(day)}` : '';
}

export function milestone(told: Told): string {
  const key = fact(told, 'milestone') ?? '';
  const label = stepLabel(key);
  if (!label) return 'a step';
  return /^[A-Z][a-z]/.test(label) && !label.includes('-cum-') ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** `lab_dip` → `lab dip` */
export const spaced = (name: string): string => name.replaceAll('_', ' ').replace(/^pp /, 'PP ');

const FIELD_WORDS: Readonly<Record<string, string>> = {
  etd: 'ETD',
  eta: 'ETA',
  gsm: 'GSM',
  cad: 'CAD',
  cadCode: 'CAD code',
  cadName: 'CAD name',
  aop: 'AOP',
  awbNumber: 'AWB number',
  lcNumber: 'LC number',
  piNumber: 'PI number',
  provaPrice: 'price',
  colorCode: 'colour code',
  colorName: 'colour',
  ppSample: 'PP sample',
  orderLineId: 'line',
  sampleId: 'sample',
  subcategory: 'kind',
  documentDate: 'day',
  plannedOn: 'planned day',
  actualOn: 'actual day',
};

/** `processLossPercent` → `process loss percent`, `etd` → `ETD` */
export const fieldWords = (field: string): string =>
  FIELD_WORDS[field] ??
  field.replace(/([a-z0-9])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;
const LONGEST_VALUE = 60;

/** A value that fits into a sentence; null for an id, for a structure, and for what is too long to read in passing. */
function valueWords(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'string' || value.length > LONGEST_VALUE || ID.test(value)) return null;
  if (/^-?\d+(\.\d+)?$/.test(value)) return value.includes('.') ? value.replace(/\.?0+$/, '') : value;
  return isDay(value) ? dayWords(value) : `“${value}”`;
}

/** A quantity with its unit, a price with its currency, as far as they are known; any other value as it is. */
function figureWords(field: string, value: unknown, told: Told): string | null {
  if (typeof value !== 'string' || !/^\d+(\.\d+)?$/.test(value)) return valueWords(value);
  const [unit, currency] = [fact(told, 'unit') ?? told.unit, fact(told, 'currency') ?? told.currency];
  if (field === 'quantity' && unit) return quantityWords(value, unit);
  if (/price$/i.test(field) && currency) return `${currency} ${priceText(value)}`;
  if (field === 'amount' && currency) return moneyWords(value, currency);
  return valueWords(value);
}

/** `changed the ETD of Black from 5 Jan 2027 to 9 Jan 2027`; several fields are named, many are counted. */
export function changed(told: Told, what: string): string {
  const { before, after } = told;
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const [only] = fields;
  if (!only) return `changed ${what}`;
  if (fields.length > 1) {
    const named = fields.slice(0, fields.length > 3 ? 2 : 3).map(fieldWords);
    const rest = fields.length - named.length;
    const last = rest ? `${rest} more fields` : named.pop();
    return `changed the ${named.join(', ')} and ${last} of ${what}`;
  }
  const field = `the ${fieldWords(only)} of ${what}`;
  if (after[only] === null || after[only] === undefined) return `cleared ${field}`;
  const [from, to] = [figureWords(only, before[only], told), figureWords(only, after[only], told)];
  if (!to) return `changed ${field}`;
  return from ? `changed ${field} from ${from} to ${to}` : `set ${field} to ${to}`;
}
