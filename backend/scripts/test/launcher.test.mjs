import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import test from 'node:test';
import { withClient } from '../lib/postgres/connection.mjs';
import { prepareDataDir } from '../lib/postgres/data-home.mjs';
import { launchPostgres } from '../lib/postgres/launch.mjs';
import { readSecrets } from '../lib/secrets.mjs';
import { removeFolder } from '../lib/temporary.mjs';
import { dataFolder } from './support.mjs';

const isRoot = process.getuid?.() === 0;

async function launch(folder) {
  const home = prepareDataDir(folder);
  return launchPostgres({ ...home, secrets: readSecrets(home.dataDir) });
}

const valueOf = (url, statement) =>
  withClient(url, async (client) => Object.values((await client.query(statement)).rows[0])[0]);

test('the database is private, checked, and its two accounts are what they should be', async (t) => {
  const folder = dataFolder(t);
  const postgres = await launch(folder);
  t.after(() => postgres.stop());
  assert.equal(await valueOf(postgres.appUrl(), 'show data_checksums'), 'on');
  assert.equal(await valueOf(postgres.appUrl(), 'show listen_addresses'), '127.0.0.1');
  assert.equal(await valueOf(postgres.superuserUrl(), 'show unix_socket_directories'), '');
  assert.equal(
    await valueOf(
      postgres.superuserUrl(),
      "select bool_and(rolpassword like 'SCRAM%') from pg_authid where rolpassword is not null",
    ),
    true,
  );
  assert.equal(await valueOf(postgres.ownerUrl(), 'select rolsuper from pg_roles where rolname = current_user'), false);
  await withClient(postgres.ownerUrl(), (client) => client.query('create table cloth (name text)'));
  await assert.rejects(valueOf(postgres.appUrl(), 'create table mine ()'), { code: '42501' });
  await assert.rejects(valueOf(postgres.appUrl(), 'drop table cloth'), { code: '42501' });
  await assert.rejects(valueOf(postgres.appUrl().replace(/:[^:@]+@/, ':guess@'), 'select 1'), { code: '28P01' });
  assert.equal(statSync(path.join(folder, 'secrets.json')).mode & 0o077, 0);
  assert.equal(statSync(path.join(folder, 'postgres')).mode & 0o077, 0);
  if (isRoot) assert.notEqual(statSync(path.join(folder, 'postgres')).uid, 0);
});

test('what was written is there after a stop, on whatever port the next start gets', async (t) => {
  const folder = dataFolder(t);
  const first = await launch(folder);
  await withClient(first.ownerUrl(), (client) => client.query("create table cloth as select 'twill' as name"));
  await first.stop();
  const squatter = net.createServer().listen(first.server.port, '127.0.0.1');
  t.after(() => squatter.close());
  const second = await launch(folder);
  t.after(() => second.stop());
  assert.equal(await valueOf(second.ownerUrl(), 'select name from cloth'), 'twill');
});

test('a database whose port was taken while it was down comes back on another', async (t) => {
  const postgres = await launch(dataFolder(t));
  t.after(() => postgres.stop());
  const { port } = postgres.server;
  await postgres.stop();
  const squatter = net.createServer().listen(port, '127.0.0.1');
  t.after(() => squatter.close());
  await new Promise((resolve) => squatter.once('listening', resolve));
  await postgres.server.start();
  assert.notEqual(postgres.server.port, port);
  assert.equal(await valueOf(postgres.appUrl(), 'select 1 as one'), 1);
});

test('a stale postmaster.pid that names a living stranger harms nobody', async (t) => {
  const folder = dataFolder(t);
  const first = await launch(folder);
  const pidFile = path.join(folder, 'postgres', 'postmaster.pid');
  const held = readFileSync(pidFile, 'utf8');
  process.kill(first.server.pid, 'SIGKILL');
  await first.server.ended();

  // The stranger runs under the database's account: just what Postgres itself would take for a rival.
  const { uid, gid } = statSync(path.join(folder, 'postgres'));
  const stranger = spawn('sleep', ['60'], isRoot ? { uid, gid } : {});
  t.after(() => stranger.kill());
  writeFileSync(pidFile, held.replace(/^\d+/, String(stranger.pid)));

  const second = await launch(folder);
  t.after(() => second.stop());
  assert.equal(await valueOf(second.appUrl(), 'select 1 as one'), 1);
  assert.equal(stranger.exitCode, null);
  assert.equal(stranger.signalCode, null);
});

test('lost passwords are set anew by who owns the files', async (t) => {
  const folder = dataFolder(t);
  const first = await launch(folder);
  await first.stop();
  rmSync(path.join(folder, 'secrets.json'));
  const second = await launch(folder);
  t.after(() => second.stop());
  assert.equal(await valueOf(second.appUrl(), 'select 1 as one'), 1);
});

test('an interrupted preparation is begun anew', async (t) => {
  const folder = dataFolder(t);
  mkdirSync(path.join(folder, 'postgres.new'));
  writeFileSync(path.join(folder, 'postgres.new', 'PG_VERSION'), '18\n');
  const postgres = await launch(folder);
  t.after(() => postgres.stop());
  assert.equal(await valueOf(postgres.appUrl(), 'select 1 as one'), 1);
  assert.ok(!existsSync(path.join(folder, 'postgres.new')));
});

test('data of another Postgres is refused in a sentence and left alone', async (t) => {
  const folder = dataFolder(t);
  mkdirSync(path.join(folder, 'postgres'));
  writeFileSync(path.join(folder, 'postgres', 'PG_VERSION'), '14\n');
  await assert.rejects(launch(folder), /written by Postgres 14; this Provabook brings Postgres 18/);
});

test(
  "under root, data in root's own home is kept where the database's account can reach it",
  { skip: !isRoot },
  async (t) => {
    const home = dataFolder(t);
    chmodSync(home, 0o700);
    const wanted = path.join(home, 'checkout', '.data');
    const { dataDir, account, movedFrom } = prepareDataDir(wanted);
    t.after(() => removeFolder(dataDir));
    assert.equal(movedFrom, wanted);
    assert.match(dataDir, /^\/var\/lib\/provabook\/checkout-[0-9a-f]{8}$/);
    assert.notEqual(account.uid, 0);
    assert.equal(prepareDataDir(wanted).dataDir, dataDir, 'the next start finds it again');

    const postgres = await launch(wanted);
    t.after(() => postgres.stop());
    assert.equal(await valueOf(postgres.appUrl(), 'select 1 as one'), 1);
  },
);
