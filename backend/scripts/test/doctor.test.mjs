import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import test from 'node:test';
import { lookAtBackups, lookAtClock, lookAtDatabase, lookAtTables } from '../lib/doctor/database.mjs';
import { lookAtDisk, lookAtFolder, lookAtPort, lookAtSecrets } from '../lib/doctor/machine.mjs';
import { examine, exitCodeOf, ok, reportOf, warn } from '../lib/doctor/report.mjs';
import { lookAtMail, lookAtMedia, lookAtRedis, lookAtScanner, lookAtStorage } from '../lib/doctor/services.mjs';
import { scripts } from '../lib/paths.mjs';
import { freePort } from '../lib/ports.mjs';
import { runNode } from '../lib/run.mjs';
import { neutralEnv } from '../lib/settings.mjs';
import { temporaryFolder, removeFolder } from '../lib/temporary.mjs';

/** Somebody who listens on a port, and answers the same to all. */
async function listening(t, reply) {
  const server = net.createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', () => socket.write(reply));
  });
  await new Promise((heard) => server.listen(0, '127.0.0.1', heard));
  t.after(() => server.close());
  return server.address().port;
}

const states = (...findings) => findings.map(({ state }) => state);

test('a report names each fault with its remedy, and no password', async () => {
  const findings = [
    { name: 'node', ...ok('20.20.2') },
    { name: 'mail', ...warn('not set up', 'Set SMTP_URL.') },
    await examine('database', () => Promise.reject(new Error('no way to postgres://me:hunter2@db/house')), 'See it.'),
  ];
  const report = reportOf(findings);
  assert.match(report, /^ok {5}node {6}20\.20\.2$/m);
  assert.match(report, /^FAULT {2}database {2}no way to postgres:\/\/me:…@db\/house\n +→ See it\.$/m);
  assert.match(report, /1 fault, 1 warning\.$/);
  assert.ok(!report.includes('hunter2'));
  assert.deepEqual([exitCodeOf(findings), exitCodeOf(findings.slice(0, 2))], [1, 0]);
});

test('the port is free, the house’s own, or somebody else’s', async (t) => {
  const port = await listening(t, '');
  assert.deepEqual(states(await lookAtPort(port, { pid: process.pid }), await lookAtPort(port, null)), ['ok', 'fault']);
  assert.match((await lookAtPort(port, null)).remedy, new RegExp(`PORT=${port + 1} `));
});

test('the data folder is written by one account, and read by no other', (t) => {
  const folder = temporaryFolder('doctor');
  t.after(() => removeFolder(folder));
  const data = path.join(folder, 'data');
  assert.equal(lookAtFolder(data).state, 'ok');
  mkdirSync(data, { mode: 0o711 });
  writeFileSync(path.join(data, 'secrets.json'), '{}', { mode: 0o600 });
  assert.equal(lookAtFolder(data).state, 'ok');
  chmodSync(path.join(data, 'secrets.json'), 0o644);
  assert.match(lookAtFolder(data).remedy, /^chmod go= \S+secrets\.json$/);
});

test('the disk has room', () => {
  const gigabytes = (count) => lookAtDisk('/data', count * 1024 ** 3);
  assert.deepEqual(states(gigabytes(0.5), gigabytes(3), gigabytes(50)), ['fault', 'warn', 'ok']);
});

test('secrets cannot be guessed, and are not told', () => {
  const good = 'f3a91c7be2d84b06a5170f9c63d2e8b4';
  const weak = ['changeme-changeme-changeme-changeme', 'a'.repeat(64), '1234567890'.repeat(4), 'short'];
  assert.equal(lookAtSecrets({ SECRET_KEY: good, OTHER: undefined }).state, 'ok');
  for (const text of weak) {
    const { state, says } = lookAtSecrets({ SECRET_KEY: text });
    assert.deepEqual([text, state, says], [text, 'fault', 'SECRET_KEY: could be guessed']);
  }
});

