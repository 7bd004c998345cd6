import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellIn, linesOf, milestonesOf } from '../../../../test/support/workbooks';
import { InvalidWorkbookDecisions } from './decisions';
import type { WorkbookDryRun } from './dry-run.types';
import { dryRunFile } from './read';

const TODAY = '2026-06-01';
const fixtures = join(__dirname, '../../../../test/fixtures/workbooks');

jest.setTimeout(30_000); // each file is opened in a thread that compiles the sources first

async function runOf(name: string): Promise<WorkbookDryRun> {
  return dryRunFile(readFileSync(join(fixtures, name)), name, TODAY);
}

describe('dryRun of the house’s own layout', () => {
  it.each(['house-plan.xls', 'house-plan.xlsx', 'house-plan.csv'])('reads %s', async (name) => {
    const run = await runOf(name);
    expect(run).toMatchObject({
      headingRow: 5,
      missingFields: [],
      unmappedHeadings: [],
      company: { value: 'Harbour Line Sourcing Ltd', address: 'A1' },
      buyer: { value: 'NORDHAV', address: 'A2' },
      sheetDate: { value: '2026-02-03', address: 'B3' },
      asOf: '2026-02-03',
      blockers: [],
      warnings: [],
      counts: { orders: 1, styles: 1, lines: 2, leftovers: 3, problemRows: 0 },
    });
    expect(run.columns).toHaveLength(29);
    expect(run.rows.map((row) => row.class)).toEqual([
      ...['title', 'title', 'title', 'heading'],
      ...['leftover', 'leftover', 'leftover', 'line', 'line', 'total'],
    ]);
    expect(run.orders[0]).toMatchObject({
      buyer: 'NORDHAV',
      totals: [{ quantity: '20850', unit: 'pieces' }],
      yarnRequiredKg: '4550',
      exFactory: { from: '2026-03-30', to: '2026-03-30' },
      styles: [{ style: 'Ladies Ringer Tee', composition: '95% Cotton 5% Elastane', fabricType: 'S/J', gsm: '180' }],
    });
    const [ecru, navy] = linesOf(run);
    expect(ecru).toMatchObject({
      colour: 'ECRU',
      quantity: '12600',
      yarnRequiredKg: '2740',
      sewingLine: 'C',
      remarks: null,
    });
    expect(navy).toMatchObject({
      colour: 'NAVY',
      quantity: '8250',
      sewingLine: 'D',
      remarks: 'Buyer wants 2 size sets',
    });
    expect(milestonesOf(ecru)).toEqual({
      yarnBooked: 'actual 2026-02-02',
      yarnReceived: 'planned 2026-02-10',
      labDipSubmitted: 'actual 2026-01-28',
      labDipApproved: 'actual 2026-01-30',
      ppYards: 'planned 2026-02-18',
      fitCumPpSubmitted: 'planned 2026-02-22',
      fitCumPpComments: 'planned 2026-03-01',
      knittingStart: 'planned 2026-02-14',
      knittingComplete: 'planned 2026-03-04',
      dyeingStart: 'planned 2026-02-19',
      dyeingComplete: 'planned 2026-03-09',
      firstBulkSubmission: 'planned 2026-02-24',
      bulkSizeSet: 'planned 2026-02-28',
      cuttingStart: 'planned 2026-03-02',
      cuttingComplete: 'planned 2026-03-14',
      printSent: 'not_applicable',
      printReceived: 'not_applicable',
      sewingInput: 'planned 2026-03-04',
      sewingFinish: 'planned 2026-03-24',
      packingComplete: 'planned 2026-03-27',
      finalInspection: 'planned 2026-03-28',
      exFactory: 'planned 2026-03-30',
    });
    expect(milestonesOf(navy).labDipApproved).toBe('rejected: Rejected- too green, send revised LD');
  });

  it('reads the 32 columns of the export, two styles in one order', async () => {
    const run = await runOf('plan-export.xlsx');
    expect(run.columns).toHaveLength(32);
    expect(run.counts).toMatchObject({ orders: 1, styles: 2, lines: 2 });
    expect(linesOf(run).map((line) => line.status)).toEqual(['running', 'in_development']);
    expect(run.orders[0]?.styles.map((style) => style.gsm)).toEqual(['180', '220']);
    expect(cellIn(run, 'F6')?.outcome.type).toBe('ignored');
  });

  it('says of every leftover why it is one', async () => {
    const [first] = (await runOf('house-plan.xls')).rows.filter((row) => row.class === 'leftover');
    expect(first).toMatchObject({ hidden: true, included: false });
    expect(first?.reason).toContain('hidden');
    expect(first?.reason).toContain('2018-03-04');
    expect(first?.reason).toContain('Quantities stand in');
    expect(first?.cells.every((cell) => cell.outcome.type === 'ignored')).toBe(true);
  });

  it('applies decisions, and says in the thread’s stead which do not fit', async () => {
    const file = readFileSync(join(fixtures, 'house-plan.xls'));
    const run = await dryRunFile(file, 'a.xls', TODAY, { cells: { AB9: { as: 'actual' } }, buyer: 'Lund' });
    expect(run.orders[0]?.buyer).toBe('Lund');
    expect(cellIn(run, 'AB9')?.outcome).toMatchObject({ kind: 'actual' });
    const misfit = await dryRunFile(file, 'a.xls', TODAY, { rows: { '99': 'include' } }).catch(
      (error: unknown) => error,
    );
    expect(misfit).toBeInstanceOf(InvalidWorkbookDecisions);
    expect(misfit).toHaveProperty(['errors', 'rows.99']);
  });

  it('is plain JSON', async () => {
    const run = await runOf('house-plan.xlsx');
    expect(JSON.parse(JSON.stringify(run))).toEqual(run);
  });
});

