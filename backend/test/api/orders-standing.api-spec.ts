import { House } from '../support/house';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const revision = { reason: 'The buyer wants another shade.', agreedBy: 'Anna Berg, ANABIA' };
const stranger = '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21';

interface Refusal {
  code: string;
  errors: Record<string, string[]>;
}

describe('orders: the status of one without lines', () => {
  const bare = () => house.given.order({ styles: [], quantity: '500', unit: 'kg' });

  it('is set by who has it, and by nobody else', async () => {
    const { id } = await bare();
    const path = `/orders/${id}/status/`;
    expect((await house.anonymous.post(path, { status: 'running' })).status).toBe(401);
    expect((await house.as('colleague').post(path, { status: 'running' })).status).toBe(404);
    expect((await house.as('merchandiser').post(path, { status: 'sold' })).status).toBe(400);
  });

  it('goes along the table of a line, with its category, and is told', async () => {
    const { id } = await bare();
    const me = house.as('merchandiser');
    const path = `/orders/${id}/status/`;
    expect((await me.get(`/orders/${id}/`)).body['nextStatuses']).toEqual(['in_development', 'running', 'archived']);
    const jump = await me.post<Refusal>(path, { status: 'bulk' });
    expect([jump.status, jump.body.code]).toEqual([409, 'lifecycle.illegal_transition']);
    const moved = await me.post(path, { status: 'running' }, { 'If-Match': '"1"' });
    expect([moved.status, moved.body['status'], moved.body['category']]).toEqual([200, 'running', 'running']);
    expect((await me.post(path, { status: 'bulk' }, { 'If-Match': '"1"' })).status).toBe(412);
    const told = (await house.eventsOf(id)).at(-1);
    expect([told?.name, told?.data]).toEqual([
      'order.status_changed',
      { before: { status: 'upcoming' }, after: { status: 'running' } },
    ]);
    expect((await me.post(`/activity/${told!.id}/undo/`)).status).toBe(200);
    expect((await me.get(`/orders/${id}/`)).body).toMatchObject({ status: 'upcoming', category: 'upcoming' });
  });

  it('steps back from running only by a revision', async () => {
    const { id } = await bare();
    const me = house.as('merchandiser');
    const path = `/orders/${id}/status/`;
    await me.post(path, { status: 'running' });
    const refused = await me.post<Refusal>(path, { status: 'in_development' });
    expect([refused.status, refused.body.code]).toEqual([422, 'order.revision_needed']);
    const back = await me.post(path, { status: 'in_development', revision });
    expect([back.status, back.body['status'], back.body['revisionCount']]).toEqual([200, 'in_development', 1]);
    expect((await house.eventNamesOf(id)).at(-1)).toBe('order.revised');
  });

  it('is not set where lines say it, nor after delivery', async () => {
    const withLines = await house.given.order();
    const me = house.as('merchandiser');
    const refused = await me.post<Refusal>(`/orders/${withLines.id}/status/`, { status: 'running' });
    expect([refused.status, refused.body.code]).toEqual([409, 'order.status_from_lines']);
    expect((await me.get(`/orders/${withLines.id}/`)).body['nextStatuses']).toEqual([]);
    const { id } = await bare();
    await me.post(`/orders/${id}/delivery/`);
    expect((await me.post<Refusal>(`/orders/${id}/status/`, { status: 'bulk' })).body.code).toBe(
      'order.already_delivered',
    );
  });
});

describe('orders: handing several over', () => {
  it('leaves one list and enters the other, all or none', async () => {
    const [first, second, foreign] = [
      await house.given.order(),
      await house.given.order(),
      await house.given.order({}, 'colleague'),
    ];
    const me = house.as('merchandiser');
    const to = { merchandiserId: house.ids.colleague };
    const path = '/orders/assignments/';
    expect((await house.anonymous.post(path, {})).status).toBe(401);
    expect((await me.post<Refusal>(path, { ...to, orderIds: [] })).body.errors).toHaveProperty('orderIds');
    const some = await me.post<Refusal>(path, { ...to, orderIds: [first.id, foreign.id] });
    expect([some.status, Object.keys(some.body.errors)]).toEqual([400, ['orderIds']]);
    const nobody = await me.post<Refusal>(path, { orderIds: [first.id], merchandiserId: stranger });
    expect([nobody.status, Object.keys(nobody.body.errors)]).toEqual([400, ['merchandiserId']]);
    expect((await me.get(`/orders/${first.id}/`)).status).toBe(200);

    expect((await me.post(path, { ...to, orderIds: [first.id, second.id] })).status).toBe(204);
    for (const { id } of [first, second]) {
      expect((await me.get(`/orders/${id}/`)).status).toBe(404);
      expect((await house.as('colleague').get(`/orders/${id}/`)).status).toBe(200);
      expect((await house.eventNamesOf(id)).at(-1)).toBe('order.assigned');
    }
  });

  it('is taken back as one by who sees them still, and tells nothing of who had it already', async () => {
    const [mine, theirs] = [await house.given.order(), await house.given.order({}, 'colleague')];
    const manager = house.as('manager');
    const body = { orderIds: [mine.id, theirs.id], merchandiserId: house.ids.colleague };
    expect((await manager.post('/orders/assignments/', body)).status).toBe(204);
    expect(await house.eventNamesOf(theirs.id)).toEqual(['order.created']);
    const event = (await house.eventsOf(mine.id)).at(-1)!;
    expect((await manager.post(`/activity/${event.id}/undo/`)).status).toBe(200);
    expect((await house.as('merchandiser').get(`/orders/${mine.id}/`)).status).toBe(200);
  });
});
