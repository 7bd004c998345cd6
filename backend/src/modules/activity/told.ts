import type { DomainEventRow } from '../../platform/events/domain-event.entity';
import type { OrderLine } from '../orders/line/line.entity';
import { partWords } from '../orders/line/lines.dto';
import type { ActivityRow } from './activity.repository';
import { fieldWords, type Surroundings } from './field-words';
import { fieldWords as labelOf, type Told } from './words';

/** One field that an event changed. */
export interface FieldChange {
  field: string;
  before: string | null;
  after: string | null;
  label: string;
  beforeText: string | null;
  afterText: string | null;
}

/** Names that an event's ids stand for, as far as they are known. */
export type Names = Pick<Told, 'lineName' | 'styleNumber' | 'heirName'>;

type Data = Record<string, unknown>;

/** Brings an event into the form that sentences are written from. @param origin data of the subject's first event */
export function toldOf(event: Pick<DomainEventRow, 'name' | 'subjectType' | 'data'>, origin: Data, names: Names): Told {
  const { before, after } = event.data;
  return {
    ...names,
    name: event.name,
    kind: event.subjectType,
    before: objectOf(before),
    after: objectOf(after),
    facts: { ...factsOf(origin), ...factsOf(event.data) },
    reason: reasonOf(event.data),
  };
}

/** The same for a row that was read with what it names. */
export function toldOfRow(row: ActivityRow): Told {
  const { line, style, order } = row;
  const told = toldOf(row, row.origin?.data ?? {}, {
    lineName: line && nameOf(line, style?.styleNumber),
    styleNumber: style?.styleNumber ?? null,
    heirName: row.heir?.fullName ?? null,
  });
  return { ...told, unit: line?.unit ?? order?.unit ?? null, currency: line?.currency ?? order?.currency ?? null };
}

/** `White part 2`: how people call a line, by its colour. */
const nameOf = (line: OrderLine, styleNumber: string | undefined): string | null =>
  [line.colorName ?? line.colorCode ?? styleNumber, partWords(line)].filter(Boolean).join(' ') || null;

/** The event that it took back, if it did. */
export const undoesOf = ({ data }: Pick<DomainEventRow, 'data'>): string | null => textOf(data['undoes']);

/** The reason that was given, without the full stop and the lines that a sentence does not want. */
export function reasonOf({ reason, notes }: Data): string | null {
  const given = [reason, notes].find((text): text is string => typeof text === 'string' && text.trim() !== '');
  return given?.replace(/\s+/g, ' ').trim().replace(/\.+$/, '') ?? null;
}

/** Each field with both sides, as stored and in words; `around` tells the unit and currency where a side has none of its own. */
export function changesOf({ before, after }: Data, around: Surroundings): FieldChange[] {
  const [from, to] = [objectOf(before), objectOf(after)];
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].map((field) => ({
    field,
    before: textOf(from[field]),
    after: textOf(to[field]),
    label: sentenceCase(labelOf(field)),
    beforeText: fieldWords(field, from, around),
    afterText: fieldWords(field, to, around),
  }));
}

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What is beside the changes, over what the subject was after them. What was cleared stays as it was known. */
function factsOf({ before: _before, after, ...beside }: Data): Data {
  const known = Object.entries({ ...objectOf(after), ...beside }).filter(([, value]) => value !== null);
  return Object.fromEntries(known);
}

const objectOf = (value: unknown): Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {};

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
