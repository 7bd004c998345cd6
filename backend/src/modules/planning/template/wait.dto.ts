import { Text, Whole } from '../../../platform/http/fields';
import { MAX_STEP_KEY, STEP_KEY } from '../milestone.vocabulary';

/** A step waits for another of the same plan. */
export class WaitDto {
  @Text({ max: MAX_STEP_KEY, pattern: STEP_KEY, hint: 'Name a step of this plan.', example: 'yarnBooked' }) key: string;
  @Whole({ min: -90, max: 365, description: 'Calendar days between the two.', example: 0 }) lag: number;
}
