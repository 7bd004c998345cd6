import { addDays, today } from '../../src/platform/values/day';
import { House } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const TODAY = today('Asia/Dhaka');
const YESTERDAY = addDays(TODAY, -1);
const NOBODY = '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21';

interface Metric {
  id: string;
  date: string;
  rowVersion: number;
  knittedQuantity: string;
}

const record = (orderId: string, body: object = {}, by: 'merchandiser' | 'colleague' | 'manager' = 'merchandiser') =>
  house.as(by).post<Metric>('/production/metrics/', { orderId, knittedQuantity: '400', ...body });

/** An order whose dyeing may begin. */
const dippedOrder = async (overrides: object = {}) => {
  const order = await house.given.order(overrides);
  const dip = { approvalType: 'labDip', status: 'approved' };
  await house.as('merchandiser').post(`/order-lines/${order.lines[0]!.id}/approvals/`, dip);
  return order;
};

describe('production metrics: who may', () => {
  it('asks a stranger to sign in', async () => {
    for (const answer of [
      await house.anonymous.get('/production/metrics/?nonsense=1'),
      await house.anonymous.post('/production/metrics/', { nonsense: 1 }),
      await house.anonymous.get(`/production/metrics/${NOBODY}/`),
      await house.anonymous.patch(`/production/metrics/${NOBODY}/`),
      await house.anonymous.delete(`/production/metrics/${NOBODY}/`),
      await house.anonymous.get('/production/summary/'),
    ])
      expect([answer.status, answer.body['code']]).toEqual([401, 'auth.not_signed_in']);
  });

  it("does not know the output of another merchandiser's order, on any route", async () => {
    const order = await house.given.order({}, 'colleague');
    const { body: metric } = await record(order.id, {}, 'colleague');
    const me = house.as('merchandiser');
    const answers = [
      await me.get(`/production/metrics/${metric.id}/`),
      await me.patch(`/production/metrics/${metric.id}/`, { notes: 'mine' }),
      await me.delete(`/production/metrics/${metric.id}/`),
      await me.get(`/production/summary/?orderId=${order.id}`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    const list = await me.get<{ count: number }>(`/production/metrics/?orderId=${order.id}`);
    expect(list.body.count).toBe(0);
    const named = await record(order.id);
    const unknown = await record(NOBODY);
    expect([named.status, unknown.status]).toEqual([400, 400]);
    expect(named.body).toMatchObject({
      code: 'request.no_such_reference',
      errors: { orderId: ['There is no such order.'] },
    });
    expect((await house.as('manager').get(`/production/metrics/${metric.id}/`)).status).toBe(200);
  });

  it('shows nothing of an order in the trash', async () => {
    const order = await house.given.order();
    const { body: metric } = await record(order.id);
    await house.as('merchandiser').delete(`/orders/${order.id}/`);
    expect((await house.as('admin').get(`/production/metrics/${metric.id}/`)).status).toBe(404);
    expect((await house.as('admin').get(`/production/summary/?orderId=${order.id}`)).status).toBe(404);
  });
});

describe('production metrics: what is refused', () => {
  it('names each field that is wrong, unknown or out of range', async () => {
    const order = await house.given.order();
    const { status, body } = await record(order.id, {
      date: '2026-02-30',
      unit: 'bales',
      knittedQuantity: '-1',
      dyedQuantity: '1.2345',
      finishedQuantity: 12,
      rowVersion: 3,
    });
    expect(status).toBe(400);
    expect(Object.keys((body as unknown as { errors: object }).errors).sort()).toEqual([
      'date',
      'dyedQuantity',
      'finishedQuantity',
      'knittedQuantity',
      'rowVersion',
      'unit',
    ]);
  });

  it('refuses a day that is still to come', async () => {
    const order = await house.given.order();
    const future = await record(order.id, { date: addDays(TODAY, 1) });
    expect([future.status, Object.keys((future.body as unknown as { errors: object }).errors)]).toEqual([
      400,
      ['date'],
    ]);
    const { body: metric } = await record(order.id, { date: TODAY });
    const moved = await house
      .as('merchandiser')
      .patch(`/production/metrics/${metric.id}/`, { date: addDays(TODAY, 1) });
    expect(moved.status).toBe(400);
  });

  it('asks which order a summary is of', async () => {
    const { status, body } = await house.as('merchandiser').get('/production/summary/');
    expect([status, Object.keys(body['errors'] as object)]).toEqual([400, ['orderId']]);
    expect((await house.as('merchandiser').get(`/production/summary/?orderId=${NOBODY}`)).status).toBe(404);
  });

  it('keeps one row an order and day, and names it', async () => {
    const order = await house.given.order();
    const { body: first } = await record(order.id, { date: YESTERDAY });
    const twice = await record(order.id, { date: YESTERDAY });
    const sentence = 'This order already has the output of this day: open that day and edit it.';
    expect(twice.status).toBe(409);
    expect(twice.body).toMatchObject({
      code: 'production_metric.day_already_recorded',
      errors: { date: [sentence] },
      metricId: first.id,
    });
    const { body: second } = await record(order.id);
    const moved = await house.as('merchandiser').patch(`/production/metrics/${second.id}/`, { date: YESTERDAY });
    expect([moved.status, moved.body['detail']]).toEqual([409, sentence]);
    await house.as('merchandiser').delete(`/production/metrics/${first.id}/`);
    expect(
      (await house.as('merchandiser').patch(`/production/metrics/${second.id}/`, { date: YESTERDAY })).status,
    ).toBe(200);
  });

  it('makes one row of ten people who enter the same day at once', async () => {
    const order = await house.given.order();
    const answers = await Promise.all(Array.from({ length: 10 }, () => record(order.id, { date: YESTERDAY })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
  });

  it('refuses half a piece', async () => {
    const order = await house.given.order();
    const half = await record(order.id, { unit: 'pieces', knittedQuantity: '1.5' });
    expect(half.status).toBe(422);
    expect(half.body).toMatchObject({ errors: { knittedQuantity: ['Pieces come whole.'] } });
  });

  it('tells a late writer what the other person changed', async () => {
    const order = await dippedOrder();
    const { body: metric } = await record(order.id);
    await house.as('manager').patch(`/production/metrics/${metric.id}/`, { dyedQuantity: '120' });
    const late = await house
      .as('merchandiser')
      .patch(`/production/metrics/${metric.id}/`, { dyedQuantity: '130' }, { 'If-Match': '"1"' });
    expect(late.status).toBe(412);
    expect(late.body).toMatchObject({ currentVersion: 2, changes: [{ data: { after: { dyedQuantity: '120' } } }] });
  });
});

describe('production metrics: what happens', () => {
  it('records a day, today unless told, in kg unless told', async () => {
    const order = await house.given.order({ orderNumber: 'PO-1182' });
    const { status, body, headers } = await record(order.id, { notes: 'Machine 4 stood still.' });
    expect([status, headers['etag']]).toEqual([201, '"1"']);
    expect(body).toMatchObject({
      orderId: order.id,
      orderNumber: 'PO-1182',
      customerName: 'ANABIA',
      date: TODAY,
      unit: 'kg',
      knittedQuantity: '400',
      dyedQuantity: '0',
      finishedQuantity: '0',
      notes: 'Machine 4 stood still.',
    });
    const [recorded] = await house.query<{ name: string; order_id: string; data: object }>(
      `SELECT name, order_id, data FROM domain_events WHERE subject_id = $1`,
      [body.id],
    );
    expect(recorded).toMatchObject({
      name: 'production_metric.recorded',
      order_id: order.id,
      data: { before: {}, after: { date: TODAY, unit: 'kg', knittedQuantity: '400', dyedQuantity: '0' } },
    });
    expect((await house.as('merchandiser').get(`/production/metrics/${body.id}/`)).body).toEqual(body);
  });

  it('changes only what is sent, tells what changed, and tells nothing when nothing did', async () => {
    const order = await house.given.order();
    const { body: metric } = await record(order.id, { notes: 'first' });
    const me = house.as('merchandiser');
    const same = await me.patch<Metric>(`/production/metrics/${metric.id}/`, { knittedQuantity: '400.000' });
    expect([same.status, same.body.rowVersion]).toEqual([200, 1]);
    const changed = await me.patch<Metric>(
      `/production/metrics/${metric.id}/`,
      { knittedQuantity: '410.5', notes: null },
      { 'If-Match': '"1"' },
    );
    expect(changed.body).toMatchObject({ knittedQuantity: '410.5', dyedQuantity: '0', notes: null, rowVersion: 2 });
    expect((await me.delete(`/production/metrics/${metric.id}/`)).status).toBe(204);
    expect((await me.get(`/production/metrics/${metric.id}/`)).status).toBe(404);
    const events = await house.eventsOf(metric.id);
    expect(events.map(({ name, data }) => [name, data])).toMatchObject([
      ['production_metric.recorded', { after: { notes: 'first' } }],
      [
        'production_metric.updated',
        { before: { knittedQuantity: '400', notes: 'first' }, after: { knittedQuantity: '410.5', notes: null } },
      ],
      ['production_metric.deleted', { before: { date: TODAY, knittedQuantity: '410.5' }, after: {} }],
    ]);
  });

  it('lists by order, day and search, newest day first', async () => {
    const order = await house.given.order({ orderNumber: 'LIST-77' });
    for (const days of [0, 1, 2]) await record(order.id, { date: addDays(TODAY, -days) });
    const me = house.as('merchandiser');
    type List = { count: number; results: Metric[] };
    const days = async (query: string) =>
      (await me.get<List>(`/production/metrics/?${query}`)).body.results.map(({ date }) => date);
    expect(await days(`orderId=${order.id}`)).toEqual([TODAY, YESTERDAY, addDays(TODAY, -2)]);
    expect(await days(`orderId=${order.id}&dateTo=${YESTERDAY}&ordering=date`)).toEqual([
      addDays(TODAY, -2),
      YESTERDAY,
    ]);
    expect(await days(`search=list-77 anabia&dateFrom=${TODAY}`)).toEqual([TODAY]);
    expect((await me.get('/production/metrics/?dateform=2026-01-01')).status).toBe(400);
  });

  it('lists the days on which a stage had output', async () => {
    const order = await dippedOrder();
    await record(order.id, { date: TODAY, knittedQuantity: '0', dyedQuantity: '5' });
    await record(order.id, { date: YESTERDAY });
    await record(order.id, { date: addDays(TODAY, -2), knittedQuantity: '0', finishedQuantity: '7' });
    const days = async (query: string) => {
      const path = `/production/metrics/?orderId=${order.id}&${query}`;
      const { body } = await house.as('merchandiser').get<{ results: Metric[] }>(path);
      return body.results.map(({ date }) => date);
    };
    expect(await days('stage=dyed')).toEqual([TODAY]);
    expect(await days('stage=knitted&stage=finished')).toEqual([YESTERDAY, addDays(TODAY, -2)]);
    expect((await house.as('merchandiser').get('/production/metrics/?stage=washed')).status).toBe(400);
  });

  it('sums an order up against its greige and its finished fabric (fault 21)', async () => {
    const order = await dippedOrder({
      orderNumber: 'SUM-1',
      finishedFabricQuantity: '4737',
      finishedFabricUnit: 'kg',
      processLossPercent: '12',
    });
    await record(order.id, { date: YESTERDAY, knittedQuantity: '150', dyedQuantity: '100', finishedQuantity: '250' });
    await record(order.id, { knittedQuantity: '250', finishedQuantity: '150' });
    const { body: trashed } = await record(order.id, { date: addDays(TODAY, -9) });
    await house.as('merchandiser').delete(`/production/metrics/${trashed.id}/`);
    const { status, body } = await house.as('merchandiser').get(`/production/summary/?orderId=${order.id}`);
    expect(status).toBe(200);
    expect(body).toEqual({
      orderId: order.id,
      orderNumber: 'SUM-1',
      days: 2,
      firstDate: YESTERDAY,
      lastDate: TODAY,
      knitted: {
        totals: [{ quantity: '400', unit: 'kg' }],
        targetQuantity: '5305.44',
        targetUnit: 'kg',
        base: 'greige',
        percent: '7.5',
        basis: 'Of 5,305.44 kg greige: 4,737 kg finished fabric and 12 % process loss on output.',
      },
      dyed: {
        totals: [{ quantity: '100', unit: 'kg' }],
        targetQuantity: '5305.44',
        targetUnit: 'kg',
        base: 'greige',
        percent: '1.9',
        basis: 'Of 5,305.44 kg greige: 4,737 kg finished fabric and 12 % process loss on output.',
      },
      finished: {
        totals: [{ quantity: '400', unit: 'kg' }],
        targetQuantity: '4737',
        targetUnit: 'kg',
        base: 'finished_fabric',
        percent: '8.4',
        basis: 'Of 4,737 kg finished fabric.',
      },
    });
  });

  it('never compares kilograms with the pieces of an order (fault 21)', async () => {
    const order = await house.given.order();
    await record(order.id);
    const { body } = await house
      .as('merchandiser')
      .get<{ knitted: object }>(`/production/summary/?orderId=${order.id}`);
    expect(body.knitted).toMatchObject({
      base: 'ordered',
      targetQuantity: '64680',
      targetUnit: 'pieces',
      percent: null,
    });
    expect(body.knitted).toMatchObject({
      basis: expect.stringContaining('counts pcs and the output is in kg') as string,
    });
  });
});

describe('production metrics: statements', () => {
  it('does not ask the database more the more rows there are', async () => {
    const me = house.as('merchandiser');
    const order = await house.given.order();
    const { body: metric } = await record(order.id);
    await me.get('/production/metrics/');
    const count = async (work: () => Promise<unknown>) => (await statementsDuring(work)).statements.length;
    expect({
      list: await count(() => me.get('/production/metrics/?search=anabia')),
      detail: await count(() => me.get(`/production/metrics/${metric.id}/`)),
      summary: await count(() => me.get(`/production/summary/?orderId=${order.id}`)),
      create: await count(() => record(order.id, { date: YESTERDAY })),
      patch: await count(() => me.patch(`/production/metrics/${metric.id}/`, { knittedQuantity: '1' })),
    }).toEqual({ list: 2, detail: 1, summary: 3, create: 6, patch: 4 });
  });
});
