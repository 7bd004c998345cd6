import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import type { Day } from '../../../platform/values/day';
import type { Actor } from '../../auth/access/actor';
import type { Capability } from '../../auth/access/capabilities';

/** How what stands in a column is written. `step`: a day where it is one, else words. */
export const CELL_KINDS = ['text', 'number', 'day', 'step'] as const;
export type CellKind = (typeof CELL_KINDS)[number];

/** A day that is planned and has not happened. */
export interface PlannedDay {
  planned: Day;
}

/** Text, a decimal, or a day `2026-11-13`, as the column's kind says. */
export type Cell = string | PlannedDay | null;

export interface Heading {
  text: string;
  kind: CellKind;
  /** In letters. */
  width: number;
}

/** One column of a sheet, and what a row says in it. */
export interface Column<Row> extends Heading {
  of: (row: Row) => Cell;
}

/** A row above the headings, or below all others: each cell with its own kind. */
export type LooseRow = readonly { value: Cell; kind: CellKind }[];

/** What is written into a file: known before the first row, but the rows themselves. */
export interface Sheet {
  name: string;
  /** Above the headings. */
  title: readonly LooseRow[];
  headings: readonly Heading[];
  /** Columns that stay in sight when the sheet is scrolled sideways. */
  frozenColumns: number;
  /** How many rows there will be. */
  count: () => Promise<number>;
  batches: () => AsyncIterable<Cell[][]>;
  /** Below the rows, once all were read: their total. */
  closing?: () => LooseRow | null;
}

/** Rows of the house as a sheet, read in one snapshot. */
export interface SheetSource {
  /** What can be asked of it: the filters, the search and the order of its list. */
  list: ListDefinition;
  capability: Capability;
  open: (asked: ListQuery, actor: Actor) => Promise<Sheet>;
}

export const text = <Row>(heading: string, width: number, of: (row: Row) => string | null): Column<Row> => ({
  text: heading,
  kind: 'text',
  width,
  of,
});
export const number = <Row>(heading: string, width: number, of: (row: Row) => string | null): Column<Row> => ({
  text: heading,
  kind: 'number',
  width,
  of,
});
export const day = <Row>(heading: string, of: (row: Row) => Day | null): Column<Row> => ({
  text: heading,
  kind: 'day',
  width: 12,
  of,
});

/** The rows of each batch as cells. */
export async function* cellsOf<Row>(
  columns: readonly Column<Row>[],
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<Cell[][]> {
  for await (const rows of batches) yield rows.map((row) => columns.map((column) => column.of(row)));
}
