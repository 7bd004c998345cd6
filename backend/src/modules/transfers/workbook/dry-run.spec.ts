import {
  cellIn,
  HEADINGS,
  linesOf,
  milestonesOf,
  planOf,
  rangeOf,
  sheetOf,
  tee,
  workbookOf,
  type Written,
} from '../../../../test/support/workbooks';
import { dryRun } from './dry-run';

const TODAY = '2026-06-01';

describe('dryRun and the rows of real life', () => {
  it('takes blank style cells, and one merged over its colours, for the style above', () => {
    const run = dryRun(
      planOf([tee('White', 10), ['', 'Black', 20], ['Polo', 'Red', 5], [null, 'Blue', 6]], {
        merges: [rangeOf(7, 0, 8, 0)],
      }),
      TODAY,
    );
    expect(run.orders[0]?.styles.map(({ style, lines }) => [style, lines.map((line) => line.colour)])).toEqual([
      ['Tee', ['White', 'Black']],
      ['Polo', ['Red', 'Blue']],
    ]);
    expect(cellIn(run, 'A6')).toMatchObject({ shown: '', from: 'A5', outcome: { value: 'Tee' } });
    expect(cellIn(run, 'A8')).toMatchObject({ from: 'A7' });
  });

  it('does not count a quantity twice that is merged over two rows', () => {
    const run = dryRun(planOf([tee('White', 10), tee('Black', null)], { merges: [rangeOf(5, 2, 6, 2)] }), TODAY);
    expect(run.orders[0]?.totals).toEqual([{ quantity: '10', unit: 'pieces' }]);
    expect(run.rows.at(-1)?.problems).toEqual(['The order quantity is missing.']);
  });

  it('knows a total by its word, by its formula and by its sum', () => {
    const sum = { kind: 'number', value: 30, shown: '30', formula: 'SUM(C5:C6)' } as const;
    for (const total of [
      ['Grand Total', '', 30],
      ['', '', sum],
      ['', '', 30],
    ] as Written[][]) {
      const run = dryRun(planOf([tee('White', 10), tee('Black', 20), total]), TODAY);
      expect(run.rows.at(-1)).toMatchObject({ class: 'total', included: false });
      expect(run.warnings).toEqual([]);
    }
  });

  it('warns of a total that does not add up', () => {
    const run = dryRun(planOf([tee('White', 10), tee('Black', 20), ['TOTAL', '', 31]]), TODAY);
    expect(run.warnings).toMatchObject([{ code: 'total_differs', row: 7 }]);
  });

  it('lets a style be called Total', () => {
    const run = dryRun(planOf([['Total Contrast Tee', 'White', 10, '20/Nov/25']]), TODAY);
    expect(run.rows.at(-1)?.class).toBe('line');
  });

  it('takes old and hidden rows for leftovers, and asks about a hidden one that looks current', () => {
    const run = dryRun(
      planOf([tee('Grey', 5, '01.06.17', '20.06.17'), tee('White', 10, '20/Nov/25'), tee('Black', 20, '20/Nov/25')], {
        hiddenRows: [6],
      }),
      TODAY,
    );
    expect(run.rows.slice(-3).map((row) => row.class)).toEqual(['leftover', 'leftover', 'line']);
    expect(run.warnings).toMatchObject([{ code: 'hidden_row_looks_current', row: 6 }]);
  });

  it('passes over repeated headings and remarks below the table', () => {
    const run = dryRun(planOf([tee('White', 10), HEADINGS, ['Polo', 'Red', 5], ['Prepared by: Rina']]), TODAY);
    expect(run.rows.slice(-4).map((row) => row.class)).toEqual(['line', 'heading', 'line', 'other']);
    expect(run.counts.lines).toBe(2);
  });

  it('refuses a row twice, without a style and without a usable quantity', () => {
    const run = dryRun(planOf([['', 'Red', 7], tee('White', 10), tee(' white ', 20), tee('Black', 'soon')]), TODAY);
    expect(run.rows.slice(-4).map((row) => row.problems)).toEqual([
      [],
      [],
      [expect.stringContaining('Row 6 has the same style and colour')],
      ['C8: “soon” is not a quantity.'],
    ]);
    expect(run.rows.at(-4)).toMatchObject({ class: 'other' });
    expect(run.counts).toMatchObject({ lines: 1, problemRows: 2 });
  });

  it('makes an order for each order number and buyer', () => {
    const headings = ['PO No', 'Buyer', 'Style', 'Colour', 'Qty (kg)'];
    const rows = [
      ['P1', 'Lund', 'Tee', 'White', 10],
      ['P2', 'Lund', 'Tee', 'White', 20.5],
      ['P1', 'lund', 'Polo', 'Red', 30],
    ];
    const run = dryRun(workbookOf(sheetOf([headings, ...rows])), TODAY);
    expect(run.orders.map(({ orderNumber, buyer, totals }) => [orderNumber, buyer, totals])).toEqual([
      ['P1', 'Lund', [{ quantity: '40', unit: 'kg' }]],
      ['P2', 'Lund', [{ quantity: '20.5', unit: 'kg' }]],
    ]);
    expect(run.warnings).toMatchObject([{ code: 'no_sheet_date' }]);
    expect(run.asOf).toBe(TODAY);
  });

  it('warns where a step ends before it starts', () => {
    const run = dryRun(planOf([tee('White', 10, '20/Nov/25', '10/Nov/25')]), TODAY);
    expect(run.warnings).toMatchObject([{ code: 'ends_before_start', address: 'E5' }]);
  });

  it('reads headings of two rows', () => {
    const rows: Written[][] = [
      ['Style', 'Colour', 'Qty', 'KNITTING', null, 'DYEING', null],
      [null, null, null, 'START', 'COMPLETE', 'START', 'COMPLETE'],
      ['Tee', 'White', 10, '20/Nov/25', '1/Dec/25', '2/Dec/25', '9/Dec/25'],
    ];
    const merges = [
      rangeOf(1, 3, 1, 4),
      rangeOf(1, 5, 1, 6),
      rangeOf(1, 0, 2, 0),
      rangeOf(1, 1, 2, 1),
      rangeOf(1, 2, 2, 2),
    ];
    const run = dryRun(workbookOf(sheetOf(rows, { merges })), TODAY, { sheetDate: '2025-12-01' });
    expect(run.headingRow).toBe(2);
    expect(milestonesOf(linesOf(run)[0])).toEqual({
      knittingStart: 'actual 2025-11-20',
      knittingComplete: 'actual 2025-12-01',
      dyeingStart: 'planned 2025-12-02',
      dyeingComplete: 'planned 2025-12-09',
    });
  });

  it('chooses the visible sheet with the most of our headings and names the others', () => {
    const small = sheetOf([['Style', 'Colour', 'Qty'], tee('White', 1)], { name: 'Old' });
    const hidden = sheetOf([[...HEADINGS, 'Sewing input'], tee('White', 1)], { name: 'Secret', hidden: true });
    const run = dryRun(workbookOf(small, hidden, sheetOf([HEADINGS, tee('White', 2)], { name: 'Now' })), TODAY);
    expect(run.sheet).toBe('Now');
    expect(run.sheets.map(({ name, headingRow, fields }) => [name, headingRow, fields])).toEqual([
      ['Old', 1, 3],
      ['Secret', 1, 7],
      ['Now', 1, 6],
    ]);
    expect(run.warnings.map((warning) => warning.code)).toContain('other_sheets_have_lines');
  });

  it('leaves out headings it does not know and the second of two alike', () => {
    const run = dryRun(
      workbookOf(
        sheetOf([
          [...HEADINGS, 'Wash type', 'ETD'],
          [...tee('White', 1), '', '', '', 'Enzyme'],
        ]),
      ),
      TODAY,
    );
    expect(run.unmappedHeadings).toEqual(['Wash type', 'ETD']);
    expect(run.warnings.map((warning) => warning.code)).toContain('same_field_twice');
    expect(cellIn(run, 'G2')?.outcome.type).toBe('ignored');
  });

  it('says what is missing when nothing is recognised', () => {
    const run = dryRun(workbookOf(sheetOf([['Shopping list'], ['Milk', 2]])), TODAY);
    expect(run).toMatchObject({ headingRow: null, orders: [], counts: { lines: 0 } });
    expect(run.blockers).toEqual([expect.stringContaining('No row of headings')]);
  });

  it('asks for a shorter buyer where the sheet’s is a whole paragraph', () => {
    const run = dryRun(planOf([tee('White', 10)]), TODAY, { buyer: 'Lund '.repeat(60) });
    expect(run.blockers).toEqual(['The buyer’s name is longer than 255 characters. Enter a shorter one.']);
  });

  it('asks for a buyer where the sheet names none', () => {
    const workbook = workbookOf(sheetOf([HEADINGS, tee('White', 2)]));
    expect(dryRun(workbook, TODAY).blockers).toEqual([expect.stringContaining('no buyer')]);
    expect(dryRun(workbook, TODAY, { buyer: ' Lund ' })).toMatchObject({
      blockers: [],
      buyer: { value: 'Lund', address: null },
    });
  });
});
