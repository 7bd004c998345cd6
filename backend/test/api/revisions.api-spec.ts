import type { GivenOrder } from '../support/given';
import { House } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const revision = { reason: 'The buyer cut the order.', agreedBy: 'Anna Berg, ANABIA', agreedOn: '2026-11-20' };

interface Affected {
  kind: string;
  id: string | null;
  title: string;
  sentence: string;
}
interface Refusal {
  code: string;
  because: string;
  after: object;
  affects: Affected[];
  errors: object;
}
interface Revision {
  number: number;
  orderLineId: string | null;
  before: object;
  after: object;
  affects: Affected[];
}

/** An order whose lines are all running. */
async function running(overrides: object = {}): Promise<GivenOrder> {
  const order = await house.given.order(overrides);
  await house.as('merchandiser').post(`/orders/${order.id}/line-statuses/`, { status: 'running' });
  return order;
}

const revisionsOf = async (orderId: string) =>
  (await house.as('merchandiser').get<{ results: Revision[] }>(`/order-revisions/?orderId=${orderId}`)).body.results;

describe('revisions: who may', () => {
  it('asks a stranger to sign in', async () => {
    expect((await house.anonymous.get('/order-revisions/')).status).toBe(401);
    expect((await house.anonymous.post('/order-lines/0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21/impact/')).status).toBe(401);
  });

  it("does not know another merchandiser's", async () => {
    const order = await running();
    const [white] = order.lines;
    const made = await house.as('merchandiser').patch(`/order-lines/${white!.id}/`, { quantity: '40000', revision });
    expect(made.status).toBe(200);
    const other = house.as('colleague');
    const list = await other.get<{ results: object[] }>(`/order-revisions/?orderId=${order.id}`);
    expect([list.status, list.body.results]).toEqual([200, []]);
    expect((await other.post(`/order-lines/${white!.id}/impact/`, { quantity: '1' })).status).toBe(404);
    expect((await other.post(`/orders/${order.id}/impact/`, { etd: '2027-01-05' })).status).toBe(404);
    expect(await revisionsOf(order.id)).toHaveLength(1);
    const managers = await house.as('manager').get<{ results: object[] }>(`/order-revisions/?orderId=${order.id}`);
    expect(managers.body.results).toHaveLength(1);
  });
});

