import type { GivenOrder } from '../support/given';
import { House, type Person } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const NOBODY = '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21';

interface Offer {
  id: string;
  millName: string;
  price: string;
  chosen: boolean;
  rowVersion: number;
  errors: Record<string, string[]>;
}

const poplin = (line: object = {}, by: Person = 'merchandiser') =>
  house.given.order(
    {
      styles: [
        {
          styleNumber: 'WD-9',
          gsm: '165',
          finishingWidth: '58 in',
          lines: [{ colorName: 'White', quantity: '5000', unit: 'yards', provaPrice: '1.50', ...line }],
        },
      ],
    },
    by,
  );

const record = (order: GivenOrder, body: object = {}, by: Person = 'merchandiser') =>
  house.as(by).post<Offer>('/mill-offers/', {
    orderLineId: order.lines[0]!.id,
    millName: 'Square Textiles',
    price: '1.25',
    ...body,
  });

const choose = (offer: Offer, by: Person = 'merchandiser') =>
  house.as(by).post<Offer>(`/mill-offers/${offer.id}/choice/`);
const lineOf = async (order: GivenOrder) => (await house.as('manager').get(`/order-lines/${order.lines[0]!.id}/`)).body;

describe('mill offers: who may', () => {
  it('asks a stranger to sign in', async () => {
    for (const answer of [
      await house.anonymous.get('/mill-offers/?nonsense=1'),
      await house.anonymous.post('/mill-offers/', { nonsense: 1 }),
      await house.anonymous.get(`/order-lines/${NOBODY}/mill-offers/`),
      await house.anonymous.get(`/mill-offers/${NOBODY}/`),
      await house.anonymous.patch(`/mill-offers/${NOBODY}/`),
      await house.anonymous.delete(`/mill-offers/${NOBODY}/`),
      await house.anonymous.post(`/mill-offers/${NOBODY}/choice/`),
      await house.anonymous.delete(`/mill-offers/${NOBODY}/choice/`),
    ])
      expect([answer.status, answer.body['code']]).toEqual([401, 'auth.not_signed_in']);
  });

  it("does not know, and does not write, offers of another's line (fault 2)", async () => {
    const order = await poplin({}, 'colleague');
    const { body: offer } = await record(order, {}, 'colleague');
    const me = house.as('merchandiser');
    const answers = [
      await me.get(`/mill-offers/${offer.id}/`),
      await me.patch(`/mill-offers/${offer.id}/`, { price: '1' }),
      await me.delete(`/mill-offers/${offer.id}/`),
      await me.post(`/mill-offers/${offer.id}/choice/`),
      await me.delete(`/mill-offers/${offer.id}/choice/`),
      await me.get(`/order-lines/${order.lines[0]!.id}/mill-offers/`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    const list = await me.get<{ count: number }>(`/mill-offers/?orderId=${order.id}`);
    expect(list.body.count).toBe(0);
    const named = await record(order);
    expect([named.status, named.body.errors]).toEqual([400, { orderLineId: ['There is no such line.'] }]);
  });
});

describe('mill offers: what is refused', () => {
  it('names each field that is wrong: no price of nothing, no malformed id (fault 19)', async () => {
    const order = await poplin();
    const { status, body } = await record(order, {
      orderLineId: '7',
      millName: ' ',
      price: '0',
      currency: 'usd',
      unit: 'bolts',
      leadTimeDays: -1,
      minimumQuantity: '-5',
      validUntil: 'soon',
      chosen: true,
    });
    expect(status).toBe(400);
    expect(Object.keys(body.errors).sort()).toEqual([
      'chosen',
      'currency',
      'leadTimeDays',
      'millName',
      'minimumQuantity',
      'orderLineId',
      'price',
      'unit',
      'validUntil',
    ]);
    const half = await record(order, { minimumQuantity: '0.5', unit: 'pieces' });
    expect([half.status, Object.keys(half.body.errors)]).toEqual([422, ['minimumQuantity']]);
  });

  it('exchanges no currency: an offer in taka does not become the price of a line in dollars', async () => {
    const order = await poplin();
    const { body: offer } = await record(order, { price: '140', currency: 'BDT' });
    const refused = await choose(offer);
    expect([refused.status, Object.keys(refused.body.errors)]).toEqual([422, ['currency']]);
    await house.as('merchandiser').patch(`/order-lines/${order.lines[0]!.id}/`, { provaPrice: null });
    expect((await choose(offer)).status).toBe(200);
    expect(await lineOf(order)).toMatchObject({ currency: 'BDT', millPrice: '140.00' });
  });

  it('does not guess a price: a piece of the fabric needs its consumption', async () => {
    const order = await poplin();
    const { body: offer } = await record(order, { unit: 'pieces' });
    const refused = await choose(offer);
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: 'quantity.not_convertible',
      missing: [{ field: 'consumptionPerPiece' }],
      styleId: order.styles[0]!.id,
    });
  });

  it('keeps what stands on the line: a chosen offer is neither repriced nor removed', async () => {
    const order = await poplin();
    const { body: offer } = await record(order);
    await choose(offer);
    const me = house.as('merchandiser');
    for (const answer of [
      await me.patch(`/mill-offers/${offer.id}/`, { price: '1.10' }),
      await me.delete(`/mill-offers/${offer.id}/`),
    ])
      expect([answer.status, answer.body['code']]).toEqual([409, 'mill_offer.is_chosen']);
    expect((await choose(offer)).body).toMatchObject({ code: 'mill_offer.already_chosen' });
    expect((await me.patch(`/mill-offers/${offer.id}/`, { notes: 'By phone.' })).status).toBe(200);
    expect((await me.delete<Offer>(`/mill-offers/${offer.id}/choice/`)).body).toMatchObject({ chosen: false });
    expect((await me.delete(`/mill-offers/${offer.id}/choice/`)).body).toMatchObject({ code: 'mill_offer.not_chosen' });
    expect((await me.delete(`/mill-offers/${offer.id}/`)).status).toBe(204);
    expect(await lineOf(order)).toMatchObject({ millName: 'Square Textiles', millPrice: '1.25', millOfferCount: 0 });
  });

  it('tells a late writer what the other person changed', async () => {
    const order = await poplin();
    const { body: offer } = await record(order);
    await house.as('manager').patch(`/mill-offers/${offer.id}/`, { price: '1.20' });
    const late = await house
      .as('merchandiser')
      .patch(`/mill-offers/${offer.id}/`, { price: '1.15' }, { 'If-Match': '"1"' });
    expect(late.status).toBe(412);
    expect(late.body).toMatchObject({ changes: [{ data: { before: { price: '1.25' }, after: { price: '1.20' } } }] });
  });
});

