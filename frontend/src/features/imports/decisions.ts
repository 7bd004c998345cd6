import type {
  CellDecisionDto,
  CellOutcomeDto,
  ColumnMappingDto,
  DryRunCellDto,
  DryRunDto,
  DryRunRowDto,
  WorkbookDecisionsDto,
  WorkbookField,
} from '@/shared/api/generated';
import { columnOf, rowOf } from './sheet';
import { isMilestone } from './fields';

/** One thing a person may make of a cell. */
export interface CellChoice {
  as: Exclude<CellDecisionDto['as'], 'value'>;
  label: string;
  hint: string;
}

const choices: Record<CellChoice['as'], Omit<CellChoice, 'as'>> = {
  actual: { label: 'It happened', hint: 'An actual date' },
  planned: { label: 'It is planned', hint: 'A date of the plan' },
  not_applicable: { label: 'Not applicable', hint: 'The step is not part of this line' },
  rejected: { label: 'Rejected', hint: 'The lab dip was refused; the words are kept' },
  note: { label: 'Keep as a note', hint: 'The words stay with the step' },
  ignore: { label: 'Leave it out', hint: 'Nothing is taken from this cell' },
};

/** What this cell can be made into, besides what the sheet says and a value that is typed. */
export function choicesFor({ field, outcome, shown, from, decided }: DryRunCellDto): CellChoice[] {
  if (field === null) return [];
  const choose = (...names: CellChoice['as'][]) => names.map((as) => ({ as, ...choices[as] }));
  if (!isMilestone(field)) return shown || from ? choose('ignore') : [];
  const mayHoldDate = outcome.type === 'milestone' || (decided && /\d/.test(shown));
  const isLabDip = field === 'labDipSubmitted' || field === 'labDipApproved';
  return [
    ...(mayHoldDate ? choose('actual', 'planned') : []),
    ...choose('not_applicable'),
    ...(isLabDip && shown ? choose('rejected') : []),
    ...(shown ? choose('note') : []),
    ...(shown || from ? choose('ignore') : []),
  ];
}

/** Whether this is what the cell becomes now. */
export function isInForce({ outcome, decided }: DryRunCellDto, as: CellChoice['as']): boolean {
  if (outcome.type === 'milestone') return outcome.kind === as;
  if (outcome.type === 'ignored') return decided && as === 'ignore';
  return outcome.type === as;
}

/** A day that was typed stays when it is said to have happened, or to be planned; everything else begins with the cell. */
export function chosen(as: CellChoice['as'], before: CellDecisionDto | undefined): CellDecisionDto {
  const isKind = as === 'actual' || as === 'planned';
  return isKind && before?.as === 'value' ? { ...before, kind: as } : { as };
}

/** @param decision undefined: as the sheet has it */
export function decideCell(
  decisions: WorkbookDecisionsDto,
  address: string,
  decision: CellDecisionDto | undefined,
): WorkbookDecisionsDto {
  const { [address]: _before, ...others } = decisions.cells ?? {};
  return { ...decisions, cells: decision ? { ...others, [address]: decision } : others };
}

/** Rows that are as the sheet has them need no decision; of a row that is left out, none about its cells is kept. */
export function includeRow(
  decisions: WorkbookDecisionsDto,
  row: DryRunRowDto,
  included: boolean,
): WorkbookDecisionsDto {
  const { [String(row.row)]: _before, ...others } = decisions.rows ?? {};
  const bySheet = row.class === 'line';
  const rows =
    included === bySheet ? others : { ...others, [row.row]: included ? ('include' as const) : ('exclude' as const) };
  return { ...(included ? decisions : withoutCells(decisions, (address) => rowOf(address) === row.row)), rows };
}

/**
 * The field leaves the column that had it, and what was decided about cells of either column goes: it was about another
 * field.
 */
export function mapColumn(
  decisions: WorkbookDecisionsDto,
  columns: readonly ColumnMappingDto[],
  column: string,
  field: WorkbookField | null,
): WorkbookDecisionsDto {
  const before = columns.find((each) => field !== null && each.field === field)?.column;
  const others = Object.entries(decisions.mapping?.columns ?? {}).filter(
    ([other, held]) => other !== column && (held === null || held !== field),
  );
  return {
    ...withoutCells(decisions, (address) => [column, before].includes(columnOf(address))),
    mapping: { ...decisions.mapping, columns: { ...Object.fromEntries(others), [column]: field } },
  };
}

function withoutCells(decisions: WorkbookDecisionsDto, isMeant: (address: string) => boolean): WorkbookDecisionsDto {
  if (!decisions.cells) return decisions;
  const left = Object.entries(decisions.cells).filter(([address]) => !isMeant(address));
  return { ...decisions, cells: Object.fromEntries(left) };
}

/** Another sheet, or other headings: what was decided about cells, rows and columns meant the old ones. */
export function readFrom(
  { buyer, company, sheetDate }: WorkbookDecisionsDto,
  mapping: { sheet?: string; headingRow?: number },
) {
  return {
    ...(buyer !== undefined && { buyer }),
    ...(company !== undefined && { company }),
    ...(sheetDate !== undefined && { sheetDate }),
    mapping,
  } satisfies WorkbookDecisionsDto;
}

/** What a person sees the moment they decide; the server's answer, which follows, may say more. */
export function withDecisions(run: DryRunDto, wanted: WorkbookDecisionsDto, answered: WorkbookDecisionsDto): DryRunDto {
  if (wanted === answered) return run;
  return { ...run, rows: run.rows.map((row) => rowWith(row, wanted, answered)) };
}

function rowWith(row: DryRunRowDto, wanted: WorkbookDecisionsDto, answered: WorkbookDecisionsDto): DryRunRowDto {
  const said = wanted.rows?.[row.row];
  const included = said === answered.rows?.[row.row] ? row.included : said ? said === 'include' : row.class === 'line';
  const cells = row.cells.map((cell) => cellWith(cell, wanted, answered));
  const changed = included !== row.included || cells.some((cell, index) => cell !== row.cells[index]);
  return changed ? { ...row, included, cells } : row;
}

function cellWith(cell: DryRunCellDto, wanted: WorkbookDecisionsDto, answered: WorkbookDecisionsDto): DryRunCellDto {
  const decision = wanted.cells?.[cell.address];
  if (!decision || sameDecision(decision, answered.cells?.[cell.address])) return cell;
  return { ...cell, decided: true, outcome: expected(cell, decision) };
}

function sameDecision(a: CellDecisionDto, b: CellDecisionDto | undefined): boolean {
  return b !== undefined && a.as === b.as && a.value === b.value && a.kind === b.kind;
}

function expected({ field, outcome, shown }: DryRunCellDto, { as, value, kind }: CellDecisionDto): CellOutcomeDto {
  const milestone = isMilestone(field) ? field : null;
  switch (as) {
    case 'actual':
    case 'planned':
      return outcome.type === 'milestone' ? { ...outcome, kind: as } : outcome;
    case 'not_applicable':
      return { type: 'not_applicable', milestone };
    case 'rejected':
      return { type: 'rejected', milestone, note: shown };
    case 'note':
      return { type: 'note', milestone, note: shown, suggestion: null };
    case 'ignore':
      return { type: 'ignored', reason: 'You left it out.' };
    case 'value':
      return milestone && value && /^\d{4}-\d\d-\d\d$/.test(value)
        ? { type: 'milestone', milestone, date: value, kind: kind ?? 'planned' }
        : { type: 'text', value: value ?? '' };
  }
}
