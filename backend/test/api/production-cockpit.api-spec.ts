import { LineOutputKeeper } from '../../src/modules/planning/cockpit/line-output-keeper';
import { EventDelivery } from '../../src/platform/events/event-delivery';
import { addDays, today } from '../../src/platform/values/day';
import type { GivenOrder } from '../support/given';
import { House, type Person } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const TODAY = today('Asia/Dhaka');
const ETD = addDays(TODAY, 60);

interface Row {
  orderLineId: string;
  state: string;
  lateDays: number | null;
  idleDays: number | null;
  loss: object;
  stages: { stage: string; total: string; needed: string | null; requiredOn: string }[];
}

const told = () => house.app.get(EventDelivery, { strict: false }).deliverPending();
const jersey = (by: Person = 'merchandiser', overrides: object = {}) =>
  house.given.order(
    {
      processLossPercent: '12',
      mixedFabricPercent: '4',
      styles: [
        {
          styleNumber: 'MT-1',
          lines: [
            { colorName: 'White', quantity: '4737', unit: 'kg', etd: ETD },
            { colorName: 'Black', quantity: '1000', unit: 'kg', etd: ETD },
          ],
        },
      ],
      ...overrides,
    },
    by,
  );
const enter = (order: GivenOrder, days: number, quantity: string, stage = 'knitting') =>
  house.as('manager').post('/production-entries/', {
    entries: [{ orderLineId: order.lines[0]!.id, stage, quantity, entryDate: addDays(TODAY, -days) }],
    override: { reason: 'A test.' },
  });
const cockpit = async (query: string, by: Person = 'merchandiser') =>
  (await house.as(by).get<{ count: number; results: Row[] }>(`/production-cockpit/?${query}`)).body;

describe('the production cockpit', () => {
  it('asks a stranger to sign in, and does not know the lines of others', async () => {
    const order = await jersey('colleague');
    const line = order.lines[0]!.id;
    for (const path of ['/production-cockpit/', '/production-cockpit/counts/', `/order-lines/${line}/output/`])
      expect((await house.anonymous.get(path)).status).toBe(401);
    await told();
    expect((await cockpit(`orderId=${order.id}`)).count).toBe(0);
    expect((await cockpit(`orderId=${order.id}`, 'colleague')).count).toBe(2);
    expect((await house.as('merchandiser').get(`/order-lines/${line}/output/`)).status).toBe(404);
    expect((await house.as('merchandiser').get('/production-cockpit/?colour=white')).status).toBe(400);
  });

  it('follows what is entered, what is planned and what is ordered', async () => {
    const order = await jersey();
    const line = order.lines[0]!.id;
    await enter(order, 3, '400');
    await told();
    const before = await cockpit(`orderLineId=${line}`);
    expect(before.results[0]).toMatchObject({
      state: 'at_pace',
      stages: [{ stage: 'knitting', total: '400', needed: '5305.44', percent: '7.5', requiredOn: ETD }, {}, {}],
    });
    await house.as('merchandiser').patch(`/order-lines/${line}/`, { etd: addDays(TODAY, 2) });
    await told();
    const [late] = (await cockpit(`orderLineId=${line}&state=late`)).results;
    expect(late?.lateDays).toBeGreaterThan(0);
    await house.as('merchandiser').patch(`/order-lines/${line}/`, { processLossBasis: 'input' });
    await told();
    const [onInput] = (await cockpit(`orderLineId=${line}`)).results;
    expect(onInput?.stages[0]?.needed).toBe('5382.95');
  });

  it('counts what it lists, for each role, and picks out who has sent nothing and what was lost', async () => {
    const order = await jersey();
    await enter(order, 20, '5600');
    await enter(order, 12, '4737', 'finishing');
    await told();
    const [row] = (await cockpit(`orderId=${order.id}&sign=idle&sign=loss_over`)).results;
    expect(row).toMatchObject({ orderLineId: order.lines[0]!.id, loss: { planned: '12', actual: '18.2', over: true } });
    expect(row?.idleDays).toBeGreaterThan(7);
    for (const by of ['merchandiser', 'manager'] as const) {
      const { body } = await house.as(by).get<Record<string, number>>('/production-cockpit/counts/');
      const listed = async (query: string) => (await cockpit(query, by)).count;
      expect(body).toEqual({
        late: await listed('state=late'),
        at_pace: await listed('state=at_pace'),
        waiting: await listed('state=waiting'),
        done: await listed('state=done'),
        idle: await listed('sign=idle'),
        lossOver: await listed('sign=loss_over'),
      });
    }
  });

  it('reads a line day by day, with its greige and yarn', async () => {
    const order = await jersey();
    await enter(order, 2, '190');
    await enter(order, 1, '210');
    const { status, body } = await house.as('merchandiser').get(`/order-lines/${order.lines[0]!.id}/output/`);
    expect([status, body]).toMatchObject([
      200,
      {
        orderNumber: order.orderNumber,
        lineLabel: 'MT-1 · White',
        need: { finished: '4737', greige: '5305.44', yarn: '5093.22', mixedYarn: '212.22' },
        stages: [
          {
            stage: 'knitting',
            pacePerDay: '200',
            days: [
              { day: addDays(TODAY, -2), made: '190', total: '190' },
              { day: addDays(TODAY, -1), made: '210', total: '400' },
            ],
          },
          { stage: 'dyeing', days: [] },
          { stage: 'finishing', days: [] },
        ],
      },
    ]);
  });

  it('reckons every open line anew once a day has passed', async () => {
    const order = await jersey();
    await told();
    await house.query(`UPDATE line_outputs SET reckoned_on = reckoned_on - 1 WHERE order_id = $1`, [order.id]);
    const keeper = house.app.get(LineOutputKeeper, { strict: false });
    expect(await keeper.keepAll()).toBeGreaterThanOrEqual(2);
    expect(await keeper.keepAll()).toBe(0);
  });

  it('lets go of lines that are done with, and knows them again once they are open', async () => {
    const order = await jersey();
    await told();
    const keeper = house.app.get(LineOutputKeeper, { strict: false });
    const kept = async () =>
      (await house.query(`SELECT order_line_id FROM line_outputs WHERE order_id = $1`, [order.id])).length;
    const turn = (status: string) =>
      house.query(`UPDATE order_lines SET status = $2 WHERE id = $1`, [order.lines[0]!.id, status]);
    await turn('completed');
    await keeper.keepAll();
    expect(await kept()).toBe(1);
    await turn('running');
    await keeper.keepAll();
    expect(await kept()).toBe(2);
    await turn('archived');
    await keeper.keepAll();
    const me = house.as('manager');
    await turn('running');
    await me.patch(`/order-lines/${order.lines[0]!.id}/`, { notes: 'Open again.' });
    await told();
    expect((await cockpit(`orderId=${order.id}`)).count).toBe(2);
  });

  it('asks the database as often, however many lines', async () => {
    const me = house.as('merchandiser');
    const order = await jersey();
    await told();
    await me.get('/production-cockpit/');
    const count = async (path: string) => (await statementsDuring(() => me.get(path))).statements.length;
    expect({
      list: await count('/production-cockpit/?search=anabia'),
      counts: await count('/production-cockpit/counts/'),
      line: await count(`/order-lines/${order.lines[0]!.id}/output/`),
    }).toEqual({ list: 2, counts: 1, line: 4 });
  });
});
