import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { readRunning } from '../lib/lock.mjs';
import { scripts } from '../lib/paths.mjs';
import { archiveOf } from '../lib/postgres/archive.mjs';
import { copyBase } from '../lib/postgres/base-copy.mjs';
import { superuser, urlFor, withClient } from '../lib/postgres/connection.mjs';
import { startProduct } from '../lib/product.mjs';
import { runNode } from '../lib/run.mjs';
import { readSecrets } from '../lib/secrets.mjs';
import { neutralEnv } from '../lib/settings.mjs';
import { dataFolder, fakeEnv } from './support.mjs';

const command = path.join(scripts, 'restore.mjs');

const superuserUrl = (dataDir) =>
  urlFor({
    user: superuser,
    password: readSecrets(dataDir).databaseSuperuser,
    port: readRunning(dataDir).databasePort,
    database: 'postgres',
  });

test('npm run restore -- --at takes a stopped house back to that instant, and to nothing else', async (t) => {
  const dataDir = dataFolder(t);
  const restore = (...args) =>
    runNode([command, ...args], { env: { ...neutralEnv(), ...fakeEnv, DATA_DIR: dataDir }, patienceMs: 60_000 });
  const start = () => startProduct({ dataDir, env: fakeEnv });
  const notes = (house) =>
    withClient(house.ownerUrl(), async (client) =>
      (await client.query('select text from note order by 1')).rows.map(({ text }) => text),
    );
  const write = (house, statement) => withClient(house.ownerUrl(), (client) => client.query(statement));

  const house = await start();
  // As it does by itself once it has run for a minute.
  await copyBase({ url: superuserUrl(dataDir), cluster: path.join(dataDir, 'postgres'), archive: archiveOf(dataDir) });
  await write(house, `insert into note values ('wanted'), ('lost later')`);
  await sleep(20);
  const wanted = await notes(house);
  const at = new Date();
  await sleep(20);
  await write(house, `delete from note where text = 'lost later'`);
  await write(house, `insert into note values ('a mistake')`);

  const running = await restore('--at', at.toISOString());
  assert.deepEqual([running.code, /already running|is in use/.test(running.output)], [1, true], running.output);
  await house.stop();

  const vague = await restore('--at', 'yesterday');
  assert.deepEqual([vague.code, /is no instant/.test(vague.output)], [1, true], vague.output);
  const done = await restore('--at', at.toISOString());
  assert.equal(done.code, 0, done.output);
  assert.ok(done.output.includes(`The database is as it was at ${at.toISOString()}.`), done.output);
  assert.match(done.output, /Before {3}the database from before is kept in /);
  assert.ok(readdirSync(dataDir).some((name) => done.output.includes(path.join(dataDir, name))));

  const again = await start();
  t.after(() => again.stop());
  assert.deepEqual(await notes(again), wanted);
});
