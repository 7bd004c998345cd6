import type { Page, Request } from '@playwright/test';
import { randomBytes } from 'node:crypto';
import { expect, expectAccessible, signIn, test } from './fixtures';
import { dropFiles, pdf, type Paper } from './papers';

const part = 4 * 1024 * 1024;
const patient = { timeout: 60_000 };

/** Three parts long, and like no other. */
const artwork = (name: string): Paper => ({
  name,
  type: 'application/pdf',
  bytes: Buffer.concat([pdf([[name]]), Buffer.from(`%${randomBytes(5 * 1024 * 1024).toString('hex')}`)]),
});

const uploads = '**/api/v1/documents/resumable-uploads/**';
const offsetsOf = (sent: readonly Request[]) =>
  sent.filter((each) => each.method() === 'PATCH').map((each) => Number(each.headers()['upload-offset']));

/** Lets the first part through and holds the second until it is told what becomes of it. */
async function holdSecondPart(page: Page) {
  let release: (through: boolean) => void = () => undefined;
  let seen: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (seen = resolve));
  const told = new Promise<boolean>((resolve) => (release = resolve));
  let parts = 0;
  await page.route(uploads, async (route) => {
    if (route.request().method() !== 'PATCH' || (parts += 1) !== 2) return route.continue();
    seen();
    if (await told) await route.continue();
    else await route.abort('internetdisconnected');
  });
  return { held, cut: () => release(false) };
}

test('a large file goes on where it was: after the network was cut, and after a reload', async ({ page, context }) => {
  test.setTimeout(240_000);
  await signIn(page, 'merchandiser', '/orders');
  await page.getByRole('treegrid', { name: 'Orders' }).getByRole('link').first().click();
  await page.getByRole('tab', { name: /^Files/ }).click();
  await expect(page.getByRole('button', { name: 'Add files' })).toBeVisible();
  const files = page.getByRole('list', { name: 'Files', exact: true });
  const underWay = page.getByRole('list', { name: 'Files being added' });
  const sent: Request[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/resumable-uploads/')) sent.push(request);
  });
  const add = async (paper: Paper) => {
    sent.length = 0;
    await dropFiles(page, [paper]);
    await expect(page.getByRole('dialog', { name: 'Add 1 file' })).toBeVisible(patient);
    await page.keyboard.press('Enter');
  };
  const mark = String(Date.now()).slice(-6);

  await test.step('the network is cut in mid-upload: it says so, waits, and completes', async () => {
    const paper = artwork(`roses ${mark}.pdf`);
    const { held, cut } = await holdSecondPart(page);
    await add(paper);
    await held;
    await context.setOffline(true);
    cut();
    await expect(underWay.getByText('No connection. It goes on by itself.')).toBeVisible(patient);
    await expect(underWay.getByRole('progressbar', { name: `Sending ${paper.name}` })).toBeVisible();
    await expectAccessible(page);
    await context.setOffline(false);
    await expect(files.getByRole('button', { name: paper.name, exact: true })).toBeVisible(patient);
    expect(offsetsOf(sent)).toEqual([0, part, part, 2 * part]);
    expect(sent.filter((each) => each.method() === 'POST')).toHaveLength(1);
    await page.unroute(uploads);
  });

  await test.step('the page is loaded anew: the same file chosen again goes on', async () => {
    const paper = artwork(`leaves ${mark}.pdf`);
    const { held } = await holdSecondPart(page);
    await add(paper);
    await held;
    await page.reload();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await expect(page.getByRole('button', { name: 'Add files' })).toBeVisible(patient);
    await add(paper);
    await expect(files.getByRole('button', { name: paper.name, exact: true })).toBeVisible(patient);
    expect(offsetsOf(sent)).toEqual([part, 2 * part]);
  });

  await test.step('it is cancelled, and nothing of it stays', async () => {
    const paper = artwork(`thorns ${mark}.pdf`);
    const { held } = await holdSecondPart(page);
    await add(paper);
    await held;
    const ended = page.waitForResponse(
      (answer) => answer.request().method() === 'DELETE' && /uploads/.test(answer.url()),
    );
    await underWay.getByRole('button', { name: `Cancel ${paper.name}` }).click();
    expect((await ended).status()).toBe(204);
    await expect(underWay).toBeHidden(patient);
    await expect(files.getByRole('button', { name: paper.name, exact: true })).toBeHidden();
  });
});
