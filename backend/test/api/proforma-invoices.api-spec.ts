import { House, type Person } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const AT = '/financials/proforma-invoices';

interface Invoice {
  id: string;
  orderId: string;
  piNumber: string;
  version: number;
  status: string;
  amount: string;
  rowVersion: number;
}
type Refusal = Record<string, unknown> & { code: string; errors: Record<string, string[]> };

/** A PI of an order of `by`, as a draft. */
async function raised(overrides: object = {}, by: Person = 'merchandiser'): Promise<Invoice> {
  const order = await house.given.order({}, by);
  const { status, body } = await house.as(by).post<Invoice>(`${AT}/`, { orderId: order.id, ...overrides });
  expect(status).toBe(201);
  return body;
}

async function sent(): Promise<Invoice> {
  const invoice = await raised();
  return (await house.as('merchandiser').post<Invoice>(`${AT}/${invoice.id}/dispatch/`)).body;
}

describe('PIs: who may', () => {
  it('asks a stranger to sign in, before it looks at anything else', async () => {
    const id = '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21';
    const answers = [
      await house.anonymous.get(`${AT}/?nonsense=1`),
      await house.anonymous.post(`${AT}/`, { nonsense: 1 }),
      await house.anonymous.get(`${AT}/${id}/`),
      await house.anonymous.patch(`${AT}/${id}/`, {}),
      await house.anonymous.delete(`${AT}/${id}/`),
      await house.anonymous.post(`${AT}/${id}/confirmation/`),
      await house.anonymous.get('/financials/summary/'),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401));
  });

  it('lets only a manager or an admin confirm', async () => {
    const [first, second] = [await sent(), await sent()];
    const refused = await house.as('merchandiser').post<Refusal>(`${AT}/${first.id}/confirmation/`);
    expect([refused.status, refused.body.code]).toEqual([403, 'access.not_allowed']);
    expect((await house.as('manager').post(`${AT}/${first.id}/confirmation/`)).status).toBe(200);
    expect((await house.as('admin').post(`${AT}/${second.id}/confirmation/`)).status).toBe(200);
  });

  it("does not know another merchandiser's PI, on any route", async () => {
    const invoice = await raised({}, 'colleague');
    const me = house.as('merchandiser');
    const answers = [
      await me.get(`${AT}/${invoice.id}/`),
      await me.patch(`${AT}/${invoice.id}/`, { notes: 'mine' }),
      await me.delete(`${AT}/${invoice.id}/`),
      await me.post(`${AT}/${invoice.id}/dispatch/`),
      await me.post(`${AT}/${invoice.id}/cancellation/`, { reason: 'mine' }),
    ];
    for (const { status, body } of answers) expect([status, body['code']]).toEqual([404, 'proforma_invoice.not_found']);
    const list = await me.get<{ results: Invoice[] }>(`${AT}/?orderId=${invoice.orderId}`);
    expect(list.body.results).toEqual([]);
    expect((await house.as('manager').get(`${AT}/${invoice.id}/`)).status).toBe(200);
  });

  it("names another's order and another order's PI as what does not exist", async () => {
    const theirs = await raised({}, 'colleague');
    const mine = await house.given.order();
    const me = house.as('merchandiser');
    for (const [body, field] of [
      [{ orderId: theirs.orderId }, 'orderId'],
      [{ orderId: '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21' }, 'orderId'],
      [{ orderId: mine.id, replacesId: theirs.id }, 'replacesId'],
    ] as const) {
      const answer = await me.post<Refusal>(`${AT}/`, body);
      expect([answer.status, answer.body.code, Object.keys(answer.body.errors)]).toEqual([
        400,
        'request.no_such_reference',
        [field],
      ]);
    }
  });

  it('vanishes with its order', async () => {
    const invoice = await raised();
    await house.as('merchandiser').delete(`/orders/${invoice.orderId}/`);
    expect((await house.as('admin').get(`${AT}/${invoice.id}/`)).status).toBe(404);
  });
});

