import {
  DayField,
  Id,
  ListOf,
  Nested,
  OneOf,
  QuantityField,
  Text,
  UnitField,
  Whole,
} from '../../../platform/http/fields';
import { quantityText, type Unit } from '../../../platform/values/quantity';
import { lineLabel } from '../../orders/line/lines.dto';
import { PRODUCTION_STAGES, type ProductionStage } from '../../production/entries/entry.vocabulary';
import { ProductionEntryDto } from '../../production/entries/entries.dto';
import type { ProductionEntry } from '../../production/entries/entry.entity';
import { workbookLimits } from '../workbook/workbook.limits';
import {
  OUTPUT_NUMBER_STATES,
  type JudgedFile,
  type JudgedNumber,
  type OutputNumberState,
} from './output-files.service';

const MOST = workbookLimits.cells;
const STANDING = ['leave_out', 'enter'] as const;

export class EnterOutputFileDto {
  @OneOf(STANDING, {
    optional: true,
    example: 'leave_out',
    description: 'Of a day that has another number already: leave it out, unless told, or enter it as another lot.',
  })
  standing?: (typeof STANDING)[number];
  @Text({ optional: true, max: 1000, description: 'Why dyeing or cutting is entered although its gate is not passed.' })
  overrideReason?: string;
}

export class OutputFaultDto {
  @Text({ max: 20, description: 'Where it is wrong.', example: 'D7' }) cell: string;
  @Text({ max: 1000, example: '“knitt” is no stage.' }) sentence: string;
}

/** A number of the file, and what entering it would do. */
export class OutputNumberDto {
  @Whole({ min: 1, max: 1048576, example: 7 }) row: number;
  @Text({ max: 20, example: 'E7' }) cell: string;
  @OneOf(OUTPUT_NUMBER_STATES, {
    name: 'OutputNumberState',
    description:
      'ready: it is entered; known: it stands already just so; standing: its day has another number; faulty: a cell is wrong.',
  })
  state: OutputNumberState;
  @DayField({ nullable: true, example: '2026-11-20' }) day: string | null;
  @Text({ nullable: true, max: 4000, example: 'PO-1182' }) orderNumber: string | null;
  @Id({ nullable: true }) orderId: string | null;
  @Id({ nullable: true }) orderLineId: string | null;
  @Text({ nullable: true, max: 600, example: 'MT-2291 · White' }) lineLabel: string | null;
  @OneOf(PRODUCTION_STAGES, { name: 'ProductionStage', nullable: true }) stage: ProductionStage | null;
  @QuantityField({ nullable: true, example: '205' }) quantity: string | null;
  @UnitField({ nullable: true }) unit: Unit | null;
  @Text({ nullable: true, max: 4000, example: 'A' }) shift: string | null;
  @Text({ nullable: true, max: 4000, example: null }) notes: string | null;
  @QuantityField({ nullable: true, description: 'What stands where it would.', example: null }) standingQuantity:
    | string
    | null;
  @UnitField({ nullable: true, example: null }) standingUnit: Unit | null;
  @ListOf(() => OutputFaultDto, { max: 20 }) faults: OutputFaultDto[];

  static from({ orderLine, standing, ...number }: JudgedNumber): OutputNumberDto {
    const { row, cell, state, day, orderNumber, stage, quantity, unit, shift, notes, faults } = number;
    return {
      ...{ row, cell, state, day, orderNumber, stage, quantity, unit, shift, notes, faults },
      orderId: orderLine?.orderId ?? null,
      orderLineId: orderLine?.id ?? null,
      lineLabel: orderLine && lineLabel(orderLine, orderLine.style.styleNumber),
      standingQuantity: standing && quantityText(standing.quantity),
      standingUnit: standing?.unit ?? null,
    };
  }
}

export class OutputFileCountsDto {
  @Whole({ min: 0, max: MOST, example: 42 }) ready: number;
  @Whole({ min: 0, max: MOST, example: 0 }) known: number;
  @Whole({ min: 0, max: MOST, example: 1 }) standing: number;
  @Whole({ min: 0, max: MOST, example: 2 }) faulty: number;
}

export class OutputFileDto {
  @Text({ max: 255, example: 'output-november.xlsx' }) fileName: string;
  @Nested(() => OutputFileCountsDto) counts: OutputFileCountsDto;
  @ListOf(() => OutputNumberDto, { max: MOST }) numbers: OutputNumberDto[];

  static from({ fileName, numbers }: JudgedFile): OutputFileDto {
    const counts = { ready: 0, known: 0, standing: 0, faulty: 0 };
    for (const { state } of numbers) counts[state] += 1;
    return { fileName, counts, numbers: numbers.map((number) => OutputNumberDto.from(number)) };
  }
}

export class EnteredFileDto {
  @ListOf(() => ProductionEntryDto, { max: MOST }) entered: ProductionEntryDto[];
  @Whole({ min: 0, max: MOST, description: 'Numbers that stand already.', example: 0 }) leftOut: number;

  static from({ entered, leftOut }: { entered: readonly ProductionEntry[]; leftOut: number }): EnteredFileDto {
    return { entered: entered.map((entry) => ProductionEntryDto.from(entry)), leftOut };
  }
}
