import {
  DayField,
  Flag,
  ListOf,
  Nested,
  OneOf,
  SomeOf,
  Text,
  Texts,
  UnitField,
  Whole,
} from '../../../platform/http/fields';
import { KNOWN_STEPS, type KnownStep } from '../../planning/milestone.vocabulary';
import type { CellOutcome, DryRunRow, WorkbookDryRun } from '../workbook/dry-run.types';
import { workbookFields, type LineUnit, type WorkbookField } from '../workbook/workbook.fields';
import { DAY_KINDS } from './decisions.dto';
import { pick } from './pick';
import { OrderProposalDto } from './proposal.dto';

const words = { min: 0, max: 40_000 } as const;
const fact = { nullable: true } as const;
const count = { min: 0, max: 200_000 } as const;
const at = { max: 10, example: 'M11' } as const;

export const OUTCOMES = [
  'text',
  'quantity',
  'unit',
  'status',
  'fabric',
  'milestone',
  'not_applicable',
  'rejected',
  'note',
  'header',
  'ignored',
  'refused',
] as const satisfies readonly CellOutcome['type'][];
const FACTS = ['company', 'buyer', 'sheetDate'] as const;
const ROW_CLASSES = ['title', 'heading', 'line', 'total', 'leftover', 'other'] as const;
const FILE_TYPES = ['xls', 'xlsx', 'csv'] as const;
const WARNINGS = [
  'total_differs',
  'hidden_row_looks_current',
  'same_field_twice',
  'ends_before_start',
  'fabric_unclear',
  'sheet_cut_off',
  'no_sheet_date',
  'other_sheets_have_lines',
] as const;

export class WorkbookFileDto {
  @Text({ max: 255, example: 'plan.xls' }) name: string;
  @OneOf(FILE_TYPES, { name: 'WorkbookFileType' }) type: (typeof FILE_TYPES)[number];
  @Whole({ min: 0, max: 2147483647, description: 'Bytes.', example: 30208 }) size: number;
  @Text({ max: 64, example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' }) sha256: string;
}

export class SheetSummaryDto {
  @Text({ ...words, example: 'Plan' }) name: string;
  @Flag({ example: false }) hidden: boolean;
  @Whole({ min: 0, max: 20_000, example: 13 }) filledRows: number;
  @Whole({ ...fact, min: 1, max: 20_000, example: 5 }) headingRow: number | null;
  @Whole({ min: 0, max: 300, description: 'How many fields its headings name.', example: 29 }) fields: number;
}

export class ColumnMappingDto {
  @Text({ max: 3, example: 'H' }) column: string;
  @Text({ ...words, example: 'LAB DIP APPROVED' }) heading: string;
  @OneOf(workbookFields, { ...fact, name: 'WorkbookField', example: 'labDipApproved' }) field: WorkbookField | null;
  @Whole({ min: 0, max: 100, description: 'Percent; 100 where you said so.', example: 100 }) confidence: number;
  @OneOf(['heading', 'caller'] as const, { ...fact, name: 'MappedBy' }) decidedBy: 'heading' | 'caller' | null;
}

export class HeaderFactDto {
  @Text({ ...words, example: 'ANABIA' }) value: string;
  @Text({ ...fact, ...at, example: 'A2' }) address: string | null;
}

/** What a cell becomes. `type` tells which of the other members there are. */
export class CellOutcomeDto {
  @OneOf(OUTCOMES, { name: 'CellOutcomeType', example: 'milestone' }) type: (typeof OUTCOMES)[number];
  @Text({ ...words, optional: true, description: 'text, quantity (decimal), unit, status, header.' }) value?: string;
  @UnitField({ optional: true, description: 'quantity' }) unit?: LineUnit;
  @OneOf(KNOWN_STEPS, { optional: true, nullable: true, name: 'Milestone' }) milestone?: KnownStep | null;
  @DayField({ optional: true, nullable: true, description: 'milestone, rejected' }) date?: string | null;
  @OneOf(DAY_KINDS, { optional: true, name: 'DayKind', description: 'milestone' }) kind?: (typeof DAY_KINDS)[number];
  @Text({ ...words, optional: true, description: 'rejected, note' }) note?: string;
  @Text({ ...words, optional: true, nullable: true, description: 'A value that would be taken.' })
  suggestion?: string | null;
  @Text({ ...words, optional: true, description: 'fabric: the whole cell.' }) text?: string;
  @Text({ ...words, optional: true, nullable: true, description: 'fabric' }) composition?: string | null;
  @Text({ ...words, optional: true, nullable: true, description: 'fabric' }) fabricType?: string | null;
  @Text({ ...words, optional: true, nullable: true, description: 'fabric: g/m²' }) gsm?: string | null;
  @OneOf(FACTS, { optional: true, name: 'SheetFact', description: 'header' }) fact?: (typeof FACTS)[number];
  @Text({ ...words, optional: true, description: 'ignored, refused: why.' }) reason?: string;

  static from(outcome: CellOutcome): CellOutcomeDto {
    const whole: CellOutcomeDto = outcome;
    const named = pick(
      whole,
      ...(['type', 'value', 'unit', 'milestone', 'date', 'kind', 'note'] as const),
      ...(['suggestion', 'text', 'composition', 'fabricType', 'gsm', 'fact', 'reason'] as const),
    );
    return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined)) as typeof named;
  }
}

