import type { APIRequestContext } from '@playwright/test';
import { expect, expectAccessible, people, signIn, test } from './fixtures';

const mark = String(Date.now()).slice(-6);

test('a manager reviews a PI in three actions: opens it from my day, sees what changed and who changed it, decides', async ({
  page,
  request,
  baseURL,
}) => {
  test.setTimeout(90_000);
  const merchandiser = await aMerchandiser(request, baseURL ?? '');
  const invoice = await merchandiser.send<{ id: string; piNumber: string; lines: { orderLineId: string }[] }>(
    'post',
    '/financials/proforma-invoices/',
    { orderId: await merchandiser.order() },
  );
  const at = `/financials/proforma-invoices/${invoice.id}/`;
  await merchandiser.send('post', `${at}review/`);
  await signIn(page, 'manager');
  const title = page.getByRole('heading', { name: `Review of ${invoice.piNumber}`, exact: true });
  const card = page.locator('section').filter({ has: title });
  const open = async () => {
    await page.goto('/?kind=invoice_to_review');
    await page.getByRole('link', { name: `Review ${invoice.piNumber}`, exact: true }).click();
    await expect(card.getByRole('button', { name: 'Approve', exact: true })).toBeVisible();
  };

  await test.step('nothing was approved before: the whole is looked at, and approved by a key', async () => {
    await open();
    await expect(card).toContainText('Nothing of this order was approved before');
    await expectAccessible(page);
    await page.keyboard.press('a');
    await expect(page.getByText(`${invoice.piNumber} is approved.`)).toBeVisible();
  });

  await test.step('what changed since is shown alone, with who changed it, and goes back by a key with a reason', async () => {
    const lines = invoice.lines.map(({ orderLineId }) => ({ orderLineId, price: '6.05' }));
    await merchandiser.send('patch', at, { lines });
    await merchandiser.send('post', `${at}review/`);
    await open();
    await expect(card).toContainText('6.15 → 6.05');
    await expect(card).toContainText(merchandiser.name);
    await page.keyboard.press('r');
    const dialog = page.getByRole('dialog', { name: `Return ${invoice.piNumber}`, exact: true });
    await dialog.getByLabel('Reason').fill('Ask for 6.10.');
    await dialog.getByRole('button', { name: 'Return PI', exact: true }).click();
    await expect(page.getByText(`${invoice.piNumber} goes back to who wrote it.`)).toBeVisible();
    const { review } = await merchandiser.send<{ review: string }>('get', at);
    expect(review).toBe('returned');
  });
});

/** Somebody whose PIs a manager reviews, by the API. */
async function aMerchandiser(request: APIRequestContext, baseURL: string) {
  const url = (path: string) => new URL(`/api/v1${path}`, baseURL).href;
  const { email, password } = people.merchandiser;
  const session = await request.post(url('/auth/login/'), { data: { email, password } });
  const { access, user } = (await session.json()) as { access: string; user: { fullName: string } };
  const send = async <Answer>(method: 'get' | 'post' | 'patch', path: string, data?: object): Promise<Answer> => {
    const answer = await request[method](url(path), { data, headers: { Authorization: `Bearer ${access}` } });
    expect(answer.ok(), `${method} ${path}`).toBe(true);
    return (await answer.json()) as Answer;
  };
  const order = async () => {
    const lines = [{ colorName: 'Black', quantity: '1000', unit: 'kg', provaPrice: '6.15', millPrice: '5.20' }];
    const { id } = await send<{ id: string }>('post', '/orders/', {
      ...{ orderNumber: `REVIEW-${mark}`, customerName: 'ANABIA', fabricType: 'Single jersey' },
      styles: [{ styleNumber: 'SJ-1', lines }],
    });
    return id;
  };
  return { send, order, name: user.fullName };
}
