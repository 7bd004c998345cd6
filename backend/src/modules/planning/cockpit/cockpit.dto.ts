import {
  DayField,
  DecimalField,
  Flag,
  Id,
  ListOf,
  Nested,
  OneOf,
  QuantityField,
  Text,
  UnitField,
  Whole,
} from '../../../platform/http/fields';
import { QuantityDto } from '../../../platform/http/value.dto';
import type { Unit } from '../../../platform/values/quantity';
import { decimal, lineLabel } from '../../orders/line/lines.dto';
import { PROCESS_LOSS_BASES, type ProcessLossBasis } from '../../orders/vocabulary';
import { PRODUCTION_STAGES, type ProductionStage } from '../../production/entries/entry.vocabulary';
import type { FabricNeed } from '../../production/entries/fabric-need';
import type { DayTotal } from '../../production/entries/line-output';
import { OUTPUT_BASES, type OutputBase } from '../../production/output';
import type { LineInDetail } from './cockpit.service';
import type { LineOutput } from './line-output.entity';
import type { OutputCounts } from './line-outputs.repository';
import { OUTPUT_STATES, PACE_DAYS, type LineOutputStanding, type Loss, type OutputState, type StagePace } from './pace';

const quantity = (description: string, example: string | null) =>
  ({ nullable: true, zero: true, description, example }) as const;
const days = (description: string, example: number | null) =>
  ({ nullable: true, min: -100000, max: 100000, description, example }) as const;
const percent = (example: string | null, description?: string) =>
  DecimalField({ nullable: true, min: '-100000', max: '999999999999999', scale: 2, example, description });

export class StagePaceDto implements StagePace {
  @OneOf(PRODUCTION_STAGES, { name: 'ProductionStage', example: 'knitting' }) stage: ProductionStage;
  @UnitField({ description: 'Of all quantities here.' }) unit: Unit;
  @QuantityField({ zero: true, example: '3980' }) total: string;
  @QuantityField(quantity('Null where it cannot be told: see `basis`.', '5305.44')) needed: string | null;
  @OneOf(OUTPUT_BASES, { name: 'OutputBase', nullable: true, example: 'greige' }) base: OutputBase | null;
  @percent('75.0', 'Of `needed`, one decimal, half up; may pass 100.') percent: string | null;
  @Text({ max: 800, example: 'Of 5,305.44 kg greige: 4,737 kg finished fabric and 12 % process loss on output.' })
  basis: string;
  @DayField({ nullable: true, example: '2026-11-02' }) firstDay: string | null;
  @DayField({ nullable: true, example: '2026-11-20' }) lastDay: string | null;
  @QuantityField(quantity('On its last day.', '190')) lastMade: string | null;
  @Flag({ description: 'What is needed was made, or the plan says that the step happened.' }) done: boolean;
  @DayField({ nullable: true, description: 'The day on which the output reached what is needed.', example: null })
  doneOn: string | null;
  @QuantityField(quantity('Still to be made.', '1325.44')) left: string | null;
  @DayField({
    nullable: true,
    description: 'The latest day of its step in the plan; else the ETD.',
    example: '2026-11-26',
  })
  requiredOn: string | null;
  @Whole(days('Working days of the mill until then.', 6)) daysLeft: number | null;
  @QuantityField(quantity('What each of these days has to give.', '221')) needPerDay: string | null;
  @QuantityField(quantity(`The mean of the last ${PACE_DAYS} days with output.`, '190')) pacePerDay: string | null;
  @Whole({ min: 0, max: PACE_DAYS, description: 'The days that the pace is the mean of.', example: 7 })
  paceDays: number;
  @DayField({ nullable: true, description: 'When it is done at this pace.', example: '2026-11-28' }) finishOn:
    | string
    | null;
  @Whole(days('Working days of the mill after `requiredOn`; negative before it.', 2)) lateDays: number | null;
  @ListOf(() => QuantityDto, { max: 7, description: 'Entered in units that do not convert.', example: [] })
  notCounted: QuantityDto[];
}

export class ProcessLossDto implements Loss {
  @percent('12') planned: string | null;
  @OneOf(PROCESS_LOSS_BASES, { name: 'ProcessLossBasis' }) basis: ProcessLossBasis;
  @percent('13.4', 'Known once finishing is done, or more was knitted than planned; on the basis of the plan.')
  actual: string | null;
  @Flag({ description: 'Finishing goes on: it will be no less.' }) atLeast: boolean;
  @Flag({ description: 'More than was planned.' }) over: boolean;
}

