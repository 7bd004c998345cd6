import type { APIRequestContext } from '@playwright/test';
import { expect, expectAccessible, people, signIn, test } from './fixtures';

const mark = String(Date.now()).slice(-6);
const orderNumber = `SPLIT-${mark}`;

test('a running line is split with a revision, and taken back', async ({ page, request, baseURL }) => {
  test.setTimeout(90_000);
  const orderId = await runningOrder(request, baseURL ?? '');
  await signIn(page, 'merchandiser');
  await page.goto(`/orders/${orderId}`);
  const rows = page.getByRole('row', { name: /White.*\syd/ });

  await test.step('how much goes on by itself, and when', async () => {
    await page.getByRole('button', { name: 'More about WD-9 · White' }).click();
    await page.getByRole('menuitem', { name: 'Split…' }).click();
    const question = page.getByRole('dialog', { name: 'Split WD-9 · White' });
    await question.getByLabel(/^Quantity of the new part/).fill('5,000');
    await question.getByRole('button', { name: 'Split line' }).click();
    await expect(question.getByText(/split off less than that, so that something stays/)).toBeVisible();
    await question.getByLabel(/^Quantity of the new part/).fill('2,000');
    await expect(question.getByText(/^3,000\syd stay on this line, 2,000\syd go on/)).toBeVisible();
    await question.getByLabel('ETD of the new part').fill('2027-03-01');
    await expectAccessible(page);
    await question.getByRole('button', { name: 'Split line' }).click();
  });

  await test.step('what was agreed takes a reason', async () => {
    const revision = page.getByRole('dialog', { name: 'What this changes on WD-9 · White' });
    await expect(revision.getByText('Split off')).toBeVisible();
    await expectAccessible(page);
    await revision.getByLabel(/^Reason/).fill('The buyer takes the rest in March.');
    await revision.getByLabel(/^Agreed by/).fill('Anna Berg');
    await revision.getByRole('button', { name: 'Save revision' }).click();
    await expect(revision).toBeHidden();
  });

  await test.step('both parts stand below one another, and add up', async () => {
    await expect(rows).toHaveCount(2);
    await expect(rows.nth(0)).toContainText('3,000');
    await expect(rows.nth(1)).toContainText(/Part 2.*2,000/);
    await expect(rows.nth(1)).toContainText('1 Mar 2027');
  });

  await test.step('undone, the line is whole again', async () => {
    await page.getByRole('tab', { name: 'Activity' }).click();
    const entry = page.getByRole('listitem').filter({ hasText: /split White: 2,000 yd go on as/ });
    await expect(entry).toBeVisible();
    await entry.getByRole('button', { name: /^Undo/ }).click();
    const question = page.getByRole('dialog');
    await question.getByRole('button', { name: /^Undo/ }).click();
    await expect(question).toBeHidden();
    await page.getByRole('tab', { name: /^Lines/ }).click();
    await expect(rows).toHaveCount(1);
    await expect(rows.first()).toContainText('5,000');
  });
});

/** 5,000 yd of White, running. */
async function runningOrder(request: APIRequestContext, base: string): Promise<string> {
  const api = `${base}/api/v1`;
  const signedIn = await request.post(`${api}/auth/login/`, { data: people.merchandiser });
  const headers = { authorization: `Bearer ${((await signedIn.json()) as { access: string }).access}` };
  const line = { colorName: 'White', quantity: '5000', unit: 'yards', provaPrice: '1.50', etd: '2027-01-20' };
  const made = await request.post(`${api}/orders/`, {
    headers,
    data: {
      orderNumber,
      customerName: 'ANABIA',
      fabricType: 'Poplin',
      styles: [{ styleNumber: 'WD-9', lines: [line] }],
    },
  });
  const { id } = (await made.json()) as { id: string };
  await request.post(`${api}/orders/${id}/line-statuses/`, { headers, data: { status: 'running' } });
  return id;
}
