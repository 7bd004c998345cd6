import { addYears } from './dates';
import type { CellOutcome, RowClass } from './dry-run.types';
import type { Grid } from './grid';
import { interpretCell } from './interpret';
import { matchHeading } from './headings';
import type { WorkbookCell } from './workbook.cells';
import { isMilestone, type WorkbookField } from './workbook.fields';

/** Which field each column holds, by column index. */
export type Columns = ReadonlyMap<number, WorkbookField>;

export interface RowVerdict {
  class: RowClass;
  reason: string | null;
  /** Of a total row: true where the quantity it states is not that of the lines above it. */
  differs: boolean;
}

/** A plan older than this many years is another season's. */
const SEASON_YEARS = 2;
const FEWEST_STRAY_NUMBERS = 3;
const TOTAL = /^\s*(grand|sub)?[\s-]*total\b/i;

/** Tells the lines from titles, totals, leftovers and remarks, from the top down. */
export class RowClassifier {
  /** Quantities of the lines since the last total, and of all. */
  private sum = 0;
  private overall = 0;
  private lastStyle: WorkbookCell | null = null;

  constructor(
    private readonly grid: Grid,
    private readonly headingRow: number | null,
    private readonly columns: Columns,
    private readonly asOf: string,
  ) {}

  /** The style that a row without one goes on with: sheets name it once for all its colours. */
  get inheritedStyle(): WorkbookCell | null {
    return this.lastStyle;
  }

  classify(row: number): RowVerdict {
    const verdict = this.judge(row);
    if (verdict.class === 'line') {
      const quantity = numberIn(this.at(row, 'quantity')) ?? 0;
      this.sum += quantity;
      this.overall += quantity;
      this.lastStyle = this.at(row, 'style') ?? this.lastStyle;
    } else if (verdict.class !== 'leftover') {
      this.sum = 0;
      this.lastStyle = null;
    }
    return verdict;
  }

  private judge(row: number): RowVerdict {
    if (this.headingRow === null) return other('No row of headings was found on this sheet.');
    if (row < this.headingRow) return { class: 'title', reason: 'Stands above the headings.', differs: false };
    if (row === this.headingRow) return { class: 'heading', reason: 'The headings.', differs: false };
    if (this.repeatsHeadings(row)) return { class: 'heading', reason: 'Repeats the headings.', differs: false };
    const outcomes = this.outcomes(row);
    if (this.isTotal(row, outcomes)) {
      const total = numberIn(this.at(row, 'quantity'));
      const differs = total !== null && total !== this.sum && total !== this.overall;
      return { class: 'total', reason: 'Adds up the lines above it.', differs };
    }
    const leftover = this.leftoverReasons(row, outcomes);
    if (leftover.length > 0) return { class: 'leftover', reason: leftover.join(' '), differs: false };
    return this.isLine(row)
      ? { class: 'line', reason: null, differs: false }
      : other('Names no style with a colour, fabric or quantity.');
  }

  private isLine(row: number): boolean {
    const details = (['quantity', 'colour', 'fabrics'] as const).filter((field) => this.at(row, field) !== null);
    return this.at(row, 'style') ? details.length > 0 : this.lastStyle !== null && details.length > 0;
  }

  private isTotal(row: number, outcomes: CellOutcome[]): boolean {
    if (outcomes.some((outcome) => outcome.type === 'milestone')) return false;
    const cells = this.grid.cells(row);
    if (cells.slice(0, 3).some((cell) => TOTAL.test(cell.shown))) return true;
    const quantity = this.at(row, 'quantity');
    if (quantity?.formula && /^SUM\(/i.test(quantity.formula)) return true;
    const nameless = !this.at(row, 'style') && !this.at(row, 'colour');
    return nameless && this.sum > 0 && numberIn(quantity) === this.sum;
  }

  private leftoverReasons(row: number, outcomes: CellOutcome[]): string[] {
    const reasons: string[] = [];
    if (this.grid.isHidden(row)) reasons.push('The row is hidden in the sheet.');
    const dates = outcomes.flatMap((outcome) => (outcome.type === 'milestone' ? [outcome.date] : []));
    const newest = dates.sort().at(-1);
    if (newest !== undefined && newest < addYears(this.asOf, -SEASON_YEARS)) {
      reasons.push(`Its dates end ${newest}, more than two years before the sheet’s.`);
    }
    const stray = this.milestoneCells(row).filter(({ cell }) => numberIn(cell) !== null).length;
    if (stray >= FEWEST_STRAY_NUMBERS && stray > dates.length) {
      reasons.push(`Quantities stand in ${stray} of its date columns.`);
    }
    return reasons;
  }

  private outcomes(row: number): CellOutcome[] {
    const reading = { asOf: this.asOf, unit: 'pieces' } as const;
    return this.milestoneCells(row).map(({ cell, field }) => interpretCell(cell, field, reading));
  }

  private milestoneCells(row: number): { cell: WorkbookCell; field: WorkbookField }[] {
    return this.grid.cells(row).flatMap((cell) => {
      const field = this.columns.get(cell.column);
      return field && isMilestone(field) ? [{ cell, field }] : [];
    });
  }

  private repeatsHeadings(row: number): boolean {
    const cells = this.grid.cells(row);
    const same = cells.filter((cell) => {
      const field = this.columns.get(cell.column);
      return field !== undefined && cell.kind === 'text' && matchHeading(cell.shown)?.field === field;
    });
    return same.length >= FEWEST_STRAY_NUMBERS && same.length * 2 > cells.length;
  }

  private at(row: number, field: WorkbookField): WorkbookCell | null {
    for (const [column, held] of this.columns) {
      if (held === field) return field === 'quantity' ? this.grid.cell(row, column) : this.grid.filled(row, column);
    }
    return null;
  }
}

function other(reason: string): RowVerdict {
  return { class: 'other', reason, differs: false };
}

function numberIn(cell: WorkbookCell | null): number | null {
  if (!cell) return null;
  if (cell.kind === 'number' && typeof cell.value === 'number') return cell.value;
  const plain = cell.shown.replace(/[, ]/g, '');
  return cell.kind === 'text' && /^\d{1,12}(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
