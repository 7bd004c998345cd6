import { addDays, today } from '../../src/platform/values/day';
import { House } from '../support/house';
import { statementsDuring } from '../support/statements';

const TODAY = today('Asia/Dhaka');
const inDays = (days: number) => addDays(TODAY, days);

interface Row {
  orderLineId: string;
  lineLabel: string;
  etd: string | null;
  closed: boolean;
  slackDays: number | null;
  urgency: string | null;
  chain: { key: string; holder: string }[];
  steps: {
    id: string;
    milestone: string;
    holder: string;
    plannedOn: string | null;
    actualOn: string | null;
    forecastOn: string | null;
    slackDays: number | null;
    critical: boolean;
  }[];
}

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const me = () => house.as('merchandiser');
const grid = async (query: string, who = me()) =>
  (await who.get<{ count: number; results: Row[] }>(`/plan-grid/?${query}`)).body;

/** Lines of a local order, each with its plan: they leave in so many days. */
async function planned(leaveIn: readonly number[], whose: 'merchandiser' | 'colleague' = 'merchandiser') {
  const lines = leaveIn.map((days, at) => ({
    colorName: `Shade ${at + 1}`,
    quantity: '400',
    unit: 'pieces',
    etd: inDays(days),
  }));
  const order = await house.given.order({ orderType: 'local', styles: [{ styleNumber: 'MT-1', lines }] }, whose);
  for (const { id } of order.lines) await house.as(whose).post(`/order-lines/${id}/plan/`);
  return order;
}

describe('the grid of plans', () => {
  it('is for who has signed in, and shows nobody the lines of another', async () => {
    const { id } = await planned([90], 'colleague');
    expect((await house.anonymous.get('/plan-grid/')).status).toBe(401);
    expect((await grid(`orderId=${id}`)).count).toBe(0);
    expect((await grid(`orderId=${id}`, house.as('manager'))).count).toBe(1);
    expect((await me().get('/plan-grid/?holder=tailor')).status).toBe(400);
    expect((await me().get('/plan-grid/?etdFrom=soon')).status).toBe(400);
  });

  it('has a row for each line, the least slack first, with its steps planned, forecast and done', async () => {
    const order = await planned([120, 10]);
    const late = order.lines[1]!;
    await me().put(`/order-lines/${late.id}/milestones/yarnBooked/`, { actualOn: TODAY });

    const { results } = await grid(`orderId=${order.id}`);

    expect(results.map(({ lineLabel }) => lineLabel)).toEqual(['MT-1 · Shade 2', 'MT-1 · Shade 1']);
    const [first] = results;
    expect([first?.urgency, first?.etd, first?.closed]).toEqual(['late', inDays(10), false]);
    expect(first?.steps).toHaveLength(22);
    const step = (key: string) => first?.steps.find(({ milestone }) => milestone === key);
    expect(step('yarnBooked')).toMatchObject({ actualOn: TODAY, forecastOn: null, slackDays: null, critical: false });
    const deciding = step(first?.chain.at(-1)?.key ?? '');
    expect(deciding).toMatchObject({ actualOn: null, critical: true });
    expect(Math.min(...first!.steps.map(({ slackDays }) => slackDays ?? 0))).toBe(first!.slackDays);
    expect(deciding?.forecastOn?.localeCompare(inDays(10))).toBe(1);
  });

  it('is narrowed to what is still to leave, by its ETD, and by who holds it up', async () => {
    const order = await planned([40, 80]);
    const of = `orderId=${order.id}`;
    const labels = async (query: string) => (await grid(`${of}&${query}`)).results.map(({ lineLabel }) => lineLabel);
    expect(await labels(`etdFrom=${inDays(50)}&etdTo=${inDays(80)}`)).toEqual(['MT-1 · Shade 2']);
    const { holder } = (await grid(of)).results[0]!.chain[0]!;
    expect(await labels(`holder=${holder}`)).toEqual(['MT-1 · Shade 1', 'MT-1 · Shade 2']);
    expect(await labels(`holder=${holder === 'bank' ? 'lab' : 'bank'}`)).toEqual([]);

    await me().post(`/order-lines/${order.lines[0]!.id}/status/`, { status: 'archived' });
    expect(await labels('standing=open')).toEqual(['MT-1 · Shade 2']);
    expect((await grid(`${of}&standing=closed`)).results).toMatchObject([
      { lineLabel: 'MT-1 · Shade 1', closed: true },
    ]);
  });

  it('takes three statements, however many lines', async () => {
    const order = await planned([40, 60, 80]);
    const { statements } = await statementsDuring(() => grid(`orderId=${order.id}`));
    expect(statements).toHaveLength(3);
  });
});

describe('the list of orders', () => {
  interface Listed {
    lines: { plan: { slackDays: number; urgency: string; forecastOn: string; strip: string } | null }[];
  }
  const listed = async (id: string) => {
    const { body } = await me().get<{ results: (Listed & { id: string })[] }>('/orders/?pageSize=50');
    return body.results.find((order) => order.id === id)!.lines.map(({ plan }) => plan);
  };

  it('tells of each line how it stands by its plan, with a letter for each step', async () => {
    const order = await planned([120, 10]);
    const late = order.lines[1]!;
    await me().put(`/order-lines/${late.id}/milestones/yarnBooked/`, { actualOn: TODAY });

    const [fine, behind] = await listed(order.id);

    const grown = await grid(`orderId=${order.id}`);
    expect(behind).toMatchObject({ slackDays: grown.results[0]!.slackDays, urgency: 'late' });
    expect(behind?.strip).toMatch(/^[dlco]{22}$/);
    expect(behind?.strip.startsWith('d')).toBe(true);
    expect(behind?.strip.match(/l/g)).toHaveLength(
      grown.results[0]!.steps.filter(({ slackDays }) => (slackDays ?? 0) < 0).length,
    );
    expect(fine?.urgency).toBe('fine');
    expect(fine?.strip).toMatch(/^[co]{22}$/);
    expect(fine?.strip.match(/c/g)).toHaveLength(grown.results[1]!.chain.length);
  });

  it('marks the step that was refused until it is done, however late it is', async () => {
    const order = await planned([10]);
    const step = `/order-lines/${order.lines[0]!.id}/milestones/yarnBooked/`;
    const first = async () => (await listed(order.id))[0]!.strip[0];
    expect(await first()).toBe('l');
    expect((await me().put(step, { state: 'rejected' })).status).toBe(200);
    expect(await first()).toBe('r');
    await me().put(step, { actualOn: TODAY });
    expect(await first()).toBe('d');
  });

  it('counts the planned lines of an order, with an ETD or without', async () => {
    const order = await planned([20, 30]);
    const count = async (id: string) => (await me().get<{ plannedLineCount: number }>(`/orders/${id}/`)).body;
    expect(await count(order.id)).toMatchObject({ plannedLineCount: 2 });
    expect(await count((await house.given.order()).id)).toMatchObject({ plannedLineCount: 0 });
  });

  it('says nothing of a line without a plan', async () => {
    const { id } = await house.given.order();
    expect((await listed(id)).every((plan) => plan === null)).toBe(true);
  });
});
