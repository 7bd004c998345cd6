import { decideCell } from './decisions';
import type { CellOutcome, ColumnMapping, DryRunCell, DryRunRow, WorkbookDecisions } from './dry-run.types';
import type { Grid } from './grid';
import { unitOfHeading } from './headings';
import { interpretCell, type Reading } from './interpret';
import type { SheetFacts } from './proposal';
import { RowClassifier } from './rows';
import { addressOf, columnIndex, type WorkbookCell } from './workbook.cells';
import type { LineUnit, WorkbookField } from './workbook.fields';

/** Each line's own, so not carried down where one cell is merged over several rows. */
const NOT_SHARED: readonly WorkbookField[] = ['quantity', 'yarnRequired'];

interface Place {
  column: number;
  field: WorkbookField;
}

/** Reads a sheet whose headings and columns are settled, row by row, with the person's decisions applied. */
export class SheetReader {
  /** Decisions that did not fit, by path. */
  readonly errors: Record<string, string[]> = {};
  /** Total rows that state another sum. */
  readonly wrongTotals: number[] = [];
  private readonly places: Place[];
  private readonly headingUnit: LineUnit;
  private readonly met = new Set<string>();

  constructor(
    private readonly grid: Grid,
    private readonly headingRow: number | null,
    columns: ColumnMapping[],
    private readonly facts: SheetFacts,
    private readonly days: { asOf: string; today: string },
    private readonly decisions: WorkbookDecisions,
  ) {
    this.places = columns.flatMap(({ column, field }) => (field ? [{ column: columnIndex(column) ?? 0, field }] : []));
    const quantity = columns.find((column) => column.field === 'quantity');
    this.headingUnit = unitOfHeading(quantity?.heading ?? '') ?? 'pieces';
  }

  read(): DryRunRow[] {
    const columns = new Map(this.places.map(({ column, field }) => [column, field]));
    const classifier = new RowClassifier(this.grid, this.headingRow, columns, this.days.asOf);
    const rows = this.grid.rows.map((row) => this.readRow(row, classifier));
    this.refuseUnmet();
    return rows;
  }

  private readRow(row: number, classifier: RowClassifier): DryRunRow {
    const style = classifier.inheritedStyle;
    const verdict = classifier.classify(row);
    if (verdict.differs) this.wrongTotals.push(row);
    const decision = this.decisions.rows?.[String(row)];
    const below = this.headingRow !== null && row > this.headingRow;
    if (decision !== undefined && !below)
      this.errors[`rows.${row}`] = [`Row ${row} does not stand below the headings.`];
    const included = below && (decision === undefined ? verdict.class === 'line' : decision === 'include');
    return {
      row,
      class: verdict.class,
      reason: decision === 'exclude' && verdict.class === 'line' ? 'You left it out.' : verdict.reason,
      hidden: this.grid.isHidden(row),
      included,
      problems: [],
      cells: included ? this.includedCells(row, style) : this.otherCells(row, below),
    };
  }

  private includedCells(row: number, style: WorkbookCell | null): DryRunCell[] {
    const found = this.places.flatMap((place) => this.source(row, place, style));
    const unit = this.unitOf(found);
    const cells = found.map(({ place, cell }) => this.outcome(row, place, cell, { asOf: this.days.asOf, unit }));
    const mapped = new Set(this.places.map(({ column }) => column));
    const rest = this.grid.cells(row).filter((cell) => !mapped.has(cell.column));
    return [...cells, ...rest.map((cell) => ignored(cell, 'Its column is not taken.'))];
  }

  /** The cell that a place's value comes from: its own, one merged over it, the style above, or an empty one to fill. */
  private source(row: number, place: Place, style: WorkbookCell | null): { place: Place; cell: WorkbookCell }[] {
    const { column, field } = place;
    const shared = NOT_SHARED.includes(field) ? this.grid.cell(row, column) : this.grid.filled(row, column);
    const cell = shared ?? (field === 'style' ? style : null);
    if (cell) return [{ place, cell }];
    const address = addressOf(row, column);
    const as = this.decisions.cells?.[address]?.as;
    if (as !== 'value' && as !== 'not_applicable') return [];
    return [{ place, cell: { address, row, column, kind: 'text', value: '', shown: '', formula: null } }];
  }

  private outcome(row: number, { column, field }: Place, cell: WorkbookCell, reading: Reading): DryRunCell {
    const address = addressOf(row, column);
    const from = cell.address === address ? null : cell.address;
    const shown = from === null ? cell.shown : '';
    const decision = this.decisions.cells?.[address];
    if (decision === undefined)
      return { address, shown, field, outcome: interpretCell(cell, field, reading), from, decided: false };
    this.met.add(address);
    const decided = this.refuseFuture(decideCell({ ...cell, address }, field, decision, reading));
    if (typeof decided !== 'string') return { address, shown, field, outcome: decided, from, decided: true };
    this.errors[`cells.${address}`] = [decided];
    return { address, shown, field, outcome: interpretCell(cell, field, reading), from, decided: false };
  }

  /** What is still to come cannot have happened, whatever the person says. */
  private refuseFuture(decided: CellOutcome | string): CellOutcome | string {
    const isFuture =
      typeof decided !== 'string' &&
      decided.type === 'milestone' &&
      decided.kind === 'actual' &&
      decided.date > this.days.today;
    return isFuture ? `${decided.date} is still to come, so it can only be planned.` : decided;
  }

  private unitOf(found: { place: Place; cell: WorkbookCell }[]): LineUnit {
    const named = found.find(({ place }) => place.field === 'unit');
    const outcome = named && interpretCell(named.cell, 'unit', { asOf: this.days.asOf, unit: this.headingUnit });
    return outcome?.type === 'unit' ? outcome.value : this.headingUnit;
  }

  private otherCells(row: number, below: boolean): DryRunCell[] {
    return this.grid.cells(row).map((cell) => {
      const fact = this.factAt(cell.address);
      if (fact) return { ...ignored(cell, ''), outcome: fact };
      return ignored(cell, below ? 'The row is left out.' : 'Stands above the lines.');
    });
  }

  private factAt(address: string): CellOutcome | null {
    for (const fact of ['company', 'buyer', 'sheetDate'] as const) {
      const known = this.facts[fact];
      if (known?.address === address) return { type: 'header', fact, value: known.value };
    }
    return null;
  }

  private refuseUnmet(): void {
    for (const address of Object.keys(this.decisions.cells ?? {})) {
      const path = `cells.${address}`;
      if (!this.met.has(address)) this.errors[path] ??= [`${address} is no cell of a line in this sheet.`];
    }
    const rows = new Set(this.grid.rows.map(String));
    for (const row of Object.keys(this.decisions.rows ?? {})) {
      if (!rows.has(row)) this.errors[`rows.${row}`] = [`The sheet holds nothing in row ${row}.`];
    }
  }
}

function ignored(cell: WorkbookCell, reason: string): DryRunCell {
  const { address, shown } = cell;
  return { address, shown, field: null, outcome: { type: 'ignored', reason }, from: null, decided: false };
}
