import { Check, Column, Entity, Index } from 'typeorm';
import type { Day } from '../../../platform/values/day';
import { OfLine } from '../../orders/line/of-line.entity';
import { sqlList } from '../../orders/vocabulary';
import { OUTPUT_STATES, type Loss, type OutputState, type StagePace } from './pace';

/** How the production of a line stood on the day it was last reckoned; for reading, whatever it says is drawn from elsewhere. */
@Entity('line_outputs')
@Check('ck_line_outputs_state', `state IN (${sqlList(OUTPUT_STATES)})`)
@Index('uq_line_outputs_line', ['orderLineId'], { unique: true })
@Index('ix_line_outputs_order', ['orderId'])
@Index('ix_line_outputs_late', { synchronize: false })
@Index('ix_line_outputs_reckoned', ['reckonedOn'])
export class LineOutput extends OfLine {
  @Column('varchar', { length: 10 })
  state: OutputState;

  /** Of its stages the one that is latest; null where none has a day. */
  @Column('integer', { nullable: true })
  lateDays: number | null;

  @Column('date', { nullable: true })
  lastEntryOn: Day | null;

  @Column('integer', { nullable: true })
  idleDays: number | null;

  @Column('boolean', { default: false })
  lossOver: boolean;

  @Column('jsonb')
  loss: Loss;

  @Column('jsonb')
  stages: StagePace[];

  /** The house's day on which this was true. */
  @Column('date')
  reckonedOn: Day;
}
