import { isDay, momentFormat, today } from '../../platform/values/day';
import { amountText, priceText } from '../../platform/values/money';
import { UNITS } from '../../platform/values/quantity';
import { dayWords, moneyWords, quantityWords, unitWord } from '../../platform/values/words';
import { spaced } from './words';

type Side = Readonly<Record<string, unknown>>;

/** What a bare number needs to be read: in which unit and currency, and the names of people. */
export interface Surroundings {
  unit: string | null;
  currency: string | null;
  people: Readonly<Record<string, string>>;
  zone: string;
}

const DECIMAL = /^-?\d+(\.\d+)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const CODE = /^[a-z]+(_[a-z]+)+$/;
const PRICES = new Set(['provaPrice', 'millPrice', 'commission', 'price', 'unitPrice']);
/** Fields whose unit is none of the subject's. */
const UNIT_OF: Readonly<Record<string, string>> = { yarnRequired: 'kg' };

/**
 * One side of a changed field as people write it: `44,640 pcs`, `USD 2.45`, `9 Jan 2027`, `in development`. The unit and
 * the currency are those of that side, where they changed with it. Null for nothing, and for an id that nobody knows by name.
 */
export function fieldWords(field: string, side: Side, around: Surroundings): string | null {
  return valueWords(field, side[field], side, around);
}

function valueWords(field: string, value: unknown, side: Side, around: Surroundings): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) {
    const words = value.flatMap((each) => valueWords(field, each, side, around) ?? []);
    return words.length ? words.join(', ') : null;
  }
  if (typeof value === 'object') return structureWords(value as Side, around);
  const text = String(value);
  if (ID.test(text)) return around.people[text] ?? null;
  if (DECIMAL.test(text)) return numberWords(field, text, side, around);
  if (isDay(text)) return dayWords(text);
  if (INSTANT.test(text)) return instantWords(text, around.zone);
  if (/unit$/i.test(field) && (UNITS as readonly string[]).includes(text)) return unitWord(text);
  return CODE.test(text) ? spaced(text) : text;
}

function numberWords(field: string, number: string, side: Side, around: Surroundings): string {
  const own = (name: string) => (typeof side[name] === 'string' ? side[name] : null);
  const currency = own('currency') ?? around.currency;
  if (/amount$/i.test(field) && currency) return moneyWords(number, currency);
  if (PRICES.has(field)) return `${currency ? `${currency} ` : ''}${priceText(number)}`;
  if (/percent$/i.test(field)) return `${plain(number)} %`;
  if (field === 'gsm') return `${plain(number)} g/m²`;
  const unit =
    UNIT_OF[field] ??
    (/quantity$/i.test(field) ? (own(field.replace(/quantity$/i, 'Unit')) ?? own('unit') ?? around.unit) : null);
  return unit ? quantityWords(number, unit) : plain(number);
}

/** A file by its name; any other structure as its fields, those that say something. */
function structureWords(value: Side, around: Surroundings): string | null {
  const { fileName, amount, currency } = value;
  if (typeof fileName === 'string') return fileName;
  if (typeof amount === 'string' && typeof currency === 'string') return `${currency} ${amountText(amount, currency)}`;
  const fields = Object.keys(value).flatMap((field) => {
    const words = fieldWords(field, value, around);
    return words === null ? [] : [`${field}: ${words}`];
  });
  return fields.length ? fields.join(', ') : null;
}

const plain = (number: string): string => (number.includes('.') ? number.replace(/\.?0+$/, '') : number);

/** `9 Jan 2027, 14:05`, on the house's clock. */
function instantWords(text: string, zone: string): string {
  const at = new Date(text);
  const clock = momentFormat('en-GB', { timeZone: zone, timeStyle: 'short' }).format(at);
  return `${dayWords(today(zone, at))}, ${clock}`;
}
