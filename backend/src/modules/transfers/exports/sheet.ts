import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import type { Day } from '../../../platform/values/day';
import type { Actor } from '../../auth/access/actor';
import type { Capability } from '../../auth/access/capabilities';
import type { StepKey } from '../../planning/milestone.vocabulary';

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

/**
 * What a sheet says of each of its rows. Nothing but arithmetic and words: a thread makes it anew from the kind of the sheet,
 * so that the rows, which are many, are read and written there.
 */
export interface SheetForm {
  headings: readonly Heading[];
  /** A row of the database, its fields in their order, as cells. */
  cellsOf: (record: readonly (string | null)[]) => Cell[];
  /** Below the rows, once all were read: their total. */
  closing?: () => LooseRow | null;
}

/** A step that only some sheets have a column for. */
export interface OtherStep {
  key: StepKey;
  label: string;
}

/** What is written into a file: known before the first row, but the rows themselves. */
export interface Sheet {
  name: string;
  /** Above the headings. */
  title: readonly LooseRow[];
  otherSteps: readonly OtherStep[];
  /** Columns that stay in sight when the sheet is scrolled sideways. */
  frozenColumns: number;
  /** How many rows there will be. */
  count: () => Promise<number>;
  /** Rows as `readRecords` reads them, many at once and each a text of its own: a long one stays until all memory is swept. */
  batches: () => AsyncIterable<readonly string[]>;
  /** The same as CSV, where Postgres writes it itself. */
  csv?: () => AsyncIterable<CsvRows>;
}

export interface CsvRows {
  rows: number;
  text: string;
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

/** The fields of a row and the SQL of each. */
export type Fields = Readonly<Record<string, string>>;

/** A row as Postgres wrote its fields. */
export type Written<F extends Fields> = { [Name in keyof F]: string | null };

export const selectOf = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, sql]) => `${sql} AS "${name}"`)
    .join(', ');

/** Rows by the names of their fields, which come in their order. */
function rowsOf<F extends Fields>(fields: F): (record: readonly (string | null)[]) => Written<F> {
  const names: readonly (keyof F)[] = Object.keys(fields);
  const empty = Object.fromEntries(names.map((name) => [name, null])) as Written<F>;
  return (record) => {
    const row = { ...empty }; // all of one shape
    names.forEach((name, index) => (row[name] = record[index] ?? null));
    return row;
  };
}

/** A sheet whose columns need no more than the fields. */
export function formOf<F extends Fields>(fields: F, columns: readonly Column<Written<F>>[]): SheetForm {
  const rowOf = rowsOf(fields);
  return {
    headings: columns,
    cellsOf: (record) => {
      const row = rowOf(record);
      return columns.map(({ of }) => of(row));
    },
  };
}
