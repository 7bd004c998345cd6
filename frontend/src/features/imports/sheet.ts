import type { ColumnMappingDto, DryRunCellDto, DryRunDto, DryRunRowDto } from '@/shared/api/generated';
import { formatDay } from '@/shared/lib/format';

/** `M11` → `M` */
export const columnOf = (address: string): string => address.replace(/\d+$/, '');

/** `M11` → 11 */
export const rowOf = (address: string): number => Number(address.replace(/^\D+/, ''));

/** The row's cells by column letter. */
export function cellsByColumn(row: DryRunRowDto): Map<string, DryRunCellDto> {
  return new Map(row.cells.map((cell) => [columnOf(cell.address), cell]));
}

/** An empty cell of a line, which a person may fill. */
export function emptyCell(row: DryRunRowDto, { column, field }: ColumnMappingDto): DryRunCellDto {
  const outcome = { type: 'ignored', reason: 'The cell is empty.' } as const;
  return { address: `${column}${row.row}`, shown: '', field, outcome, from: null, decided: false };
}

/** The cell of that address, empty or not; null where the sheet has no such place. */
export function cellAt({ rows, columns }: DryRunDto, address: string): DryRunCellDto | null {
  const row = rows.find((each) => each.row === rowOf(address));
  const column = columns.find((each) => each.column === columnOf(address));
  const cell = row?.cells.find((each) => each.address === address);
  return cell ?? (row && column ? emptyCell(row, column) : null);
}

/** Rows that are meant to become lines but lack something. */
export function rowsInTrouble({ rows }: DryRunDto): DryRunRowDto[] {
  return rows.filter(({ included, problems }) => included && problems.length > 0);
}

/** Cells of lines that cannot be taken as they are. */
export function refusedCells({ rows }: DryRunDto): DryRunCellDto[] {
  return rows.filter(({ included }) => included).flatMap(({ cells }) => cells.filter(isRefused));
}

const isRefused = ({ outcome }: DryRunCellDto): boolean => outcome.type === 'refused';

/** Below the headings: what could be a line. The headings themselves stand at the top of the table. */
export function bodyRows({ rows, headingRow }: DryRunDto): DryRunRowDto[] {
  return rows.filter(({ row }) => headingRow === null || row > headingRow);
}

/** A row by itself, or old rows that follow one another and are left out: they are told of together. */
export type SheetPart = { row: DryRunRowDto } | { old: DryRunRowDto[] };

export function partsOf(rows: readonly DryRunRowDto[]): SheetPart[] {
  const parts: SheetPart[] = [];
  for (const row of rows) {
    const last = parts.at(-1);
    if (row.class !== 'leftover' || row.included) parts.push({ row });
    else if (last && 'old' in last) last.old.push(row);
    else parts.push({ old: [row] });
  }
  return parts;
}

/** Above the headings: title, buyer, date. */
export function titleRows({ rows, headingRow }: DryRunDto): DryRunRowDto[] {
  return headingRow === null ? [] : rows.filter(({ row }) => row < headingRow);
}

/** A sentence of the server's, with its days written as everywhere else: `2025-12-01` → `01 Dec 2025`. */
export const withDays = (sentence: string): string => sentence.replace(/\b\d{4}-\d\d-\d\d\b/g, formatDay);

export const rowClasses: Record<DryRunRowDto['class'], string> = {
  title: 'Title',
  heading: 'Headings',
  line: 'Line',
  total: 'Total',
  leftover: 'Old row',
  other: 'Other',
};

/** What a line is called: its style and colour. */
export function nameOf(row: DryRunRowDto): string {
  const value = (field: string) => {
    const cell = row.cells.find((each) => each.field === field);
    return cell?.outcome.value ?? cell?.shown;
  };
  const name = [value('style'), value('colour')].filter(Boolean).join(' · ');
  return name || (row.cells.map(({ shown }) => shown).find(Boolean) ?? '');
}
