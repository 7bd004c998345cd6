import * as spreadsheet from '@e965/xlsx';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import { DataSource } from 'typeorm';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner';
import { poolOf } from '../../src/platform/database/pool';
import { ExportRunner } from '../../src/modules/transfers/exports/export-runner';
import { ExportsRepository } from '../../src/modules/transfers/exports/exports.repository';
import { SheetWriter } from '../../src/modules/transfers/exports/sheet-writer';
import { House, type Person } from '../support/house';
import { statementsDuring } from '../support/statements';

let folder: string;
let house: House;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exports-'));
  house = await House.open({ MEDIA_ROOT: folder });
});
afterAll(async () => {
  await house?.close();
  await rm(folder, { recursive: true });
});

interface Export {
  id: string;
  status: string;
  nextStatuses: string[];
  about: string;
  totalRows: number | null;
  doneRows: number;
  failure: string | null;
  file: { fileName: string; contentType: string; size: number } | null;
  code?: string;
  errors?: Record<string, string[]>;
}
interface Listed {
  orderNumber: string;
  lines: {
    colorName: string;
    quantity: string;
    etd: string;
    delivery: { totalDeliveredQuantity: string; percent: string; shortageExcessQuantity: string };
  }[];
}
type Rows = Record<string, string>[];

/** The rows of a sheet by their headings, as far as it goes without a gap. */
function rowsOf(cells: string[][], headings = 0): Rows {
  const head = cells[headings] ?? [];
  const end = cells.findIndex((row, index) => index > headings && row.every((cell) => cell === ''));
  return cells
    .slice(headings + 1, end < 0 ? undefined : end)
    .map((row) => Object.fromEntries(head.map((heading, column) => [heading, row[column] ?? ''])));
}

const cellsOf = (sheet: spreadsheet.WorkSheet | undefined): string[][] =>
  spreadsheet.utils.sheet_to_json(sheet ?? {}, { header: 1, raw: false, blankrows: true, defval: '' });

/** A CSV answer as a spreadsheet that takes nothing for a formula reads it. */
function csvCells(text: string): string[][] {
  expect(text.startsWith('\ufeff')).toBe(true); // by which Excel knows UTF-8
  const { SheetNames, Sheets } = spreadsheet.read(text.slice(1), { type: 'string', raw: true });
  return cellsOf(Sheets[SheetNames[0] ?? '']);
}

const csv = (address: string, by: Person = 'merchandiser') => house.as(by).get(`/exports/csv/${address}`);

const ask = (kind: string, filter = '', by: Person = 'merchandiser') =>
  house.as(by).post<Export>('/exports/', { kind, filter });

const exportOf = async (id: string, by: Person = 'merchandiser') =>
  (await house.as(by).get<Export>(`/exports/${id}/`)).body;

/** Asks for a workbook, and lets the worker make it. */
async function made(kind: string, filter = '', by: Person = 'merchandiser'): Promise<Export> {
  const { status, body } = await ask(kind, filter, by);
  expect(status).toBe(201);
  await house.app.get(ExportRunner).run(body.id);
  return exportOf(body.id, by);
}

async function fileOf(id: string, by: Person): Promise<Buffer> {
  const { body } = await house.as(by).get<{ url: string }>(`/exports/${id}/file/`);
  const { pathname, search } = new URL(body.url, 'http://house');
  const answer = await supertest(house.app.getHttpServer())
    .get(pathname + search)
    .buffer()
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });
  expect(answer.status).toBe(200);
  return answer.body as Buffer;
}

async function workbookOf(id: string, by: Person = 'merchandiser'): Promise<spreadsheet.WorkBook> {
  return spreadsheet.read(await fileOf(id, by), { cellFormula: true, cellDates: false });
}

const storedFiles = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;

