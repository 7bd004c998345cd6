import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import PgBoss from 'pg-boss';
import { CONFIG, type Config } from '../config/config';
import { Transaction } from '../database/transaction';
import { Faults } from '../telemetry/faults';
import { JobsInHand, LEASE_SECONDS, type JobData, type TakenJob } from './jobs-in-hand';

export type { JobData } from './jobs-in-hand';

/** Keeps jobs that do the same from being done as often as they are asked for. */
export interface Calm {
  key: string;
  seconds: number;
}

/** Queues that the migration creates; a job may run twice, so every handler is idempotent. */
export const QUEUES = [
  'domain-events',
  'discarded-files',
  'file-scans',
  'stale-uploads',
  'storage-sweeps',
  'document-thumbnails',
  'trash-purge',
  'plan-forecasts',
  'line-outputs',
  'house-figures',
  'credit-checks',
  'credit-clocks',
  'order-profits',
  'alerts',
  'exports',
  'export-papers',
  'export-sweep',
  'digests',
  'proforma-mails',
  'backups',
  'account-mails',
  'mails',
] as const;
export type QueueName = (typeof QUEUES)[number];

/**
 * Seconds: a killed worker's job is taken over well within a minute. Tried nine times more, each pause about twice the one
 * before and never the same for two jobs (between half of it and all): 17 to 34 minutes in all, so that a mail server that
 * is away for ten is waited for.
 */
export const JOB_POLICY = {
  expireInSeconds: LEASE_SECONDS,
  retryLimit: 9,
  retryDelay: 2,
  retryBackoff: true,
} as const;

/** A job that failed for good lies there so long to be looked at and sent again. */
const DEAD_KEPT_SECONDS = 30 * 86_400;

/** Who finds nothing to do, or less than could be taken, looks again after this time. */
const POLL_MS = 1_000;

/** What of a turn has not begun after so long goes to whoever has time. */
const TURN_MS = 20_000;

/** What takes longer hangs: it has failed, and the queue goes on. */
const LONGEST_MS = 15 * 60_000;

/** A worker that is told to stop waits so long for what it is at. */
const FAREWELL_MS = 8_000;

/** How many jobs of a queue a worker takes for a turn, and how many of them it does side by side. */
export interface Pace {
  taken: number;
  atOnce: number;
}
const ONE_BY_ONE: Pace = { taken: 5, atOnce: 1 };

type Handle = (data: JobData) => Promise<void>;

/** Of what is kept of why a try failed. */
const LONGEST_FAULT = 1_000;

