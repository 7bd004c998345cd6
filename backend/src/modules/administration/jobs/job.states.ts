import type { JobRow } from '../../../platform/jobs/job.entity';

/** `dead`: tried as often as it may be. */
export const JOB_STATES = ['waiting', 'running', 'done', 'dead', 'cancelled'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** What the queue calls it → what we do. */
export const STATE_OF: Readonly<Record<JobRow['state'], JobState>> = {
  created: 'waiting',
  retry: 'waiting',
  active: 'running',
  completed: 'done',
  failed: 'dead',
  cancelled: 'cancelled',
};
