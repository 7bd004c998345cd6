import { House, type Person } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const AT = '/financials/letters-of-credit';
const terms = { amount: '96400', issueDate: '2026-11-21', expiryDate: '2027-01-20' };

interface Credit {
  id: string;
  orderId: string;
  lcNumber: string;
  status: string;
  amount: string;
  rowVersion: number;
}
interface Summary {
  lettersOfCredit: { status: string; count: number }[];
  covered: object[];
}
type Refusal = Record<string, unknown> & { code: string; errors: Record<string, string[]> };

/** An LC of an order of `by`, as pending. */
async function recorded(overrides: object = {}, by: Person = 'merchandiser'): Promise<Credit> {
  const order = await house.given.order({}, by);
  const { status, body } = await house.as(by).post<Credit>(`${AT}/`, { orderId: order.id, ...terms, ...overrides });
  expect(status).toBe(201);
  return body;
}

async function issued(): Promise<Credit> {
  const credit = await recorded();
  return (await house.as('merchandiser').post<Credit>(`${AT}/${credit.id}/issuance/`)).body;
}

describe('LCs: who may', () => {
  it('asks a stranger to sign in, before it looks at anything else', async () => {
    const id = '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21';
    const answers = [
      await house.anonymous.get(`${AT}/?nonsense=1`),
      await house.anonymous.post(`${AT}/`, { nonsense: 1 }),
      await house.anonymous.patch(`${AT}/${id}/`, {}),
      await house.anonymous.delete(`${AT}/${id}/`),
      await house.anonymous.post(`${AT}/${id}/confirmation/`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
  });

  it('lets only a manager or an admin confirm, and change what was confirmed', async () => {
    const credit = await issued();
    const me = house.as('merchandiser');
    expect((await me.post(`${AT}/${credit.id}/confirmation/`)).status).toBe(403);
    expect((await house.as('manager').post(`${AT}/${credit.id}/confirmation/`)).body).toMatchObject({
      status: 'confirmed',
      nextStatuses: ['expired'],
    });
    for (const answer of [
      await me.patch<Refusal>(`${AT}/${credit.id}/`, { amount: '1' }),
      await me.delete<Refusal>(`${AT}/${credit.id}/`),
    ])
      expect([answer.status, answer.body.code]).toEqual([403, 'letter_of_credit.confirmed']);
    const amended = await house.as('manager').patch(`${AT}/${credit.id}/`, { expiryDate: '2027-02-20' });
    expect(amended.body).toMatchObject({ status: 'confirmed', expiryDate: '2027-02-20' });
  });

  it("does not know another merchandiser's LC, on any route, nor their order in a body", async () => {
    const credit = await recorded({}, 'colleague');
    const me = house.as('merchandiser');
    const answers = [
      await me.get(`${AT}/${credit.id}/`),
      await me.patch(`${AT}/${credit.id}/`, { notes: 'mine' }),
      await me.delete(`${AT}/${credit.id}/`),
      await me.post(`${AT}/${credit.id}/issuance/`),
      await me.post(`${AT}/${credit.id}/expiry/`),
    ];
    for (const { status, body } of answers) expect([status, body['code']]).toEqual([404, 'letter_of_credit.not_found']);
    expect((await me.get<{ count: number }>(`${AT}/?orderId=${credit.orderId}`)).body.count).toBe(0);
    const named = await me.post<Refusal>(`${AT}/`, { orderId: credit.orderId, ...terms });
    expect([named.status, Object.keys(named.body.errors)]).toEqual([400, ['orderId']]);
  });
});

describe('LCs: what is refused', () => {
  it('names each field that is missing, wrong, or not for people to write', async () => {
    const { id: orderId } = await house.given.order();
    const { status, body } = await house.as('merchandiser').post<Refusal>(`${AT}/`, {
      orderId,
      lcNumber: ' ',
      status: 'confirmed',
      amount: '-5',
      issueDate: '2026-02-30',
    });
    expect(status).toBe(400);
    expect(Object.keys(body.errors).sort()).toEqual(['amount', 'expiryDate', 'issueDate', 'lcNumber', 'status']);
  });

  it('refuses days out of their order and a fraction of the currency', async () => {
    const { id: orderId } = await house.given.order();
    const me = house.as('merchandiser');
    for (const [wrong, field] of [
      [{ expiryDate: '2026-11-20' }, 'expiryDate'],
      [{ latestShipmentDate: '2027-01-21' }, 'latestShipmentDate'],
      [{ amount: '10.5', currency: 'JPY' }, 'amount'],
    ] as const) {
      const answer = await me.post<Refusal>(`${AT}/`, { orderId, ...terms, ...wrong });
      expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, [field]]);
    }
  });

  it('knows a number again, however its letters are written, until the LC is deleted', async () => {
    const first = await recorded({ lcNumber: 'EXLC-2026-0417' });
    const me = house.as('merchandiser');
    const again = await me.post<Refusal>(`${AT}/`, { orderId: first.orderId, ...terms, lcNumber: ' exlc-2026-0417 ' });
    expect([again.status, Object.keys(again.body.errors)]).toEqual([409, ['lcNumber']]);
    const other = await recorded({ lcNumber: 'EXLC-2026-0418' });
    const renamed = await me.patch<Refusal>(`${AT}/${other.id}/`, { lcNumber: 'EXLC-2026-0417' });
    expect([renamed.status, Object.keys(renamed.body.errors)]).toEqual([409, ['lcNumber']]);
    expect((await me.delete(`${AT}/${first.id}/`)).status).toBe(204);
    expect((await me.patch(`${AT}/${other.id}/`, { lcNumber: 'EXLC-2026-0417' })).status).toBe(200);
  });

  it('keeps an expired LC as it is, and skips no step', async () => {
    const credit = await recorded();
    const me = house.as('merchandiser');
    expect((await me.post(`${AT}/${credit.id}/expiry/`)).body).toMatchObject({
      code: 'lifecycle.illegal_transition',
      nextStatuses: ['issued'],
    });
    expect((await house.as('manager').post(`${AT}/${credit.id}/confirmation/`)).status).toBe(409);
    await me.post(`${AT}/${credit.id}/issuance/`);
    expect((await me.post(`${AT}/${credit.id}/expiry/`)).body).toMatchObject({ status: 'expired', nextStatuses: [] });
    for (const answer of [
      await house.as('admin').patch<Refusal>(`${AT}/${credit.id}/`, { amount: '1' }),
      await house.as('admin').delete<Refusal>(`${AT}/${credit.id}/`),
    ])
      expect([answer.status, answer.body.code]).toEqual([409, 'letter_of_credit.expired']);
  });

  it('tells a late writer what the other person changed', async () => {
    const credit = await recorded();
    await house.as('manager').patch(`${AT}/${credit.id}/`, { issuingBank: 'HSBC, London' });
    const late = await house
      .as('merchandiser')
      .patch<{ changes: object[] }>(`${AT}/${credit.id}/`, { amount: '1' }, { 'If-Match': '"1"' });
    expect(late.status).toBe(412);
    expect(late.body.changes).toMatchObject([{ data: { after: { issuingBank: 'HSBC, London' } } }]);
  });
});

