import { expect, expectAccessible, signIn, test } from './fixtures';

test('a number of the figures opens the rows that it counts, and a chart is a table too', async ({ page }) => {
  await signIn(page, 'manager');
  await expect(page.getByRole('heading', { level: 1, name: /^Hello/ })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('u');
  await expect(page.getByRole('heading', { level: 1, name: 'Figures' })).toBeVisible();
  await expectAccessible(page);

  // One of each list: orders by stage, by ETD and by whose they are, lines by slack, gates by who holds them.
  for (const name of [/^Greige, Orders/, /^Later, Orders/, /^Rina Akter, Open/, /^Fine, Lines/, /^With us, Gates/]) {
    const link = page.getByRole('link', { name });
    const count = (await link.innerText()).split(/\s+/).at(-1) ?? '';
    expect(Number(count)).toBeGreaterThan(0);
    await link.click();
    await expect(page.getByRole('navigation', { name: 'Pages' })).toContainText(new RegExp(`of ${count} \\w+`));
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1, name: 'Figures' })).toBeVisible();
  }

  await page.getByRole('button', { name: 'Placed and delivered: show the table' }).click();
  const table = page.getByRole('table', { name: 'Placed and delivered' });
  await expect(table.getByRole('row')).toHaveCount(13);
  await page.getByRole('button', { name: 'What is counted: Placed and delivered' }).click();
  await expect(page.getByRole('dialog', { name: 'What is counted: Placed and delivered' })).toBeVisible();
  await expectAccessible(page);
});
