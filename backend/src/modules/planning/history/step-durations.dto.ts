import { DayField, Id, Text, Whole } from '../../../platform/http/fields';
import { MAX_STEP_KEY, MAX_STEP_LABEL, stepLabel } from '../milestone.vocabulary';
import type { StepDuration } from './step-duration.entity';

const days = { min: 0, max: 100000 } as const;

/** How long a step took on the house's own finished lines. */
export class StepDurationDto {
  @Id() id: string;
  @Text({ max: MAX_STEP_KEY, example: 'dyeingComplete' }) step: string;
  @Text({ max: MAX_STEP_LABEL, example: 'Dyeing complete' }) label: string;
  @Text({ max: 255, nullable: true, description: 'Null: at all mills together.', example: 'Padma Textiles' })
  millName: string | null;
  @Whole({ min: 1, max: 2147483647, description: 'How many times it was done.', example: 12 }) samples: number;
  @Whole({ ...days, description: 'Working days: half of the times it took so long or less.', example: 4 }) p50: number;
  @Whole({ ...days, description: 'Eight of ten times it took so long or less.', example: 6 }) p80: number;
  @DayField({ example: '2026-11-21' }) countedOn: string;

  static from({ id, step, millName, samples, p50, p80, countedOn }: StepDuration): StepDurationDto {
    return { id, step, label: stepLabel(step), millName, samples, p50, p80, countedOn };
  }
}
