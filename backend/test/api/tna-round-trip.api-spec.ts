import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ExportRunner } from '../../src/modules/transfers/exports/export-runner';
import { readWorkbook } from '../../src/modules/transfers/workbook/read';
import { Storage } from '../../src/platform/storage/storage';
import { addDays, today } from '../../src/platform/values/day';
import { House } from '../support/house';

let folder: string;
let house: House;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'round-trip-'));
  house = await House.open({ MEDIA_ROOT: folder });
});
afterAll(async () => {
  await house?.close();
  await rm(folder, { recursive: true });
});

const TODAY = today('Asia/Dhaka');
const me = () => house.as('merchandiser');

interface Order {
  id: string;
  orderType: string;
  customerName: string;
  styles: { styleNumber: string; fabricComposition: string | null; gsm: string | null; lines: Line[] }[];
}
interface Line {
  id: string;
  [field: string]: unknown;
}
interface Import {
  id: string;
  orders: { id: string }[];
  dryRun: { blockers: string[]; warnings: object[]; unmappedHeadings: string[] };
}

async function imported(file: Buffer, name: string): Promise<{ orderIds: string[]; dryRun: Import['dryRun'] }> {
  const { status, body } = await me().upload<Import>('/imports/', file, name);
  expect({ status, blockers: body.dryRun.blockers }).toEqual({ status: 201, blockers: [] });
  const committed = await me().post<Import>(`/imports/${body.id}/commitment/`);
  expect(committed.status).toBe(200);
  return { orderIds: committed.body.orders.map(({ id }) => id), dryRun: body.dryRun };
}

/** Everything of orders that the workbook is to keep: their lines, and each step with its days, state and note. */
async function kept(orderIds: string[]) {
  const orders = [];
  for (const id of orderIds) {
    const { body: order } = await me().get<Order>(`/orders/${id}/`);
    const { body: steps } = await me().get<{ results: Record<string, unknown>[] }>(
      `/milestones/?orderId=${id}&pageSize=200`,
    );
    orders.push({
      orderType: order.orderType,
      customerName: order.customerName,
      styles: order.styles.map(({ styleNumber, fabricComposition, gsm, lines }) => ({
        ...{ styleNumber, fabricComposition, gsm },
        lines: lines.map((line) => ({
          ...Object.fromEntries(
            [
              'colorName',
              'cadName',
              'part',
              'quantity',
              'unit',
              'status',
              'etd',
              'yarnRequired',
              'sewingLine',
              'notes',
            ].map((field) => [field, line[field]]),
          ),
          steps: Object.fromEntries(
            steps.results
              .filter(({ orderLineId }) => orderLineId === line.id)
              .map(({ milestone, label, state, plannedOn, baselineOn, actualOn, note }) => [
                String(milestone),
                { label, state, plannedOn, baselineOn, actualOn, note },
              ])
              .sort(([a], [b]) => String(a).localeCompare(String(b))),
          ),
        })),
      })),
    });
  }
  return orders;
}

async function write(lineId: string, milestone: string, body: object): Promise<void> {
  const { status, body: answer } = await me().put(`/order-lines/${lineId}/milestones/${milestone}/`, body);
  expect({ status, answer }).toMatchObject({ status: 200 });
}

async function asXlsx(filter: string): Promise<Buffer> {
  const { body } = await me().post<{ id: string }>('/exports/', { kind: 'tna', filter });
  await house.app.get(ExportRunner).run(body.id);
  const [row] = await house.query<{ file: string }>(`SELECT file FROM export_jobs WHERE id = $1`, [body.id]);
  return buffer(await house.app.get(Storage).open(row?.file ?? ''));
}

async function asCsv(filter: string): Promise<Buffer> {
  return Buffer.from((await me().get(`/exports/csv/tna?${filter}`)).text);
}

