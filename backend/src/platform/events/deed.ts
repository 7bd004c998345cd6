import { Injectable } from '@nestjs/common';
import { ClsService } from 'nestjs-cls';

const RECORDED = 'recorded-events';
const UNDOING = 'undoing-event';

interface Recorded {
  id: string;
  name: string;
  streamId: string;
}

/** What is being done in the ambient use case: which events it has recorded, and which earlier one it takes back. */
@Injectable()
export class Deed {
  constructor(private readonly cls: ClsService) {}

  /** Id of the request, if it is one. */
  get requestId(): string | null {
    return this.cls.isActive() ? (this.cls.getId() ?? null) : null;
  }

  /** The event that is being undone, if one is. */
  get undoes(): string | null {
    return this.cls.isActive() ? ((this.cls.get(UNDOING) as string | undefined) ?? null) : null;
  }

  /** Events of this use case, oldest first; those of a transaction that was rolled back too. */
  get recorded(): readonly Recorded[] {
    return this.cls.isActive() ? ((this.cls.get(RECORDED) as Recorded[] | undefined) ?? []) : [];
  }

  /** Begins to keep what is recorded. Nested use cases inherit the list itself, so they add to this one. */
  begin(): void {
    if (this.cls.isActive()) this.cls.set(RECORDED, []); // it is not where nothing is done: /healthz, /readyz
  }

  add(events: readonly Recorded[]): void {
    const recorded = this.cls.isActive() ? (this.cls.get(RECORDED) as Recorded[] | undefined) : undefined;
    recorded?.push(...events.map(({ id, name, streamId }) => ({ id, name, streamId })));
  }

  /** What `work` records is told to take back `eventId`. */
  async undoing<T>(eventId: string, work: () => Promise<T>): Promise<T> {
    this.cls.set(UNDOING, eventId);
    try {
      return await work();
    } finally {
      this.cls.set(UNDOING, undefined);
    }
  }
}
