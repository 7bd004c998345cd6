import { Injectable } from '@nestjs/common';
import { Transaction } from '../database/transaction';
import { Jobs, type QueueName } from './jobs';
import { inPieces } from './pieces';

/** Rows of one transaction. */
const AT_ONCE = 50;

/** What is reckoned of each of many things, and kept. */
export interface Kept {
  queue: QueueName;
  /** The next things after that key of which it is not kept, in the order of their keys. */
  missing: (after: string, limit: number) => Promise<string[]>;
  keep: (id: string) => Promise<void>;
}

/** Sees to it that what is kept of things is kept of all: also of those that no event told of, as in a house from before. */
@Injectable()
export class Upkeep {
  constructor(
    private readonly jobs: Jobs,
    private readonly transaction: Transaction,
  ) {}

  /** From now on every quarter of an hour, and once as a worker starts. */
  async begin(kept: Kept): Promise<void> {
    await this.jobs.scheduled(kept.queue, '*/15 * * * *', async () => void (await this.keepRest(kept)));
    await this.jobs.onceBegun(() => this.soon(kept.queue, 'start'));
  }

  /** What is left when the time of a job is up is another's. @returns how many were kept */
  async keepRest({ queue, missing, keep }: Kept): Promise<number> {
    const { done, left } = await inPieces(
      (after) => missing(after, AT_ONCE),
      (ids) =>
        this.transaction.run(async () => {
          for (const id of ids) await keep(id);
        }),
    );
    if (left) await this.soon(queue, 'rest');
    return done;
  }

  /** @param key jobs of the same key soon after one another are one */
  soon(queue: QueueName, key: string): Promise<void> {
    return this.transaction.run(() => this.jobs.send(queue, {}, { key, seconds: 2 }));
  }
}
