import type { Locator, Page } from '@playwright/test';
import { expect, signIn, test } from './fixtures';
import { dropFile, workbookWithBlack } from './workbook';

/** Numbers that a house knows once, so that the journey can be made again in the same house. */
const mark = String(Date.now()).slice(-6);
const lcNumber = `EXLC-2026-${mark}`;
const serial = `2${mark}`;
const awbNumber = `176-${serial}${Number(serial) % 7}`;

/** What the activity must tell at the end, oldest first. */
const story = [
  /brought the order in from spring-plan\.xls/,
  /added lab dip round 1 for BLACK/i,
  /sent lab dip round 1 for BLACK to NORDHAV by DHL, AWB 1180042211/i,
  /rejected lab dip round 1 for BLACK.*Too green under D65/i,
  /sent lab dip round 2 for BLACK/i,
  /approved lab dip round 2 for BLACK.*Shade B/i,
  /raised PI-\d+ .*USD 52,000\.00/,
  /sent PI-\d+ .*to the buyer/,
  /Tanvir Ahmed confirmed PI-\d+/,
  new RegExp(`recorded LC ${lcNumber} .*USD 52,000\\.00`),
  /entered the output .*1,200 kg knitted, 900 kg dyed, 850 kg finished/,
  new RegExp(`booked .*${awbNumber}`),
  new RegExp(`recorded that .*${awbNumber}.* left`),
  new RegExp(`recorded that .*${awbNumber}.* was delivered`),
  /marked the order delivered/,
];

const button = (within: Page | Locator, name: string | RegExp) => within.getByRole('button', { name });
const tab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });

