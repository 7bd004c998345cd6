import { existsSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';

/** A browser of the machine's own; without one Playwright looks for its download. */
const executablePath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find((path) => path && existsSync(path));

/** What Playwright turns off; the switch is given once, and its last word holds. */
const offByPlaywright = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
];

/** The lists under the address bar, which no test sees: pages of their own, with a process for each window. */
const addressBar = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

const args = [
  `--disable-features=${[...offByPlaywright, ...addressBar].join(',')}`,
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What leaves the house of others as it was. */
const onlookers = '**/{docs,identity-provider,pages,search,sign-in}.e2e.ts';

const jsonFile = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  globalSetup: './e2e/global-setup.ts',
  // The stories of the house one after another; meanwhile somebody else signs in and out, looks at its pages and changes
  // nothing, and when the stories have ended two do.
  workers: 2,
  projects: [
    { name: 'stories', testIgnore: onlookers, workers: 1 },
    { name: 'onlookers', testMatch: onlookers, fullyParallel: true },
  ],
  forbidOnly: Boolean(process.env.CI),
  // Machines that run these for others are now and then busy; what passes only then is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ...(jsonFile ? ([['json', { outputFile: jsonFile }]] as const) : [])],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Asia/Dhaka',
    // A third of the time went into traces. Who looks for a fault: npm run e2e -- <file> --trace retain-on-failure
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args },
  },
});
