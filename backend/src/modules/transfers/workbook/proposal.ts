import { Decimal } from 'decimal.js';
import type {
  CellOutcome,
  DryRunCell,
  DryRunRow,
  HeaderFact,
  LineProposal,
  MilestoneProposal,
  OrderProposal,
  StyleProposal,
} from './dry-run.types';
import { readBaselines, readOwnSteps } from './own-steps';
import { readStepNotes } from './step-notes';
import type { WorkbookField } from './workbook.fields';

export interface SheetFacts {
  company: HeaderFact | null;
  buyer: HeaderFact | null;
  sheetDate: HeaderFact | null;
}

/** A row that could become a line, with what it belongs under. */
interface Draft {
  row: DryRunRow;
  orderKey: string;
  styleKey: string;
  lineKey: string;
}

/** Notes on each included row what keeps it from becoming a line: no style, no quantity, or a line like it above. */
export function findProblems(rows: DryRunRow[], facts: SheetFacts): void {
  const taken = new Map<string, number>();
  for (const row of rows) {
    if (!row.included) continue;
    for (const field of ['style', 'quantity'] as const) row.problems.push(...missing(row, field));
    row.problems.push(
      ...refusedIn(row, 'colour'),
      ...refusedIn(row, 'part'),
      ...refusedIn(row, 'orderNumber'),
      ...refusedIn(row, 'buyer'),
    );
    if (row.problems.length > 0) continue;
    const { lineKey } = draftOf(row, facts);
    const before = taken.get(lineKey);
    if (before === undefined) taken.set(lineKey, row.row);
    else
      row.problems.push(
        `Row ${before} has the same style and colour already. Add their quantities up in one row, or say in a column “Part” which is 1 and which 2.`,
      );
  }
}

/** Orders, styles and lines of the rows without problems, in the sheet's order. */
export function proposeOrders(rows: DryRunRow[], facts: SheetFacts): OrderProposal[] {
  const drafts = rows.filter((row) => row.included && row.problems.length === 0).map((row) => draftOf(row, facts));
  return [...groupBy(drafts, (draft) => draft.orderKey).values()].map((members) => orderOf(members, facts));
}

function orderOf(drafts: Draft[], facts: SheetFacts): OrderProposal {
  const styles = [...groupBy(drafts, (draft) => draft.styleKey).values()].map(styleOf);
  const lines = styles.flatMap((style) => style.lines);
  const first = drafts[0]?.row;
  const days = lines
    .flatMap((line) => line.milestones.filter((step) => step.milestone === 'exFactory'))
    .flatMap((step) => step.planned ?? step.actual ?? [])
    .sort();
  const yarn = lines.flatMap((line) => line.yarnRequiredKg ?? []);
  return {
    buyer: (first && textIn(first, 'buyer')) ?? facts.buyer?.value ?? null,
    company: facts.company?.value ?? null,
    orderNumber: (first && textIn(first, 'orderNumber')) ?? null,
    orderType: ((first && textIn(first, 'orderType')) ?? null) as OrderProposal['orderType'],
    sheetDate: facts.sheetDate?.value ?? null,
    totals: [...groupBy(lines, (line) => line.unit)].map(([unit, members]) => ({
      quantity: addUp(members.map((line) => line.quantity)),
      unit,
    })),
    yarnRequiredKg: yarn.length === 0 ? null : addUp(yarn),
    exFactory: days.length === 0 ? null : { from: days[0] ?? '', to: days.at(-1) ?? '' },
    styles,
  };
}

function styleOf(drafts: Draft[]): StyleProposal {
  const rows = drafts.map((draft) => draft.row);
  const fabric = rows.map((row) => outcomeIn(row, 'fabrics')).find((outcome) => outcome?.type === 'fabric');
  const parts = fabric?.type === 'fabric' ? fabric : null;
  return {
    style: (rows[0] && textIn(rows[0], 'style')) ?? '',
    fabrics: parts?.text ?? null,
    composition: parts?.composition ?? null,
    fabricType: parts?.fabricType ?? null,
    gsm: parts?.gsm ?? null,
    lines: rows.flatMap(lineOf),
  };
}

function lineOf(row: DryRunRow): LineProposal[] {
  const quantity = outcomeIn(row, 'quantity');
  if (quantity?.type !== 'quantity') return [];
  const status = outcomeIn(row, 'status');
  return [
    {
      row: row.row,
      colour: textIn(row, 'colour'),
      cad: textIn(row, 'cad'),
      part: Number(textIn(row, 'part') ?? 1),
      quantity: quantity.value,
      unit: quantity.unit,
      yarnRequiredKg: amountIn(row, 'yarnRequired'),
      ppYards: amountIn(row, 'ppYards'),
      status: status?.type === 'status' ? status.value : null,
      sewingLine: textIn(row, 'sewingLine'),
      remarks: textIn(row, 'remarks'),
      etd: textIn(row, 'etd'),
      milestones: withFirstPlans(withNotes(together(row.cells.flatMap((cell) => milestoneOf(cell) ?? [])), row), row),
      ownSteps: readOwnSteps(textIn(row, 'ownSteps') ?? ''),
    },
  ];
}

