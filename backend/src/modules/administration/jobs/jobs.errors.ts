import { Conflict } from '../../../platform/errors/domain-error';
import type { JobState } from './job.states';

export class JobNotDead extends Conflict {
  readonly code = 'job.not_dead';

  constructor(state: JobState) {
    super(`This job is ${state}: only one that failed for good is sent again or given up. Load the list anew.`, {
      state,
    });
  }
}
