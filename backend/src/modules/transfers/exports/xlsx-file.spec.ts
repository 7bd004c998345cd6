import * as spreadsheet from '@e965/xlsx';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cell, CellKind, Heading, LooseRow } from './sheet';
import { XlsxFile } from './xlsx-file';
import { columnLetters, xmlText } from './xlsx-parts';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'xlsx-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const heading = (text: string, kind: CellKind): Heading => ({ text, kind, width: 12 });

function written(headings: Heading[], batches: Cell[][][], title: LooseRow[] = [], closing: LooseRow | null = null) {
  const path = join(folder, 'book.xlsx');
  const file = new XlsxFile(path, { name: 'Orders & lines', title, headings, frozenColumns: 1 });
  for (const rows of batches) file.add(rows);
  file.close(closing, ['Rows: 1 < 2']);
  return spreadsheet.read(readFileSync(path), { cellFormula: true, cellNF: true, cellStyles: true });
}

describe('a workbook that is written row after row', () => {
  it('types each cell by its column, in as many batches as there are', () => {
    const headings = [
      heading('Order', 'text'),
      heading('Quantity', 'number'),
      heading('ETD', 'day'),
      heading('Knit', 'step'),
    ];
    const { SheetNames, Sheets } = written(
      headings,
      [
        [['PO-1', '-5305.44', '2026-11-20', { planned: '2026-12-06' }]],
        [],
        [['=A1+1', '12345678901234567', null, 'N/A']],
      ],
      [],
      [{ value: 'Total', kind: 'text' }],
    );
    expect(SheetNames).toEqual(['Orders & lines', 'About this file']);
    const sheet = Sheets['Orders & lines'] ?? {};
    expect(sheet['A2']).toMatchObject({ t: 's', v: 'PO-1' });
    expect(sheet['B2']).toMatchObject({ t: 'n', v: -5305.44 });
    expect(sheet['C2']).toMatchObject({ t: 'n', v: 46346, w: '20/Nov/26' });
    expect(sheet['D2']).toMatchObject({ t: 'n', z: '"plan "d/mmm/yy', w: 'plan 6/Dec/26' });
    expect(sheet['A3']).toMatchObject({ t: 's', v: '=A1+1' });
    expect(sheet['A3']).not.toHaveProperty('f');
    expect(sheet['B3']).toMatchObject({ t: 's', v: '12345678901234567' }); // more digits than Excel can reckon with
    expect(sheet['C3']).toBeUndefined();
    expect(sheet['D3']).toMatchObject({ t: 's', v: 'N/A' });
    expect(sheet['A4']).toMatchObject({ t: 's', v: 'Total' });
    expect(sheet['!autofilter']).toEqual({ ref: 'A1:D1' });
    expect(Sheets['About this file']?.['A1']).toMatchObject({ v: 'Rows: 1 < 2' });
  });

  it.each([
    'বাংলা € ৳ 🧵',
    '<b>&amp; "quoted"</b>',
    ' two\nlines ',
    'a carriage\rreturn',
    '_x0041_ stays as it is',
    '_x000D_',
  ])('brings %j back', (text) => {
    const { Sheets } = written([heading('Notes', 'text')], [[[text]]]);
    expect(Sheets['Orders & lines']?.['A2']).toMatchObject({ t: 's', v: text });
  });

  it('leaves out what XML has no letter for', () => {
    expect(xmlText('a\u0000b\u001fc\ud800d\uffff')).toBe('abcd');
  });

  it('cuts a text where a cell of Excel ends', () => {
    const { Sheets } = written([heading('Notes', 'text')], [[['x'.repeat(40_000)]]]);
    expect((Sheets['Orders & lines']!['A2'] as { v: string }).v).toHaveLength(32_767);
  });

  it('calls its columns as Excel does', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});