test('an order from its workbook to delivery', async ({ page, browser, baseURL }) => {
  test.setTimeout(180_000);
  await signIn(page, 'merchandiser');

  await test.step('the workbook is dropped on the orders, looked through and made an order', async () => {
    await page.getByRole('link', { name: 'Orders', exact: true }).click();
    await expect(page.getByRole('treegrid', { name: 'Orders' })).toBeVisible();
    await dropFile(page, 'spring-plan.xls', workbookWithBlack());
    await expect(page.getByRole('heading', { level: 1, name: 'spring-plan.xls' })).toBeVisible();
    await expect(page.getByText('1 order, 2 lines')).toBeVisible();
    await expect(button(page, /3 old rows of another plan, left out/)).toBeVisible();

    const black = page.getByRole('row', { name: /BLACK/ });
    await expect(button(black, /Rejected- too green/)).toContainText('Rejected');
    await button(black, /4\/Mar\/26.*knitting/i)
      .or(button(black, /4\/Mar\/26/).first())
      .click();
    await button(page, /It happened/).click();
    await expect(page.getByText('All changes kept')).toBeVisible();
    await button(page, 'Create order').click();
  });

  await test.step('the order is there with two lines', async () => {
    await expect(page).toHaveURL(/\/orders\/[0-9a-f-]{36}/);
    await expect(page.getByRole('row', { name: /ECRU.*12,600 pcs/ })).toBeVisible();
    await expect(page.getByRole('row', { name: /BLACK.*8,250 pcs/ })).toBeVisible();
  });
  // Its address is there before its page.
  const orderNumber = (await page.getByRole('heading', { level: 1, name: /^PB-/ }).innerText()).trim();
  const orderUrl = page.url();

  await test.step('a lab dip for black is sent, rejected, sent again and approved', async () => {
    await tab(page, 'Samples');
    await button(page, /New sample for .*BLACK/).click();
    await button(dialog(page, 'New sample'), 'Add sample').click();
    const dips = page.getByRole('group', { name: /Lab dip of .*BLACK/ });

    await button(dips, /^Send lab dip/).click();
    const sending = dialog(page, /Send lab dip/);
    await sending.getByLabel('Courier').fill('DHL');
    await sending.getByLabel('AWB number').fill('1180042211');
    await button(sending, 'Mark as sent').click();

    await button(dips, /^Reject lab dip/).click();
    const rejecting = dialog(page, /Reject lab dip/);
    await button(rejecting, 'Reject').click();
    await expect(rejecting.getByText('Say why: the mill works by it.')).toBeVisible();
    await rejecting.getByLabel('Reason').fill('Too green under D65.');
    await button(rejecting, 'Reject').click();

    await button(dips, /^Send again/).click();
    const again = dialog(page, /Send again/);
    await again.getByLabel('AWB number').fill('1180042377');
    await button(again, 'Send again').click();

    await button(dips, /^Approve lab dip, round 2/).click();
    const approving = dialog(page, /Approve lab dip/);
    await approving.getByLabel('What the buyer said').fill('Shade B matches the standard.');
    await button(approving, 'Approve').click();
    await expect(dips.getByText('Approved')).toBeVisible();
    await tab(page, 'Lines');
    await expect(page.getByRole('row', { name: /BLACK/ }).getByText('Lab dip')).toBeVisible();
  });

  const piNumber = await test.step('a PI is raised and sent', async () => {
    await tab(page, 'Money');
    await button(page, 'Raise PI').first().click();
    const raising = page.getByRole('dialog');
    await raising.getByLabel('Amount').fill('52000');
    await raising.getByRole('button', { name: /^Raise/ }).click();
    const row = page
      .getByRole('table', { name: `PIs of ${orderNumber}` })
      .getByRole('row')
      .nth(1);
    await expect(row).toContainText('52,000.00');
    const number = /PI-\d+/.exec(await row.innerText())?.[0] ?? '';
    await button(row, `Mark as sent, ${number}`).click();
    await button(page.getByRole('alertdialog'), 'Mark as sent').click();
    await expect(row).toContainText('Sent');
    return number;
  });

  await test.step('the manager confirms it', async () => {
    const context = await browser.newContext({ baseURL });
    const managers = await context.newPage();
    await signIn(managers, 'manager', '/money?status=sent');
    await managers.getByRole('link', { name: piNumber }).click();
    await button(managers, 'Confirm').click();
    await button(managers.getByRole('alertdialog'), 'Confirm PI').click();
    await expect(managers.getByText(`${piNumber} is confirmed.`)).toBeVisible();
    await context.close();
  });

  await test.step('an LC is recorded', async () => {
    await button(page, 'Record LC').first().click();
    const recording = page.getByRole('dialog');
    await recording.getByLabel('LC number').fill(lcNumber);
    await recording.getByLabel('Issuing bank').fill('HSBC, London');
    await recording.getByRole('textbox', { name: 'Amount', exact: true }).fill('52000');
    await recording.getByLabel('Expiry').fill('2027-06-30');
    await button(recording, 'Record LC').click();
    await expect(page.getByRole('table', { name: `LCs of ${orderNumber}` })).toContainText(lcNumber);
  });

  await test.step('knitting, dyeing and finishing output is entered', async () => {
    await tab(page, 'Production');
    await button(page, 'Enter output').first().click();
    const entering = dialog(page, /Enter output/);
    await entering.getByLabel('Knitted').fill('1200');
    await entering.getByLabel('Dyed').fill('900');
    await entering.getByLabel('Finished').fill('850');
    await button(entering, 'Save output').click();
    await expect(page.getByRole('table', { name: `Daily output of ${orderNumber}` })).toContainText('1,200');
  });

  await test.step('a shipment is booked with its AWB, and arrives', async () => {
    await tab(page, 'Shipments');
    await button(page, 'New shipment').click();
    const booking = dialog(page, /New shipment/);
    await booking.getByLabel('Carrier').fill('Biman Cargo');
    await booking.getByLabel('AWB number').fill(awbNumber);
    await button(booking, 'Book shipment').click();
    const row = page.getByRole('row', { name: new RegExp(awbNumber) });
    await button(row, /Record departure/).click();
    await button(dialog(page, /Record the departure/), 'Record departure').click();
    await button(row, /Record delivery/).click();
    await button(dialog(page, /Record the delivery/), 'Record delivery').click();
    await expect(row).toContainText('Delivered');
  });

  await test.step('the order is delivered', async () => {
    await button(page, 'Mark delivered').click();
    await button(dialog(page, /as delivered/), 'Mark delivered').click();
    await expect(page.getByText(`${orderNumber} is delivered,`, { exact: false })).toBeVisible();
  });

  await test.step('the activity tells all of it in order', async () => {
    await page.goto(`${orderUrl.split('?')[0]}?tab=activity`);
    const told = page.getByRole('list', { name: /What was done/ }).getByRole('listitem');
    await expect(told.filter({ hasText: 'marked the order delivered' })).toBeVisible();
    const lines = (await told.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ')).reverse();
    let from = 0;
    for (const sentence of story) {
      const at = lines.findIndex((line, place) => place >= from && sentence.test(line));
      expect(at, `${sentence} is missing, or too early, in\n${lines.join('\n')}`).toBeGreaterThanOrEqual(from);
      from = at + 1;
    }
  });
});