describe('orders as CSV', () => {
  it('are refused to who is not signed in, and for filters that the list does not know', async () => {
    expect((await house.anonymous.get('/exports/csv/orders')).status).toBe(401);
    const { status, body } = await csv('orders?statuss=running');
    expect(status).toBe(400);
    expect(body['errors']).toHaveProperty('statuss');
  });

  it('say of each line what the list says of it (fault 21)', async () => {
    const { id, lines } = await house.given.order({ orderNumber: 'CSV-21', customerName: 'Fault 21' });
    const delivered = { orderId: id, orderLineId: lines[0]?.id, deliveredQuantity: '1234', unit: 'pieces' };
    expect((await house.as('merchandiser').post('/supplier-deliveries/', delivered)).status).toBe(201);
    const list = await house.as('merchandiser').get<{ results: Listed[] }>('/orders/?orderNumber=CSV-21');
    const rows = rowsOf(csvCells((await csv('orders?orderNumber=CSV-21')).text));
    const shown = list.body.results.flatMap(({ orderNumber, lines: all }) =>
      all.map(({ colorName, quantity, etd, delivery }) => ({
        'Order no.': orderNumber,
        Colour: colorName,
        Quantity: quantity,
        ETD: etd,
        Delivered: delivery.totalDeliveredQuantity,
        'Delivered %': delivery.percent,
        'Short (−) or over': delivery.shortageExcessQuantity,
      })),
    );
    expect(shown).toHaveLength(2);
    expect(rows).toEqual(shown.map((line) => expect.objectContaining(line) as object));
    expect(rows[0]).toMatchObject({
      Delivered: '1234',
      'Delivered %': '2.8',
      Unit: 'pcs',
      Value: '109368.00',
      Profit: '15624.00',
    });
  });

  it('say what came in metres of a line of yards in yards', async () => {
    const line = (colorName: string) => ({ colorName, quantity: '1000', unit: 'yards' });
    const styles = [{ styleNumber: 'M-1', lines: [line('White'), line('Black')] }];
    const { id, lines } = await house.given.order({ orderNumber: 'METRES-1', styles });
    const delivered = { orderId: id, orderLineId: lines[0]?.id, deliveredQuantity: '457.2', unit: 'meters' };
    expect((await house.as('merchandiser').post('/supplier-deliveries/', delivered)).status).toBe(201);
    const rows = rowsOf(csvCells((await csv('orders?orderNumber=METRES-1')).text));
    const came = rows.map((row) => [row['Delivered'], row['Delivered %'], row['Short (−) or over']]);
    expect(came).toEqual([
      ['500', '50.0', '-500'],
      ['0', '0.0', '-1000'],
    ]);
    const { Sheets } = await workbookOf((await made('tna', 'orderNumber=METRES-1')).id);
    for (const cells of [csvCells((await csv('tna?orderNumber=METRES-1')).text), cellsOf(Sheets['T&A'])]) {
      const told = rowsOf(cells, 4).map((row) => [row['QTY DELIVERED'], row['REMAINING QTY'], row['YARN REQ']]);
      expect(told.slice(0, 2)).toEqual([
        ['500', '500', ''],
        ['0', '1000', ''],
      ]);
    }
  });

  it('hold what the list holds for whoever asks: their orders, their filter, its lines of a status', async () => {
    const { lines } = await house.given.order({ orderNumber: 'SCOPE-1' });
    await house.given.order({ orderNumber: 'SCOPE-2' }, 'colleague');
    await house.as('merchandiser').post(`/order-lines/${lines[1]?.id}/status/`, { status: 'in_development' });
    const numbers = async (address: string, by: Person) =>
      rowsOf(csvCells((await csv(address, by)).text)).map((row) => `${row['Order no.']} ${row['Colour']}`);
    expect(await numbers('orders?orderNumber=SCOPE', 'merchandiser')).toEqual(['SCOPE-1 White', 'SCOPE-1 Black']);
    expect(await numbers('orders?orderNumber=SCOPE&ordering=orderNumber', 'manager')).toHaveLength(4);
    expect(await numbers('orders?orderNumber=SCOPE&status=in_development', 'merchandiser')).toEqual(['SCOPE-1 Black']);
  });

  it('have a row for an order without lines', async () => {
    await house.given.order({ orderNumber: 'BARE-1', quantity: '12.5', unit: 'kg', etd: '2027-02-01', styles: [] });
    const [row, ...more] = rowsOf(csvCells((await csv('orders?orderNumber=BARE-1')).text));
    expect(row).toMatchObject({ 'Order no.': 'BARE-1', Quantity: '12.5', Unit: 'kg', ETD: '2027-02-01' });
    expect(more).toEqual([]);
  });

  it('turn no text into a formula, and leave figures alone', async () => {
    const customerName = '=HYPERLINK("http://evil.test","pay")';
    await house.given.order({
      orderNumber: '+FORMULA-1',
      customerName,
      buyerName: '@SUM(A1)',
      season: 'A\\B',
      notes: '-2+3\n"quoted"',
    });
    const { text } = await csv('orders?orderNumber=FORMULA-1');
    expect(text).toContain(`"'=HYPERLINK(""http://evil.test"",""pay"")"`);
    expect(text).toContain(`"'+FORMULA-1"`);
    expect(text).toContain(`"'@SUM(A1)"`);
    expect(csvCells(text).flat()).toEqual(expect.arrayContaining([`'-2+3\n"quoted"`, 'A\\B']));
    expect(text).toContain(',-44640,'); // short by all of it: a figure
  });

  it('say at their end the filter, the time and how many rows there are', async () => {
    const { text, headers } = await csv(`orders?orderNumber=SCOPE&merchandiserId=${house.ids.merchandiser}`, 'manager');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''provabook-orders-\d{8}-\d{4}\.csv$/);
    const [, filter, taken, rows] = text.trimEnd().split('\r\n').slice(-4);
    expect(filter).toBe('Filter: order number SCOPE; merchandiser merchandiser of the house; newest first');
    expect(taken).toMatch(/^"?Taken: \d+ \w+ \d{4}, \d\d:\d\d \(Asia\/Dhaka\) by manager of the house"?$/);
    expect(rows).toBe('Rows: 2');
  });

  it('are read in a few statements, however many they are', async () => {
    const { statements } = await statementsDuring(() => csv('orders', 'manager'));
    expect(statements).toHaveLength(4); // the snapshot, the cursor, a batch of keys, their rows
  });

  it('of thousands are read by a second connection too, from the same snapshot, and by one where no second can be had', async () => {
    const { id } = await house.given.order({ orderNumber: 'MANY', styles: [] });
    const numbers = Array.from({ length: 2001 }, (_, n) => `MANY-${String(n).padStart(4, '0')}`);
    await house.query(
      `INSERT INTO orders SELECT copied.* FROM unnest($2::text[]) number, orders o,
         jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'uid', gen_random_uuid(), 'order_number', number)) copied
       WHERE o.id = $1`,
      [id, numbers],
    );
    const many = async () => {
      const asked = () => csv('orders?orderNumber=MANY-&ordering=orderNumber');
      const { result, statements, overlapping } = await statementsDuring(asked);
      const seconds = statements.filter((text) => text.includes('SET TRANSACTION SNAPSHOT')).length;
      return { seconds, text: result.text, rows: rowsOf(csvCells(result.text)), overlapping };
    };
    const byTwo = await many();
    expect(byTwo.seconds).toBe(1);
    expect(byTwo.rows.map((row) => row['Order no.'])).toEqual(numbers);
    expect(byTwo.text).toContain('Rows: 2,001');

    const pool = poolOf(house.app.get(DataSource).manager);
    const busy = await Promise.all(
      Array.from({ length: Math.ceil((pool.options.max ?? 10) / 2) }, () => pool.connect()),
    );
    const byOne = await many();
    for (const client of busy) client.release();
    const start = Reflect.get(PostgresQueryRunner.prototype, 'startTransaction');
    const refusing = jest.spyOn(PostgresQueryRunner.prototype, 'startTransaction').mockImplementation(function (
      this: PostgresQueryRunner,
      isolation,
    ) {
      return isolation === 'REPEATABLE READ'
        ? Promise.reject(new Error('No more of them.'))
        : start.call(this, isolation);
    });
    const refused = await many();
    refusing.mockRestore();
    expect([byOne.seconds, byOne.rows]).toEqual([0, byTwo.rows]);
    expect([refused.seconds, refused.rows]).toEqual([0, byTwo.rows]);
    for (const { overlapping } of [byTwo, byOne, refused]) expect(overlapping).toHaveLength(0);
    await house.query(`DELETE FROM orders WHERE order_number LIKE 'MANY-%'`);
  });
});

