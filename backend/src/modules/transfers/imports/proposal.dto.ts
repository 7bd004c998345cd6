import { DayField, ListOf, Nested, OneOf, QuantityField, Text, UnitField, Whole } from '../../../platform/http/fields';
import { QuantityDto } from '../../../platform/http/value.dto';
import { ORDER_STATUSES, ORDER_TYPES, type OrderStatus, type OrderType } from '../../orders/vocabulary';
import { KNOWN_STEPS, MAX_STEP_LABEL, type KnownStep } from '../../planning/milestone.vocabulary';
import type { LineProposal, OrderProposal } from '../workbook/dry-run.types';
import type { LineUnit } from '../workbook/workbook.fields';
import { pick } from './pick';

const words = { min: 0, max: 40_000, nullable: true } as const;
const STEP_STATES = ['dated', 'not_applicable', 'rejected', 'noted'] as const;

export class MilestoneProposalDto {
  @OneOf(KNOWN_STEPS, { name: 'Milestone', example: 'knittingStart' }) milestone: KnownStep;
  @DayField({ nullable: true, example: '2025-11-22' }) planned: string | null;
  @DayField({ nullable: true, description: 'What was planned at first, where it was moved since.', example: null })
  firstPlanned: string | null;
  @DayField({ nullable: true, example: null }) actual: string | null;
  @OneOf(STEP_STATES, { name: 'MilestoneProposalState' }) state: (typeof STEP_STATES)[number];
  @Text({ ...words, example: null }) note: string | null;
  @DayField({ nullable: true, description: 'Of a rejection whose words name the day.', example: null })
  rejectedOn: string | null;
  @Text({ max: 10, example: 'M11' }) address: string;
}

/** A step that only this house knows. */
export class OwnStepProposalDto {
  @Text({ max: MAX_STEP_LABEL, example: 'Wash test' }) label: string;
  @DayField({ nullable: true, example: '2025-12-06' }) planned: string | null;
  @DayField({ nullable: true, example: '2025-12-01' }) firstPlanned: string | null;
  @DayField({ nullable: true, example: null }) actual: string | null;
  @OneOf(['rejected', 'not_applicable'], { name: 'OwnStepState', nullable: true, example: null })
  state: 'rejected' | 'not_applicable' | null;
  @Text({ ...words, example: null }) note: string | null;
}

export class LineProposalDto {
  @Whole({ min: 1, max: 2_000_000, description: 'The sheet’s row it comes from.', example: 11 }) row: number;
  @Text({ ...words, example: 'WHITE' }) colour: string | null;
  @Text({ ...words, example: null }) cad: string | null;
  @Whole({
    min: 1,
    max: 9999,
    description: 'Which part of its colour and CAD: 2 and more where it was split.',
    example: 1,
  })
  part: number;
  @QuantityField({ example: '44640' }) quantity: string;
  @UnitField({ example: 'pieces' }) unit: LineUnit;
  @QuantityField({ nullable: true, example: '9550' }) yarnRequiredKg: string | null;
  @QuantityField({ nullable: true, example: null }) ppYards: string | null;
  @OneOf(ORDER_STATUSES, { nullable: true, name: 'OrderStatus', example: 'running' }) status: OrderStatus | null;
  @Text({ ...words, example: 'A' }) sewingLine: string | null;
  @Text({ ...words, example: null }) remarks: string | null;
  @DayField({ nullable: true, description: 'Where a column of its own says it.', example: null }) etd: string | null;
  @ListOf(() => MilestoneProposalDto, { max: 30 }) milestones: MilestoneProposalDto[];
  @ListOf(() => OwnStepProposalDto, { max: 200 }) ownSteps: OwnStepProposalDto[];

  static from(line: LineProposal): LineProposalDto {
    return {
      ...pick(line, 'row', 'colour', 'cad', 'quantity', 'unit', 'yarnRequiredKg', 'ppYards', 'status'),
      ...pick(line, 'sewingLine', 'remarks', 'etd'),
      part: line.part ?? 1, // nothing is said of it by imports that were read before lines could be split
      milestones: line.milestones.map((step) => ({
        ...pick(step, 'milestone', 'planned', 'actual', 'state', 'note', 'rejectedOn', 'address'),
        firstPlanned: step.firstPlanned ?? null, // as of parts
      })),
      ownSteps: (line.ownSteps ?? []).map((step) =>
        pick(step, 'label', 'planned', 'firstPlanned', 'actual', 'state', 'note'),
      ),
    };
  }
}

export class StyleProposalDto {
  @Text({ max: 150, example: 'Mens Tubular' }) style: string;
  @Text({ ...words, example: '100% Cotton S/J 160 GSM' }) fabrics: string | null;
  @Text({ ...words, example: '100% Cotton' }) composition: string | null;
  @Text({ ...words, example: 'S/J' }) fabricType: string | null;
  @Text({ ...words, example: '160' }) gsm: string | null;
  @ListOf(() => LineProposalDto, { max: 2000 }) lines: LineProposalDto[];
}

export class DayRangeDto {
  @DayField({ example: '2026-01-05' }) from: string;
  @DayField({ example: '2026-01-05' }) to: string;
}

/** One order for each order number and buyer. */
export class OrderProposalDto {
  @Text({ ...words, example: 'ANABIA' }) buyer: string | null;
  @Text({ ...words, example: 'Harbour Line Sourcing Ltd' }) company: string | null;
  @Text({ ...words, example: null }) orderNumber: string | null;
  @OneOf(ORDER_TYPES, { nullable: true, name: 'OrderType', description: 'As the sheet says it.' })
  orderType: OrderType | null;
  @DayField({ nullable: true, example: '2025-11-10' }) sheetDate: string | null;
  @ListOf(() => QuantityDto, { max: 7 }) totals: QuantityDto[];
  @QuantityField({ nullable: true, example: '13750' }) yarnRequiredKg: string | null;
  @Nested(() => DayRangeDto, { nullable: true, description: 'First and last ex-factory day.' })
  exFactory: DayRangeDto | null;
  @ListOf(() => StyleProposalDto, { max: 2000 }) styles: StyleProposalDto[];

  static from(order: OrderProposal): OrderProposalDto {
    return {
      ...pick(order, 'buyer', 'company', 'orderNumber', 'orderType', 'sheetDate', 'yarnRequiredKg'),
      totals: order.totals.map((total) => pick(total, 'quantity', 'unit')),
      exFactory: order.exFactory && pick(order.exFactory, 'from', 'to'),
      styles: order.styles.map((style) => ({
        ...pick(style, 'style', 'fabrics', 'composition', 'fabricType', 'gsm'),
        lines: style.lines.map((line) => LineProposalDto.from(line)),
      })),
    };
  }
}