/** A local order with days that passed unmet, days met late, notes and refusals; and a foreign one in kg. */
async function twoOrders(orderNumber: string): Promise<string[]> {
  const local = await house.given.order({
    orderNumber: `${orderNumber}-L`,
    customerName: 'ANABIA',
    orderType: 'local',
    styles: [
      {
        styleNumber: 'MT-2291',
        fabricType: 'S/J',
        fabricComposition: '100% Cotton',
        gsm: '160',
        lines: [
          {
            ...{ colorName: 'White', cadName: 'Solid', quantity: '44640', unit: 'pieces', yarnRequired: '9550.125' },
            ...{ etd: addDays(TODAY, 40), sewingLine: 'A', notes: 'Ship with style 1182.\nFold in half.' },
          },
          { colorName: 'Black', quantity: '20040', unit: 'pieces', etd: addDays(TODAY, 44) },
        ],
      },
    ],
  });
  const white = local.lines[0]?.id ?? '';
  await write(white, 'yarnBooked', { plannedOn: addDays(TODAY, -20), actualOn: addDays(TODAY, -19) });
  await write(white, 'yarnReceived', { plannedOn: addDays(TODAY, -5) }); // passed, and not there yet
  await write(white, 'knittingStart', {
    plannedOn: addDays(TODAY, 3),
    note: 'The mill asked for two more days.\nAgreed.',
  });
  await write(white, 'dyeingStart', { plannedOn: addDays(TODAY, 6) });
  await write(white, 'dyeingStart', { plannedOn: addDays(TODAY, 8) }); // moved: what was planned at first stays
  await write(white, 'custom_wash_test', { plannedOn: addDays(TODAY, -3) });
  await write(white, 'custom_wash_test', {
    plannedOn: addDays(TODAY, -1),
    actualOn: TODAY,
    note: 'Passed: grade 4.\nWarp side only.',
  });
  await write(white, 'custom_trims', { state: 'not_applicable' });
  await write(white, 'printSent', { state: 'not_applicable' });
  await write(white, 'finalInspection', { note: 'Their own inspector comes.' });
  await write(white, 'exFactory', { plannedOn: addDays(TODAY, 38) });
  await write(white, 'labDipApproved', { state: 'rejected', note: 'Rejected: too red', plannedOn: addDays(TODAY, -2) });
  const split = await me().post(`/order-lines/${local.lines[1]?.id ?? ''}/split/`, {
    quantity: '40',
    etd: addDays(TODAY, 30),
  });
  expect(split.status).toBe(201);
  const foreign = await house.given.order({
    orderNumber: `${orderNumber}-F`,
    customerName: 'Nordhaus',
    orderType: 'foreign',
    styles: [
      {
        styleNumber: 'FL-7',
        fabricType: 'Fleece',
        lines: [{ colorName: 'Sand', quantity: '4737.125', unit: 'kg', etd: addDays(TODAY, 60) }],
      },
    ],
  });
  const sand = foreign.lines[0]?.id ?? '';
  await write(sand, 'piSent', { plannedOn: addDays(TODAY, -9), actualOn: addDays(TODAY, -8), note: 'By courier.' });
  await write(sand, 'strikeOffApproved', { plannedOn: addDays(TODAY, -1) });
  await write(sand, 'shipped', { plannedOn: addDays(TODAY, 60) });
  return [local.id, foreign.id];
}

describe('time and action, out and in again', () => {
  it.each([
    ['a workbook', 'plan.xlsx', asXlsx, 'TRIP-X'],
    ['CSV', 'plan.csv', asCsv, 'TRIP-C'],
  ] as const)('comes back whole as %s', async (_what, name, taken, orderNumber) => {
    const before = await kept(await twoOrders(orderNumber));
    const file = await taken(`orderNumber=${orderNumber}&ordering=-orderNumber,sequence,part`);
    const { orderIds, dryRun } = await imported(file, name);
    expect(await kept(orderIds)).toEqual(before);
    expect(dryRun.warnings).toEqual([]);
    expect(dryRun.unmappedHeadings).toEqual([
      ...['TRIMS', 'WASH TEST', 'FORECAST', 'SLACK', 'STANDING', 'WHY', 'PLANNED TRIMS', 'PLANNED WASH TEST'],
    ]);
  });

  it('brings the house’s own sheet back as it was first read', async () => {
    const plan = readFileSync(join(__dirname, '../fixtures/workbooks/house-plan.xls'));
    const { orderIds } = await imported(plan, 'house-plan.xls');
    const before = await kept(orderIds);
    const { body } = await me().get<{ orderNumber: string }>(`/orders/${orderIds[0]}/`);
    const again = await imported(await asXlsx(`orderNumber=${body.orderNumber}`), 'again.xlsx');
    expect(await kept(again.orderIds)).toEqual(before);
  });

  it('stands in the 32 columns of the house, A to AF, below its head', async () => {
    const { sheets } = await readWorkbook(await asXlsx('orderNumber=TRIP-X-L'), 'plan.xlsx');
    const cells = new Map(sheets[0]?.cells.map((cell) => [cell.address, cell.shown]));
    const row = (number: number) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('').map((letter) => cells.get(letter + number));
    expect([cells.get('A1'), cells.get('A2'), cells.get('A3')]).toEqual([
      'Prova Fashion & Accessories',
      'Buyer: ANABIA',
      'DATE :',
    ]);
    expect(row(5).join(' | ')).toBe(
      'STYLE NAME | FABRICS | COLOR | STATUS | ORDER QTY | QTY DELIVERED | REMAINING QTY | YARN REQ | YARN BOOKED | YARN RCVD | ' +
        'LABDIP SUB | LABDIP APPROVED | PP Yds | FIT CUM PP SUBMITE | FIT CUM PP COMMENTS | KNITTING START | KNITTING COMPLTE | ' +
        'DYEING START | DYEING COMPLTE | 1st BULK SUBMISSION | LINE | BULK SIZE SET | CUTTING START | CUTTING COMPLTE | ' +
        'PRINT SEND | PRINT RCVD',
    );
    expect([cells.get('AE5'), cells.get('AF5')]).toEqual(['EX-FACTORY', 'REMARKS']);
    expect(cells.get('U6')).toBe('A'); // the line as the house calls it (fault 21)
    expect(cells.get('J6')).toMatch(/^plan \d{1,2}\/\w{3}\/\d\d$/);
    // Its lines, and those of the order that it was imported as.
    expect([cells.get('A12'), cells.get('E12')]).toEqual(['Total', '129360']);
  });
});
