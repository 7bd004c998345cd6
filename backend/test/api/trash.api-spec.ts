import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TrashPurge } from '../../src/modules/activity/trash/trash-purge';
import { Storage } from '../../src/platform/storage/storage';
import { House, type Person } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trash-'));
  house = await House.open({ MEDIA_ROOT: folder });
});
afterAll(async () => {
  await house?.close();
  await rm(folder, { recursive: true, force: true });
});

const NOBODYS = '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

interface Entry {
  id: string;
  kind: string;
  subjectId: string;
  label: string;
  orderNumber: string | null;
  deletedBy: { id: string } | null;
  daysLeft: number;
  isOrder: boolean;
}
interface List {
  count: number;
  results: Entry[];
}

const trashOf = async (query: string, by: Person = 'merchandiser') =>
  (await house.as(by).get<List>(`/trash/?${query}`)).body.results;

const entryOf = async (subjectId: string, by: Person = 'merchandiser') =>
  (await trashOf(`subjectId=${subjectId}`, by))[0]!;

const restore = (id: string, by: Person = 'merchandiser') =>
  house.as(by).post<{ kind: string; subjectId: string; code: string; detail: string }>(`/trash/${id}/restoration/`);

describe('trash: who may', () => {
  it('asks a stranger to sign in', async () => {
    expect((await house.anonymous.get('/trash/')).status).toBe(401);
    expect((await house.anonymous.post(`/trash/${NOBODYS}/restoration/`)).status).toBe(401);
  });

  it("shows nothing of another's, and restores nothing of it", async () => {
    const order = await house.given.order({}, 'colleague');
    await house.as('colleague').delete(`/order-lines/${order.lines[0]!.id}/`);
    const entry = await entryOf(order.lines[0]!.id, 'colleague');
    expect(await trashOf(`orderId=${order.id}`)).toEqual([]);
    for (const id of [entry.id, NOBODYS]) expect((await restore(id)).status).toBe(404);
    expect((await restore(entry.id, 'manager')).status).toBe(200);
  });

  it('names what it cannot read', async () => {
    const { status, body } = await house
      .as('manager')
      .get<{ errors: object }>('/trash/?orderid=1&ordering=name&subjectId=x');
    expect([status, Object.keys(body.errors).sort()]).toEqual([400, ['orderid', 'ordering', 'subjectId']]);
  });
});

describe('trash: what lies in it', () => {
  it('tells what it is, who deleted it, and how long it is kept, in two statements', async () => {
    const order = await house.given.order({ orderNumber: 'PO-1182' });
    const me = house.as('merchandiser');
    const sample = await house.given.sample({ orderId: order.id, orderLineId: order.lines[1]!.id });
    const shipment = await house.given.shipment({ orderId: order.id });
    const pi = await me.post<{ id: string; piNumber: string }>('/financials/proforma-invoices/', { orderId: order.id });
    for (const path of [
      `/samples/${sample.id}/`,
      `/shipments/${shipment.id}/`,
      `/financials/proforma-invoices/${pi.body.id}/`,
    ])
      await me.delete(path);
    await house.as('manager').delete(`/order-lines/${order.lines[0]!.id}/`);
    const found = await trashOf(`orderId=${order.id}`);
    expect(found.map(({ kind, label }) => [kind, label])).toEqual([
      ['line', 'MT-2291 · White'],
      ['proforma_invoice', pi.body.piNumber],
      ['shipment', 'Shipment 176-12345675 with Maersk'],
      ['sample', 'Lab dip round 1 for Black'],
    ]);
    expect(found[0]).toMatchObject({
      subjectId: order.lines[0]!.id,
      orderNumber: 'PO-1182',
      deletedBy: { id: house.ids.manager },
      daysLeft: 30,
      isOrder: false,
    });
    expect((await trashOf(`orderId=${order.id}&kind=line&kind=sample`)).map(({ kind }) => kind)).toEqual([
      'line',
      'sample',
    ]);
    const wrong = await house.as('merchandiser').get('/trash/?kind=lines');
    expect([wrong.status, wrong.body['errors']]).toEqual([400, { kind: ['There is no lines; did you mean line?'] }]);
    expect((await trashOf(`orderId=${order.id}&deletedById=${house.ids.manager}`)).map(({ kind }) => kind)).toEqual([
      'line',
    ]);
    expect((await trashOf(`orderId=${order.id}&search=maersk`)).map(({ kind }) => kind)).toEqual(['shipment']);
    const { statements } = await statementsDuring(() => trashOf('pageSize=200', 'manager'));
    expect(statements).toHaveLength(2);
  });

  it('shows of an order that was deleted the order alone, also to who made it', async () => {
    const order = await house.given.order({ orderNumber: 'PO-77' });
    await house.as('merchandiser').delete(`/order-lines/${order.lines[0]!.id}/`);
    await house.as('merchandiser').post(`/orders/${order.id}/assignment/`, { merchandiserId: house.ids.colleague });
    await house.as('merchandiser').delete(`/orders/${order.id}/`);
    for (const by of ['merchandiser', 'colleague', 'manager'] as const)
      expect((await trashOf(`orderId=${order.id}`, by)).map(({ label, isOrder }) => [label, isOrder])).toEqual([
        ['PO-77', true],
      ]);
  });
});

