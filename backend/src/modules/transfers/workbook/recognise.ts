import { isPlausibleDate, readDateText } from './dates';
import type { ColumnMapping, HeaderFact, SheetSummary } from './dry-run.types';
import { Grid } from './grid';
import { matchHeading, type HeadingMatch } from './headings';
import { columnLetter, type Workbook, type WorkbookCell } from './workbook.cells';
import type { WorkbookField } from './workbook.fields';

/** Headings stand near the top; below that many filled rows nobody looks for them. */
const HEADING_DEPTH = 60;
const FEWEST_FIELDS = 3;

export interface RecognisedSheet {
  grid: Grid;
  summary: SheetSummary;
}

export interface HeaderFacts {
  company: HeaderFact | null;
  buyer: HeaderFact | null;
  sheetDate: HeaderFact | null;
}

/** Each sheet with the row that looks most like headings. */
export function recogniseSheets(workbook: Workbook): RecognisedSheet[] {
  return workbook.sheets.map((sheet) => {
    const grid = new Grid(sheet);
    const found = findHeadingRow(grid);
    const summary = { name: sheet.name, hidden: sheet.hidden, filledRows: grid.rows.length, ...found };
    return { grid, summary };
  });
}

/** The visible sheet that names the most fields; a hidden one, or one without headings, only where there is no other. */
export function bestSheet(sheets: RecognisedSheet[]): RecognisedSheet | null {
  const worth = ({ summary }: RecognisedSheet): number =>
    (summary.fields > 0 ? 1000 + summary.fields : Math.min(summary.filledRows, 1)) - (summary.hidden ? 500 : 0);
  return sheets.reduce<RecognisedSheet | null>(
    (best, sheet) => (best && worth(best) >= worth(sheet) ? best : sheet),
    null,
  );
}

/** The columns below a heading row; where two headings mean the same, the surer one (then the left one) has it. */
export function mapColumns(grid: Grid, headingRow: number): ColumnMapping[] {
  const columns = new Set<number>();
  for (const row of grid.rows) {
    if (row >= headingRow) grid.cells(row).forEach((cell) => columns.add(cell.column));
  }
  const headings = [...columns]
    .sort((a, b) => a - b)
    .map((column) => ({ column, ...headingAt(grid, headingRow, column) }));
  const owners = new Map<WorkbookField, { column: number; confidence: number }>();
  for (const { column, match } of headings) {
    const owner = match && owners.get(match.field);
    if (match && (!owner || match.confidence > owner.confidence)) {
      owners.set(match.field, { column, confidence: match.confidence });
    }
  }
  return headings.map(({ column, text, match }) => {
    const owned = match !== null && owners.get(match.field)?.column === column;
    return {
      column: columnLetter(column),
      heading: text,
      field: owned ? match.field : null,
      confidence: owned ? match.confidence : 0,
      decidedBy: owned ? 'heading' : null,
    };
  });
}

/** Company, buyer and date from the rows above the headings. */
export function readHeaderFacts(grid: Grid, headingRow: number): HeaderFacts {
  const facts: HeaderFacts = { company: null, buyer: null, sheetDate: null };
  const used = new Set<string>();
  for (const cell of cellsAbove(grid, headingRow)) {
    const label =
      /^(?:(buyer|customer|client)(?:\s*name)?|(date|dated|as on|as of|updated?(?: on)?))(?:\s*[:=-]|\s*$|\s+(?=\d))\s*(.*)$/is.exec(
        cell.shown,
      );
    if (!label) continue;
    used.add(cell.address);
    const value =
      (label[3] ?? '').trim() === '' ? nextCell(grid, cell) : { ...cell, kind: 'text' as const, shown: label[3] ?? '' };
    if (value === null) continue;
    used.add(value.address);
    if (label[1]) facts.buyer ??= { value: oneLine(value.shown), address: value.address };
    else facts.sheetDate ??= dateFact(value);
  }
  const company = cellsAbove(grid, headingRow).find((cell) => !used.has(cell.address) && isName(cell));
  facts.company = company ? { value: oneLine(company.shown), address: company.address } : null;
  return facts;
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function findHeadingRow(grid: Grid): { headingRow: number | null; fields: number } {
  let best: { row: number; score: number; fields: number } | null = null;
  for (const row of grid.rows.slice(0, HEADING_DEPTH)) {
    const found = new Map<WorkbookField, number>();
    const columns = new Set([...grid.cells(row - 1), ...grid.cells(row)].map((cell) => cell.column));
    for (const column of columns) {
      const { match } = headingAt(grid, row, column);
      if (match) found.set(match.field, Math.max(match.confidence, found.get(match.field) ?? 0));
    }
    if (found.size < FEWEST_FIELDS || !(found.has('style') || found.has('quantity'))) continue;
    const score = [...found.values()].reduce((sum, confidence) => sum + confidence, 0);
    if (score > (best?.score ?? 0)) best = { row, score, fields: found.size };
  }
  return { headingRow: best?.row ?? null, fields: best?.fields ?? 0 };
}

/** A heading may stand in two rows: KNITTING over START and COMPLETE. */
function headingAt(grid: Grid, row: number, column: number): { text: string; match: HeadingMatch | null } {
  const own = grid.filled(row, column);
  const text = own && typeof own.value === 'string' ? oneLine(own.shown) : '';
  const match = matchHeading(text);
  const above = grid.rangeAt(row - 1, column);
  const group = above && above.right > above.left && above.bottom < row ? grid.cell(above.top, above.left) : null;
  if (!group || text === '') return { text, match };
  const together = oneLine(`${group.shown} ${text}`);
  const better = matchHeading(together);
  return better && better.confidence > (match?.confidence ?? 0) ? { text: together, match: better } : { text, match };
}

function cellsAbove(grid: Grid, headingRow: number): WorkbookCell[] {
  return grid.rows.filter((row) => row < headingRow).flatMap((row) => grid.cells(row));
}

function nextCell(grid: Grid, label: WorkbookCell): WorkbookCell | null {
  return grid.cells(label.row).find((cell) => cell.column > label.column) ?? null;
}

function dateFact(cell: WorkbookCell): HeaderFact | null {
  if (cell.kind === 'date') {
    return typeof cell.value === 'string' && isPlausibleDate(cell.value)
      ? { value: cell.value, address: cell.address }
      : null;
  }
  const reading = readDateText(cell.shown, null);
  if (reading.kind === 'date') return { value: reading.date, address: cell.address };
  const within = reading.kind === 'words' ? reading.found[0] : undefined;
  return within === undefined ? null : { value: within, address: cell.address };
}

/** The company's name is the first words above the table that are no label and no title of the plan. */
function isName(cell: WorkbookCell): boolean {
  if (cell.kind !== 'text' || cell.shown.length > 255 || !/[a-z]{2}/i.test(cell.shown)) return false;
  return !/time (and|&) action|\bt ?& ?a\b|\btna\b|production plan|order status|[:=]\s*$|^(season|merchandiser|prepared|page)\b/i.test(
    cell.shown,
  );
}
