import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { expect, expectAccessible, people, signIn, test } from './fixtures';
import { png } from './papers';

const mark = String(Date.now()).slice(-6);
const orderNumber = `CMP-${mark}`;
const awbNumber = `5518${mark}`;

const button = (within: Page | Locator, name: string | RegExp) => within.getByRole('button', { name });
const picture = (name: string, colour: readonly [number, number, number]) => ({
  name,
  mimeType: 'image/png',
  buffer: png(320, 240, colour),
});

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('options are laid over one another and beside the artwork, and a parcel is packed anew', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const { strikeOff, parcel } = await printedOrder(request);
  await signIn(page, 'merchandiser', `/samples/${strikeOff}`);

  await test.step('each option gets a picture of its own', async () => {
    for (const [option, colour] of [
      ['A', [180, 40, 60]],
      ['B', [150, 30, 90]],
    ] as const) {
      await page.getByLabel(`Picture of option ${option}`).setInputFiles(picture(`rose ${option}.png`, colour));
      await expect(page.getByText(`rose ${option}.png shows option ${option} now.`)).toBeVisible();
    }
    await page.getByRole('link', { name: 'Compare', exact: true }).click();
    for (const side of ['A', 'B'])
      await expect(page.getByRole('region', { name: side, exact: true }).getByRole('img')).toBeVisible();
  });

  await test.step('the artwork of the line is the standard', async () => {
    const standard = page.getByRole('region', { name: 'Standard' });
    await standard.getByLabel(/Drop the artwork here/).setInputFiles(picture('rose of the buyer.png', [200, 60, 80]));
    await expect(standard.getByRole('img', { name: 'Artwork rose of the buyer.png' })).toBeVisible();
    await expect(standard.getByText('Artwork: rose of the buyer.png')).toBeVisible();
  });

  await test.step('a note is pinned to a place, which the arrows move', async () => {
    const side = page.getByRole('region', { name: 'B', exact: true });
    await button(side, 'Pin a note to this picture').click();
    await side.getByLabel('What is to be seen there').fill('The leaf bleeds here.');
    await button(side, /^The new note lies 50 % from the left/).press('ArrowLeft');
    await expect(button(side, /^The new note lies 48 % from the left/)).toBeVisible();
    await button(side, 'Pin note').click();
    await expect(button(side, 'Note 1: The leaf bleeds here.')).toBeVisible();
    await expect(side.getByRole('list', { name: 'Notes on this picture' })).toContainText('The leaf bleeds here.');
    await expectAccessible(page);
  });

  await test.step('A is swiped over B', async () => {
    await button(page, 'Swipe A over B').click();
    const slider = page.getByRole('slider', { name: 'Swipe' });
    await slider.press('Home');
    await expect(slider).toHaveAttribute('aria-valuetext', '0 % A, 100 % B');
    await slider.press('End');
    await expect(slider).toHaveAttribute('aria-valuetext', '100 % A, 0 % B');
    await expect(page.getByRole('region', { name: 'A over B' }).getByRole('img')).toHaveCount(2);
    await expectAccessible(page);
  });

  await test.step('more goes into a parcel, and what was not in it is taken out', async () => {
    await page.goto(`/samples/parcels/${parcel}`);
    const contents = page.getByRole('list', { name: 'In this parcel' });
    await button(page, 'Put more in').click();
    const packing = page.getByRole('dialog', { name: /^Put more into/ });
    await packing.getByLabel('Find samples to be sent').fill(orderNumber);
    await packing.getByRole('checkbox', { name: /Rust/ }).check();
    await expectAccessible(page);
    await button(packing, 'Add 1 sample').click();
    await expect(contents.getByRole('listitem')).toHaveCount(2);
    await button(contents.getByRole('listitem').filter({ hasText: 'Rose' }), /^Take out/).click();
    await button(page.getByRole('alertdialog'), 'Take it out').click();
    await expect(contents.getByRole('listitem')).toHaveCount(1);
    await expect(contents).toContainText('Rust');
  });
});

/** A printed order: a strike-off with two options that waits, and a lab dip of rose in a parcel of its own. */
async function printedOrder(request: APIRequestContext): Promise<{ strikeOff: string; parcel: string }> {
  const signedIn = await request.post('/api/v1/auth/login/', { data: people.merchandiser });
  const { access } = (await signedIn.json()) as { access: string };
  const post = async <Made = { id: string }>(path: string, data: object) => {
    const made = await request.post(`/api/v1${path}`, { headers: { Authorization: `Bearer ${access}` }, data });
    expect(made.status(), await made.text()).toBe(201);
    return (await made.json()) as Made;
  };
  const line = (colorName: string) => ({ colorName, quantity: '4000', unit: 'kg' });
  const order = await post<{ id: string; styles: { lines: { id: string }[] }[] }>('/orders/', {
    orderNumber,
    customerName: 'ANABIA',
    fabricType: 'Printed jersey',
    styles: [{ styleNumber: `PR-${mark}`, lines: [line('Rose'), line('Rust')] }],
  });
  const [rose, rust] = order.styles.flatMap(({ lines }) => lines.map(({ id }) => id));
  const sample = (type: string, orderLineId: string | undefined) =>
    post('/samples/', { orderId: order.id, orderLineId, type });
  const strikeOff = await sample('strike_off', rose);
  for (const label of ['A', 'B']) await post(`/samples/${strikeOff.id}/options/`, { label });
  const roseDip = await sample('lab_dip', rose);
  await sample('lab_dip', rust);
  const parcel = await post('/parcels/', { courierName: 'DHL Express', awbNumber, sampleIds: [roseDip.id] });
  return { strikeOff: strikeOff.id, parcel: parcel.id };
}
