/** The last change that the server offered to undo (its header `X-Undo` names the event). */
interface LastChange {
  eventId: string;
  at: number;
  /** Where the person was. */
  page: string;
  /** A toast has offered it already. */
  offered: boolean;
}

/** A toast that comes later tells of something else. */
const freshMs = 3_000;

let last: LastChange | null = null;

/** After each answer to a change. @param eventId null: this one cannot be undone, so Ctrl+Z must not undo an older one */
export function rememberChange(eventId: string | null): void {
  last = eventId ? { eventId, at: Date.now(), page: location.pathname, offered: false } : null;
}

/** The change that a toast which comes now tells of; once. */
export function offerUndo(): string | null {
  if (!last || last.offered || Date.now() - last.at > freshMs) return null;
  last.offered = true;
  return last.eventId;
}

/** The last change that was made on this page, if it was the last at all; once. */
export function lastChangeOf(page: string): string | null {
  if (last?.page !== page) return null;
  const { eventId } = last;
  last = null;
  return eventId;
}
