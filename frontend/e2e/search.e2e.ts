import { expect, expectAccessible, people, signIn, test } from './fixtures';

/** An order of the house that is signed in, by its number. */
async function someOrder(request: import('@playwright/test').APIRequestContext, baseURL: string) {
  const at = (path: string) => new URL(`/api/v1${path}`, baseURL).href;
  const { access } = (await (await request.post(at('/auth/login/'), { data: people.merchandiser })).json()) as {
    access: string;
  };
  const answer = await request.get(at('/orders/?pageSize=1'), { headers: { Authorization: `Bearer ${access}` } });
  const { results } = (await answer.json()) as { results: { orderNumber: string; customerName: string }[] };
  return results[0] ?? { orderNumber: '', customerName: '' };
}

test('a known order is opened in three actions, without a pointer', async ({ page, request, baseURL }) => {
  const { orderNumber } = await someOrder(request, baseURL ?? '');
  await signIn(page, 'merchandiser');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('combobox', { name: 'Search everything' })).toBeFocused();
  await page.keyboard.insertText(orderNumber);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: orderNumber })).toBeVisible();
});

test('the palette finds what was mistyped, steps into an order and back', async ({ page, request, baseURL }) => {
  const { orderNumber, customerName } = await someOrder(request, baseURL ?? '');
  await signIn(page, 'merchandiser');
  await page.keyboard.press('/');
  const box = page.getByRole('combobox', { name: 'Search everything' });
  await expectAccessible(page);

  const [last, before] = [orderNumber.at(-1), orderNumber.at(-2)];
  await box.fill(`${orderNumber.slice(0, -2)}${last}${before}`);
  await expect(page.getByRole('option').filter({ hasText: orderNumber }).first()).toBeVisible();
  await box.fill(customerName);
  await expect(page.getByRole('group', { name: 'Orders' }).getByRole('option').first()).toBeVisible();
  await expectAccessible(page);

  await box.fill(orderNumber);
  await expect(page.getByRole('option', { selected: true })).toContainText(orderNumber);
  await expect(page.getByRole('status').filter({ hasText: 'result' })).toBeAttached();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('combobox', { name: `What to open of ${orderNumber}` })).toBeFocused();
  await page.keyboard.press('Backspace');
  await expect(page.getByRole('button', { name: 'Back' })).toBeHidden();
  await box.fill('qqxzzq');
  await expect(page.getByText('Nothing on your orders matches', { exact: false })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true });

  test('the palette has the screen to itself', async ({ page }) => {
    await signIn(page, 'manager');
    await page.getByRole('button', { name: 'Search everything' }).tap();
    await page.getByRole('combobox', { name: 'Search everything' }).fill('jersy');
    await expect(page.getByRole('group', { name: 'Orders' }).getByRole('option').first()).toBeVisible();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.getByRole('group', { name: 'Orders' }).getByRole('option').first().tap();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});
