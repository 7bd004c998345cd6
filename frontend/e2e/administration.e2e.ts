import { expect, people, signIn, test } from './fixtures';

test('an admin finds out who did what, and signs somebody out elsewhere', async ({ page, browser, baseURL }) => {
  const elsewhere = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
  await signIn(elsewhere, 'merchandiser');

  await signIn(page, 'admin', `/users?search=${people.merchandiser.email}`);
  const name = (await page.getByRole('button', { name: /^Actions for / }).getAttribute('aria-label'))!.slice(12);
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Where signed in' }).click();
  await page.getByRole('button', { name: 'Sign out everywhere', exact: true }).click();
  await expect(page.getByText('Nowhere', { exact: true })).toBeVisible();
  await expect(async () => {
    await elsewhere.goto('/profile');
    await expect(elsewhere).toHaveURL(/\/sign-in/, { timeout: 1_000 });
  }).toPass({ timeout: 15_000 });

  await page.goto('/admin');
  await expect(page.getByRole('listitem').filter({ hasText: 'database' })).toContainText('Works');
  await page.getByRole('link', { name: 'Audit', exact: true }).click();
  await page.getByRole('searchbox').fill('sessions_ended');
  const row = page.getByRole('table', { name: 'Audit' }).getByRole('row').nth(1);
  await row.getByRole('button').click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: 'All of this request', exact: true }).click();
  await expect(page).toHaveURL(/requestId=/);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV', exact: true }).click();
  expect((await download).suggestedFilename()).toMatch(/^audit \d{4}-\d\d-\d\d\.csv$/);

  await page.goto('/admin/access');
  await expect(page.getByRole('row', { name: /User: manage/ })).toContainText('House');
});
