import { expect, expectAccessible, people, signIn, test } from './fixtures';

const mark = String(Date.now()).slice(-6);
const orderNumber = `OUT-${mark}`;
const styleNumber = `OT-${mark}`;

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('output that is entered in a shed without a network, and what the cockpit makes of it', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const { email, password } = people.merchandiser;
  const { access } = (await (await request.post('/api/v1/auth/login/', { data: { email, password } })).json()) as {
    access: string;
  };
  await request.post('/api/v1/orders/', {
    headers: { Authorization: `Bearer ${access}` },
    data: {
      orderNumber,
      customerName: 'ANABIA',
      fabricType: 'Single jersey',
      processLossPercent: '12',
      styles: [
        { styleNumber, lines: ['White', 'Black'].map((colorName) => ({ colorName, quantity: '4737', unit: 'kg' })) },
      ],
    },
  });
  await signIn(page, 'merchandiser');
  const white = page.getByLabel(`Knitting of ${orderNumber} ${styleNumber} · White`);
  const black = page.getByLabel(`Knitting of ${orderNumber} ${styleNumber} · Black`);

  await test.step('numbers wait on the device, and are sent when the network is back', async () => {
    await expect(async () => {
      await page.goto(`/production/entry?search=${orderNumber}`);
      await expect(white).toBeVisible({ timeout: 3_000 }); // the worker has seen the order
    }).toPass();
    await page.context().setOffline(true);
    await white.fill('400');
    await white.press('Enter');
    await expect(black).toBeFocused();
    await black.fill('88');
    await black.press('Enter');
    await expect(page.getByText('2 numbers wait on this device')).toBeVisible();
    await expectAccessible(page);
    await page.context().setOffline(false);
    await expect(page.getByText('Sent')).toHaveCount(2);
    await expect(page.getByText('wait on this device')).toBeHidden();
  });

  await test.step('a second number of the day asks, and corrects', async () => {
    await black.fill('90');
    await black.press('Enter');
    await page.getByRole('button', { name: /^Correct it to 90/ }).click();
    await expect(page.getByRole('alert')).toBeHidden();
    await expect(black).toHaveValue('90');
  });

  await test.step('the cockpit names the base, the greige and the yarn', async () => {
    await expect(async () => {
      await page.goto(`/production?search=${orderNumber}`);
      const row = page.getByRole('row', { name: new RegExp(`${orderNumber}.*White`) });
      await expect(row).toContainText('400 / 5,305 kg', { timeout: 3_000 });
    }).toPass();
    await page.getByRole('row', { name: /White/ }).getByRole('button', { name: orderNumber }).click();
    const drawer = page.getByRole('dialog');
    await expect(drawer.getByText('7.5 %. Of 5,305.44 kg greige')).toBeVisible();
    await expect(drawer.getByRole('img', { name: /^Knitting: 400 \/ 5,305 kg/ })).toBeVisible();
    await expectAccessible(page);
  });
});
