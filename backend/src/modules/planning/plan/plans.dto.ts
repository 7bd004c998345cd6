import { DayField, Flag, Id, ListOf, Nested, OneOf, Text, Whole } from '../../../platform/http/fields';
import { daysBetween, today } from '../../../platform/values/day';
import { lineLabel } from '../../orders/line/lines.dto';
import { PersonDto } from '../../orders/order/orders.dto';
import { STEP_HOLDERS, type StepHolder } from '../calendar/calendar.vocabulary';
import { MilestoneDto } from '../milestones.dto';
import { MAX_STEP_KEY, MAX_STEP_LABEL } from '../milestone.vocabulary';
import { URGENCIES, type Urgency } from '../schedule/forecast';
import type { LinePlan } from './line-plan.entity';
import type { LaidPlan } from './plans.service';

export class LayPlanDto {
  @Id({ optional: true, alternative: true, description: 'Left out: the most particular template that fits the line.' })
  templateId?: string;
  @Flag({
    optional: true,
    description: 'Forgets what was planned at first: the baseline becomes this plan.',
    example: false,
  })
  newBaseline?: boolean;
  @Flag({
    optional: true,
    description: 'Brings back the steps that somebody took out; else they stay out.',
    example: false,
  })
  bringBack?: boolean;
}

/** A step that somebody took out of the plan; it lies in the trash. */
export class TakenOutStepDto {
  @Text({ max: MAX_STEP_KEY, example: 'printSent' }) milestone: string;
  @Text({ max: MAX_STEP_LABEL, example: 'Print sent' }) label: string;
}

const p80 = {
  nullable: true,
  description: 'If each step takes what eight of ten times it took; null where the past is not known.',
  example: '2027-01-13',
} as const;

const slack = {
  nullable: true,
  min: -100000,
  max: 100000,
  description: 'Working days of the holder; negative when late, null without an ETD.',
  example: -4,
} as const;

/** How long a step took on the house's own finished lines. */
export class TookDto {
  @Whole({ min: 5, max: 2147483647, description: 'How many times it was done.', example: 12 }) samples: number;
  @Whole({ min: 0, max: 100000, description: 'Half of the times it took so long or less.', example: 15 }) p50: number;
  @Whole({ min: 0, max: 100000, description: 'Eight of ten times.', example: 17 }) p80: number;
  @Text({ nullable: true, max: 255, description: 'At which mill; null: at all.', example: 'Padma Textiles' })
  of: string | null;
}

export class ChainLinkDto {
  @Text({ max: MAX_STEP_KEY, example: 'knittingComplete' }) key: string;
  @Text({ max: MAX_STEP_LABEL, example: 'Knitting complete' }) label: string;
  @OneOf(STEP_HOLDERS, { name: 'StepHolder', example: 'mill' }) holder: StepHolder;
  @Whole({ min: 0, max: 365, description: 'Working days of its holder.', example: 15 }) days: number;
  @DayField({ example: '2026-11-26' }) from: string;
  @DayField({ example: '2026-12-13' }) on: string;
  @Nested(() => TookDto, {
    optional: true,
    description: 'Where its days are from the house’s own past; left out: they are the template’s.',
  })
  past?: TookDto;
}

/** What is forecast of a step. */
export class StepForecastDto {
  @Text({ max: MAX_STEP_KEY, example: 'knittingComplete' }) key: string;
  @DayField({
    description: 'When it will be done as things stand; the day it was, once it is.',
    example: '2026-12-13',
  })
  forecastOn: string;
  @DayField({ nullable: true, description: 'The latest day that still keeps the ETD.', example: '2026-12-09' })
  latestOn: string | null;
  @Whole(slack) slack: number | null;
  @Flag({ description: 'On the chain with the least slack.', example: true }) critical: boolean;
}

export class PlannedStepDto extends MilestoneDto {
  @DayField({
    nullable: true,
    description: 'When it will be done as things stand; the day it was, once it is.',
    example: '2026-12-13',
  })
  forecastOn: string | null;
  @DayField({ nullable: true, description: 'The latest day that still keeps the ETD.', example: '2026-12-09' })
  latestOn: string | null;
  @Whole(slack) slackDays: number | null;
  @Flag({ description: 'On the chain with the least slack.', example: true }) critical: boolean;
}

