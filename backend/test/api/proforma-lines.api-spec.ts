import { House, type Person } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const AT = '/financials/proforma-invoices';
const SETTINGS = '/settings/proforma-invoices/';
const NOBODY = '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21';

interface Line {
  id: string;
  orderLineId: string | null;
  quantity: string;
  price: string;
  amount: string;
  trace: { quantity: string; millOffer: { id: string; millName: string } | null } | null;
}
interface Invoice {
  id: string;
  orderId: string;
  piNumber: string;
  amount: string;
  lines: Line[];
  rowVersion: number;
  review: string | null;
  [field: string]: unknown;
}
type Refusal = Record<string, unknown> & { code: string; errors: Record<string, string[]> };
interface Review extends Record<string, unknown> {
  since: { piNumber: string } | null;
  differences: { line: string | null; field: string; before: string; after: string; by: { id: string } | null }[];
  mayDecide: boolean;
}

const me = () => house.as('merchandiser');
const manager = () => house.as('manager');

async function raised(overrides: object = {}, by: Person = 'merchandiser'): Promise<Invoice> {
  const order = await house.given.order({}, by);
  const { status, body } = await house.as(by).post<Invoice>(`${AT}/`, { orderId: order.id, ...overrides });
  expect(status).toBe(201);
  return body;
}

const above = (amount: string) => house.as('admin').patch(SETTINGS, { reviewAbove: [{ amount, currency: 'USD' }] });
afterEach(() => house.as('admin').patch(SETTINGS, { reviewAbove: [] }));

describe('PIs: their lines', () => {
  it('come from every line of the order, or from the chosen ones, and lead back to the mill’s offer', async () => {
    const order = await house.given.order();
    const [white, black] = order.lines;
    const offer = await me().post<{ id: string }>('/mill-offers/', {
      ...{ orderLineId: white!.id, millName: 'Square', price: '2.05', currency: 'USD', unit: 'pieces' },
    });
    await me().post(`/mill-offers/${offer.body.id}/choice/`);
    const whole = await me().post<Invoice>(`${AT}/`, { orderId: order.id });
    expect(whole.body).toMatchObject({ amount: '158466.00', buyer: 'ANABIA', etd: '2027-01-05' });
    expect(whole.body['amountInWords']).toBe(
      'Say US dollars one hundred and fifty-eight thousand four hundred and sixty-six only.',
    );
    expect(whole.body.lines).toMatchObject([
      {
        ...{ orderLineId: white!.id, position: 1, style: 'MT-2291', colour: 'White', quantity: '44640', price: '2.45' },
        ...{ amount: '109368.00', trace: { quantity: '44640', millOffer: { id: offer.body.id, millName: 'Square' } } },
      },
      { orderLineId: black!.id, amount: '49098.00', trace: { millOffer: null } },
    ]);
    expect((await me().get(`${AT}/${whole.body.id}/`)).body).toEqual(whole.body);

    const lines = [{ orderLineId: black!.id, quantity: '1000', price: '2.4575', hsCode: '60062200' }];
    const part = await me().post<Invoice>(`${AT}/`, { orderId: order.id, lines });
    expect(part.body).toMatchObject({
      amount: '2457.50',
      version: 2,
      lines: [{ quantity: '1000', hsCode: '60062200' }],
    });
    await me().delete(`/order-lines/${black!.id}/`);
    const after = await me().get<Invoice>(`${AT}/${part.body.id}/`);
    expect(after.body).toMatchObject({ amount: '2457.50', lines: [{ orderLineId: null, trace: null }] });
  });

  it('are refused at their own field', async () => {
    const order = await house.given.order();
    const theirs = await house.given.order({}, 'colleague');
    const post = (body: object) => me().post<Refusal>(`${AT}/`, { orderId: order.id, ...body });
    for (const [body, fields] of [
      [{ lines: [{ orderLineId: theirs.lines[0]!.id }] }, ['lines.0.orderLineId']],
      [{ lines: [{ orderLineId: order.lines[0]!.id, quantity: '0.5' }] }, ['lines.0.quantity']],
      [{ lines: [{ orderLineId: order.lines[0]!.id, hsCode: '12' }] }, ['lines.0.hsCode']],
      [{ lines: [{ orderLineId: order.lines[0]!.id }], amount: '5' }, ['amount']],
      [{ lines: [] }, ['lines']],
      [{ bankBic: 'SCBLQQDX', incoterm: 'XXX' }, ['bankBic', 'incoterm']],
    ] as const) {
      const { status, body: refusal } = await post(body);
      expect([status, Object.keys(refusal.errors).sort()]).toEqual([400, fields]);
    }
    const placeless = await post({ incoterm: 'FOB' });
    expect([placeless.status, Object.keys(placeless.body.errors)]).toEqual([422, ['incotermPlace']]);
  });

  it('change on a draft, with the amount, and come back when that is undone', async () => {
    const invoice = await raised();
    const [white, black] = invoice.lines;
    const lines = [{ orderLineId: black!.orderLineId, price: '2.40' }];
    const { body } = await me().patch<Invoice>(`${AT}/${invoice.id}/`, { lines, packing: 'Rolls in polybags.' });
    expect(body).toMatchObject({ amount: '48096.00', packing: 'Rolls in polybags.', rowVersion: 2 });
    const same = await me().patch<Invoice>(`${AT}/${invoice.id}/`, { lines: [{ orderLineId: black!.orderLineId }] });
    expect(same.body.rowVersion).toBe(2);
    const typed = await me().patch<Refusal>(`${AT}/${invoice.id}/`, { amount: '5' });
    expect([typed.status, typed.body.code]).toEqual([400, 'proforma_invoice.lines_say_the_amount']);

    const [, updated] = await house.eventsOf(invoice.id);
    expect(updated?.data).toMatchObject({
      before: { amount: '158466.00', lines: [{ orderLineId: white!.orderLineId }, { price: '2.45' }] },
      after: { amount: '48096.00', lines: [{ orderLineId: black!.orderLineId, price: '2.40' }] },
    });
    expect((await me().post(`/activity/${updated!.id}/undo/`)).status).toBe(200);
    const back = await me().get<Invoice>(`${AT}/${invoice.id}/`);
    expect(back.body).toMatchObject({ amount: '158466.00', packing: null });
    expect(back.body.lines.map(({ price }) => price)).toEqual(['2.45', '2.45']);
  });

  it('are read in one statement, however many there are', async () => {
    const invoice = await raised();
    const { statements } = await statementsDuring(() => me().get(`${AT}/${invoice.id}/`));
    expect(statements).toHaveLength(1);
  });
});

