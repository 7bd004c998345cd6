import { expect, people, test } from './fixtures';

// Swagger UI takes the contract apart before it shows it: seconds here, many of them on a busy machine.
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

test('ReDoc shows the operations, part by part, all from this server', async ({ page, baseURL }) => {
  const asked: string[] = [];
  page.on('request', (each) => asked.push(each.url()));
  await page.goto('/api/redoc/');
  await expect(page.getByRole('heading', { name: 'List orders with their lines' })).toBeAttached({ timeout: 60_000 });
  await page.getByLabel('Part of the API').selectOption('samples');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(
    page.getByRole('heading', { name: 'Record that the buyer approved; its line’s gate is told' }),
  ).toBeAttached({ timeout: 60_000 });
  await expect(page.getByLabel('Part of the API')).toHaveValue('samples');
  await page.waitForLoadState('networkidle');
  expect(hostsOf(asked)).toEqual([new URL(baseURL ?? '').host]);
});

test('the contract is handed out whole or in parts, and there are no others', async ({ request }) => {
  const addresses = async (query: string) => {
    const { paths } = (await (await request.get(`/api/schema/${query}`)).json()) as { paths: object };
    return Object.keys(paths);
  };
  const [whole, part] = [await addresses(''), await addresses('?part=tasks')];
  expect(part).toContain('/api/v1/tasks/');
  expect(part.filter((address) => !address.includes('/tasks/'))).toEqual([]);
  expect(whole).toEqual(expect.arrayContaining([...part, '/api/v1/orders/']));
  const inOne = await (await request.get('/api/redoc/?part=all')).text();
  expect(inOne).toContain('<redoc spec-url="/api/schema/">');
  for (const page of ['/api/schema/', '/api/redoc/']) {
    const none = await request.get(`${page}?part=%3Cscript%3E`);
    expect(await none.json()).toMatchObject({ status: 404, code: 'part_of_the_contract.not_found' });
  }
});
