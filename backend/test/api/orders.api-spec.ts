import { House } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const minimal = { customerName: 'ANABIA', fabricType: 'Single jersey' };

describe('orders: who may', () => {
  it('asks a stranger to sign in, before it looks at anything else', async () => {
    for (const answer of [
      await house.anonymous.get('/orders/?nonsense=1'),
      await house.anonymous.post('/orders/', { nonsense: 1 }),
    ]) {
      expect(answer.status).toBe(401);
      expect(answer.body['code']).toBe('auth.not_signed_in');
    }
  });

  it("does not know another merchandiser's order, on any route", async () => {
    const order = await house.given.order({}, 'colleague');
    const line = order.lines[0]!;
    const me = house.as('merchandiser');
    const answers = [
      await me.get(`/orders/${order.id}/`),
      await me.patch(`/orders/${order.id}/`, { notes: 'mine' }),
      await me.delete(`/orders/${order.id}/`),
      await me.post(`/orders/${order.id}/stage/`, { stage: 'Production' }),
      await me.post(`/orders/${order.id}/delivery/`),
      await me.post(`/orders/${order.id}/assignment/`, { merchandiserId: house.ids.merchandiser }),
      await me.post(`/orders/${order.id}/line-statuses/`, { status: 'running' }),
      await me.post(`/orders/${order.id}/styles/`, { styleNumber: 'X', lines: [{}] }),
      await me.get(`/styles/${line.styleId}/`),
      await me.patch(`/styles/${line.styleId}/`, { notes: 'mine' }),
      await me.delete(`/styles/${line.styleId}/`),
      await me.post(`/styles/${line.styleId}/lines/`, {}),
      await me.get(`/order-lines/${line.id}/`),
      await me.patch(`/order-lines/${line.id}/`, { notes: 'mine' }),
      await me.delete(`/order-lines/${line.id}/`),
      await me.post(`/order-lines/${line.id}/status/`, { status: 'running' }),
      await me.post(`/order-lines/${line.id}/approvals/`, { approvalType: 'labDip', status: 'approved' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    const list = await me.get<{ results: { id: string }[] }>('/orders/');
    expect(list.body.results.map(({ id }) => id)).not.toContain(order.id);
    expect((await house.as('manager').get(`/orders/${order.id}/`)).status).toBe(200);
  });

  it('lets only the creator or an admin delete', async () => {
    const order = await house.given.order();
    const refused = await house.as('manager').delete(`/orders/${order.id}/`);
    expect([refused.status, refused.body['code']]).toEqual([403, 'order.not_yours_to_delete']);
    expect((await house.as('merchandiser').delete(`/orders/${order.id}/`)).status).toBe(204);
    expect((await house.as('admin').get(`/orders/${order.id}/`)).status).toBe(404);
    const [kept] = await house.query<{ deleted_at: Date | null }>('SELECT deleted_at FROM orders WHERE id = $1', [
      order.id,
    ]);
    expect(kept?.deleted_at).toBeInstanceOf(Date);
  });
});

describe('orders: what is refused', () => {
  it('names each field that is wrong, unknown or out of range', async () => {
    const { status, body } = await house.as('merchandiser').post<{ errors: Record<string, string[]> }>('/orders/', {
      customerName: ' ',
      fabricType: 'Single jersey',
      merchandiserId: house.ids.colleague,
      etd: '2026-02-30',
      provaPrice: '184331556947779350000',
      currency: 'ZZZ',
      styles: [{ styleNumber: 'MT', lines: [{ quantity: '-1', unit: 'furlongs', currency: 'XXX' }] }],
    });
    expect(status).toBe(400);
    expect(Object.keys(body.errors).sort()).toEqual([
      'currency',
      'customerName',
      'etd',
      'merchandiserId',
      'provaPrice',
      'styles.0.lines.0.currency',
      'styles.0.lines.0.quantity',
      'styles.0.lines.0.unit',
    ]);
    expect(body.errors['currency']).toEqual([
      'This is no currency of ISO 4217. Write its three capitals, such as USD.',
    ]);
  });

  it('refuses half a piece, an ETA before its ETD and two lines of one colour', async () => {
    const me = house.as('merchandiser');
    const lines = (...list: object[]) => ({ ...minimal, styles: [{ styleNumber: 'MT', lines: list }] });
    const half = await me.post<{ errors: object }>('/orders/', lines({ quantity: '1.5', unit: 'pieces' }));
    expect([half.status, half.body.errors]).toEqual([422, { 'styles.0.lines.0.quantity': ['Pieces come whole.'] }]);
    const early = await me.post<{ errors: object }>('/orders/', lines({ etd: '2027-01-05', eta: '2027-01-04' }));
    expect([early.status, Object.keys(early.body.errors)]).toEqual([422, ['eta']]);
    for (const again of ['White', 'WHITE']) {
      const twice = await me.post<{ errors: object }>('/orders/', lines({ colorName: 'White' }, { colorName: again }));
      expect([twice.status, Object.keys(twice.body.errors)]).toEqual([409, ['colorCode']]);
    }
  });

  it('refuses a quantity of nothing', async () => {
    const me = house.as('merchandiser');
    const unit = { unit: ['Say the unit of this quantity.'] };
    const bare = await me.post<{ errors: object }>('/orders/', { ...minimal, quantity: '12000' });
    expect([bare.status, bare.body.errors]).toEqual([422, unit]);
    const order = await me.post<{ id: string }>('/orders/', { ...minimal, quantity: '12000', unit: 'yards' });
    const taken = await me.patch<{ errors: object }>(`/orders/${order.body.id}/`, { unit: null });
    expect([taken.status, taken.body.errors]).toEqual([422, unit]);
    expect((await me.patch(`/orders/${order.body.id}/`, { quantity: null, unit: null })).status).toBe(200);
  });

  it('names the nearest known parameter of a list', async () => {
    const { status, body } = await house
      .as('merchandiser')
      .get<{ errors: Record<string, string[]> }>('/orders/?statuss=running&ordering=-etdd');
    expect(status).toBe(400);
    expect(body.errors).toEqual({
      statuss: ['There is no parameter of this name; did you mean status?'],
      ordering: ['This list cannot be ordered by etdd; did you mean etd?'],
    });
  });
});

describe('orders: what happens', () => {
  it('creates an order with its lines, numbers it and tells of it', async () => {
    const { status, body, headers } = await house
      .as('merchandiser')
      .post<Record<string, unknown> & { id: string }>('/orders/', {
        ...minimal,
        styles: [
          {
            styleNumber: 'MT',
            lines: [
              {
                colorName: 'White',
                quantity: '1000',
                unit: 'kg',
                provaPrice: '4.2575',
                millPrice: '4',
                commission: '0.05',
                etd: '2027-02-01',
              },
              { colorName: 'Rib', quantity: '300.5', unit: 'yards', etd: '2027-01-20' },
            ],
          },
        ],
      });
    expect(status).toBe(201);
    expect(headers['etag']).toBe('"1"');
    expect(body['orderNumber']).toMatch(/^PB-\d{8}-\d{4}$/);
    expect(body).toMatchObject({
      status: 'upcoming',
      category: 'upcoming',
      quantity: null,
      unit: null,
      quantities: [
        { quantity: '1000', unit: 'kg' },
        { quantity: '300.5', unit: 'yards' },
      ],
      totalValue: [{ amount: '4257.50', currency: 'USD' }],
      potentialProfit: [{ amount: '207.50', currency: 'USD' }],
      earliestEtd: '2027-01-20',
      merchandiser: { id: house.ids.merchandiser },
    });
    expect(await house.eventNamesOf(body.id)).toEqual(['order.created']);
  });

  it('changes only what is sent, clears what is null and keeps the lines', async () => {
    const order = await house.given.order({ notes: 'first', season: 'SS27' });
    const { status, body } = await house
      .as('merchandiser')
      .patch<{ notes: string; season: null; styles: { lines: unknown[] }[] }>(
        `/orders/${order.id}/`,
        { season: null },
        { 'If-Match': '"1"' },
      );
    expect([status, body.notes, body.season, body.styles[0]?.lines.length]).toEqual([200, 'first', null, 2]);
    const [, updated] = await house.eventsOf(order.id);
    expect([updated?.name, updated?.data]).toEqual([
      'order.updated',
      { before: { season: 'SS27' }, after: { season: null } },
    ]);
  });

  it('tells a late writer what the other person changed', async () => {
    const order = await house.given.order();
    await house.as('manager').patch(`/orders/${order.id}/`, { notes: 'by the manager' });
    const { status, body } = await house
      .as('merchandiser')
      .patch<{ currentVersion: number; changes: { name: string; data: object }[] }>(
        `/orders/${order.id}/`,
        { notes: 'late' },
        { 'If-Match': '"1"' },
      );
    expect([status, body.currentVersion]).toEqual([412, 2]);
    expect(body.changes).toMatchObject([{ name: 'order.updated', data: { after: { notes: 'by the manager' } } }]);
  });

  it('answers 304 to who has all of it, and never when a line is newer than the order’s own row', async () => {
    const order = await house.given.order();
    const me = house.as('merchandiser');
    const path = `/orders/${order.id}/`;
    const first = await me.get<{ rowVersion: number }>(path);
    expect([first.headers['cache-control'], first.headers['etag']]).toEqual([
      'no-store',
      expect.stringMatching(/^"1-[\w-]{16}"$/),
    ]);
    const had = { headers: { 'If-None-Match': first.headers['etag'] ?? '' } };
    expect((await me.get(path, had)).status).toBe(304);
    await me.patch(`/order-lines/${order.lines[0]!.id}/`, { millName: 'Padma' });
    const second = await me.get<{ rowVersion: number }>(path, had);
    expect([second.status, second.body.rowVersion]).toEqual([200, 1]);
    expect(second.headers['etag']).not.toBe(first.headers['etag']);
  });

  it('takes the ETag of a read as If-Match', async () => {
    const order = await house.given.order();
    const me = house.as('merchandiser');
    const { headers } = await me.get(`/orders/${order.id}/`);
    const match = { 'If-Match': headers['etag'] ?? '' };
    expect((await me.patch(`/orders/${order.id}/`, { season: 'SS27' }, match)).status).toBe(200);
    expect((await me.patch(`/orders/${order.id}/`, { season: 'SS28' }, match)).status).toBe(412);
  });

  it('makes one order of twenty identical requests with one Idempotency-Key', async () => {
    const body = { ...minimal, orderNumber: 'ONCE-1' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        house.as('merchandiser').post<{ id: string }>('/orders/', body, { 'Idempotency-Key': 'once-1' }),
      ),
    );
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotency-replayed']).length).toBe(19);
    for (const name of ['etag', 'x-undo', 'cache-control'])
      expect(new Set(answers.map(({ headers }) => headers[name])).size).toBe(1);
    expect(await house.query(`SELECT id FROM orders WHERE order_number = 'ONCE-1'`)).toHaveLength(1);
    const other = await house
      .as('merchandiser')
      .post('/orders/', { ...body, notes: 'other' }, { 'Idempotency-Key': 'once-1' });
    expect([other.status, other.body['code']]).toEqual([422, 'request.idempotency_key_reused']);
    expect((await house.as('manager').post('/orders/', body, { 'Idempotency-Key': 'once-1' })).status).toBe(201);
  });

  it('follows its lines: the status of the least advanced, the gates of all', async () => {
    const order = await house.given.order();
    const [white, black] = order.lines;
    const me = house.as('merchandiser');
    await me.post(`/order-lines/${white!.id}/status/`, { status: 'running' });
    expect((await me.get(`/orders/${order.id}/`)).body).toMatchObject({ status: 'upcoming', category: 'upcoming' });
    await me.post(`/order-lines/${black!.id}/status/`, { status: 'running' });
    await me.post(`/order-lines/${white!.id}/approvals/`, { approvalType: 'labDip', status: 'approved' });
    const after = await me.get(`/orders/${order.id}/`);
    expect(after.body).toMatchObject({
      status: 'running',
      category: 'running',
      approvalStatus: { labDip: 'submission' },
    });
    const jump = await me.post<{ code: string; nextStatuses: string[] }>(`/order-lines/${white!.id}/status/`, {
      status: 'upcoming',
    });
    expect([jump.status, jump.body.code]).toEqual([409, 'lifecycle.illegal_transition']);
    expect(jump.body.nextStatuses).toContain('bulk');
    const history = await me.get<{ results: object[] }>(`/approval-history/?orderId=${order.id}`);
    expect(history.body.results).toMatchObject([
      { approvalType: 'labDip', status: 'approved', orderLineId: white!.id },
    ]);
  });

  it('is delivered once, and the delivery can be taken back', async () => {
    const order = await house.given.order();
    const me = house.as('merchandiser');
    const delivered = await me.post(`/orders/${order.id}/delivery/`, { deliveredOn: '2026-11-20' });
    expect(delivered.body).toMatchObject({
      currentStage: 'Delivered',
      status: 'completed',
      category: 'archived',
      actualDeliveryDate: '2026-11-20',
    });
    expect((await me.post(`/orders/${order.id}/delivery/`)).body['code']).toBe('order.already_delivered');
    const add = async () => [
      await me.post(`/orders/${order.id}/styles/`, { styleNumber: 'MT-2', lines: [{}] }),
      await me.post(`/styles/${order.lines[0]!.styleId}/lines/`, { colorName: 'Rust' }),
    ];
    const late = await add();
    expect(late.map(({ body }) => body['code'])).toEqual(['order.is_delivered', 'order.is_delivered']);
    const back = await me.post(`/orders/${order.id}/stage/`, { stage: 'Production' });
    expect(back.body).toMatchObject({ currentStage: 'Production', status: 'upcoming', actualDeliveryDate: null });
    expect((await add()).map(({ status }) => status)).toEqual([201, 201]);
  });

  it('leaves sight when it is handed over', async () => {
    const order = await house.given.order();
    const me = house.as('merchandiser');
    const nobody = await me.post(`/orders/${order.id}/assignment/`, {
      merchandiserId: '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21',
    });
    expect(nobody.status).toBe(400);
    expect((await me.post(`/orders/${order.id}/assignment/`, { merchandiserId: house.ids.colleague })).status).toBe(
      204,
    );
    expect((await me.get(`/orders/${order.id}/`)).status).toBe(404);
    expect((await house.as('colleague').get(`/orders/${order.id}/`)).status).toBe(200);
  });

  it('adds, changes and removes lines one by one', async () => {
    const order = await house.given.order();
    const me = house.as('merchandiser');
    const [white, black] = order.lines;
    const navy = await me.post<{ id: string }>(`/styles/${white!.styleId}/lines/`, {
      colorName: 'Navy',
      quantity: '500',
      unit: 'pieces',
    });
    expect(navy.status).toBe(201);
    const changed = await me.patch(`/order-lines/${black!.id}/`, { quantity: '20000', provaPrice: null });
    expect(changed.body).toMatchObject({ quantity: '20000', provaPrice: null });
    expect((await me.get(`/orders/${order.id}/`)).body).toMatchObject({ quantity: '65140' });
    expect((await me.delete(`/order-lines/${white!.id}/`)).status).toBe(204);
    expect((await me.delete(`/order-lines/${black!.id}/`)).status).toBe(204);
    const last = await me.delete(`/order-lines/${navy.body.id}/`);
    expect([last.status, last.body['code']]).toEqual([409, 'order.last_line']);
  });

  it('pages by number and by key, and finds by search', async () => {
    for (const number of ['PAGE-1', 'PAGE-2', 'PAGE-3']) await house.given.order({ orderNumber: number, etd: null });
    const me = house.as('merchandiser');
    type List = { count: number | null; next: string | null; results: { orderNumber: string }[] };
    const first = await me.get<List>('/orders/?search=page-&pageSize=2&ordering=orderNumber');
    expect([first.body.count, first.body.results.map((row) => row.orderNumber)]).toEqual([3, ['PAGE-1', 'PAGE-2']]);
    const seen: string[] = [];
    for (let path: string | null = '/orders/?search=page-&pageSize=1&ordering=-etd,orderNumber&cursor='; path;) {
      const page: { body: List } = await me.get<List>(path);
      seen.push(...page.body.results.map((row) => row.orderNumber));
      path = page.body.next ? page.body.next.slice(page.body.next.indexOf('/orders')) : null;
    }
    expect(seen).toEqual(['PAGE-1', 'PAGE-2', 'PAGE-3']);
  });
});

describe('orders: statements', () => {
  it('does not ask the database more the more rows there are (fault 25)', async () => {
    const me = house.as('merchandiser');
    const order = await house.given.order();
    await me.get('/orders/');
    const list = await statementsDuring(() => me.get('/orders/?pageSize=50'));
    const detail = await statementsDuring(() => me.get(`/orders/${order.id}/`));
    const create = await statementsDuring(() => house.given.order({ orderNumber: 'COUNTED' }));
    const patch = await statementsDuring(() => me.patch(`/orders/${order.id}/`, { notes: 'counted' }));
    expect({
      list: list.statements.length,
      detail: detail.statements.length,
      create: create.statements.length,
      patch: patch.statements.length,
    }).toEqual({ list: 3, detail: 2, create: 7, patch: 5 });
  });
});
