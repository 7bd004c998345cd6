import type { ClientBase } from 'pg';

/** A piece of work that any connection may do, and that waits for no other piece of the same list. */
export type Job = (client: ClientBase) => Promise<unknown>;

/** Works through the jobs in their order, one at a time on each connection: put the long ones first. */
export async function inLanes(lanes: readonly ClientBase[], jobs: readonly Job[]): Promise<void> {
  const left = [...jobs];
  await Promise.all(
    lanes.map(async (lane) => {
      for (let job = left.shift(); job; job = left.shift()) await job(lane);
    }),
  );
}