test('the database is new enough, and its tables are those of this version', async () => {
  const tells = (rows) => async () => [rows];
  const postgres = (number, app) => lookAtDatabase(tells({ version: '18.4', number, app }));
  assert.deepEqual(
    states(await postgres(180_004, false), await postgres(180_004, true), await postgres(130_000, false)),
    ['ok', 'warn', 'fault'],
  );
  const tables = (there, names) => (sql) =>
    Promise.resolve(sql.includes('to_regclass') ? [{ there }] : names.map((name) => ({ name })));
  const known = ['Foundation1', 'Planning2'];
  assert.deepEqual(
    states(
      await lookAtTables(tables(false, []), known),
      await lookAtTables(tables(true, ['Foundation1']), known),
      await lookAtTables(tables(true, known), known),
      await lookAtTables(tables(true, [...known, 'Later3']), known),
    ),
    ['warn', 'warn', 'ok', 'fault'],
  );
});

test('the clocks agree', async () => {
  const clock = (ms) =>
    lookAtClock(
      async () => [{ ms }],
      () => 1_000_000,
    );
  assert.deepEqual(states(await clock(1_000_400), await clock(1_009_000)), ['ok', 'fault']);
});

test('backups are young, and one was tried', async () => {
  const limits = { backup: 26 * 3600, drill: 35 * 86_400 };
  const backups = (ages) =>
    lookAtBackups(
      async (sql) =>
        sql.includes('to_regclass') ? [{ there: true }] : Object.entries(ages).map(([kind, age]) => ({ kind, age })),
      limits,
    );
  assert.deepEqual(
    states(
      await backups({}),
      await backups({ backup: 3600 }),
      await backups({ backup: 3600, drill: 86_400 }),
      await backups({ backup: 30 * 3600, drill: 86_400 }),
    ),
    ['warn', 'warn', 'ok', 'fault'],
  );
});

test('what stands beside the house answers', async (t) => {
  const clamd = await listening(t, 'PONG\0');
  const redis = await listening(t, '+PONG\r\n');
  const neither = await listening(t, 'HTTP/1.1 400 Bad Request\r\n\r\n');
  const scanner = (port) => examine('scanner', () => lookAtScanner(`tcp://127.0.0.1:${port}`));
  const counters = (port) => examine('redis', () => lookAtRedis(`redis://:hunter2@127.0.0.1:${port}`));
  assert.deepEqual(
    states(await scanner(clamd), await scanner(neither), await scanner(1), await lookAtScanner(undefined)),
    ['ok', 'fault', 'fault', 'warn'],
  );
  assert.deepEqual(states(await counters(redis), await counters(neither), await lookAtRedis(undefined)), [
    'ok',
    'fault',
    'ok',
  ]);
  const mail = await examine('mail', () => lookAtMail('smtp://me:hunter2@127.0.0.1:1'));
  assert.deepEqual(
    [mail.state, mail.says.includes('hunter2'), (await lookAtMail(undefined)).state],
    ['fault', false, 'warn'],
  );
});

test('on the disk nothing is made, and nothing stays', (t) => {
  const folder = temporaryFolder('doctor');
  t.after(() => removeFolder(folder));
  const media = path.join(folder, 'data', 'media');
  assert.match(lookAtMedia(media).says, /is made at the first start$/);
  assert.deepEqual(readdirSync(folder), []);
  mkdirSync(media, { recursive: true });
  assert.deepEqual(lookAtMedia(media), ok('a file was written, read and deleted'));
  assert.deepEqual(readdirSync(media), []);
});

test('npm run doctor makes no data folder', async (t) => {
  const folder = temporaryFolder('doctor');
  t.after(() => removeFolder(folder));
  const env = { ...neutralEnv(), DATA_DIR: path.join(folder, 'data'), PORT: String(await freePort()) };
  const { code, output } = await runNode([path.join(scripts, 'doctor.mjs')], { env });
  assert.equal(code, 0, output);
  assert.match(output, /^ok +storage +\S+media is made at the first start$/m);
  assert.deepEqual(readdirSync(folder), []);
});

test('a file is written, read and deleted', async () => {
  const files = new Map();
  const storage = (given = (bytes) => bytes) => ({
    put: async (key, stream) => void files.set(key, Buffer.concat(await stream.toArray())),
    open: async (key) => [given(files.get(key))],
    delete: async (key) => void files.delete(key),
  });
  assert.equal((await lookAtStorage(storage())).state, 'ok');
  assert.equal((await lookAtStorage(storage(() => Buffer.from('else')))).state, 'fault');
  assert.equal(files.size, 0);
});
