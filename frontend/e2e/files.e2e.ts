import { expect, expectAccessible, signIn, test } from './fixtures';
import { dropFiles, pdf, png } from './papers';

const mark = String(Date.now()).slice(-6);
const invoice = `PI-${mark}.pdf`;
const swatch = `lab dip ${mark}.png`;
const colour = (red: number) => [red, Number(mark.slice(0, 2)), Number(mark.slice(4))] as const;

/** The reader of PDFs is large, and starts a worker of its own. */
const patient = { timeout: 30_000 };

test('files of an order: dropped, previewed, replaced, deleted and brought back', async ({ page }) => {
  test.setTimeout(150_000);
  const faults: string[] = [];
  page.on('console', (message) => {
    if (/content security policy|refused to/i.test(message.text())) faults.push(message.text());
  });
  await signIn(page, 'merchandiser', '/orders');
  await page.getByRole('treegrid', { name: 'Orders' }).getByRole('link').first().click();
  await page.getByRole('tab', { name: /^Files/ }).click();
  await expect(page.getByRole('button', { name: 'Add files' })).toBeVisible();
  const files = page.getByRole('list', { name: 'Files', exact: true });

  await test.step('three are dropped; their kinds are guessed, one is refused with its reason', async () => {
    await dropFiles(page, [
      {
        name: invoice,
        type: 'application/pdf',
        bytes: pdf([[`Proforma invoice ${mark}`, 'USD 52,000.00'], ['Terms']]),
      },
      { name: swatch, type: 'image/png', bytes: png(900, 600, colour(180)) },
      { name: `setup ${mark}.pdf`, type: 'application/pdf', bytes: Buffer.from(`MZ\x90\0${mark}`, 'latin1') },
    ]);
    const asked = page.getByRole('dialog', { name: 'Add 3 files' });
    await expect(asked.getByLabel(`Kind of ${invoice}`)).toHaveValue('pi');
    await expect(asked.getByLabel(`Kind of ${swatch}`)).toHaveValue('sample.lab_dip');
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(files.getByRole('button', { name: invoice, exact: true })).toBeVisible();
    await expect(files.getByRole('button', { name: swatch, exact: true })).toBeVisible();
    await expect(page.getByText(`setup ${mark}.pdf was not added`)).toBeVisible();
    await expect(page.getByText(/This kind of file cannot be stored here/)).toBeVisible();
    await page.getByRole('button', { name: `Dismiss setup ${mark}.pdf` }).click();
    for (const drawn of [swatch, invoice])
      await expect(files.getByRole('listitem').filter({ hasText: drawn }).locator('img')).toBeVisible({
        timeout: 15_000,
      });
  });

  await test.step('the same file again is told, not stored twice', async () => {
    await dropFiles(page, [{ name: 'copy.png', type: 'image/png', bytes: png(900, 600, colour(180)) }]);
    await expect(page.getByRole('dialog', { name: 'Add 1 file' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByText(`This very file is in this order already, as ${swatch}`)).toBeVisible();
    await page.getByRole('button', { name: 'Dismiss copy.png' }).click();
  });

  await test.step('a scan without a name is known by its first page, before it is sent', async () => {
    const letter = pdf([[`PROFORMA INVOICE ${mark}`, 'Payment: letter of credit at sight']]);
    await dropFiles(page, [{ name: 'scan0012.pdf', type: 'application/pdf', bytes: letter }]);
    const asked = page.getByRole('dialog', { name: 'Add 1 file' });
    await expect(asked.getByLabel('Kind of scan0012.pdf')).toHaveValue('pi', patient);
    await asked.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('pages and pictures are shown, larger and smaller, one after the other', async () => {
    const rows = await files.getByRole('listitem').allInnerTexts(); // both came at once: either may be the newer
    const at = (name: string) => rows.findIndex((row) => row.includes(name));
    const after = at(invoice) > at(swatch);
    await files.getByRole('button', { name: swatch, exact: true }).click();
    const preview = page.getByRole('dialog');
    await expect(preview.getByRole('img', { name: swatch })).toBeVisible();
    await page.keyboard.press('+');
    await expect(preview.getByRole('toolbar', { name: 'Zoom' })).not.toContainText('100 %');
    await expectAccessible(page);
    await page.keyboard.press(after ? 'ArrowRight' : 'ArrowLeft');
    await expect(page.getByRole('dialog', { name: invoice })).toBeVisible();
    await expect(preview.getByText('USD 52,000.00')).toBeVisible(patient);
    await expect(preview.getByText('2 pages')).toBeVisible();
    const sheet = preview.locator('canvas').first();
    const before = (await sheet.boundingBox())?.width ?? 0;
    await preview.getByRole('button', { name: 'Larger' }).click();
    await expect.poll(async () => (await sheet.boundingBox())?.width ?? 0).toBeGreaterThan(before * 1.1);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(preview).toBeHidden();
  });

  await test.step('a PDF that is damaged says so, and takes nothing else with it', async () => {
    const damaged = Buffer.from(`%PDF-1.7\n% ${mark}\n%%EOF`);
    await dropFiles(page, [{ name: 'damaged.pdf', type: 'application/pdf', bytes: damaged }]);
    await expect(page.getByRole('dialog', { name: 'Add 1 file' })).toBeVisible();
    await page.keyboard.press('Enter');
    await files.getByRole('button', { name: 'damaged.pdf', exact: true }).click();
    await expect(page.getByRole('dialog').getByText('This PDF cannot be shown')).toBeVisible(patient);
    await page.keyboard.press('Escape');
    await expect(files.getByRole('button', { name: swatch, exact: true })).toBeVisible();
  });

  await test.step('a new version takes its place, and the old one says so', async () => {
    await page.getByRole('button', { name: `More about ${invoice}` }).click();
    const chosen = page.waitForEvent('filechooser');
    await page.getByRole('menuitem', { name: /New version/ }).click();
    const revised = { name: `PI-${mark} revised.pdf`, mimeType: 'application/pdf', buffer: pdf([[`Revised ${mark}`]]) };
    await (await chosen).setFiles(revised);
    await files.getByRole('button', { name: revised.name, exact: true }).click();
    const preview = page.getByRole('dialog');
    await expect(preview.getByText(`Revised ${mark}`)).toBeVisible(patient);
    await preview.getByLabel('Version').selectOption({ index: 1 });
    await expect(preview.getByText(/You are looking at an old version \(1\)/)).toBeVisible();
    await expect(preview.getByText('USD 52,000.00')).toBeVisible(patient);
    await expectAccessible(page);
    await preview.getByRole('button', { name: 'Show version 2' }).click();
    await expect(preview.getByText(`Revised ${mark}`)).toBeVisible(patient);
    await page.keyboard.press('Escape');
  });

  await test.step('what is deleted comes back', async () => {
    await page.getByRole('button', { name: `More about ${swatch}` }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect(files.getByRole('button', { name: swatch, exact: true })).toBeHidden();
    const told = page.getByRole('listitem').filter({ hasText: `${swatch} is in the trash.` });
    await told.getByRole('button', { name: 'Undo' }).click();
    await expect(files.getByRole('button', { name: swatch, exact: true })).toBeVisible();
  });
  expect(faults).toEqual([]);
});