describe('time and action as CSV', () => {
  it('turns no text into a formula: of a line, of its steps, of their chain', async () => {
    const { lines } = await house.given.order({
      orderNumber: '+TNA-1',
      styles: [{ styleNumber: '=A1', lines: [{ colorName: '@red', quantity: '10', notes: '-2+3\n"quoted"' }] }],
    });
    const at = `/order-lines/${lines[0]?.id}/milestones`;
    await house.as('merchandiser').put(`${at}/finalInspection/`, { note: '=1+1' });
    await house.as('merchandiser').put(`${at}/labDipApproved/`, { state: 'rejected', note: '+rejected' });
    await house.as('merchandiser').put(`${at}/custom_=wash/`, { plannedOn: '2026-12-06', note: '=2\n=3' });
    await house.query(
      `UPDATE line_milestones SET label = '=wash' WHERE order_line_id = $1 AND milestone = 'custom_=wash'`,
      [lines[0]?.id],
    );
    const { text } = await csv('tna?orderNumber=TNA-1');
    const [row] = rowsOf(csvCells(text), 4);
    expect(row).toMatchObject({
      ...{ 'STYLE NAME': "'=A1", COLOR: "'@red", REMARKS: `'-2+3\n"quoted"`, 'PO NO': "'+TNA-1" },
      ...{ 'FINAL INSPECTION': "'=1+1", 'LABDIP APPROVED': "'+rejected" },
      'OWN STEPS': "'=wash: planned 6/Dec/26\n  =2\n  =3",
      'PLANNED =WASH': '2026-12-06',
    });
  });

  it('tells days as the house does, and its lines in the order that was asked for with their total', async () => {
    const order = (orderNumber: string, unit: string) =>
      house.given.order({
        orderNumber,
        styles: [{ styleNumber: 'S', lines: [{ colorName: orderNumber, quantity: '10.500', unit }] }],
      });
    const { lines } = await order('TOLD-3', 'kg');
    await order('TOLD-2', 'yards');
    await order('TOLD-1', 'kg');
    const at = `/order-lines/${lines[0]?.id}/milestones`;
    await house.as('merchandiser').put(`${at}/yarnBooked/`, { plannedOn: '2026-12-06' });
    await house.as('merchandiser').put(`${at}/yarnBooked/`, { plannedOn: '2026-12-09' });
    await house.as('merchandiser').put(`${at}/printSent/`, { state: 'not_applicable', note: 'No print.' });
    const { text } = await csv('tna?orderNumber=TOLD-&ordering=-orderNumber');
    const rows = rowsOf(csvCells(text), 4);
    expect(rows.map((row) => [row['COLOR'], row['ORDER QTY'], row['UNIT']])).toEqual([
      ['TOLD-3', '10.5', 'kg'],
      ['TOLD-2', '10.5', 'yd'],
      ['TOLD-1', '10.5', 'kg'],
    ]);
    expect(rows[0]).toMatchObject({
      ...{ 'YARN BOOKED': 'plan 9/Dec/26', 'PLANNED YARN BOOKED': '2026-12-09', 'PRINT SEND': 'N/A' },
      ...{ 'STEP BASELINES': 'Yarn booked: 6/Dec/26', 'STEP NOTES': 'Print sent: No print.', 'REMAINING QTY': '10.5' },
    });
    const total = csvCells((await csv('tna?orderNumber=TOLD-3')).text).find(([cell]) => cell === 'Total');
    expect(total?.slice(0, 5)).toEqual(['Total', '', '', '', '10.5']);
  });

  it('is read in as many statements for one line as for many', async () => {
    const counted = async (filter: string) =>
      (await statementsDuring(() => csv(`tna?${filter}`, 'manager'))).statements;
    const one = await counted('orderNumber=TOLD-1');
    expect(await counted('')).toHaveLength(one.length);
  });
});

