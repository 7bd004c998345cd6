import { EventDelivery } from '../../src/platform/events/event-delivery';
import { ProfitKeeper } from '../../src/modules/financials/profit/profit-keeper';
import { addDays, today } from '../../src/platform/values/day';
import type { GivenOrder } from '../support/given';
import { House, type Person } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const TODAY = today('Asia/Dhaka');

interface Figures {
  currency: string;
  value: string;
  potentialProfit: string;
  realizedValue: string;
  realizedProfit: string;
}
interface Row extends Figures {
  orderNumber: string;
  marginPercent: string | null;
  unpricedLines: number;
}
interface Total extends Figures {
  orders: number;
}

const line = (colorName: string, more: object = {}) => ({
  colorName,
  quantity: '1000',
  unit: 'kg',
  millPrice: '2.10',
  provaPrice: '2.4575',
  commission: '0.05',
  currency: 'USD',
  ...more,
});
const order = (lines: object[], by: Person = 'merchandiser', more: object = {}): Promise<GivenOrder> =>
  house.given.order({ styles: [{ styleNumber: 'MT-1', lines }], ...more }, by);
const deliver = (given: GivenOrder, deliveredQuantity: string, orderLineId?: string) =>
  house.as('manager').post('/supplier-deliveries/', { orderId: given.id, orderLineId, deliveredQuantity, unit: 'kg' });
const settled = () => house.app.get(EventDelivery, { strict: false }).deliverPending();
const listed = async (query = '', by: Person = 'merchandiser') =>
  (await house.as(by).get<{ count: number; results: Row[] }>(`/financials/profits/?${query}`)).body;
const totals = async (query = '', by: Person = 'merchandiser') =>
  (await house.as(by).get<{ totals: Total[] }>(`/financials/profits/totals/?${query}`)).body.totals;

describe('profits', () => {
  it('spread what came for the whole order over its lines, in whatever unit converts, to three decimals', async () => {
    const given = await order([line('White'), line('Black'), line('Red')]);
    await house.as('manager').post('/supplier-deliveries/', {
      ...{ orderId: given.id, deliveredQuantity: '1000000', unit: 'g' },
    });
    const why = await house.as('merchandiser').get<{ lines: object[] }>(`/financials/profits/${given.id}/`);
    const third = { share: '333.333', realizedQuantity: '333.333', realizedValue: '819.17', realizedProfit: '102.50' };
    expect(why.body.lines).toMatchObject([third, third, third]);
    await settled();
    expect((await listed(`search=${given.orderNumber}`)).results).toMatchObject([
      { realizedValue: '2457.51', realizedProfit: '307.50' },
    ]);
  });

  it('ask a stranger to sign in, and do not know the orders of others', async () => {
    const theirs = await order([line('White')], 'colleague');
    await settled();
    for (const path of ['', 'totals/', 'totals/USD/', `${theirs.id}/`])
      expect((await house.anonymous.get(`/financials/profits/${path}`)).status).toBe(401);
    expect((await listed(`search=${theirs.orderNumber}`)).count).toBe(0);
    expect((await listed(`search=${theirs.orderNumber}`, 'manager')).count).toBe(1);
    expect((await house.as('merchandiser').get(`/financials/profits/${theirs.id}/`)).status).toBe(404);
    expect(await totals(`search=${theirs.orderNumber}`)).toEqual([]);
  });

  it('are kept per currency as the order itself tells them, and follow what is changed and delivered', async () => {
    const given = await order([
      line('White'),
      line('Black', { currency: 'EUR', quantity: '3000' }),
      line('Red', { millPrice: null }),
    ]);
    await settled();
    const of = `search=${given.orderNumber}`;
    expect((await listed(`${of}&ordering=value`)).results).toEqual([
      expect.objectContaining({ currency: 'USD', value: '4915.00', potentialProfit: '307.50', unpricedLines: 1 }),
      expect.objectContaining({ currency: 'EUR', value: '7372.50', potentialProfit: '922.50', marginPercent: '12.5' }),
    ]);
    expect((await deliver(given, '400', given.lines[0]!.id)).status).toBe(201);
    expect((await deliver(given, '500')).status).toBe(201); // spread: 100, 300, 100
    await house.as('merchandiser').patch(`/order-lines/${given.lines[2]!.id}/`, { millPrice: '2.00' });
    await settled();
    const rows = (await listed(of)).results;
    expect(rows).toEqual([
      expect.objectContaining({ currency: 'EUR', realizedValue: '737.25', realizedProfit: '92.25' }),
      expect.objectContaining({
        currency: 'USD',
        realizedValue: '1474.50',
        realizedProfit: '194.50',
        unpricedLines: 0,
      }),
    ]);
    const { body } = await house
      .as('merchandiser')
      .get<Record<keyof Figures, { amount: string; currency: string }[]>>(`/orders/${given.id}/`);
    for (const figure of ['potentialProfit', 'realizedValue', 'realizedProfit'] as const)
      expect(body[figure]).toEqual(rows.map((row) => ({ currency: row.currency, amount: row[figure] })));
  });

  it('say why, line by line', async () => {
    const given = await order([line('White'), line('Black', { quantity: '3000' })]);
    await deliver(given, '800');
    const { status, body } = await house
      .as('merchandiser')
      .get<{ lines: object[] }>(`/financials/profits/${given.id}/`);
    expect([status, body.lines]).toEqual([
      200,
      [
        expect.objectContaining({
          label: 'MT-1 · White',
          margin: '0.3075',
          delivered: '0',
          share: '200',
          realizedProfit: '61.50',
        }),
        expect.objectContaining({
          label: 'MT-1 · Black',
          share: '600',
          realizedQuantity: '600',
          realizedValue: '1474.50',
        }),
      ],
    ]);
  });

  it('are of the order itself where it has no lines, and gone with it', async () => {
    const given = await house.given.order({
      styles: [],
      quantity: '100',
      unit: 'kg',
      millPrice: '2',
      provaPrice: '3',
      currency: 'JPY',
    });
    await settled();
    expect(await totals(`search=${given.orderNumber}`)).toEqual([
      expect.objectContaining({ orders: 1, currency: 'JPY', value: '300', potentialProfit: '100' }),
    ]);
    const { body } = await house.as('merchandiser').get<{ lines: object[] }>(`/financials/profits/${given.id}/`);
    expect(body.lines).toEqual([expect.objectContaining({ orderLineId: null, label: 'The order as a whole' })]);
    await house.as('merchandiser').delete(`/orders/${given.id}/`);
    expect(await totals(`search=${given.orderNumber}`)).toEqual([]);
  });

  it('of a house that was there before are reckoned by the worker', async () => {
    const given = await order([line('White')]);
    await settled();
    await house.query('DELETE FROM order_profits WHERE order_id = $1', [given.id]);
    expect(await house.app.get(ProfitKeeper).keepRest()).toBeGreaterThan(0);
    expect((await listed(`search=${given.orderNumber}`)).count).toBe(1);
    await house.given.order({ styles: [{ styleNumber: 'MT-9', lines: [{ colorName: 'White' }] }] });
    expect(await house.app.get(ProfitKeeper).keepRest()).toBe(0); // what has no quantity is not tried for ever
  });

  it('are picked out, and ordered by what they come to', async () => {
    const loss = await order([line('White', { millPrice: '3' })], 'merchandiser', { customerName: 'Losers Ltd' });
    await order([line('White')], 'merchandiser', { customerName: 'Losers Ltd' });
    await settled();
    const ours = await listed('customerName=Losers');
    expect(ours.results.map(({ potentialProfit }) => potentialProfit)).toEqual(['307.50', '-592.50']);
    expect((await listed('customerName=Losers&atALoss=true')).results).toEqual([
      expect.objectContaining({ orderNumber: loss.orderNumber, marginPercent: '-24.1' }),
    ]);
    expect((await house.as('merchandiser').get('/financials/profits/?colour=red')).status).toBe(400);
  });

  it('ask for few statements, however many there are', async () => {
    const me = house.as('merchandiser');
    const list = await statementsDuring(() => me.get('/financials/profits/'));
    const sums = await statementsDuring(() => me.get('/financials/profits/totals/'));
    const told = await statementsDuring(() => me.get('/financials/profits/totals/USD/'));
    expect([list, sums, told].map(({ statements }) => statements.length)).toEqual([2, 1, 2]);
  });
});

