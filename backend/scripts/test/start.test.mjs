import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { readRunning } from '../lib/lock.mjs';
import { freePort } from '../lib/ports.mjs';
import { pidIn } from '../lib/postgres/leftover.mjs';
import { startProduct } from '../lib/product.mjs';
import { isAlive, waitUntil } from '../lib/processes.mjs';
import { neutralEnv } from '../lib/settings.mjs';
import { dataFolder, fakeEnv, noStack, startAlone, startScript } from './support.mjs';

async function ask(product, route) {
  try {
    const answer = await fetch(`${product.url}${route}`, { signal: AbortSignal.timeout(2000) });
    return { status: answer.status, body: await answer.json() };
  } catch {
    return { status: 0 };
  }
}
const readyAgain = (product) => waitUntil(async () => (await ask(product, '/readyz')).status === 200, 15_000);

test('a start prints address, sign-ins and place, and stops cleanly on Ctrl-C', async (t) => {
  const product = await startProduct({ dataDir: dataFolder(t), env: fakeEnv });
  assert.match(product.output(), new RegExp(`Provabook is ready: http://localhost:${product.port}\n`));
  assert.match(product.output(), /merchandiser@provabook\.com\s+Merchandiser@123/);
  assert.match(product.output(), /four more merchandisers/);
  assert.ok(product.output().includes(product.dataDir));
  assert.match(product.output(), /warning: a warning of the server/);

  const { body } = await ask(product, '/healthz');
  assert.deepEqual(
    { owner: body.DATABASE_OWNER_URL, demo: body.DEMO, dataDir: body.DATA_DIR },
    { owner: undefined, demo: '1', dataDir: product.dataDir },
    "the server knows the data and not the owner's account",
  );
  assert.ok(body.secret >= 32);

  const [server, postgres] = [product.pidOf('server'), product.pidOf('postgres')];
  assert.deepEqual(await product.stop(), { code: 0, signal: null });
  assert.deepEqual([isAlive(server), isAlive(postgres)], [false, false]);
});

test('a second start on the same data gets a sentence, and a start after it prepares nothing again', async (t) => {
  const dataDir = dataFolder(t);
  const product = await startProduct({ dataDir, env: fakeEnv });
  const second = await startAlone({ DATA_DIR: dataDir, PORT: String(await freePort()) });
  assert.equal(second.code, 1);
  assert.match(second.output, /already running on the data in/);
  assert.ok(second.output.includes(product.url));
  noStack(second.output);
  await product.stop();

  const again = await startProduct({ dataDir, env: fakeEnv });
  assert.doesNotMatch(again.output(), /Installing|Building|Creating/);
  await again.stop();
});

test('a killed server is started again, and answers', async (t) => {
  const product = await startProduct({ dataDir: dataFolder(t), env: fakeEnv });
  t.after(() => product.stop());
  for (let round = 0; round < 3; round++) {
    const killed = await product.kill9('server');
    assert.ok(await waitUntil(() => product.pidOf('server') !== killed, 10_000));
    assert.ok(await readyAgain(product));
  }
  assert.match(product.output(), /The server was ended by SIGKILL\. It is started again\./);
});

test('a killed database is started again under the running server', async (t) => {
  const product = await startProduct({ dataDir: dataFolder(t), env: fakeEnv });
  t.after(() => product.stop());
  const server = product.pidOf('server');
  for (let round = 0; round < 2; round++) {
    const killed = await product.kill9('postgres');
    assert.ok(
      await waitUntil(() => product.pidOf('postgres') !== killed && isAlive(product.pidOf('postgres')), 15_000),
    );
    assert.ok(await readyAgain(product));
  }
  assert.equal(product.pidOf('server'), server);
  assert.equal((await ask(product, '/healthz')).body.pid, server);
});

test('after kill -9 of Node the server goes by itself, and the next start finds the data whole', async (t) => {
  const dataDir = dataFolder(t);
  const product = await startProduct({ dataDir, env: fakeEnv });
  const [server, postgres] = [product.pidOf('server'), product.pidOf('postgres')];
  await product.kill9('supervisor');
  assert.ok(await waitUntil(() => !isAlive(server), 5000), 'the server follows its supervisor');
  assert.ok(isAlive(postgres), 'the database was left behind');

  const again = await startProduct({ dataDir, port: product.port, env: fakeEnv });
  assert.match(again.output(), /left running by a start that was killed/);
  assert.equal((await ask(again, '/readyz')).status, 200);
  assert.ok(!isAlive(postgres));
  await again.stop();
});

test('after kill -9 of everything at once the next start is ready', async (t) => {
  const dataDir = dataFolder(t);
  const product = await startProduct({ dataDir, env: fakeEnv });
  const doomed = ['supervisor', 'server', 'postgres'].map((who) => product.pidOf(who));
  for (const pid of doomed) process.kill(pid, 'SIGKILL');
  const again = await startProduct({ dataDir, port: product.port, env: fakeEnv });
  assert.equal((await ask(again, '/readyz')).status, 200);
  await again.stop();
});

test('told to stop at any moment of a start, it leaves nothing behind and exits with 0', async (t) => {
  for (const pause of [150, 400, 700, 1000, 1400]) {
    const dataDir = dataFolder(t);
    const env = { ...neutralEnv(), ...fakeEnv, DATA_DIR: dataDir, PORT: String(await freePort()) };
    const child = spawn(process.execPath, [startScript], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = new Promise((resolve) => child.once('close', (code) => resolve(code)));
    await sleep(pause);
    // Loading takes a while on a busy machine: a signal before it has begun ends Node itself.
    await waitUntil(() => existsSync(path.join(dataDir, 'running.json')), 5000, 5);
    child.kill('SIGINT');
    assert.equal(await ended, 0, `after ${pause} ms`);
    assert.equal(pidIn(path.join(dataDir, 'postgres')), null);
    assert.equal(existsSync(path.join(dataDir, 'running.json')), false);
  }
});

test('a start in the same breath as a stop waits for it', async (t) => {
  const dataDir = dataFolder(t);
  const product = await startProduct({ dataDir, env: fakeEnv });
  process.kill(product.pidOf('supervisor'), 'SIGTERM');
  const again = await startProduct({ dataDir, port: product.port, env: fakeEnv });
  assert.deepEqual(await product.ended, { code: 0, signal: null });
  assert.equal((await ask(again, '/readyz')).status, 200);
  await again.stop();
});

test('when npm is ended, however that is, the house that it runs stops', async (t) => {
  for (const signal of ['SIGTERM', 'SIGKILL']) {
    const dataDir = dataFolder(t);
    const env = {
      ...neutralEnv(),
      ...fakeEnv,
      DATA_DIR: dataDir,
      PORT: String(await freePort()),
      npm_lifecycle_event: 'start',
    };
    // As npm does it: a shell, and Node below it.
    const script = `"${process.execPath}" "${startScript}"; true`;
    const shell = spawn('sh', ['-c', script], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    shell.stdout.on('data', (text) => (said += text));
    assert.ok(await waitUntil(() => said.includes('Provabook is ready'), 20_000));
    const { pid, server } = readRunning(dataDir);
    shell.kill(signal);
    assert.ok(await waitUntil(() => !isAlive(pid), 10_000), `after ${signal}`);
    assert.ok(!isAlive(server.pid));
    assert.equal(pidIn(path.join(dataDir, 'postgres')), null);
  }
});
