import type { DryRunRow, DryRunWarning, WorkbookDryRun } from './dry-run.types';
import { readFabric } from './fabrics';
import { matchHeading } from './headings';
import { fieldLabel, type MilestoneKey } from './workbook.fields';

const STRETCHES: [MilestoneKey, MilestoneKey][] = [
  ['yarnBooked', 'yarnReceived'],
  ['labDipSubmitted', 'labDipApproved'],
  ['knittingStart', 'knittingComplete'],
  ['dyeingStart', 'dyeingComplete'],
  ['cuttingStart', 'cuttingComplete'],
  ['printSent', 'printReceived'],
  ['sewingInput', 'sewingFinish'],
  ['finalInspection', 'exFactory'],
];

/** What a person should look at before committing, though nothing of it is refused. */
export function findWarnings(
  run: Omit<WorkbookDryRun, 'warnings'>,
  sheet: { cutOff: boolean; wrongTotals: number[] },
): DryRunWarning[] {
  const warnings: DryRunWarning[] = run.rows.filter((row) => row.included).flatMap(rowWarnings);
  const add = (code: DryRunWarning['code'], message: string, row: number | null = null): void => {
    warnings.push({ code, message, row, address: null });
  };
  for (const row of sheet.wrongTotals) {
    add('total_differs', `The total in row ${row} is not what the lines above it add up to.`, row);
  }
  for (const row of run.rows) {
    const onlyHidden = row.class === 'leftover' && row.reason === 'The row is hidden in the sheet.';
    if (onlyHidden && !row.included) {
      add('hidden_row_looks_current', `Row ${row.row} is hidden but looks current. Include it if it belongs.`, row.row);
    }
  }
  for (const { column, heading, field } of run.columns) {
    const meant = field === null ? matchHeading(heading)?.field : undefined;
    if (meant && run.columns.some((other) => other.field === meant && other.decidedBy === 'heading')) {
      add(
        'same_field_twice',
        `Column ${column} (${heading}) is left out: another one is taken for ${fieldLabel(meant)}.`,
      );
    }
  }
  const others = run.sheets.filter((other) => other.name !== run.sheet && !other.hidden && other.headingRow !== null);
  if (others.length > 0) {
    const names = others.map((other) => `“${other.name}”`).join(', ');
    add('other_sheets_have_lines', `One sheet is read at a time. There are plans on ${names} too.`);
  }
  if (run.sheetDate === null) add('no_sheet_date', 'The sheet has no date, so dates up to today count as done.');
  if (sheet.cutOff) add('sheet_cut_off', 'The sheet goes on far below; only its upper rows were read.');
  return warnings;
}

function rowWarnings(row: DryRunRow): DryRunWarning[] {
  const warnings: DryRunWarning[] = [];
  const dates = new Map<MilestoneKey, { address: string; date: string }>();
  for (const { outcome, address, from } of row.cells) {
    if (outcome.type === 'milestone') dates.set(outcome.milestone, { address, date: outcome.date });
    if (outcome.type !== 'fabric' || from !== null) continue;
    for (const message of readFabric(outcome.text).warnings) {
      warnings.push({ code: 'fabric_unclear', message, row: row.row, address });
    }
  }
  for (const [start, end] of STRETCHES) {
    const from = dates.get(start);
    const to = dates.get(end);
    if (!from || !to || to.date >= from.date) continue;
    const message = `${fieldLabel(end)} (${to.date}) comes before ${fieldLabel(start).toLowerCase()} (${from.date}).`;
    warnings.push({ code: 'ends_before_start', message, row: row.row, address: to.address });
  }
  return warnings;
}