export class LinePlanDto {
  @Id() orderLineId: string;
  @Id() orderId: string;
  @Text({ max: 600, example: 'MT-2291 · White' }) lineLabel: string;
  @Id({ nullable: true }) templateId: string | null;
  @Text({ nullable: true, max: 100, example: 'Local order' }) templateName: string | null;
  @DayField({ nullable: true, description: 'Of the line, else of its order.', example: '2027-01-05' }) etd:
    | string
    | null;
  @Whole({ nullable: true, min: -100000, max: 100000, description: 'Calendar days until the ETD.', example: 45 })
  daysToEtd: number | null;
  @DayField({
    nullable: true,
    description: 'When the last step will be done; null once all are.',
    example: '2027-01-09',
  })
  forecastOn: string | null;
  @DayField(p80) p80On: string | null;
  @Whole(slack) slackDays: number | null;
  @OneOf(URGENCIES, { nullable: true, name: 'Urgency', example: 'late' }) urgency: Urgency | null;
  @ListOf(() => ChainLinkDto, { max: 60, description: 'Why: the steps that decide when it leaves, the first first.' })
  chain: ChainLinkDto[];
  @ListOf(() => PlannedStepDto, { max: 200, description: 'In the order of the plan.' }) steps: PlannedStepDto[];
  @ListOf(() => TakenOutStepDto, { max: 200, description: 'Laying the plan anew leaves them out, unless told.' })
  takenOut: TakenOutStepDto[];

  static from({ line, plan, steps, takenOut }: LaidPlan, zone: string): LinePlanDto {
    const etd = line.etd ?? line.order.etd;
    const forecasts = new Map((plan?.steps ?? []).map((each) => [each.key, each]));
    return {
      orderLineId: line.id,
      orderId: line.orderId,
      lineLabel: lineLabel(line, line.style.styleNumber),
      templateId: plan?.templateId ?? null,
      templateName: plan?.template?.name ?? null,
      etd,
      daysToEtd: etd === null ? null : daysBetween(today(zone), etd),
      forecastOn: plan?.forecastOn ?? null,
      p80On: plan?.p80On ?? null,
      slackDays: plan?.slackDays ?? null,
      urgency: plan?.urgency ?? null,
      chain: plan?.chain ?? [],
      steps: steps.map((step) => {
        const forecast = forecasts.get(step.milestone);
        return {
          ...MilestoneDto.from(Object.assign(step, { orderLine: line })),
          forecastOn: step.actualOn ?? forecast?.forecastOn ?? null,
          latestOn: forecast?.latestOn ?? null,
          slackDays: forecast?.slack ?? null,
          critical: forecast?.critical ?? false,
        };
      }),
      takenOut: takenOut.map(({ milestone, label }) => ({ milestone, label })),
    };
  }
}

/** What is forecast of a line, with the step that decides about it. */
export class LineForecastDto {
  @Id() orderLineId: string;
  @Id() orderId: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 255, example: 'ANABIA' }) customerName: string;
  @Text({ max: 600, example: 'MT-2291 · White' }) lineLabel: string;
  @Nested(() => PersonDto, { nullable: true }) merchandiser: PersonDto | null;
  @DayField({ nullable: true, example: '2027-01-05' }) etd: string | null;
  @DayField({ nullable: true, example: '2027-01-09' }) forecastOn: string | null;
  @DayField(p80) p80On: string | null;
  @Whole(slack) slackDays: number | null;
  @OneOf(URGENCIES, { nullable: true, name: 'Urgency', example: 'late' }) urgency: Urgency | null;
  @Text({ nullable: true, max: 100, example: 'Local order' }) templateName: string | null;
  @ListOf(() => ChainLinkDto, { max: 60, description: 'Why: the steps that decide when it leaves, the first first.' })
  chain: ChainLinkDto[];
  @ListOf(() => StepForecastDto, { max: 200 }) steps: StepForecastDto[];

  static from(plan: LinePlan): LineForecastDto {
    const { orderLine: line, order } = plan;
    return {
      orderLineId: plan.orderLineId,
      orderId: plan.orderId,
      orderNumber: order.orderNumber,
      customerName: order.customerName,
      lineLabel: lineLabel(line, line.style.styleNumber),
      merchandiser: PersonDto.from(order.merchandiser),
      etd: line.etd ?? order.etd,
      forecastOn: plan.forecastOn,
      p80On: plan.p80On,
      slackDays: plan.slackDays,
      urgency: plan.urgency,
      templateName: plan.template?.name ?? null,
      chain: plan.chain,
      steps: plan.steps,
    };
  }
}
