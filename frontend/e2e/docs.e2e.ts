import { expect, people, test } from './fixtures';

// ReDoc takes the whole document apart before it shows it: seconds here, many of them on a busy machine.
test.describe.configure({ timeout: 180_000 });

/** The hosts that a page asks; nothing of the documentation may come from elsewhere. */
const hostsOf = (requests: readonly string[]) => [
  ...new Set(requests.filter((url) => url.startsWith('http')).map((url) => new URL(url).host)),
];

test('Swagger UI is signed in once, and then tries any operation', async ({ page, request, baseURL }) => {
  const asked: string[] = [];
  page.on('request', (each) => asked.push(each.url()));
  const signedIn = await request.post('/api/v1/auth/login/', { data: people.manager });
  const { access } = (await signedIn.json()) as { access: string };

  await page.goto('/api/docs/');
  await page.getByRole('button', { name: 'Authorize' }).first().click();
  const asking = page.locator('.auth-container');
  await asking.getByRole('textbox').fill(access);
  await asking.getByRole('button', { name: 'Apply credentials' }).click();
  await asking.getByRole('button', { name: 'Close' }).click();

  for (const [tag, operation] of [
    ['orders', 'listOrders'],
    ['samples', 'listSamples'],
  ] as const) {
    await page.locator(`.opblock-tag[data-tag="${tag}"]`).click();
    const block = page.locator(`#operations-${tag}-${operation}`);
    await block.locator('.opblock-summary-control').click();
    await block.getByRole('button', { name: 'Execute' }).click();
    await expect(block.locator('.live-responses-table .response .response-col_status')).toContainText('200', {
      timeout: 60_000,
    });
  }
  expect(hostsOf(asked)).toEqual([new URL(baseURL ?? '').host]);
});

test('ReDoc shows the operations, all from this server', async ({ page, baseURL }) => {
  const asked: string[] = [];
  page.on('request', (each) => asked.push(each.url()));
  await page.goto('/api/redoc/');
  // By tag: to ask each of 300,000 nodes for its role and its name takes longer than to draw them.
  await expect(page.locator('h1', { hasText: 'Provabook API' })).toBeVisible({ timeout: 120_000 });
  await expect(page.locator('h2', { hasText: 'List orders with their lines' })).toBeAttached();
  await page.waitForLoadState('networkidle');
  expect(hostsOf(asked)).toEqual([new URL(baseURL ?? '').host]);
});
