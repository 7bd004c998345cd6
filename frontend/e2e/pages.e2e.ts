import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import { accessibilityFaults, contrastFaults } from './axe';
import { expect, people, signIn, test } from './fixtures';

interface Place {
  path: string;
  /** The page's one heading of the first rank. */
  h1: string | RegExp;
}

/** How one comes from page to page: by their addresses, each time into a new document, or by links in the one that is open. */
type Way = (page: Page, path: string) => Promise<unknown>;

const byAddress: Way = (page, path) => page.goto(path);
const byLink: Way = (page, path) => page.evaluate((to) => history.pushState(null, '', to), path);

/** An order that has come all the way, and the pages of what belongs to it: they are full. */
interface Example {
  orderId: string;
  orderNumber: string;
  pages: Place[];
}

const screens = [
  { name: 'a wide screen', viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false, way: byAddress },
  { name: 'a phone', viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true, way: byLink },
];

// No two in a row have one heading: the next page is there when its own has come.
const ordersAndSamples: readonly Place[] = [
  { path: '/', h1: /^Hello, / },
  { path: '/orders', h1: 'Orders' },
  { path: '/approvals', h1: 'Approvals' },
  { path: '/orders?search=no+such+order', h1: 'Orders' },
  { path: '/approvals/table', h1: 'Approvals' },
  { path: '/orders?lines=shown', h1: 'Orders' },
  { path: '/dashboard', h1: 'Figures' },
  { path: '/samples', h1: 'Samples' },
  { path: '/samples/parcels', h1: 'Parcels' },
  { path: '/samples/rounds', h1: 'Rounds and what they cost' },
];

const moneyAndShipments: readonly Place[] = [
  { path: '/money', h1: 'Money' },
  { path: '/money/payments', h1: 'Payments' },
  { path: '/money?tab=lcs', h1: 'Money' },
  { path: '/money/payments?tab=received', h1: 'Payments' },
  { path: '/money/back-to-back', h1: 'Back-to-back LCs' },
  { path: '/money/profit?into=USD', h1: 'Profit' },
  { path: '/production', h1: 'Production' },
  { path: '/deliveries', h1: 'Deliveries' },
  { path: '/mill-offers', h1: 'Mill offers' },
  { path: '/shipments', h1: 'Shipments' },
  { path: '/shipments/invoices', h1: 'Commercial invoices' },
];

const daysOfWork: readonly Place[] = [
  { path: '/tasks', h1: 'Tasks' },
  { path: '/alerts', h1: 'Alerts' },
  { path: '/tasks?view=all', h1: 'Tasks' },
  { path: '/inbox', h1: 'Inbox' },
  { path: '/activity', h1: 'Activity' },
  { path: '/incidents', h1: 'Incidents' },
  { path: '/delays', h1: 'Days lost' },
  { path: '/exports', h1: 'Exports' },
  { path: '/trash', h1: 'Trash' },
  { path: '/deletion-requests', h1: 'Requests to delete orders' },
  { path: '/orders/new', h1: 'New order' },
  { path: '/orders/import', h1: 'Import a workbook' },
  { path: '/production/entry', h1: 'Enter output' },
  { path: '/production/file', h1: 'Output from a file' },
  { path: '/production/days', h1: 'Days of output' },
  { path: '/late', h1: 'What will be late' },
  { path: '/late/grid', h1: 'Time and action' },
  { path: '/late/calendar', h1: 'Calendar' },
];

const administration: readonly Place[] = [
  { path: '/settings/alerts', h1: 'Rules of alerts' },
  { path: '/settings/gate-sets', h1: 'Gate sets' },
  { path: '/settings/proforma-invoices', h1: 'Proforma invoices' },
  { path: '/settings/tna-templates', h1: 'T&A templates' },
  { path: '/settings/working-calendars', h1: 'Working days' },
  { path: '/settings/sign-in', h1: 'Sign-in' },
  { path: '/users', h1: 'Users' },
  { path: '/admin', h1: 'Administration' },
  { path: '/admin/jobs', h1: 'Jobs' },
  { path: '/admin/settings', h1: 'Settings' },
  { path: '/admin/mail', h1: 'Mail' },
  { path: '/admin/audit', h1: 'Audit' },
  { path: '/admin/access', h1: 'Access' },
  { path: '/admin/backups', h1: 'Backups' },
  { path: '/profile', h1: 'Profile' },
  { path: '/nowhere', h1: 'Page not found' },
];

const parts = {
  'orders and samples': ordersAndSamples,
  'money and shipments': moneyAndShipments,
  'days of work': daysOfWork,
  administration,
};

const workbook = join(import.meta.dirname, '../../backend/test/fixtures/workbooks/house-plan.xls');

let example: Example;