/** One proposal a step: the column of its plan adds what its own column does not say. */
function together(found: MilestoneProposal[]): MilestoneProposal[] {
  const steps = new Map<string, MilestoneProposal>();
  for (const each of found) {
    const step = steps.get(each.milestone);
    if (!step) steps.set(each.milestone, each);
    else if (step.state !== 'not_applicable') step.planned ??= each.planned;
  }
  return [...steps.values()];
}

/** What the column of notes says of steps, beside their days. */
function withNotes(steps: MilestoneProposal[], row: DryRunRow): MilestoneProposal[] {
  const cell = row.cells.find(({ field }) => field === 'stepNotes');
  if (cell?.outcome.type !== 'text') return steps;
  const notes = readStepNotes(cell.outcome.value);
  return steps.map((step) => ({ ...step, note: step.note ?? notes.get(step.milestone) ?? null }));
}

/** What a column of its own says was planned at first. */
function withFirstPlans(steps: MilestoneProposal[], row: DryRunRow): MilestoneProposal[] {
  const baselines = readBaselines(textIn(row, 'baselines') ?? '');
  return steps.map((step) => ({ ...step, firstPlanned: baselines.get(step.milestone) ?? null }));
}

function milestoneOf({ address, outcome }: DryRunCell): MilestoneProposal | null {
  const empty = { planned: null, firstPlanned: null, actual: null, note: null, rejectedOn: null, address };
  switch (outcome.type) {
    case 'milestone':
      return { ...empty, milestone: outcome.milestone, state: 'dated', [outcome.kind]: outcome.date };
    case 'not_applicable':
      return outcome.milestone && { ...empty, milestone: outcome.milestone, state: 'not_applicable' };
    case 'rejected':
      return {
        ...empty,
        milestone: outcome.milestone,
        state: 'rejected',
        note: outcome.note,
        rejectedOn: outcome.date,
      };
    case 'note':
      return { ...empty, milestone: outcome.milestone, state: 'noted', note: outcome.note };
    default:
      return null;
  }
}

function draftOf(row: DryRunRow, facts: SheetFacts): Draft {
  const fabric = outcomeIn(row, 'fabrics');
  const key = (...parts: (string | null)[]): string =>
    JSON.stringify(parts.map((part) => part?.toLowerCase().replace(/\s+/g, ' ') ?? null));
  const orderKey = key(textIn(row, 'orderNumber'), textIn(row, 'buyer') ?? facts.buyer?.value ?? null);
  const styleKey = key(orderKey, textIn(row, 'style'), fabric?.type === 'fabric' ? fabric.text : null);
  return {
    row,
    orderKey,
    styleKey,
    lineKey: key(styleKey, textIn(row, 'colour'), textIn(row, 'cad'), textIn(row, 'part') ?? '1'),
  };
}

function missing(row: DryRunRow, field: 'style' | 'quantity'): string[] {
  const outcome = outcomeIn(row, field);
  if (outcome?.type === 'text' || outcome?.type === 'quantity') return [];
  const refusal = refusedIn(row, field);
  if (refusal.length > 0) return refusal;
  return [field === 'style' ? 'The style is missing.' : 'The order quantity is missing.'];
}

function refusedIn(row: DryRunRow, field: WorkbookField): string[] {
  const cell = row.cells.find((candidate) => candidate.field === field);
  return cell?.outcome.type === 'refused' ? [`${cell.address}: ${cell.outcome.reason}`] : [];
}

function outcomeIn(row: DryRunRow, field: WorkbookField): CellOutcome | null {
  return row.cells.find((cell) => cell.field === field)?.outcome ?? null;
}

function textIn(row: DryRunRow, field: WorkbookField): string | null {
  const outcome = outcomeIn(row, field);
  return outcome?.type === 'text' ? outcome.value : null;
}

function amountIn(row: DryRunRow, field: WorkbookField): string | null {
  const outcome = outcomeIn(row, field);
  return outcome?.type === 'quantity' ? outcome.value : null;
}

function addUp(amounts: string[]): string {
  return amounts.reduce((sum, amount) => sum.plus(amount), new Decimal(0)).toFixed();
}

function groupBy<T, K>(items: T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
