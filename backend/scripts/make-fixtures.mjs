/**
 * Writes the workbooks that the tests import, into test/fixtures/workbooks: invented plans in the layout that buying houses
 * use, with the oddities that such sheets have. The same bytes every time: `node backend/scripts/make-fixtures.mjs`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const xlsx = createRequire(import.meta.url)('@e965/xlsx');
const folder = join(import.meta.dirname, '..', 'test', 'fixtures', 'workbooks');

const HEADINGS = [
  ...['STYLE NAME', 'FABRICS ', 'COLOR', 'ORDER QTY', 'YARN\nREQ', 'YARN\nBOOKED', 'YARN\nRCVD', 'LABDIP\nSUB'],
  ...['LABDIP\nAPPROVED', 'PP Yds ', 'FIT CUM PP \nSUBMITE', 'FIT CUM PP \nCOMMENTS', 'KNITTING\nSTART'],
  ...['KNITTING\nCOMPLTE', 'DYEING\nSTART', 'DYEING\nCOMPLTE', '1st BULK SUBMISSION', 'LINE', 'BULK SIZE SET'],
  ...['CUTTING\nSTART', 'CUTTING\nCOMPLTE', 'PRINT\nSEND', 'PRINT\nRCVD', 'SEWING\nINPUT', 'SEWING\nFINISH'],
  ...['PACKING\nCOMPLTE', 'FINAL\nINSPECTION', 'EX-FACTORY', 'REMARKS'],
];
const PLAN_DATE = '2026-02-03';
const FABRIC = '95% Cotton 5% Elastane S/J 180 GSM';

/** Rows of another season that somebody hid and nobody took out: quantities stand where dates belong. */
const LEFTOVERS = [
  [
    'Kestrel',
    'Polo PK-118',
    '',
    '204.11.07.2201',
    '',
    310,
    310,
    305,
    '04.03.18',
    '',
    '',
    '',
    '',
    '',
    '',
    2400,
    '',
    2400,
  ],
  ['Kestrel', 'Polo PK-119', '', '', '', 420, 420, 418, '19.03.18', '', '', '', 1660, '', '', 1655, '', 1655],
  ['Larkfield', 'Tee LF-20', '', '', '', 700, 700, 690, '22.06.18', '', '', '', 3120, 3110, 3110, 3110, '', 3100],
];
for (const row of LEFTOVERS) row.push('', 2390, '', '', '', 2390, 2385, 2385, 2380, 2380, 'Inspection  28.06.18');

const LINES = [
  {
    colour: 'ECRU',
    quantity: 12600,
    yarn: 2740,
    line: 'C',
    labDipApproved: '2026-01-30',
    firstBulk: '2026-02-24',
    remarks: '',
  },
  {
    colour: 'NAVY',
    quantity: 8250,
    yarn: 1810,
    line: 'D',
    labDipApproved: 'Rejected- too green, send revised LD',
    firstBulk: '2026-03-03',
    remarks: 'Buyer wants 2 size sets',
  },
].map((line) => [
  ...['Ladies Ringer Tee', FABRIC, line.colour, line.quantity, line.yarn, '2026-02-02', '2026-02-10', '2026-01-28'],
  ...[line.labDipApproved, '2026-02-18', '2026-02-22', '2026-03-01', '2026-02-14', '2026-03-04', '2026-02-19'],
  ...['2026-03-09', line.firstBulk, line.line, '2026-02-28', '2026-03-02', '2026-03-14', 'N/A', 'N/A', '2026-03-04'],
  ...['2026-03-24', '2026-03-27', '2026-03-28', '2026-03-30', line.remarks],
]);

function housePlan() {
  const sheet = sheetOf([
    ['Harbour Line Sourcing Ltd'],
    ['Buyer: NORDHAV'],
    ['DATE : ', PLAN_DATE],
    [],
    HEADINGS,
    ...LEFTOVERS,
    ...LINES,
    ['TOTAL QYUANTITY =', '', '', 20850],
  ]);
  sheet.D11 = { t: 'n', v: 20850, f: 'SUM(D9:D10)' };
  sheet.M9 = { ...sheet.M9, f: 'G9+4' };
  sheet['!merges'] = ['A1:L1', 'A2:L2', 'B3:C3', 'A11:B11'].map((range) => xlsx.utils.decode_range(range));
  sheet['!rows'] = [];
  for (const row of [5, 6, 7]) sheet['!rows'][row] = { hidden: true };
  return bookOf('Nordhav', sheet);
}

