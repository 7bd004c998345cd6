import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import PgBoss from 'pg-boss';
import { CONFIG, type Config } from '../config/config';
import { Transaction } from '../database/transaction';
import { Faults } from '../telemetry/faults';

export type JobData = Record<string, unknown>;

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
 * Seconds: a killed worker's job is taken over within a minute. Tried nine times more, each pause about twice the one
 * before and never the same for two jobs (between half of it and all): 17 to 34 minutes in all, so that a mail server that
 * is away for ten is waited for.
 */
export const JOB_POLICY = { expireInSeconds: 45, retryLimit: 9, retryDelay: 2, retryBackoff: true } as const;

/** A job that failed for good lies there so long to be looked at and sent again. */
const DEAD_KEPT_SECONDS = 30 * 86_400;

/** Jobs taken at once are done one after the other; what has not begun after so long goes to whoever has time. */
const TURN_MS = 20_000;

/** Of what is kept of why a try failed. */
const LONGEST_FAULT = 1_000;

/** The port to background jobs (pg-boss on the same Postgres): written with the business rows, run by the worker. */
@Injectable()
export class Jobs implements BeforeApplicationShutdown {
  private readonly logger = new Logger('jobs');
  private boss: Promise<PgBoss> | null = null;
  private isStopping = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly transaction: Transaction,
    private readonly faults: Faults,
  ) {}

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

  /**
   * Runs `handle` for each job, in processes whose role is to work. Each queue has a worker of its own, so that none waits
   * for another; of jobs taken together each ends by itself: one that fails takes no other with it. What fails for good is
   * told as a fault of ours.
   */
  async work(queue: QueueName, handle: (data: JobData) => Promise<void>): Promise<void> {
    if (this.config.PROVABOOK_ROLE === 'api') return;
    const boss = await this.start();
    const asked = { batchSize: 5, pollingIntervalSeconds: 1, includeMetadata: true } as const;
    await boss.work<JobData>(queue, asked, async (jobs) => {
      const until = Date.now() + TURN_MS;
      for (const [index, { id, data, retryCount, retryLimit }] of jobs.entries()) {
        if (this.isStopping || Date.now() > until) return this.handBack(jobs.slice(index).map((job) => job.id));
        try {
          await handle(data);
          await boss.complete(queue, id);
        } catch (error) {
          this.logger.warn(`A job of ${queue} failed: ${(error as Error).message}`);
          await boss.fail(queue, id, { message: (error as Error).message.slice(0, LONGEST_FAULT) });
          if (retryCount >= retryLimit) this.faults.tell(error, { queue }).catch(() => undefined); // the log has it all the same
        }
      }
    });
  }

  /** Has `queue` worked on once a day at that time of the house, by one worker however many there are. @param clock `03:17` */
  daily(queue: QueueName, clock: string, handle: (data: JobData) => Promise<void>): Promise<void> {
    const [hour, minute] = clock.split(':').map(Number);
    return this.scheduled(queue, `${minute} ${hour} * * *`, handle);
  }

  /** The same, on an empty job at the times that `cron` says by the clock of the house, and on jobs that are sent to it. */
  async scheduled(queue: QueueName, cron: string, handle: (data: JobData) => Promise<void>): Promise<void> {
    if (this.config.PROVABOOK_ROLE === 'api') return;
    const boss = await this.start();
    await boss.schedule(queue, cron, {}, { tz: this.config.TZ_HOUSE });
    await this.work(queue, handle);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    const boss = await this.boss?.catch(() => null);
    await boss?.stop({ graceful: true, wait: true, timeout: 8_000 });
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

  /** As if they had never been taken: their tries do not count. */
  private async handBack(ids: string[]): Promise<void> {
    await this.transaction.manager.query(
      `UPDATE pgboss.job SET start_after = now(), retry_count = greatest(retry_count - 1, 0),
              state = CASE WHEN retry_count = 0 THEN 'created' ELSE 'retry' END::pgboss.job_state,
              started_on = CASE WHEN retry_count > 0 THEN started_on END
        WHERE id = ANY($1) AND state = 'active'`,
      [ids],
    );
  }

  private async execute(text: string, values: unknown[]): Promise<{ rows: unknown[] }> {
    const { queryRunner } = this.transaction.manager;
    if (!queryRunner) throw new Error('A job is queued in the transaction of the change it belongs to.');
    const result = (await queryRunner.query(text, values, true)) as { records?: unknown[] };
    return { rows: result.records ?? [] };
  }
}
