import type { APIRequestContext } from '@playwright/test';
import { expect, expectAccessible, people, signIn, test } from './fixtures';

const orderNumber = `TNA-${String(Date.now()).slice(-6)}`;
const etd = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);

test('time and action is seen on the order, written in the grid and found in the calendar', async ({
  page,
  request,
}) => {
  test.setTimeout(90_000);
  const orderId = await aPlannedOrder(request);
  await signIn(page, 'merchandiser', `/orders/${orderId}`);

  await test.step('the strip says what decides when the line leaves', async () => {
    const strip = page.getByRole('list', { name: /^Steps of PL-1/ });
    await strip.getByRole('button').first().click();
    const facts = page.getByRole('dialog');
    await expect(facts.getByRole('heading', { name: 'Yarn booked' })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
  });

  await test.step('a step is done where it stands in the grid', async () => {
    await page.goto(`/late/grid?search=${orderNumber}`);
    const cell = page.getByRole('grid').getByRole('button', { name: /^Yarn booked:/ });
    await cell.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: /^Yarn booked of PL-1/ })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(cell).toBeFocused();
    await page.keyboard.press('t');
    await expect(page.getByText(/^Yarn booked of PL-1 .* is saved/)).toBeVisible();
    await expect(cell).toHaveAccessibleName(/done/);
  });

  await test.step('the list of orders has its marks, the calendar its day', async () => {
    await page.goto(`/orders?search=${orderNumber}`);
    await expect(page.getByRole('img', { name: /^1 of 22 steps done/ })).toBeVisible();
    await page.goto(`/late/calendar?kind=etd&month=${etd}&day=${etd}`);
    await page
      .getByRole('dialog')
      .getByRole('link', { name: new RegExp(orderNumber) })
      .click();
    await expect(page.getByRole('heading', { level: 1, name: orderNumber })).toBeVisible();
  });
});

async function aPlannedOrder(request: APIRequestContext): Promise<string> {
  const signedIn = await request.post('/api/v1/auth/login/', { data: people.merchandiser });
  const headers = { Authorization: `Bearer ${((await signedIn.json()) as { access: string }).access}` };
  const lines = [{ colorName: 'White', quantity: '4000', unit: 'pieces', etd }];
  const order = { orderNumber, customerName: 'ANABIA', fabricType: 'Single jersey', orderType: 'local' };
  const data = { ...order, styles: [{ styleNumber: 'PL-1', lines }] };
  const made = (await (await request.post('/api/v1/orders/', { headers, data })).json()) as {
    id: string;
    styles: { lines: { id: string }[] }[];
  };
  await request.post(`/api/v1/order-lines/${made.styles[0]?.lines[0]?.id}/plan/`, { headers });
  return made.id;
}
