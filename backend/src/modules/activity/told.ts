import type { DomainEventRow } from '../../platform/events/domain-event.entity';
import type { Told } from './words';

/** One field that an event changed. */
export interface FieldChange {
  field: string;
  before: string | null;
  after: string | null;
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

/** The reason that was given, without the full stop and the lines that a sentence does not want. */
export function reasonOf({ reason, notes }: Data): string | null {
  const given = [reason, notes].find((text): text is string => typeof text === 'string' && text.trim() !== '');
  return given?.replace(/\s+/g, ' ').trim().replace(/\.+$/, '') ?? null;
}

export function changesOf({ before, after }: Data): FieldChange[] {
  const [from, to] = [objectOf(before), objectOf(after)];
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].map((field) => ({
    field,
    before: textOf(from[field]),
    after: textOf(to[field]),
  }));
}

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
