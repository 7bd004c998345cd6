/** A job keeps its queue no longer: what is left then is another job's. */
const LONGEST_MS = 20_000;

/** Before every key. */
const START = '00000000-0000-0000-0000-000000000000';

/**
 * Goes through rows in the order of their keys, some at a time, for as long as one job may last.
 * @param next the keys of the next rows after that one; none when there are no more
 * @returns how many were worked on, and whether time was up before the last of them
 */
export async function inPieces(
  next: (after: string) => Promise<string[]>,
  work: (ids: string[]) => Promise<unknown>,
): Promise<{ done: number; left: boolean }> {
  const until = Date.now() + LONGEST_MS;
  let done = 0;
  for (let after = START; ;) {
    const ids = await next(after);
    if (!ids.length) return { done, left: false };
    if (Date.now() > until) return { done, left: true };
    await work(ids);
    done += ids.length;
    after = ids.at(-1) ?? after;
  }
}
