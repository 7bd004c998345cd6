import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { expect, expectAccessible, people, signIn, test } from './fixtures';

const mark = String(Date.now()).slice(-6);
const orderNumber = `MILL-${mark}`;

const button = (within: Page | Locator, name: string | RegExp) => within.getByRole('button', { name });
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });

test('two offers are compared and one is chosen; what comes is short, within tolerance, then over', async ({
  page,
  request,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const orderId = await orderInYards(request, baseURL ?? '');
  await signIn(page, 'merchandiser', `/orders/${orderId}`);

  await test.step('the yards of the line have their kilograms, once the style says its width', async () => {
    await button(page, /Quantity of WD-9 · White in other units$/).click();
    await expect(page.getByText(/Fill in the finishing width of the style/)).toBeVisible();
    await page.getByRole('link', { name: 'Fill it in on the style' }).click();
    const style = dialog(page, 'Style WD-9');
    await style.getByLabel('Finishing width').fill('58"');
    await button(style, 'Save style').click();
    await expect(style).toBeHidden();
    await button(page, /Quantity of WD-9 · White in other units$/).click();
    await expect(page.getByText('5,000 yd × 0.9144 × 1.4732 m × 165 g/m² ÷ 1000 ≈ 1,111.353 kg')).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
  });

  await test.step('two mills offer, one by the yard and one by the kilogram', async () => {
    await button(page, /^More about WD-9 · White/).click();
    await page.getByRole('menuitem', { name: 'Mill offers' }).click();
    const offers = dialog(page, 'Mill offers for WD-9 · White');
    await addOffer(page, offers, { Mill: 'Square Textiles', Price: '1.25', 'Lead time': '30' });
    await addOffer(page, offers, { Mill: 'Padma Denim Mills', Price: '5.35', unit: 'kg' });
    const padma = offers.getByRole('row', { name: /Padma/ });
    await expect(padma).toContainText('1.1891');
    await expect(padma).toContainText('Lowest');
    await button(padma, /5\.35 per kg/).click();
    await expect(page.getByText(/USD 5\.35\/kg × 0\.9144 .* ≈ USD 1\.1891\/yd/)).toBeVisible();
    await page.keyboard.press('Escape');
    await expectAccessible(page);
    await button(offers, 'Choose Padma Denim Mills').click();
    await expect(padma.getByText('Chosen')).toBeVisible();
    await button(offers, 'Close').click();
    await expect(page.getByRole('row', { name: /White.*Padma Denim Mills/ })).toBeVisible();
  });

  await test.step('kilograms come, and count in yards: short', async () => {
    await page.getByRole('tab', { name: 'Deliveries' }).click();
    await record(page, { quantity: '1000', unit: 'kg', challan: 'CH-1' });
    await expect(page.getByText(/^Short by 500\.98 yd/)).toBeVisible();
    await button(page, /^Why 4,499\.02\syd/).click();
    await expect(page.getByText('1,000 kg × 1000 ÷ 165 g/m² ÷ 1.4732 m ÷ 0.9144 ≈ 4,499.02 yd')).toBeVisible();
    await page.keyboard.press('Escape');
    await expectAccessible(page);
  });

  await test.step('more come: within tolerance, then over', async () => {
    await record(page, { quantity: '350' });
    await expect(page.getByText(/^Within ±5 %: 4,849\.02 yd of 5,000 yd came, 150\.98 yd short/)).toBeVisible();
    await record(page, { quantity: '600' });
    await expect(page.getByText(/^Over by 449\.02 yd/)).toBeVisible();
    await expect(page.getByRole('table', { name: `Deliveries of ${orderNumber}` }).getByRole('row')).toHaveCount(4);
  });

  await test.step('a slip of the pen is put right', async () => {
    await button(page, /^More about WD-9 · White/)
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    const delivery = dialog(page, /^Delivery of/);
    await expectAccessible(page);
    await delivery.getByLabel('Delivered').fill('60');
    await button(delivery, 'Save delivery').click();
    await expect(page.getByText(/^Within ±5 %/)).toBeVisible();
  });
});

async function addOffer(page: Page, offers: Locator, { unit, ...fields }: Record<string, string>): Promise<void> {
  await button(offers, 'Add offer').click();
  const form = dialog(page, /^New offer for/);
  for (const [label, value] of Object.entries(fields)) await form.getByLabel(label).fill(value);
  if (unit) await form.getByLabel('For one').selectOption(unit);
  await button(form, 'Save offer').click();
  await expect(form).toBeHidden();
}

async function record(page: Page, came: { quantity: string; unit?: string; challan?: string }): Promise<void> {
  await button(page, 'Record delivery').click();
  const form = dialog(page, `Record a delivery of ${orderNumber}`);
  await form.getByLabel('Delivered of WD-9 · White').fill(came.quantity);
  if (came.unit) await form.getByLabel('Unit of WD-9 · White').selectOption(came.unit);
  if (came.challan) await form.getByLabel('Challan').fill(came.challan);
  await button(form, 'Record delivery').click();
  await expect(form).toBeHidden();
}

/** 5,000 yd of White at 165 GSM; the style does not say yet how wide it is. */
async function orderInYards(request: APIRequestContext, baseURL: string): Promise<string> {
  const api = `${baseURL}/api/v1`;
  const signedIn = await request.post(`${api}/auth/login/`, { data: people.merchandiser });
  const { access } = (await signedIn.json()) as { access: string };
  const made = await request.post(`${api}/orders/`, {
    headers: { Authorization: `Bearer ${access}` },
    data: {
      orderNumber,
      customerName: 'Nordhaus',
      fabricType: 'Poplin',
      styles: [
        {
          styleNumber: 'WD-9',
          gsm: '165',
          lines: [{ colorName: 'White', quantity: '5000', unit: 'yards', provaPrice: '1.50', etd: '2027-03-01' }],
        },
      ],
    },
  });
  expect(made.status()).toBe(201);
  return ((await made.json()) as { id: string }).id;
}
