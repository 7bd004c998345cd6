import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { expect, expectAccessible, people, signIn, test } from './fixtures';

const mark = String(Date.now()).slice(-6);
const orderNumber = `TALK-${mark}`;
const title = `Get the lab dip approved ${mark}`;
const john = { email: 'john.smith@provabook.com', password: 'Merchandiser@123' };

test('a task is given, talked about, and done with its gate', async ({ page, browser, request, baseURL }) => {
  test.setTimeout(180_000);
  const { orderId, lineId, api } = await orderOfRina(request, baseURL ?? '');
  await signIn(page, 'merchandiser', `/orders/${orderId}`);
  const side = page.getByRole('complementary', { name: 'Tasks and Comments' });

  await test.step('Rina gives John a task that closes with the lab dip of White', async () => {
    await side.getByRole('button', { name: 'New task with day, person and gate' }).click();
    const drawer = page.getByRole('dialog', { name: 'New task' });
    await drawer.getByLabel('What is to be done').fill(title);
    await drawer.getByLabel('Who does it').selectOption({ label: 'John Smith' });
    await expect(drawer.getByText('John Smith does not see this order')).toBeVisible();
    await drawer.getByLabel('Priority').selectOption({ label: 'Urgent' });
    await drawer.getByLabel('Line', { exact: true }).selectOption({ label: 'TK-1 · White' });
    await drawer.getByLabel('Done when this gate is approved').selectOption({ label: 'Lab dip' });
    await expectAccessible(page);
    await drawer.getByRole('button', { name: 'Add task' }).click();
    await expect(page.getByText('John Smith has the task.')).toBeVisible();
    await expect(side.getByText('done when the lab dip is approved')).toBeVisible();
  });

  await test.step('she asks the manager in a comment, by keyboard alone; the draft survives a reload', async () => {
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('c');
    const box = side.getByLabel('Write a comment');
    await expect(box).toBeFocused();
    await page.keyboard.type('@tanv');
    await expect(page.getByRole('option', { name: 'Tanvir Ahmed', selected: true })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await page.keyboard.type('may John chase this one?');
    await page.reload();
    await expect(box).toHaveValue('@Tanvir Ahmed may John chase this one?');
    await box.press('Control+Enter');
    await expect(side.getByRole('article', { name: 'Comment of Rina Akter' })).toContainText(
      'may John chase this one?',
    );
    await expect(box).toHaveValue('');
    await expectAccessible(page);
  });

  await test.step('the manager is told that he was mentioned', async () => {
    const manager = await openFor(browser, people.manager);
    const notice = manager.getByRole('link', { name: `Rina Akter mentioned you on order ${orderNumber}.` });
    await expect(async () => {
      await manager.goto('/inbox?about=comments');
      await expect(notice).toBeVisible({ timeout: 2_000 }); // the worker has seen the comment
    }).toPass({ timeout: 20_000 });
    await manager.context().close();
  });

  const his = await openFor(browser, john);
  await test.step('John finds the notice, and the task on his day, but not the order', async () => {
    await his.goto('/inbox?about=tasks');
    await expect(his.getByRole('link', { name: `Rina Akter gave you a task on order ${orderNumber}.` })).toBeVisible();
    await his.goto('/');
    await expect(his.getByRole('button', { name: `Done: ${title}` })).toBeVisible();
    await expectAccessible(his);
    await his.getByRole('link', { name: title }).click();
    const drawer = his.getByRole('dialog', { name: title });
    await expect(drawer.getByText(orderNumber)).toBeVisible();
    await expect(drawer.getByRole('link')).toHaveCount(0);
    await his.goto(`/orders/${orderId}`);
    await expect(his.getByRole('heading', { level: 1 })).toHaveText(/not|no such/i);
  });

  await test.step('the lab dip is approved, and the task is done', async () => {
    await api.post(`/order-lines/${lineId}/approvals/`, { approvalType: 'labDip', status: 'approved' });
    await expect(async () => {
      await his.goto('/tasks?status=completed');
      await expect(his.getByRole('checkbox', { name: `Done: ${title}` })).toBeChecked({ timeout: 2_000 });
    }).toPass();
    await his.goto('/');
    await expect(his.getByRole('heading', { level: 2, name: 'My day' })).toBeVisible();
    await expect(his.getByRole('button', { name: `Done: ${title}` })).toHaveCount(0);
  });
  await his.context().close();
});

async function openFor(browser: Browser, who: { email: string; password: string }): Promise<Page> {
  const context = await browser.newContext({
    baseURL: process.env.E2E_BASE_URL,
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(who.email);
  await page.getByLabel('Password', { exact: true }).fill(who.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  return page;
}

/** An order of Rina's with one white line, and the API as she uses it. */
async function orderOfRina(request: APIRequestContext, baseURL: string) {
  const url = (path: string) => new URL(`/api/v1${path}`, baseURL).href;
  const session = (await (await request.post(url('/auth/login/'), { data: people.merchandiser })).json()) as {
    access: string;
  };
  const headers = { Authorization: `Bearer ${session.access}` };
  const api = { post: (path: string, data: object) => request.post(url(path), { headers, data }) };
  const answer = await api.post('/orders/', {
    orderNumber,
    customerName: 'NORDHAV',
    fabricType: 'Single jersey',
    styles: [{ styleNumber: 'TK-1', lines: [{ colorName: 'White', quantity: '1200', unit: 'kg' }] }],
  });
  const order = (await answer.json()) as { id: string; styles: { lines: { id: string }[] }[] };
  return { orderId: order.id, lineId: order.styles[0]?.lines[0]?.id ?? '', api };
}
