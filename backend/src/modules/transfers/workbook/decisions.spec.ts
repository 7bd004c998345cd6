import {
  cellIn,
  HEADINGS,
  linesOf,
  milestonesOf,
  planOf,
  sheetOf,
  tee,
  workbookOf,
} from '../../../../test/support/workbooks';
import { InvalidWorkbookDecisions } from './decisions';
import { dryRun } from './dry-run';
import type { WorkbookDecisions } from './dry-run.types';
import type { Workbook } from './workbook.cells';

const TODAY = '2026-06-01';

function errorsOf(workbook: Workbook, decisions: WorkbookDecisions): Record<string, string[]> {
  try {
    dryRun(workbook, TODAY, decisions);
  } catch (error) {
    if (error instanceof InvalidWorkbookDecisions) return error.errors;
    throw error;
  }
  return {};
}

describe('dryRun with decisions', () => {
  const workbook = planOf([tee('White', 10, '20/Nov/25', 'TBC'), tee('Black', 'soon', 3710), ['Prepared by: Rina']]);

  it('changes an actual into a plan and back', () => {
    const run = dryRun(workbook, TODAY, { cells: { D5: { as: 'actual' } } });
    expect(cellIn(run, 'D5')).toMatchObject({ decided: true, outcome: { kind: 'actual', date: '2025-11-20' } });
  });

  it('lets nothing have happened that is still to come, whatever the sheet’s date or the person says', () => {
    const ahead = planOf([tee('White', 10, '20/Nov/25', '1/Dec/25')]);
    const run = dryRun(ahead, '2025-11-05');
    expect([run.sheetDate?.value, run.asOf]).toEqual(['2025-11-10', '2025-11-05']);
    expect(errorsOf(ahead, { cells: { D5: { as: 'planned' } } })).toEqual({});
    const decided = () => dryRun(ahead, '2025-11-25', { cells: { D5: { as: 'actual' }, E5: { as: 'actual' } } });
    expect(decided).toThrow(
      expect.objectContaining({
        errors: { 'cells.E5': ['2025-12-01 is still to come, so it can only be planned.'] },
      }),
    );
  });

  it('lets a step that the sheet says nothing of be not applicable', () => {
    const run = dryRun(workbook, TODAY, { cells: { F6: { as: 'not_applicable' } } });
    expect(cellIn(run, 'F6')).toMatchObject({ shown: '', decided: true, outcome: { type: 'not_applicable' } });
    expect(errorsOf(workbook, { cells: { F6: { as: 'actual' } } })).toHaveProperty(['cells.F6']);
  });

  it('reads a typed value as if it stood in the sheet, in an empty cell too', () => {
    const run = dryRun(workbook, TODAY, {
      cells: {
        C6: { as: 'value', value: '20' },
        D6: { as: 'value', value: '25/Nov/25', kind: 'actual' },
        F6: { as: 'value', value: '5/Jan/26' },
        E5: { as: 'ignore' },
      },
    });
    expect(linesOf(run).map((line) => [line.quantity, milestonesOf(line)])).toEqual([
      ['10', { knittingStart: 'planned 2025-11-20' }],
      ['20', { knittingStart: 'actual 2025-11-25', exFactory: 'planned 2026-01-05' }],
    ]);
  });

  it('keeps a refused cell as a note or as not applicable', () => {
    expect(cellIn(dryRun(workbook, TODAY, { cells: { D6: { as: 'note' } } }), 'D6')?.outcome).toMatchObject({
      note: '3710',
    });
    const run = dryRun(workbook, TODAY, { cells: { D6: { as: 'not_applicable' } } });
    expect(cellIn(run, 'D6')?.outcome).toEqual({ type: 'not_applicable', milestone: 'knittingStart' });
  });

  it('leaves lines out and takes leftovers in', () => {
    const hidden = planOf([tee('White', 10), tee('Black', 20)], { hiddenRows: [6] });
    const run = dryRun(hidden, TODAY, { rows: { '5': 'exclude', '6': 'include' } });
    expect(linesOf(run).map((line) => line.colour)).toEqual(['Black']);
    expect(run.rows.at(-2)).toMatchObject({ class: 'line', included: false, reason: 'You left it out.' });
    expect(run.warnings).toEqual([]);
  });

  it('maps columns anew', () => {
    const run = dryRun(workbook, TODAY, { mapping: { columns: { D: 'dyeingStart', E: null, F: null } } });
    expect(milestonesOf(linesOf(run)[0])).toEqual({ dyeingStart: 'planned 2025-11-20' });
    expect(run.columns.find((column) => column.column === 'D')).toMatchObject({ decidedBy: 'caller', confidence: 1 });
  });

  it('moves a field to the column that the caller gives it', () => {
    const run = dryRun(workbook, TODAY, { mapping: { columns: { E: 'knittingStart' } } });
    expect(run.columns.map((column) => column.field)).toEqual([
      'style',
      'colour',
      'quantity',
      null,
      'knittingStart',
      'exFactory',
    ]);
  });

  it('reads another sheet and another heading row', () => {
    const two = workbookOf(
      sheetOf([HEADINGS, tee('White', 1)]),
      sheetOf([['x'], HEADINGS, tee('Red', 9)], { name: 'Other' }),
    );
    expect(linesOf(dryRun(two, TODAY, { mapping: { sheet: 'Other' } }))[0]?.quantity).toBe('9');
    const bare = workbookOf(
      sheetOf([
        ['a', 'b'],
        ['Tee', 4],
      ]),
    );
    const run = dryRun(bare, TODAY, {
      mapping: { headingRow: 1, columns: { A: 'style', B: 'quantity' } },
      buyer: 'Lund',
    });
    expect(run).toMatchObject({ headingRow: 1, blockers: [], counts: { lines: 1 } });
  });

  it.each<[WorkbookDecisions, string]>([
    [{ mapping: { sheet: 'None' } }, 'mapping.sheet'],
    [{ mapping: { headingRow: 0 } }, 'mapping.headingRow'],
    [{ mapping: { columns: { ZZ: 'style' } } }, 'mapping.columns.ZZ'],
    [{ mapping: { columns: { '7': 'style' } } }, 'mapping.columns.7'],
    [{ mapping: { columns: { A: 'style', B: 'style' } } }, 'mapping.columns.B'],
    [{ mapping: { columns: { A: 'price' as 'style' } } }, 'mapping.columns.A'],
    [{ sheetDate: '2025-02-30' }, 'sheetDate'],
    [{ rows: { '99': 'include' } }, 'rows.99'],
    [{ rows: { '2': 'include' } }, 'rows.2'],
    [{ cells: { Q99: { as: 'ignore' } } }, 'cells.Q99'],
    [{ cells: { A1: { as: 'ignore' } } }, 'cells.A1'],
    [{ cells: { B5: { as: 'actual' } } }, 'cells.B5'],
    [{ cells: { B5: { as: 'note' } } }, 'cells.B5'],
    [{ cells: { D5: { as: 'rejected' } } }, 'cells.D5'],
    [{ cells: { C6: { as: 'value', value: 'ten' } } }, 'cells.C6'],
    [{ cells: { D5: { as: 'value', value: '31/Nov/25' } } }, 'cells.D5'],
  ])('refuses %j', (decisions, path) => {
    expect(errorsOf(workbook, decisions)).toEqual({ [path]: [expect.stringMatching(/\.$/)] });
  });
});