describe('trash: the way back', () => {
  it('brings an order back with everything that was under it', async () => {
    const order = await house.given.order();
    const sample = await house.given.sample({ orderId: order.id, orderLineId: order.lines[0]!.id });
    await house.as('merchandiser').delete(`/orders/${order.id}/`);
    const entry = await entryOf(order.id);
    const { status, body } = await restore(entry.id);
    expect([status, body]).toMatchObject([200, { kind: 'order', subjectId: order.id }]);
    expect((await house.as('merchandiser').get(`/samples/${sample.id}/`)).status).toBe(200);
    expect((await house.eventNamesOf(order.id)).at(-1)).toBe('order.restored');
    expect(await trashOf(`orderId=${order.id}`)).toEqual([]);
    expect((await restore(entry.id)).status).toBe(404);
  });

  it('brings a style back with the lines that went with it, and not with those that were deleted before', async () => {
    const order = await house.given.order();
    const me = house.as('merchandiser');
    const [white, black] = order.lines;
    await me.post(`/orders/${order.id}/styles/`, { styleNumber: 'MT-9', lines: [{ colorName: 'Red' }] });
    await me.delete(`/order-lines/${white!.id}/`);
    await me.delete(`/styles/${black!.styleId}/`);
    expect((await trashOf(`orderId=${order.id}`)).map(({ kind, label }) => [kind, label])).toEqual([
      ['style', 'Style MT-2291'],
      ['line', 'MT-2291 · White'],
    ]);
    const early = await restore((await entryOf(white!.id)).id);
    expect([early.status, early.body.detail]).toEqual([
      409,
      'The style of this line, MT-2291, is in the trash: restore the style first.',
    ]);
    await restore((await entryOf(black!.styleId)).id);
    expect((await me.get(`/order-lines/${black!.id}/`)).status).toBe(200);
    expect((await me.get(`/order-lines/${white!.id}/`)).status).toBe(404);
    expect((await restore((await entryOf(white!.id)).id)).status).toBe(200);
    expect((await me.get<{ quantity: string }>(`/orders/${order.id}/`)).body.quantity).toBe('64680');
  });

  it('brings a line back with its style where that went with it, and the figures of the order follow', async () => {
    const order = await house.given.order();
    const me = house.as('merchandiser');
    const { body: style } = await me.post<{ id: string; lines: { id: string }[] }>(`/orders/${order.id}/styles/`, {
      styleNumber: 'MT-9',
      lines: [{ colorName: 'Red', quantity: '100', unit: 'pieces' }],
    });
    await me.delete(`/order-lines/${style.lines[0]!.id}/`);
    expect((await me.get(`/styles/${style.id}/`)).status).toBe(404);
    await restore((await entryOf(style.lines[0]!.id)).id);
    expect((await me.get(`/styles/${style.id}/`)).status).toBe(200);
    expect((await me.get<{ quantity: string }>(`/orders/${order.id}/`)).body.quantity).toBe('64780');
  });

  it('says what took the place of a thing meanwhile', async () => {
    const order = await house.given.order();
    const [white] = order.lines;
    await house.as('merchandiser').delete(`/order-lines/${white!.id}/`);
    await house.as('merchandiser').post(`/styles/${white!.styleId}/lines/`, { colorName: 'White' });
    const { status, body } = await restore((await entryOf(white!.id)).id);
    expect([status, body.detail]).toEqual([409, 'This style already has a line with this colour and CAD.']);
    expect((await trashOf(`orderId=${order.id}`)).map(({ subjectId }) => subjectId)).toEqual([white!.id]);
  });
});

