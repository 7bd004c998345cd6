import { DayField, Flag, Id, ListOf, Nested, OneOf, Text, Whole } from '../../../platform/http/fields';
import { lineLabel } from '../../orders/line/lines.dto';
import { PersonDto } from '../../orders/order/orders.dto';
import { STEP_HOLDERS, type StepHolder } from '../calendar/calendar.vocabulary';
import type { LineMilestone } from '../milestone.entity';
import { MAX_STEP_KEY, MAX_STEP_LABEL, MILESTONE_STATES, type MilestoneState } from '../milestone.vocabulary';
import type { LinePlan } from '../plan/line-plan.entity';
import { etdOf } from '../plan/plan-forecast';
import { ChainLinkDto } from '../plan/plans.dto';
import { URGENCIES, type Urgency } from '../schedule/forecast';

const slack = {
  nullable: true,
  min: -100000,
  max: 100000,
  description: 'Working days of the holder; negative when late, null without an ETD.',
  example: -4,
} as const;

/** A step of a line's plan, as a strip or a cell shows it. */
export class GridStepDto {
  @Id({ description: 'Of the milestone.' }) id: string;
  @Text({ max: MAX_STEP_KEY, example: 'knittingComplete' }) milestone: string;
  @Text({ max: MAX_STEP_LABEL, example: 'Knitting complete' }) label: string;
  @OneOf(STEP_HOLDERS, { name: 'StepHolder', description: 'Whose turn it is.', example: 'mill' }) holder: StepHolder;
  @OneOf(MILESTONE_STATES, { name: 'MilestoneState', example: 'open' }) state: MilestoneState;
  @DayField({ nullable: true, example: '2026-12-09' }) plannedOn: string | null;
  @DayField({ nullable: true, description: 'What was planned at first.', example: '2026-12-07' }) baselineOn:
    | string
    | null;
  @DayField({ nullable: true, example: '2026-12-10' }) actualOn: string | null;
  @DayField({ nullable: true, description: 'When it will be done as things stand.', example: '2026-12-13' })
  forecastOn: string | null;
  @DayField({ nullable: true, description: 'The latest day that still keeps the ETD.', example: '2026-12-09' })
  latestOn: string | null;
  @Whole(slack) slackDays: number | null;
  @Flag({ description: 'On the chain that decides when the line leaves.', example: true }) critical: boolean;
  @Text({ max: 2000, nullable: true, example: 'Mill asked for two more days.' }) note: string | null;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from(step: LineMilestone, plan: LinePlan): GridStepDto {
    const forecast = plan.steps.find(({ key }) => key === step.milestone);
    const open = !step.actualOn;
    return {
      id: step.id,
      milestone: step.milestone,
      label: step.label,
      holder: step.holder,
      state: step.state,
      plannedOn: step.plannedOn,
      baselineOn: step.baselineOn,
      actualOn: step.actualOn,
      forecastOn: open ? (forecast?.forecastOn ?? null) : null,
      latestOn: open ? (forecast?.latestOn ?? null) : null,
      slackDays: forecast?.slack ?? null,
      critical: plan.chain.some(({ key }) => key === step.milestone),
      note: step.note,
      rowVersion: step.rowVersion,
    };
  }
}

/** A line with its steps side by side. */
export class PlanGridLineDto {
  @Id() orderLineId: string;
  @Id() orderId: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 255, example: 'ANABIA' }) customerName: string;
  @Text({ max: 600, example: 'MT-2291 · White' }) lineLabel: string;
  @Nested(() => PersonDto, { nullable: true }) merchandiser: PersonDto | null;
  @DayField({ nullable: true, description: 'Of the line, else of its order.', example: '2027-01-05' }) etd:
    | string
    | null;
  @Flag({ description: 'The goods have left, or will not leave.', example: false }) closed: boolean;
  @DayField({ nullable: true, example: '2027-01-09' }) forecastOn: string | null;
  @Whole(slack) slackDays: number | null;
  @OneOf(URGENCIES, { nullable: true, name: 'Urgency', example: 'late' }) urgency: Urgency | null;
  @ListOf(() => ChainLinkDto, { max: 60, description: 'Why: the steps that decide when it leaves, the first first.' })
  chain: ChainLinkDto[];
  @ListOf(() => GridStepDto, { max: 200, description: 'In the order of the plan.' }) steps: GridStepDto[];

  static from({ plan, steps }: PlanGridLine): PlanGridLineDto {
    const { orderLine: line, order } = plan;
    return {
      orderLineId: plan.orderLineId,
      orderId: plan.orderId,
      orderNumber: order.orderNumber,
      customerName: order.customerName,
      lineLabel: lineLabel(line, line.style.styleNumber),
      merchandiser: PersonDto.from(order.merchandiser),
      etd: etdOf(Object.assign(line, { order })),
      closed: order.actualDeliveryDate !== null || line.status === 'completed' || line.status === 'archived',
      forecastOn: plan.forecastOn,
      slackDays: plan.slackDays,
      urgency: plan.urgency,
      chain: plan.chain,
      steps: steps.map((step) => GridStepDto.from(step, plan)),
    };
  }
}

export interface PlanGridLine {
  plan: LinePlan;
  steps: LineMilestone[];
}
