import { test as base, expect, type Page } from '@playwright/test';
import { accessibilityFaults } from './axe';

/** Every browser test takes `test` and `expect` from here: relative addresses then lead to the house under test. */
export const test = base.extend({
  baseURL: async ({}, use) => {
    const url = process.env.E2E_BASE_URL;
    if (!url) throw new Error('The global setup names the address of the house in E2E_BASE_URL.');
    await use(url);
  },
  // No page of ours asks for what its own content policy refuses, and the policy lets through what they need.
  page: async ({ page }, use) => {
    const refused: string[] = [];
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) refused.push(message.text());
    });
    await use(page);
    expect(refused).toEqual([]);
  },
});

export { expect };

export const people = {
  admin: { email: 'admin@provabook.com', password: 'Admin@123' },
  manager: { email: 'manager@provabook.com', password: 'Manager@123' },
  merchandiser: { email: 'merchandiser@provabook.com', password: 'Merchandiser@123' },
} as const;

/** @param next where they wanted to go: the sign-in page leads there, and nothing is loaded twice */
export async function signIn(page: Page, who: keyof typeof people, next = '/'): Promise<void> {
  const { email, password } = people[who];
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

export async function expectAccessible(page: Page): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([]);
}
