import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as spreadsheet from '@e965/xlsx';
import { archiveOf, workbookParts } from '../../../../test/support/archives';
import { readWorkbook } from './read';
import type { Workbook, WorkbookCell } from './workbook.cells';
import { workbookLimits } from './workbook.limits';
import { WorkbookRefusal } from './workbook.refusal';

const fixtures = join(__dirname, '../../../../test/fixtures/workbooks');
const fixture = (name: string): Buffer => readFileSync(join(fixtures, name));
const MEGABYTE = 1024 * 1024;

jest.setTimeout(30_000); // each file is opened in a thread that compiles the sources first

function cellAt(workbook: Workbook, address: string): WorkbookCell | undefined {
  return workbook.sheets[0]?.cells.find((cell) => cell.address === address);
}

async function refusalOf(file: Buffer, name: string, limits = workbookLimits): Promise<WorkbookRefusal> {
  const refusal: unknown = await readWorkbook(file, name, limits).catch((error: unknown) => error);
  if (refusal instanceof WorkbookRefusal) return refusal;
  throw new Error(`${name} was taken: ${String(refusal)}`);
}

function excel(rows: unknown[][], bookType: 'xlsx' | 'biff8' = 'xlsx', date1904 = false): Buffer {
  const sheet = spreadsheet.utils.aoa_to_sheet(rows);
  const book = { SheetNames: ['Plan'], Sheets: { Plan: sheet }, Workbook: { WBProps: { date1904 } } };
  return spreadsheet.write(book, { type: 'buffer', bookType, compression: true }) as Buffer;
}