describe('PIs: what the house begins with', () => {
  it('is read by all, changed by an admin, and stands on the next PI', async () => {
    expect((await house.anonymous.get(SETTINGS)).status).toBe(401);
    expect((await manager().patch(SETTINGS, { validDays: 9 })).status).toBe(403);
    const terms = { incoterm: 'FOB', incotermPlace: 'Chattogram', tolerancePercent: '3', bankBic: 'SCBLBDDX' };
    const { status, body } = await house.as('admin').patch<{ rowVersion: number }>(SETTINGS, { terms, validDays: 30 });
    expect([status, body]).toEqual([200, expect.objectContaining({ terms, validDays: 30 })]);
    expect((await me().get(SETTINGS)).body).toEqual(body);
    const invoice = await raised({ issueDate: '2026-11-21', incotermPlace: 'Dhaka' });
    expect(invoice).toMatchObject({
      incoterm: 'FOB',
      incotermPlace: 'Dhaka',
      tolerancePercent: '3',
      bankBic: 'SCBLBDDX',
    });
    const stale = await house.as('admin').patch(SETTINGS, { validDays: 8 }, { 'If-Match': '"1"' });
    expect(stale.status).toBe(412);
    const twice = [1, 2].map(() => ({ amount: '5.00', currency: 'USD' }));
    const refused = await house.as('admin').patch<Refusal>(SETTINGS, { reviewAbove: twice });
    expect([refused.status, Object.keys(refused.body.errors)]).toEqual([400, ['reviewAbove.1.currency']]);
    const cleared = Object.fromEntries(Object.keys(terms).map((term) => [term, null]));
    await house.as('admin').patch(SETTINGS, { terms: cleared, validDays: null });
  });
});

