import type { Page } from '@playwright/test';
import { expect, expectAccessible, people, signIn, test } from './fixtures';

const mark = String(Date.now()).slice(-6);
const orderNumber = `GATE-${mark}`;
const styleNumber = `GT-${mark}`;
const white = `${styleNumber} · White`;
const black = `${styleNumber} · Black`;

const cell = (page: Page, gate: string, line: string) =>
  page.getByRole('button', { name: new RegExp(`^${gate}: .*${line}. Record a decision$`) });
const choose = (page: Page, name: string | RegExp) => page.getByRole('menuitem', { name, exact: true }).click();

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('the gates of an order, from its set to an override', async ({ page, request }) => {
  test.setTimeout(120_000);
  const { email, password } = people.merchandiser;
  const { access } = (await (await request.post('/api/v1/auth/login/', { data: { email, password } })).json()) as {
    access: string;
  };
  const made = await request.post('/api/v1/orders/', {
    headers: { Authorization: `Bearer ${access}` },
    data: {
      orderNumber,
      customerName: 'ANABIA',
      fabricType: 'Single jersey',
      styles: [
        { styleNumber, lines: ['White', 'Black'].map((colorName) => ({ colorName, quantity: '900', unit: 'kg' })) },
      ],
    },
  });
  const { id } = (await made.json()) as { id: string };
  await signIn(page, 'merchandiser', `/orders/${id}`);

  await test.step('each line has the gates of its fabric', async () => {
    const row = page.getByRole('row', { name: /White/ });
    for (const gate of ['Price', 'Lab dip', 'Bulk swatch', 'PP sample'])
      await expect(row.getByRole('button', { name: new RegExp(`^${gate}: to send`) })).toBeVisible();
    await expect(row.getByRole('button', { name: /^Strike-off/ })).toHaveCount(0);
  });

  await test.step('dyeing is refused before a lab dip is approved, and goes on with a reason', async () => {
    await page.getByRole('tab', { name: /^Production/ }).click();
    await page.getByRole('button', { name: 'Enter output' }).first().click();
    const entering = page.getByRole('dialog', { name: /Enter output/ });
    await entering.getByLabel('Dyed').fill('120');
    await entering.getByRole('button', { name: 'Save output' }).click();
    const question = page.getByRole('dialog', { name: 'A gate is not passed' });
    await expect(question.getByText(white)).toBeVisible();
    await expectAccessible(page);
    await question.getByLabel('Reason').fill('The buyer agreed on the phone.');
    await question.getByRole('button', { name: 'Go on all the same' }).click();
    await expect(page.getByRole('table', { name: `Daily output of ${orderNumber}` })).toContainText('120');
    await expect(page.getByRole('region', { name: 'Gates that were overridden' })).toContainText(
      'The buyer agreed on the phone.',
    );
  });

  await test.step('a gate is approved in two actions: its cell, then Approve', async () => {
    await page.getByRole('tab', { name: /^Lines/ }).click();
    await cell(page, 'Price', white).click();
    await choose(page, 'Approve');
    await expect(cell(page, 'Price', white)).toHaveAccessibleName(/^Price: approved/);
  });

  await test.step('rounds go to the buyer and back to the mill, who hands over to us', async () => {
    await cell(page, 'Lab dip', white).click();
    await page.keyboard.press('t');
    await expect(cell(page, 'Lab dip', white)).toHaveAccessibleName(/submitted, with the buyer 0 d of 5/);
    await cell(page, 'Lab dip', white).click();
    await choose(page, /^Reject/);
    const rejecting = page.getByRole('dialog', { name: `Lab dip of ${white}` });
    await rejecting.getByLabel('Note').fill('Too red under D65.');
    await rejecting.getByRole('button', { name: 'Record' }).click();
    await expect(cell(page, 'Lab dip', white)).toHaveAccessibleName(/rejected, at the mill 0 d of 7/);
    await cell(page, 'Lab dip', white).click();
    await choose(page, 'Hand over…');
    const handing = page.getByRole('dialog', { name: `Hand over Lab dip of ${white}` });
    await handing.getByLabel('Whose turn is it?').selectOption('us');
    await handing.getByRole('button', { name: 'Hand over' }).click();
    await expect(cell(page, 'Lab dip', white)).toHaveAccessibleName(/rejected, with us/);
  });

  await test.step('an approval on a condition stays open until it is ticked', async () => {
    await cell(page, 'Lab dip', white).click();
    await choose(page, /with day, note or condition/);
    const approving = page.getByRole('dialog', { name: `Lab dip of ${white}` });
    await approving.getByLabel('On condition that').fill('Bulk a shade bluer');
    await expect(approving.getByText('Too red under D65.')).toBeVisible();
    await expectAccessible(page);
    await approving.getByRole('button', { name: 'Record' }).click();
    await expect(page.getByText('Lab dip: Bulk a shade bluer')).toBeVisible();

    await page.getByRole('button', { name: 'Mark delivered' }).click();
    await page
      .getByRole('dialog', { name: /as delivered/ })
      .getByRole('button', { name: 'Mark delivered' })
      .click();
    const question = page.getByRole('dialog', { name: 'A gate is not passed' });
    await expect(question.getByText('“Bulk a shade bluer”')).toBeVisible();
    await question.getByRole('button', { name: 'Cancel' }).click();
    await page
      .getByRole('dialog', { name: /as delivered/ })
      .getByRole('button', { name: 'Cancel' })
      .click();

    await cell(page, 'Lab dip', white).click();
    await choose(page, 'Condition seen to…');
    await page.getByRole('button', { name: 'It is seen to' }).click();
    await expect(page.getByText('Lab dip: Bulk a shade bluer')).toHaveCount(0);
    await expect(cell(page, 'Lab dip', white)).toHaveAccessibleName(/^Lab dip: approved/);
  });

  await test.step('the order says which line holds its lab dip back', async () => {
    await page.getByRole('button', { name: 'Why?', exact: true }).click();
    const why = page.getByRole('dialog', { name: `Why ${orderNumber} stands where it does` });
    await expect(why.getByText(`${black} · 1 of 2 lines`).first()).toBeVisible();
    await why.getByRole('button', { name: 'Close' }).click();
  });

  await test.step('a line gets a gate of its own, and a clash is told at its field', async () => {
    const own = async (name: string) => {
      await page.getByRole('button', { name: `Add a gate to ${black}` }).click();
      await choose(page, 'One of its own…');
      const naming = page.getByRole('dialog', { name: `New gate for ${black}` });
      await naming.getByLabel('Name').fill(name);
      await naming.getByRole('button', { name: 'Add gate' }).click();
      return naming;
    };
    await own('Shrinkage after wash');
    await expect(cell(page, 'Shrinkage after wash', black)).toBeVisible();
    const clash = await own('shrinkage AFTER wash');
    await expect(clash.getByText('This line has a gate called Shrinkage after wash already.')).toBeVisible();
    await clash.getByRole('button', { name: 'Cancel' }).click();
  });
});
