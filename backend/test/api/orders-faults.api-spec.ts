import { House } from '../support/house';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

interface Line {
  id: string;
  sequenceNumber: number;
  status: string;
}
interface Whole {
  id: string;
  orderNumber: string;
  styles: { id: string; lines: Line[] }[];
  [field: string]: unknown;
}

const me = () => house.as('merchandiser');
const whole = async (id: string) => (await me().get<Whole>(`/orders/${id}/`)).body;
const minimal = { customerName: 'ANABIA', fabricType: 'Single jersey' };

describe('what the system before got wrong with orders', () => {
  it('value and profit are those of the lines, and of the order itself where it has none (fault 10)', async () => {
    const order = await house.given.order();
    expect(await whole(order.id)).toMatchObject({
      totalValue: [{ amount: '158466.00', currency: 'USD' }],
      potentialProfit: [{ amount: '22638.00', currency: 'USD' }],
    });
    const bare = await house.given.order({ styles: [], quantity: '100', unit: 'kg', provaPrice: '6', millPrice: '5' });
    expect(await whole(bare.id)).toMatchObject({
      totalValue: [{ amount: '600.00', currency: 'USD' }],
      potentialProfit: [{ amount: '100.00', currency: 'USD' }],
    });
  });

  it('an order is found by the ETD of its lines, not by its own (fault 11)', async () => {
    const order = await house.given.order({ etd: '2028-06-01', orderNumber: 'BY-ETD' });
    const count = async (query: string) =>
      (await me().get<{ count: number }>(`/orders/?search=by-etd&${query}`)).body.count;
    expect([await count('etdFrom=2027-01-05&etdTo=2027-01-05'), await count('etdFrom=2027-01-06')]).toEqual([1, 0]);
    await me().patch(`/order-lines/${order.lines[0]!.id}/`, { etd: '2027-01-15' });
    expect([await count('etdTo=2027-01-08'), await count('etdFrom=2027-01-09&etdTo=2027-01-09')]).toEqual([0, 1]);
  });

  it('a number is made where none is given, and the finished fabric that was typed is kept (fault 12)', async () => {
    const { body } = await me().post<Whole>('/orders/', {
      ...minimal,
      orderNumber: null,
      finishedFabricQuantity: '4737',
      finishedFabricUnit: 'kg',
      processLossPercent: '12',
      mixedFabricPercent: '4',
    });
    expect(body.orderNumber).toMatch(/^PB-\d{8}-\d{4}$/);
    expect(await whole(body.id)).toMatchObject({
      finishedFabricQuantity: '4737',
      finishedFabricUnit: 'kg',
      processLossPercent: '12',
      mixedFabricPercent: '4',
    });
  });

  it('saving an order twice makes no style twice, touches no line, and empties what is cleared (fault 13)', async () => {
    const order = await house.given.order({ notes: 'first', season: 'SS27' });
    const before = (await whole(order.id)).styles;
    await me().patch(`/orders/${order.id}/`, { notes: null, season: 'AW27' });
    await me().patch(`/orders/${order.id}/`, { notes: null, season: 'AW27' });
    const after = await whole(order.id);
    expect(after).toMatchObject({ notes: null, season: 'AW27', rowVersion: 2 });
    expect(after.styles).toEqual(before);
  });

  it('a number of a deleted order is not given out again (fault 14)', async () => {
    const make = async () => (await me().post<Whole>('/orders/', minimal)).body;
    const [first, second] = [await make(), await make()];
    await me().delete(`/orders/${second.id}/`);
    const third = await make();
    const counts = [first, second, third].map(({ orderNumber }) => Number(orderNumber.slice(-4)));
    expect(counts).toEqual([counts[0], counts[0]! + 1, counts[0]! + 2]);
  });

  it('lines are numbered through their order as they come (fault 15)', async () => {
    const order = await house.given.order();
    await me().post(`/styles/${order.lines[0]!.styleId}/lines/`, { colorName: 'Navy' });
    await me().post(`/orders/${order.id}/styles/`, { styleNumber: 'MT-2', lines: [{ colorName: 'Red' }, {}] });
    const numbers = (await whole(order.id)).styles.flatMap(({ lines }) => lines.map((line) => line.sequenceNumber));
    expect(numbers).toEqual([1, 2, 3, 4, 5]);
  });

  it('an answer to an action shows what the action did (fault 16)', async () => {
    const order = await house.given.order();
    const [white] = order.lines;
    const moved = await me().post(`/order-lines/${white!.id}/status/`, { status: 'running' });
    expect(moved.body).toMatchObject({ status: 'running', rowVersion: 2 });
    const all = await me().post<Whole>(`/orders/${order.id}/line-statuses/`, { status: 'running' });
    expect(all.body).toMatchObject({ status: 'running', category: 'running' });
    expect(all.body.styles[0]?.lines.map(({ status }) => status)).toEqual(['running', 'running']);
    expect(all.body).toEqual(await whole(order.id));
  });

  it.each([
    '/orders/no-id/',
    '/styles/no-id/',
    '/order-lines/no-id/',
    '/orders/?merchandiserId=no-id',
    '/order-revisions/?orderId=no-id',
    '/approval-history/?orderLineId=no-id',
  ])('%s is a 400, for an id that is none (fault 19)', async (path) => {
    expect((await me().get(path)).status).toBe(400);
  });

  it('status and category follow the lines, and a delivery can be made and taken back (fault 20)', async () => {
    const order = await house.given.order();
    for (const status of ['running', 'bulk', 'completed']) {
      await me().post(`/orders/${order.id}/line-statuses/`, { status });
      expect(await whole(order.id)).toMatchObject({
        status,
        category: status === 'completed' ? 'archived' : 'running',
      });
    }
    await me().post(`/orders/${order.id}/line-statuses/`, { status: 'bulk' });
    const delivered = await me().post(`/orders/${order.id}/delivery/`, { deliveredOn: '2026-11-20' });
    expect(delivered.body).toMatchObject({ currentStage: 'Delivered', status: 'completed', category: 'archived' });
    const back = await me().post(`/orders/${order.id}/stage/`, { stage: 'Production' });
    expect(back.body).toMatchObject({ status: 'bulk', category: 'running', actualDeliveryDate: null });
    const early = await me().post<{ errors: object }>(`/orders/${order.id}/delivery/`, { deliveredOn: '2999-01-01' });
    expect([early.status, Object.keys(early.body.errors)]).toEqual([400, ['deliveredOn']]);
  });
});
