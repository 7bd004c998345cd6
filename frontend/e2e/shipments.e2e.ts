import type { APIRequestContext } from '@playwright/test';
import { expect, expectAccessible, people, signIn, test } from './fixtures';

const mark = String(Date.now()).slice(-6);

test('a shipment is said, packed from a sheet until it ties, boxed, and invoiced', async ({
  page,
  request,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const shipmentId = await bookedShipment(request, baseURL ?? '');
  await signIn(page, 'merchandiser', `/shipments/${shipmentId}`);
  const dialog = page.getByRole('dialog');

  await test.step('what goes is the line of the order', async () => {
    await page.getByRole('button', { name: 'Say what goes' }).click();
    await dialog.getByRole('button', { name: /lines of the order$/ }).click();
    await dialog.getByRole('button', { name: 'Save lines' }).click();
    await expect(page.getByRole('table', { name: 'Lines that go' })).toContainText('6,150.00');
  });

  await test.step('the packing list comes out of a sheet: short at first, then it ties', async () => {
    await page.getByRole('button', { name: 'Write the packing list' }).click();
    await dialog.getByRole('button', { name: 'Paste from a sheet' }).click();
    const sheet = Array.from({ length: 9 }, () => '100\t100\t104\t180\t60\t60').join('\n');
    await dialog.getByLabel('Rows of the sheet').fill(sheet);
    await dialog.getByRole('button', { name: 'Add 9 packages' }).click();
    await dialog.getByRole('button', { name: 'Save packing list' }).click();
    await expect(page.getByText(/1,000 kg go, 900 kg are packed: 100 kg less/)).toBeVisible();
    await page.getByRole('button', { name: 'Change packing list' }).click();
    await dialog.getByRole('button', { name: 'Duplicate row 9' }).click();
    await dialog.getByRole('button', { name: 'Save packing list' }).click();
    await expect(page.getByText(/The packing list ties to what goes/)).toBeVisible();
  });

  await test.step('a slip in the number of its container is put right with a press', async () => {
    await page.getByRole('button', { name: 'Add containers' }).click();
    await dialog.getByLabel(/^Container 1/).fill('CSQU3054384');
    await dialog.getByRole('button', { name: 'CSQU3054383' }).click();
    await dialog.getByRole('button', { name: 'Save containers' }).click();
    await expect(page.getByText(/payload about 26\.5 t/)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('the invoice is issued, and printed into its place among the papers', async () => {
    await page.getByRole('button', { name: 'Issue the invoice' }).click();
    await dialog.getByRole('button', { name: 'Issue invoice' }).click();
    const invoice = page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ hasText: /CI-\d{5}/ });
    await expect(invoice).toContainText('6,150.00');
    await invoice.getByRole('button', { name: 'PDF' }).click();
    await expect(page.getByRole('button', { name: /^Commercial invoice CI-\d{5}\.pdf.*Drafted$/ })).toBeVisible();
  });
});

/** By sea, of an order of 1,000 kg at USD 6.15. */
async function bookedShipment(request: APIRequestContext, baseURL: string): Promise<string> {
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
    ...{ orderNumber: `SHIP-${mark}`, customerName: 'ANABIA', fabricType: 'Single jersey' },
    styles: [
      { styleNumber: 'SJ-1', lines: [{ colorName: 'Black', quantity: '1000', unit: 'kg', provaPrice: '6.15' }] },
    ],
  });
  const shipment = await post('/shipments/', {
    ...{ orderId: order.id, carrierName: 'Maersk', awbNumber: `MAEU${mark}`, mode: 'sea', load: 'fcl' },
    shippingDate: new Date().toISOString().slice(0, 10),
  });
  return shipment.id;
}
