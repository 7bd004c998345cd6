import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { jest } from '../lib/runners.mjs';
import { inWords } from '../lib/stages.mjs';
import { removeFolder, temporaryFolder } from '../lib/temporary.mjs';

/** Fails while nobody has run it before. */
const tired = (title, marker) => `test('${title}', () => {
  const known = require('fs').existsSync('${marker}');
  require('fs').writeFileSync('${marker}', '');
  expect(known).toBe(true);
});`;

/** A folder of tests for jest, which are run as under CI or not. */
function testsOf(t, files, env = { CI: 'true' }) {
  const folder = temporaryFolder('tries');
  t.after(() => removeFolder(folder));
  mkdirSync(path.join(folder, 'api'));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return (plan = {}) =>
    jest({ folder, env: { PATH: process.env.PATH, ...env }, reports: folder, name: 'report', ...plan });
}

test('what fails once is tried again by itself under CI, and named', async (t) => {
  const run = testsOf(t, {
    'jest.config.js': 'module.exports = { transform: {} }',
    'lists.test.js': tired('the last page is short', 'lists.seen'),
    'orders.test.js': `test('an order is made', () => require('fs').writeFileSync('orders.seen', '', { flag: 'wx' }));`,
  });
  const { ok, passed, failed, skipped, again } = await run();
  assert.deepEqual([ok, passed, failed, again], [true, 2, 0, ['lists › the last page is short']]);
  assert.equal(
    inWords({ passed, failed, skipped, again }),
    '2 passed, 0 failed; 1 of them at the second try: lists › the last page is short',
  );
});

test('of a room only the files that failed are tried again', async (t) => {
  const project = (name, match) => `{ displayName: '${name}', testMatch: ['<rootDir>/${match}'], transform: {} }`;
  const run = testsOf(t, {
    'jest.config.js': `module.exports = { projects: [${project('rooms', 'together.ts')}, ${project('api', 'api/*.ts')}] }`,
    'together.ts': `for (const name of ['lists', 'orders']) describe(name, () => void require('./api/' + name + '.api-spec.ts'));`,
    'api/lists.api-spec.ts': tired('the last page is short', 'lists.seen'),
    'api/orders.api-spec.ts': `test('an order is made', () => require('fs').writeFileSync('orders.seen', '', { flag: 'wx' }));`,
  });
  const { ok, passed, failed, again } = await run({ project: 'rooms', alone: 'api' });
  assert.deepEqual([ok, passed, failed, again], [true, 2, 0, ['lists › the last page is short']]);
});

test('so it is with files that a room names by their path', async (t) => {
  const project = (name, match) => `{ displayName: '${name}', testMatch: ['<rootDir>/${match}'], transform: {} }`;
  const run = testsOf(t, {
    'jest.config.js': `module.exports = { projects: [${project('rooms', 'api/together.ts')}, ${project('screens', '*.spec.ts')}] }`,
    'api/together.ts': `describe('./lists.spec.ts', () => void require('../lists.spec.ts'));`,
    'lists.spec.ts': tired('the last page is short', 'lists.seen'),
  });
  const { ok, passed, failed, again } = await run({ project: 'rooms', alone: 'screens' });
  assert.deepEqual([ok, passed, failed, again], [true, 1, 0, ['./lists.spec.ts › the last page is short']]);
});

test('what fails twice, what fails in many files, and what fails at a desk, has failed', async (t) => {
  const broken = `test('never', () => expect(1).toBe(2));`;
  const config = { 'jest.config.js': 'module.exports = { transform: {} }' };
  const twice = await testsOf(t, { ...config, 'lists.test.js': broken })();
  assert.deepEqual([twice.ok, twice.failed, twice.again], [false, 1, undefined]);
  assert.match(twice.output, /And at the second try:[^]*never/);

  const names = ['lists', 'orders', 'samples', 'tasks'];
  const many = await testsOf(t, {
    ...config,
    ...Object.fromEntries(names.map((name) => [`${name}.test.js`, tired('it is there', `${name}.seen`)])),
  })();
  assert.deepEqual([many.ok, many.failed], [false, 4]);

  const atADesk = await testsOf(t, { ...config, 'lists.test.js': tired('it is there', 'lists.seen') }, {})();
  assert.deepEqual([atADesk.ok, atADesk.failed], [false, 1]);
});
