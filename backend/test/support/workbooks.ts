import type { DryRunCell, LineProposal, WorkbookDryRun } from '../../src/modules/transfers/workbook/dry-run.types';
import {
  addressOf,
  type CellRange,
  type Workbook,
  type WorkbookCell,
  type WorkbookSheet,
} from '../../src/modules/transfers/workbook/workbook.cells';

/** What a test writes into a cell: text, a number, a day, or a whole cell; '' and null leave it empty. */
export type Written = string | number | null | { day: string | null } | Partial<WorkbookCell>;

export function cellOf(written: Written, address = 'A1', row = 1, column = 0): WorkbookCell | null {
  if (written === null || written === '') return null;
  const place = { address, row, column, formula: null };
  if (typeof written === 'string') return { ...place, kind: 'text', value: written, shown: written.trim() };
  if (typeof written === 'number') return { ...place, kind: 'number', value: written, shown: String(written) };
  if ('day' in written) return { ...place, kind: 'date', value: written.day, shown: written.day ?? '29-Feb-00' };
  return { ...place, kind: 'text', value: null, shown: '', ...written };
}

export function sheetOf(rows: Written[][], more: Partial<WorkbookSheet> = {}): WorkbookSheet {
  const cells = rows.flatMap((row, index) =>
    row.flatMap((written, column) => cellOf(written, addressOf(index + 1, column), index + 1, column) ?? []),
  );
  return { name: 'Plan', hidden: false, cells, hiddenRows: [], hiddenColumns: [], merges: [], cutOff: false, ...more };
}

export function workbookOf(...sheets: WorkbookSheet[]): Workbook {
  return { fileName: 'plan.xlsx', fileType: 'xlsx', size: 1, sha256: '0'.repeat(64), sheets };
}

/** `A1:B2` by numbers: rows from 1, columns from 0. */
export function rangeOf(top: number, left: number, bottom: number, right: number): CellRange {
  return { top, left, bottom, right };
}

/** The lines of all orders, in the sheet's order. */
export function linesOf(run: WorkbookDryRun): LineProposal[] {
  return run.orders.flatMap((order) => order.styles.flatMap((style) => style.lines));
}

export function cellIn(run: WorkbookDryRun, address: string): DryRunCell | undefined {
  return run.rows.flatMap((row) => row.cells).find((cell) => cell.address === address);
}

/** `actual 2026-02-02`, `planned 2026-03-30`, `rejected: too red`, by milestone. */
export function milestonesOf(line: LineProposal | undefined): Record<string, string> {
  return Object.fromEntries(
    (line?.milestones ?? []).map(({ milestone, state, planned, actual, note }) => {
      if (state !== 'dated') return [milestone, note === null ? state : `${state}: ${note}`];
      return [milestone, planned === null ? `actual ${actual}` : `planned ${planned}`];
    }),
  );
}

/** A small plan below its titles; the headings stand in row 4. */
export const HEADINGS = ['Style', 'Colour', 'Qty', 'Knitting start', 'Knitting complete', 'Ex-factory'];
const TITLES = [['Acme'], ['Buyer: Lund & Co'], ['Date: 10/Nov/25']];
export const planOf = (rows: Written[][], more: Partial<WorkbookSheet> = {}): Workbook =>
  workbookOf(sheetOf([...TITLES, HEADINGS, ...rows], more));
export const tee = (colour: string, quantity: Written, ...dates: Written[]): Written[] => [
  'Tee',
  colour,
  quantity,
  ...dates,
];
