import { findDecisionErrors, InvalidWorkbookDecisions } from './decisions';
import type {
  ColumnMapping,
  DryRunCounts,
  DryRunRow,
  OrderProposal,
  WorkbookDecisions,
  WorkbookDryRun,
} from './dry-run.types';
import { findProblems, proposeOrders, type SheetFacts } from './proposal';
import { bestSheet, mapColumns, readHeaderFacts, recogniseSheets, type RecognisedSheet } from './recognise';
import { SheetReader } from './sheet-reader';
import { findWarnings } from './warnings';
import type { Workbook } from './workbook.cells';
import { fieldLabel, requiredFields, type WorkbookField } from './workbook.fields';

const LONGEST_BUYER = 255;

/**
 * What importing this workbook would do. The same workbook, day and decisions always give the same answer.
 * @param today in the house's zone; stands in for the sheet's date where it has none
 * @throws InvalidWorkbookDecisions when a decision names what the workbook does not have
 */
export function dryRun(workbook: Workbook, today: string, decisions: WorkbookDecisions = {}): WorkbookDryRun {
  refuse(findDecisionErrors(workbook, decisions));
  const sheets = recogniseSheets(workbook);
  const chosen = choose(sheets, decisions);
  const { grid } = chosen;
  const headingRow = decisions.mapping?.headingRow ?? chosen.summary.headingRow;
  const { columns, errors } = decideColumns(headingRow === null ? [] : mapColumns(grid, headingRow), decisions);
  refuse(errors);

  const facts = decideFacts(readHeaderFacts(grid, headingRow ?? Infinity), decisions);
  const asOf = earlier(facts.sheetDate?.value ?? today, today);
  const reader = new SheetReader(grid, headingRow, columns, facts, { asOf, today }, decisions);
  const rows = reader.read();
  refuse(reader.errors);
  findProblems(rows, facts);

  const orders = proposeOrders(rows, facts);
  const missingFields = requiredFields.filter((field) => !columns.some((column) => column.field === field));
  const run = {
    file: { name: workbook.fileName, type: workbook.fileType, size: workbook.size, sha256: workbook.sha256 },
    sheets: sheets.map(({ summary }) => summary),
    sheet: chosen.summary.name,
    headingRow,
    columns,
    missingFields,
    unmappedHeadings: columns
      .filter(({ field, heading }) => field === null && heading !== '')
      .map(({ heading }) => heading),
    ...facts,
    asOf,
    rows,
    orders,
    counts: count(rows, orders),
    blockers: findBlockers(headingRow, missingFields, orders),
  };
  return { ...run, warnings: findWarnings(run, { cutOff: grid.sheet.cutOff, wrongTotals: reader.wrongTotals }) };
}

/** A sheet may be dated ahead; what lies behind today at most can have happened. */
const earlier = (a: string, b: string): string => (a < b ? a : b);

function refuse(errors: Record<string, string[]>): void {
  if (Object.keys(errors).length > 0) throw new InvalidWorkbookDecisions(errors);
}

function choose(sheets: RecognisedSheet[], decisions: WorkbookDecisions): RecognisedSheet {
  const named = decisions.mapping?.sheet;
  const chosen = named === undefined ? bestSheet(sheets) : sheets.find(({ summary }) => summary.name === named);
  if (!chosen) throw new InvalidWorkbookDecisions({ 'mapping.sheet': ['The file has no such sheet.'] });
  return chosen;
}

/** The caller's columns win: a field that they place elsewhere leaves the column its heading gave it. */
function decideColumns(
  found: ColumnMapping[],
  decisions: WorkbookDecisions,
): { columns: ColumnMapping[]; errors: Record<string, string[]> } {
  const wanted = new Map(Object.entries(decisions.mapping?.columns ?? {}));
  const errors: Record<string, string[]> = {};
  for (const letters of wanted.keys()) {
    if (!found.some(({ column }) => column === letters)) {
      errors[`mapping.columns.${letters}`] = [`Column ${letters} is empty.`];
    }
  }
  const taken = new Set(wanted.values());
  const columns = found.map((column): ColumnMapping => {
    const field = wanted.get(column.column);
    if (field !== undefined) return { ...column, field, confidence: field === null ? 0 : 1, decidedBy: 'caller' };
    return column.field !== null && taken.has(column.field)
      ? { ...column, field: null, confidence: 0, decidedBy: null }
      : column;
  });
  return { columns, errors };
}

function decideFacts(found: SheetFacts, { company, buyer, sheetDate }: WorkbookDecisions): SheetFacts {
  const said = (value: string | undefined): { value: string; address: null } | null =>
    value === undefined || value.trim() === '' ? null : { value: value.trim(), address: null };
  return {
    company: said(company) ?? found.company,
    buyer: said(buyer) ?? found.buyer,
    sheetDate: said(sheetDate) ?? found.sheetDate,
  };
}

function findBlockers(headingRow: number | null, missing: WorkbookField[], orders: OrderProposal[]): string[] {
  if (headingRow === null) return ['No row of headings was found. Choose the sheet and the row that has them.'];
  const blockers = missing.map((field) => `No column is taken for ${fieldLabel(field).toLowerCase()}. Choose one.`);
  if (blockers.length === 0 && orders.length === 0) blockers.push('No row can become a line.');
  if (orders.some((order) => order.buyer === null)) blockers.push('The sheet names no buyer. Enter the buyer.');
  if (orders.some((order) => (order.buyer?.length ?? 0) > LONGEST_BUYER))
    blockers.push(`The buyer’s name is longer than ${LONGEST_BUYER} characters. Enter a shorter one.`);
  return blockers;
}

function count(rows: DryRunRow[], orders: OrderProposal[]): DryRunCounts {
  const included = rows.filter((row) => row.included);
  const cells: DryRunCounts['cells'] = { taken: 0, notApplicable: 0, rejected: 0, notes: 0, ignored: 0, refused: 0 };
  const counters = {
    not_applicable: 'notApplicable',
    rejected: 'rejected',
    note: 'notes',
    ignored: 'ignored',
    refused: 'refused',
  } as const;
  for (const { outcome } of included.flatMap((row) => row.cells)) {
    cells[outcome.type in counters ? counters[outcome.type as keyof typeof counters] : 'taken']++;
  }
  const styles = orders.flatMap((order) => order.styles);
  return {
    orders: orders.length,
    styles: styles.length,
    lines: styles.flatMap((style) => style.lines).length,
    leftovers: rows.filter((row) => row.class === 'leftover').length,
    problemRows: included.filter((row) => row.problems.length > 0).length,
    cells,
  };
}