test.beforeAll(async ({ request, baseURL }) => {
  type Row = Record<string, string>;
  const url = (path: string) => new URL(`/api/v1${path}`, baseURL).href;
  const { access } = (await (await request.post(url('/auth/login/'), { data: people.admin })).json()) as Row;
  const headers = { Authorization: `Bearer ${access}` };
  const read = async <T>(path: string) => (await (await request.get(url(path), { headers })).json()) as T;
  const first = async (path: string) => (await read<{ results: Row[] }>(path)).results[0] ?? {};

  const shipment = await first('/shipments/?status=delivered&pageSize=1');
  const { orderId = '' } = shipment;
  const { orderNumber = '' } = await read<Row>(`/orders/${orderId}/`);
  const sample = await first(`/samples/?orderId=${orderId}&pageSize=1`);
  const parcel = await first('/parcels/?pageSize=1');
  const invoice = await first(`/financials/proforma-invoices/?orderId=${orderId}&pageSize=1`);
  const credit = await first(`/financials/letters-of-credit/?orderId=${orderId}&pageSize=1`);
  const file = { name: basename(workbook), mimeType: 'application/vnd.ms-excel', buffer: await readFile(workbook) };
  const dropped = (await (await request.post(url('/imports/'), { headers, multipart: { file } })).json()) as Row;
  example = {
    orderId,
    orderNumber,
    pages: [
      { path: `/orders/${orderId}/edit`, h1: `Edit ${orderNumber}` },
      { path: `/orders/${orderId}?tab=deliveries`, h1: orderNumber },
      { path: `/orders/import/${dropped.id}`, h1: file.name },
      { path: `/samples/${sample.id}`, h1: /, round \d+$/ },
      { path: `/samples/compare?sampleId=${sample.id}`, h1: /^Compare: / },
      { path: `/samples/parcels/${parcel.id}`, h1: `${parcel.courierName} ${parcel.awbNumber}` },
      { path: `/money/proforma-invoices/${invoice.id}`, h1: invoice.piNumber ?? '' },
      { path: `/money/letters-of-credit/${credit.id}`, h1: credit.lcNumber ?? '' },
      { path: `/shipments/${shipment.id}`, h1: shipment.awbNumber ?? '' },
    ],
  };
});

test.describe.configure({ timeout: 900_000 });
test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const { name, way, ...screen } of screens) {
  test.describe(`on ${name}`, () => {
    test.use(screen);

    // In parts, so that two share them evenly, and what is tried again is not all of it.
    for (const [part, places] of Object.entries(parts))
      test(`the pages of an admin are in order: ${part} (fault 31)`, async ({ page }) => {
        const faults = watch(page);
        await signIn(page, 'admin', '/profile');
        for (const place of places) await inspect(page, place, faults, way);
        expect(faults).toEqual([]);
      });

    test('the pages of one order are in order (fault 31)', async ({ page }) => {
      const faults = watch(page);
      await inspect(page, { path: '/sign-in', h1: 'Sign in' }, faults);
      await signIn(page, 'admin', '/profile');
      for (const place of example.pages) await inspect(page, place, faults, way);
      await inspectWorkspace(page, faults, way);
      expect(faults).toEqual([]);
    });
  });
}

test('the pages of a merchandiser are in order, and say what is not open to them', async ({ page }) => {
  const faults = watch(page);
  await signIn(page, 'merchandiser');
  for (const path of ['/', '/orders', '/inbox']) await inspect(page, { path, h1: /\S/ }, faults);
  await inspect(page, { path: '/users', h1: 'The list of users' }, faults);
  expect(faults).toEqual([]);
});

/** @returns what the browser complains of while the test runs, and whatever else is added */
function watch(page: Page): string[] {
  const faults: string[] = [];
  const add = (fault: string) => faults.push(`${new URL(page.url()).pathname}: ${fault}`);
  page.on('console', (message) => message.type() === 'error' && add(message.text()));
  page.on('pageerror', (error) => add(String(error)));
  return faults;
}

/** Opens a page, waits until it is all there, and adds its faults. */
async function inspect(page: Page, { path, h1 }: Place, faults: string[], come = byAddress): Promise<void> {
  await test.step(path, async () => {
    await come(page, path);
    await expect(page.getByRole('heading', { level: 1, name: h1, exact: true })).toBeAttached();
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await addFaults(page, path, faults);
  });
}

/** The workspace of an order, with each tab that it has. */
async function inspectWorkspace(page: Page, faults: string[], way: Way): Promise<void> {
  const { orderId, orderNumber } = example;
  await inspect(page, { path: `/orders/${orderId}`, h1: orderNumber }, faults, way);
  const tabs = page.getByRole('tablist', { name: `Order ${orderNumber}` }).getByRole('tab');
  for (const tab of (await tabs.all()).slice(1)) {
    const name = await tab.innerText();
    await test.step(name, async () => {
      await tab.click();
      await expect(tab).toHaveAttribute('aria-selected', 'true');
      await addFaults(page, `Order ▸ ${name}`, faults);
    });
  }
}

/**
 * What is too wide or not accessible on what is shown now, in light and in dark. All rules in the theme that it has come in;
 * then the other theme, of which only the colours differ, and in which the next page comes.
 */
async function addFaults(page: Page, place: string, faults: string[]): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
  const width = page.viewportSize()?.width ?? 0;
  const over = await page.evaluate((room) => document.documentElement.scrollWidth - room, width);
  if (over > 0) faults.push(`${place}: ${over} px too wide`);
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const themes = isDark ? (['dark', 'light'] as const) : (['light', 'dark'] as const);
  for (const colorScheme of themes) {
    const isSecond = colorScheme === themes[1];
    if (isSecond) await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    const found = await (isSecond ? contrastFaults : accessibilityFaults)(page);
    faults.push(...found.map((fault) => `${place}, ${colorScheme}: ${fault}`));
  }
}
