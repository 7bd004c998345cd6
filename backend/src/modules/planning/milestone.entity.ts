import { Check, Column, Entity, Index } from 'typeorm';
import type { Day } from '../../platform/values/day';
import { OrderLine } from '../orders/line/line.entity';
import { OfLine } from '../orders/line/of-line.entity';
import { sqlList } from '../orders/vocabulary';
import { STEP_HOLDERS, type StepHolder } from './calendar/calendar.vocabulary';
import {
  KNOWN_STEPS,
  MAX_STEP_LABEL,
  MAX_STEP_KEY,
  MILESTONE_STATES,
  stepLabel,
  type MilestoneState,
  type StepKey,
} from './milestone.vocabulary';
import type { Wait } from './template/template.entity';

/** One step of one line: when it is planned, when it happened, and what was said of it. A row each, never a column. */
@Entity('line_milestones')
@Check('ck_line_milestones_holder', `holder IN (${sqlList(STEP_HOLDERS)})`)
@Check('ck_line_milestones_days', 'days >= 0')
@Check('ck_line_milestones_fixed', 'NOT planned_fixed OR planned_on IS NOT NULL')
@Check('ck_line_milestones_state', `state IN (${sqlList(MILESTONE_STATES)})`)
@Check('ck_line_milestones_not_applicable', `state <> 'not_applicable' OR (planned_on IS NULL AND actual_on IS NULL)`)
@Check('ck_line_milestones_done', `(state = 'done') = (actual_on IS NOT NULL)`)
@Index('uq_line_milestones_line_milestone', { synchronize: false })
@Index('ix_line_milestones_order', ['orderId'])
@Index('ix_line_milestones_due', { synchronize: false })
@Index('ix_line_milestones_taken_out', { synchronize: false })
@Index('ix_line_milestones_key', { synchronize: false })
@Index('ix_line_milestones_first_due', { synchronize: false })
export class LineMilestone extends OfLine {
  @Column('varchar', { length: MAX_STEP_KEY })
  milestone: StepKey;

  @Column('varchar', { length: MAX_STEP_LABEL })
  label: string;

  /** Place in the plan. */
  @Column('integer', { default: 0 })
  position: number;

  /** Whose turn it is, and whose calendar counts. */
  @Column('varchar', { length: 10, default: 'us' })
  holder: StepHolder;

  /** Working days of its holder; of a step that no template knows 0. */
  @Column('integer', { default: 0 })
  days: number;

  @Column('jsonb', { default: () => "'[]'" })
  after: Wait[];

  @Column('varchar', { length: 20, default: 'open' })
  state: MilestoneState;

  @Column('date', { nullable: true })
  plannedOn: Day | null;

  /** A person chose the day: laying the plan anew, and what is moved before it, leave it alone. */
  @Column('boolean', { default: false })
  plannedFixed: boolean;

  /** What was planned at first; stays when the plan moves. */
  @Column('date', { nullable: true })
  baselineOn: Day | null;

  /** Set exactly when the step is done. */
  @Column('date', { nullable: true })
  actualOn: Day | null;

  /** The event that it happened by, `approval.recorded`; null where a person wrote the day. */
  @Column('varchar', { length: 60, nullable: true })
  happenedBy: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  /** Writes what is given, and draws the state from it. @param written fields left out stay as they are */
  write(written: {
    plannedOn?: Day | null;
    plannedFixed?: boolean;
    actualOn?: Day | null;
    happenedBy?: string | null;
    note?: string | null;
    state?: MilestoneState;
  }): void {
    if (written.plannedOn !== undefined) {
      this.plannedOn = written.plannedOn;
      this.plannedFixed = written.plannedOn !== null;
      this.baselineOn ??= written.plannedOn;
    }
    if (written.plannedFixed !== undefined) this.plannedFixed = written.plannedFixed && this.plannedOn !== null;
    if (written.note !== undefined) this.note = written.note;
    if (written.actualOn !== undefined) {
      this.actualOn = written.actualOn;
      this.happenedBy = written.happenedBy ?? null;
    }
    if (written.state === 'not_applicable') {
      this.plannedOn = this.actualOn = null;
      this.plannedFixed = false;
    }
    if (written.state === 'open' || written.state === 'rejected') this.actualOn = null;
    if (!this.actualOn) this.happenedBy = null;
    if (this.actualOn) this.state = 'done';
    else if (written.state && written.state !== 'done') this.state = written.state;
    else if (this.state === 'done' || written.plannedOn) this.state = 'open';
  }
}

/** A step on which nothing is planned and nothing happened yet. No template has told its place, its time or its holder. */
export const newMilestone = (line: Pick<OrderLine, 'id' | 'orderId'>, milestone: StepKey): LineMilestone =>
  Object.assign(new LineMilestone(), {
    orderId: line.orderId,
    orderLineId: line.id,
    milestone,
    label: stepLabel(milestone),
    position: (KNOWN_STEPS as readonly string[]).indexOf(milestone) + 1 || KNOWN_STEPS.length + 1,
    holder: 'us' as const,
    days: 0,
    after: [],
    state: 'open' as const,
    plannedOn: null,
    plannedFixed: false,
    baselineOn: null,
    actualOn: null,
    happenedBy: null,
    note: null,
  });