class StandingDto {
  @OneOf(OUTPUT_STATES, { name: 'OutputState', example: 'late' }) state: OutputState;
  @Whole(days('Of its stages the one that is latest, in working days of the mill.', 2)) lateDays: number | null;
  @DayField({ nullable: true, example: '2026-11-20' }) lastEntryOn: string | null;
  @Whole(days('Working days of the mill without an entry, until yesterday.', 0)) idleDays: number | null;
  @Nested(() => ProcessLossDto) loss: ProcessLossDto;
}

const standing = ({
  state,
  lateDays,
  lastEntryOn,
  idleDays,
  loss,
}: Omit<LineOutputStanding, 'stages'>): StandingDto => ({
  ...{ state, lateDays, lastEntryOn, idleDays, loss },
});

export class LineOutputDto extends StandingDto {
  @Id() orderLineId: string;
  @Id() orderId: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 255, example: 'ANABIA' }) customerName: string;
  @Text({ max: 600, example: 'MT-2291 · White' }) lineLabel: string;
  @Text({ nullable: true, max: 255, example: 'Square Textiles' }) millName: string | null;
  @DayField({ nullable: true, example: '2027-01-05' }) etd: string | null;
  @ListOf(() => StagePaceDto, { max: 6 }) stages: StagePaceDto[];

  static from(output: LineOutput): LineOutputDto {
    const { order, orderLine: line } = output;
    return {
      orderLineId: output.orderLineId,
      orderId: output.orderId,
      orderNumber: order.orderNumber,
      customerName: order.customerName,
      lineLabel: lineLabel(line, line.style.styleNumber),
      millName: line.millName ?? order.millName,
      etd: line.etd ?? order.etd,
      ...standing(output),
      stages: output.stages,
    };
  }
}

export class OutputCountsDto implements OutputCounts {
  @Whole({ min: 0, max: 2147483647, example: 4 }) late: number;
  @Whole({ min: 0, max: 2147483647, example: 17 }) at_pace: number;
  @Whole({ min: 0, max: 2147483647, example: 30 }) waiting: number;
  @Whole({ min: 0, max: 2147483647, example: 2 }) done: number;
  @Whole({ min: 0, max: 2147483647, description: 'Begun, and nothing entered since yesterday.', example: 3 })
  idle: number;
  @Whole({ min: 0, max: 2147483647, example: 2 }) lossOver: number;
}

export class DayTotalDto implements DayTotal {
  @DayField({ example: '2026-11-20' }) day: string;
  @QuantityField({ zero: true, example: '190' }) made: string;
  @QuantityField({ zero: true, description: 'With all days before.', example: '3980' }) total: string;
}

export class StageDaysDto extends StagePaceDto {
  @ListOf(() => DayTotalDto, { max: 10000, description: 'Days with output, the first first.' }) days: DayTotalDto[];
}

export class FabricNeedDto implements FabricNeed {
  @UnitField({ nullable: true }) unit: Unit | null;
  @QuantityField(quantity('Finished fabric.', '4737')) finished: string | null;
  @QuantityField(quantity('Half up to 0.01.', '5305.44')) greige: string | null;
  @QuantityField(quantity('The main yarn: the greige without what is mixed in.', '5093.22')) yarn: string | null;
  @QuantityField(quantity('The yarn that is mixed in.', '212.22')) mixedYarn: string | null;
  @Text({ max: 800, description: 'How it was reckoned, or what is missing for it.', example: 'Of 4,737 kg ordered.' })
  basis: string;
}

export class LineOutputDetailDto extends StandingDto {
  @Id() orderLineId: string;
  @Id() orderId: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 600, example: 'MT-2291 · White' }) lineLabel: string;
  @DayField({ nullable: true, example: '2027-01-05' }) etd: string | null;
  @Nested(() => FabricNeedDto) need: FabricNeedDto;
  @Text({ nullable: true, max: 100, description: 'What is mixed in.', example: 'Elastane' }) mixedFabricType:
    | string
    | null;
  @QuantityField(quantity('Yarn to book as somebody wrote it on the line, kg.', '5100')) yarnRequired: string | null;
  @ListOf(() => StageDaysDto, { max: 6 }) stages: StageDaysDto[];

  static of({ line, need, progress, standing: now }: LineInDetail): LineOutputDetailDto {
    const daysOf = new Map(progress.stages.map((each) => [each.stage, each.days]));
    return {
      orderLineId: line.id,
      orderId: line.orderId,
      orderNumber: line.order.orderNumber,
      lineLabel: lineLabel(line, line.style.styleNumber),
      etd: line.etd ?? line.order.etd,
      ...standing(now),
      need,
      mixedFabricType: line.mixedFabricType ?? line.order.mixedFabricType,
      yarnRequired: decimal(line.yarnRequired),
      stages: now.stages.map((stage) => ({ ...stage, days: daysOf.get(stage.stage) ?? [] })),
    };
  }
}