describe('PIs: what is refused', () => {
  it('names each field that is wrong, or not for people to write', async () => {
    const { id: orderId } = await house.given.order();
    const { status, body } = await house.as('merchandiser').post<Refusal>(`${AT}/`, {
      orderId,
      piNumber: 'PI-99999',
      version: 7,
      status: 'confirmed',
      confirmedById: house.ids.merchandiser,
      amount: '0',
      currency: 'usd',
      issueDate: '2026-02-30',
      notes: 'a\u0000b',
    });
    expect(status).toBe(400);
    expect(Object.keys(body.errors).sort()).toEqual(
      ['amount', 'confirmedById', 'currency', 'issueDate', 'notes', 'piNumber', 'status', 'version'].sort(),
    );
    const huge = await house.as('merchandiser').post<Refusal>(`${AT}/`, { orderId, amount: '184331556947779350000' });
    expect([huge.status, Object.keys(huge.body.errors)]).toEqual([400, ['amount']]);
  });

  it('asks for the amount where the order does not say', async () => {
    const lines = (...list: object[]) => ({ styles: [{ styleNumber: 'MT', lines: list }] });
    const white = { colorName: 'White', quantity: '10', unit: 'kg', provaPrice: '2' };
    const mixed = await house.given.order(lines(white, { ...white, colorName: 'Black', currency: 'EUR' }));
    const bare = await house.given.order(lines(white, { colorName: 'Black' }));
    const me = house.as('merchandiser');
    const currencies = await me.post<Refusal>(`${AT}/`, { orderId: mixed.id });
    expect([currencies.status, currencies.body.code, Object.keys(currencies.body.errors)]).toEqual([
      400,
      'proforma_invoice.amount_needed',
      ['amount', 'currency'],
    ]);
    const unpriced = await me.post<Refusal>(`${AT}/`, { orderId: bare.id });
    expect([unpriced.status, Object.keys(unpriced.body.errors)]).toEqual([400, ['amount']]);
    expect((await me.post(`${AT}/`, { orderId: bare.id, amount: '40' })).body).toMatchObject({ amount: '40.00' });
  });

  it('refuses a fraction of a cent and a PI that runs out before it is issued', async () => {
    const { id: orderId } = await house.given.order();
    const me = house.as('merchandiser');
    const cent = await me.post<Refusal>(`${AT}/`, { orderId, amount: '10.005' });
    expect([cent.status, cent.body.code]).toEqual([422, 'amount.fraction_of_currency']);
    const early = await me.post<Refusal>(`${AT}/`, { orderId, issueDate: '2026-12-02', validUntil: '2026-12-01' });
    expect([early.status, Object.keys(early.body.errors)]).toEqual([422, ['validUntil']]);
    const left = await me.get<{ count: number }>(`${AT}/?orderId=${orderId}`);
    expect(left.body.count).toBe(0);
  });

  it('keeps a PI that is no draft as it is', async () => {
    const invoice = await sent();
    const me = house.as('merchandiser');
    const patched = await me.patch<Refusal>(`${AT}/${invoice.id}/`, { amount: '1' });
    expect([patched.status, patched.body.code]).toEqual([409, 'proforma_invoice.not_draft']);
    const deleted = await me.delete<Refusal>(`${AT}/${invoice.id}/`);
    expect([deleted.status, deleted.body.code]).toEqual([409, 'proforma_invoice.not_draft']);
    expect(deleted.body['detail']).toContain('Cancel it');
    const again = await me.post<Refusal>(`${AT}/${invoice.id}/dispatch/`);
    expect([again.status, again.body['nextStatuses']]).toEqual([409, ['confirmed', 'cancelled']]);
    const draft = await raised();
    expect((await house.as('manager').post(`${AT}/${draft.id}/confirmation/`)).status).toBe(409);
    const silent = await me.post<Refusal>(`${AT}/${draft.id}/cancellation/`, { reason: ' ' });
    expect([silent.status, Object.keys(silent.body.errors)]).toEqual([400, ['reason']]);
  });

  it('tells a late writer what the other person changed', async () => {
    const invoice = await raised({ amount: '158466' });
    await house.as('manager').patch(`${AT}/${invoice.id}/`, { amount: '100' });
    const late = await house
      .as('merchandiser')
      .patch<{ changes: object[] }>(`${AT}/${invoice.id}/`, { amount: '200' }, { 'If-Match': '"1"' });
    expect(late.status).toBe(412);
    expect(late.body.changes).toMatchObject([{ name: 'proforma_invoice.updated' }]);
    const step = await house.as('merchandiser').post(`${AT}/${invoice.id}/dispatch/`, {}, { 'If-Match': '"1"' });
    expect(step.status).toBe(412);
  });
});

