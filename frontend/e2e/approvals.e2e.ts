import { expect, expectAccessible, people, signIn, test } from './fixtures';

const mark = String(Date.now()).slice(-6);
const orderNumber = `BRD-${mark}`;
const styleNumber = `BD-${mark}`;
const colours = ['White', 'Black', 'Navy'];

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('gates are approved in the list of orders, and move over the board', async ({ page, request }) => {
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
      styles: [{ styleNumber, lines: colours.map((colorName) => ({ colorName, quantity: '900', unit: 'kg' })) }],
    },
  });
  await signIn(page, 'merchandiser', `/orders?search=${orderNumber}&lines=shown`);

  await test.step('one gate of three lines is approved at once: click, Shift-click, A', async () => {
    const price = (colour: string) =>
      page.getByRole('button', { name: new RegExp(`^Price: .*${styleNumber} · ${colour}`) });
    await price('White').focus();
    await price('Navy').click({ modifiers: ['Shift'] });
    await page.keyboard.press('a');
    for (const colour of colours) await expect(price(colour)).toHaveAccessibleName(/^Price: approved/);
  });

  await test.step('and in two actions while they are folded: the cell of the order, then A on the line it leads to', async () => {
    await page.goto(`/orders?search=${orderNumber}`);
    await page.getByRole('button', { name: new RegExp(`^Quality of ${orderNumber}: 0 of 3 lines passed`) }).click();
    await page.keyboard.press('a');
    await expect(page.getByRole('button', { name: /^Quality: approved/ })).toHaveCount(1);
    await expectAccessible(page);
  });

  await test.step('a lab dip goes from us to the buyer, and back as rework', async () => {
    await page.goto(`/approvals?search=${orderNumber}&gateKey=labDip`);
    const column = (name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });
    const card = (colour: string) => page.getByRole('link', { name: new RegExp(`^${colour} · Lab dip`) });
    await expect(column('To send').getByRole('listitem')).toHaveCount(3);
    await expectAccessible(page);

    await card('White').focus();
    await page.keyboard.press('t');
    await expect(column('With the buyer').getByRole('link', { name: /^White/ })).toBeVisible();
    await expect(column('To send').getByRole('listitem')).toHaveCount(2);

    await card('White').focus();
    await page.keyboard.press('r');
    const rejecting = page.getByRole('dialog');
    await rejecting.getByLabel('Why').fill('Too red under D65.');
    await expectAccessible(page);
    await rejecting.getByRole('button', { name: 'Reject', exact: true }).click();
    await expect(column('Rework').getByRole('listitem')).toContainText(/at the mill 0 d/);
    await expect(column('With the buyer').getByRole('listitem')).toHaveCount(0);
  });

  await test.step('cards are dragged to whoever must act, and moved by M without a pointer', async () => {
    const column = (name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });
    const card = (colour: string) =>
      page
        .getByRole('main')
        .getByRole('listitem')
        .filter({ hasText: `${colour} · Lab dip` });
    await card('Black').dragTo(column('Mill or lab'));
    await expect(column('Mill or lab').getByRole('link', { name: /^Black/ })).toBeVisible();
    await expect(column('To send').getByRole('listitem')).toHaveCount(1);
    await card('White')
      .getByRole('link', { name: /^White/ })
      .focus();
    await page.keyboard.press('m');
    await expect(page.getByRole('menuitem', { name: /^To send/ })).toContainText('until its next round is sent');
    await page.getByRole('menuitem', { name: 'With the buyer' }).click();
    await expect(column('With the buyer').getByRole('listitem')).toContainText('R2');
  });

  await test.step('and stand in a table as well', async () => {
    await page.getByRole('navigation', { name: 'Views of approvals' }).getByRole('link', { name: 'Table' }).click();
    await page.getByRole('searchbox', { name: 'Search gates' }).fill(orderNumber);
    await page.keyboard.press('Enter');
    const waits = page.getByRole('table', { name: 'Gates that wait' });
    await expect(waits.getByRole('row', { name: /White.*Lab dip.*With the buyer/ })).toBeVisible();
    await expectAccessible(page);
  });
});