describe('LCs: what happens', () => {
  it('records one under the number of the bank and tells of it (fault 18)', async () => {
    const order = await house.given.order({ orderNumber: 'PO-1182', currency: 'EUR' });
    const { status, body, headers } = await house.as('merchandiser').post<Credit>(`${AT}/`, {
      orderId: order.id,
      ...terms,
      lcNumber: ' DHK/0417 ',
      latestShipmentDate: '2027-01-05',
      issuingBank: 'HSBC, London',
    });
    expect([status, headers['etag']]).toEqual([201, '"1"']);
    expect(body).toMatchObject({
      lcNumber: 'DHK/0417',
      orderNumber: 'PO-1182',
      customerName: 'ANABIA',
      status: 'pending',
      nextStatuses: ['issued'],
      amount: '96400.00',
      currency: 'EUR',
      createdBy: { id: house.ids.merchandiser },
    });
    expect((await house.as('merchandiser').get(`${AT}/${body.id}/`)).body).toEqual(body);
    const [event] = await house.eventsOf(body.id);
    expect(event).toMatchObject({ name: 'letter_of_credit.recorded', order_id: order.id });
    expect(event?.data).toMatchObject({ after: { lcNumber: 'DHK/0417', amount: '96400.00', status: 'pending' } });
  });

  it('numbers an LC that has no number yet, past those that somebody typed', async () => {
    const first = await recorded();
    const count = Number(/^LC-(\d{5})$/.exec(first.lcNumber)?.[1]);
    const typed = `lc-${String(count + 1).padStart(5, '0')}`;
    await recorded({ lcNumber: typed });
    expect((await recorded()).lcNumber).toBe(`LC-${String(count + 2).padStart(5, '0')}`);
  });

  it('changes what is sent, clears what is null, and tells only of what changed', async () => {
    const credit = await recorded({ issuingBank: 'HSBC, London', notes: 'first' });
    const me = house.as('merchandiser');
    const { body } = await me.patch(`${AT}/${credit.id}/`, { amount: '96400.00', issuingBank: null });
    expect(body).toMatchObject({ amount: '96400.00', issuingBank: null, notes: 'first', rowVersion: 2 });
    const [, updated] = await house.eventsOf(credit.id);
    expect(updated?.data).toEqual({
      before: { issuingBank: 'HSBC, London' },
      after: { issuingBank: null },
      lcNumber: credit.lcNumber,
    });
  });

  it('is issued, confirmed and expired, and tells of each', async () => {
    const credit = await issued();
    await house.as('manager').post(`${AT}/${credit.id}/confirmation/`);
    await house.as('merchandiser').post(`${AT}/${credit.id}/expiry/`);
    expect(await house.eventNamesOf(credit.id)).toEqual([
      'letter_of_credit.recorded',
      'letter_of_credit.issued',
      'letter_of_credit.confirmed',
      'letter_of_credit.expired',
    ]);
  });

  it('filters by expiry and bank number, orders and asks the database twice for a list', async () => {
    const order = await house.given.order({ customerName: 'Kiabi' });
    const me = house.as('merchandiser');
    for (const [lcNumber, expiryDate] of [
      ['KB-1', '2027-03-01'],
      ['KB-2', '2027-02-01'],
      ['KB-3', '2027-04-01'],
    ])
      await me.post(`${AT}/`, { orderId: order.id, ...terms, lcNumber, expiryDate });
    const numbers = async (query: string) =>
      (await me.get<{ results: Credit[] }>(`${AT}/?${query}`)).body.results.map(({ lcNumber }) => lcNumber);
    expect(await numbers('search=kiabi&ordering=expiryDate')).toEqual(['KB-2', 'KB-1', 'KB-3']);
    expect(await numbers('search=kb-3')).toEqual(['KB-3']);
    expect(await numbers(`orderId=${order.id}&expiryFrom=2027-02-15&expiryTo=2027-03-15`)).toEqual(['KB-1']);
    expect(await numbers(`orderId=${order.id}&status=issued&currency=USD`)).toEqual([]);
    const list = await statementsDuring(() => me.get(`${AT}/?pageSize=50`));
    expect(list.statements).toHaveLength(2);

    const own = `orderId=${order.id}`;
    const [first, second] = (await me.get<{ results: Credit[] }>(`${AT}/?${own}&ordering=lcNumber`)).body.results;
    for (const { id } of [first!, second!]) await me.post(`${AT}/${id}/issuance/`);
    await me.post(`${AT}/${first!.id}/drawings/`, { reference: 'CI-1', amount: '100.5' });
    await me.post(`${AT}/${second!.id}/drawings/`, { reference: 'CI-2', amount: '70' });
    await me.post(`${AT}/${second!.id}/closure/`);
    const totals = await statementsDuring(() => me.get<{ totals: object[] }>(`${AT}/totals/?${own}`));
    expect(totals.statements).toHaveLength(1);
    const amount = (2 * Number(terms.amount)).toFixed(2);
    expect(totals.result.body.totals).toEqual([{ currency: 'USD', count: 3, over: 1, amount, drawn: '100.50' }]);
    expect(await numbers(`${own}&live=true&ordering=lcNumber`)).toEqual(['KB-1', 'KB-3']);
  });
});

