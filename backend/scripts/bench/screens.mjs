import { createRequire } from 'node:module';
import path from 'node:path';
import { findChromium } from '../lib/chromium.mjs';
import { frontend } from '../lib/paths.mjs';

const slowDown = 4;
const steps = 60;
const viewport = { width: 1440, height: 900 };

/** The cold load of a page on a machine four times as slow, and how soon the grid answers to its keys on this one. */
export async function screens({ url, person }, tell) {
  const { chromium } = createRequire(path.join(frontend, 'package.json'))('@playwright/test');
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    tell('\n| screen | LCP s | TBT ms | CLS |');
    tell('| --- | --: | --: | --: |');
    const stranger = await browser.newContext({ viewport });
    tell(loadRow('sign-in', await load(stranger, `${url}/sign-in`)));
    const known = await browser.newContext({ viewport });
    await signIn(known, url, person);
    tell(loadRow('home', await load(known, `${url}/`)));
    tell(loadRow('order list', await load(known, `${url}/orders`)));
    tell(loadRow('T&A grid', await load(known, `${url}/late/grid`)));
    tell(gridLine(await grid(known, url)));
  } finally {
    await browser.close();
  }
}

const loadRow = (name, { lcp, tbt, cls }) =>
  `| ${name}, ${slowDown} × slower | ${(lcp / 1000).toFixed(2)} | ${tbt.toFixed(0)} | ${cls.toFixed(3)} |`;

const gridLine = ({ lines, first, nodes, arrows, pages }) =>
  `\nThe T&A grid of ${lines} lines: first rows ${(first / 1000).toFixed(2)} s after its address was entered, ${nodes} nodes; ` +
  `key to paint ${spread(arrows)} by arrows, ${spread(pages)} by pages.`;

const spread = (times) => {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return `${at(0.5)} / ${at(0.95)} ms (median / p95 of ${sorted.length})`;
};

async function signIn(context, url, { email, password }) {
  const page = await context.newPage();
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
  await page.close();
}

/** Nothing kept from before: largest paint, time that tasks held the page beyond 50 ms each, and what jumped. */
async function load(context, address) {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  await page.addInitScript(() => {
    window.told = { lcp: 0, tbt: 0, cls: 0 };
    const watch = (type, add) =>
      new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({ type, buffered: true });
    watch('largest-contentful-paint', (entry) => (window.told.lcp = entry.startTime));
    watch('longtask', (entry) => (window.told.tbt += entry.duration - 50));
    watch('layout-shift', (entry) => (window.told.cls += entry.hadRecentInput ? 0 : entry.value));
  });
  await page.goto(address);
  await whole(page);
  await page.waitForTimeout(1500);
  const told = await page.evaluate(() => window.told);
  await page.close();
  return told;
}

const whole = async (page) => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
};

/** From the key to the frame that shows it, as the browser times its own events; below 16 ms it tells nothing. */
async function grid(context, url) {
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.keys = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'keydown') window.keys.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  });
  const started = performance.now();
  await page.goto(`${url}/late/grid`);
  const table = page.getByRole('grid');
  await table.locator('[data-cell="0/0"]').waitFor();
  const first = performance.now() - started;
  await whole(page);
  const rows = Number(await table.getAttribute('aria-rowcount'));
  const lines = rows > 0 ? rows - 1 : 'more than 10,000'; // which are not counted
  await table.locator('[tabindex="0"]').first().focus();
  const arrows = await press(page, (turn) => (turn % 3 === 2 ? 'ArrowRight' : 'ArrowDown'));
  const pages = await press(page, () => 'PageDown');
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
  await page.close();
  return { lines, first, nodes, arrows, pages };
}

async function press(page, keyOf) {
  await page.evaluate(() => (window.keys.length = 0));
  for (let turn = 0; turn < steps; turn++) {
    await page.keyboard.press(keyOf(turn));
    await page.waitForTimeout(60);
  }
  await page.waitForTimeout(500);
  const told = await page.evaluate(() => window.keys);
  // What was painted sooner than 16 ms is not told of.
  return [...told, ...Array(Math.max(0, steps - told.length)).fill(16)];
}
