import type { APIRequestContext } from '@playwright/test';
import { expect, expectAccessible, people, signIn, test } from './fixtures';

/** Numbers that a house knows once, so that the test can be made again in the same house. */
const mark = String(Date.now()).slice(-7);

interface Person {
  id: string;
  send: <T>(path: string, data: object) => Promise<T>;
  /** The answer as text. */
  read: (path: string) => Promise<string>;
}

/** What somebody did before the test begins. */
async function signedIn(request: APIRequestContext, who: keyof typeof people): Promise<Person> {
  const login = await request.post('/api/v1/auth/login/', { data: people[who] });
  const { access, user } = (await login.json()) as { access: string; user: { id: string } };
  const headers = { Authorization: `Bearer ${access}` };
  return {
    id: user.id,
    read: async (path) => (await request.get(`/api/v1${path}`, { headers })).text(),
    send: async <T>(path: string, data: object) => {
      const answer = await request.post(`/api/v1${path}`, { data, headers });
      expect(answer.ok(), await answer.text()).toBe(true);
      return (answer.status() === 204 ? null : await answer.json()) as T;
    },
  };
}

const order = (orderNumber: string) => ({
  orderNumber,
  customerName: 'ANABIA',
  fabricType: 'Single jersey',
  styles: [
    {
      styleNumber: 'MT-2291',
      lines: [
        { colorName: 'White', quantity: '44640', unit: 'pieces', etd: '2027-01-05' },
        { colorName: 'Black', quantity: '20040', unit: 'pieces', etd: '2027-01-09' },
      ],
    },
  ],
});

test('a change is undone in the toast, a line comes back from the trash', async ({ page, request }) => {
  test.setTimeout(120_000);
  const merchandiser = await signedIn(request, 'merchandiser');
  const { id } = await merchandiser.send<{ id: string }>('/orders/', order(`PO-U${mark}`));
  await signIn(page, 'merchandiser', `/orders/${id}`);
  const black = page.getByRole('row', { name: /Black/ }).first();

  await test.step('a change of a line is taken back by the Undo of its toast', async () => {
    await expect(black).toContainText('20,040');
    await black.getByRole('button', { name: /More/ }).click();
    await page.getByRole('menuitem', { name: /Edit/ }).click();
    const drawer = page.getByRole('dialog', { name: /Edit|Black/ });
    await drawer.getByLabel('Quantity').fill('21000');
    await drawer.getByRole('button', { name: 'Save' }).click();
    await expect(black).toContainText('21,000');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(page.getByText(/^Undone: you changed the quantity of Black/)).toBeVisible();
    await expect(black).toContainText('20,040');
  });

  await test.step('Ctrl+Z takes that back as well, and the activity offers to', async () => {
    await page.locator('main').focus();
    await page.keyboard.press('Control+z');
    await expect(black).toContainText('21,000');
    await page.getByRole('tab', { name: /^Activity/ }).click();
    await page.getByRole('tabpanel').getByRole('button', { name: /^Undo/ }).first().click();
    const asked = page.getByRole('dialog', { name: 'Undo this change?' });
    await expect(asked.getByRole('listitem')).toHaveText(/^changed the quantity of Black/);
    await expectAccessible(page);
    await asked.getByRole('button', { name: 'Undo it' }).click();
    await expect(page.getByText('Undone since.').first()).toBeVisible();
  });

  await test.step('a deleted line lies in the trash, and comes back', async () => {
    await page.getByRole('tab', { name: /^Lines/ }).click();
    await black.getByRole('button', { name: /More/ }).click();
    await page.getByRole('menuitem', { name: /Delete/ }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete line' }).click();
    await expect(page.getByText('MT-2291 · Black is in the trash.')).toBeVisible();
    await page.goto(`/trash?orderId=${id}`);
    await expect(page.getByRole('row', { name: /MT-2291 · Black/ })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Restore MT-2291 · Black' }).click();
    await page.getByRole('button', { name: 'Show the order' }).click();
    await expect(black).toContainText('20,040');
  });
});

test('who may not delete an order asks who made it, and the request outlives the order', async ({
  page,
  request,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const [manager, merchandiser] = [await signedIn(request, 'manager'), await signedIn(request, 'merchandiser')];
  const orderNumber = `PO-D${mark}`;
  const { id } = await manager.send<{ id: string }>('/orders/', order(orderNumber));
  await manager.send(`/orders/${id}/assignment/`, { merchandiserId: merchandiser.id });

  await test.step('the merchandiser asks', async () => {
    await signIn(page, 'merchandiser', `/orders/${id}`);
    await page.getByRole('button', { name: 'More about this order' }).click();
    await page.getByRole('menuitem', { name: 'Delete order…' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete order' }).click();
    const asking = page.getByRole('dialog', { name: `Ask for ${orderNumber} to be deleted` });
    await asking.getByLabel('Why').fill('Entered twice.');
    await expectAccessible(page);
    await asking.getByRole('button', { name: 'Ask', exact: true }).click();
    await expect(page.getByText(new RegExp(`will be asked to delete ${orderNumber}`))).toBeVisible();
    const banner = page.getByRole('region', { name: 'Request to delete this order' });
    await expect(banner).toContainText('You ask for this order to be deleted: “Entered twice.”');
    await expect(banner.getByRole('button', { name: 'Withdraw' })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('who made it reads the question in the inbox, and answers there', async () => {
    await expect
      .poll(() => manager.read(`/notifications/?orderId=${id}`), { timeout: 30_000 })
      .toContain(`asks you to delete order ${orderNumber}`);
    const other = await browser.newPage({ baseURL });
    await signIn(other, 'manager', '/inbox');
    const notice = other.getByRole('listitem').filter({ hasText: `asks you to delete order ${orderNumber}` });
    await notice.getByRole('button', { name: 'Delete it' }).click();
    const answering = other.getByRole('dialog', { name: `Delete order ${orderNumber}?` });
    await answering.getByLabel('Note').fill('Yes.');
    await answering.getByRole('button', { name: 'Delete order' }).click();
    await expect(notice.getByText('Approved')).toBeVisible();
    await other.close();
  });

  await test.step('the order is in the trash, and the request remains', async () => {
    await page.goto(`/orders/${id}`);
    await expect(page.getByText(`Order ${orderNumber} is in the trash`).last()).toBeVisible();
    await expectAccessible(page);
    await page.goto(`/deletion-requests?search=${orderNumber}`);
    const row = page.getByRole('row', { name: new RegExp(orderNumber) });
    await expect(row).toContainText('Approved');
    await expect(row).toContainText('“Yes.”');
    await expectAccessible(page);
  });
});