describe('PIs: what happens', () => {
  it('raises one for the value of the lines, numbers it and tells of it', async () => {
    const order = await house.given.order({ orderNumber: 'PO-1182' });
    const { status, body, headers } = await house
      .as('merchandiser')
      .post<Invoice>(`${AT}/`, { orderId: order.id, validUntil: '2199-12-31' });
    expect([status, headers['etag']]).toEqual([201, '"1"']);
    expect(body.piNumber).toMatch(/^PI-\d{5}$/);
    expect(body).toMatchObject({
      version: 1,
      orderNumber: 'PO-1182',
      customerName: 'ANABIA',
      status: 'draft',
      nextStatuses: ['sent', 'cancelled'],
      amount: '158466.00',
      currency: 'USD',
      replacesId: null,
      createdBy: { id: house.ids.merchandiser },
    });
    const read = await house.as('merchandiser').get(`${AT}/${body.id}/`);
    expect(read.body).toEqual(body);
    const [event] = await house.eventsOf(body.id);
    expect(event).toMatchObject({ name: 'proforma_invoice.raised', order_id: order.id });
    expect(event?.data).toMatchObject({ after: { piNumber: body.piNumber, version: 1, amount: '158466.00' } });
  });

  it('changes what is sent, clears what is null, and tells only of what changed', async () => {
    const invoice = await raised({ amount: '158466.00', notes: 'first', validUntil: '2199-12-31' });
    const me = house.as('merchandiser');
    const same = await me.patch<Invoice>(`${AT}/${invoice.id}/`, { amount: '158466' });
    expect([same.status, same.body.rowVersion]).toEqual([200, 1]);
    const { body } = await me.patch<Invoice>(`${AT}/${invoice.id}/`, { amount: '150000.5', validUntil: null });
    expect(body).toMatchObject({ amount: '150000.50', validUntil: null, notes: 'first', rowVersion: 2 });
    const [, updated, ...more] = await house.eventsOf(invoice.id);
    expect(more).toEqual([]);
    expect(updated).toMatchObject({
      name: 'proforma_invoice.updated',
      data: { before: { amount: '158466.00' }, after: { amount: '150000.50', validUntil: null } },
    });
  });

  it('is sent, confirmed by the manager, and cancelled with a reason', async () => {
    const invoice = await sent();
    expect(invoice).toMatchObject({ status: 'sent', sentAt: expect.any(String) });
    const confirmed = await house.as('manager').post(`${AT}/${invoice.id}/confirmation/`);
    expect(confirmed.body).toMatchObject({
      status: 'confirmed',
      nextStatuses: ['cancelled'],
      confirmedBy: { id: house.ids.manager },
      confirmedAt: expect.any(String),
    });
    const cancelled = await house
      .as('merchandiser')
      .post(`${AT}/${invoice.id}/cancellation/`, { reason: 'The buyer withdrew.' });
    expect(cancelled.body).toMatchObject({ status: 'cancelled', cancellationReason: 'The buyer withdrew.' });
    const events = await house.eventsOf(invoice.id);
    expect(events.map(({ name }) => name)).toEqual([
      'proforma_invoice.raised',
      'proforma_invoice.sent',
      'proforma_invoice.confirmed',
      'proforma_invoice.cancelled',
    ]);
    expect(events.at(-1)?.data).toMatchObject({ reason: 'The buyer withdrew.', piNumber: invoice.piNumber });
  });

  it('replaces a PI that was sent, in one go, but leaves a confirmed one standing', async () => {
    const first = await sent();
    const me = house.as('merchandiser');
    const second = await me.post<Invoice>(`${AT}/`, { orderId: first.orderId, replacesId: first.id, amount: '9' });
    expect(second.body).toMatchObject({ version: 2, replacesId: first.id, replacesNumber: first.piNumber });
    expect((await me.get(`${AT}/${second.body.id}/`)).body).toEqual(second.body);
    expect((await me.get(`${AT}/${first.id}/`)).body).toMatchObject({
      status: 'cancelled',
      cancellationReason: `Replaced by ${second.body.piNumber}.`,
    });
    expect((await house.eventNamesOf(first.id)).at(-1)).toBe('proforma_invoice.cancelled');
    await me.post(`${AT}/${second.body.id}/dispatch/`);
    await house.as('manager').post(`${AT}/${second.body.id}/confirmation/`);
    const third = await me.post<Invoice>(`${AT}/`, { orderId: first.orderId, replacesId: second.body.id });
    expect(third.body.version).toBe(3);
    expect((await me.get(`${AT}/${second.body.id}/`)).body).toMatchObject({ status: 'confirmed' });
  });

  it('trashes a draft and never gives its number or version out again (fault 14)', async () => {
    const first = await raised();
    const me = house.as('merchandiser');
    expect((await me.delete(`${AT}/${first.id}/`)).status).toBe(204);
    expect((await me.get(`${AT}/${first.id}/`)).status).toBe(404);
    const next = await me.post<Invoice>(`${AT}/`, { orderId: first.orderId });
    expect([next.body.version, next.body.piNumber > first.piNumber]).toEqual([2, true]);
    expect((await house.eventNamesOf(first.id)).at(-1)).toBe('proforma_invoice.deleted');
    const gone = await me.post<Refusal>(`${AT}/`, { orderId: first.orderId, replacesId: first.id });
    expect(gone.status).toBe(400);
  });
});

