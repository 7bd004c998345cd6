import { addDays, today } from '../../src/platform/values/day';
import { FiguresRepository } from '../../src/modules/dashboard/figures.repository';
import { House, type Person } from '../support/house';
import { statementsDuring } from '../support/statements';

interface Figures {
  open: number;
  stages: { stage: string; count: number }[];
  merchandisers: { merchandiser: { id: string } | null; open: number; overdue: number }[];
  months: { from: string; to: string; placed: number; delivered: number }[];
  windows: { window: string; from: string | null; to: string | null; count: number }[];
  values: { currency: string; amount: string; orders: number }[];
  lines: { urgency: string; count: number }[];
  approvals: { holder: string; count: number }[];
}
interface List {
  count: number;
  results: { totalValue: { currency: string; amount: string }[] }[];
}

const TODAY = today('Asia/Dhaka');
const inDays = (days: number) => addDays(TODAY, days);

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const figuresOf = async (by: Person) => (await house.as(by).get<Figures>('/dashboard/figures/')).body;
const listOf = async (by: Person, list: string) => (await house.as(by).get<List>(list)).body;

/** Every number, beside what the list that it opens counts: the same filters as the screen's links. */
async function expectEachToBeItsList(by: Person): Promise<Figures> {
  const figures = await figuresOf(by);
  const open = '/orders/?category=upcoming&category=running&pageSize=200';
  const told: Record<string, number> = { open: figures.open };
  const listed: Record<string, string> = { open };
  const tell = (name: string, count: number, list: string) => {
    told[name] = count;
    listed[name] = list;
  };
  for (const { stage, count } of figures.stages)
    tell(`stage ${stage}`, count, `${open}&currentStage=${encodeURIComponent(stage)}`);
  for (const { merchandiser, open: theirs, overdue } of figures.merchandisers) {
    const whose = merchandiser ? `merchandiserId=${merchandiser.id}` : 'unassigned=true';
    tell(whose, theirs, `${open}&${whose}`);
    tell(`${whose} overdue`, overdue, `${open}&${whose}&etdTo=${inDays(-1)}`);
  }
  for (const { from, to, placed, delivered } of figures.months) {
    tell(`placed ${from}`, placed, `/orders/?orderDateFrom=${from}&orderDateTo=${to}`);
    tell(`delivered ${from}`, delivered, `/orders/?deliveredFrom=${from}&deliveredTo=${to}`);
  }
  for (const { window, from, to, count } of figures.windows) {
    const days = [from && `etdFrom=${from}`, to && `etdTo=${to}`].filter(Boolean).join('&');
    tell(`window ${window}`, count, `${open}&${window === 'none' ? 'withoutEtd=true' : days}`);
  }
  for (const { urgency, count } of figures.lines) tell(urgency, count, `/line-plans/?urgency=${urgency}`);
  for (const { holder, count } of figures.approvals)
    tell(`with ${holder}`, count, `/line-gates/?waiting=true&holder=${holder}`);
  for (const { currency, orders } of figures.values) tell(currency, orders, `${open}&currency=${currency}`);

  const counted: Record<string, number> = {};
  for (const [name, list] of Object.entries(listed)) counted[name] = (await listOf(by, list)).count;
  expect(told).toEqual(counted);
  for (const { currency, amount } of figures.values) {
    const { results } = await listOf(by, `${open}&currency=${currency}`);
    const amounts = results.flatMap(({ totalValue }) => totalValue.filter((each) => each.currency === currency));
    expect([currency, Number(amount)]).toEqual([currency, amounts.reduce((sum, each) => sum + Number(each.amount), 0)]);
  }
  return figures;
}

const expectAllToBeTheirLists = async () => {
  for (const by of ['merchandiser', 'colleague', 'manager'] as const) await expectEachToBeItsList(by);
};

/** Whatever was added since is what counting from the beginning gives. */
async function expectKeptToBeTrue() {
  const all = () =>
    house.query<object>(
      `SELECT whose, figure, key, sum(count) AS count, sum(amount) AS amount FROM house_figures
       GROUP BY 1, 2, 3 HAVING sum(count) <> 0 ORDER BY 1, 2, 3`,
    );
  const kept = await all();
  await house.query('SELECT figures_recount_all()');
  expect(kept).toEqual(await all());
}

