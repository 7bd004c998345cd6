import type { APIRequestContext } from '@playwright/test';
import { expect, expectAccessible, people, signIn, test } from './fixtures';

const mark = String(Date.now()).slice(-6);

test('an LC is checked when it comes, leaves room for a mill, and is held against what is presented under it', async ({
  page,
  request,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const creditId = await creditTooSmall(request, baseURL ?? '');
  await signIn(page, 'merchandiser', `/money/letters-of-credit/${creditId}`);
  const dialog = page.getByRole('dialog');
  const card = (title: string) =>
    page.locator('section', { has: page.getByRole('heading', { name: title, exact: true }) });

  await test.step('it does not pay for all, by which article, and what to ask the buyer for is drafted', async () => {
    const checked = card('Checked against order and PI');
    const short = checked.getByRole('listitem').filter({ hasText: 'UCP 600 art. 18(b)' });
    await expect(short).toContainText('Discrepancy');
    await checked.getByText('Amendment request, drafted').click();
    await expect(checked.getByText(/Field 32B: .*6,150\.00/)).toBeVisible();
    await expectAccessible(page);
    await short.getByRole('button', { name: 'Let it stand…' }).click();
    await dialog.getByLabel('Reason').fill('The buyer pays the rest by TT.');
    await dialog.getByRole('button', { name: 'Let it stand', exact: true }).click();
    await expect(short).toContainText('Discrepancy, may stand');
  });

  await test.step('an LC to a mill is planned on it, after it was said what that leaves', async () => {
    await page.getByRole('link', { name: 'Open its back-to-back LCs' }).click();
    await dialog.getByRole('button', { name: 'New back-to-back LC' }).click();
    await dialog.getByLabel(/^Mill/).fill('Meghna Knit');
    await dialog.getByLabel(/^Amount/).fill('4000');
    await expect(dialog.getByRole('region', { name: 'What it would come to' })).toContainText('500.00');
    await dialog.getByRole('button', { name: 'Record back-to-back LC' }).click();
    await expect(page.getByText(/to Meghna Knit is recorded/)).toBeVisible();
    await page.goto(`/money/letters-of-credit/${creditId}`);
    await expect(card('Back-to-back LCs')).toContainText('4,000.00');
  });

  const bank = card('Before it goes to the bank');
  await test.step('its shipment is held against it before the documents go', async () => {
    await card('Shipments')
      .getByRole('link', { name: `MAEU${mark}` })
      .click();
    await bank.getByRole('button', { name: 'Begin presentation' }).click();
    await dialog.getByRole('button', { name: 'Begin presentation' }).click();
    await expect(page.getByRole('button', { name: /^Bill of lading .*Missing$/ })).toBeVisible();
    const missing = bank.getByRole('listitem').filter({ hasText: 'art. 14(a), field 46A' });
    await expect(missing).toHaveCount(3);
  });

  await test.step('what a bank would see of it is said, and checked anew', async () => {
    await bank.getByRole('button', { name: 'Edit', exact: true }).click();
    await dialog.getByLabel('The transport document is clean').uncheck();
    await dialog.getByRole('button', { name: 'Save presentation' }).click();
    await expect(bank.getByRole('listitem').filter({ hasText: 'UCP 600 art. 27' })).toBeVisible();
    await expectAccessible(page);
  });
});

/** An LC of USD 6,000.00 over an order of 6,150.00, whose goods are booked on a ship. */
async function creditTooSmall(request: APIRequestContext, baseURL: string): Promise<string> {
  const at = (path: string) => new URL(`/api/v1${path}`, baseURL).href;
  const { email, password } = people.merchandiser;
  const session = await request.post(at('/auth/login/'), { data: { email, password } });
  const { access } = (await session.json()) as { access: string };
  const post = async (path: string, data: object) => {
    const answer = await request.post(at(path), { data, headers: { Authorization: `Bearer ${access}` } });
    expect(answer.status()).toBe(201);
    return (await answer.json()) as { id: string };
  };
  const order = await post('/orders/', {
    ...{ orderNumber: `BANK-${mark}`, customerName: 'ANABIA', fabricType: 'Single jersey' },
    styles: [
      { styleNumber: 'SJ-1', lines: [{ colorName: 'Black', quantity: '1000', unit: 'kg', provaPrice: '6.15' }] },
    ],
  });
  await post('/shipments/', {
    ...{ orderId: order.id, carrierName: 'Maersk', awbNumber: `MAEU${mark}`, mode: 'sea', load: 'fcl' },
    shippingDate: new Date().toISOString().slice(0, 10),
  });
  const credit = await post('/financials/letters-of-credit/', {
    ...{ orderId: order.id, lcNumber: `DC-${mark}`, amount: '6000', currency: 'USD', text: message },
    ...{ issueDate: '2025-10-01', expiryDate: '2030-12-31', latestShipmentDate: '2030-12-31' },
  });
  return credit.id;
}

const message = `:27:1/1
:40A:IRREVOCABLE
:20:DC-${mark}
:31C:251001
:40E:UCP LATEST VERSION
:31D:301231BANGLADESH
:50:ANABIA
LONDON
:59:PROVA FASHION LTD
DHAKA, BANGLADESH
:32B:USD6000,00
:41D:ANY BANK BY NEGOTIATION
:43P:ALLOWED
:44E:CHATTOGRAM, BANGLADESH
:44C:301231
:45A:+1,000 KGS OF SINGLE JERSEY AT USD 6.15/KG
:46A:+SIGNED COMMERCIAL INVOICE IN 3 ORIGINALS
+PACKING LIST IN 2 ORIGINALS
+FULL SET OF CLEAN ON BOARD BILLS OF LADING
:49:WITHOUT
-}`;
