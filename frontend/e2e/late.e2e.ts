import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { expect, expectAccessible, people, signIn, test } from './fixtures';

const mark = String(Date.now()).slice(-6);
const orderNumber = `LATE-${mark}`;
const houseDay = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'Asia/Dhaka' });

test('yarn that comes five days late is heard of everywhere, until the mill has made up for it', async ({
  page,
  browser,
  request,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const { orderId, api } = await lineOnTime(request, baseURL ?? '');
  const manager = await openFor(browser);
  const lateLines = manager.getByRole('region', { name: 'At a glance' }).getByRole('link', { name: /Late lines/ });
  await manager.goto('/dashboard');
  const before = await countOf(lateLines);

  await test.step('Rina writes when the yarn really came, and sees at once that the line will be late', async () => {
    await signIn(page, 'merchandiser', `/orders/${orderId}?tab=plan`);
    const plan = page.getByRole('region', { name: 'Plan of LT-1 · White' });
    await expect(plan.getByRole('button', { name: /^At risk: / })).toBeVisible();
    await happened(page, 'Yarn received', houseDay(0));
    const chip = plan.getByRole('button', { name: /^Late: \d working days late\. Why\?$/ });
    await expect(chip).toBeVisible();
    await chip.click();
    await expect(page.getByRole('dialog', { name: 'Why LT-1 · White is late' })).toContainText('Knitting start · Mill');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
  });

  const title = new RegExp(`^LT-1 · White of ${orderNumber} will be \\d working days late\\.$`);
  await test.step('the manager is told once, with what came late and the chain that follows from it', async () => {
    await expect(async () => {
      await manager.goto('/inbox');
      await expect(manager.getByRole('link', { name: title })).toHaveCount(1, { timeout: 2_000 });
    }).toPass();
    const [alert, ...more] = await alertsOf(api);
    expect(more).toEqual([]);
    // Five days, of which one may be the mill's day off.
    expect(alert?.why).toMatch(
      /Yarn received \(the mill\) was [45] working days late: due on .*Knitting start \(the mill, .*Ex-factory \(us, /,
    );
  });

  await test.step('the lists, the figures and the sheet say the same', async () => {
    await manager.goto(`/late?search=${orderNumber}`);
    await expect(manager.getByRole('button', { name: /^Late: / })).toHaveCount(1);
    await manager.goto('/dashboard');
    await expect.poll(() => countOf(lateLines)).toBe(before + 1);
    expect(await sheetOf(api)).toMatch(new RegExp(`${orderNumber},.*,-\\d,Late,"Knitting start `));
  });

  await test.step('knitting began all the same: with its day entered the line is in time, and the alert is gone', async () => {
    await happened(page, 'Knitting start', houseDay(0));
    await expect(
      page.getByRole('region', { name: 'Plan of LT-1 · White' }).getByRole('button', { name: /^Late: / }),
    ).toHaveCount(0);
    await expect.poll(async () => (await alertsOf(api)).length).toBe(0);
    await manager.goto('/dashboard');
    await expect.poll(() => countOf(lateLines)).toBe(before);
    await manager.goto('/inbox');
    await expect(
      manager.getByRole('link', { name: `Order ${orderNumber}: White is no longer late by its plan.` }),
    ).toBeVisible();
    expect(await sheetOf(api)).not.toContain(',Late,');
  });
  await manager.context().close();
});

/** Writes in the plan that a step happened. */
async function happened(page: Page, step: string, day: string) {
  const plan = page.getByRole('region', { name: 'Plan of LT-1 · White' });
  await plan
    .getByRole('list', { name: 'Steps' })
    .getByRole('button', { name: new RegExp(`^${step}`) })
    .click();
  const dialog = page.getByRole('dialog', { name: `${step} of LT-1 · White` });
  await dialog.getByLabel('Happened on').fill(day);
  await dialog.getByRole('button', { name: 'Save step' }).click();
  await expect(dialog).toHaveCount(0);
}

async function countOf(link: ReturnType<Page['getByRole']>): Promise<number> {
  const text = await link.innerText();
  return Number(/\d+/.exec(text)?.[0]);
}

async function openFor(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    baseURL: process.env.E2E_BASE_URL,
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  await signIn(page, 'manager');
  return page;
}

type Api = Awaited<ReturnType<typeof apiOf>>;

async function apiOf(request: APIRequestContext, baseURL: string, who: keyof typeof people) {
  const url = (path: string) => new URL(`/api/v1${path}`, baseURL).href;
  const session = (await (await request.post(url('/auth/login/'), { data: people[who] })).json()) as { access: string };
  const headers = { Authorization: `Bearer ${session.access}` };
  const sent = async (answer: Awaited<ReturnType<APIRequestContext['get']>>) => {
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer;
  };
  return {
    get: async (path: string) => sent(await request.get(url(path), { headers })),
    post: async (path: string, data: object) => (await sent(await request.post(url(path), { headers, data }))).json(),
    put: async (path: string, data: object) => (await sent(await request.put(url(path), { headers, data }))).json(),
    patch: async (path: string, data: object) => (await sent(await request.patch(url(path), { headers, data }))).json(),
  };
}

async function alertsOf(api: Api): Promise<{ title: string; why: string }[]> {
  const answer = await api.get(`/alerts/?search=${orderNumber}`);
  return ((await answer.json()) as { results: { title: string; why: string }[] }).results;
}

const sheetOf = async (api: Api) => (await api.get(`/exports/csv/tna/?search=${orderNumber}`)).text();

/** An order of Rina's whose one line has not a day to spare: its yarn came five days ago, as planned. */
async function lineOnTime(request: APIRequestContext, baseURL: string) {
  const rina = await apiOf(request, baseURL, 'merchandiser');
  const manager = await apiOf(request, baseURL, 'manager');
  const after = (key: string) => [{ key, lag: 0 }];
  await manager.post('/tna-templates/', {
    name: `Slub ${mark}`,
    words: [`slub ${mark}`],
    steps: [
      { key: 'yarnReceived', holder: 'mill', days: 5 },
      { key: 'knittingStart', holder: 'mill', days: 8, after: after('yarnReceived') },
      { key: 'knittingComplete', holder: 'mill', days: 10, after: after('knittingStart') },
      { key: 'exFactory', holder: 'us', days: 2, after: after('knittingComplete') },
    ],
  });
  const order = (await rina.post('/orders/', {
    orderNumber,
    customerName: 'NORDHAV',
    orderType: 'local',
    fabricType: `Slub ${mark}`,
    styles: [{ styleNumber: 'LT-1', lines: [{ colorName: 'White', quantity: '1200', unit: 'kg', etd: houseDay(40) }] }],
  })) as { id: string; styles: { lines: { id: string }[] }[] };
  const line = `/order-lines/${order.styles[0]?.lines[0]?.id ?? ''}`;
  await rina.post(`${line}/plan/`, {});
  const onTime = houseDay(-5);
  await rina.put(`${line}/milestones/yarnReceived/`, { plannedOn: onTime, actualOn: onTime });
  const { forecastOn } = (await (await rina.get(`${line}/plan/`)).json()) as { forecastOn: string };
  await rina.patch(`${line}/`, { etd: forecastOn });
  await rina.post(`${line}/plan/`, { newBaseline: true });
  return { orderId: order.id, api: manager };
}
