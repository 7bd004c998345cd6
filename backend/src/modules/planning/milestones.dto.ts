import { DayField, Flag, Id, Instant, ListOf, Nested, OneOf, Text, Whole } from '../../platform/http/fields';
import { OverrideDto } from '../orders/gates/gate.dto';
import { lineLabel } from '../orders/line/lines.dto';
import { SlipToldDto } from './delays/delays.dto';
import type { LineMilestone } from './milestone.entity';
import { STEP_HOLDERS, type StepHolder } from './calendar/calendar.vocabulary';
import { MAX_STEP_KEY, MAX_STEP_LABEL, MILESTONE_STATES, type MilestoneState } from './milestone.vocabulary';
import { WaitDto } from './template/wait.dto';

const may = { optional: true, nullable: true } as const;

/** What a person may write on a milestone: only what is sent changes; null clears. */
export class WriteMilestoneDto {
  @DayField({ ...may, example: '2026-11-26' }) plannedOn?: string | null;
  @DayField({ ...may, alternative: true, description: 'The day it happened; it is done then.', example: '2026-11-27' })
  actualOn?: string | null;
  @OneOf(MILESTONE_STATES, {
    optional: true,
    name: 'MilestoneState',
    description: '`done` follows from `actualOn`.',
    example: 'open',
  })
  state?: MilestoneState;
  @Text({ ...may, max: 2000, example: 'Mill asked for two more days.' }) note?: string | null;
  @Nested(() => OverrideDto, {
    optional: true,
    description: 'To record dyeing or cutting before its gate is approved.',
  })
  override?: OverrideDto;
  @Nested(() => SlipToldDto, {
    optional: true,
    description: 'Who held it up, where its day is later than planned: the days are booked to them.',
  })
  slip?: SlipToldDto;
}

export class MilestoneDto {
  @Id() id: string;
  @Id() orderId: string;
  @Id() orderLineId: string;
  @Text({ max: 600, example: 'MT-2291 · White' }) lineLabel: string;
  @Text({ max: MAX_STEP_KEY, description: 'Key of the step.', example: 'yarnBooked' }) milestone: string;
  @Text({ max: MAX_STEP_LABEL, example: 'Yarn booked' }) label: string;
  @Whole({ min: 0, max: 1000, description: 'Place in the plan.', example: 0 }) position: number;
  @OneOf(STEP_HOLDERS, { name: 'StepHolder', description: 'Whose turn it is.', example: 'mill' }) holder: StepHolder;
  @Whole({ min: 0, max: 365, description: 'Working days of its holder.', example: 7 }) days: number;
  @ListOf(() => WaitDto, { max: 20, description: 'What it waits for.' }) after: WaitDto[];
  @OneOf(MILESTONE_STATES, { name: 'MilestoneState', example: 'open' }) state: MilestoneState;
  @DayField({ nullable: true, example: '2026-11-26' }) plannedOn: string | null;
  @Flag({ description: 'A person chose the day; laying the plan anew leaves it.', example: false })
  plannedFixed: boolean;
  @DayField({ nullable: true, description: 'What was planned at first.', example: '2026-11-24' }) baselineOn:
    | string
    | null;
  @DayField({ nullable: true, example: '2026-11-27' }) actualOn: string | null;
  @Text({ max: 2000, nullable: true, example: 'Mill asked for two more days.' }) note: string | null;
  @Instant() createdAt: string;
  @Instant() updatedAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from(row: LineMilestone): MilestoneDto {
    return {
      id: row.id,
      orderId: row.orderId,
      orderLineId: row.orderLineId,
      lineLabel: lineLabel(row.orderLine, row.orderLine.style.styleNumber),
      milestone: row.milestone,
      label: row.label,
      position: row.position,
      holder: row.holder,
      days: row.days,
      after: row.after,
      state: row.state,
      plannedOn: row.plannedOn,
      plannedFixed: row.plannedFixed,
      baselineOn: row.baselineOn,
      actualOn: row.actualOn,
      note: row.note,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
      rowVersion: row.rowVersion,
    };
  }
}
