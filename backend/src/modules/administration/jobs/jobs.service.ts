import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { Outbox } from '../../../platform/events/outbox';
import type { JobRow } from '../../../platform/jobs/job.entity';
import type { QueueName } from '../../../platform/jobs/jobs';
import type { Actor } from '../../auth/access/actor';
import { STATE_OF } from './job.states';
import { JobNotDead } from './jobs.errors';
import { JobDiscarded, JobResent } from './jobs.events';
import { JobsRepository } from './jobs.repository';

/** One request's worth. */
const AT_ONCE = 100;

/** What becomes of jobs that failed for good. */
@Injectable()
export class JobsService {
  constructor(
    private readonly jobs: JobsRepository,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  /** @throws ResourceNotFound 404, JobNotDead 409 */
  resend(id: string, actor: Actor): Promise<JobRow> {
    return this.transaction.run(async () => {
      const job = await this.dead(id);
      await this.queueAnew([job], actor);
      return this.jobs.getForUpdate(id);
    });
  }

  /** The oldest first, so many at a time. @returns how many */
  resendAll(queue: QueueName, actor: Actor): Promise<number> {
    return this.transaction.run(async () => {
      const jobs = await this.jobs.deadOf(queue, AT_ONCE);
      await this.queueAnew(jobs, actor);
      return jobs.length;
    });
  }

  /** @throws ResourceNotFound 404, JobNotDead 409 */
  discard(id: string, actor: Actor): Promise<void> {
    return this.transaction.run(async () => {
      const job = await this.dead(id);
      await this.jobs.discard(job);
      await this.outbox.record(new JobDiscarded(job, actor, { queue: job.name, about: job.data }));
    });
  }

  private async queueAnew(jobs: readonly JobRow[], actor: Actor): Promise<void> {
    await this.jobs.sendAgain(jobs.map(({ id }) => id));
    await this.outbox.record(...jobs.map((job) => new JobResent(job, actor, { queue: job.name, about: job.data })));
  }

  private async dead(id: string): Promise<JobRow> {
    const job = await this.jobs.getForUpdate(id);
    if (job.state !== 'failed') throw new JobNotDead(STATE_OF[job.state]);
    return job;
  }
}