/** The port to background jobs (pg-boss on the same Postgres): written with the business rows, run by the worker. */
@Injectable()
export class Jobs implements BeforeApplicationShutdown {
  private readonly logger = new Logger('jobs');
  private boss: Promise<PgBoss> | null = null;
  private readonly leaving = new AbortController();
  private readonly inHand: JobsInHand;
  private readonly rounds: Promise<void>[] = [];
  /** What waits for `begin`; null once that was. */
  private waiting: (() => Promise<void>)[] | null = [];

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly transaction: Transaction,
    private readonly faults: Faults,
  ) {
    this.inHand = new JobsInHand(transaction);
    setMaxListeners(0, this.leaving.signal); // one for each queue
  }

  /**
   * Queues a job in the ambient transaction: rolled back with it, seen by the worker only after its commit.
   * @param calm of jobs with the same key one is done in so many seconds, after as many; a second one waits for the next
   */
  async send(queue: QueueName, data: JobData, calm?: Calm): Promise<void> {
    const boss = await this.start();
    await boss.send(queue, data, {
      ...JOB_POLICY,
      ...(calm
        ? { singletonKey: calm.key, singletonSeconds: calm.seconds, singletonNextSlot: true, startAfter: 1 }
        : {}),
      db: { executeSql: (text, values) => this.execute(text, values) },
    });
  }

  /** From now on this process works: who answers people does that first, so that it is back sooner. */
  async begin(): Promise<void> {
    const deeds = this.waiting ?? [];
    this.waiting = null;
    const { signal } = this.leaving;
    for (const deed of deeds) {
      if (signal.aborted) return;
      await deed().catch((error: unknown) => {
        if (!signal.aborted) throw error; // who leaves has closed the queue
      });
    }
  }

  /** Does it as this process begins to work, or now where it has; never in a process that only answers. */
  async onceBegun(deed: () => Promise<void>): Promise<void> {
    if (this.config.PROVABOOK_ROLE === 'api') return;
    if (this.waiting) this.waiting.push(deed);
    else await deed();
  }

  /**
   * Runs `handle` for the jobs of a queue, in processes whose role is to work. Each queue has a worker of its own, so that
   * none waits for another; of jobs taken together those that ask for the same are done as one, and each ends by itself: one
   * that fails takes no other with it. What fails for good is told as a fault of ours.
   */
  async work(queue: QueueName, handle: Handle, pace: Pace = ONE_BY_ONE): Promise<void> {
    await this.onceBegun(async () => {
      this.rounds.push(this.goRound(await this.start(), queue, handle, pace));
    });
  }

  /** Until this process leaves. */
  private async goRound(boss: PgBoss, queue: QueueName, handle: Handle, { taken, atOnce }: Pace): Promise<void> {
    const { signal } = this.leaving;
    while (!signal.aborted) {
      const jobs = await boss.fetch<JobData>(queue, { batchSize: taken, includeMetadata: true });
      await this.turn(boss, queue, jobs, handle, atOnce).catch((error: Error) =>
        this.logger.warn(`A turn of ${queue} broke off: ${error.message}`),
      );
      // Where as many as could be taken were there, more may wait.
      if (jobs.length < taken) await pause(POLL_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private async turn(
    boss: PgBoss,
    queue: QueueName,
    jobs: readonly TakenJob[],
    handle: Handle,
    atOnce: number,
  ): Promise<void> {
    const until = Date.now() + TURN_MS;
    const waiting = alike(jobs);
    const lane = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        if (this.leaving.signal.aborted || Date.now() > until)
          return this.inHand.handBack([next, ...waiting.splice(0)].flat());
        await this.do(boss, queue, next, handle);
      }
    };
    try {
      await this.inHand.take(jobs);
      await Promise.all(Array.from({ length: atOnce }, lane));
    } finally {
      this.inHand.drop(jobs);
    }
  }

  private async do(boss: PgBoss, queue: QueueName, twins: Twins, handle: Handle): Promise<void> {
    const ids = twins.map(({ id }) => id);
    try {
      await inTime(handle(twins[0].data));
      await boss.complete(queue, ids);
    } catch (error) {
      this.logger.warn(`A job of ${queue} failed: ${(error as Error).message}`);
      const fault = { message: (error as Error).message.slice(0, LONGEST_FAULT) };
      for (const id of ids) await boss.fail(queue, id, fault);
      if (twins.some(({ retryCount, retryLimit }) => retryCount >= retryLimit))
        this.faults.tell(error, { queue }).catch(() => undefined); // the log has it all the same
    } finally {
      this.inHand.drop(twins);
    }
  }

  /** Has `queue` worked on once a day at that time of the house, by one worker however many there are. @param clock `03:17` */
  daily(queue: QueueName, clock: string, handle: (data: JobData) => Promise<void>): Promise<void> {
    const [hour, minute] = clock.split(':').map(Number);
    return this.scheduled(queue, `${minute} ${hour} * * *`, handle);
  }

  /** The same, on an empty job at the times that `cron` says by the clock of the house, and on jobs that are sent to it. */
  async scheduled(queue: QueueName, cron: string, handle: (data: JobData) => Promise<void>): Promise<void> {
    await this.onceBegun(async () => {
      const boss = await this.start();
      await boss.schedule(queue, cron, {}, { tz: this.config.TZ_HOUSE });
    });
    await this.work(queue, handle);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.leaving.abort();
    await Promise.race([Promise.all(this.rounds), pause(FAREWELL_MS, undefined, { ref: false })]);
    await this.inHand.close();
    const boss = await this.boss?.catch(() => null);
    await boss?.stop({ graceful: true, wait: true });
  }

  private start(): Promise<PgBoss> {
    this.boss ??= this.open();
    this.boss.catch(() => (this.boss = null));
    return this.boss;
  }

  private async open(): Promise<PgBoss> {
    const working = this.config.PROVABOOK_ROLE !== 'api';
    const boss = new PgBoss({
      connectionString: this.config.DATABASE_URL,
      application_name: 'provabook-jobs',
      max: 2,
      migrate: false,
      supervise: working,
      schedule: working,
      maintenanceIntervalSeconds: 10,
      archiveFailedAfterSeconds: DEAD_KEPT_SECONDS,
    });
    boss.on('error', (error) => this.logger.warn(`The job queue is unreachable: ${error.message}`));
    return boss.start();
  }

  private async execute(text: string, values: unknown[]): Promise<{ rows: unknown[] }> {
    const { queryRunner } = this.transaction.manager;
    if (!queryRunner) throw new Error('A job is queued in the transaction of the change it belongs to.');
    const result = (await queryRunner.query(text, values, true)) as { records?: unknown[] };
    return { rows: result.records ?? [] };
  }
}

/** Jobs of one turn that ask for the same thing. */
type Twins = [TakenJob, ...TakenJob[]];

function alike(jobs: readonly TakenJob[]): Twins[] {
  const groups = new Map<string, Twins>();
  for (const job of jobs) {
    const asked = JSON.stringify(job.data);
    const twins = groups.get(asked);
    if (twins) twins.push(job);
    else groups.set(asked, [job]);
  }
  return [...groups.values()];
}

/** @throws Error once it takes too long; what it does meanwhile is nobody's concern any more */
async function inTime(work: Promise<void>): Promise<void> {
  const over = new AbortController();
  const late = pause(LONGEST_MS, undefined, { signal: over.signal, ref: false }).then(() => {
    throw new Error('It took too long.');
  });
  await Promise.race([work, late]).finally(() => over.abort());
}
