import { ifUnchanged } from '../api/change';
import { toProblem } from '../api/errors';

interface Versioned {
  rowVersion: number;
}

/** A field that two people changed, each to something else. */
export interface Clash {
  field: string;
  before: unknown;
  theirs: unknown;
  mine: unknown;
}

/** Somebody else changed the same fields; a person has to choose. */
export class ChangedMeanwhile<Row extends Versioned> extends Error {
  constructor(
    readonly current: Row,
    readonly clashes: readonly Clash[],
    /** Whose change was the last; null when the server does not say. */
    readonly actorId: string | null,
  ) {
    super('Somebody else changed the same fields.');
  }
}

interface Save<Row extends Versioned> {
  /** What the form was made from. */
  read: Row;
  /** Only what was changed. */
  body: object;
  send: (headers: { 'If-Match': string }) => Promise<Row>;
  reload: () => Promise<Row>;
}

const attempts = 3;

/**
 * Saves a change that was made from what was read. Where somebody else wrote meanwhile, but nothing that we changed too,
 * it is sent again on top of theirs: compared are the rows themselves, since a line that moves its order's sums on makes
 * a new version of the order as well.
 * @throws ChangedMeanwhile when the same field was changed to something else
 */
export async function saveOver<Row extends Versioned>({ read, body, send, reload }: Save<Row>): Promise<Row> {
  let base = read;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send(ifUnchanged(base));
    } catch (error) {
      const problem = toProblem(error);
      if (problem.status !== 412 || attempt === attempts) throw error;
      const current = await reload();
      const clashes = clashesOf(read, current, body);
      if (clashes.length > 0) throw new ChangedMeanwhile(current, clashes, lastActor(problem.body.changes));
      base = current;
    }
  }
}

function clashesOf(read: object, current: object, body: object): Clash[] {
  const [before, theirs] = [read, current] as Record<string, unknown>[];
  return Object.entries(body).flatMap(([field, mine]: [string, unknown]) => {
    const [was, is] = [before?.[field] ?? null, theirs?.[field] ?? null];
    return is === was || is === (mine ?? null) ? [] : [{ field, before: was, theirs: is, mine }];
  });
}

function lastActor(changes: unknown): string | null {
  const last: unknown = Array.isArray(changes) ? changes.at(-1) : null;
  const actorId = (last as { actorId?: unknown } | null)?.actorId;
  return typeof actorId === 'string' ? actorId : null;
}