describe('trash: after 30 days', () => {
  const age = (table: string, id: string, days: number) =>
    house.query(`UPDATE ${table} SET deleted_at = now() - make_interval(days => $2) WHERE id = $1`, [id, days]);

  it('goes for good, with its files; history and requests stay (fault 28)', async () => {
    const me = house.as('merchandiser');
    const order = await house.given.order({ orderNumber: 'PO-1' });
    const sample = await house.given.sample({ orderId: order.id });
    await me.upload(`/samples/${sample.id}/attachment/`, PNG, 'dip.png');
    await me.post(`/order-lines/${order.lines[0]!.id}/approvals/`, { approvalType: 'price', status: 'approved' });
    await me.post(`/orders/${order.id}/assignment/`, { merchandiserId: house.ids.colleague });
    const { body: asked } = await house.as('colleague').post<{ id: string }>(`/orders/${order.id}/deletion-requests/`);
    await me.post(`/deletion-requests/${asked.id}/approval/`);
    const [{ key } = { key: '' }] = await house.query<{ key: string }>(
      'SELECT attachment AS key FROM samples WHERE id = $1',
      [sample.id],
    );
    const kept = await house.given.order();
    await me.delete(`/order-lines/${kept.lines[0]!.id}/`);
    await age('order_lines', kept.lines[0]!.id, 29);
    await age('orders', order.id, 31);
    expect(await house.app.get(TrashPurge).purge()).toBe(1);

    const left = await house.query<{ total: number }>(
      `SELECT count(*)::int AS total FROM samples WHERE order_id = $1 UNION ALL SELECT count(*)::int FROM orders WHERE id = $1`,
      [order.id],
    );
    expect(left.every(({ total }) => total === 0)).toBe(true);
    const jobs = await house.query<{ data: { key: string } }>(
      `SELECT data FROM pgboss.job WHERE name = 'discarded-files'`,
    );
    expect(jobs.map(({ data }) => data.key)).toEqual([key]);
    expect(existsSync(join(folder, key))).toBe(true); // the row first, the file by its job
    await house.app.get(Storage).delete(key);

    expect((await house.eventNamesOf(order.id)).slice(-2)).toEqual(['order.deleted', 'order.purged']);
    const [decisions] = await house.query<{ total: number }>(
      'SELECT count(*)::int AS total FROM approval_history WHERE order_id = $1',
      [order.id],
    );
    expect(decisions?.total).toBe(1);
    expect((await house.as('colleague').get(`/deletion-requests/${asked.id}/`)).body).toMatchObject({
      orderId: null,
      orderNumber: 'PO-1',
      status: 'approved',
    });
    expect((await entryOf(kept.lines[0]!.id)).subjectId).toBe(kept.lines[0]!.id);
  });

  it('goes kind by kind, and a second run finds nothing', async () => {
    const order = await house.given.order();
    const sample = await house.given.sample({ orderId: order.id });
    const [white] = order.lines;
    await house.as('merchandiser').delete(`/samples/${sample.id}/`);
    await house.as('merchandiser').delete(`/order-lines/${white!.id}/`);
    await age('samples', sample.id, 40);
    await age('order_lines', white!.id, 40);
    expect(await house.app.get(TrashPurge).purge()).toBe(2);
    expect(await house.app.get(TrashPurge).purge()).toBe(0);
    expect(await trashOf(`orderId=${order.id}`)).toEqual([]);
    expect((await house.eventNamesOf(white!.id)).at(-1)).toBe('line.purged');
    expect((await house.as('merchandiser').get(`/activity/verification/?orderId=${order.id}`)).body).toMatchObject({
      intact: true,
    });
  });
});

