import { House } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

interface Style {
  id: string;
  styleNumber: string;
  lines: { id: string; [field: string]: unknown }[];
}
type Whole = Record<string, unknown> & { id: string; orderNumber: string; styles: Style[] };

describe('a style or an order once more', () => {
  it('is not made of what a person may not see, nor by a stranger', async () => {
    const order = await house.given.order({}, 'colleague');
    const me = house.as('merchandiser');
    expect((await house.anonymous.post(`/orders/${order.id}/copy/`)).status).toBe(401);
    expect((await me.post(`/orders/${order.id}/copy/`)).status).toBe(404);
    expect((await me.post(`/styles/${order.styles[0]!.id}/copy/`)).status).toBe(404);
    expect((await me.post('/orders/no-id/copy/')).status).toBe(400);
    expect((await me.post(`/orders/${order.id}/conversion/`, { orderType: 'local' })).status).toBe(404);
  });

  it('copies a style into its order when it is asked for, with lines of their own (fault 13)', async () => {
    const order = await house.given.order();
    const [white] = order.lines;
    const me = house.as('merchandiser');
    await me.post(`/order-lines/${white!.id}/approvals/`, { approvalType: 'labDip', status: 'approved' });
    await me.post(`/order-lines/${white!.id}/status/`, { status: 'running' });
    const { status, body } = await me.post<Style>(`/styles/${white!.styleId}/copy/`, { styleNumber: 'MT-2292' });
    expect([status, body.styleNumber]).toEqual([201, 'MT-2292']);
    expect(body.lines).toMatchObject([
      {
        colorName: 'White',
        quantity: '44640',
        provaPrice: '2.45',
        etd: '2027-01-05',
        status: 'upcoming',
        approvalStatus: {},
      },
      { colorName: 'Black', quantity: '20040', status: 'upcoming' },
    ]);
    expect(body.lines.map(({ id }) => id)).not.toEqual(expect.arrayContaining([white!.id]));
    const whole = await me.get<Whole>(`/orders/${order.id}/`);
    expect(whole.body).toMatchObject({ quantity: '129360', status: 'upcoming' });
    expect(whole.body.styles.map(({ styleNumber, lines }) => [styleNumber, lines.length])).toEqual([
      ['MT-2291', 2],
      ['MT-2292', 2],
    ]);
    const [added] = await house.eventsOf(body.id);
    expect([added?.name, added?.data['copyOf']]).toEqual(['style.added', 'MT-2291']);
  });

  it('orders the same again, with its days moved and none of its past', async () => {
    const order = await house.given.order({
      orderNumber: 'PO-SPRING',
      season: 'SS27',
      notes: 'Late.',
      orderType: 'local',
    });
    const me = house.as('merchandiser');
    await me.post(`/orders/${order.id}/line-statuses/`, { status: 'running' });
    await me.patch(`/order-lines/${order.lines[0]!.id}/`, {
      quantity: '50000',
      revision: { reason: 'More.', agreedBy: 'Anna' },
    });
    await me.post(`/orders/${order.id}/delivery/`);
    const { status, body } = await me.post<Whole>(`/orders/${order.id}/copy/`, {
      orderNumber: 'PO-AUTUMN',
      etd: '2027-06-01',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      orderNumber: 'PO-AUTUMN',
      season: 'SS27',
      orderType: 'local',
      status: 'upcoming',
      category: 'upcoming',
      currentStage: 'Design',
      actualDeliveryDate: null,
      notes: null,
      revisionCount: 0,
      earliestEtd: '2027-06-01',
      quantity: '70040',
      merchandiser: { id: house.ids.merchandiser },
    });
    expect(body.styles[0]?.lines.map(({ etd, quantity, status: at }) => [etd, quantity, at])).toEqual([
      ['2027-06-01', '50000', 'upcoming'],
      ['2027-06-05', '20040', 'upcoming'],
    ]);
    const [created] = await house.eventsOf(body.id);
    expect([created?.name, created?.data['copyOf']]).toEqual(['order.created', 'PO-SPRING']);
    const unnamed = await me.post<Whole>(`/orders/${order.id}/copy/`);
    expect(unnamed.body.orderNumber).toMatch(/^PB-\d{8}-\d{4}$/);
    expect(unnamed.body['earliestEtd']).toBeNull();
  });

  it('does not take a statement a line', async () => {
    const order = await house.given.order();
    const copied = await statementsDuring(() => house.as('merchandiser').post(`/orders/${order.id}/copy/`));
    expect(copied.statements.length).toBe(10); // two to read; number, order, styles, lines, gates (two), event and job to write
  });
});

