import { expect, expectAccessible, people, signIn, test } from './fixtures';

const mark = String(Date.now()).slice(-6);
const orderNumber = `REM-${mark}`;

test.use({ contextOptions: { reducedMotion: 'reduce' }, permissions: ['clipboard-read', 'clipboard-write'] });

test('a card reminds whoever holds it, gets its next round, and is shared by a link', async ({
  page,
  request,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const { access } = (await (await request.post('/api/v1/auth/login/', { data: people.merchandiser })).json()) as {
    access: string;
  };
  await request.post('/api/v1/orders/', {
    headers: { Authorization: `Bearer ${access}` },
    data: {
      orderNumber,
      customerName: 'ANABIA',
      fabricType: 'Single jersey',
      styles: [{ styleNumber: `RM-${mark}`, lines: [{ colorName: 'White', quantity: '900', unit: 'kg' }] }],
    },
  });
  await signIn(page, 'manager', `/approvals?search=${orderNumber}&gateKey=labDip`);
  const card = page.getByRole('main').getByRole('listitem').filter({ hasText: 'White · Lab dip' });
  const copied = () => page.evaluate(() => navigator.clipboard.readText());

  await test.step('the manager reminds the merchandiser, who hears of it', async () => {
    await card.getByRole('button', { name: /^Remind/ }).click();
    const reminding = page.getByRole('dialog', { name: /^Remind .* of Lab dip/ });
    await reminding.getByLabel('Message').fill('The mill has a slot on Monday.');
    await expectAccessible(page);
    await reminding.getByRole('button', { name: 'Remind', exact: true }).click();
    await expect(card.getByText(/^reminded/)).toBeVisible();
    const theirs = await (await browser.newContext({ baseURL })).newPage();
    await signIn(theirs, 'merchandiser');
    await expect(async () => {
      await theirs.goto('/inbox');
      await expect(theirs.getByText(`reminds you of Lab dip, order ${orderNumber}.`)).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 20_000 });
    await theirs.context().close();
  });

  await test.step('its first round is made from the card', async () => {
    await card.getByRole('button', { name: /^New round of Lab dip/ }).click();
    await expect(page.getByText(/^Lab dip, round 1 of .*White is added\.$/)).toBeVisible();
    await expect(card.getByRole('link', { name: /^Send round 1/ })).toBeVisible();
  });

  await test.step('the words for the buyer are copied, and once more only when it is meant', async () => {
    await card.getByRole('link', { name: /^White · Lab dip/ }).focus();
    await page.keyboard.press('t');
    const remind = card.getByRole('button', { name: 'Remind ANABIA of Lab dip' });
    const dialog = page.getByRole('dialog', { name: /^Remind ANABIA/ });
    await remind.click();
    await dialog.getByRole('button', { name: 'Copy and record' }).click();
    await expect(dialog).toBeHidden();
    expect(await copied()).toMatch(new RegExp(`^Dear ANABIA,\\s+The lab dip of style RM-${mark}, White`));
    await remind.click();
    await expect(dialog.getByText(/Last reminded on/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Remind once more' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('its link shows it alone', async () => {
    await card.getByRole('button', { name: /^Share Lab dip/ }).click();
    await expect(page.getByText(/^The link to Lab dip of .*White is copied\.$/)).toBeVisible();
    await page.goto(await copied());
    await expect(page.getByRole('status').filter({ hasText: 'Only Lab dip of' })).toBeVisible();
    await expect(card.getByRole('link', { name: /^White · Lab dip/ })).toBeFocused();
    await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: ' · Lab dip' })).toHaveCount(1);
    await expectAccessible(page);
  });

  await test.step('and the board makes a round for any order', async () => {
    await page.getByRole('button', { name: 'Show the whole board' }).click();
    await page.getByRole('button', { name: 'New round', exact: true }).click();
    await expect(page.getByRole('dialog', { name: 'New sample' })).toBeVisible();
    await expectAccessible(page);
  });
});
