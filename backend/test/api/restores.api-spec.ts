import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkBackup } from '../../src/platform/backup/check-backup';
import { makeBackup, type Backup } from '../../src/platform/backup/make-backup';
import { restoreBackup } from '../../src/platform/backup/restore-backup';
import type { Opening, Seal } from '../../src/platform/backup/sealing';
import { loadConfig, type Config } from '../../src/platform/config/config';
import { createQueues, migrateTo, namesOf, withTables } from '../../src/platform/database/migrating';
import { storageFrom } from '../../src/platform/storage/storage.module';
import { accountsOf, besides, Damager, fillHouse, onDatabase, sumsOf, withJson } from '../support/backups';
import { cloneTemplate, emptyDatabase, type TestDatabase } from '../support/database';
import { eventually } from '../support/eventually';

const PASSPHRASE = 'five words that nobody guesses';

let folder: string;
let from: TestDatabase;
let live: TestDatabase;
let whole: Backup;
let damager: Damager;

const configFor = ({ url }: TestDatabase): Config =>
  loadConfig({
    DATABASE_URL: url,
    SECRET_KEY: 'a secret that only the tests of this house know',
    DATA_DIR: folder,
    MEDIA_ROOT: join(folder, 'media'),
  });

async function backUp(database: TestDatabase, keys: Seal = {}): Promise<Backup> {
  const config = configFor(database);
  const into = await mkdtemp(join(folder, 'made-'));
  return makeBackup({ config, storage: await storageFrom(config), folder: into, keys, version: '0.1.0' });
}

async function restore(path: string, keys: Opening = {}, target = live) {
  const storage = await storageFrom(configFor(target));
  return restoreBackup({ path, keys, accounts: accountsOf(target.url), storage, replace: true });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'restores-'));
  [from, live] = [await cloneTemplate(), await cloneTemplate()];
  await fillHouse(from.url, 400);
  await fillHouse(live.url, 3);
  whole = await backUp(from);
  damager = new Damager(whole.path, folder);
});

afterAll(async () => {
  for (const database of [from, live]) await database.drop();
  await besides(live.url, 'drop');
  await rm(folder, { recursive: true });
});

const cut = (share: number) => (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length * share));
/** In the sum that a zipped file ends with: no bit of it is without a meaning. */
const END = 6;
const flip = (share: number) => (bytes: Buffer) => {
  const at = Math.min(Math.floor(bytes.length * share), bytes.length - END);
  bytes[at] = (bytes[at] ?? 0) ^ 0x20;
  return bytes;
};
const rowsOf = 'tables/public.orders/000000';

