import { OmitType, PartialType } from '@nestjs/swagger';
import {
  DayField,
  Flag,
  Id,
  Instant,
  ListOf,
  Nested,
  OneOf,
  DecimalField,
  QuantityField,
  Text,
  UnitField,
  Whole,
} from '../../platform/http/fields';
import { QuantityDto } from '../../platform/http/value.dto';
import { OverrideDto } from '../orders/gates/gate.dto';
import { quantityText, UNITS, type Unit } from '../../platform/values/quantity';
import type { ProductionMetric } from './metric.entity';
import { PRODUCTION_STAGES, type ProductionStage } from './entries/entry.vocabulary';
import { OUTPUT_BASES, type MeasuredOutput, type OutputBase } from './output';
import type { OrderOutput } from './metrics.service';

const output = (description: string, example: string) =>
  ({ optional: true, zero: true, description, example }) as const;

export class CreateProductionMetricDto {
  @Id() orderId: string;
  @DayField({ optional: true, description: 'The day of the output; today unless told.', example: '2026-11-20' })
  date?: string;
  @UnitField({ optional: true, description: 'Of all three quantities; kg unless told.' }) unit?: Unit;
  @QuantityField(output('Greige knitted on this day.', '400')) knittedQuantity?: string;
  @QuantityField(output('Fabric dyed on this day.', '320.5')) dyedQuantity?: string;
  @QuantityField(output('Fabric finished on this day.', '280')) finishedQuantity?: string;
  @Text({ optional: true, nullable: true, max: 2000, example: 'Machine 4 stood still until noon.' })
  notes?: string | null;
  @Nested(() => OverrideDto, { optional: true, description: 'To enter dyeing before any lab dip is approved.' })
  override?: OverrideDto;
}

export class UpdateProductionMetricDto extends PartialType(OmitType(CreateProductionMetricDto, ['orderId']), {
  skipNullProperties: false,
}) {}

/** Output of a day in a unit that does not convert into the day's. */
export class LeftOutDto {
  @OneOf(PRODUCTION_STAGES, { name: 'ProductionStage', example: 'finishing' }) stage: ProductionStage;
  @QuantityField({ example: '1200' }) quantity: string;
  @UnitField({ example: 'yards' }) unit: Unit;
}

export class ProductionMetricDto {
  @Id() id: string;
  @Id() orderId: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 255, example: 'ANABIA' }) customerName: string;
  @DayField({ example: '2026-11-20' }) date: string;
  @OneOf(UNITS, { name: 'Unit', example: 'kg' }) unit: Unit;
  @QuantityField({ zero: true, example: '400' }) knittedQuantity: string;
  @QuantityField({ zero: true, example: '320.5' }) dyedQuantity: string;
  @QuantityField({ zero: true, example: '280' }) finishedQuantity: string;
  @Text({ max: 2000, nullable: true, example: 'Machine 4 stood still until noon.' }) notes: string | null;
  @Flag({ description: 'The sum of the entries of that day, which are what is corrected; else typed by hand.' })
  computed: boolean;
  @ListOf(() => LeftOutDto, { max: 20, description: 'Entered in units that do not convert into `unit`.', example: [] })
  leftOut: LeftOutDto[];
  @Instant() createdAt: string;
  @Instant() updatedAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from(metric: ProductionMetric): ProductionMetricDto {
    return {
      id: metric.id,
      orderId: metric.orderId,
      orderNumber: metric.order.orderNumber,
      customerName: metric.order.customerName,
      date: metric.date,
      unit: metric.unit,
      knittedQuantity: quantityText(metric.knittedQuantity),
      dyedQuantity: quantityText(metric.dyedQuantity),
      finishedQuantity: quantityText(metric.finishedQuantity),
      notes: metric.notes,
      computed: metric.computed,
      leftOut: metric.leftOut,
      createdAt: metric.createdAt.toISOString(),
      updatedAt: metric.updatedAt.toISOString(),
      rowVersion: metric.rowVersion,
    };
  }
}

export class ProductionSummaryQueryDto {
  @Id() orderId: string;
}

export class StageProgressDto implements MeasuredOutput {
  @ListOf(() => QuantityDto, {
    max: 7,
    description: 'Output so far, one each unit that was entered.',
    example: [{ quantity: '400', unit: 'kg' }],
  })
  totals: MeasuredOutput['totals'];
  @QuantityField({ nullable: true, description: 'What the stage is measured against.', example: '5305.44' })
  targetQuantity: string | null;
  @UnitField({ nullable: true }) targetUnit: Unit | null;
  @OneOf(OUTPUT_BASES, {
    name: 'OutputBase',
    nullable: true,
    description:
      'Which figure the target is: greige (finished fabric with its process loss), finished fabric, or ordered.',
  })
  base: OutputBase | null;
  @DecimalField({
    nullable: true,
    min: '0',
    max: '999999999999999',
    scale: 1,
    description: 'Of the target, one decimal, half up; may pass 100. Null where nothing can be compared: see `basis`.',
    example: '7.5',
  })
  percent: string | null;
  @Text({
    max: 500,
    description: 'What the percentage is of, or why there is none.',
    example: 'Of 5,305.44 kg greige: 4,737 kg finished fabric and 12 % process loss on output.',
  })
  basis: string;
}

export class ProductionSummaryDto {
  @Id() orderId: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Whole({ min: 0, max: 2147483647, description: 'Days with output entered.', example: 1 }) days: number;
  @DayField({ nullable: true, example: '2026-11-20' }) firstDate: string | null;
  @DayField({ nullable: true, example: '2026-11-20' }) lastDate: string | null;
  @Nested(() => StageProgressDto) knitted: StageProgressDto;
  @Nested(() => StageProgressDto) dyed: StageProgressDto;
  @Nested(() => StageProgressDto) finished: StageProgressDto;

  static from({ order, period, progress }: OrderOutput): ProductionSummaryDto {
    return { orderId: order.id, orderNumber: order.orderNumber, ...period, ...progress };
  }
}