export class DryRunCellDto {
  @Text(at) address: string;
  @Text({ ...words, example: '22/Nov/25' }) shown: string;
  @OneOf(workbookFields, { ...fact, name: 'WorkbookField', example: 'knittingStart' }) field: WorkbookField | null;
  @Nested(() => CellOutcomeDto, {
    example: { type: 'milestone', milestone: 'knittingStart', date: '2025-11-22', kind: 'planned' },
  })
  outcome: CellOutcomeDto;
  @Text({
    ...fact,
    ...at,
    description: 'The cell it takes its value from, where it is empty or merged.',
    example: null,
  })
  from: string | null;
  @Flag({ description: 'A decision changed it.', example: false }) decided: boolean;
}

export class DryRunRowDto {
  @Whole({ min: 1, max: 2_000_000, example: 11 }) row: number;
  @OneOf(ROW_CLASSES, { name: 'RowClass', example: 'line' }) class: (typeof ROW_CLASSES)[number];
  @Text({ ...words, ...fact, description: 'Why it is no line.', example: null }) reason: string | null;
  @Flag({ example: false }) hidden: boolean;
  @Flag({ description: 'Meant to become a line.' }) included: boolean;
  @Texts({ description: 'What keeps it from becoming one.', example: [] }) problems: string[];
  @ListOf(() => DryRunCellDto, { max: 300 }) cells: DryRunCellDto[];

  static from(row: DryRunRow): DryRunRowDto {
    return {
      ...pick(row, 'row', 'class', 'reason', 'hidden', 'included', 'problems'),
      cells: row.cells.map((cell) => ({
        ...pick(cell, 'address', 'shown', 'field', 'from', 'decided'),
        outcome: CellOutcomeDto.from(cell.outcome),
      })),
    };
  }
}

export class CellCountsDto {
  @Whole({ ...count, example: 48 }) taken: number;
  @Whole({ ...count, example: 4 }) notApplicable: number;
  @Whole({ ...count, example: 1 }) rejected: number;
  @Whole({ ...count, example: 0 }) notes: number;
  @Whole({ ...count, example: 0 }) ignored: number;
  @Whole({ ...count, example: 0 }) refused: number;
}

