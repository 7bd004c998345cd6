import type { Page } from '@playwright/test';
import { expect, expectAccessible, people, test } from './fixtures';

/** Named by who starts the house and a provider for it; a house that runs already may have none. */
const provider = process.env.E2E_IDENTITY_PROVIDER ?? '';
test.skip(!provider, 'The house of E2E_BASE_URL has no identity provider that a test may sign in at.');

/** The form of the provider, and its question whether the house may know who one is. */
async function signInThere(page: Page, email: string): Promise<void> {
  await page.waitForURL(/\/interaction\//);
  await page.locator('input[name=login]').fill(email);
  await page.locator('input[name=password]').fill('not looked at');
  await page.locator('button[type=submit]').click();
  await page.getByText('Authorize').first().waitFor();
  await page.locator('button[type=submit]').click();
}

test('an account at the identity provider opens the house, once linked, and no more when unlinked', async ({
  page,
}) => {
  const { email, password } = people.manager;
  const button = page.getByRole('button', { name: `Sign in with ${provider}` });
  await page.goto('/inbox');
  await button.click();
  await signInThere(page, email);
  await expect(page).toHaveURL(/\/inbox$/);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();

  await page.goto('/profile');
  await expect(page.getByText('opens your account here')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Unlink', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Password', { exact: true }).fill(password);
  await dialog.getByRole('button', { name: 'Unlink' }).click();
  await expect(page.getByText(`Link your account at ${provider}`)).toBeVisible();

  await page.getByRole('button', { name: /profile, theme, sign out/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await button.click(); // the provider still knows them, and asks nothing
  await expect(page.getByRole('alert')).toHaveText(/Nobody of this house signs in with that account/);
  await expectAccessible(page);
});

test('who nobody here knows stays outside', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: `Sign in with ${provider}` }).click();
  await signInThere(page, 'stranger@elsewhere.example');
  await expect(page.getByRole('alert')).toHaveText(/Nobody of this house signs in with that account/);
  await expect(page.getByLabel('E-mail')).toBeVisible();
});
