import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { expect, expectAccessible, people, signIn, test } from './fixtures';

const mark = String(Date.now()).slice(-6);
const orderNumber = `LAB-${mark}`;
const awbNumber = `4471${mark}`;

const button = (within: Page | Locator, name: string | RegExp) => within.getByRole('button', { name });
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });

test('two swatches go in one parcel; one is refused, measured, and approved in its second round', async ({
  page,
  request,
  baseURL,
}) => {
  test.setTimeout(120_000);
  await orderWithTwoDips(request, baseURL ?? '');
  await signIn(page, 'merchandiser', `/samples?search=${orderNumber}`);

  await test.step('both are ticked and sent as one parcel', async () => {
    for (const colour of ['Navy', 'Rust'])
      await page.getByRole('checkbox', { name: new RegExp(`round 1 of .*${colour} in a parcel`) }).check();
    await button(page.getByRole('region', { name: 'Ticked samples' }), 'Send as one parcel').click();
    const sending = dialog(page, 'Send 2 samples as one parcel');
    await expectAccessible(page);
    await button(sending, 'Send parcel').click();
    await expect(sending.getByText('Say who carries it.')).toBeVisible();
    await sending.getByLabel('Courier').fill('DHL Express');
    await sending.getByLabel('AWB number').fill(awbNumber);
    await button(sending, 'Send parcel').click();
    await expect(page.getByText(`DHL Express ${awbNumber} is sent with 2 samples.`)).toBeVisible();
  });

  await test.step('the parcel arrives, and with it both', async () => {
    await page.getByRole('link', { name: 'Parcels', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Parcels' })).toBeVisible();
    await page.getByRole('link', { name: `DHL Express ${awbNumber}` }).click();
    await expect(page.getByRole('heading', { level: 1, name: `DHL Express ${awbNumber}` })).toBeVisible();
    await button(page, 'Received').click();
    await button(dialog(page, /^Received:/), 'Received').click();
    await expect(page.getByText('Received after 0 days')).toBeVisible();
    await expect(page.getByRole('list', { name: 'In this parcel' }).getByText(/^received/)).toHaveCount(2);
    await expectAccessible(page);
  });

  await test.step('the navy one is measured under daylight and fails', async () => {
    const navy = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Navy' });
    await navy.getByRole('link', { name: 'Lab dip, round 1' }).click();
    await expect(page.getByRole('list', { name: 'How it went' }).getByText('Received')).toBeVisible();
    await button(page, 'Measure').click();
    await page.getByRole('menuitem', { name: 'Under D65, daylight' }).click();
    const measuring = dialog(page, 'Measured under D65, daylight');
    await fillLab(measuring.getByRole('group', { name: 'Standard' }), ['21.37', '1.12', '-16.48']);
    await fillLab(measuring.getByRole('group', { name: 'Option A' }), ['21.02', '3.20', '-15.90']);
    await expectAccessible(page);
    await button(measuring, 'Save measurement').click();
    await expect(page.getByText(/Fails by CMC\(2:1\) under D65, 10°: .* of 1\.00 allowed; redder/)).toBeVisible();
  });

  await test.step('it is refused with the reason, and followed by a second round with one click', async () => {
    await button(page, /^Reject lab dip/).click();
    const rejecting = dialog(page, /^Reject lab dip/);
    await rejecting.getByLabel('Reason').fill('Too red under D65.');
    await button(rejecting, 'Reject').click();
    await expect(page.getByText('“Too red under D65.”')).toBeVisible();
    await button(page, /^Other ways to a new round/).click();
    await page.getByRole('menuitem', { name: 'New round with the same options' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Lab dip, round 2' })).toBeVisible();
    await button(page, 'Add option').click();
    const adding = dialog(page, /^Add an option/);
    await adding.getByLabel('How it was made').fill('One step bluer.');
    await button(adding, 'Add option').click();
    await expect(page.getByText('One step bluer.')).toBeVisible();
    await button(page, /^Send lab dip, round 2/).click();
    await button(dialog(page, /^Send lab dip, round 2/), 'Mark as sent').click();
    await expect(page.getByRole('heading', { level: 1 }).locator('..').getByText('Submitted')).toBeVisible();
  });

  await test.step('both rounds are laid beside the standard', async () => {
    await page.getByRole('link', { name: 'Compare', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Compare: Lab dip' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'A', exact: true }).getByText('“Too red under D65.”')).toBeVisible();
    await page.getByLabel('In the middle').selectOption({ label: 'Round 2, option B' });
    const middle = page.getByRole('region', { name: 'B', exact: true });
    await expect(middle.getByText('One step bluer.')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Standard' }).getByText(/L\* 21\.37/)).toBeVisible();
    await expect(page.getByText(/Screen colour is not evidence/)).toBeVisible();
    await expectAccessible(page);
    await middle.getByRole('link', { name: 'Round 2, option B' }).click();
  });

  await test.step('the buyer takes option B, on a condition, and the gate of the line knows it', async () => {
    await button(page, /^Approve lab dip, round 2/).click();
    const approving = dialog(page, /^Approve lab dip, round 2/);
    await button(approving, 'Approve').click();
    await expect(approving.getByText('Say which one the buyer approved.')).toBeVisible();
    await approving.getByLabel('Approved option').selectOption('Option B');
    await approving.getByLabel('On the condition that').fill('bulk comes half a step bluer');
    await expectAccessible(page);
    await button(approving, 'Approve').click();
    await expect(page.getByText('“bulk comes half a step bluer”').first()).toBeVisible();
    await expect(page.getByRole('definition').filter({ hasText: 'Option B' })).toBeVisible();
    await page.getByRole('definition').getByRole('link', { name: 'Lab dip' }).click();
    await expect(page.getByRole('heading', { level: 1, name: orderNumber })).toBeVisible();
  });
});

/** An order of the merchandiser with a lab dip to be sent for each of its two lines. */
async function orderWithTwoDips(request: APIRequestContext, baseURL: string): Promise<void> {
  const url = (path: string) => new URL(`/api/v1${path}`, baseURL).href;
  const signedIn = await request.post(url('/auth/login/'), { data: people.merchandiser });
  const { access } = (await signedIn.json()) as { access: string };
  const headers = { Authorization: `Bearer ${access}` };
  const line = (colorName: string) => ({ colorName, quantity: '4000', unit: 'kg' });
  const data = {
    orderNumber,
    customerName: 'ANABIA',
    fabricType: 'Single jersey',
    styles: [{ styleNumber: `MT-${mark}`, lines: [line('Navy'), line('Rust')] }],
  };
  const made = await request.post(url('/orders/'), { headers, data });
  const order = (await made.json()) as { id: string; styles: { lines: { id: string }[] }[] };
  for (const { id } of order.styles.flatMap(({ lines }) => lines)) {
    const dip = { orderId: order.id, orderLineId: id, type: 'lab_dip' };
    expect((await request.post(url('/samples/'), { headers, data: dip })).status()).toBe(201);
  }
}

async function fillLab(group: Locator, figures: readonly [l: string, a: string, b: string]): Promise<void> {
  for (const [axis, label] of ['L*', 'a*', 'b*'].entries()) await group.getByLabel(label).fill(figures[axis] ?? '');
}
