import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { expect, expectAccessible, people, signIn, test } from './fixtures';
import { dropFile } from './workbook';

const mark = String(Date.now()).slice(-6);
const numbers = [`HND-${mark}-1`, `HND-${mark}-2`] as const;

const button = (within: Page | Locator, name: string | RegExp) => within.getByRole('button', { name });

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a line is split and planned, a repeated PO is seen in a sheet, and orders change hands', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const [orderId] = await twoOrders(request);
  await signIn(page, 'manager', `/orders/${orderId}`);

  await test.step('a line becomes two', async () => {
    await button(page, /^More about .*Navy/).click();
    await page.getByRole('menuitem', { name: 'Split…' }).click();
    const splitting = page.getByRole('dialog', { name: /^Split/ });
    await splitting.getByLabel('Quantity of the new part').fill('1500');
    await expect(splitting.getByText(/2,500\skg stay on this line, 1,500\skg go on/)).toBeVisible();
    await expectAccessible(page);
    await button(splitting, 'Split line').click();
    await expect(page.getByRole('row').filter({ hasText: '2,500 kg' })).toHaveCount(1);
    await expect(page.getByRole('row').filter({ hasText: '1,500 kg' })).toHaveCount(1);
  });

  await test.step('and gets a plan', async () => {
    await page.goto(`/orders/${orderId}?tab=plan`);
    await button(page, /^Lay plan of/)
      .first()
      .click();
    const laying = page.getByRole('dialog', { name: /^Lay the plan of/ });
    await expectAccessible(page);
    await button(laying, 'Lay plan').click();
    await expect(page.getByText(/^The plan of .* is laid by /)).toBeVisible();
    await expect(page.getByRole('region', { name: /^Plan of/ }).first()).toContainText(/next: /);
  });

  await test.step('a sheet with the same PO says so, with the order beside', async () => {
    await page.goto('/orders');
    await expect(page.getByRole('treegrid', { name: 'Orders' })).toBeVisible();
    const row = `ANABIA,${numbers[0].toLowerCase()},HN-${mark},White,400,2027-05-05`;
    await dropFile(page, 'repeat.csv', Buffer.from(`Buyer,PO No,Style,Colour,Qty,Ex-factory\n${row}\n`));
    const said = page.getByRole('region', { name: `${numbers[0].toLowerCase()} was seen before` });
    await expect(said).toContainText('nothing is merged');
    await expect(said.getByRole('link', { name: new RegExp(numbers[0]) })).toHaveAttribute(
      'href',
      new RegExp(String(orderId)),
    );
    await expectAccessible(page);
  });

  await test.step('both orders are handed over at once', async () => {
    await page.goto(`/orders?search=HND-${mark}`);
    await page.getByRole('checkbox', { name: new RegExp(`^Tick .*${numbers[0]}`) }).check();
    await page.getByRole('checkbox', { name: new RegExp(`^Tick .*${numbers[1]}`) }).check();
    await button(page.getByRole('region', { name: 'Ticked orders' }), 'Hand over…').click();
    const handing = page.getByRole('dialog', { name: 'Hand 2 orders over' });
    await handing.getByLabel('To').selectOption({ label: 'John Smith (merchandiser)' });
    await expectAccessible(page);
    await button(handing, 'Hand over').click();
    await expect(page.getByText('2 orders are John Smith’s now.')).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: 'John Smith' })).toHaveCount(2);
  });
});

/** Two orders of the merchandiser, each of one line with an ETD. @returns their ids */
async function twoOrders(request: APIRequestContext): Promise<string[]> {
  const signedIn = await request.post('/api/v1/auth/login/', { data: people.merchandiser });
  const { access } = (await signedIn.json()) as { access: string };
  const ids: string[] = [];
  for (const orderNumber of numbers) {
    const lines = [{ colorName: 'Navy', quantity: '4000', unit: 'kg', etd: '2027-06-30' }];
    const made = await request.post('/api/v1/orders/', {
      headers: { Authorization: `Bearer ${access}` },
      data: {
        ...{ orderNumber, customerName: 'ANABIA', fabricType: 'Rib', orderType: 'local' },
        styles: [{ styleNumber: `HN-${mark}`, lines }],
      },
    });
    ids.push(((await made.json()) as { id: string }).id);
  }
  return ids;
}
