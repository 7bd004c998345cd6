import type { WorkbookFileType } from './workbook.cells';
import type { OwnStep } from './own-steps';
import type { LineUnit, MilestoneKey, WorkbookField } from './workbook.fields';

/**
 * What an import would do, cell by cell, before anything is written. All of it is plain JSON: the API sends it, the screen
 * shows it, and a corrected run is the same file with `WorkbookDecisions`.
 */
export interface WorkbookDryRun {
  file: { name: string; type: WorkbookFileType; size: number; sha256: string };
  /** Every sheet of the file, so that another can be chosen. */
  sheets: SheetSummary[];
  /** The sheet that was read. */
  sheet: string;
  /** Counted from 1; null when no row looks like headings, then no row is a line. */
  headingRow: number | null;
  /** Every column that has a heading or a cell below it, from the left. */
  columns: ColumnMapping[];
  /** Fields without which no line can be made and which no column holds. */
  missingFields: WorkbookField[];
  /** Headings that stand for no field; their columns are left out. */
  unmappedHeadings: string[];
  company: HeaderFact | null;
  buyer: HeaderFact | null;
  sheetDate: HeaderFact | null;
  /** Dates up to and including this day happened, later ones are planned: the sheet's date, else and at most today. */
  asOf: string;
  /** Every row that holds something, from the top. */
  rows: DryRunRow[];
  /** What would be created: the rows that are taken, grouped. One order, or one for each order number and buyer. */
  orders: OrderProposal[];
  counts: DryRunCounts;
  warnings: DryRunWarning[];
  /** Why nothing can be created yet, as sentences; empty when `orders` can be committed. */
  blockers: string[];
}

export interface SheetSummary {
  name: string;
  hidden: boolean;
  filledRows: number;
  /** Where the headings were found; null when there are none. */
  headingRow: number | null;
  /** How many of our fields the heading row names. */
  fields: number;
}

export interface ColumnMapping {
  /** `D` */
  column: string;
  /** As the sheet shows it; line breaks became blanks. */
  heading: string;
  field: WorkbookField | null;
  /** 0 to 1; 1 where the caller said so, 0 where there is no field. */
  confidence: number;
  decidedBy: 'heading' | 'caller' | null;
}

/** Something the rows above the headings tell. */
export interface HeaderFact {
  value: string;
  /** Null when the caller gave it. */
  address: string | null;
}

/**
 * - `title`, `heading`: above the lines, or headings that are repeated.
 * - `line`: a style in a colour that would be ordered.
 * - `total`: adds up lines.
 * - `leftover`: an old row that does not belong to this plan; `reason` tells by what.
 * - `other`: anything else, such as a remark below the table.
 */
export type RowClass = 'title' | 'heading' | 'line' | 'total' | 'leftover' | 'other';

export interface DryRunRow {
  /** Counted from 1, as the sheet shows it. */
  row: number;
  class: RowClass;
  /** Why it is not taken for a line, as a sentence; null for lines. */
  reason: string | null;
  hidden: boolean;
  /** Whether it is meant to become a line: lines are, other rows when the caller includes them. */
  included: boolean;
  /** What keeps an included row from becoming a line, as sentences; empty when it will. */
  problems: string[];
  cells: DryRunCell[];
}

export interface DryRunCell {
  address: string;
  shown: string;
  field: WorkbookField | null;
  outcome: CellOutcome;
  /** The cell that the value comes from, where this one is empty or merged into it. */
  from: string | null;
  /** True where a decision changed the outcome. */
  decided: boolean;
}

export type LineStatus = 'upcoming' | 'in_development' | 'running' | 'bulk' | 'completed' | 'archived';

/** What a cell becomes. */
export type CellOutcome =
  /** Style, colour, CAD, sewing line, remarks, order number, buyer. */
  | { type: 'text'; value: string }
  /** A decimal string in its unit: order quantity, yarn required (kg), PP yards. */
  | { type: 'quantity'; value: string; unit: LineUnit }
  | { type: 'unit'; value: LineUnit }
  | { type: 'status'; value: LineStatus }
  | { type: 'fabric'; text: string; composition: string | null; fabricType: string | null; gsm: string | null }
  /** A day, `2025-11-13`; `actual` up to and including `asOf`, then `planned`, unless the caller said otherwise. */
  | { type: 'milestone'; milestone: MilestoneKey; date: string; kind: 'actual' | 'planned' }
  /** N/A: the step is not part of this line; without a milestone the field stays empty. */
  | { type: 'not_applicable'; milestone: MilestoneKey | null }
  /** The lab dip was refused; `date` where the words name the day. */
  | { type: 'rejected'; milestone: MilestoneKey; note: string; date: string | null }
  /** Words in a date column, kept as the milestone's note; `suggestion` is a date found among them. */
  | { type: 'note'; milestone: MilestoneKey; note: string; suggestion: string | null }
  /** Told something about the whole sheet. */
  | { type: 'header'; fact: 'company' | 'buyer' | 'sheetDate'; value: string }
  /** Not taken, and nothing is wrong with that. */
  | { type: 'ignored'; reason: string }
  /** Not taken because it cannot be; `suggestion` is a value that would be. */
  | { type: 'refused'; reason: string; suggestion: string | null };

