import type { APIRequestContext } from '@playwright/test';
import { expect, expectAccessible, people, signIn, test } from './fixtures';

test('an invoice is owed by its terms, and settled with the bank’s charges among it', async ({
  page,
  request,
  baseURL,
}) => {
  test.setTimeout(90_000);
  const { number, orderId } = await invoiced(request, baseURL ?? '');
  await signIn(page, 'merchandiser', `/money/payments?orderId=${orderId}`);
  const dialog = page.getByRole('dialog');

  await test.step('how it is paid is said, and the day it is due follows', async () => {
    await page.getByRole('button', { name: number, exact: true }).click();
    await dialog.getByRole('button', { name: 'Change terms' }).click();
    await dialog.getByLabel('Paid by').selectOption('tt');
    await dialog.getByLabel('Days').fill('30');
    await dialog.getByRole('button', { name: 'Save terms' }).click();
    await expect(dialog.getByText(/^30 days after the invoice of/)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('what came and what the bank kept settle it', async () => {
    await dialog.getByRole('button', { name: 'Record payment' }).click();
    await dialog.getByLabel('Amount').fill('6,105');
    await dialog.getByLabel('Bank charges').fill('45');
    await expect(dialog.getByRole('status')).toContainText('0.00');
    await dialog.getByRole('button', { name: 'Record payment' }).click();
    await expect(dialog.getByRole('region', { name: 'What came' })).toContainText('6,150.00');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: number, exact: true })).toBeHidden();
  });

  await test.step('the payment stands among what was received', async () => {
    await page.getByRole('tab', { name: 'Received', exact: true }).click();
    await expect(page.getByRole('table', { name: 'Payments' })).toContainText('6,105.00');
  });
});

/** A shipment of 1,000 kg at USD 6.15, invoiced, and what is owed for it. */
async function invoiced(request: APIRequestContext, baseURL: string): Promise<{ number: string; orderId: string }> {
  const at = (path: string) => new URL(`/api/v1${path}`, baseURL).href;
  const { email, password } = people.merchandiser;
  const signedIn = (await (await request.post(at('/auth/login/'), { data: { email, password } })).json()) as {
    access: string;
  };
  const headers = { Authorization: `Bearer ${signedIn.access}` };
  const lines = [{ colorName: 'Navy', quantity: '1000', unit: 'kg', provaPrice: '6.15', currency: 'USD' }];
  const post = async <T>(path: string, data: object): Promise<T> =>
    (await (await request.post(at(path), { headers, data })).json()) as T;
  const order = await post<{ id: string; styles: { lines: { id: string }[] }[] }>('/orders/', {
    customerName: `Paid on time ${String(Date.now()).slice(-6)}`,
    fabricType: 'Single jersey',
    styles: [{ styleNumber: 'PT-1', lines }],
  });
  const shippingDate = new Date().toISOString().slice(0, 10);
  const booked = { orderId: order.id, carrierName: 'Maersk', awbNumber: 'MAEU219884001', shippingDate };
  const shipment = await post<{ id: string }>('/shipments/', booked);
  const orderLineId = order.styles[0]?.lines[0]?.id;
  await request.put(at(`/shipments/${shipment.id}/lines/`), {
    headers,
    data: { lines: [{ orderLineId, quantity: '1000', unit: 'kg' }] },
  });
  const invoice = await post<{ invoiceNumber: string }>(`/shipments/${shipment.id}/invoices/`, {});
  await expect
    .poll(async () => {
      const owed = await request.get(at(`/financials/receivables/?shipmentId=${shipment.id}`), { headers });
      return ((await owed.json()) as { count: number }).count;
    })
    .toBe(1);
  return { number: invoice.invoiceNumber, orderId: order.id };
}