describe('production by day as CSV', () => {
  it('has the days of the list', async () => {
    const { id } = await house.given.order({ orderNumber: 'DAYS-1' });
    const day = { orderId: id, date: '2026-11-20', unit: 'kg', knittedQuantity: '400.5' };
    expect((await house.as('merchandiser').post('/production/metrics/', day)).status).toBe(201);
    const { text } = await csv('production-days?stage=knitted&search=days-1');
    expect(rowsOf(csvCells(text))).toEqual([
      expect.objectContaining({
        Day: '2026-11-20',
        'Order no.': 'DAYS-1',
        Knitted: '400.5',
        Dyed: '0',
        Finished: '0',
      }),
    ]);
    expect(rowsOf(csvCells((await csv('production-days?search=days-1', 'colleague')).text))).toEqual([]);
  });

  it('has every day, however many batches they are', async () => {
    const { id } = await house.given.order({ orderNumber: 'SEASONS-1' });
    await house.query(
      `INSERT INTO production_metrics (id, order_id, date, knitted_quantity)
       SELECT gen_random_uuid(), $1, date '2019-01-01' + day, 1 FROM generate_series(1, 2500) day`,
      [id],
    );
    const { text } = await csv('production-days?search=seasons-1');
    expect(new Set(rowsOf(csvCells(text)).map((row) => row['Day'])).size).toBe(2500);
    expect(text).toContain('Rows: 2,500');
    await house.query(`DELETE FROM production_metrics WHERE order_id = $1`, [id]);
  });
});