const line = (colorName: string, etd: string | null, more: object = {}) => ({
  colorName,
  quantity: '100',
  unit: 'kg',
  provaPrice: '2.50',
  ...(etd ? { etd } : {}),
  ...more,
});
const orderOf = (lines: object[], more: object = {}, by: Person = 'merchandiser') =>
  house.given.order({ styles: [{ styleNumber: 'MT', lines }], ...more }, by);
const count = <T extends { count: number }>(of: T[], is: (each: T) => boolean) => of.find(is)?.count;

describe('the figures', () => {
  it('are for who is signed in', async () => {
    expect((await house.anonymous.get('/dashboard/figures/')).status).toBe(401);
    expect((await figuresOf('merchandiser')).open).toBe(0);
  });

  it('count what their lists count, by line dates and per currency (faults 10, 11)', async () => {
    await orderOf([line('White', inDays(-1)), line('Black', inDays(40))], { orderDate: inDays(-40) });
    await orderOf([line('White', TODAY)], { orderDate: TODAY });
    await orderOf([line('White', inDays(6), { currency: 'EUR' }), line('Black', inDays(6))]);
    await orderOf([line('White', inDays(7))], {}, 'colleague');
    await orderOf([line('White', inDays(30), { currency: 'JPY', provaPrice: '2.505' })]);
    await orderOf([line('White', null)]);
    await house.given.order({ styles: [], quantity: '10', unit: 'kg', provaPrice: '3', etd: inDays(20) });

    await expectAllToBeTheirLists();
    const mine = await figuresOf('merchandiser');
    expect(Object.fromEntries(mine.windows.map((each) => [each.window, each.count]))).toEqual({
      overdue: 1,
      next7: 2,
      next14: 0,
      next30: 1,
      later: 1,
      none: 1,
    });
    expect(mine.windows[1]).toMatchObject({ from: TODAY, to: inDays(6) });
    expect(mine.values).toEqual([
      { currency: 'EUR', amount: '250.00', orders: 1 },
      { currency: 'JPY', amount: '251', orders: 1 },
      { currency: 'USD', amount: '1280.00', orders: 5 },
    ]);
    expect(mine.merchandisers).toEqual([]);
    const all = await figuresOf('manager');
    expect(all.open).toBe(7);
    expect(all.merchandisers.map(({ merchandiser, open }) => [merchandiser?.id, open])).toEqual([
      [house.ids.merchandiser, 6],
      [house.ids.colleague, 1],
    ]);
    expect(all.months.at(-1)?.placed).toBe(1);
  });

  it('follow whatever happens to an order and its lines', async () => {
    const me = house.as('merchandiser');
    const order = await orderOf([line('White', inDays(3)), line('Black', inDays(9))]);
    const [white, black] = order.lines;
    const step = `/order-lines/${white!.id}/milestones/yarnBooked/`;
    const sample = await house.given.sample({ orderId: order.id, orderLineId: white!.id, type: 'strike_off' });
    const task = (await me.post<{ id: string }>('/tasks/', { orderId: order.id, title: 'Call' })).body;
    const deeds: (() => Promise<{ status: number }>)[] = [
      () => me.patch(`/tasks/${task.id}/`, { dueDate: inDays(2) }),
      () => me.patch(`/tasks/${task.id}/`, { priority: 'urgent' }),
      () => me.post(`/samples/${sample.id}/submission/`, { submissionDate: inDays(-9) }),
      () => me.patch(`/order-lines/${white!.id}/`, { provaPrice: '9.99', etd: inDays(-2) }),
      () => me.patch(`/order-lines/${black!.id}/`, { currency: 'GBP' }),
      () => me.post(`/orders/${order.id}/stage/`, { stage: 'Greige' }),
      () => me.post(`/order-lines/${white!.id}/approvals/`, { approvalType: 'labDip', status: 'submission' }),
      () => me.post(`/order-lines/${white!.id}/gates/labDip/holding/`, { holder: 'mill' }),
      () => me.post(`/order-lines/${white!.id}/plan/`),
      () => me.put(step, { plannedOn: inDays(-4) }),
      () => me.put(step, { actualOn: TODAY }),
      () => me.post(`/tasks/${task.id}/completion/`),
      () => house.as('manager').post(`/orders/${order.id}/assignment/`, { merchandiserId: house.ids.colleague }),
      () => house.as('colleague').post(`/order-lines/${black!.id}/status/`, { status: 'archived' }),
      () => me.delete(`/orders/${order.id}/`),
      async () => {
        const trash = await house.as('manager').get<{ results: { id: string }[] }>(`/trash/?subjectId=${order.id}`);
        return house.as('manager').post(`/trash/${trash.body.results[0]?.id}/restoration/`);
      },
      () => house.as('manager').post(`/orders/${order.id}/delivery/`),
    ];
    const before = await figuresOf('manager');
    for (const deed of deeds) {
      const { status } = await deed();
      expect([deed.toString(), status < 300]).toEqual([deed.toString(), true]);
      await expectKeptToBeTrue();
    }
    await expectAllToBeTheirLists();
    const after = await figuresOf('manager');
    expect(after.open).toBe(before.open - 1);
    expect(after.months.at(-1)?.delivered).toBe(1);
  });

  it('count a late line when its plan says so, and no longer when it is caught up', async () => {
    const order = await orderOf([line('White', inDays(4))], { orderType: 'local' });
    const late = async () => count((await expectEachToBeItsList('manager')).lines, (each) => each.urgency === 'late');
    const before = (await late()) ?? 0;
    const { body } = await house
      .as('merchandiser')
      .post<{ urgency: string }>(`/order-lines/${order.lines[0]!.id}/plan/`, {});
    expect(body.urgency).toBe('late');
    expect(await late()).toBe(before + 1);
    await house.as('merchandiser').patch(`/order-lines/${order.lines[0]!.id}/`, { etd: inDays(300) });
    await house.query(`UPDATE line_plans SET urgency = 'fine', slack_days = 90 WHERE order_id = $1`, [order.id]);
    expect(await late()).toBe(before);
  });

  it('do not call an order late for a line that has left already (fault 11)', async () => {
    const overdue = async () => count((await figuresOf('manager')).windows, ({ window }) => window === 'overdue') ?? 0;
    const before = await overdue();
    const order = await orderOf([line('White', inDays(-3)), line('Black', inDays(12))]);
    expect(await overdue()).toBe(before + 1);
    const me = house.as('merchandiser');
    await me.post(`/order-lines/${order.lines[0]!.id}/status/`, { status: 'archived' });
    expect((await me.get(`/orders/${order.id}/`)).body['earliestEtd']).toBe(inDays(12));
    expect((await expectEachToBeItsList('manager')).windows[0]?.count).toBe(before);
  });

  it('stay true when many change one order at once, and when the sums are folded meanwhile', async () => {
    const order = await orderOf([line('White', inDays(5)), line('Black', inDays(5)), line('Red', inDays(5))]);
    const me = house.as('merchandiser');
    const fold = () => house.app.get(FiguresRepository).fold();
    const deeds = order.lines.flatMap(({ id }, index) => [
      () => me.patch(`/order-lines/${id}/`, { provaPrice: `${index + 3}.10` }),
      () => me.post(`/order-lines/${id}/approvals/`, { approvalType: 'labDip', status: 'submission' }),
      fold,
      () => house.query(`UPDATE line_gates SET holder = NULL, held_since = NULL WHERE order_line_id = $1`, [id]),
      () => me.patch(`/orders/${order.id}/`, { orderDate: inDays(-index) }),
      () => orderOf([line('White', inDays(index))]),
      fold,
    ]);
    await Promise.all(deeds.map((deed) => deed()));
    await fold();
    const rows = await house.query<{ rows: number; sums: number }>(
      `SELECT count(*)::int AS rows, count(DISTINCT (whose, figure, key))::int AS sums FROM house_figures`,
    );
    expect(rows[0]?.rows).toBe(rows[0]?.sums);
    await expectKeptToBeTrue();
  });

  it('lose what is gone for good, and can be counted from the beginning', async () => {
    const order = await orderOf([line('White', inDays(5))]);
    await house.query('DELETE FROM orders WHERE id = $1', [order.id]);
    expect(await house.query('SELECT 1 FROM order_figures WHERE order_id = $1', [order.id])).toEqual([]);
    await expectKeptToBeTrue();
    await expectEachToBeItsList('manager');
  });

  it('are one statement for a merchandiser, two for who sees all, and none of them reads orders', async () => {
    for (const [by, statements] of [
      ['merchandiser', 1],
      ['manager', 2],
    ] as const) {
      const during = await statementsDuring(() => figuresOf(by));
      expect(during.statements).toHaveLength(statements);
      for (const statement of during.statements) expect(statement).toContain('house_figures');
    }
  });
});