/** The layout of the predecessor's own export: three columns more, dates as text, one style with two fabrics. */
function planExport() {
  const extended = (row, status, delivered, remaining) => [
    ...row.slice(0, 3),
    status,
    row[3],
    delivered,
    remaining,
    ...row.slice(4),
  ];
  const asText = (row) => row.map((value) => (isDay(value) ? shownDay(value) : value));
  const second = asText(LINES[1]).with(0, 'Ladies Ringer Dress').with(1, '100% Cotton Interlock 220 GSM');
  return bookOf(
    'TnA Export',
    sheetOf(
      [
        ['Harbour Line Sourcing Ltd'],
        ['Buyer: NORDHAV'],
        ['DATE :', shownDay(PLAN_DATE)],
        [],
        extended(HEADINGS, 'STATUS', 'QTY DELIVERED', 'REMAINING QTY'),
        extended(asText(LINES[0]), 'Running Order', 600, 12000),
        extended(second, 'In Development', '', 8250),
        ['TOTAL', '', '', '', 20850],
      ],
      { dates: false },
    ),
  );
}

function sheetOf(rows, { dates = true } = {}) {
  const sheet = xlsx.utils.aoa_to_sheet(rows.map((row) => row.map((value) => (value === '' ? null : value))));
  for (const cell of Object.values(sheet)) {
    if (dates && isDay(cell.v)) Object.assign(cell, { t: 'n', v: serial(cell.v), z: 'd/mmm/yy' });
  }
  return sheet;
}

const isDay = (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
const serial = (day) => (Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000;
const shownDay = (day) => xlsx.SSF.format('d/mmm/yy', serial(day));
const bookOf = (name, sheet) => ({ SheetNames: [name], Sheets: { [name]: sheet } });

/** Our writer leaves out of .xls which rows are hidden: this puts the ROW records in, as Excel does. */
function withHiddenRows(file, rows) {
  const container = xlsx.CFB.read(file, { type: 'buffer' });
  const stream = xlsx.CFB.find(container, '/Workbook');
  const bytes = Buffer.from(stream.content);
  const DIMENSIONS = 0x0200;
  let at = 0;
  while (bytes.readUInt16LE(at) !== DIMENSIONS) at += 4 + bytes.readUInt16LE(at + 2);
  at += 4 + bytes.readUInt16LE(at + 2);
  const records = rows.map((row) => {
    const record = Buffer.alloc(20);
    record.writeUInt16LE(0x0208, 0);
    record.writeUInt16LE(16, 2);
    record.writeUInt16LE(row, 4);
    record.writeUInt16LE(HEADINGS.length, 8);
    record.writeUInt16LE(0xff, 10);
    record.writeUInt16LE(0x0120, 16); // no height: hidden
    record.writeUInt16LE(0x0f, 18);
    return record;
  });
  const content = Buffer.concat([bytes.subarray(0, at), ...records, bytes.subarray(at)]);
  const copy = xlsx.CFB.utils.cfb_new();
  xlsx.CFB.utils.cfb_add(copy, '/Workbook', content);
  return xlsx.CFB.write(copy, { type: 'buffer' });
}

const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const write = (name, content) => writeFileSync(join(folder, name), content);
const options = { type: 'buffer', compression: true, cellStyles: true, Props: { CreatedDate: new Date(0) } };

mkdirSync(folder, { recursive: true });
const xlsxPlan = xlsx.write(housePlan(), { ...options, bookType: 'xlsx' });
write('house-plan.xlsx', xlsxPlan);
write('house-plan.xls', withHiddenRows(xlsx.write(housePlan(), { ...options, bookType: 'biff8' }), [5, 6, 7]));
write('house-plan.csv', xlsx.utils.sheet_to_csv(housePlan().Sheets.Nordhav).trim() + '\n');
write('plan-export.xlsx', xlsx.write(planExport(), { ...options, bookType: 'xlsx' }));
write('bad-empty.xls', '');
write('bad-picture.xls', Buffer.from(PICTURE, 'base64'));
write('bad-cut-off.xlsx', xlsxPlan.subarray(0, Math.floor(xlsxPlan.length * 0.6)));
