import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Fault } from './fault.mjs';
import { frontend } from './paths.mjs';
import { say, step } from './say.mjs';
import { runTool } from './tools.mjs';

// The shell is Chromium without its own windows, as Playwright prefers it too: the same pages for a tenth less work.
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * A Chromium for the browser tests: CHROMIUM_PATH, the machine's own, Playwright's, or one that Playwright downloads now.
 * @throws Fault when there is none to be had
 */
export async function findChromium(env = process.env) {
  if (env.CHROMIUM_PATH) {
    if (existsSync(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH;
    throw new Fault(`CHROMIUM_PATH is ${env.CHROMIUM_PATH}, and there is nothing. Correct it, or leave it out.`);
  }
  const onPath = (env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)));
  const found = [...onPath, ...usualPlaces, playwrightsOwn()].find((file) => existsSync(file));
  if (found) return found;
  say('There is no Chromium on this machine: Playwright is asked for one.');
  const { code, output } = await step('Downloading Chromium', () =>
    runTool('@playwright/test', ['install', 'chromium'], {
      command: 'playwright',
      cwd: frontend,
      patienceMs: 5 * 60_000,
    }),
  );
  if (code === 0 && existsSync(playwrightsOwn())) return playwrightsOwn();
  throw new Fault(
    'The browser tests need a Chromium, and none was found or could be downloaded. ' +
      'Install one (Debian and Ubuntu: apt-get install chromium), or name one in CHROMIUM_PATH.\n' +
      output.trim().split('\n').slice(-5).join('\n'),
  );
}

function playwrightsOwn() {
  return createRequire(path.join(frontend, 'package.json'))('@playwright/test').chromium.executablePath();
}