describe('PIs: lists', () => {
  it('filter, search, order and page', async () => {
    const order = await house.given.order({ customerName: 'Zalando Lounge', orderNumber: 'ZL-7' });
    const me = house.as('merchandiser');
    for (const [amount, currency, issueDate] of [
      ['30', 'USD', '2026-01-10'],
      ['10', 'EUR', '2026-01-20'],
      ['20', 'USD', '2026-01-30'],
    ])
      await me.post(`${AT}/`, { orderId: order.id, amount, currency, issueDate });
    const amounts = async (query: string) =>
      (await me.get<{ results: Invoice[] }>(`${AT}/?${query}`)).body.results.map(({ amount }) => amount);
    const own = `orderId=${order.id}`;
    expect(await amounts(`${own}&ordering=amount`)).toEqual(['10.00', '20.00', '30.00']);
    expect(await amounts(`${own}&ordering=-issueDate`)).toEqual(['20.00', '10.00', '30.00']);
    expect(await amounts(`${own}&currency=EUR`)).toEqual(['10.00']);
    expect(await amounts(`${own}&issueDateFrom=2026-01-15&issueDateTo=2026-01-25`)).toEqual(['10.00']);
    expect(await amounts(`${own}&status=sent`)).toEqual([]);
    expect(await amounts('search=zalando ZL-7&ordering=piNumber')).toEqual(['30.00', '10.00', '20.00']);
    const newest = (await me.get<{ results: Invoice[] }>(`${AT}/?pageSize=1`)).body.results[0]!;
    expect(await amounts(`search=${newest.piNumber}`)).toEqual(['20.00']);
    const page = await me.get<{ next: string; results: Invoice[] }>(`${AT}/?${own}&pageSize=2&cursor=&ordering=amount`);
    expect(await amounts(page.body.next.split('?')[1]!)).toEqual(['30.00']);
    expect((await me.get(`${AT}/?statuss=sent`)).status).toBe(400);

    const totals = async (query: string) => (await me.get<{ totals: object[] }>(`${AT}/totals/?${query}`)).body.totals;
    const last = (await me.get<{ results: Invoice[] }>(`${AT}/?${own}&ordering=-amount`)).body.results[0]!;
    await me.post(`${AT}/${last.id}/cancellation/`, { reason: 'Raised twice.' });
    expect(await totals(own)).toEqual([
      { currency: 'EUR', count: 1, over: 0, amount: '10.00' },
      { currency: 'USD', count: 2, over: 1, amount: '20.00' },
    ]);
    expect(await totals(`${own}&currency=EUR`)).toHaveLength(1);
    expect(await totals(`${own}&status=confirmed`)).toEqual([]);
    expect((await statementsDuring(() => totals(own))).statements).toHaveLength(1);
  });

  it('ask the database no more the more rows there are', async () => {
    const invoice = await raised();
    const me = house.as('merchandiser');
    const list = await statementsDuring(() => me.get(`${AT}/?pageSize=50`));
    const detail = await statementsDuring(() => me.get(`${AT}/${invoice.id}/`));
    const summary = await statementsDuring(() => me.get('/financials/summary/'));
    expect([list, detail, summary].map(({ statements }) => statements.length)).toEqual([2, 1, 2]);
  });
});
