import { expect, expectAccessible, signIn, test } from './fixtures';

/** A day from today on, as a date field takes it; the house's day. */
const inDays = (days: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Dhaka' }).format(Date.now() + days * 86_400_000);

test('yarn that comes late raises one alert that names the chain, and its actual day clears it', async ({
  page,
  request,
  baseURL,
}) => {
  type Row = Record<string, string>;
  const url = (path: string) => new URL(`/api/v1${path}`, baseURL).href;
  const sign = async (role: 'manager' | 'merchandiser') => {
    const data = { email: `${role}@provabook.com`, password: role === 'manager' ? 'Manager@123' : 'Merchandiser@123' };
    const { access } = (await (await request.post(url('/auth/login/'), { data })).json()) as Row;
    return { Authorization: `Bearer ${access}` };
  };
  const headers = await sign('merchandiser');
  const asManager = await sign('manager');
  const number = `YARN-${Date.now()}`;
  const made = await request.post(url('/orders/'), {
    headers,
    data: {
      orderNumber: number,
      customerName: 'Late yarn',
      fabricType: 'Single jersey',
      orderType: 'local',
      styles: [
        { styleNumber: 'YL-1', lines: [{ colorName: 'White', quantity: '400', unit: 'pieces', etd: inDays(90) }] },
      ],
    },
  });
  const order = (await made.json()) as { id: string; styles: { lines: { id: string }[] }[] };
  const line = `/order-lines/${order.styles[0]!.lines[0]!.id}`;
  const plan = async (method: 'get' | 'post') =>
    (await (await request[method](url(`${line}/plan/`), { headers })).json()) as {
      slackDays: number;
      steps: { milestone: string }[];
    };
  const { slackDays } = await plan('post');
  expect(slackDays).toBeGreaterThan(0);
  // Its yarn is booked only today, and the line leaves so soon that this is too late.
  const write = (step: string, data: object) => request.put(url(`${line}/milestones/${step}/`), { headers, data });
  for (const step of ['labDipSubmitted', 'labDipApproved']) await write(step, { actualOn: inDays(-2) });
  await write('yarnBooked', { actualOn: inDays(0) });
  let spare = (await plan('get')).slackDays;
  for (let etd = 90; spare >= 0;) {
    etd -= Math.max(spare, 3);
    await request.patch(url(`${line}/`), { headers, data: { etd: inDays(etd) } });
    const before = spare;
    await expect.poll(async () => (spare = (await plan('get')).slackDays), { timeout: 20_000 }).not.toBe(before);
  }

  await signIn(page, 'manager', `/alerts?search=${number}&rule=plan_late`);
  const late = page.getByRole('link', { name: new RegExp(`White of ${number} will be \\d+ working days? late`) });
  await expect(late).toBeVisible({ timeout: 30_000 });
  await expect(late).toHaveCount(1);
  await expect(page.getByText(/What decides it: .*Yarn received \(the mill/)).toBeVisible();
  await expectAccessible(page);
  const notices = async () => {
    const found = await request.get(url(`/notifications/?orderId=${order.id}&notificationType=alert.plan_late`), {
      headers: asManager,
    });
    return ((await found.json()) as { results: Row[] }).results.map(({ title }) => title);
  };
  await expect.poll(notices, { timeout: 20_000 }).toHaveLength(1);

  // The mill had it in its store: it is there today.
  await write('yarnReceived', { actualOn: inDays(0) });
  await expect(page.getByText('No alert fits all of this')).toBeVisible({ timeout: 40_000 });
  await page.goto('/inbox?about=alerts');
  await expect(page.getByText(`Order ${number}: White is no longer late by its plan.`)).toBeVisible({
    timeout: 20_000,
  });
});
