import type { House, Person } from './house';

export interface Plan {
  possible: boolean;
  reason: string | null;
  steps: string[];
}
export interface Undone {
  eventId: string;
  steps: string[];
  code: string;
  detail: string;
}

interface Answered {
  status: number;
  headers: Record<string, string>;
  body?: unknown;
}

/** Does something, and gives the event that the answer offers to undo. */
export async function offered(answer: Promise<Answered>): Promise<string> {
  const { status, headers, body } = await answer;
  if (status >= 300) throw new Error(JSON.stringify(body));
  return headers['x-undo']!;
}

/** What people undo in a house. */
export class Undoings {
  constructor(private readonly house: () => House) {}

  async lastEventOf(subjectId: string): Promise<string> {
    return (await this.house().eventsOf(subjectId)).at(-1)!.id;
  }

  plan(eventId: string, by: Person = 'merchandiser') {
    return this.house().as(by).get<Plan>(`/activity/${eventId}/undo/`);
  }

  undo(eventId: string, by: Person = 'merchandiser') {
    return this.house().as(by).post<Undone>(`/activity/${eventId}/undo/`);
  }

  /** Undoes, and expects that it went through. */
  async undone(eventId: string, by: Person = 'merchandiser') {
    const { status, body, headers } = await this.undo(eventId, by);
    expect([status, body.detail]).toEqual([200, undefined]);
    return { steps: body.steps, again: headers['x-undo']! };
  }

  /** Why not; what would be done and what was done agree. */
  async refusal(eventId: string, by: Person = 'merchandiser'): Promise<string> {
    const planned = (await this.plan(eventId, by)).body;
    const { status, body } = await this.undo(eventId, by);
    expect([status, planned.possible, planned.reason]).toEqual([409, false, body.detail]);
    return body.detail;
  }
}
