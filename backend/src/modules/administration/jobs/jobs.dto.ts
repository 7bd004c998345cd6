import { Id, Instant, JsonObject, ListOf, OneOf, Text, Whole } from '../../../platform/http/fields';
import type { JobRow } from '../../../platform/jobs/job.entity';
import { QUEUES, type QueueName } from '../../../platform/jobs/jobs';
import { JOB_STATES, STATE_OF, type JobState } from './job.states';
import type { QueueState } from './jobs.repository';

const count = { min: 0, max: 2147483647, example: 0 } as const;

export class JobDto {
  @Id() id: string;
  @OneOf(QUEUES, { name: 'QueueName', example: 'proforma-mails' }) queue: QueueName;
  @OneOf(JOB_STATES, { name: 'JobState' }) state: JobState;
  @JsonObject({ description: 'What it is about: ids and days.', example: { mailId: 'an id' } })
  data: Record<string, unknown>;
  @Whole({ ...count, description: 'How often it was begun.', example: 1 }) tries: number;
  @Whole({ ...count, description: 'How often it is begun at most.', example: 9 }) triesAtMost: number;
  @Text({ max: 1000, nullable: true, description: 'Why its last try failed.', example: null }) fault: string | null;
  @Instant() createdAt: string;
  @Instant({ nullable: true, description: 'Not before: of one that waits.' }) dueAt: string | null;
  @Instant({ nullable: true }) startedAt: string | null;
  @Instant({ nullable: true }) endedAt: string | null;

  static from(job: JobRow): JobDto {
    const state = STATE_OF[job.state];
    const { message, value } = (job.output ?? {}) as { message?: unknown; value?: { message?: unknown } };
    const fault = message ?? value?.message;
    return {
      id: job.id,
      queue: job.name as QueueName,
      state,
      data: job.data ?? {},
      tries: job.startedOn ? job.retryCount + 1 : 0,
      triesAtMost: job.retryLimit + 1,
      fault: state !== 'done' && typeof fault === 'string' ? fault.slice(0, 1000) : null,
      createdAt: job.createdOn.toISOString(),
      dueAt: state === 'waiting' ? job.startAfter.toISOString() : null,
      startedAt: job.startedOn?.toISOString() ?? null,
      endedAt: job.completedOn?.toISOString() ?? null,
    };
  }
}

export class QueueDto {
  @OneOf(QUEUES, { name: 'QueueName', example: 'proforma-mails' }) name: QueueName;
  @Whole({ ...count, description: 'Due now.' }) waiting: number;
  @Whole({ ...count, description: 'Due later: between two tries.' }) later: number;
  @Whole(count) running: number;
  @Whole({ ...count, description: 'Tried as often as they may be.' }) dead: number;
  @Instant({ nullable: true, description: 'Since when the oldest that is due waits.' }) waitingSince: string | null;
  @Instant({ nullable: true }) lastDoneAt: string | null;
  @Text({ max: 100, nullable: true, description: 'When it runs by itself (cron, by the clock of the house).' })
  schedule: string | null;

  static from({ waitingSince, lastDoneAt, name, ...queue }: QueueState): QueueDto {
    return {
      ...queue,
      name: name as QueueName,
      waitingSince: waitingSince?.toISOString() ?? null,
      lastDoneAt: lastDoneAt?.toISOString() ?? null,
    };
  }
}

export class QueuesDto {
  @ListOf(() => QueueDto, { max: 100 }) queues: QueueDto[];
}

export class ResendJobsDto {
  @OneOf(QUEUES, { name: 'QueueName', example: 'proforma-mails' }) queue: QueueName;
}

export class ResentJobsDto {
  @Whole({ ...count, description: 'How many were sent again; the oldest 100 at a time.', example: 3 }) resent: number;
}
