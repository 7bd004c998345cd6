import { addDays, today } from '../../src/platform/values/day';
import { House } from '../support/house';
import { statementsDuring } from '../support/statements';

const TODAY = today('Asia/Dhaka');
const inDays = (days: number) => addDays(TODAY, days);

interface Calendar {
  days: {
    day: string;
    total: number;
    entries: { kind: string; orderId: string; title: string | null; holder: string | null; lines: number }[];
  }[];
}
interface Problem {
  errors: Record<string, string[]>;
}

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const me = () => house.as('merchandiser');
const read = async (query: string, who = me()) => {
  const { status, body } = await who.get<Calendar & Problem>(`/calendar/?${query}`);
  return status === 200 ? body.days : body.errors;
};
const between = (from: number, to: number) => `from=${inDays(from)}&to=${inDays(to)}`;

/** An order whose two lines leave in so many days, with a plan on the first. */
async function anOrder(leavesIn: number, whose: 'merchandiser' | 'colleague' = 'merchandiser') {
  const etd = inDays(leavesIn);
  const lines = ['White', 'Black'].map((colorName) => ({ colorName, quantity: '400', unit: 'pieces', etd }));
  const order = await house.given.order({ orderType: 'local', styles: [{ styleNumber: 'MT-1', lines }] }, whose);
  await house.as(whose).post(`/order-lines/${order.lines[0]!.id}/plan/`);
  return order;
}

describe('the calendar', () => {
  it('is for who has signed in, and shows a merchandiser their own orders alone', async () => {
    const mine = await anOrder(300);
    const other = await anOrder(300, 'colleague');
    expect((await house.anonymous.get(`/calendar/?${between(0, 30)}`)).status).toBe(401);
    const ordersOn = async (who = me(), more = '') => {
      const days = (await read(`${between(300, 300)}&kind=etd${more}`, who)) as Calendar['days'];
      return days.flatMap(({ entries }) => entries.map(({ orderId }) => orderId)).sort();
    };
    expect(await ordersOn()).toEqual([mine.id]);
    expect(await ordersOn(house.as('manager'))).toEqual([mine.id, other.id].sort());
    const { merchandiser } = (await me().get<{ merchandiser: { id: string } }>(`/orders/${mine.id}/`)).body;
    expect(await ordersOn(house.as('manager'), `&merchandiserId=${merchandiser.id}`)).toEqual([mine.id]);
  });

  it('refuses days in the wrong order, too many of them, and what is no day or kind', async () => {
    expect(await read(between(5, 4))).toEqual({ to: ['The last day lies before the first.'] });
    expect(await read(between(0, 62))).toEqual({ to: ['A calendar is read for at most 62 days.'] });
    expect(Object.keys(await read('from=soon&to=later&kind=party'))).toEqual(['from', 'to', 'kind']);
  });

  it('has ETDs, the dates of LCs, tasks and due steps on their days, the most binding first', async () => {
    const [leaves = 0] = [200, 201, 202].filter((days) => ![5, 6].includes(new Date(inDays(days)).getUTCDay()));
    const order = await anOrder(leaves); // no day of rest: the last step is due on it
    await me().post('/tasks/', { orderId: order.id, title: 'Book the vessel', dueDate: inDays(leaves) });
    const credit = {
      orderId: order.id,
      lcNumber: 'DC-7741',
      amount: '9000',
      currency: 'USD',
      issuingBank: 'City Bank',
    };
    const days = { issueDate: TODAY, latestShipmentDate: inDays(190), expiryDate: inDays(leaves) };
    expect((await me().post('/financials/letters-of-credit/', { ...credit, ...days })).status).toBe(201);
    const [last] = (await read(between(leaves, leaves))) as Calendar['days'];
    expect(last?.entries).toMatchObject([
      { kind: 'lc_expiry', orderId: order.id, title: 'DC-7741', lines: 0 },
      { kind: 'etd', orderId: order.id, title: null, lines: 2 },
      { kind: 'task', orderId: order.id, title: 'Book the vessel', lines: 0 },
      { kind: 'step', orderId: order.id, title: 'Ex-factory', lines: 1 },
    ]);
    const [shipment] = (await read(`${between(190, 190)}&kind=lc_latest_shipment`)) as Calendar['days'];
    expect(shipment?.entries).toMatchObject([{ title: 'DC-7741' }]);
    await me().patch(`/order-lines/${order.lines[0]!.id}/`, { eta: inDays(212) });
    const both = (await read(`${between(190, 212)}&kind=etd&kind=eta`)) as Calendar['days'];
    expect(both.flatMap(({ day, entries }) => entries.map(({ kind, lines }) => `${day} ${kind} ${lines}`))).toEqual([
      `${inDays(leaves)} etd 2`,
      `${inDays(212)} eta 1`,
    ]);
  });

  it('shows the first of a day, says how many there are, and leaves out what is done', async () => {
    const order = await anOrder(240);
    const titles = ['One', 'Two', 'Three'];
    for (const title of titles) await me().post('/tasks/', { orderId: order.id, title, dueDate: inDays(230) });
    const tasks = async (perDay: number) =>
      ((await read(`${between(230, 230)}&kind=task&perDay=${perDay}`)) as Calendar['days'])[0];
    const [few, all] = [await tasks(2), await tasks(200)];
    expect([few?.total, few?.entries.length, all?.entries.length]).toEqual([3, 2, 3]);

    await me().post(`/order-lines/${order.lines[0]!.id}/status/`, { status: 'archived' });
    const [left] = (await read(`${between(240, 240)}&kind=etd`)) as Calendar['days'];
    expect(left?.entries).toMatchObject([{ orderId: order.id, lines: 1 }]);
    expect(await read(`${between(240, 240)}&kind=step`)).toEqual([]);
  });

  it('says of the whole house what it says to who has all of it', async () => {
    await house.withoutOrders();
    for (const leavesIn of [30, 34, 34, 90]) await anOrder(leavesIn);
    const trashed = await anOrder(34);
    await me().delete(`/orders/${trashed.id}/`);
    for (const more of ['', '&perDay=2', '&kind=step&perDay=1', '&kind=etd'])
      expect(await read(`${between(-20, 40)}${more}`, house.as('manager'))).toEqual(
        await read(`${between(-20, 40)}${more}`),
      );
    const days = (await read(`${between(-20, 40)}&kind=step`, house.as('manager'))) as Calendar['days'];
    expect(days.some(({ total }) => total > 2)).toBe(true);
  });

  it('takes one statement', async () => {
    const { statements } = await statementsDuring(() => read(between(0, 40)));
    expect(statements).toHaveLength(1);
  });
});

