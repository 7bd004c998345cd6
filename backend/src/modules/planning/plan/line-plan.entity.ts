import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { Day } from '../../../platform/values/day';
import { OfLine } from '../../orders/line/of-line.entity';
import { sqlList } from '../../orders/vocabulary';
import type { StepHolder } from '../calendar/calendar.vocabulary';
import type { Slip } from '../delays/delay.rules';
import type { Took } from '../history/durations';
import type { StepKey } from '../milestone.vocabulary';
import { URGENCIES, type ChainLink, type StepForecast, type Urgency } from '../schedule/forecast';
import { PlanTemplate } from '../template/template.entity';

/** A link of the chain as people read it. */
export interface PlanLink extends ChainLink<StepKey> {
  label: string;
  holder: StepHolder;
  /** Of the house's own past, where its days are from there; else they are the template's. */
  past?: Took;
}

/** A step that happened late by its own doing: after its day, and after the time it takes once what it waits for was done. */
export interface PlanCause extends Slip {
  key: StepKey;
  label: string;
  holder: StepHolder;
  actualOn: Day;
}

/** What is forecast of a step, and whether it was refused: then it is still to come, and looks like it. */
export interface ForecastOfStep extends StepForecast<StepKey> {
  refused?: true;
}

/** The plan of a line: where it comes from, and what is forecast of it on the day it was last reckoned. */
@Entity('line_plans')
@Check('ck_line_plans_urgency', `urgency IN (${sqlList(URGENCIES)})`)
@Check('ck_line_plans_slack', '(slack_days IS NULL) = (urgency IS NULL)')
@Index('uq_line_plans_line', ['orderLineId'], { unique: true })
@Index('ix_line_plans_order', ['orderId'])
@Index('ix_line_plans_template', ['templateId'])
@Index('ix_line_plans_slack', { synchronize: false })
export class LinePlan extends OfLine {
  /** Null: laid by hand or by a workbook, or the template is gone. */
  @ManyToOne(() => PlanTemplate, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  template: PlanTemplate | null;

  @Column('uuid', { nullable: true })
  templateId: string | null;

  /** When the last step will be done; null once all are. */
  @Column('date', { nullable: true })
  forecastOn: Day | null;

  /** The same if each step takes what eight of ten times it took; null where nothing is known of the past. */
  @Column('date', { nullable: true })
  p80On: Day | null;

  /** Working days of the holder; null without an ETD. */
  @Column('integer', { nullable: true })
  slackDays: number | null;

  @Column('varchar', { length: 10, nullable: true })
  urgency: Urgency | null;

  /** The steps that decide when the line leaves, the first first. */
  @Column('jsonb', { default: () => "'[]'" })
  chain: PlanLink[];

  /** Of the steps that happened and that the chain waited for, the one that lost the most days; null where none did. */
  @Column('jsonb', { nullable: true })
  cause: PlanCause | null;

  @Column('jsonb', { default: () => "'[]'" })
  steps: ForecastOfStep[];

  /** A letter for each of the steps: done, refused, late, critical, open. The database draws it from them. */
  @Column({ type: 'varchar', length: 200, default: '', insert: false, update: false })
  strip: string;

  /** The house's day on which this was true. */
  @Column('date')
  reckonedOn: Day;
}
