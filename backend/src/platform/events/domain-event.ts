/** What an event is about: any row with an id; its order and line where it belongs to one. */
export interface EventSubject {
  id: string;
  rowVersion?: number;
  orderId?: string | null;
  orderLineId?: string | null;
}

/** Field → value before and after; what activity, undo and a 412 show. */
export interface Changes {
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

/**
 * Something that happened, in the past tense. A module declares one class each:
 * `class SampleRejected extends DomainEvent { readonly name = 'sample.rejected'; readonly subjectType = 'sample'; }`
 */
export abstract class DomainEvent {
  abstract readonly name: string;
  abstract readonly subjectType: string;
  /** Whether it is kept from which device and address it was done: `from` of its data. */
  readonly tellsFrom: boolean = false;

  /** @param actor who did it; null for the house itself  @param occurredAt when, if not now */
  constructor(
    readonly subject: EventSubject,
    readonly actor: { id: string } | null,
    readonly data: Record<string, unknown> | Changes = {},
    readonly occurredAt: Date = new Date(),
  ) {}
}

/** The fields of `after` that differ from `before`, for an event's data. Only the named fields are compared. */
export function changesBetween<T extends object>(before: T, after: T, fields: readonly (keyof T)[]): Changes {
  const changes: Changes = { before: {}, after: {} };
  for (const field of fields) {
    if (JSON.stringify(before[field] ?? null) === JSON.stringify(after[field] ?? null)) continue;
    changes.before[String(field)] = before[field] ?? null;
    changes.after[String(field)] = after[field] ?? null;
  }
  return changes;
}

export const isUnchanged = (changes: Changes): boolean => Object.keys(changes.after).length === 0;
