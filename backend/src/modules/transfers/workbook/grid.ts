import type { CellRange, WorkbookCell, WorkbookSheet } from './workbook.cells';

/** A sheet by row and column, with merged cells seen as one. */
export class Grid {
  /** Row numbers that hold something, from the top. */
  readonly rows: number[];
  private readonly byRow = new Map<number, Map<number, WorkbookCell>>();
  private readonly mergesByRow = new Map<number, CellRange[]>();
  private readonly hidden: Set<number>;

  constructor(readonly sheet: WorkbookSheet) {
    for (const cell of sheet.cells) {
      const row = this.byRow.get(cell.row);
      if (row) row.set(cell.column, cell);
      else this.byRow.set(cell.row, new Map([[cell.column, cell]]));
    }
    this.rows = [...this.byRow.keys()].sort((a, b) => a - b);
    this.hidden = new Set(sheet.hiddenRows);
    for (const range of sheet.merges) {
      for (const row of this.rows) {
        if (row < range.top || row > range.bottom) continue;
        const ranges = this.mergesByRow.get(row);
        if (ranges) ranges.push(range);
        else this.mergesByRow.set(row, [range]);
      }
    }
  }

  cell(row: number, column: number): WorkbookCell | null {
    return this.byRow.get(row)?.get(column) ?? null;
  }

  cells(row: number): WorkbookCell[] {
    return [...(this.byRow.get(row)?.values() ?? [])].sort((a, b) => a.column - b.column);
  }

  isHidden(row: number): boolean {
    return this.hidden.has(row);
  }

  /** The merged range that covers a place, if any. */
  rangeAt(row: number, column: number): CellRange | null {
    return this.mergesByRow.get(row)?.find((range) => column >= range.left && column <= range.right) ?? null;
  }

  /** The cell itself, or the one above whose merged range runs down over it: one value for several rows. */
  filled(row: number, column: number): WorkbookCell | null {
    const own = this.cell(row, column);
    if (own) return own;
    const range = this.rangeAt(row, column);
    return range && range.left === column && range.top < row ? this.cell(range.top, column) : null;
  }
}