describe('revisions: what is refused', () => {
  it('names the fields of a revision that are wrong, and a day to come', async () => {
    const order = await running();
    const me = house.as('merchandiser');
    const path = `/order-lines/${order.lines[0]!.id}/`;
    const blank = await me.patch<Refusal>(path, { quantity: '1', revision: { reason: ' ', agreedOn: 'soon' } });
    expect([blank.status, Object.keys(blank.body.errors).sort()]).toEqual([
      400,
      ['revision.agreedBy', 'revision.agreedOn', 'revision.reason'],
    ]);
    const future = await me.patch<Refusal>(path, { quantity: '1', revision: { ...revision, agreedOn: '2999-01-01' } });
    expect([future.status, Object.keys(future.body.errors)]).toEqual([400, ['revision.agreedOn']]);
    expect(await revisionsOf(order.id)).toEqual([]);
  });

  it.each([
    { quantity: '40000' },
    { unit: 'rolls' },
    { provaPrice: '2.40' },
    { millPrice: null },
    { etd: '2027-02-01' },
  ])('a running line does not just change: %j', async (change) => {
    const order = await running();
    const path = `/order-lines/${order.lines[0]!.id}/`;
    const { status, body } = await house.as('merchandiser').patch<Refusal>(path, { ...change, notes: 'Kept out too.' });
    expect([status, body.code, body.because, body.after]).toEqual([
      422,
      'order.revision_needed',
      'The line is running.',
      change,
    ]);
    const line = await house.as('merchandiser').get(path);
    expect(line.body).toMatchObject({ quantity: '44640', unit: 'pieces', notes: null, rowVersion: 2 });
  });

  it('a confirmed PI binds lines that are not running yet', async () => {
    const order = await house.given.order();
    const me = house.as('merchandiser');
    const invoice = await me.post<{ id: string; piNumber: string }>('/financials/proforma-invoices/', {
      orderId: order.id,
    });
    const path = `/order-lines/${order.lines[0]!.id}/`;
    expect((await me.patch(path, { quantity: '44000' })).status).toBe(200);
    await me.post(`/financials/proforma-invoices/${invoice.body.id}/dispatch/`);
    await house.as('manager').post(`/financials/proforma-invoices/${invoice.body.id}/confirmation/`);
    const { status, body } = await me.patch<Refusal>(path, { quantity: '40000' });
    expect([status, body.because]).toEqual([422, `${invoice.body.piNumber} is confirmed.`]);
    expect(body.affects).toMatchObject([
      {
        kind: 'proforma_invoice',
        id: invoice.body.id,
        title: invoice.body.piNumber,
        sentence: 'Confirmed for USD 158,466.00; the order would come to USD 147,098.00, USD 11,368.00 less.',
      },
    ]);
  });

  it('an issued LC binds them as well, and says which days it allows', async () => {
    const order = await house.given.order();
    const me = house.as('merchandiser');
    const credit = await me.post<{ id: string }>('/financials/letters-of-credit/', {
      orderId: order.id,
      lcNumber: 'DC-7799',
      amount: '158466',
      currency: 'USD',
      issueDate: '2026-11-20',
      expiryDate: '2027-02-10',
      latestShipmentDate: '2027-01-20',
    });
    const path = `/order-lines/${order.lines[1]!.id}/`;
    expect((await me.patch(path, { etd: '2027-01-12' })).status).toBe(200);
    await me.post(`/financials/letters-of-credit/${credit.body.id}/issuance/`);
    const { body } = await me.patch<Refusal>(path, { etd: '2027-01-25' });
    expect(body.because).toBe('LC DC-7799 is issued.');
    expect(body.affects.map(({ sentence }) => sentence)).toEqual([
      'Its latest day to ship is 20 Jan 2027, and MT-2291 · Black would leave on 25 Jan 2027: it needs an amendment.',
    ]);
  });
});