describe('readWorkbook', () => {
  it.each(['xls', 'xlsx'] as const)('reads dates, quantities, hidden rows and merges of an .%s', async (type) => {
    const workbook = await readWorkbook(fixture(`house-plan.${type}`), `plan.${type}`);
    expect(workbook).toMatchObject({ fileType: type, sheets: [{ name: 'Nordhav', hiddenRows: [6, 7, 8] }] });
    expect(workbook.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(workbook.sheets[0]?.merges).toContainEqual({ top: 3, bottom: 3, left: 1, right: 2 });
    expect(cellAt(workbook, 'B3')).toMatchObject({ kind: 'date', value: '2026-02-03', shown: '3/Feb/26' });
    expect(cellAt(workbook, 'D9')).toMatchObject({ kind: 'number', value: 12600 });
    expect(cellAt(workbook, 'I6')).toMatchObject({ kind: 'text', value: '04.03.18' });
    expect(cellAt(workbook, 'E5')?.shown).toBe('YARN\nREQ');
    expect(cellAt(workbook, 'AC10')?.shown).toBe('Buyer wants 2 size sets');
    expect(cellAt(workbook, 'C6')).toBeUndefined();
  });

  it('reads the text of a .csv, headings with line breaks too', async () => {
    const workbook = await readWorkbook(fixture('house-plan.csv'), 'plan.csv');
    expect(workbook).toMatchObject({ fileType: 'csv', sheets: [{ name: 'plan', hiddenRows: [] }] });
    expect(cellAt(workbook, 'E5')?.shown).toBe('YARN\nREQ');
    expect(cellAt(workbook, 'F9')).toMatchObject({ kind: 'text', value: '2/Feb/26' });
  });

  it.each([
    ['semicolons', 'Style;Qty\nTee, white;12\n'],
    ['tabs', 'Style\tQty\r\nTee, white\t12'],
    ['a declared separator', 'sep=;\nStyle;Qty\n"Tee, white";12'],
    ['UTF-16', '\ufeffStyle\tQty\nTee, white\t12'],
  ])('reads a .csv with %s', async (name, text) => {
    const workbook = await readWorkbook(Buffer.from(text, name === 'UTF-16' ? 'utf16le' : 'utf8'), 'plan.csv');
    expect(cellAt(workbook, 'A2')?.shown).toBe('Tee, white');
    expect(cellAt(workbook, 'B2')?.shown).toBe('12');
  });

  it('reads a .csv of Windows and one in UTF-8 with the right letters', async () => {
    expect(cellAt(await readWorkbook(Buffer.from('Style,Qty\nÉté,1', 'latin1'), 'a.csv'), 'A2')?.shown).toBe('Été');
    expect(cellAt(await readWorkbook(Buffer.from('\ufeffStyle,Qty\nÉté,1'), 'a.csv'), 'A2')?.shown).toBe('Été');
    expect(cellAt(await readWorkbook(Buffer.from('\ufeffStyle,Qty\nÉté,1'), 'a.csv'), 'A1')?.shown).toBe('Style');
  });

  it('drops what cannot be shown or kept: control codes and halves of letters', async () => {
    const book = await readWorkbook(Buffer.from('Style,Colour\nTee\u007f,\u0007\nPo\u007flo,Na\u0002vy'), 'a.csv');
    expect(book.sheets[0]?.cells.map(({ address, shown }) => [address, shown])).toEqual([
      ['A1', 'Style'],
      ['B1', 'Colour'],
      ['A2', 'Tee'],
      ['A3', 'Polo'],
      ['B3', 'Navy'],
    ]);
  });

  it('reads the days of a workbook that counts from 1904', async () => {
    const sheet = `<row r="1"><c r="A1" s="0"><v>44509</v></c></row>`;
    const parts = workbookParts(sheet).map((part) =>
      part.name === 'xl/workbook.xml'
        ? { ...part, content: String(part.content).replace('<sheets>', '<workbookPr date1904="1"/><sheets>') }
        : part,
    );
    const styles = '<styleSheet><cellXfs count="1"><xf numFmtId="14"/></cellXfs></styleSheet>';
    const types = parts[0];
    if (types) {
      const override =
        '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>';
      types.content = String(types.content).replace('</Types>', override);
    }
    const workbook = await readWorkbook(archiveOf([...parts, { name: 'xl/styles.xml', content: styles }]), 'old.xlsx');
    expect(cellAt(workbook, 'A1')).toMatchObject({ kind: 'date', value: '2025-11-10' });
  });

  it('takes stored results and works no formula out', async () => {
    const row =
      '<row r="1"><c r="A1"><f>SUM(B1:C1)</f><v>7</v></c><c r="B1"><f>REPT("x",1E9)</f></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>';
    const workbook = await readWorkbook(archiveOf(workbookParts(row)), 'plan.xlsx');
    expect(cellAt(workbook, 'A1')).toMatchObject({ kind: 'number', value: 7, formula: 'SUM(B1:C1)' });
    expect(cellAt(workbook, 'B1')).toMatchObject({ kind: 'formula', value: null, formula: 'REPT("x",1E9)' });
    expect(cellAt(workbook, 'C1')).toMatchObject({ kind: 'error', value: null, shown: '#DIV/0!' });
  });

  it('opens several at a time, each with its own answer', async () => {
    const names = ['house-plan.xls', 'house-plan.xlsx', 'house-plan.csv', 'plan-export.xlsx', 'bad-picture.xls'];
    const answers = await Promise.allSettled(names.map((name) => readWorkbook(fixture(name), name)));
    expect(answers.map((answer) => answer.status)).toEqual([...Array(4).fill('fulfilled'), 'rejected']);
  });
});

describe('readWorkbook refuses', () => {
  const xlsx = fixture('house-plan.xlsx');
  const xls = fixture('house-plan.xls');
  const png = fixture('bad-picture.xls');

  it.each<[string, Buffer, string, string]>([
    ['an empty file', fixture('bad-empty.xls'), 'a.xls', 'workbook.empty'],
    ['100 MB', Buffer.alloc(100 * MEGABYTE), 'a.xls', 'workbook.too_large'],
    ['a picture named .xls', png, 'a.xls', 'workbook.not_a_spreadsheet'],
    ['a picture named .csv', png, 'a.csv', 'workbook.not_a_spreadsheet'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'a.xlsx', 'workbook.not_a_spreadsheet'],
    ['binary named .csv', Buffer.from([1, 2, 3, 0, 5, 6, 7]), 'a.csv', 'workbook.not_a_spreadsheet'],
    ['a web page named .xls', Buffer.from('<html><table><tr><td>1'), 'a.xls', 'workbook.not_a_spreadsheet'],
    ['another archive', archiveOf([{ name: 'a.txt', content: 'a' }]), 'a.xlsx', 'workbook.not_a_spreadsheet'],
    ['a text file', Buffer.from('Style,Qty'), 'a.txt', 'workbook.unsupported_type'],
    ['an .xlsx named .xls', xlsx, 'a.xls', 'workbook.wrong_extension'],
    ['an .xls named .csv', xls, 'a.csv', 'workbook.wrong_extension'],
    ['text named .xlsx', Buffer.from('Style,Qty'), 'a.xlsx', 'workbook.wrong_extension'],
    ['half an .xlsx', fixture('bad-cut-off.xlsx'), 'a.xlsx', 'workbook.corrupt'],
    ['half an .xls', xls.subarray(0, 4000), 'a.xls', 'workbook.corrupt'],
    ['an .xlsx with a flipped byte', flipped(xlsx, 2000), 'a.xlsx', 'workbook.corrupt'],
    ['an .xlsx that asks for a password', encryptedXlsx(), 'a.xls', 'workbook.password_protected'],
    ['an .xls that asks for a password', encryptedXls(xls), 'a.xls', 'workbook.password_protected'],
    ['an encrypted archive', lying({ flags: 1 }), 'a.xlsx', 'workbook.password_protected'],
    ['sheets with nothing in them', excel([[]]), 'a.xlsx', 'workbook.no_cells'],
  ])('%s', async (_what, file, name, code) => {
    const refusal = await refusalOf(file, name);
    expect(refusal.code).toBe(code);
    expect(refusal.message).toMatch(/^[“A-Z].*\.$/);
  });

  it('names the right extension', async () => {
    expect((await refusalOf(xlsx, 'plan.xls')).message).toContain('end in .xlsx');
  });

  it('an archive that would unpack to gigabytes, before unpacking it', async () => {
    const bomb = archiveOf([...workbookParts(''), { name: 'xl/media/a.xml', content: 'a', unpacked: 4_000_000_000 }]);
    expect((await refusalOf(bomb, 'a.xlsx')).code).toBe('workbook.zip_bomb');
  });

  it('an archive that packs a thousandfold', async () => {
    const bomb = archiveOf([...workbookParts(''), { name: 'xl/a.xml', content: Buffer.alloc(30 * MEGABYTE) }]);
    expect(bomb.length).toBeLessThan(MEGABYTE);
    expect((await refusalOf(bomb, 'a.xlsx')).code).toBe('workbook.zip_bomb');
  });

  it('an archive whose parts are larger than they say', async () => {
    const bomb = archiveOf([
      ...workbookParts(''),
      { name: 'xl/a.xml', content: Buffer.alloc(30 * MEGABYTE), unpacked: 900 },
    ]);
    expect((await refusalOf(bomb, 'a.xlsx')).code).toBe('workbook.zip_bomb');
  });

  it('an archive of thousands of parts', async () => {
    const parts = Array.from({ length: 5000 }, (_, index) => ({ name: `xl/${index}.xml`, content: '' }));
    expect((await refusalOf(archiveOf([...workbookParts(''), ...parts]), 'a.xlsx')).code).toBe('workbook.zip_bomb');
  });

  it('XML that defines entities in entities', async () => {
    const laughs = '<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>';
    const parts = workbookParts('<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>');
    const sheet = parts.at(-1);
    if (sheet) sheet.content = laughs + String(sheet.content);
    expect((await refusalOf(archiveOf(parts), 'a.xlsx')).code).toBe('workbook.unsafe_xml');
  });

  it.each(['xlsx', 'csv'] as const)('too many rows and columns in an .%s', async (type) => {
    const write = (rows: unknown[][]): Buffer =>
      type === 'csv' ? Buffer.from(rows.map((row) => row.join(',')).join('\n')) : excel(rows);
    const long = write(Array.from({ length: 2001 }, (_, index) => [`Style ${index}`, index]));
    expect((await refusalOf(long, `a.${type}`)).code).toBe('workbook.too_many_rows');
    const wide = write([Array.from({ length: 257 }, (_, index) => `Heading ${index}`)]);
    expect((await refusalOf(wide, `a.${type}`)).code).toBe('workbook.too_many_columns');
  });

  it('too many cells', async () => {
    const full = Buffer.from(`${'x,'.repeat(249)}x\n`.repeat(500));
    expect((await refusalOf(full, 'a.csv')).code).toBe('workbook.too_many_cells');
  });

  it('too many sheets', async () => {
    const names = Array.from({ length: 101 }, (_, index) => `Buyer ${index}`);
    const sheets = Object.fromEntries(names.map((name) => [name, spreadsheet.utils.aoa_to_sheet([['Style']])]));
    const file = spreadsheet.write(
      { SheetNames: names, Sheets: sheets },
      { type: 'buffer', bookType: 'xlsx' },
    ) as Buffer;
    expect((await refusalOf(file, 'a.xlsx')).code).toBe('workbook.too_many_sheets');
  });

  it('what takes too long, and the process goes on meanwhile', async () => {
    let ticks = 0;
    const clock = setInterval(() => ticks++, 5);
    const refusal = await refusalOf(heavyWorkbook(), 'a.xlsx', {
      ...workbookLimits,
      unpackedBytes: Infinity,
      time: 300,
    });
    clearInterval(clock);
    expect(refusal.code).toBe('workbook.too_slow');
    expect(ticks).toBeGreaterThan(20);
  });

  it('what needs too much memory', async () => {
    const limits = { ...workbookLimits, unpackedBytes: Infinity, memory: 16 };
    expect((await refusalOf(heavyWorkbook(), 'a.xlsx', limits)).code).toBe('workbook.too_heavy');
  });

  it('then opens the next file as if nothing had been', async () => {
    expect((await readWorkbook(xls, 'plan.xls')).sheets).toHaveLength(1);
  });
});

function heavyWorkbook(): Buffer {
  const cells = Array.from(
    { length: 50 },
    (_, column) => `<c r="${spreadsheet.utils.encode_col(column)}1"><v>1.5</v></c>`,
  );
  const rows = Array.from(
    { length: 19_000 },
    (_, row) => `<row r="${row + 1}">${cells.join('').replace(/1"/g, `${row + 1}"`)}</row>`,
  );
  return archiveOf(workbookParts(rows.join('')));
}

function flipped(file: Buffer, at: number): Buffer {
  const copy = Buffer.from(file);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}

function lying(header: { flags?: number; unpacked?: number }): Buffer {
  return archiveOf(workbookParts('').map((part) => ({ ...part, ...header })));
}

function encryptedXlsx(): Buffer {
  const container = spreadsheet.CFB.utils.cfb_new();
  const agile = Buffer.concat([Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]), Buffer.from('<encryption/>')]);
  spreadsheet.CFB.utils.cfb_add(container, '/EncryptionInfo', agile);
  spreadsheet.CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(5000, 7));
  return spreadsheet.CFB.write(container, { type: 'buffer' }) as Buffer;
}

/** As Excel protects an .xls: a FILEPASS record (here of RC4) after the first one. */
function encryptedXls(file: Buffer): Buffer {
  const stream = spreadsheet.CFB.find(spreadsheet.CFB.read(file, { type: 'buffer' }), '/Workbook');
  const bytes = Buffer.from(stream?.content as unknown as Uint8Array);
  const filePass = Buffer.alloc(4 + 54);
  filePass.writeUInt16LE(0x2f, 0);
  filePass.writeUInt16LE(54, 2);
  filePass.writeUInt16LE(1, 4);
  filePass.writeUInt16LE(1, 6);
  filePass.writeUInt16LE(1, 8);
  const first = 4 + bytes.readUInt16LE(2);
  const container = spreadsheet.CFB.utils.cfb_new();
  const content = Buffer.concat([bytes.subarray(0, first), filePass, bytes.subarray(first)]);
  spreadsheet.CFB.utils.cfb_add(container, '/Workbook', content);
  return spreadsheet.CFB.write(container, { type: 'buffer' }) as Buffer;
}