describe('mill offers: what happens', () => {
  it('records an offer in the unit and currency of its line, and counts it there', async () => {
    const order = await poplin();
    const { status, body } = await record(order, {
      leadTimeDays: 45,
      validUntil: '2027-12-31',
      minimumQuantity: '500',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      orderId: order.id,
      orderLineLabel: 'WD-9 · White',
      unit: 'yards',
      currency: 'USD',
      chosen: false,
      createdBy: { id: house.ids.merchandiser },
    });
    expect(await lineOf(order)).toMatchObject({ millOfferCount: 1, millPrice: null });
    const [event] = await house.eventsOf(body.id);
    expect([event?.name, event?.data]).toMatchObject([
      'mill_offer.recorded',
      { before: {}, after: { millName: 'Square Textiles', price: '1.25', currency: 'USD', unit: 'yards' } },
    ]);
  });

  it('stands them side by side in the unit of the line, and writes the chosen one on the line', async () => {
    const order = await poplin({ commission: '0.02', etd: '2027-03-01' });
    const { body: square } = await record(order);
    const { body: padma } = await record(order, { millName: 'Padma', price: '5.35', unit: 'kg', leadTimeDays: 60 });
    await record(order, { millName: 'Surma', price: '140', currency: 'BDT' });
    const compared = await house.as('merchandiser').get(`/order-lines/${order.lines[0]!.id}/mill-offers/`);
    expect(compared.body).toMatchObject({
      label: 'WD-9 · White',
      provaPrice: '1.50',
      groups: [
        {
          currency: 'USD',
          offers: [
            {
              offer: { id: padma.id },
              pricePerLineUnit: '1.1891',
              formula: 'USD 5.35/kg × 0.9144 × 1.4732 m × 165 g/m² ÷ 1000 ≈ USD 1.1891/yd',
              marginPerUnit: '0.2909',
              marginTotal: '1454.50',
              isLowest: true,
            },
            { offer: { id: square.id }, pricePerLineUnit: '1.25', marginPerUnit: '0.23', isLowest: false },
          ],
        },
        { currency: 'BDT', offers: [{ pricePerLineUnit: '140.00', marginPerUnit: null }] },
      ],
    });
    expect((await choose(padma)).body).toMatchObject({ chosen: true });
    expect(await lineOf(order)).toMatchObject({ millName: 'Padma', millPrice: '1.1891', currency: 'USD' });
    expect((await choose(square, 'manager')).body).toMatchObject({ chosen: true });
    expect(await lineOf(order)).toMatchObject({ millName: 'Square Textiles', millPrice: '1.25' });
    expect((await house.as('merchandiser').get(`/mill-offers/${padma.id}/`)).body).toMatchObject({ chosen: false });
    expect(await house.eventNamesOf(padma.id)).toEqual(['mill_offer.recorded', 'mill_offer.chosen']);
    const [, chosen] = await house.eventsOf(square.id);
    expect(chosen?.data).toMatchObject({ after: { chosen: true }, formerOfferId: padma.id, formerMill: 'Padma' });
    expect(await house.eventNamesOf(order.lines[0]!.id)).toEqual(['line.updated', 'line.updated']);
  });

  it('asks for a revision where the price was agreed, and keeps it', async () => {
    const order = await poplin({ millPrice: '1.30' });
    const { body: offer } = await record(order);
    await house.as('merchandiser').post(`/order-lines/${order.lines[0]!.id}/status/`, { status: 'running' });
    const refused = await choose(offer);
    expect([refused.status, (refused.body as unknown as { code: string }).code]).toEqual([
      422,
      'order.revision_needed',
    ]);
    expect(await lineOf(order)).toMatchObject({ millPrice: '1.30' });
    const revision = { reason: 'The first mill is full.', agreedBy: 'Anna Berg' };
    const agreed = await house.as('merchandiser').post<Offer>(`/mill-offers/${offer.id}/choice/`, { revision });
    expect([agreed.status, agreed.body.chosen]).toEqual([200, true]);
    expect(await lineOf(order)).toMatchObject({ millPrice: '1.25' });
    expect(await house.eventNamesOf(order.lines[0]!.id)).toContain('line.revised');
  });

  it('leaves one chosen of two who choose at once', async () => {
    const order = await poplin();
    const [one, two] = [(await record(order)).body, (await record(order, { millName: 'Padma' })).body];
    const answers = await Promise.all([choose(one), choose(two, 'manager')]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const chosen = await house
      .as('merchandiser')
      .get<{ results: Offer[] }>(`/mill-offers/?orderLineId=${order.lines[0]!.id}&chosen=true`);
    expect(chosen.body.results).toHaveLength(1);
    expect(await lineOf(order)).toMatchObject({ millName: chosen.body.results[0]!.millName });
  });

  it('lists by order, line, mill, currency and choice', async () => {
    const order = await poplin();
    await record(order, { validUntil: '2026-01-01' });
    await record(order, { millName: 'Padma Denim', currency: 'EUR' });
    const count = async (query: string) =>
      (await house.as('merchandiser').get<{ count: number }>(`/mill-offers/?orderId=${order.id}&${query}`)).body.count;
    expect(await count('millName=padma')).toBe(1);
    expect(await count('currency=EUR')).toBe(1);
    expect(await count('chosen=true')).toBe(0);
    expect(await count('validFrom=2026-06-01')).toBe(1); // Padma's, which has no last day
    expect(await count('search=denim&ordering=-price')).toBe(1);
  });
});

describe('mill offers: landed cost and how a mill keeps its word', () => {
  interface Compared {
    groups: {
      offers: { offer: Offer; landedPerLineUnit: string; record: object | null; risk: string; riskWhy: string }[];
    }[];
  }
  const compare = async (order: GivenOrder, by: Person = 'merchandiser') =>
    (await house.as(by).get<Compared>(`/order-lines/${order.lines[0]!.id}/mill-offers/`)).body.groups[0]!.offers;

  it('keeps what an offer adds to its price, and tells of it', async () => {
    const order = await poplin();
    const costs = { freight: '0.08', dutyPercent: '5', charges: '0.01', paymentDays: 90 };
    const { status, body } = await record(order, costs);
    expect([status, body]).toEqual([201, expect.objectContaining(costs)]);
    expect((await compare(order))[0]!.landedPerLineUnit).toBe('1.4065');
    await house.as('merchandiser').patch(`/mill-offers/${body.id}/`, { freight: null });
    expect((await compare(order))[0]!.landedPerLineUnit).toBe('1.3225');
    const told = (await house.eventsOf(body.id)).at(-1)!;
    expect(told.data).toMatchObject({ before: { freight: '0.08' }, after: { freight: null } });
    const negative = await record(order, { freight: '-1', dutyPercent: '200' });
    expect([negative.status, Object.keys(negative.body.errors).sort()]).toEqual([400, ['dutyPercent', 'freight']]);
  });

  it('writes the price on the line that is chosen, not what it costs landed', async () => {
    const order = await poplin();
    await choose((await record(order, { freight: '0.08' })).body);
    expect(await lineOf(order)).toMatchObject({ millPrice: '1.25' });
  });

  it('judges a mill by its lines that are done, of the orders that who asks may see', async () => {
    const millName = 'Karnaphuli Knits';
    const done = await poplin({ millName, etd: '2026-10-10' }, 'colleague');
    const path = `/order-lines/${done.lines[0]!.id}`;
    const colleague = house.as('colleague');
    for (const status of ['running', 'completed']) await colleague.post(`${path}/status/`, { status });
    await colleague.post('/supplier-deliveries/', {
      orderId: done.id,
      orderLineId: done.lines[0]!.id,
      deliveredQuantity: '4000',
      deliveryDate: '2026-10-20',
    });
    const order = await poplin({ etd: '2099-01-01' });
    await record(order, { millName: 'karnaphuli knits', leadTimeDays: 30 });
    expect((await compare(order))[0]).toMatchObject({ record: null, risk: 'fine' });
    expect((await compare(order, 'manager'))[0]).toMatchObject({
      record: { lines: 1, late: 1, averageDaysLate: '10.0', short: 1, over: 0 },
      risk: 'fine',
    });
  });
});

describe('mill offers: statements', () => {
  it('asks no more the more there are', async () => {
    const order = await poplin();
    const me = house.as('merchandiser');
    for (const millName of ['Square', 'Padma', 'Surma']) await record(order, { millName });
    const { body: one } = await record(order);
    const list = await statementsDuring(() => me.get(`/mill-offers/?orderId=${order.id}`));
    const detail = await statementsDuring(() => me.get(`/mill-offers/${one.id}/`));
    const compared = await statementsDuring(() => me.get(`/order-lines/${order.lines[0]!.id}/mill-offers/`));
    expect([list.statements.length, detail.statements.length, compared.statements.length]).toEqual([2, 1, 3]);
  });
});
