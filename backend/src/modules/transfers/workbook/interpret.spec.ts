import fc from 'fast-check';
import { cellOf, type Written } from '../../../../test/support/workbooks';
import type { CellOutcome } from './dry-run.types';
import { interpretCell } from './interpret';
import { workbookFields, type WorkbookField } from './workbook.fields';

const reading = { asOf: '2025-11-10', unit: 'pieces' } as const;

function outcomeOf(written: Written, field: WorkbookField): CellOutcome {
  const cell = cellOf(written);
  if (!cell) throw new Error('A test interprets a cell that holds something.');
  return interpretCell(cell, field, reading);
}

describe('interpretCell in a date column', () => {
  it.each<[string, Written, string, 'actual' | 'planned']>([
    ['a day before the sheet’s', { day: '2025-11-05' }, '2025-11-05', 'actual'],
    ['the sheet’s own day', { day: '2025-11-10' }, '2025-11-10', 'actual'],
    ['the day after it', { day: '2025-11-11' }, '2025-11-11', 'planned'],
    ['a text', '18/Nov/25', '2025-11-18', 'planned'],
    ['a text with full stops', '05.11.25', '2025-11-05', 'actual'],
  ])('takes %s', (_what, written, date, kind) => {
    expect(outcomeOf(written, 'knittingStart')).toEqual({ type: 'milestone', milestone: 'knittingStart', date, kind });
  });

  it.each(['N/A', 'n/a', 'NA', 'N.A.', '-', '--', 'Nil', 'Not applicable'])('takes %j for not applicable', (text) => {
    expect(outcomeOf(text, 'printSent')).toEqual({ type: 'not_applicable', milestone: 'printSent' });
  });

  it.each(['Rejected- need revised LD', 'REJ', 'Not approved', 'Please resubmit'])(
    'takes %j for a rejected lab dip',
    (note) => {
      expect(outcomeOf(note, 'labDipApproved')).toEqual({
        type: 'rejected',
        milestone: 'labDipApproved',
        note,
        date: null,
      });
    },
  );

  it('keeps the day on which a lab dip was rejected', () => {
    expect(outcomeOf('Rejected 8/Nov/25, too red', 'labDipApproved')).toMatchObject({
      type: 'rejected',
      date: '2025-11-08',
    });
  });

  it('keeps words as a note and proposes the last date among them', () => {
    expect(outcomeOf('Rejected by QC', 'finalInspection')).toMatchObject({ type: 'note', suggestion: null });
    expect(outcomeOf('TBC', 'exFactory')).toMatchObject({ type: 'note', note: 'TBC' });
    expect(outcomeOf('60% on 3/Jan/26, rest 8/Jan/26', 'exFactory')).toMatchObject({
      type: 'note',
      suggestion: '2026-01-08',
    });
  });

  it.each<[Written, string | null]>([
    [3710, null],
    ['1,700', null],
    [45971, '2025-11-10'],
    [{ day: null }, null],
    [{ day: '1905-03-02' }, null],
    ['31/Nov/25', null],
    ['10/Dec', '2025-12-10'],
    [{ kind: 'boolean', value: true, shown: 'TRUE' }, null],
  ])('refuses %j and proposes %s', (written, suggestion) => {
    expect(outcomeOf(written, 'cuttingStart')).toMatchObject({ type: 'refused', suggestion });
  });

  it('takes zero for nothing', () => expect(outcomeOf(0, 'cuttingStart')).toMatchObject({ type: 'ignored' }));

  it('takes a date or a number of yards under PP Yds', () => {
    expect(outcomeOf({ day: '2025-11-26' }, 'ppYards')).toMatchObject({ type: 'milestone', date: '2025-11-26' });
    expect(outcomeOf('26/Nov/25', 'ppYards')).toMatchObject({ type: 'milestone', date: '2025-11-26' });
    expect(outcomeOf(12.5, 'ppYards')).toEqual({ type: 'quantity', value: '12.5', unit: 'yards' });
    expect(outcomeOf('12 yds', 'ppYards')).toEqual({ type: 'quantity', value: '12', unit: 'yards' });
    expect(outcomeOf('12 kg', 'ppYards')).toMatchObject({ type: 'refused' });
  });
});

