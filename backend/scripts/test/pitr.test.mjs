import assert from 'node:assert/strict';
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { archiveOf, basesIn, pruneArchive } from '../lib/postgres/archive.mjs';
import { copyBase } from '../lib/postgres/base-copy.mjs';
import { withClient } from '../lib/postgres/connection.mjs';
import { prepareDataDir } from '../lib/postgres/data-home.mjs';
import { launchPostgres } from '../lib/postgres/launch.mjs';
import { recoverTo } from '../lib/postgres/recover.mjs';
import { placesOf } from '../lib/postgres/swap.mjs';
import { readSecrets } from '../lib/secrets.mjs';
import { dataFolder } from './support.mjs';

const rowsOf = (url, statement) => withClient(url, async (client) => (await client.query(statement)).rows);

test('the database goes back to an instant between two writes, and on from there', async (t) => {
  const folder = dataFolder(t);
  const { dataDir, account } = prepareDataDir(folder);
  const house = { dataDir, account, secrets: readSecrets(dataDir), days: 7 };
  const archive = archiveOf(dataDir);
  const { live, restored } = placesOf(dataDir);

  let postgres = await launchPostgres(house);
  t.after(() => postgres.stop());
  const url = () => postgres.superuserUrl();
  const write = (name) => rowsOf(url(), `insert into cloth values ('${name}')`);
  const names = async () => (await rowsOf(url(), 'select name from cloth order by at')).map(({ name }) => name);
  await rowsOf(url(), 'create table cloth (name text, at timestamptz default clock_timestamp())');
  await assert.rejects(recoverTo({ ...house, at: new Date() }), /There is no copy of the database yet/);
  await write('before the copy');
  // Somebody writes while the copy is made: what is torn in it is mended from the log.
  let writing = true;
  const writer = (async () => {
    while (writing)
      await rowsOf(url(), 'create table if not exists busy (n int); insert into busy select generate_series(1, 500)');
  })();
  await copyBase({ url: url(), cluster: live, archive });
  writing = false;
  await writer;
  assert.equal(basesIn(archive).length, 1);
  await write('wanted');
  await sleep(20);
  const [{ at }] = await rowsOf(url(), 'select clock_timestamp() as at');
  await sleep(20);
  await write('a mistake');
  const [{ busy }] = await rowsOf(url(), 'select count(*)::int as busy from busy');
  await postgres.stop();

  await assert.rejects(
    recoverTo({ ...house, at: new Date('2020-01-01') }),
    /cannot be taken back to 2020-01-01.*The earliest is/,
  );
  await assert.rejects(
    recoverTo({ ...house, at: new Date(Date.now() + 3_600_000) }),
    /Nothing was written at or after/,
  );
  assert.ok(existsSync(path.join(live, 'PG_VERSION')));
  const { kept, lastCommit } = await recoverTo({ ...house, at });
  assert.ok(lastCommit <= at && at - lastCommit < 60_000);
  postgres = await launchPostgres(house);
  assert.deepEqual(await names(), ['before the copy', 'wanted']);
  assert.equal((await rowsOf(url(), 'select count(*)::int as busy from busy'))[0].busy, busy);
  await write('and on');
  await copyBase({ url: url(), cluster: live, archive });
  await postgres.stop();

  // A start that finds an exchange of the two half done finishes it.
  renameSync(live, restored);
  postgres = await launchPostgres(house);
  assert.deepEqual(await names(), ['before the copy', 'wanted', 'and on']);
  assert.ok(existsSync(kept));

  // Nothing but the last week can be reached, and nothing else is kept.
  const [older, newer] = basesIn(archive);
  const isKept = ({ startWal }) => existsSync(path.join(archive.wal, `${startWal}.gz`));
  pruneArchive(archive, 7);
  assert.deepEqual(basesIn(archive), [older, newer]);
  assert.ok(isKept(older) && isKept(newer));
  pruneArchive(archive, 7, Date.now() + 8 * 86_400_000);
  assert.deepEqual(basesIn(archive), [newer]);
  assert.ok(!isKept(older) && isKept(newer));
  writeFileSync(path.join(archive.bases, `${newer.name}.tar.gz`), 'torn');
  await postgres.stop();
  await assert.rejects(recoverTo({ ...house, at: new Date() }), /is damaged. Nothing was changed/);
});