describe('production by line', () => {
  const enter = async (orderLineId: string | undefined, more: object) => {
    const entry = { orderLineId, stage: 'knitting', entryDate: '2026-11-20', quantity: '205.5', unit: 'kg', ...more };
    const { status, body } = await house.as('merchandiser').post('/production-entries/', { entries: [entry] });
    expect({ status, body }).toMatchObject({ status: 201 });
  };

  it('has the entries that count, to whom the order is, as CSV and as a workbook', async () => {
    const { lines } = await house.given.order({ orderNumber: 'ENTRY-1' });
    await enter(lines[0]?.id, { shift: 'Night', notes: '=1+1' });
    await enter(lines[1]?.id, { entryDate: '2026-11-21', quantity: '40' });
    const [row, ...more] = rowsOf(
      csvCells((await csv('production-entries?search=entry-1&entryDateTo=2026-11-20')).text),
    );
    expect(row).toEqual({
      ...{
        Day: '2026-11-20',
        'Order no.': 'ENTRY-1',
        Customer: 'ANABIA',
        Style: 'MT-2291',
        Colour: 'White',
        CAD: '',
      },
      ...{ Part: '', Stage: 'Knitting', Quantity: '205.5', Unit: 'kg', Shift: 'Night' },
      ...{ Merchandiser: 'merchandiser of the house', 'Entered by': 'merchandiser of the house' },
      ...{ 'Corrected because': '', Notes: "'=1+1" },
    });
    expect(more).toEqual([]);
    expect(rowsOf(csvCells((await csv('production-entries?search=entry-1', 'colleague')).text))).toEqual([]);
    const done = await made('production_entries', 'search=entry-1&ordering=entryDate');
    expect(done).toMatchObject({ status: 'done', totalRows: 2, doneRows: 2 });
    const { Sheets } = await workbookOf(done.id);
    expect(rowsOf(cellsOf(Sheets['Production by line'])).map(({ Colour, Quantity }) => [Colour, Quantity])).toEqual([
      ['White', '205.5'],
      ['Black', '40'],
    ]);
    expect(Sheets['Production by line']?.['I2']).toMatchObject({ t: 'n' });
  });
});

