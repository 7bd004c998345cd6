import { addDays, today } from '../../src/platform/values/day';
import { House } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const NOBODYS = '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21';
const day = (offset: number) => addDays(today('Asia/Dhaka'), offset);
const booking = { carrierName: 'Maersk', awbNumber: '176-12345675', shippingDate: day(7) };

type Refusal = { code: string; errors: Record<string, string[]>; nextStatuses: string[] };
type List = { count: number | null; next: string | null; results: { id: string }[] };

describe('shipments: who may', () => {
  it('asks a stranger to sign in, before it looks at anything else', async () => {
    const stranger = house.anonymous;
    for (const answer of [
      await stranger.get('/shipments/?nonsense=1'),
      await stranger.post('/shipments/', { nonsense: 1 }),
      await stranger.post(`/shipments/${NOBODYS}/return/`),
    ])
      expect([answer.status, answer.body['code']]).toEqual([401, 'auth.not_signed_in']);
  });

  it("does not know the shipments of another's order, on any route", async () => {
    const theirs = await house.given.shipment({ status: 'in_transit' }, 'colleague');
    const me = house.as('merchandiser');
    const answers = [
      await me.get(`/shipments/${theirs.id}/`),
      await me.patch(`/shipments/${theirs.id}/`, { notes: 'mine' }),
      await me.delete(`/shipments/${theirs.id}/`),
      await me.post(`/shipments/${theirs.id}/departure/`),
      await me.post(`/shipments/${theirs.id}/delivery/`),
      await me.post(`/shipments/${theirs.id}/return/`, { reason: 'mine' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    const found = await me.get<List>('/shipments/?search=maersk&pageSize=200');
    expect(found.body.results.map(({ id }) => id)).not.toContain(theirs.id);
    expect((await house.as('manager').get(`/shipments/${theirs.id}/`)).status).toBe(200);
  });

  it("refuses another's order in a body, as it would one that does not exist", async () => {
    const theirs = await house.given.order({}, 'colleague');
    for (const orderId of [theirs.id, NOBODYS]) {
      const { status, body } = await house.as('merchandiser').post<Refusal>('/shipments/', { ...booking, orderId });
      expect([status, body.errors]).toEqual([400, { orderId: ['There is no such order.'] }]);
    }
  });

  it('forgets shipments with the order that goes to the trash', async () => {
    const shipment = await house.given.shipment();
    await house.as('merchandiser').delete(`/orders/${shipment.orderId}/`);
    expect((await house.as('admin').get(`/shipments/${shipment.id}/`)).status).toBe(404);
    const list = await house.as('admin').get<List>(`/shipments/?orderId=${shipment.orderId}`);
    expect([list.body.count, list.body.results]).toEqual([0, []]);
  });
});

describe('shipments: what is refused', () => {
  it('names each field that is missing, wrong or unknown', async () => {
    const me = house.as('merchandiser');
    const { status, body } = await me.post<Refusal>('/shipments/', {
      orderId: 'PO-1182',
      carrierName: ' ',
      shippingDate: '2027-02-30',
      status: 'customs_clearance',
    });
    expect(status).toBe(400);
    expect(Object.keys(body.errors).sort()).toEqual(['awbNumber', 'carrierName', 'orderId', 'shippingDate', 'status']);
    const shipment = await house.given.shipment({ status: 'in_transit' });
    const cleared = await me.patch<Refusal>(`/shipments/${shipment.id}/`, { carrierName: null, shippingDate: null });
    expect([cleared.status, Object.keys(cleared.body.errors).sort()]).toEqual([400, ['carrierName', 'shippingDate']]);
    const unreasoned = await me.post<Refusal>(`/shipments/${shipment.id}/return/`);
    expect([unreasoned.status, Object.keys(unreasoned.body.errors)]).toEqual([400, ['reason']]);
  });

  it('names the nearest known parameter of a list', async () => {
    const { status, body } = await house.as('merchandiser').get<Refusal>('/shipments/?carrier=x&ordering=shipingDate');
    expect(status).toBe(400);
    expect(Object.keys(body.errors).sort()).toEqual(['carrier', 'ordering']);
    expect(body.errors['ordering']).toEqual(['This list cannot be ordered by shipingDate; did you mean shippingDate?']);
  });

  it('takes no step that its status does not allow', async () => {
    const me = house.as('merchandiser');
    const pending = await house.given.shipment();
    const early = await me.post<Refusal>(`/shipments/${pending.id}/delivery/`);
    expect([early.status, early.body.code, early.body.nextStatuses]).toEqual([
      409,
      'lifecycle.illegal_transition',
      ['in_transit'],
    ]);
    const delivered = await house.given.shipment({ status: 'delivered' });
    for (const [step, body] of [
      ['departure', {}],
      ['delivery', {}],
      ['return', { reason: 'late' }],
    ] as const)
      expect((await me.post(`/shipments/${delivered.id}/${step}/`, body)).status).toBe(409);
  });

  it('refuses days to come and days out of order', async () => {
    const me = house.as('merchandiser');
    const order = await house.given.order();
    const shortly = await me.post<Refusal>('/shipments/', { ...booking, orderId: order.id, estimatedArrival: day(6) });
    expect([shortly.status, shortly.body.code, Object.keys(shortly.body.errors)]).toEqual([
      422,
      'shipment.arrival_before_shipping',
      ['estimatedArrival'],
    ]);
    const shipment = await house.given.shipment({ shippingDate: day(-9), estimatedArrival: day(-4) });
    const at = `/shipments/${shipment.id}`;
    const future = await me.post<Refusal>(`${at}/departure/`, { shippingDate: day(2) });
    expect([future.status, future.body.errors]).toEqual([400, { shippingDate: ['This day is still to come.'] }]);
    const slipped = await me.post<Refusal>(`${at}/departure/`, { shippingDate: day(-3) });
    expect([slipped.status, Object.keys(slipped.body.errors)]).toEqual([422, ['estimatedArrival']]);
    await me.post(`${at}/departure/`, { shippingDate: day(-3), estimatedArrival: day(9) });
    const before = await me.post<Refusal>(`${at}/delivery/`, { deliveredOn: day(-4) });
    expect([before.status, before.body.code, Object.keys(before.body.errors)]).toEqual([
      422,
      'shipment.delivered_before_shipping',
      ['deliveredOn'],
    ]);
    const coming = await me.post<Refusal>(`${at}/delivery/`, { deliveredOn: day(2) });
    expect([coming.status, Object.keys(coming.body.errors)]).toEqual([400, ['deliveredOn']]);
    const moved = await me.patch<Refusal>(`${at}/`, { shippingDate: day(3) });
    expect([moved.status, Object.keys(moved.body.errors)]).toEqual([400, ['shippingDate']]);
    await me.post(`${at}/delivery/`, { deliveredOn: day(-2) });
    const late = await me.patch<Refusal>(`${at}/`, { shippingDate: day(-1) });
    expect([late.status, Object.keys(late.body.errors)]).toEqual([422, ['shippingDate']]);
  });

  it('tells a late writer what the other person changed, on every change', async () => {
    const shipment = await house.given.shipment();
    await house.as('manager').patch(`/shipments/${shipment.id}/`, { notes: 'by the manager' });
    const me = house.as('merchandiser');
    const stale = { 'If-Match': '"1"' };
    const answers = [
      await me.patch(`/shipments/${shipment.id}/`, { notes: 'late' }, stale),
      await me.post(`/shipments/${shipment.id}/departure/`, {}, stale),
      await me.post(`/shipments/${shipment.id}/delivery/`, {}, stale),
      await me.post(`/shipments/${shipment.id}/return/`, { reason: 'late' }, stale),
      await me.delete(`/shipments/${shipment.id}/`, stale),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 412));
    expect(answers[0]!.body).toMatchObject({
      currentVersion: 2,
      changes: [{ name: 'shipment.updated', data: { after: { notes: 'by the manager' } } }],
    });
  });
});

describe('shipments: what happens', () => {
  it('books a shipment and tells of it (fault 18)', async () => {
    const order = await house.given.order({ orderNumber: 'PO-1182' });
    const { status, body, headers } = await house
      .as('merchandiser')
      .post<{ id: string }>('/shipments/', { ...booking, orderId: order.id, estimatedArrival: day(27) });
    expect([status, headers['etag']]).toEqual([201, '"1"']);
    expect(body).toMatchObject({
      orderNumber: 'PO-1182',
      customerName: 'ANABIA',
      ...booking,
      estimatedArrival: day(27),
      status: 'pending',
      nextStatuses: ['in_transit'],
      deliveredOn: null,
      returnReason: null,
      documents: null,
    });
    expect((await house.as('merchandiser').get(`/shipments/${body.id}/`)).body).toEqual(body);
    expect(await house.eventsOf(body.id)).toMatchObject([
      { name: 'shipment.created', order_id: order.id, data: { before: {}, after: { awbNumber: '176-12345675' } } },
    ]);
  });

  it('leaves, comes back, leaves again and arrives; all of it is told', async () => {
    const { id, orderId } = await house.given.shipment({ shippingDate: day(-8), estimatedArrival: day(12) });
    const me = house.as('merchandiser');
    const left = await me.post(`/shipments/${id}/departure/`);
    expect(left.body).toMatchObject({
      status: 'in_transit',
      shippingDate: day(-8),
      estimatedArrival: day(12),
      nextStatuses: ['delivered', 'returned'],
    });
    const back = await me.post(`/shipments/${id}/return/`, { reason: 'Papers refused.' });
    expect(back.body).toMatchObject({
      status: 'returned',
      returnReason: 'Papers refused.',
      nextStatuses: ['in_transit'],
    });
    const again = await me.post(`/shipments/${id}/departure/`);
    expect(again.body).toMatchObject({ status: 'in_transit', shippingDate: day(0), returnReason: null });
    const arrived = await house.as('manager').post(`/shipments/${id}/delivery/`);
    expect(arrived.body).toMatchObject({ status: 'delivered', deliveredOn: day(0), nextStatuses: [] });
    const events = await house.eventsOf(id);
    expect(events.map(({ name }) => name)).toEqual([
      'shipment.created',
      'shipment.departed',
      'shipment.returned',
      'shipment.departed',
      'shipment.delivered',
    ]);
    expect(events[1]).toMatchObject({ order_id: orderId, data: { awbNumber: '176-12345675' } });
    expect(events[2]!.data).toMatchObject({ reason: 'Papers refused.', before: { status: 'in_transit' } });
    expect(events[3]!.data).toMatchObject({ before: { returnReason: 'Papers refused.' } });
  });

  it('leaves today when it was booked for later', async () => {
    const shipment = await house.given.shipment({ shippingDate: day(4), status: 'in_transit' });
    expect(shipment).toMatchObject({ shippingDate: day(0) });
  });

  it('changes only what is sent, clears what is null, and keeps the version where nothing changed', async () => {
    const shipment = await house.given.shipment({ notes: 'first', estimatedArrival: day(20) });
    const me = house.as('merchandiser');
    const changed = await me.patch(`/shipments/${shipment.id}/`, { estimatedArrival: null }, { 'If-Match': '"1"' });
    expect(changed.body).toMatchObject({ notes: 'first', estimatedArrival: null, rowVersion: 2 });
    expect((await me.patch(`/shipments/${shipment.id}/`, { notes: 'first' })).body).toMatchObject({ rowVersion: 2 });
    expect((await house.eventsOf(shipment.id)).map(({ name, data }) => [name, data])[1]).toEqual([
      'shipment.updated',
      { before: { estimatedArrival: day(20) }, after: { estimatedArrival: null } },
    ]);
  });

  it('goes to the trash', async () => {
    const shipment = await house.given.shipment();
    const me = house.as('merchandiser');
    expect((await me.delete(`/shipments/${shipment.id}/`)).status).toBe(204);
    expect((await me.get(`/shipments/${shipment.id}/`)).status).toBe(404);
    const [kept] = await house.query<{ deleted_at: Date | null }>('SELECT deleted_at FROM shipments WHERE id = $1', [
      shipment.id,
    ]);
    expect(kept?.deleted_at).toBeInstanceOf(Date);
    expect((await house.eventsOf(shipment.id)).at(-1)).toMatchObject({
      name: 'shipment.deleted',
      data: { before: { awbNumber: '176-12345675' }, after: {} },
    });
  });

  it('lets one of two steps at once win', async () => {
    const shipment = await house.given.shipment({ status: 'in_transit' });
    const answers = await Promise.all([
      house.as('merchandiser').post(`/shipments/${shipment.id}/delivery/`),
      house.as('manager').post(`/shipments/${shipment.id}/return/`, { reason: 'Papers refused.' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await house.eventNamesOf(shipment.id)).length).toBe(3);
  });

  it('answers 304 to who has it, and books once however often it is asked with one key', async () => {
    const shipment = await house.given.shipment();
    const me = house.as('merchandiser');
    const etag = (await me.get(`/shipments/${shipment.id}/`)).headers['etag'];
    expect((await me.get(`/shipments/${shipment.id}/`, { headers: { 'If-None-Match': etag ?? '' } })).status).toBe(304);
    const body = { ...booking, orderId: shipment.orderId };
    const key = { 'Idempotency-Key': 'shipment-once' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => me.post('/shipments/', body, key)));
    expect(new Set(answers.map((answer) => answer.body['id'])).size).toBe(1);
  });

  it('filters, searches, orders and pages', async () => {
    const order = await house.given.order({ orderNumber: 'SHIP-77' });
    const me = house.as('merchandiser');
    const of = (more: object) => house.given.shipment({ orderId: order.id, ...more });
    const sea = await of({ shippingDate: day(-8), estimatedArrival: day(9), status: 'in_transit' });
    const air = await of({ carrierName: '100% Air', awbNumber: 'JD0146_00', shippingDate: day(2) });
    const late = await of({ carrierName: 'Hapag', shippingDate: day(9), estimatedArrival: day(30) });
    const ids = async (query: string) =>
      (await me.get<List>(`/shipments/?orderId=${order.id}&${query}`)).body.results.map(({ id }) => id);
    expect(await ids('')).toEqual([late.id, air.id, sea.id]);
    expect(await ids('status=in_transit&status=returned')).toEqual([sea.id]);
    expect(await ids('carrierName=100%25')).toEqual([air.id]);
    expect(await ids(`shippingDateFrom=${day(0)}&shippingDateTo=${day(5)}`)).toEqual([air.id]);
    expect(await ids('search=jd0146_')).toEqual([air.id]);
    expect(await ids('search=ship-77 hapag')).toEqual([late.id]);
    expect(await ids('search=anabia')).toEqual([]);
    expect(await ids('ordering=carrierName')).toEqual([air.id, late.id, sea.id]);
    const seen: string[] = [];
    const first = `/shipments/?orderId=${order.id}&pageSize=1&ordering=estimatedArrival&cursor=`;
    for (let path: string | null = first; path;) {
      const page: { body: List } = await me.get<List>(path);
      seen.push(...page.body.results.map(({ id }) => id));
      path = page.body.next ? page.body.next.slice(page.body.next.indexOf('/shipments')) : null;
    }
    expect(seen).toEqual([sea.id, late.id, air.id]);
  });
});

describe('shipments: statements', () => {
  it('does not ask the database more the more rows there are', async () => {
    const me = house.as('merchandiser');
    const shipment = await house.given.shipment();
    await me.get('/shipments/');
    const count = async (work: () => Promise<unknown>) => (await statementsDuring(work)).statements.length;
    expect({
      list: await count(() => me.get('/shipments/?pageSize=100')),
      search: await count(() => me.get('/shipments/?search=maersk 176')),
      detail: await count(() => me.get(`/shipments/${shipment.id}/`)),
      create: await count(() => house.given.shipment({ orderId: shipment.orderId })),
      patch: await count(() => me.patch(`/shipments/${shipment.id}/`, { notes: 'counted' })),
    }).toEqual({ list: 2, search: 2, detail: 1, create: 4, patch: 4 });
  });
});
