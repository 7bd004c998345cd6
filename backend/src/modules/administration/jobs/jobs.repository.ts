import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import { JobRow } from '../../../platform/jobs/job.entity';
import { QUEUES, type QueueName } from '../../../platform/jobs/jobs';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import { JOB_STATES, STATE_OF } from './job.states';

const STATE = `(CASE job.state ${Object.entries(STATE_OF)
  .map(([theirs, ours]) => `WHEN '${theirs}' THEN '${ours}'`)
  .join(' ')} END)`;

export const jobList: ListDefinition = {
  alias: 'job',
  filters: {
    queue: { kind: 'choice', column: 'job.name', values: QUEUES },
    state: {
      kind: 'custom',
      where: `${STATE} IN (:values)`,
      values: JOB_STATES,
      description: 'dead: tried as often as it may be. May be given more than once.',
    },
  },
  search: [],
  ordering: { createdAt: 'job.createdOn', endedAt: 'job.completedOn' },
  defaultOrdering: '-createdAt',
};

/** A queue and how much stands in it. */
export interface QueueState {
  name: string;
  /** Due now. */
  waiting: number;
  /** Due later: a pause between two tries, or calm. */
  later: number;
  running: number;
  dead: number;
  /** Since when the oldest that is due waits. */
  waitingSince: Date | null;
  lastDoneAt: Date | null;
  /** When it runs by itself, in the words of cron. */
  schedule: string | null;
}

/** What the queue keeps of its jobs. They are looked at and sent again here, never made. */
@Injectable()
export class JobsRepository {
  constructor(private readonly transaction: Transaction) {}

  list(asked: ListQuery): Promise<Page<JobRow>> {
    const query = this.transaction.manager
      .createQueryBuilder(JobRow, 'job')
      .where('job.name IN (:...known)', { known: [...QUEUES] });
    return paginate(query, jobList, asked);
  }

  queues(): Promise<QueueState[]> {
    return this.transaction.manager.query<QueueState[]>(
      `SELECT q.name, s.cron AS schedule,
              count(*) FILTER (WHERE j.state IN ('created', 'retry') AND j.start_after <= now())::int AS waiting,
              count(*) FILTER (WHERE j.state IN ('created', 'retry') AND j.start_after > now())::int AS later,
              count(*) FILTER (WHERE j.state = 'active')::int AS running,
              count(*) FILTER (WHERE j.state = 'failed')::int AS dead,
              min(j.start_after) FILTER (WHERE j.state IN ('created', 'retry') AND j.start_after <= now()) AS "waitingSince",
              max(j.completed_on) FILTER (WHERE j.state = 'completed') AS "lastDoneAt"
         FROM unnest($1::text[]) WITH ORDINALITY q (name, place)
         LEFT JOIN pgboss.job j ON j.name = q.name
         LEFT JOIN pgboss.schedule s ON s.name = q.name
        GROUP BY q.name, q.place, s.cron ORDER BY q.place`,
      [[...QUEUES]],
    );
  }

  /** Locks the row until the use case ends. @throws ResourceNotFound 404 */
  async getForUpdate(id: string): Promise<JobRow> {
    const job = await this.rows.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!job || !QUEUES.includes(job.name as QueueName)) throw new ResourceNotFound('job');
    return job;
  }

  /** The dead ones of a queue, locked: so many at most. */
  deadOf(queue: QueueName, atMost: number): Promise<JobRow[]> {
    return this.rows.find({
      where: { name: queue, state: 'failed' },
      order: { completedOn: 'ASC' },
      take: atMost,
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** As if they had just been queued. */
  async sendAgain(ids: readonly string[]): Promise<void> {
    await this.transaction.manager.query(
      `UPDATE pgboss.job SET state = 'created', retry_count = 0, start_after = now(), started_on = NULL,
              completed_on = NULL, keep_until = now() + interval '14 days'
        WHERE id = ANY($1)`,
      [ids],
    );
  }

  async discard({ id, name }: JobRow): Promise<void> {
    await this.rows.delete({ id, name });
  }

  private get rows() {
    return this.transaction.manager.getRepository(JobRow);
  }
}