describe('a workbook', () => {
  it('is asked for, made by the worker and read by a link', async () => {
    await house.given.order({ orderNumber: 'BOOK-1', customerName: '=cmd|calc', notes: 'বাংলা' });
    const done = await made('orders', 'orderNumber=BOOK-1');
    expect(done).toMatchObject({ status: 'done', totalRows: 2, doneRows: 2, nextStatuses: [], failure: null });
    expect(done.file?.fileName).toMatch(/^provabook-orders-\d{8}-\d{4}\.xlsx$/);
    const { Sheets, SheetNames } = await workbookOf(done.id);
    expect(SheetNames).toEqual(['Orders', 'About this file']);
    const [first] = rowsOf(cellsOf(Sheets['Orders']));
    expect(first).toMatchObject({ 'Order no.': 'BOOK-1', Customer: '=cmd|calc', Quantity: '44640', ETD: '5/Jan/27' });
    expect(Sheets['Orders']?.['B2']).toMatchObject({ t: 's', v: '=cmd|calc' });
    expect(Sheets['Orders']?.['B2']).not.toHaveProperty('f');
    expect(Sheets['Orders']?.['M2']).toMatchObject({ t: 'n', v: 44640 });
    expect(cellsOf(Sheets['About this file']).map(([line]) => line)).toEqual([
      'Provabook: Orders',
      'Filter: order number BOOK-1; newest first',
      expect.stringMatching(/^Taken: .* by merchandiser of the house$/),
      'Rows: 2',
    ]);
  });

  it('is its asker’s alone, whatever the role', async () => {
    const { body } = await ask('orders');
    for (const [method, path] of [
      ['get', ''],
      ['get', 'file/'],
      ['post', 'cancellation/'],
      ['delete', ''],
    ] as const)
      expect((await house.as('admin')[method](`/exports/${body.id}/${path}`)).status).toBe(404);
    const { body: theirs } = await house.as('admin').get<{ results: Export[] }>('/exports/');
    expect(theirs.results).toEqual([]);
    expect((await house.as('merchandiser').delete(`/exports/${body.id}/`)).status).toBe(204);
  });

  it('is refused for what the list does not know', async () => {
    const { status, body } = await ask('orders', 'colour=red');
    expect(status).toBe(400);
    expect(body.errors).toHaveProperty('colour');
    expect((await ask('salaries')).status).toBe(400);
  });

  it('holds what its asker may see when it is made', async () => {
    await house.given.order({ orderNumber: 'LATER-1' }, 'colleague');
    const { body } = await ask('orders', 'orderNumber=LATER-1', 'colleague');
    await house.query(`UPDATE orders SET merchandiser_id = $1 WHERE order_number = 'LATER-1'`, [
      house.ids.merchandiser,
    ]);
    await house.app.get(ExportRunner).run(body.id);
    expect(await exportOf(body.id, 'colleague')).toMatchObject({ status: 'done', totalRows: 0 });
  });

  it('has no file before it is made, and is cancelled until then', async () => {
    const { body } = await ask('orders');
    expect(body).toMatchObject({ status: 'queued', nextStatuses: ['cancelled'], file: null });
    expect((await house.as('merchandiser').get(`/exports/${body.id}/file/`)).body['code']).toBe('export.not_ready');
    const cancelled = await house.as('merchandiser').post<Export>(`/exports/${body.id}/cancellation/`);
    expect(cancelled.body).toMatchObject({ status: 'cancelled', nextStatuses: [] });
    await house.app.get(ExportRunner).run(body.id);
    expect(await exportOf(body.id)).toMatchObject({ status: 'cancelled', file: null });
    expect((await house.as('merchandiser').post(`/exports/${body.id}/cancellation/`)).status).toBe(409);
  });

  it('that is cancelled while it is made leaves no file', async () => {
    const before = await storedFiles();
    const { body } = await ask('orders');
    let go: () => void = () => undefined;
    const cancelled = new Promise<void>((resolve) => (go = resolve));
    let close: () => void = () => undefined;
    const closing = new Promise<void>((resolve) => (close = resolve));
    const write = jest.spyOn(SheetWriter.prototype, 'close').mockImplementationOnce(async function (
      this: SheetWriter,
      ...written
    ) {
      close();
      await cancelled;
      return this.close(...written);
    });
    const run = house.app.get(ExportRunner).run(body.id);
    await closing;
    expect((await house.as('merchandiser').post(`/exports/${body.id}/cancellation/`)).status).toBe(200);
    go();
    await run;
    write.mockRestore();
    expect(await exportOf(body.id)).toMatchObject({ status: 'cancelled', file: null });
    expect(await storedFiles()).toBe(before);
  });

  it('of a killed worker is taken over once its lease has run out, and only then', async () => {
    const { body } = await ask('orders', 'orderNumber=BOOK-1');
    const exports = house.app.get(ExportsRepository);
    const killed = await exports.claim(body.id);
    if (!killed) throw new Error('Nobody has it.');
    expect(await exports.claim(body.id)).toBeNull();
    await house.app.get(ExportRunner).run(body.id); // looks again later
    expect((await exportOf(body.id)).status).toBe('running');
    await house.query(`UPDATE export_jobs SET lease_until = now() - interval '1 second' WHERE id = $1`, [body.id]);
    await house.app.get(ExportRunner).run(body.id);
    expect(await exportOf(body.id)).toMatchObject({ status: 'done', doneRows: 2 });
    expect(await exports.renew(killed, 1, 2)).toBe(false);
    expect(await exports.finish(killed, { key: 'exports/late', fileName: 'x', contentType: 'x', size: 1 }, 1)).toBe(
      false,
    );
  });

  it('goes after its time with its file', async () => {
    const { id } = await made('production_days');
    await house.query(`UPDATE export_jobs SET expires_at = now() - interval '1 second' WHERE id = $1`, [id]);
    expect((await house.as('merchandiser').get(`/exports/${id}/`)).status).toBe(404);
    const [{ file } = { file: '' }] = await house.query<{ file: string }>(
      `SELECT file FROM export_jobs WHERE id = $1`,
      [id],
    );
    expect(await house.app.get(ExportsRepository).sweep()).toBe(1);
    const discarded = await house.query<{ key: string }>(
      `SELECT data ->> 'key' AS key FROM pgboss.job WHERE name = 'discarded-files'`,
    );
    expect(discarded.map(({ key }) => key)).toContain(file);
  });

  it('waits with nine others at most', async () => {
    const asked = await Promise.all(Array.from({ length: 10 }, () => ask('orders', '', 'colleague')));
    const one = await ask('orders', '', 'colleague');
    expect(asked.every(({ status }) => status === 201)).toBe(true);
    expect(one.status).toBe(429);
    expect(one.body.code).toBe('export.too_many');
  });
});

