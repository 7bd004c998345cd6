import type { DryRunCellDto, DryRunDto, DryRunRowDto, ImportDto, WorkbookField } from '@/shared/api/generated';

/** A cell that holds words, taken as they are; name only what the test is about. */
export function aCell(address: string, field: WorkbookField | null, given: Partial<DryRunCellDto> = {}): DryRunCellDto {
  const shown = given.shown ?? 'words';
  return { address, shown, field, outcome: { type: 'text', value: shown }, from: null, decided: false, ...given };
}

/** A day of a step, as a sheet writes it. */
export function aDayCell(address: string, shown: string, date: string, kind: 'actual' | 'planned'): DryRunCellDto {
  const outcome = { type: 'milestone', milestone: 'knittingStart', date, kind } as const;
  return aCell(address, 'knittingStart', { shown, outcome });
}

export function aRow(row: number, given: Partial<DryRunRowDto> = {}): DryRunRowDto {
  return { row, class: 'line', reason: null, hidden: false, included: true, problems: [], cells: [], ...given };
}

const leftOut = { type: 'ignored', reason: 'The row is left out.' } as const;

/** Two lines of one order: white is planned, black's lab dip was rejected; two old rows above, the total below. */
export function aDryRun(given: Partial<DryRunDto> = {}): DryRunDto {
  return {
    file: { name: 'plan.xls', type: 'xls', size: 30_208, sha256: 'a1' },
    sheets: [{ name: 'Plan', hidden: false, filledRows: 8, headingRow: 5, fields: 5 }],
    sheet: 'Plan',
    headingRow: 5,
    columns: [
      { column: 'A', heading: 'STYLE NAME', field: 'style', confidence: 100, decidedBy: 'heading' },
      { column: 'B', heading: 'COLOR', field: 'colour', confidence: 100, decidedBy: 'heading' },
      { column: 'C', heading: 'LABDIP APPROVED', field: 'labDipApproved', confidence: 100, decidedBy: 'heading' },
      { column: 'D', heading: 'KNITTING START', field: 'knittingStart', confidence: 100, decidedBy: 'heading' },
    ],
    missingFields: [],
    unmappedHeadings: [],
    company: null,
    buyer: { value: 'ANABIA', address: 'A2' },
    sheetDate: { value: '2025-11-10', address: 'B3' },
    asOf: '2025-11-10',
    rows: [
      aRow(2, {
        class: 'title',
        included: false,
        cells: [
          aCell('A2', null, { shown: 'Buyer: ANABIA', outcome: { type: 'header', value: 'ANABIA', fact: 'buyer' } }),
        ],
      }),
      ...[6, 7].map((row) =>
        aRow(row, {
          class: 'leftover',
          reason: 'Its dates end 2017-06-01.',
          hidden: true,
          included: false,
          cells: [aCell(`A${row}`, null, { shown: 'La Halle', outcome: leftOut })],
        }),
      ),
      aRow(8, {
        cells: [
          aCell('A8', 'style', { shown: 'Mens Tubular' }),
          aCell('B8', 'colour', { shown: 'WHITE' }),
          aDayCell('D8', '22/Nov/25', '2025-11-22', 'planned'),
        ],
      }),
      aRow(9, {
        cells: [
          aCell('A9', 'style', { shown: 'Mens Tubular' }),
          aCell('B9', 'colour', { shown: 'BLACK' }),
          aCell('C9', 'labDipApproved', {
            shown: 'Rejected- need revised LD',
            outcome: {
              type: 'rejected',
              milestone: 'labDipApproved',
              note: 'Rejected- need revised LD',
              date: null,
            },
          }),
          aCell('D9', 'knittingStart', {
            shown: '640',
            outcome: { type: 'refused', reason: '640 is a quantity where a date belongs.', suggestion: null },
          }),
        ],
      }),
      aRow(10, {
        class: 'total',
        reason: 'Adds up the lines above it.',
        included: false,
        cells: [aCell('A10', null, { shown: 'TOTAL', outcome: leftOut })],
      }),
    ],
    orders: [
      {
        buyer: 'ANABIA',
        company: null,
        orderNumber: null,
        orderType: null,
        sheetDate: '2025-11-10',
        totals: [{ quantity: '64680', unit: 'pieces' }],
        yarnRequiredKg: '13750',
        exFactory: { from: '2026-01-05', to: '2026-01-05' },
        styles: [],
      },
    ],
    counts: {
      orders: 1,
      styles: 1,
      lines: 2,
      leftovers: 2,
      problemRows: 0,
      cells: { taken: 5, notApplicable: 0, rejected: 1, notes: 0, ignored: 0, refused: 1 },
    },
    warnings: [],
    blockers: [],
    ...given,
  };
}

export function anImport(given: Partial<ImportDto> = {}): ImportDto {
  return {
    id: 'import-1',
    fileName: 'plan.xls',
    fileSize: 30_208,
    status: 'draft',
    nextStatuses: ['committed', 'discarded'],
    orders: [],
    committedAt: null,
    createdAt: '2026-11-01T04:00:00Z',
    updatedAt: '2026-11-01T04:00:00Z',
    rowVersion: 1,
    decisions: {},
    repeats: [],
    dryRun: aDryRun(),
    ...given,
  };
}