describe('interpretCell in the other columns', () => {
  it.each<[WorkbookField, Written, CellOutcome]>([
    ['style', ' Mens\n Tubulor ', { type: 'text', value: 'Mens Tubulor' }],
    ['style', 4711, { type: 'text', value: '4711' }],
    ['remarks', 'One\nTwo', { type: 'text', value: 'One\nTwo' }],
    ['sewingLine', 'A', { type: 'text', value: 'A' }],
    ['colour', 'N/A', { type: 'not_applicable', milestone: null }],
    ['quantity', 44640, { type: 'quantity', value: '44640', unit: 'pieces' }],
    ['quantity', '20,040 pcs', { type: 'quantity', value: '20040', unit: 'pieces' }],
    ['quantity', '350.5 kg', { type: 'quantity', value: '350.5', unit: 'kg' }],
    ['yarnRequired', 9550, { type: 'quantity', value: '9550', unit: 'kg' }],
    ['yarnRequired', 9550.333333, { type: 'quantity', value: '9550.333', unit: 'kg' }],
    ['unit', 'YDS', { type: 'unit', value: 'yards' }],
    ['status', 'Running Order', { type: 'status', value: 'running' }],
  ])('%s %j', (field, written, outcome) => expect(outcomeOf(written, field)).toEqual(outcome));

  it.each<[WorkbookField, Written, string | null]>([
    ['quantity', '172.08.21.1003', null],
    ['quantity', 0, null],
    ['quantity', 100.4, '100'],
    ['quantity', { day: '2025-11-05' }, null],
    ['yarnRequired', '500 lbs', null],
    ['yarnRequired', 'later', null],
    ['unit', 'bales', null],
    ['status', 'Somewhere', null],
    ['style', 'S'.repeat(151), 'S'.repeat(150)],
    ['fabrics', 'F'.repeat(256), 'F'.repeat(255)],
    ['remarks', 'R'.repeat(4001), null],
  ])('refuses %s %j and proposes %s', (field, written, suggestion) => {
    expect(outcomeOf(written, field)).toMatchObject({ type: 'refused', suggestion });
  });

  it('splits a fabric', () => {
    expect(outcomeOf('100% Cotton S/J 160 GSM', 'fabrics')).toEqual({
      type: 'fabric',
      text: '100% Cotton S/J 160 GSM',
      composition: '100% Cotton',
      fabricType: 'S/J',
      gsm: '160',
    });
  });

  it('leaves delivered and remaining quantities to the deliveries', () => {
    expect(outcomeOf(600, 'deliveredQuantity').type).toBe('ignored');
    expect(outcomeOf(12_000, 'remainingQuantity').type).toBe('ignored');
  });
});

describe('interpretCell and formulas', () => {
  it('takes the stored result of an ordinary one', () => {
    expect(outcomeOf({ kind: 'number', value: 7, shown: '7', formula: 'SUM(A1:B1)' }, 'quantity')).toMatchObject({
      value: '7',
    });
  });

  it.each<[string, Partial<Parameters<typeof interpretCell>[0]>]>([
    ['without a result', { kind: 'formula', value: null, formula: 'REPT("x",1E9)' }],
    ['that fails', { kind: 'error', value: null, shown: '#REF!', formula: 'A99' }],
    ['into another file', { kind: 'number', value: 5, shown: '5', formula: '[1]Stock!A1' }],
    ['into a named file', { kind: 'number', value: 5, shown: '5', formula: "'[prices.xlsx]Sheet1'!A1" }],
    ['that starts a program', { kind: 'text', value: '5', shown: '5', formula: "cmd|' /C calc'!A0" }],
    ['that fetches', { kind: 'text', value: '5', shown: '5', formula: 'WEBSERVICE("http://localhost")' }],
    ['written as text', { kind: 'text', value: '=1+1', shown: '=1+1' }],
    ['of DDE written as text', { kind: 'text', value: '', shown: "+cmd|' /C calc'!A0" }],
  ])('refuses one %s', (_what, cell) => {
    for (const field of ['quantity', 'style', 'exFactory'] as const)
      expect(outcomeOf(cell, field).type).toBe('refused');
  });

  it('proposes the stored result of one from outside', () => {
    const cell = { kind: 'number', value: 5, shown: '5', formula: '[1]Stock!A1' } as const;
    expect(outcomeOf(cell, 'quantity')).toMatchObject({ type: 'refused', suggestion: '5' });
  });
});

it('interpretCell never throws', () => {
  const fields = fc.constantFrom(...workbookFields);
  const written = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.double(),
    fc.constant({ day: null }),
    fc.constantFrom('error', 'formula', 'boolean').map((kind) => ({ kind }) as Written),
  );
  fc.assert(
    fc.property(written, fields, (cell, field) => {
      expect(outcomeOf(cell, field)).toHaveProperty('type');
    }),
    { numRuns: 500 },
  );
});