describe('revisions: what happens', () => {
  it('shows what a change would break without writing it', async () => {
    const order = await running();
    const [white] = order.lines;
    const me = house.as('merchandiser');
    await me.put(`/order-lines/${white!.id}/milestones/exFactory/`, { plannedOn: '2027-01-05' });
    await me.put(`/order-lines/${white!.id}/milestones/sewingFinish/`, { plannedOn: '2027-01-02' });
    const shipment = await house.given.shipment({ orderId: order.id, shippingDate: '2027-01-05' });
    await me.patch(`/order-lines/${white!.id}/`, { yarnRequired: '9550' });
    const events = await house.query(`SELECT id FROM domain_events WHERE order_id = $1`, [order.id]);

    const preview = await me.post<{ revisionNeeded: boolean; affects: Affected[] }>(
      `/order-lines/${white!.id}/impact/`,
      { quantity: '22320', etd: '2027-01-03', notes: 'not agreed' },
    );
    expect(preview.status).toBe(200);
    expect(preview.body).toMatchObject({
      revisionNeeded: true,
      because: 'The line is running.',
      before: { quantity: '44640', etd: '2027-01-05' },
      after: { quantity: '22320', etd: '2027-01-03' },
    });
    expect(preview.body.affects.map(({ kind, id, sentence }) => [kind, id, sentence]).sort()).toEqual([
      ['milestone', null, '1 step is planned after the new ETD of 3 Jan 2027: Ex-factory (5 Jan 2027).'],
      [
        'shipment',
        shipment.id,
        'Booked to leave on 5 Jan 2027 with the quantity as it was. It is booked for 5 Jan 2027, after the new ETD of 3 Jan 2027.',
      ],
      ['yarn', null, '9,550 kg were worked out for 44,640 pcs; for 22,320 pcs it would be about 4,775 kg.'],
    ]);
    expect((await me.get(`/order-lines/${white!.id}/`)).body).toMatchObject({ quantity: '44640', etd: '2027-01-05' });
    expect(await house.query(`SELECT id FROM domain_events WHERE order_id = $1`, [order.id])).toHaveLength(
      events.length,
    );
  });

  it('keeps reason, name, before and after, and what it was known to affect', async () => {
    const order = await running();
    const [white] = order.lines;
    const me = house.as('merchandiser');
    await house.given.shipment({ orderId: order.id, awbNumber: '176-00000011', carrierName: 'DHL' });
    const { status, body } = await me.patch(`/order-lines/${white!.id}/`, {
      quantity: '40000',
      notes: 'Cut.',
      revision,
    });
    expect([status, body['quantity'], body['notes']]).toEqual([200, '40000', 'Cut.']);
    expect(await revisionsOf(order.id)).toMatchObject([
      {
        number: 1,
        orderLineId: white!.id,
        lineLabel: 'MT-2291 · White',
        before: { quantity: '44640' },
        after: { quantity: '40000' },
        ...revision,
        affects: [{ kind: 'shipment', title: 'Shipment 176-00000011 with DHL' }],
        revisedBy: { id: house.ids.merchandiser },
      },
    ]);
    expect((await me.get(`/orders/${order.id}/`)).body).toMatchObject({ revisionCount: 1, quantity: '60040' });
    const [, revised] = await house.eventsOf(white!.id);
    expect([revised?.name, revised?.data]).toEqual([
      'line.revised',
      {
        before: { quantity: '44640', notes: null },
        after: { quantity: '40000', notes: 'Cut.' },
        number: 1,
        ...revision,
      },
    ]);
  });

  it('asks for none where nothing agreed is changed', async () => {
    const order = await running();
    const [white] = order.lines;
    const me = house.as('merchandiser');
    const path = `/order-lines/${white!.id}/`;
    for (const change of [{ quantity: '44640.000', provaPrice: '2.4500' }, { notes: 'A note.' }, { eta: '2027-01-25' }])
      expect((await me.patch(path, change)).status).toBe(200);
    expect((await house.eventsOf(white!.id)).map(({ data }) => data['after'])).toEqual([
      { status: 'running' },
      { notes: 'A note.' },
      { eta: '2027-01-25' },
    ]);
    expect((await me.patch<Refusal>(path, { eta: '2027-01-28' })).body.code).toBe('order.revision_needed');
    expect(await revisionsOf(order.id)).toEqual([]);
  });

  it("revises an order's own figures where it has no lines", async () => {
    const order = await house.given.order({
      styles: [],
      quantity: '500',
      unit: 'kg',
      provaPrice: '6',
      etd: '2027-01-05',
    });
    const me = house.as('merchandiser');
    expect((await me.get(`/orders/${order.id}/`)).body).toMatchObject({
      totalValue: [{ amount: '3000.00', currency: 'USD' }],
    });
    const invoice = await me.post<{ id: string }>('/financials/proforma-invoices/', { orderId: order.id });
    await me.post(`/financials/proforma-invoices/${invoice.body.id}/dispatch/`);
    await house.as('manager').post(`/financials/proforma-invoices/${invoice.body.id}/confirmation/`);
    const preview = await me.post<Refusal>(`/orders/${order.id}/impact/`, { quantity: '400' });
    expect(preview.body.affects.map(({ sentence }) => sentence)).toEqual([
      'Confirmed for USD 3,000.00; the order would come to USD 2,400.00, USD 600.00 less.',
    ]);
    expect((await me.patch<Refusal>(`/orders/${order.id}/`, { quantity: '400' })).body.code).toBe(
      'order.revision_needed',
    );
    const { status, body } = await me.patch(`/orders/${order.id}/`, { quantity: '400', revision });
    expect([status, body['quantity'], body['revisionCount']]).toEqual([200, '400', 1]);
    expect(await revisionsOf(order.id)).toMatchObject([{ orderLineId: null, after: { quantity: '400' } }]);
    expect((await house.eventNamesOf(order.id)).at(-1)).toBe('order.revised');
  });

  it('counts the revisions of an order one by one, however many come at once (fault 24)', async () => {
    const order = await running();
    const me = house.as('merchandiser');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        me.patch(`/order-lines/${order.lines[at % 2]!.id}/`, { quantity: String(1000 + at), revision }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const numbers = (await revisionsOf(order.id)).map(({ number }) => number).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    expect((await me.get(`/orders/${order.id}/`)).body).toMatchObject({ revisionCount: 20 });
  });

  it('tells the manager and the merchandiser, but not who made it', async () => {
    const order = await running();
    await house.as('manager').patch(`/order-lines/${order.lines[0]!.id}/`, { provaPrice: '2.30', revision });
    await house.deliverEvents();
    const notices = await house.query<{ user_id: string; message: string }>(
      `SELECT user_id, message FROM notifications WHERE order_id = $1 AND notification_type = 'line.revised'`,
      [order.id],
    );
    expect(notices).toEqual([
      {
        user_id: house.ids.merchandiser,
        message: expect.stringContaining('made revision 1, agreed with Anna Berg') as string,
      },
    ]);
  });
});

describe('revisions: no way round', () => {
  it('a confirmed line is not removed without a reason, and comes back by undo', async () => {
    const order = await running();
    const [white] = order.lines;
    const me = house.as('merchandiser');
    const refused = await me.delete<Refusal>(`/order-lines/${white!.id}/`);
    expect([refused.status, refused.body.code, refused.body.because, refused.body.after]).toEqual([
      422,
      'order.revision_needed',
      'The line is running.',
      { quantity: null, status: 'removed' },
    ]);
    expect((await me.post(`/order-lines/${white!.id}/removal/`, {})).status).toBe(422);
    expect((await house.as('colleague').post(`/order-lines/${white!.id}/removal/`, { revision })).status).toBe(404);
    const removed = await me.post(`/order-lines/${white!.id}/removal/`, { revision });
    expect(removed.status).toBe(204);
    expect((await me.get(`/orders/${order.id}/`)).body).toMatchObject({ quantity: '20040', revisionCount: 1 });
    expect(await revisionsOf(order.id)).toMatchObject([
      {
        orderLineId: white!.id,
        lineLabel: 'MT-2291 · White',
        before: { quantity: '44640', status: 'running' },
        after: { quantity: null, status: 'removed' },
        ...revision,
      },
    ]);
    const deleted = (await house.eventsOf(white!.id)).at(-1);
    expect([deleted?.name, deleted?.data]).toMatchObject(['line.deleted', { number: 1, ...revision }]);
    const undone = await me.post(`/activity/${deleted!.id}/undo/`);
    expect(undone.status).toBe(200);
    expect((await me.get(`/orders/${order.id}/`)).body).toMatchObject({ quantity: '64680' });
  });

  it('a line that is not agreed yet still goes without one, and its removal tells of the papers when it is', async () => {
    const order = await house.given.order();
    const [white, black] = order.lines;
    const me = house.as('merchandiser');
    const invoice = await me.post<{ id: string; piNumber: string }>('/financials/proforma-invoices/', {
      orderId: order.id,
    });
    await me.post(`/financials/proforma-invoices/${invoice.body.id}/dispatch/`);
    await house.as('manager').post(`/financials/proforma-invoices/${invoice.body.id}/confirmation/`);
    const { status, body } = await me.delete<Refusal>(`/order-lines/${white!.id}/`);
    expect([status, body.because, body.affects.map(({ sentence }) => sentence)]).toEqual([
      422,
      `${invoice.body.piNumber} is confirmed.`,
      ['Confirmed for USD 158,466.00; the order would come to USD 49,098.00, USD 109,368.00 less.'],
    ]);
    const free = await house.given.order();
    expect((await me.delete(`/order-lines/${free.lines[0]!.id}/`)).status).toBe(204);
    expect((await me.get(`/order-lines/${black!.id}/`)).status).toBe(200);
  });

  it('a style with a confirmed line is refused with the way to do it', async () => {
    const order = await running();
    const me = house.as('merchandiser');
    await me.post(`/orders/${order.id}/styles/`, { styleNumber: 'MT-9', lines: [{ colorName: 'Red' }] });
    const { status, body } = await me.delete<Refusal & { detail: string }>(`/styles/${order.styles[0]!.id}/`);
    expect([status, body.code, body.detail]).toEqual([
      409,
      'style.agreed',
      'MT-2291 · White is running. Delete the lines of this style one by one: each takes a reason, and who agreed to it.',
    ]);
  });

  it('a confirmed line does not step back without a reason, one by one or together', async () => {
    const order = await running();
    const [white, black] = order.lines;
    const me = house.as('merchandiser');
    const path = `/order-lines/${white!.id}/status/`;
    const refused = await me.post<Refusal>(path, { status: 'in_development' });
    expect([refused.status, refused.body.code, refused.body.after]).toEqual([
      422,
      'order.revision_needed',
      { status: 'in_development' },
    ]);
    const stepped = await me.post(path, { status: 'in_development', revision });
    expect([stepped.status, stepped.body['status']]).toEqual([200, 'in_development']);
    expect((await me.patch(`/order-lines/${white!.id}/`, { quantity: '40000' })).status).toBe(200);
    const together = await me.post<Refusal>(`/orders/${order.id}/line-statuses/`, {
      status: 'in_development',
      lineIds: [black!.id],
    });
    expect([together.status, together.body.because]).toEqual([422, 'The line is running.']);
    const all = { status: 'in_development', lineIds: [black!.id], revision };
    expect((await me.post(`/orders/${order.id}/line-statuses/`, all)).status).toBe(200);
    expect((await revisionsOf(order.id)).map(({ number, orderLineId, after }) => [number, orderLineId, after])).toEqual(
      [
        [2, black!.id, { status: 'in_development' }],
        [1, white!.id, { status: 'in_development' }],
      ],
    );
    expect((await house.eventNamesOf(black!.id)).at(-1)).toBe('line.revised');
    expect((await me.post(path, { status: 'running' })).status).toBe(200);
  });

  it('nor does the archive let it step back', async () => {
    const order = await running();
    const me = house.as('merchandiser');
    const path = `/order-lines/${order.lines[0]!.id}/status/`;
    expect((await me.post(path, { status: 'archived' })).status).toBe(200);
    expect((await me.post(path, { status: 'upcoming' })).status).toBe(422);
  });

  it('a slip is undone on the day it was made', async () => {
    const order = await house.given.order();
    const [white] = order.lines;
    const me = house.as('merchandiser');
    await me.post(`/order-lines/${white!.id}/status/`, { status: 'running' });
    const slip = (await house.eventsOf(white!.id)).at(-1)!;
    expect((await me.post(`/activity/${slip.id}/undo/`)).status).toBe(200);
    expect((await me.get(`/order-lines/${white!.id}/`)).body).toMatchObject({ status: 'upcoming' });
  });

  it('a line in development frees nothing of what runs beside it', async () => {
    const order = await running({ etd: '2027-01-05' });
    const me = house.as('merchandiser');
    await me.post(`/styles/${order.styles[0]!.id}/lines/`, { colorName: 'Red', quantity: '10', unit: 'pieces' });
    expect((await me.get(`/orders/${order.id}/`)).body).toMatchObject({ status: 'upcoming' });
    const { status, body } = await me.patch<Refusal>(`/orders/${order.id}/`, { etd: '2027-02-01' });
    expect([status, body.because]).toEqual([422, 'MT-2291 · White is running.']);
  });
});

describe('revisions: statements', () => {
  it('does not ask the database more the more lines there are', async () => {
    const me = house.as('merchandiser');
    const order = await running();
    await me.patch(`/order-lines/${order.lines[0]!.id}/`, { quantity: '1', revision });
    const list = await statementsDuring(() => me.get(`/order-revisions/?orderId=${order.id}`));
    const preview = await statementsDuring(() =>
      me.post(`/order-lines/${order.lines[0]!.id}/impact/`, { quantity: '2', etd: '2027-03-01' }),
    );
    expect([list.statements.length, preview.statements.length]).toEqual([2, 6]);
  });
});
