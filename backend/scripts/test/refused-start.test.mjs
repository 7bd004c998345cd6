import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import test from 'node:test';
import { freePort } from '../lib/ports.mjs';
import { dataFolder, noStack, startAlone } from './support.mjs';

test('a port in use is named with its holder, and another one is offered, before anything is made', async (t) => {
  const stranger = net.createServer().listen(0, '127.0.0.1');
  t.after(() => stranger.close());
  await new Promise((resolve) => stranger.once('listening', resolve));
  const { port } = stranger.address();
  const dataDir = dataFolder(t);
  const { code, output } = await startAlone({ DATA_DIR: dataDir, PORT: String(port) });
  assert.equal(code, 1);
  assert.match(
    output,
    new RegExp(`Port ${port} is already in use \\(process ${process.pid}, .*PORT=${port + 1} npm start`),
  );
  noStack(output);
});

test('a configuration fault is told once, in its own sentences', async (t) => {
  const env = { FAKE_FAULT: 'configuration', DATA_DIR: dataFolder(t), PORT: String(await freePort()) };
  const { code, output } = await startAlone(env);
  assert.equal(code, 78);
  assert.equal(output.match(/SECRET_KEY is too short/g).length, 1);
  noStack(output);
});

test('a server that never becomes ready is given up with what it said', async (t) => {
  const env = { FAKE_FAULT: 'crash', DATA_DIR: dataFolder(t), PORT: String(await freePort()) };
  const { code, output } = await startAlone(env);
  assert.equal(code, 1);
  assert.match(output, /ended 6 times before it was ready.*Error: the tables are missing/);
  noStack(output);
});

test('an unreachable DATABASE_URL is named without its password', async (t) => {
  const port = await freePort();
  const env = {
    DATABASE_URL: `postgres://house:geheim@127.0.0.1:${port}/provabook`,
    DATA_DIR: dataFolder(t),
    PORT: String(await freePort()),
  };
  const { code, output } = await startAlone(env);
  assert.equal(code, 1);
  assert.ok(output.includes(`127.0.0.1:${port}/provabook`));
  assert.doesNotMatch(output, /geheim/);
  noStack(output);
});

test('a faulty setting is a sentence', async (t) => {
  const { code, output } = await startAlone({ DATA_DIR: dataFolder(t), PORT: 'eight thousand' });
  assert.equal(code, 78);
  assert.match(output, /PORT is "eight thousand"; it must be a whole number/);
  noStack(output);
});

test('damaged secrets are not silently made anew', async (t) => {
  const dataDir = dataFolder(t);
  writeFileSync(path.join(dataDir, 'secrets.json'), '{"secretKey": "abc');
  const { code, output } = await startAlone({ DATA_DIR: dataDir, PORT: String(await freePort()) });
  assert.equal(code, 1);
  assert.match(output, /secrets\.json is damaged/);
  noStack(output);
});
