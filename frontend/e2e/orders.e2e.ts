import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { expect, expectAccessible, people, signIn, test } from './fixtures';

/** Told apart from what an earlier run has left in the same house. */
const mark = String(Date.now()).slice(-6);

interface Made {
  id: string;
  orderNumber: string;
  styles: { lines: { id: string; label: string }[] }[];
}

/** An order of the merchandiser with a white and a black line, made through the API. */
async function makeOrder(request: APIRequestContext, baseURL: string, orderNumber: string): Promise<Made> {
  const url = (path: string) => new URL(`/api/v1${path}`, baseURL).href;
  const signedIn = await request.post(url('/auth/login/'), { data: people.merchandiser });
  const { access } = (await signedIn.json()) as { access: string };
  const lines = ['White', 'Black'].map((colorName) => ({
    ...{ colorName, quantity: '5000', unit: 'pieces', provaPrice: '2.45', etd: '2027-03-01' },
  }));
  const data = { orderNumber, customerName: 'ANABIA', fabricType: 'Pique', styles: [{ styleNumber: 'MT-1', lines }] };
  const made = await request.post(url('/orders/'), { headers: { Authorization: `Bearer ${access}` }, data });
  return (await made.json()) as Made;
}

/** The manager, at a machine of their own. */
async function manager(browser: Browser, baseURL: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL })).newPage();
  await signIn(page, 'manager');
  return page;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