describe('PIs: their review', () => {
  it('is needed above the threshold, by a manager who did not write it', async () => {
    await above('100000.00');
    const invoice = await raised();
    const refused = await me().post<Refusal>(`${AT}/${invoice.id}/dispatch/`);
    expect([refused.status, refused.body.code]).toEqual([409, 'proforma_invoice.review_needed']);
    expect((await manager().post<Refusal>(`${AT}/${invoice.id}/approval/`)).body.code).toBe(
      'proforma_invoice.review_closed',
    );
    expect((await me().post(`${AT}/${invoice.id}/approval/`)).status).toBe(403);
    expect((await me().post<Invoice>(`${AT}/${invoice.id}/review/`)).body.review).toBe('pending');
    expect((await me().post(`${AT}/${invoice.id}/review/`)).status).toBe(409);

    await house.as('admin').patch(`${AT}/${invoice.id}/`, { packing: 'Rolls.' });
    const own = await house.as('admin').post<Refusal>(`${AT}/${invoice.id}/approval/`);
    expect([own.status, own.body.code]).toEqual([403, 'proforma_invoice.own_review']);
    const approved = await manager().post<Invoice>(`${AT}/${invoice.id}/approval/`);
    expect(approved.body).toMatchObject({ review: 'approved', reviewedBy: { id: house.ids.manager } });
    expect((await me().post(`${AT}/${invoice.id}/dispatch/`)).status).toBe(200);
    expect(await house.eventNamesOf(invoice.id)).toEqual([
      ...['proforma_invoice.raised', 'proforma_invoice.review_asked', 'proforma_invoice.updated'],
      ...['proforma_invoice.approved', 'proforma_invoice.sent'],
    ]);
  });

  it('goes to waste when the PI is changed, and shows only what changed since', async () => {
    await above('100000.00');
    const invoice = await raised();
    await me().post(`${AT}/${invoice.id}/review/`);
    const first = await manager().get<Review>(`${AT}/${invoice.id}/review/`);
    expect(first.body).toMatchObject({ state: 'pending', needed: true, mayDecide: true, since: null, margin: '14.3' });
    await manager().post(`${AT}/${invoice.id}/approval/`);
    const [white, black] = invoice.lines.map(({ orderLineId }) => ({ orderLineId }));
    const lines = [{ ...white, price: '2.40' }, black];
    const { body } = await me().patch<Invoice>(`${AT}/${invoice.id}/`, { lines });
    expect(body.review).toBeNull();
    expect((await me().post(`${AT}/${invoice.id}/dispatch/`)).status).toBe(409);
    await me().post(`${AT}/${invoice.id}/review/`);
    const again = await manager().get<Review>(`${AT}/${invoice.id}/review/`);
    expect(again.body).toMatchObject({
      since: { piNumber: invoice.piNumber, by: { id: house.ids.manager } },
      marginBefore: '14.3',
      margin: '13.1',
    });
    const written = { by: { id: house.ids.merchandiser }, at: expect.any(String) as string };
    expect(again.body.differences).toMatchObject([
      { line: null, field: 'amount', before: '158466.00', after: '156234.00', ...written },
      { line: 'MT-2291 · White', field: 'price', before: '2.45', after: '2.40', ...written },
      { line: 'MT-2291 · White', field: 'amount', before: '109368.00', after: '107136.00', ...written },
    ]);
    await house.as('admin').patch(`${AT}/${invoice.id}/`, { packing: 'Rolls.' });
    const both = (await manager().get<Review>(`${AT}/${invoice.id}/review/`)).body.differences;
    expect(both.map(({ field, by }) => [field, by?.id === house.ids.admin])).toEqual([
      ...[
        ['amount', false],
        ['packing', true],
        ['price', false],
        ['amount', false],
      ],
    ]);
    const returned = await manager().post<Invoice>(`${AT}/${invoice.id}/return/`, { reason: 'Last year’s price.' });
    expect(returned.body).toMatchObject({ review: 'returned', reviewReason: 'Last year’s price.' });
    expect((await me().post<Invoice>(`${AT}/${invoice.id}/review/`)).body).toMatchObject({
      ...{ review: 'pending', reviewReason: null },
    });
  });

  it('holds it against an LC that its order was put on later', async () => {
    const [first, invoice] = [await house.given.order(), await raised()];
    const days = { issueDate: '2026-11-01', expiryDate: '2027-01-20' };
    const written = { orderId: first.id, lcNumber: 'DC-SHARED', amount: '150000.00', currency: 'USD', ...days };
    const credit = await me().post<{ id: string }>('/financials/letters-of-credit/', written);
    await me().post(`/financials/letters-of-credit/${credit.body.id}/orders/`, { orderId: invoice.orderId });
    const { body } = await manager().get<Review & { checks: object[] }>(`${AT}/${invoice.id}/review/`);
    expect(body.checks).toContainEqual({ ok: false, sentence: 'LC DC-SHARED falls short by USD 8,466.00.' });
  });

  it('compares a PI with the version before it, or with the one that is named', async () => {
    const first = await raised();
    const second = await me().post<Invoice>(`${AT}/`, { orderId: first.orderId, notes: 'x', etd: '2027-01-08' });
    const { body } = await me().get<Review>(`${AT}/${second.body.id}/difference/`);
    expect(body).toMatchObject({ since: { piNumber: first.piNumber } });
    expect(body.differences).toMatchObject([
      { line: null, field: 'etd', before: '2027-01-05', after: '2027-01-08', by: { id: house.ids.merchandiser } },
      { line: null, field: 'notes', before: null, after: 'x', by: { id: house.ids.merchandiser } },
    ]);
    const back = await me().get<Review>(`${AT}/${first.id}/difference/?since=${second.body.id}`);
    expect(back.body.differences).toHaveLength(2);
    expect((await me().get<Review>(`${AT}/${first.id}/difference/`)).body).toEqual({ since: null, differences: [] });
    const other = await raised();
    expect((await me().get(`${AT}/${first.id}/difference/?since=${other.id}`)).status).toBe(404);
  });

  it('is nobody else’s to see', async () => {
    const invoice = await raised({}, 'colleague');
    for (const path of ['review', 'difference']) {
      expect((await house.anonymous.get(`${AT}/${NOBODY}/${path}/`)).status).toBe(401);
      expect((await me().get(`${AT}/${invoice.id}/${path}/`)).status).toBe(404);
    }
    expect((await me().post(`${AT}/${invoice.id}/review/`)).status).toBe(404);
    expect((await manager().post(`${AT}/${NOBODY}/return/`, { reason: 'x' })).status).toBe(404);
    const { statements } = await statementsDuring(() => manager().get(`${AT}/${invoice.id}/review/`));
    expect(statements.length).toBeLessThanOrEqual(5);
  });
});
