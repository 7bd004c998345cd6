import * as spreadsheet from '@e965/xlsx';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { archiveOf, workbookParts } from '../support/archives';
import { House, type Person } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const fixture = (name: string) => readFileSync(join(__dirname, '../fixtures/workbooks', name));

interface Cell {
  address: string;
  outcome: { type: string; kind?: string; date?: string | null; reason?: string };
  decided: boolean;
}
interface Import {
  id: string;
  fileName: string;
  status: string;
  rowVersion: number;
  decisions: object;
  orders: { id: string; orderNumber: string; lines: number }[];
  committedAt: string | null;
  dryRun: {
    sheet: string;
    asOf: string;
    rows: { row: number; class: string; included: boolean; cells: Cell[] }[];
    orders: { buyer: string; totals: object[] }[];
    counts: { orders: number; lines: number; leftovers: number };
    blockers: string[];
  };
  repeats: { orderNumber: string; orders: { id: string; lines: object[] }[] }[];
  code?: string;
  errors?: Record<string, string[]>;
}
interface Line {
  id: string;
  label: string;
  quantity: string;
  unit: string;
  yarnRequired: string;
  sewingLine: string;
  notes: string | null;
  etd: string;
  approvalStatus: object;
}
interface Order {
  id: string;
  orderNumber: string;
  styles: { styleNumber: string; gsm: string; lines: Line[] }[];
}
interface Milestone {
  milestone: string;
  state: string;
  plannedOn: string | null;
  actualOn: string | null;
  note: string | null;
}

const drop = (name = 'house-plan.xls', content: Buffer = fixture(name), by: Person = 'merchandiser') =>
  house.as(by).upload<Import>('/imports/', content, name);

async function draft(): Promise<Import> {
  const { status, body } = await drop();
  expect(status).toBe(201);
  return body;
}

const commit = (id: string, headers = {}) =>
  house.as('merchandiser').post<Import>(`/imports/${id}/commitment/`, {}, headers);
const cellOf = (run: Import['dryRun'], address: string) =>
  run.rows.flatMap(({ cells }) => cells).find((cell) => cell.address === address);

/** `actual 2026-02-02`, `planned 2026-03-30`, or the state with its note, by milestone. */
async function planOf(line: Line): Promise<Record<string, string>> {
  const { body } = await house
    .as('merchandiser')
    .get<{ results: Milestone[] }>(`/milestones/?orderLineId=${line.id}&pageSize=200`);
  return Object.fromEntries(
    body.results.map(({ milestone, state, plannedOn, actualOn, note }) => [
      milestone,
      actualOn ? `actual ${actualOn}` : plannedOn ? `planned ${plannedOn}` : [state, note].filter(Boolean).join(': '),
    ]),
  );
}