const realWorkbook = process.env['TNA_WORKBOOK'];
if (realWorkbook) {
  describe('dryRun of the workbook in TNA_WORKBOOK', () => {
    it('finds its order, its two lines, its leftovers and its total', async () => {
      const run = await dryRunFile(readFileSync(realWorkbook), 'TNA-Tubulor.xls', TODAY);
      expect(run).toMatchObject({
        sheet: 'Alviras',
        headingRow: 5,
        buyer: { value: 'ANABIA' },
        sheetDate: { value: '2025-11-10' },
        unmappedHeadings: [],
        blockers: [],
        warnings: [],
        counts: { orders: 1, styles: 1, lines: 2, leftovers: 5, problemRows: 0, cells: { refused: 0 } },
      });
      expect(run.columns).toHaveLength(29);
      expect(run.rows.filter((row) => row.class === 'leftover').map((row) => row.row)).toEqual([6, 7, 8, 9, 10]);
      expect(run.rows.filter((row) => row.class === 'total').map((row) => row.row)).toEqual([13]);
      expect(run.orders[0]).toMatchObject({
        buyer: 'ANABIA',
        totals: [{ quantity: '64680', unit: 'pieces' }],
        styles: [{ style: 'Mens Tubulor', composition: '100% Cotton', fabricType: 'S/J', gsm: '160' }],
      });
      const [white, black] = linesOf(run);
      expect(white).toMatchObject({
        colour: 'WHITE',
        quantity: '44640',
        unit: 'pieces',
        yarnRequiredKg: '9550',
        sewingLine: 'A',
      });
      expect(black).toMatchObject({
        colour: 'BLACK',
        quantity: '20040',
        unit: 'pieces',
        yarnRequiredKg: '4200',
        sewingLine: 'B',
      });
      const steps = {
        yarnBooked: 'actual 2025-11-10',
        yarnReceived: 'planned 2025-11-18',
        labDipSubmitted: 'actual 2025-11-05',
        labDipApproved: 'actual 2025-11-05',
        ppYards: 'planned 2025-11-26',
        fitCumPpSubmitted: 'planned 2025-11-30',
        fitCumPpComments: 'planned 2025-12-08',
        knittingStart: 'planned 2025-11-22',
        knittingComplete: 'planned 2025-12-10',
        dyeingStart: 'planned 2025-11-27',
        dyeingComplete: 'planned 2025-12-15',
        firstBulkSubmission: 'planned 2025-11-30',
        bulkSizeSet: 'planned 2025-12-06',
        cuttingStart: 'planned 2025-12-08',
        cuttingComplete: 'planned 2025-12-20',
        printSent: 'not_applicable',
        printReceived: 'not_applicable',
        sewingInput: 'planned 2025-12-10',
        sewingFinish: 'planned 2025-12-30',
        packingComplete: 'planned 2026-01-02',
        finalInspection: 'planned 2026-01-03',
        exFactory: 'planned 2026-01-05',
      };
      expect(milestonesOf(white)).toEqual(steps);
      expect(milestonesOf(black)).toEqual({
        ...steps,
        labDipApproved: 'rejected: Rejected- need revised LD',
        firstBulkSubmission: 'planned 2025-12-08',
      });
    });
  });
}