describe('an order of the other type', () => {
  it('is converted back and forth, and nothing that was typed is lost', async () => {
    const order = await house.given.order({ processLossPercent: '12', finishedFabricQuantity: '4737' });
    const me = house.as('merchandiser');
    const local = await me.post(`/orders/${order.id}/conversion/`, { orderType: 'local' }, { 'If-Match': '"1"' });
    expect(local.body).toMatchObject({ orderType: 'local', processLossPercent: '12', finishedFabricQuantity: '4737' });
    const again = await me.post(`/orders/${order.id}/conversion/`, { orderType: 'local' });
    expect([again.status, again.body['code']]).toEqual([409, 'order.already_of_type']);
    const foreign = await me.post(`/orders/${order.id}/conversion/`, { orderType: 'foreign' });
    expect(foreign.body).toMatchObject({ orderType: 'foreign', processLossPercent: '12' });
    expect(await house.eventNamesOf(order.id)).toEqual(['order.created', 'order.converted', 'order.converted']);
    const stale = await me.post(`/orders/${order.id}/conversion/`, { orderType: 'local' }, { 'If-Match': '"1"' });
    expect(stale.status).toBe(412);
    expect((await me.post(`/orders/${order.id}/conversion/`, { orderType: 'maritime' })).status).toBe(400);
  });
});

describe('a PO number that was seen before', () => {
  type List = { count: number; results: { id: string }[] };
  const idsOf = ({ results }: List) => results.map(({ id }) => id).sort();

  it('makes a second order and finds the first, however it is written (fault 2)', async () => {
    const me = house.as('merchandiser');
    const first = await house.given.order({ orderNumber: 'PO-7 / 44' });
    const second = await house.given.order({ orderNumber: 'po 7-44' });
    expect(second.id).not.toBe(first.id);
    expect((await me.get(`/orders/${first.id}/`)).body).toMatchObject({ quantity: '64680', rowVersion: 1 });
    const found = await me.get<List>(`/orders/?sameNumberAs=${encodeURIComponent('PO 744')}`);
    expect(idsOf(found.body)).toEqual([first.id, second.id].sort());
    expect((await me.get<List>('/orders/?sameNumberAs=PO-74')).body.count).toBe(0);
  });

  it("says nothing of another merchandiser's order, and changes none of it (fault 2)", async () => {
    const theirs = await house.given.order({ orderNumber: 'PO-SHARED' }, 'colleague');
    const mine = await house.given.order({ orderNumber: 'PO-SHARED' });
    const found = await house.as('merchandiser').get<List>('/orders/?sameNumberAs=po-shared');
    expect(idsOf(found.body)).toEqual([mine.id]);
    expect(idsOf((await house.as('manager').get<List>('/orders/?sameNumberAs=po-shared')).body)).toEqual(
      [mine.id, theirs.id].sort(),
    );
    expect((await house.as('colleague').get(`/orders/${theirs.id}/`)).body).toMatchObject({
      quantity: '64680',
      rowVersion: 1,
      merchandiser: { id: house.ids.colleague },
    });
  });

  it('is found on its index', async () => {
    const plan = await house.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT id FROM orders WHERE deleted_at IS NULL
          AND translate(lower(order_number), ' -_/.#', '') = ANY(ARRAY(SELECT translate(lower(given), ' -_/.#', '') FROM unnest(ARRAY['x']::text[]) given))`,
    );
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('ix_orders_number_key');
  });
});

describe('several lines at once', () => {
  it('name every line that may not move, and none does (fault 20)', async () => {
    const order = await house.given.order();
    const [white, black] = order.lines;
    const me = house.as('merchandiser');
    await me.post(`/order-lines/${black!.id}/status/`, { status: 'in_development' });
    const { status, body } = await me.post<{ code: string; refused: { orderLineId: string; reason: string }[] }>(
      `/orders/${order.id}/line-statuses/`,
      { status: 'bulk' },
    );
    expect([status, body.code]).toEqual([409, 'line.cannot_move']);
    expect(body.refused).toMatchObject([{ orderLineId: white!.id, label: 'MT-2291 · White' }]);
    expect(body.refused[0]?.reason).toContain('cannot become bulk');
    const moved = await me.post<Whole>(`/orders/${order.id}/line-statuses/`, { status: 'bulk', lineIds: [black!.id] });
    expect(moved.body.styles[0]?.lines.map(({ status: at }) => at)).toEqual(['upcoming', 'bulk']);
    expect(moved.body).toMatchObject({ status: 'upcoming', category: 'upcoming' });
    const none = await me.post(`/orders/${order.id}/line-statuses/`, { status: 'running', lineIds: [] });
    expect(none.status).toBe(400);
  });
});
