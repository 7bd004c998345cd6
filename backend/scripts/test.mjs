import { browserTests } from './lib/browser-tests.mjs';
import { ensureBackend, ensureFrontend } from './lib/build.mjs';
import { findChromium } from './lib/chromium.mjs';
import { main } from './lib/fault.mjs';
import { checkNode, ensureInstalled } from './lib/install.mjs';
import { backend, frontend } from './lib/paths.mjs';
import { jest, nodeTests } from './lib/runners.mjs';
import { say, seconds } from './lib/say.mjs';
import { neutralEnv } from './lib/settings.mjs';
import { inWords, stageRunner } from './lib/stages.mjs';
import { staticChecks } from './lib/static-checks.mjs';
import { stopper, untilStopped } from './lib/stopping.mjs';
import { keepTemporaryFilesInMemory, removeFolder, sweepTemporaryFolders, temporaryFolder } from './lib/temporary.mjs';
import { migrateTemplate, openTestDatabase } from './lib/test-database.mjs';

// `npm test` runs all; `npm test -- unit api orders` these two, and hands `orders` on to their runners.
const parts = ['static', 'scripts', 'unit', 'api', 'screens', 'browser', 'faults'];
const said = process.argv.slice(2);
const chosen = parts.filter((part) => said.includes(part));
const wanted = (part) => chosen.length === 0 || chosen.includes(part);
const words = said.filter((word) => !parts.includes(word));
/** All files of a project together in a few rooms; those that were asked for, each by itself. */
const roomsFor = (alone) => ({ project: words.length > 0 ? alone : 'rooms', alone });

async function test(stop, { stage, twoAtATime }) {
  await sweepTemporaryFolders();
  keepTemporaryFilesInMemory(stop);
  const reports = temporaryFolder('reports');
  stop.add(() => removeFolder(reports));
  const env = neutralEnv();
  const done = (work) => async () => {
    await work();
    return { ok: true };
  };

  // First, so that a machine without a browser hears of it at once and not after ten minutes.
  let chromium = null;
  if (wanted('browser'))
    await stage(
      'a Chromium',
      done(async () => (chromium = await findChromium())),
    );
  const inNode = (folder) => () => nodeTests({ folder, args: words, env, reports });
  await twoAtATime([
    ...(wanted('scripts') ? [['tests of the scripts', inNode('test')]] : []),
    ...(wanted('static') ? staticChecks : []),
  ]);

  // Each of these keeps both cores busy.
  if (wanted('unit')) {
    const unit = { folder: backend, project: 'unit', words, env, reports, name: 'unit' };
    await stage('unit tests of the server', () => jest(unit));
  }
  const built = !(wanted('api') || wanted('browser')) || (await stage('build of the server', done(ensureBackend)));
  if (wanted('api')) await stage('API tests on Postgres', () => apiTests({ built, env, reports, stop }));
  if (wanted('screens'))
    await stage('tests of the screens', () =>
      jest({ folder: frontend, words, ...roomsFor('screens'), env, reports, name: 'screens' }),
    );
  if (wanted('browser')) {
    const ready = (await stage('build of the screens', done(ensureFrontend))) && built && chromium;
    if (ready) await stage('browser tests', () => browserTests({ chromium, reports, args: words, stop }));
  }
  if (wanted('faults')) await stage('killing parts of a house', inNode('faults'));
}

async function apiTests({ built, env, reports, stop }) {
  if (!built) return { ok: false, output: 'They were not run, since the server could not be built.' };
  const database = await openTestDatabase(stop);
  await migrateTemplate(database);
  return jest({
    folder: backend,
    words,
    ...roomsFor('api'),
    env: { ...env, ...database.testEnv },
    reports,
    name: 'api',
  });
}

const began = Date.now();
const stop = stopper({ onRequest: () => say('\nStopping …') });
const runner = stageRunner({ isStopped: () => stop.isRequested });

await main(async () => {
  checkNode();
  const installed = await runner.stage('packages', async () => {
    await ensureInstalled();
    return { ok: true };
  });
  if (installed) await untilStopped(stop, () => test(stop, runner));
});

const good = runner.tellFailures() && !stop.isRequested && !process.exitCode;
say(`All of it took ${seconds(Date.now() - began)}.`);
say(inWords(runner.sum));
process.exitCode = good ? 0 : 1;
