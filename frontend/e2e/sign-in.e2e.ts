import { generate } from 'otplib';
import { expect, expectAccessible, people, signIn, test } from './fixtures';

test('a stranger is asked who they are, and then led where they wanted to go', async ({ page }) => {
  await page.goto('/inbox');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Finbox/);
  await expectAccessible(page);

  await page.getByLabel('E-mail').fill(people.merchandiser.email);
  await page.getByLabel('Password', { exact: true }).fill('not my password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();

  await page.getByLabel('Password', { exact: true }).fill(people.merchandiser.password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/inbox$/);
});

test('a reload keeps one signed in, without a token in any storage (fault 4)', async ({ page }) => {
  await signIn(page, 'manager');
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  const stored = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(stored).not.toMatch(/eyJ/);
  expect(await page.evaluate(() => document.cookie)).toBe('');
});

test('signing out in one tab signs out the other', async ({ page, context }) => {
  await signIn(page, 'admin');
  const other = await context.newPage();
  await other.goto('/');
  await expect(other.getByRole('navigation', { name: 'Main' })).toBeVisible();

  await page.getByRole('button', { name: /profile, theme, sign out/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await expect(other).toHaveURL(/\/sign-in$/);
});

test('tabs that open at once share the session', async ({ page, context }) => {
  await signIn(page, 'merchandiser');
  const tabs = await Promise.all(Array.from({ length: 4 }, () => context.newPage()));
  await Promise.all(tabs.map((tab) => tab.goto('/')));
  for (const tab of tabs) await expect(tab.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
});

test('an authenticator app is set up, asked for at the sign-in, and given up', async ({ page }) => {
  const password = 'Merchandiser@123';
  const enter = async () => {
    await page.goto('/sign-in?next=%2Fprofile');
    await page.getByLabel('E-mail').fill('emily.davis@provabook.com');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  };
  await enter();
  await page.getByRole('button', { name: 'Set up', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Go on', exact: true }).click();
  await expect(page.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
  const shown = await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).innerText();
  const secret = shown.replaceAll(' ', '');
  await page.getByLabel('Code of the app').fill(await generate({ secret }));
  await page.getByRole('button', { name: 'Turn on', exact: true }).click();
  const codes = page.getByRole('dialog').getByRole('listitem');
  await expect(codes).toHaveCount(10);
  const [recoveryCode] = await codes.allInnerTexts();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'I have kept them', exact: true }).click();
  await page.getByRole('button', { name: /profile, theme, sign out/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);

  await enter();
  const code = page.getByLabel('Code', { exact: true });
  await code.fill('000000');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await code.fill(await generate({ secret, epoch: Math.floor(Date.now() / 1000) + 30 })); // the next: each works once
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/profile$/);

  await page.getByRole('button', { name: 'Turn off', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Password', { exact: true }).fill(password);
  await page.getByLabel('Code of the app').fill(recoveryCode!);
  await page.getByRole('dialog').getByRole('button', { name: 'Turn off', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Set up', exact: true })).toBeVisible();
});