describe('imports: who may', () => {
  it('asks a stranger to sign in before it takes a byte', async () => {
    const answers = [
      await house.anonymous.get('/imports/'),
      await house.anonymous.upload('/imports/', fixture('house-plan.xls'), 'house-plan.xls'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
  });

  it('shows a workbook to nobody but who dropped it, admins included', async () => {
    const { body } = await drop('house-plan.csv', undefined, 'colleague');
    for (const person of ['merchandiser', 'manager', 'admin'] as const) {
      const them = house.as(person);
      const answers = [
        await them.get(`/imports/${body.id}/`),
        await them.patch(`/imports/${body.id}/`, { decisions: {} }),
        await them.post(`/imports/${body.id}/commitment/`),
        await them.delete(`/imports/${body.id}/`),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
      expect((await them.get<{ count: number }>('/imports/')).body.count).toBe(0);
    }
    expect((await house.as('colleague').get(`/imports/${body.id}/`)).status).toBe(200);
  });
});

describe('imports: files that are refused', () => {
  const formula = (): Buffer => {
    const sheet = spreadsheet.utils.aoa_to_sheet([
      ['Style', 'Colour', 'Qty', 'Ex-factory'],
      ['Tee', 'Navy', 100, '10/Dec/26'],
    ]);
    sheet['C2'] = { t: 'n', v: 100, f: "WEBSERVICE('http://example.test/')" };
    const book = { SheetNames: ['Plan'], Sheets: { Plan: sheet } };
    return spreadsheet.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  };

  it.each<[string, string, () => Buffer, string]>([
    ['nothing', 'plan.xls', () => Buffer.alloc(0), 'workbook.empty'],
    ['a picture', 'bad-picture.xls', () => fixture('bad-picture.xls'), 'workbook.not_a_spreadsheet'],
    ['half a file', 'bad-cut-off.xlsx', () => fixture('bad-cut-off.xlsx'), 'workbook.corrupt'],
    ['text named .xlsx', 'plan.xlsx', () => fixture('house-plan.csv'), 'workbook.wrong_extension'],
    ['11 MB', 'plan.csv', () => Buffer.alloc(11 * 1024 * 1024, 'a,b\n'), 'workbook.too_large'],
    [
      'a zip bomb',
      'plan.xlsx',
      () => archiveOf([...workbookParts(''), { name: 'xl/media/a.xml', content: Buffer.alloc(40 * 1024 * 1024) }]),
      'workbook.zip_bomb',
    ],
  ])('%s', async (_, name, content, code) => {
    const { status, body } = await drop(name, content());
    expect([status, body.code]).toEqual([422, code]);
  });

  it('a form without a file, with two, and with something else beside it', async () => {
    const me = house.as('merchandiser');
    const none = await me.post<{ errors: object }>('/imports/', {});
    expect([none.status, Object.keys(none.body.errors)]).toEqual([400, ['file']]);
    const more = await me.upload<{ errors: object }>('/imports/', fixture('house-plan.csv'), 'a.csv', { note: 'x' });
    expect([more.status, Object.keys(more.body.errors)]).toEqual([400, ['file']]);
    expect((await me.get<{ count: number }>('/imports/')).body.count).toBe(0);
  });

  it('a cell that fetches from elsewhere, not the file it stands in', async () => {
    const { status, body } = await drop('formula.xlsx', formula());
    expect(status).toBe(201);
    expect(cellOf(body.dryRun, 'C2')?.outcome).toMatchObject({ type: 'refused' });
    expect(body.dryRun.counts.lines).toBe(0);
    const refused = await commit(body.id);
    expect([refused.status, refused.body.code]).toEqual([409, 'import.blocked']);
    expect(refused.body).toMatchObject({ blockers: body.dryRun.blockers });
  });
});

describe('imports: the dry run', () => {
  it.each(['house-plan.xls', 'house-plan.xlsx', 'house-plan.csv'])('of %s shows what it would become', async (name) => {
    const { status, body, headers } = await drop(name);
    expect([status, headers['etag']]).toEqual([201, '"1"']);
    expect(body).toMatchObject({ fileName: name, status: 'draft', decisions: {}, orders: [], committedAt: null });
    expect(body.dryRun).toMatchObject({
      asOf: '2026-02-03',
      orders: [{ buyer: 'NORDHAV', totals: [{ quantity: '20850', unit: 'pieces' }] }],
      counts: { orders: 1, lines: 2, leftovers: 3 },
      blockers: [],
    });
    expect(body.dryRun.rows.map((row) => row.class).slice(3)).toEqual([
      ...['heading', 'leftover', 'leftover', 'leftover'],
      ...['line', 'line', 'total'],
    ]);
    expect(await house.query('SELECT 1 FROM orders')).toHaveLength(0);
  });

  it('keeps a name in the letters of its owner', async () => {
    const { body } = await drop('পরিকল্পনা.csv', fixture('house-plan.csv'));
    expect(body.fileName).toBe('পরিকল্পনা.csv');
  });

  it('follows decisions, each time all of them, and is there again tomorrow', async () => {
    const { id } = await draft();
    const me = house.as('merchandiser');
    const decisions = { cells: { AB9: { as: 'actual' } }, rows: { '10': 'exclude' }, buyer: 'Lund & Co' };
    const { status, body } = await me.patch<Import>(`/imports/${id}/`, { decisions }, { 'If-Match': '"1"' });
    expect([status, body.rowVersion]).toEqual([200, 2]);
    expect(cellOf(body.dryRun, 'AB9')).toMatchObject({ decided: true, outcome: { kind: 'actual' } });
    expect(body.dryRun.counts.lines).toBe(1);
    expect(body.dryRun.orders[0]?.buyer).toBe('Lund & Co');
    const again = await me.get<Import>(`/imports/${id}/`);
    expect(again.body).toEqual(body);
    const late = await me.patch(`/imports/${id}/`, { decisions: {} }, { 'If-Match': '"1"' });
    expect(late.status).toBe(412);
    const back = await me.patch<Import>(`/imports/${id}/`, { decisions: {} });
    expect(back.body.dryRun.counts.lines).toBe(2);
  });

  it('refuses decisions that fit no sheet, this sheet, or the calendar', async () => {
    const { id } = await draft();
    const errorsOf = async (decisions: object) => {
      const { status, body } = await house
        .as('merchandiser')
        .patch<{ errors: Record<string, string[]> }>(`/imports/${id}/`, { decisions });
      expect(status).toBe(400);
      return body.errors;
    };
    expect(await errorsOf({ cells: { AB9: { as: 'banana' } } })).toHaveProperty(['decisions.cells']);
    expect(await errorsOf({ cells: { AB9: { as: 'value' } } })).toHaveProperty(['decisions.cells']);
    expect(await errorsOf({ cells: { AB9: { as: 'note', extra: 1 } } })).toHaveProperty(['decisions.cells']);
    expect(await errorsOf({ rows: { nine: 'include' } })).toHaveProperty(['decisions.rows']);
    expect(await errorsOf({ mapping: { columns: { A: 'furlongs' } } })).toHaveProperty(['decisions.mapping.columns']);
    expect(await errorsOf({ mapping: { sheet: 'No such sheet' } })).toHaveProperty(['mapping.sheet']);
    expect(await errorsOf({ cells: { AB99: { as: 'actual' } } })).toHaveProperty(['cells.AB99']);
    expect(await errorsOf({ cells: { AB9: { as: 'value', value: '2098-01-04', kind: 'actual' } } })).toEqual({
      'cells.AB9': ['2098-01-04 is still to come, so it can only be planned.'],
    });
  });

  it('can be discarded with its file', async () => {
    const { id } = await draft();
    const me = house.as('merchandiser');
    expect((await me.delete(`/imports/${id}/`)).status).toBe(204);
    expect((await me.get(`/imports/${id}/`)).status).toBe(404);
    expect(await house.query('SELECT status, file, dry_run FROM imports WHERE id = $1', [id])).toEqual([
      { status: 'discarded', file: null, dry_run: null },
    ]);
  });
});

describe('imports: the commitment', () => {
  it('makes one order with two lines, their plans and their lab dips, and tells of it', async () => {
    const { id } = await draft();
    const { status, body } = await commit(id);
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'committed', orders: [{ lines: 2 }] });
    expect(body.committedAt).not.toBeNull();
    const orderId = body.orders[0]!.id;
    const { body: order } = await house.as('merchandiser').get<Order>(`/orders/${orderId}/`);
    expect(order).toMatchObject({
      customerName: 'NORDHAV',
      buyerName: 'NORDHAV',
      orderType: 'local',
      orderDate: '2026-02-03',
      fabricType: 'S/J',
      fabricComposition: '95% Cotton 5% Elastane',
      gsm: '180',
      quantity: '20850',
      unit: 'pieces',
      earliestEtd: '2026-03-30',
      merchandiser: { id: house.ids.merchandiser },
      approvalStatus: { labDip: 'rejected' },
      styles: [{ styleNumber: 'Ladies Ringer Tee', gsm: '180' }],
    });
    expect(order.orderNumber).toMatch(/^PB-\d{8}-\d{4}$/);
    const [ecru, navy] = order.styles[0]!.lines;
    expect(ecru).toMatchObject({
      label: 'Ladies Ringer Tee · ECRU',
      quantity: '12600',
      unit: 'pieces',
      yarnRequired: '2740',
      sewingLine: 'C',
      notes: null,
      etd: '2026-03-30',
      approvalStatus: { labDip: 'approved' },
      approvalDate: '2026-01-30',
    });
    expect(navy).toMatchObject({
      label: 'Ladies Ringer Tee · NAVY',
      quantity: '8250',
      sewingLine: 'D',
      notes: 'Buyer wants 2 size sets',
      approvalStatus: { labDip: 'rejected' },
    });
    expect(await planOf(ecru!)).toMatchObject({
      yarnBooked: 'actual 2026-02-02',
      yarnReceived: 'planned 2026-02-10',
      labDipApproved: 'actual 2026-01-30',
      printSent: 'not_applicable',
      sewingFinish: 'planned 2026-03-24',
      exFactory: 'planned 2026-03-30',
    });
    expect((await planOf(navy!))['labDipApproved']).toBe('rejected: Rejected- too green, send revised LD');

    const { body: history } = await house
      .as('merchandiser')
      .get<{ results: { status: string; notes: string | null; occurredAt: string }[] }>(
        `/approval-history/?orderId=${orderId}&ordering=occurredAt`,
      );
    expect(
      history.results.map(({ status: gate, notes, occurredAt }) => [gate, notes, occurredAt.slice(0, 10)]),
    ).toEqual([
      ['submission', null, '2026-01-28'],
      ['submission', null, '2026-01-28'],
      ['approved', null, '2026-01-30'],
      ['rejected', 'Rejected- too green, send revised LD', '2026-02-03'],
    ]);

    const events = await house.query<{ name: string; data: object }>(
      'SELECT name, data FROM domain_events WHERE order_id = $1 ORDER BY sequence',
      [orderId],
    );
    expect(events.map(({ name }) => name)).toEqual([
      'order.created',
      ...['plan.laid', 'plan.laid'],
      ...['approval.recorded', 'approval.recorded', 'approval.recorded', 'approval.recorded'],
      'order.imported',
    ]);
    expect(events.at(-1)?.data).toMatchObject({
      importId: id,
      after: { fileName: 'house-plan.xls', styles: 1, lines: 2, milestones: 44 },
    });
    const [kept] = await house.query<{ file: null; dry_run: object }>(
      'SELECT file, dry_run FROM imports WHERE id = $1',
      [id],
    );
    expect([kept?.file, kept?.dry_run]).toEqual([null, expect.objectContaining({ asOf: '2026-02-03' })]);
  });

  it('follows the decisions: what happened, what is left out, which value', async () => {
    const { id } = await draft();
    await house.as('merchandiser').patch(`/imports/${id}/`, {
      decisions: {
        rows: { '10': 'exclude' },
        cells: { AB9: { as: 'actual' }, AA9: { as: 'value', value: '2026-04-01', kind: 'planned' } },
      },
    });
    const { body } = await commit(id);
    const { body: order } = await house.as('merchandiser').get<Order>(`/orders/${body.orders[0]!.id}/`);
    const lines = order.styles.flatMap((style) => style.lines);
    expect(lines).toHaveLength(1);
    const plan = await planOf(lines[0]!);
    expect(Object.values(plan)).toContain('planned 2026-04-01');
    expect(plan['exFactory']).toBe('actual 2026-03-30');
  });

  it('keeps two styles and where each line stands', async () => {
    const { body: started } = await drop('plan-export.xlsx');
    const { body } = await commit(started.id);
    const { body: order } = await house
      .as('merchandiser')
      .get<Order & { status: string; gsm: null }>(`/orders/${body.orders[0]!.id}/`);
    expect(order.styles.map(({ gsm }) => gsm)).toEqual(['180', '220']);
    expect([order.gsm, order.status]).toEqual([null, 'in_development']);
    expect(order.styles.flatMap(({ lines }) => lines)).toMatchObject([
      { status: 'running' },
      { status: 'in_development' },
    ]);
  });

  it('happens once, however often it is asked for', async () => {
    const { id } = await draft();
    const before = await house.query('SELECT 1 FROM orders');
    const answers = await Promise.all([commit(id), commit(id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const me = house.as('merchandiser');
    expect((await commit(id)).status).toBe(409);
    expect((await me.patch(`/imports/${id}/`, { decisions: {} })).body['code']).toBe('import.closed');
    expect((await me.delete(`/imports/${id}/`)).status).toBe(409);
    expect(await house.query('SELECT 1 FROM orders')).toHaveLength(before.length + 1);

    const other = await draft();
    const key = { 'Idempotency-Key': 'commit-once' };
    const first = await commit(other.id, key);
    const replay = await commit(other.id, key);
    expect([replay.status, replay.headers['idempotency-replayed']]).toEqual([200, 'true']);
    expect(replay.body).toEqual(first.body);
  });

  it('leaves nothing when it fails half-way', async () => {
    const { id } = await draft();
    const counts = () =>
      house.query(`SELECT (SELECT count(*) FROM orders) AS orders, (SELECT count(*) FROM order_lines) AS lines,
        (SELECT count(*) FROM domain_events) AS events, (SELECT status FROM imports WHERE id = '${id}') AS status`);
    const before = await counts();
    await house.query(`ALTER TABLE line_milestones ADD CONSTRAINT ck_test CHECK (milestone <> 'exFactory') NOT VALID`);
    expect((await commit(id)).status).toBe(422);
    expect(await counts()).toEqual(before);
    await house.query('ALTER TABLE line_milestones DROP CONSTRAINT ck_test');
    expect((await commit(id)).status).toBe(200);
  });

  it('takes a plan of hundreds of lines', async () => {
    const headings = 'Style,Colour,Qty,Lab dip submitted,Lab dip approved,Knitting start,Knitting complete,Ex-factory';
    const rows = Array.from({ length: 700 }, (_, index) =>
      ['Tee', `Shade ${index + 1}`, 100, '2/Nov/25', '9/Nov/25', '20/Nov/25', '1/Dec/25', '5/Jan/26'].join(','),
    );
    const file = Buffer.from(['Buyer: Lund & Co', 'Date: 10/Nov/25', headings, ...rows].join('\n'));
    const { body: started } = await drop('large.csv', file);
    expect(started.dryRun.counts.lines).toBe(700);
    const committed = await statementsDuring(() => commit(started.id));
    const { status, body } = committed.result;
    expect([status, body.orders]).toEqual([200, [expect.objectContaining({ lines: 700 })]]);
    expect(committed.statements.length).toBeLessThanOrEqual(40); // rows go by the thousand
    const [{ count } = { count: '' }] = await house.query<{ count: string }>(
      'SELECT count(*) FROM line_milestones WHERE order_id = $1',
      [body.orders[0]!.id],
    );
    expect(count).toBe('3500');
  });

  it('asks the database for rows, not for cells', async () => {
    const { id } = await draft();
    const me = house.as('merchandiser');
    const list = await statementsDuring(() => me.get('/imports/'));
    const detail = await statementsDuring(() => me.get(`/imports/${id}/`));
    const committed = await statementsDuring(() => commit(id));
    expect(list.statements).toHaveLength(2);
    expect(detail.statements).toHaveLength(1);
    expect(list.statements.join()).not.toContain('dry_run');
    expect(committed.statements.length).toBeLessThanOrEqual(30);
  });
});

const realWorkbook = process.env['TNA_WORKBOOK'];
if (realWorkbook) {
  describe('imports: the workbook in TNA_WORKBOOK', () => {
    it('becomes one order of ANABIA with two lines', async () => {
      const { body: started } = await drop('TNA-Tubulor.xls', readFileSync(realWorkbook));
      const { body } = await commit(started.id);
      expect(body.orders).toMatchObject([{ lines: 2 }]);
      const { body: order } = await house.as('merchandiser').get<Order>(`/orders/${body.orders[0]!.id}/`);
      expect(order).toMatchObject({
        customerName: 'ANABIA',
        orderDate: '2025-11-10',
        quantity: '64680',
        unit: 'pieces',
        styles: [{ styleNumber: 'Mens Tubulor' }],
      });
      const [white, black] = order.styles[0]!.lines;
      expect(white).toMatchObject({ quantity: '44640', unit: 'pieces', yarnRequired: '9550', etd: '2026-01-05' });
      expect(black).toMatchObject({ quantity: '20040', yarnRequired: '4200', approvalStatus: { labDip: 'rejected' } });
      expect(await planOf(white!)).toMatchObject({
        yarnBooked: 'actual 2025-11-10',
        knittingStart: 'planned 2025-11-22',
        printSent: 'not_applicable',
        exFactory: 'planned 2026-01-05',
      });
      expect((await planOf(black!))['labDipApproved']).toBe('rejected: Rejected- need revised LD');
    });
  });
}

describe('imports: PO numbers seen before', () => {
  const sheet = Buffer.from('Buyer,PO No,Style,Colour,Qty,Ex-factory\nANABIA,po 1182,MT-2291,White,400,2027-01-05\n');

  it('are told in the dry run, with the other orders beside; they block nothing', async () => {
    const before = await house.given.order({ orderNumber: 'PO-1182' });
    await house.given.order({ orderNumber: 'PO-1182' }, 'colleague');
    const started = await drop('plan.csv', sheet);
    expect(started.status).toBe(201);
    const { id, repeats, dryRun } = started.body;
    expect(dryRun.blockers).toEqual([]);
    expect(repeats).toMatchObject([{ orderNumber: 'po 1182', orders: [{ id: before.id }] }]);
    expect(repeats[0]!.orders).toHaveLength(1);
    expect(repeats[0]!.orders[0]!.lines).toHaveLength(2);
    expect((await house.as('merchandiser').get<Import>(`/imports/${id}/`)).body.repeats).toHaveLength(1);
    const made = await commit(id);
    expect([made.status, made.body.repeats]).toEqual([200, []]);
    expect(made.body.orders[0]!.id).not.toBe(before.id);
  });

  it('are nobody else’s business', async () => {
    await house.given.order({ orderNumber: 'PO-1183' }, 'colleague');
    const other = Buffer.from(sheet.toString().replace('po 1182', 'PO-1183'));
    expect((await drop('plan.csv', other)).body.repeats).toEqual([]);
  });
});
