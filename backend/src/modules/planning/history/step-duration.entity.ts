import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { newId } from '../../../platform/database/base.entity';
import type { Day } from '../../../platform/values/day';
import { MAX_STEP_KEY, type StepKey } from '../milestone.vocabulary';

/** What a step took on finished lines, as counted each night. */
@Entity('step_durations')
@Check('ck_step_durations_samples', 'samples > 0 AND p50 >= 0 AND p80 >= p50')
@Index('uq_step_durations_step_mill', { synchronize: false })
export class StepDuration {
  @PrimaryColumn('uuid')
  id: string = newId();

  @Column('varchar', { length: MAX_STEP_KEY })
  step: StepKey;

  /** Null: of all mills. */
  @Column('varchar', { length: 255, nullable: true })
  millName: string | null;

  @Column('integer')
  samples: number;

  /** Working days of its holder: half of the times it took so long or less. */
  @Column('integer')
  p50: number;

  /** Eight of ten times. */
  @Column('integer')
  p80: number;

  @Column('date')
  countedOn: Day;
}
