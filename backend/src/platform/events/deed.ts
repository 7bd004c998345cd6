import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { ClsService } from 'nestjs-cls';

const RECORDED = 'recorded-events';
const UNDOING = 'undoing-event';
const FROM = 'from';

/** The network address of a request, and what its client calls itself. */
export interface From {
  address: string | undefined;
  userAgent: string | undefined;
}

/** Keeps from where a request comes for as long as it lasts. */
export function keepFrom(cls: ClsService, request: Request): void {
  cls.set(FROM, { address: request.ip, userAgent: request.header('user-agent')?.slice(0, 300) } satisfies From);
}

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

  /** From where it is asked for, if it is a request. */
  get from(): From | null {
    return this.cls.isActive() ? ((this.cls.get(FROM) as From | undefined) ?? null) : null;
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
