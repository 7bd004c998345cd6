import { expect, expectAccessible, people, signIn, test } from './fixtures';

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

test('an admin looks at a sweep of the files that was held, and releases it', async ({ page }) => {
  const unused = page.getByText('Unused for more than a day').locator('xpath=following-sibling::*');
  await signIn(page, 'admin');
  await page.goto('/admin');
  await page.getByRole('button', { name: 'Compare now' }).click();
  await expect(unused).toHaveText('None');

  const state = '**/api/v1/administration/storage/state/';
  let seenSweepId = '';
  await page.route(state, async (route) => {
    const real = await (await route.fetch()).json();
    seenSweepId = real.lastSweep.id;
    const found = { listed: 1250, listedBytes: 52_428_800, unknown: 0, unused: 1013, unusedBytes: 41_943_040 };
    await route.fulfill({
      json: { ...real, running: null, lastSweep: { ...real.lastSweep, state: 'held', ...found } },
    });
  });
  await page.reload();
  await expect(page.getByRole('region', { name: 'Nothing was deleted' })).toContainText(
    '1,013 of 1,250 files (40.0 MB)',
  );
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Delete what is unused' }).click();
  const begun = page.waitForResponse(/\/storage\/sweeps\/$/);
  await page.unroute(state);
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete 1,013 files' }).click();
  const answer = await begun;
  expect([answer.status(), answer.request().postDataJSON()]).toEqual([202, { deletes: true, seenSweepId }]);
  await expect(page.getByText('The files are looked through now.')).toBeVisible();
  // The house itself has none: what it found stands there once it has looked.
  await expect(page.getByRole('region', { name: 'Nothing was deleted' })).toHaveCount(0);
  await expect(unused).toHaveText('None');
});