describe('a link for a calendar programme', () => {
  interface Link {
    url: string | null;
    madeAt: string | null;
  }
  const linkOf = async (who = me()) => (await who.post<Link>('/calendar/link/')).body.url!;
  /** As a programme reads it: without a sign-in. */
  const fed = (url: string, more = '') =>
    house.anonymous.get<Problem & { code: string }>(
      `${new URL(url).pathname.replace('/api/v1', '')}${new URL(url).search}${more}`,
    );
  const ordersIn = (text: string) => [...text.matchAll(/^SUMMARY:ETD (\S+)/gm)].map(([, number]) => number).sort();

  it('is one’s own, and made only by who has signed in', async () => {
    expect((await house.anonymous.get('/calendar/link/')).status).toBe(401);
    expect((await house.anonymous.post('/calendar/link/')).status).toBe(401);
    expect((await house.anonymous.delete('/calendar/link/')).status).toBe(401);
    expect((await house.as('admin').get<Link>('/calendar/link/')).body).toEqual({ url: null, madeAt: null });
    const url = await linkOf();
    const { url: read, madeAt } = (await me().get<Link>('/calendar/link/')).body;
    expect([new URL(read!).search, Number.isNaN(Date.parse(madeAt!))]).toEqual([new URL(url).search, false]);
    expect((await house.as('colleague').get<Link>('/calendar/link/')).body.url).toBeNull();
  });

  it('shows what its person sees, as it is filtered, and no more', async () => {
    const [mine, other] = [await anOrder(120), await anOrder(120, 'colleague')];
    const { status, text, headers } = await fed(await linkOf(), '&kind=etd');
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'private, no-store',
    ]);
    expect(text).toContain(`DTSTART;VALUE=DATE:${inDays(120).replaceAll('-', '')}`);
    expect(ordersIn(text)).toContain(mine.orderNumber);
    expect(ordersIn(text)).not.toContain(other.orderNumber);
    expect(text).not.toContain('SUMMARY:Step due');
    const managers = await linkOf(house.as('manager'));
    expect(ordersIn((await fed(managers)).text)).toEqual(expect.arrayContaining([mine.orderNumber, other.orderNumber]));
    const ofOne = ordersIn((await fed(managers, `&merchandiserId=${house.ids.colleague}`)).text);
    expect([ofOne.includes(mine.orderNumber), ofOne.includes(other.orderNumber)]).toEqual([false, true]);
    expect(ordersIn((await fed(await linkOf(), `&merchandiserId=${house.ids.colleague}`)).text)).not.toContain(
      other.orderNumber,
    );
  });

  it('ends when it is ended, replaced, or its person leaves; a forged one opens nothing', async () => {
    const first = await linkOf();
    const second = await linkOf();
    expect([(await fed(first)).status, (await fed(second)).status]).toEqual([404, 200]);
    const [id, signature = ''] = new URL(second).searchParams.get('key')!.split('.');
    const otherLetter = signature.startsWith('A') ? 'B' : 'A';
    for (const key of [id, `${id}.`, `${id}.${otherLetter}${signature.slice(1)}`, `x.${signature}`, '%00.a'])
      expect((await house.anonymous.get(`/calendar/feed.ics?key=${key}`)).status).toBeGreaterThanOrEqual(400);
    expect((await fed(second, '&kind=party')).body.errors).toHaveProperty('kind');
    expect((await house.anonymous.get('/calendar/feed.ics')).status).toBe(400);

    expect((await me().delete('/calendar/link/')).status).toBe(204);
    expect((await fed(second)).status).toBe(404);
    expect((await me().delete('/calendar/link/')).status).toBe(204);

    const colleagues = await linkOf(house.as('colleague'));
    expect((await fed(colleagues)).status).toBe(200);
    await house.as('admin').patch(`/auth/users/${house.ids.colleague}/`, { isActive: false });
    expect((await fed(colleagues)).body.code).toBe('calendar.not_found');
  });

  it('is read in two statements', async () => {
    const url = await linkOf();
    const { statements } = await statementsDuring(() => fed(url));
    expect(statements).toHaveLength(2);
  });
});
