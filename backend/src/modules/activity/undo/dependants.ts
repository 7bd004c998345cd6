import type { DomainEventRow } from '../../../platform/events/domain-event.entity';

type Row = Pick<DomainEventRow, 'id' | 'name' | 'subjectId' | 'data'>;

/** What made a thing or took it away concerns all of it; any other event the fields that it names. */
const WHOLE = /\.(added|created|raised|recorded|deleted|removed|restored)$/;
/** Fields of a decision on a gate, which ends like a creation. */
const isWhole = ({ name }: Row): boolean => WHOLE.test(name) && name !== 'approval.recorded';

/**
 * Of the events since a deed, those that stand on it: on the same thing and the same fields; for what was made or taken
 * away, on anything about it. What was itself taken back since, and what took it back, cancel each other.
 * @param later of the same thing, or under it, oldest first
 */
export function dependantsOf(event: Row, later: readonly Row[]): Row[] {
  const fields = fieldsOf(event);
  return withoutUndone(later).filter((each) => {
    if (isWhole(event)) return true;
    if (each.subjectId !== event.subjectId) return false;
    return isWhole(each) || fieldsOf(each).some((field) => fields.includes(field));
  });
}

function withoutUndone(events: readonly Row[]): Row[] {
  const standing = new Map(events.map((event) => [event.id, event]));
  for (const event of [...events].reverse()) {
    const undone = event.data['undoes'];
    if (!standing.has(event.id) || typeof undone !== 'string' || !standing.has(undone)) continue;
    standing.delete(undone);
    standing.delete(event.id);
  }
  return [...standing.values()];
}

function fieldsOf({ data }: Row): string[] {
  const { before, after } = data as { before?: object; after?: object };
  return Object.keys({ ...before, ...after });
}