describe('totals of the whole house', () => {
  const PIS = '/financials/proforma-invoices';
  const COUNTED = 'issueDateFrom=2000-01-01'; // what is kept knows no days
  const manager = () => house.as('manager');

  /** What is kept says what counting says, of all and by what it tells apart. */
  async function expectKeptToBeCounted() {
    for (const [at, status] of Object.entries({ [AT]: 'issued', [PIS]: 'sent' }))
      for (const query of ['', `status=${status}`, 'currency=JPY', `status=${status}&currency=USD`]) {
        const kept = await statementsDuring(() => manager().get<{ totals: object[] }>(`${at}/totals/?${query}`));
        const counted = await manager().get<{ totals: object[] }>(`${at}/totals/?${query}&${COUNTED}`);
        expect([at, query, kept.result.body]).toEqual([at, query, counted.body]);
        expect(kept.statements).toEqual([expect.stringContaining('house_figures')]);
      }
  }

  it('are kept, whatever moves them, and read by one statement', async () => {
    const [order, other, gone] = [await house.given.order(), await house.given.order(), await house.given.order()];
    const me = house.as('merchandiser');
    const record = async (more: object) =>
      (await me.post<Credit>(`${AT}/`, { ...terms, orderId: order.id, ...more })).body;
    const [dollars, yen] = [await record({ amount: '1000.25' }), await record({ amount: '900', currency: 'JPY' })];
    const closed = await record({ orderId: other.id, amount: '70' });
    for (const { id } of [dollars, yen, closed]) await me.post(`${AT}/${id}/issuance/`);
    await me.post(`${AT}/${dollars.id}/drawings/`, { reference: 'CI-1', amount: '100.5' });
    await me.post(`${AT}/${closed.id}/drawings/`, { reference: 'CI-2', amount: '7' });
    const drawn = await me.get<{ drawings: { id: string }[] }>(`${AT}/${dollars.id}/drawings/`);
    const pi = await me.post<Credit>(`${PIS}/`, { orderId: order.id, amount: '10.10', currency: 'USD' });
    await me.post(`${PIS}/`, { orderId: gone.id, amount: '5', currency: 'JPY' });
    await expectKeptToBeCounted();
    const deeds: (() => Promise<{ status: number }>)[] = [
      () => me.post(`${AT}/${closed.id}/closure/`),
      () => me.patch(`${PIS}/${pi.body.id}/`, { amount: '12.34' }),
      () => me.post(`${PIS}/${pi.body.id}/dispatch/`),
      () => me.post(`${AT}/${yen.id}/expiry/`),
      () => me.delete(`${AT}/${dollars.id}/drawings/${drawn.body.drawings[0]?.id}/`),
      () => me.delete(`/orders/${gone.id}/`),
    ];
    for (const deed of deeds) {
      const { status } = await deed();
      expect([deed.toString(), status < 300]).toEqual([deed.toString(), true]);
      await expectKeptToBeCounted();
    }
    const summary = await statementsDuring(() => manager().get('/financials/summary/'));
    expect(summary.statements).toHaveLength(1);
  });
});