describe('trash: what belongs to the books', () => {
  it('stays for good: a PI that was a draft, and an order with one, whose number and version are never used again', async () => {
    const me = house.as('merchandiser');
    const raise = (orderId: string) =>
      me.post<{ id: string; piNumber: string; version: number }>('/financials/proforma-invoices/', { orderId });
    const [alive, gone] = [await house.given.order(), await house.given.order()];
    const [draft, under] = [(await raise(alive.id)).body, (await raise(gone.id)).body];
    await me.delete(`/financials/proforma-invoices/${draft.id}/`);
    await me.delete(`/orders/${gone.id}/`);
    await house.query(`UPDATE proforma_invoices SET deleted_at = now() - interval '99 days' WHERE id = $1`, [draft.id]);
    await house.query(`UPDATE orders SET deleted_at = now() - interval '99 days' WHERE id = $1`, [gone.id]);
    expect(await house.app.get(TrashPurge).purge()).toBe(0);
    for (const id of [draft.id, gone.id]) expect(await entryOf(id)).toMatchObject({ keptUntil: null, daysLeft: null });

    const next = (await raise(alive.id)).body;
    expect(next.version).toBe(2);
    expect([draft.piNumber, under.piNumber]).not.toContain(next.piNumber);
    for (const id of [draft.id, gone.id]) expect((await restore((await entryOf(id)).id)).status).toBe(200);
    expect((await me.get(`/financials/proforma-invoices/${under.id}/`)).body).toMatchObject({
      piNumber: under.piNumber,
    });
  });

  it('holds the order of an LC, of a payment and of money owed', async () => {
    const me = house.as('merchandiser');
    const shipment = await house.given.invoicedShipment();
    const [paid, credited] = [await house.given.order(), await house.given.order()];
    const payment = await me.post<{ id: string }>('/financials/payments/', { orderId: paid.id, amount: '100' });
    const credit = await me.post<{ id: string }>('/financials/letters-of-credit/', {
      ...{ orderId: credited.id, amount: '5000', currency: 'USD', issueDate: '2026-01-05', expiryDate: '2026-12-20' },
    });
    const opened = await me.post<{ id: string }>(`/financials/letters-of-credit/${credit.body.id}/back-to-back/`, {
      ...{ millName: 'Mill A', amount: '100', usanceDays: 90 },
    });
    await me.delete(`/financials/back-to-back/${opened.body.id}/`);
    await me.delete(`/financials/letters-of-credit/${credit.body.id}/`);
    await me.delete(`/financials/payments/${payment.body.id}/`);
    const held = [shipment.orderId, paid.id, credited.id];
    for (const id of [payment.body.id, credit.body.id])
      expect(await entryOf(id)).toMatchObject({ keptUntil: null, daysLeft: null });
    for (const id of held) await me.delete(`/orders/${id}/`);
    for (const id of held) expect(await entryOf(id)).toMatchObject({ keptUntil: null, daysLeft: null });

    const thrown = [...held, payment.body.id, credit.body.id, opened.body.id];
    for (const table of ['orders', 'payments', 'letters_of_credit', 'back_to_back_credits'])
      await house.query(`UPDATE ${table} SET deleted_at = now() - interval '99 days' WHERE id = ANY($1)`, [thrown]);
    expect(await house.app.get(TrashPurge).purge()).toBe(0);
    expect(await house.query('SELECT 1 FROM receivables WHERE id = $1', [shipment.receivableId])).toHaveLength(1);
    await expect(house.query('DELETE FROM orders WHERE id = $1', [paid.id])).rejects.toThrow('fk_payments_order_id');
  });
});

describe('trash: what the house goes by', () => {
  const kinds = [
    {
      kind: 'gate_set',
      path: '/gate-sets/',
      body: { name: 'Denim', words: ['denim'], gates: [{ key: 'labDip' }] },
      label: 'Set of gates Denim',
    },
    {
      kind: 'tna_template',
      path: '/tna-templates/',
      body: { name: 'Repeat order', steps: [{ key: 'exFactory', holder: 'us', days: 3 }] },
      label: 'T&A template Repeat order',
    },
    {
      kind: 'calendar',
      path: '/working-calendars/',
      body: { holder: 'mill', partyName: 'Trash Mills', weekend: [5] },
      label: 'Working calendar of Trash Mills',
    },
  ];

  it.each(kinds)('a $kind comes back as it was, by a manager, and its undo sends it away again', async (each) => {
    const made = await house.as('manager').post<{ id: string; errors: object }>(each.path, each.body);
    expect([made.status, made.body.errors]).toEqual([201, undefined]);
    const { id } = made.body;
    const path = `${each.path}${id}/`;
    const before = (await house.as('manager').get<object>(path)).body;
    expect((await house.as('manager').delete(path)).status).toBe(204);
    expect(await trashOf(`kind=${each.kind}&subjectId=${id}`)).toEqual([]);
    const entry = await entryOf(id, 'manager');
    expect(entry).toMatchObject({ kind: each.kind, label: each.label, orderNumber: null, isOrder: false });
    expect((await restore(entry.id)).status).toBe(404);
    const answer = await restore(entry.id, 'manager');
    const { kind, label } = each;
    expect([answer.status, answer.body]).toEqual([200, { kind, subjectId: id, orderId: null, label }]);
    const now = (await house.as('manager').get<object>(path)).body;
    const touched = { updatedAt: expect.any(String) as string, rowVersion: 3 };
    expect(now).toEqual({ ...before, ...touched });
    expect(await house.eventNamesOf(id)).toContain(`${kind}.restored`);
    const undone = await house.as('manager').post(`/activity/${answer.headers['x-undo']}/undo/`);
    expect([undone.status, (await house.as('manager').get(path)).status]).toEqual([200, 404]);
  });

  it('stays there while its name is another’s by now', async () => {
    const party = { holder: 'mill', partyName: 'Twice Mills', weekend: [5] };
    const first = await house.as('manager').post<{ id: string }>('/working-calendars/', party);
    await house.as('manager').delete(`/working-calendars/${first.body.id}/`);
    await house.as('manager').post('/working-calendars/', party);
    expect((await restore((await entryOf(first.body.id, 'manager')).id, 'manager')).status).toBe(409);
  });
});