describe('a restore', () => {
  it.each<[string, RegExp, () => Promise<string>]>([
    ['is empty', /damaged/, () => damager.bytes(() => Buffer.alloc(0))],
    ['is something else', /damaged/, () => damager.bytes(() => Buffer.from('PK\u0003\u0004 a picture of a lab dip'))],
    ['was cut in half', /damaged/, () => damager.bytes(cut(0.5))],
    ['lacks its last bytes', /damaged/, () => damager.bytes((bytes) => bytes.subarray(0, bytes.length - 9))],
    ['has one other bit in its middle', /damaged/, () => damager.bytes(flip(0.5))],
    ['has one other bit near its end', /damaged/, () => damager.bytes(flip(1))],
    [
      'has another row than it had',
      /public\.orders is not as it was written/,
      () =>
        damager.parts((parts) =>
          parts.map(({ name, bytes }) => ({
            name,
            bytes: name === rowsOf ? Buffer.from(bytes.toString().replace('ANABIA', 'ANABIB')) : bytes,
          })),
        ),
    ],
    [
      'lacks a table',
      /public\.orders is not as it was written/,
      () => damager.parts((parts) => parts.filter(({ name }) => name !== rowsOf)),
    ],
    [
      'has a part twice',
      /is not in its place/,
      () => damager.parts((parts) => parts.flatMap((part) => (part.name === rowsOf ? [part, part] : [part]))),
    ],
    ['has no end', /its end is missing/, () => damager.parts((parts) => parts.slice(0, -1))],
    [
      'has more than it tells of',
      /is in no list/,
      () =>
        damager.parts((parts) => [
          ...parts.slice(0, -1),
          { name: 'files/0/000000', bytes: PAYLOAD },
          ...parts.slice(-1),
        ]),
    ],
    [
      'names a file outside the storage',
      /impossible name/,
      () =>
        damager.parts((parts) =>
          withJson('manifest.json', (manifest) => ({ ...manifest, files: [STRAY] }))([
            ...parts.slice(0, -1),
            { name: 'files/0/000000', bytes: PAYLOAD },
            ...parts.slice(-1),
          ]),
        ),
    ],
    [
      'has a beginning of its own',
      /its beginning was changed/,
      () => damager.parts(withJson('header.json', (header) => ({ ...header, asOf: '2020-01-01T00:00:00.000Z' }))),
    ],
    [
      'is of a layout to come',
      /made by a newer Provabook/,
      () => damager.parts(withJson('header.json', (h) => ({ ...h, format: 2 }))),
    ],
  ])('refuses a file that %s, and touches nothing', async (_what, sentence, make) => {
    const path = await make();
    const before = await sumsOf(live.url);
    await expect(restore(path)).rejects.toThrow(sentence);
    expect(await sumsOf(live.url)).toEqual(before);
    expect(await besides(live.url)).toEqual([]);
  });

  it('refuses what a newer Provabook has written', async () => {
    const ahead = await cloneTemplate();
    await onDatabase(
      ahead.url,
      `INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'Tomorrow9999999999999')`,
    );
    const { path } = await backUp(ahead).finally(() => ahead.drop());
    await expect(restore(path)).rejects.toThrow('made by a newer Provabook (0.1.0)');
    expect(await besides(live.url)).toEqual([]);
  });

  it('opens what is encrypted with its own key alone', async () => {
    const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
    const [identity, other] = [await generateX25519Identity(), await generateX25519Identity()];
    const { path } = await backUp(from, { recipient: await identityToRecipient(identity) });
    const refused: [Opening, string][] = [
      [{}, 'The backup is encrypted'],
      [{ identity: other }, 'cannot be opened with this key'],
      [{ passphrase: PASSPHRASE }, 'cannot be opened with this key'],
    ];
    for (const [keys, sentence] of refused) await expect(restore(path, keys)).rejects.toThrow(sentence);
    const changed = await new Damager(path, folder).bytes(flip(0.5));
    await expect(restore(changed, { identity })).rejects.toThrow('The backup is damaged');
    expect(await besides(live.url)).toEqual([]);
    await restore(path, { identity });
    expect(await sumsOf(live.url)).toMatchObject({ 'public.orders': { rows: 400 } });
  });

  it('opens what a passphrase closed with that phrase', async () => {
    const closed = await backUp(from, { passphrase: PASSPHRASE });
    await expect(restore(closed.path, { passphrase: 'another phrase' })).rejects.toThrow(
      'cannot be opened with this key',
    );
    expect((await checkBackup(closed.path, { passphrase: PASSPHRASE })).manifest).toEqual(closed.manifest);
  });

  it('that is killed leaves the live house as it was, and is made good by the next', async () => {
    const before = await sumsOf(live.url);
    const program = join(__dirname, '../../dist/restore.js');
    expect(existsSync(program)).toBe(true); // the tests of the API run beside a built server
    const env = {
      ...process.env,
      DATABASE_URL: live.url,
      SECRET_KEY: 'a secret of the house that is not backed up',
      DATA_DIR: folder,
    };
    const child = spawn(process.execPath, [program, whole.path, '--replace'], { env, stdio: 'ignore' });
    const ended = once(child, 'exit');
    await eventually(async () => expect(await besides(live.url)).toContain('_restoring'));
    child.kill('SIGKILL');
    await ended;
    expect(await sumsOf(live.url)).toEqual(before);
    await restore(whole.path);
    expect(await besides(live.url)).toEqual(['_before_restore']);
  });

  it('brings a house of an earlier release up to this one', async () => {
    const earlier = await emptyDatabase();
    const known = await withTables(earlier.url, async (source) => {
      const names = namesOf(source);
      await migrateTo(source, names.slice(0, -12));
      return names;
    });
    await createQueues(earlier.url);
    await fillHouse(earlier.url, 50);
    const old = await backUp(earlier).finally(() => earlier.drop());
    expect(old.header.migrations).toEqual(known.slice(0, -12));
    await restore(old.path);
    const [now] = await onDatabase<object>(
      live.url,
      `SELECT (SELECT count(*)::int FROM migrations) AS migrations, (SELECT count(*)::int FROM orders) AS orders,
              (SELECT count(*)::int FROM user_profiles) AS people, to_regclass('backup_runs')::text AS newest`,
    );
    expect(now).toEqual({ migrations: known.length, orders: 50, people: 1, newest: 'backup_runs' });
    const disabled = `SELECT tgname FROM pg_trigger WHERE tgenabled = 'D'`;
    expect(await onDatabase(live.url, disabled)).toEqual([]);
  });
});

const PAYLOAD = Buffer.from('not ours');
const STRAY = { key: '../../etc/cron.d/x', size: PAYLOAD.length, sha256: 'a'.repeat(64) };