export class DryRunCountsDto {
  @Whole({ ...count, example: 1 }) orders: number;
  @Whole({ ...count, example: 1 }) styles: number;
  @Whole({ ...count, description: 'Rows that become lines.', example: 2 }) lines: number;
  @Whole({ ...count, example: 5 }) leftovers: number;
  @Whole({ ...count, description: 'Rows that are meant to become lines but cannot yet.', example: 0 })
  problemRows: number;
  @Nested(() => CellCountsDto) cells: CellCountsDto;
}

export class DryRunWarningDto {
  @OneOf(WARNINGS, { name: 'DryRunWarningCode' }) code: (typeof WARNINGS)[number];
  @Text({ ...words, example: 'The total in row 13 is not what the lines above it add up to.' }) message: string;
  @Whole({ ...fact, min: 1, max: 2_000_000, example: 13 }) row: number | null;
  @Text({ ...fact, ...at, example: null }) address: string | null;
}

/** What an import would do, cell by cell, before anything is written. */
export class DryRunDto {
  @Nested(() => WorkbookFileDto) file: WorkbookFileDto;
  @ListOf(() => SheetSummaryDto, { max: 100 }) sheets: SheetSummaryDto[];
  @Text({ ...words, description: 'The sheet that was read.', example: 'Plan' }) sheet: string;
  @Whole({ ...fact, min: 1, max: 20_000, description: 'Null: no row looks like headings.', example: 5 })
  headingRow: number | null;
  @ListOf(() => ColumnMappingDto, { max: 300 }) columns: ColumnMappingDto[];
  @SomeOf(workbookFields, { name: 'WorkbookField', description: 'Needed, but in no column.', example: [] })
  missingFields: WorkbookField[];
  @Texts({ description: 'Their columns are left out.', example: [] }) unmappedHeadings: string[];
  @Nested(() => HeaderFactDto, fact) company: HeaderFactDto | null;
  @Nested(() => HeaderFactDto, fact) buyer: HeaderFactDto | null;
  @Nested(() => HeaderFactDto, { ...fact, example: { value: '2025-11-10', address: 'B3' } })
  sheetDate: HeaderFactDto | null;
  @DayField({ description: 'Up to this day dates have happened, later ones are planned.', example: '2025-11-10' })
  asOf: string;
  @ListOf(() => DryRunRowDto, { max: 2000 }) rows: DryRunRowDto[];
  @ListOf(() => OrderProposalDto, { max: 2000, description: 'What would be created.' }) orders: OrderProposalDto[];
  @Nested(() => DryRunCountsDto) counts: DryRunCountsDto;
  @ListOf(() => DryRunWarningDto, { max: 10_000, example: [] }) warnings: DryRunWarningDto[];
  @Texts({ description: 'Why nothing can be created yet.', example: [] }) blockers: string[];

  static from(run: WorkbookDryRun): DryRunDto {
    const told = (header: WorkbookDryRun['buyer']) => header && pick(header, 'value', 'address');
    return {
      ...pick(run, 'sheet', 'headingRow', 'missingFields', 'unmappedHeadings', 'asOf', 'blockers'),
      file: pick(run.file, 'name', 'type', 'size', 'sha256'),
      sheets: run.sheets.map((sheet) => pick(sheet, 'name', 'hidden', 'filledRows', 'headingRow', 'fields')),
      columns: run.columns.map((column) => ({
        ...pick(column, 'column', 'heading', 'field', 'decidedBy'),
        confidence: Math.round(column.confidence * 100),
      })),
      company: told(run.company),
      buyer: told(run.buyer),
      sheetDate: told(run.sheetDate),
      rows: run.rows.map((row) => DryRunRowDto.from(row)),
      orders: run.orders.map((order) => OrderProposalDto.from(order)),
      counts: {
        ...pick(run.counts, 'orders', 'styles', 'lines', 'leftovers', 'problemRows'),
        cells: pick(run.counts.cells, 'taken', 'notApplicable', 'rejected', 'notes', 'ignored', 'refused'),
      },
      warnings: run.warnings.map((warning) => pick(warning, 'code', 'message', 'row', 'address')),
    };
  }
}
