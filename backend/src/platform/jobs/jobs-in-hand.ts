import type PgBoss from 'pg-boss';
import type { Transaction } from '../database/transaction';

export type JobData = Record<string, unknown>;
export type TakenJob = PgBoss.JobWithMetadata<JobData>;

/** Seconds after the last sign of life until a job is anybody's: long enough for a database that is started again meanwhile. */
export const LEASE_SECONDS = 25;
const SIGN_MS = 5_000;

/**
 * What this process has taken and not ended. It says every few seconds that it is at it, so that a job may take its time, and
 * one whose worker was killed is soon another's.
 */
export class JobsInHand {
  private readonly jobs = new Map<string, TakenJob>();
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly transaction: Transaction) {
    this.timer = setInterval(() => void this.sign().catch(() => undefined), SIGN_MS); // the next sign may come through
    this.timer.unref();
  }

  async take(jobs: readonly TakenJob[]): Promise<void> {
    for (const job of jobs) this.jobs.set(job.id, job);
    // One that was begun before still has the time that it took then.
    if (jobs.some(({ retryCount }) => retryCount > 0)) await this.sign();
  }

  drop(jobs: readonly TakenJob[]): void {
    for (const { id } of jobs) this.jobs.delete(id);
  }

  /** As if they had never been taken: their tries do not count. */
  async handBack(jobs: readonly TakenJob[] = [...this.jobs.values()]): Promise<void> {
    this.drop(jobs);
    await this.update(
      jobs,
      `start_after = now(), retry_count = greatest(retry_count - 1, 0),
       state = CASE WHEN retry_count = 0 THEN 'created' ELSE 'retry' END::pgboss.job_state,
       started_on = CASE WHEN retry_count > 0 THEN started_on END`,
    );
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.handBack().catch(() => undefined); // without a database they are anybody's a little later
  }

  private sign(): Promise<void> {
    return this.update([...this.jobs.values()], `expire_in = now() - started_on + interval '${LEASE_SECONDS} seconds'`);
  }

  private async update(jobs: readonly TakenJob[], set: string): Promise<void> {
    if (!jobs.length) return;
    await this.transaction.manager.query(
      `UPDATE pgboss.job SET ${set} WHERE name = ANY($1) AND id = ANY($2) AND state = 'active'`,
      [[...new Set(jobs.map(({ name }) => name))], jobs.map(({ id }) => id)],
    );
  }
}