test('two people change the same order, and nothing is lost', async ({ page, browser, request, baseURL }) => {
  test.setTimeout(90_000);
  const order = await makeOrder(request, baseURL ?? '', `AT-ONCE-${mark}`);
  const other = await manager(browser, baseURL ?? '');
  await signIn(page, 'merchandiser');
  const edit = async (who: Page) => {
    await who.goto(`/orders/${order.id}/edit`);
    await expect(who.getByLabel('Season')).toBeVisible();
  };
  const save = async (who: Page) => {
    await button(who, /^Save/).click();
    await expect(who).toHaveURL(new RegExp(`/orders/${order.id}$`));
  };

  await test.step('different fields of the order: both are kept', async () => {
    await edit(page);
    await edit(other);
    await other.getByLabel('Finish', { exact: true }).fill('Enzyme');
    await save(other);
    await page.getByLabel('Season').fill('SS28');
    await save(page);
    await edit(page);
    await expect(page.getByLabel('Season')).toHaveValue('SS28');
    await expect(page.getByLabel('Finish', { exact: true })).toHaveValue('Enzyme');
  });

  await test.step('the same field of the order: the other’s value is shown, and one is chosen', async () => {
    await edit(other);
    await other.getByLabel('Season').fill('HS28');
    await save(other);
    await page.getByLabel('Season').fill('AW28');
    await button(page, /^Save/).click();
    const clash = page.getByRole('alert');
    await expect(clash).toContainText('Tanvir Ahmed changed this while you were at it');
    await expect(clash.getByRole('radio', { name: /Theirs HS28/ })).toBeVisible();
    await expectAccessible(page);
    await clash.getByRole('radio', { name: /Yours AW28/ }).check();
    await clash.getByRole('button', { name: 'Save with these' }).click();
    await expect(page).toHaveURL(new RegExp(`/orders/${order.id}$`));
    await expect(page.getByText('AW28')).toBeVisible();
  });

  const [white] = order.styles[0]?.lines ?? [];
  const openLine = async (who: Page) => {
    await who.goto(`/orders/${order.id}?line=${white?.id}`);
    await expect(who.getByRole('dialog', { name: /White/ })).toBeVisible();
  };
  const saveLine = (who: Page) => button(who, 'Save line').click();

  await test.step('different fields of a line: both are kept', async () => {
    await openLine(page);
    await openLine(other);
    await other.getByLabel('Mill', { exact: true }).fill('Padma Mills');
    await saveLine(other);
    await expect(other.getByRole('dialog')).toBeHidden();
    await page.getByRole('textbox', { name: 'Quantity' }).fill('6000');
    await saveLine(page);
    await expect(page.getByRole('dialog')).toBeHidden();
    await openLine(page);
    await expect(page.getByLabel('Mill', { exact: true })).toHaveValue('Padma Mills');
    await expect(page.getByRole('textbox', { name: 'Quantity' })).toHaveValue('6000');
  });

  await test.step('the same field of a line: theirs is taken', async () => {
    await openLine(other);
    await other.getByRole('textbox', { name: 'Quantity' }).fill('7000');
    await saveLine(other);
    await expect(other.getByRole('dialog')).toBeHidden();
    await page.getByRole('textbox', { name: 'Quantity' }).fill('8000');
    await saveLine(page);
    const clash = page.getByRole('alert');
    await clash.getByRole('radio', { name: /Theirs 7000/ }).check();
    await clash.getByRole('button', { name: 'Save with these' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('row').filter({ hasText: 'White' })).toContainText('7,000 pcs');
  });
  await other.context().close();
});

test('what was agreed changes by a revision that says what it affects', async ({ page, request, baseURL }) => {
  test.setTimeout(90_000);
  const order = await makeOrder(request, baseURL ?? '', `REVISED-${mark}`);
  await signIn(page, 'merchandiser', `/orders/${order.id}`);

  await test.step('ticked lines are moved', async () => {
    await page.getByRole('checkbox', { name: /^Tick .*White/ }).check();
    await page.getByRole('checkbox', { name: /^Tick .*Black/ }).click({ modifiers: ['Shift'] });
    await button(page, 'Move 2 lines').click();
    await page.getByRole('menuitem', { name: 'Running' }).click();
    await expect(button(page, /^Status of .*White: Running/)).toBeVisible();
    await button(page, 'Why is this the status?').click();
    await expect(page.getByRole('dialog', { name: 'Why this is the status' })).toContainText('least advanced line');
    await page.keyboard.press('Escape');
  });

  await test.step('a quantity is changed, with a reason and a name', async () => {
    await page.getByRole('row', { name: /White/ }).getByRole('button', { name: 'White', exact: true }).click();
    await page.getByRole('textbox', { name: 'Quantity' }).fill('4000');
    await button(page, 'Save line').click();
    const question = page.getByRole('dialog', { name: /What this changes on .*White/ });
    await expect(question).toContainText('The line is running.');
    await expect(question).toContainText('from 5,000');
    await expectAccessible(page);
    await question.getByLabel('Reason').fill('The buyer cut the order.');
    await question.getByLabel('Agreed by').fill('Anna Berg, ANABIA');
    await question.getByRole('button', { name: 'Save revision' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  await test.step('it stays on the order', async () => {
    await expect(page.getByRole('row').filter({ hasText: 'White' })).toContainText('4,000 pcs');
    await button(page, '1 revision').click();
    const drawer = page.getByRole('dialog', { name: `Revisions of ${order.orderNumber}` });
    await expect(drawer.getByRole('listitem').first()).toContainText(/Revision 1.*The buyer cut the order.*Anna Berg/);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
  });

  await test.step('a repeat under the same number is warned of, and made all the same', async () => {
    await button(page, 'More about this order').click();
    await page.getByRole('menuitem', { name: 'Order again…' }).click();
    const copying = page.getByRole('dialog', { name: /again/ });
    await copying.getByLabel('PO number').fill(order.orderNumber.toLowerCase());
    await expect(copying.getByRole('status', { name: /on another order/ })).toContainText(`Open ${order.orderNumber}`);
    await copying.getByLabel('First ETD').fill('2027-09-01');
    await copying.getByRole('button', { name: 'Create the order' }).click();
    await expect(page).not.toHaveURL(new RegExp(order.id));
    await expect(button(page, /Same number on 1 other order/)).toBeVisible();
    await expect(page.getByText('01 Sep 2027').first()).toBeVisible();
  });

  await test.step('and turned into a local order', async () => {
    await button(page, 'More about this order').click();
    await page.getByRole('menuitem', { name: 'Make it local…' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Make it local' }).click();
    await expect(page.getByText(/is a local order now/)).toBeVisible();
  });
});

test('the list as a person keeps it: columns, a view that it begins with, and a head that stays', async ({ page }) => {
  test.setTimeout(90_000);
  const name = `Running ${mark}`;
  const view = button(page, `Views: ${name}`);
  const chosen = /\/orders\?category=running&columns=piSent&view=[\w-]+$/;
  await signIn(page, 'merchandiser', '/orders?category=running');
  await button(page, 'Columns').click();
  await page.getByRole('checkbox', { name: 'PI sent' }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('checkbox', { name: 'PI sent' })).toBeHidden();
  await expect(button(page, 'Columns')).toBeFocused(); // a menu that opens sooner loses the focus, and closes
  await expect(page.getByRole('columnheader', { name: 'PI sent' })).toBeVisible();

  await test.step('what is on screen is saved as a view that the list begins with', async () => {
    await page.keyboard.press('v');
    await page.getByRole('menuitem', { name: 'Save as a new view…' }).click();
    await page.getByRole('textbox', { name: /Name/ }).fill(name);
    await page.getByRole('checkbox', { name: /Begin with it/ }).check();
    await button(page, 'Save view').click();
    await expect(page).toHaveURL(chosen);
    await expect(view).toBeVisible();
  });

  await test.step('it is what one arrives at, Back leaves the list, and all orders are a choice away', async () => {
    const shared = page.url().replace('category=running&columns=piSent&', '');
    const rail = page.getByRole('navigation', { name: 'Main' });
    await rail.getByRole('link', { name: 'Tasks', exact: true }).click();
    await rail.getByRole('link', { name: 'Orders', exact: true }).click();
    await expect(page).toHaveURL(chosen);
    await page.goBack();
    await expect(page).toHaveURL(/\/tasks$/);
    await page.goto(shared);
    await expect(page).toHaveURL(`${shared}&category=running&columns=piSent`);
    await view.click();
    await page.getByRole('menuitem', { name: 'All orders' }).click();
    await expect(page).toHaveURL(/\/orders$/);
    await page.getByRole('button', { name: 'Views', exact: true }).click();
    await page.getByRole('menuitem', { name }).click();
    await expect(view).toBeVisible();
  });

  await test.step('its head stays in sight where the table is wider than its room', async () => {
    await page.setViewportSize({ width: 1024, height: 700 });
    await expect(page.getByRole('treegrid', { name: 'Orders' })).toBeVisible();
    const underTopBar = () => page.evaluate(() => document.elementFromPoint(320, 75)?.textContent);
    await page.mouse.move(600, 400);
    await page.mouse.wheel(0, 900);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(300);
    await expect.poll(underTopBar).toMatch(/^(PO|Buyer)/);
  });

  await page.evaluate(() => window.scrollTo(0, 0));
  await view.click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await button(page, 'Delete view').click();
  await expect(page).toHaveURL(/\/orders$/);
});