export interface OrderProposal {
  buyer: string | null;
  company: string | null;
  orderNumber: string | null;
  /** As its rows say; null where none does. */
  orderType: 'local' | 'foreign' | null;
  /** The sheet's date. */
  sheetDate: string | null;
  /** By unit, since pieces and kg do not add up. */
  totals: { quantity: string; unit: LineUnit }[];
  yarnRequiredKg: string | null;
  /** Earliest and latest ex-factory day of its lines. */
  exFactory: { from: string; to: string } | null;
  styles: StyleProposal[];
}

export interface StyleProposal {
  style: string;
  /** The whole FABRICS cell. */
  fabrics: string | null;
  composition: string | null;
  fabricType: string | null;
  gsm: string | null;
  lines: LineProposal[];
}

export interface LineProposal {
  /** The sheet's row it comes from. */
  row: number;
  colour: string | null;
  cad: string | null;
  /** Of its colour and CAD: 2 and more where the line was split. */
  part: number;
  quantity: string;
  unit: LineUnit;
  yarnRequiredKg: string | null;
  ppYards: string | null;
  status: LineStatus | null;
  sewingLine: string | null;
  remarks: string | null;
  /** The day it leaves, where a column of its own says so. */
  etd: string | null;
  milestones: MilestoneProposal[];
  /** Steps that only this house knows. */
  ownSteps: OwnStep[];
}

export interface MilestoneProposal {
  milestone: MilestoneKey;
  planned: string | null;
  /** What was planned at first, where it was moved since. */
  firstPlanned: string | null;
  actual: string | null;
  state: 'dated' | 'not_applicable' | 'rejected' | 'noted';
  note: string | null;
  /** Of a rejection whose words name the day. */
  rejectedOn: string | null;
  /** The cell it comes from. */
  address: string;
}

export interface DryRunCounts {
  orders: number;
  styles: number;
  /** Rows that become lines. */
  lines: number;
  leftovers: number;
  /** Rows that are meant to become lines but cannot yet. */
  problemRows: number;
  /** Cells of included rows, by what becomes of them. */
  cells: { taken: number; notApplicable: number; rejected: number; notes: number; ignored: number; refused: number };
}

export interface DryRunWarning {
  code:
    | 'total_differs'
    | 'hidden_row_looks_current'
    | 'same_field_twice'
    | 'ends_before_start'
    | 'fabric_unclear'
    | 'sheet_cut_off'
    | 'no_sheet_date'
    | 'other_sheets_have_lines';
  message: string;
  row: number | null;
  address: string | null;
}

/** What a person changed about a dry run. Everything is optional; an unknown name or address is refused. */
export interface WorkbookDecisions {
  mapping?: {
    sheet?: string;
    headingRow?: number;
    /** By column letter; null leaves the column out. Columns not named keep what their heading says. */
    columns?: Record<string, WorkbookField | null>;
  };
  buyer?: string;
  company?: string;
  /** `2025-11-10` */
  sheetDate?: string;
  /** By row number. */
  rows?: Record<string, 'include' | 'exclude'>;
  /** By address, `M11`. */
  cells?: Record<string, CellDecision>;
}

export type CellDecision =
  /** The date in the cell happened, or is a plan. */
  | { as: 'actual' | 'planned' }
  | { as: 'ignore' }
  /** The milestone is not part of this line. */
  | { as: 'not_applicable' }
  /** The lab dip was refused; the cell's text is the note. */
  | { as: 'rejected' }
  /** What the cell shows is kept as the milestone's note. */
  | { as: 'note' }
  /** Read as if this text stood in the cell, which may be empty. */
  | { as: 'value'; value: string; kind?: 'actual' | 'planned' };