describe('a purchase order on paper', () => {
  it('is printed for who sees the order, in Bangla too', async () => {
    const { id } = await house.given.order({ orderNumber: 'PAPER-1', notes: 'মোট পরিমাণ ৳ 12,500; € 5' });
    const { status, body } = await house.as('manager').post<Export>('/exports/purchase-orders/', { orderId: id });
    expect({ status, about: body.about }).toEqual({ status: 201, about: 'PAPER-1' });
    await house.app.get(ExportRunner).run(body.id, 'export-papers');
    const done = await exportOf(body.id, 'manager');
    expect(done).toMatchObject({
      status: 'done',
      file: { fileName: 'PO_PAPER-1.pdf', contentType: 'application/pdf' },
    });
    const pdf = await fileOf(body.id, 'manager');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.toString('latin1')).toMatch(/NotoSansBengali/); // its letters travel with it
  });

  it('is refused for the order of somebody else', async () => {
    const { id } = await house.given.order({}, 'colleague');
    const { status, body } = await house.as('merchandiser').post<Export>('/exports/purchase-orders/', { orderId: id });
    expect(status).toBe(400);
    expect(body.errors).toHaveProperty('orderId');
  });

  it('says why where its order has gone meanwhile', async () => {
    const { id } = await house.given.order();
    const { body } = await house.as('merchandiser').post<Export>('/exports/purchase-orders/', { orderId: id });
    expect((await house.as('merchandiser').delete(`/orders/${id}/`)).status).toBe(204);
    await house.app.get(ExportRunner).run(body.id, 'export-papers');
    expect(await exportOf(body.id)).toMatchObject({
      status: 'failed',
      failure: 'There is no such order, or it is not yours to see.',
      file: null,
    });
  });
});
