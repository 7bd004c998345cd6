import { InvalidInput } from '../../../platform/errors/domain-error';
import { isDate, isPlausibleDate } from './dates';
import type { CellDecision, CellOutcome, WorkbookDecisions } from './dry-run.types';
import { interpretCell, type Reading } from './interpret';
import { columnIndex, type Workbook, type WorkbookCell } from './workbook.cells';
import { fieldLabel, isMilestone, isWorkbookField, type WorkbookField } from './workbook.fields';

/** 400: decisions that do not fit the workbook, by path: `{"cells.M99": ["…"]}`. */
export class InvalidWorkbookDecisions extends InvalidInput {
  override readonly code = 'workbook.invalid_decisions';
}

/** What is wrong with the decisions before the sheet is even looked at, by path. */
export function findDecisionErrors(workbook: Workbook, decisions: WorkbookDecisions): Record<string, string[]> {
  const errors: Record<string, string[]> = {};
  const mapping = decisions.mapping ?? {};
  if (mapping.sheet !== undefined && !workbook.sheets.some((sheet) => sheet.name === mapping.sheet)) {
    errors['mapping.sheet'] = [`The file has no sheet “${mapping.sheet}”.`];
  }
  if (mapping.headingRow !== undefined && !(Number.isInteger(mapping.headingRow) && mapping.headingRow >= 1)) {
    errors['mapping.headingRow'] = ['A row is a whole number from 1 on.'];
  }
  if (decisions.sheetDate !== undefined && !(isDate(decisions.sheetDate) && isPlausibleDate(decisions.sheetDate))) {
    errors.sheetDate = [`“${decisions.sheetDate}” is not a day like 2025-11-10.`];
  }
  Object.assign(errors, columnErrors(mapping.columns ?? {}));
  return errors;
}

function columnErrors(columns: Record<string, WorkbookField | null>): Record<string, string[]> {
  const errors: Record<string, string[]> = {};
  const owners = new Map<string, string>();
  for (const [letters, field] of Object.entries(columns)) {
    const path = `mapping.columns.${letters}`;
    if (columnIndex(letters) === null) errors[path] = [`“${letters}” is not a column.`];
    if (field === null) continue;
    const owner = owners.get(field);
    if (!isWorkbookField(field)) errors[path] = [`“${String(field)}” is not a field that a column can hold.`];
    else if (owner) errors[path] = [`Column ${owner} holds ${fieldLabel(field).toLowerCase()} already.`];
    owners.set(field, letters);
  }
  return errors;
}

/** The outcome after the person's decision, or a sentence why the decision does not fit the cell. */
export function decideCell(
  cell: WorkbookCell,
  field: WorkbookField,
  decision: CellDecision,
  reading: Reading,
): CellOutcome | string {
  const label = fieldLabel(field);
  switch (decision.as) {
    case 'ignore':
      return { type: 'ignored', reason: 'You left it out.' };
    case 'value':
      return decideValue(cell, field, decision, reading);
    case 'actual':
    case 'planned': {
      const outcome = interpretCell(cell, field, reading);
      return outcome.type === 'milestone' ? { ...outcome, kind: decision.as } : `${cell.address} holds no date.`;
    }
    case 'not_applicable':
      return { type: 'not_applicable', milestone: isMilestone(field) ? field : null };
    case 'note':
      return isMilestone(field)
        ? { type: 'note', milestone: field, note: cell.shown, suggestion: null }
        : `${label} is no milestone and has no note.`;
    case 'rejected':
      return field === 'labDipSubmitted' || field === 'labDipApproved'
        ? { type: 'rejected', milestone: field, note: cell.shown, date: null }
        : `Only a lab dip can be rejected here; ${cell.address} is ${label.toLowerCase()}.`;
  }
}

function decideValue(
  cell: WorkbookCell,
  field: WorkbookField,
  decision: Extract<CellDecision, { as: 'value' }>,
  reading: Reading,
): CellOutcome | string {
  const shown = decision.value.trim();
  if (shown === '') return { type: 'ignored', reason: 'You left it out.' };
  const outcome = interpretCell({ ...cell, kind: 'text', value: shown, shown, formula: null }, field, reading);
  if (outcome.type === 'refused') return outcome.reason;
  if (decision.kind === undefined) return outcome;
  return outcome.type === 'milestone' ? { ...outcome, kind: decision.kind } : `“${shown}” is no date.`;
}