describe('exchange rates', () => {
  const rate = (more: object = {}) => ({
    fromCurrency: 'EUR',
    toCurrency: 'USD',
    rate: '1.08',
    ratedOn: addDays(TODAY, -3),
    source: 'ECB',
    ...more,
  });
  const record = (body: object, by: Person = 'manager') =>
    house.as(by).post<{ id: string; code?: string; errors?: object }>('/exchange-rates/', body);

  it('are recorded by managers, dated and named', async () => {
    expect((await house.anonymous.post('/exchange-rates/', rate())).status).toBe(401);
    expect((await record(rate(), 'merchandiser')).status).toBe(403);
    for (const [more, field] of [
      [{ toCurrency: 'EUR' }, 'toCurrency'],
      [{ toCurrency: 'XXX' }, 'toCurrency'],
      [{ rate: '0' }, 'rate'],
      [{ ratedOn: addDays(TODAY, 1) }, 'ratedOn'],
      [{ source: ' ' }, 'source'],
    ] as const) {
      const { status, body } = await record(rate(more));
      expect([status, Object.keys(body.errors ?? {})]).toEqual([400, [field]]);
    }
    const first = await record(rate());
    expect([first.status, (await record(rate({ rate: '1.10' }))).status]).toEqual([201, 409]);
    expect(await house.eventNamesOf(first.body.id)).toEqual(['exchange_rate.recorded']);
    expect((await house.as('manager').delete(`/exchange-rates/${first.body.id}/`)).status).toBe(204);
    expect((await record(rate({ rate: '1.10' }))).status).toBe(201);
  });

  it('tell totals in one currency, and name what they cannot tell', async () => {
    const customerName = 'Rated & Sons';
    await order(
      [line('White'), line('Black', { currency: 'EUR', quantity: '3000' }), line('Red', { currency: 'BDT' })],
      'merchandiser',
      {
        customerName,
      },
    );
    await settled();
    await record(rate({ rate: '1.20', ratedOn: addDays(TODAY, -1), source: 'ECB' }));
    const asked = `customerName=${encodeURIComponent('Rated')}`;
    const { status, body } = await house
      .as('merchandiser')
      .get<Figures & { rates: object[]; without: Total[] }>(`/financials/profits/totals/USD/?${asked}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ currency: 'USD', value: '11304.50', potentialProfit: '1414.50' }); // 2,457.50 + 7,372.50 × 1.2
    expect(body.rates).toEqual([{ currency: 'EUR', factor: '1.2', ratedOn: addDays(TODAY, -1), source: 'ECB' }]);
    expect(body.without.map(({ currency }) => currency)).toEqual(['BDT']);
    expect((await house.as('merchandiser').get('/financials/profits/totals/XXX/')).status).toBe(400);
  });
});