describe('the summary', () => {
  it('tells of one order what its LCs cover: issued and confirmed, per currency', async () => {
    const [order, other] = [await house.given.order(), await house.given.order()];
    const me = house.as('merchandiser');
    const record = async (orderId: string, amount: string, currency: string) =>
      (await me.post<Credit>(`${AT}/`, { ...terms, lcNumber: undefined, orderId, amount, currency })).body;
    const issued = await record(order.id, '100.10', 'USD');
    const confirmed = await record(order.id, '200.20', 'USD');
    const [yen, elsewhere] = [await record(order.id, '900', 'JPY'), await record(other.id, '7', 'USD')];
    await record(order.id, '5000', 'USD'); // pending: no promise yet
    for (const { id } of [issued, confirmed, yen, elsewhere]) await me.post(`${AT}/${id}/issuance/`);
    await house.as('manager').post(`${AT}/${confirmed.id}/confirmation/`);
    await me.post(`${AT}/${yen.id}/expiry/`);

    const { body } = await me.get<Summary>(`/financials/summary/?orderId=${order.id}`);
    expect(body.covered).toEqual([{ amount: '300.30', currency: 'USD' }]);
    expect(body.lettersOfCredit.map(({ status, count }) => [status, count])).toEqual([
      ['pending', 1],
      ['issued', 1],
      ['confirmed', 1],
      ['expired', 1],
    ]);
    const foreign = await house.as('colleague').get<Summary>(`/financials/summary/?orderId=${order.id}`);
    expect([foreign.status, foreign.body.covered, foreign.body.lettersOfCredit[1]?.count]).toEqual([200, [], 0]);
    const unknown = await me.get(`/financials/summary/?order=${order.id}`);
    expect(unknown.status).toBe(400);
  });

  it('adds up what the actor may see, by status and currency', async () => {
    const alone = await House.open();
    try {
      const order = await alone.given.order();
      const theirs = await alone.given.order({}, 'colleague');
      const me = alone.as('merchandiser');
      const raise = (orderId: string, amount: string, currency: string, by: Person = 'merchandiser') =>
        alone.as(by).post<Credit>('/financials/proforma-invoices/', { orderId, amount, currency });
      const first = await raise(order.id, '10.10', 'USD');
      await raise(order.id, '20.20', 'USD');
      await raise(order.id, '5', 'EUR');
      await raise(theirs.id, '1000', 'USD', 'colleague');
      await me.post(`/financials/proforma-invoices/${first.body.id}/dispatch/`);
      await me.post(`${AT}/`, { orderId: order.id, ...terms });
      type Total = { status: string; count: number; totals: object[] };
      const mine = await me.get<{ proformaInvoices: Total[]; lettersOfCredit: Total[] }>('/financials/summary/');
      expect(mine.body).toEqual({
        proformaInvoices: [
          {
            status: 'draft',
            count: 2,
            totals: [
              { amount: '5.00', currency: 'EUR' },
              { amount: '20.20', currency: 'USD' },
            ],
          },
          { status: 'sent', count: 1, totals: [{ amount: '10.10', currency: 'USD' }] },
          { status: 'confirmed', count: 0, totals: [] },
          { status: 'cancelled', count: 0, totals: [] },
        ],
        lettersOfCredit: [
          { status: 'pending', count: 1, totals: [{ amount: '96400.00', currency: 'USD' }] },
          { status: 'issued', count: 0, totals: [] },
          { status: 'confirmed', count: 0, totals: [] },
          { status: 'expired', count: 0, totals: [] },
        ],
        covered: [],
      });
      const all = await alone.as('manager').get<{ proformaInvoices: Total[] }>('/financials/summary/');
      expect(all.body.proformaInvoices[0]).toMatchObject({ count: 3, totals: [{}, { amount: '1020.20' }] });
    } finally {
      await alone.close();
    }
  });
});
