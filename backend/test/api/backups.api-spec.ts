import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import { createApp } from '../../src/app';
import { backupsIn, prune } from '../../src/platform/backup/backup-folder';
import { loadFiles } from '../../src/platform/backup/load-files';
import { lockForBackup } from '../../src/platform/backup/locks';
import { connect, makeBackup, type Backup } from '../../src/platform/backup/make-backup';
import { restoreBackup } from '../../src/platform/backup/restore-backup';
import { loadConfig, type Config } from '../../src/platform/config/config';
import { chainOf } from '../../src/platform/events/chain';
import { storageFrom } from '../../src/platform/storage/storage.module';
import { accountsOf, besides, onDatabase, sumsOf } from '../support/backups';
import { cloneTemplate, type TestDatabase } from '../support/database';
import { eventually } from '../support/eventually';
import { House, PASSWORD } from '../support/house';

const PDF = Buffer.from(`%PDF-1.7\n${'lab dip '.repeat(40_000)}`);
const SECRET_KEY = 'a secret that only the tests of this house know';

let folder: string;
let target: TestDatabase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backups-'));
});
afterAll(() => rm(folder, { recursive: true }));

const configFor = (url: string, media: string): Config =>
  loadConfig({
    DATABASE_URL: url,
    SECRET_KEY,
    LOG_LEVEL: 'silent',
    PROVABOOK_ROLE: 'api',
    DATA_DIR: folder,
    MEDIA_ROOT: join(folder, media),
  });

async function backUp(config: Config, into = 'backups'): Promise<Backup> {
  return makeBackup({
    config,
    storage: await storageFrom(config),
    folder: join(folder, into),
    keys: {},
    version: '0.1.0',
  });
}

async function restore(path: string, replace = false) {
  const storage = await storageFrom(configFor(target.url, 'restored'));
  return restoreBackup({ path, keys: {}, accounts: accountsOf(target.url), storage, replace });
}

/** The same but the rows that tell of backups. */
async function sumsOfHouse(url: string) {
  const { 'public.backup_runs': _runs, ...sums } = await sumsOf(url);
  return sums;
}

describe('a backup of a house at work', () => {
  let house: House;
  let config: Config;
  let backup: Backup;

  beforeAll(async () => {
    house = await House.open({ MEDIA_ROOT: join(folder, 'media'), PROVABOOK_ROLE: 'all' });
    config = configFor(house.databaseUrl, 'media');
    target = await cloneTemplate();
    const sample = await house.given.sample();
    await house.as('merchandiser').upload(`/samples/${sample.id}/attachment/`, PDF, 'card.pdf');
    let [writing, written] = [true, 0];
    const writers = [1, 2, 3].map(async () => {
      for (; writing; written++) await house.given.order();
    });
    await eventually(async () => expect(written).toBeGreaterThan(3));
    backup = await backUp(config);
    writing = false;
    await Promise.all(writers);
  });

  afterAll(async () => {
    await house.close();
    await target.drop();
    await besides(target.url, 'drop');
  });

  it('holds one instant of it: every order with its lines, its history and its counted number', async () => {
    const { kept } = await restore(backup.path);
    expect(kept).toMatch(/_before_restore$/);
    const [counts] = await onDatabase<Record<string, number>>(
      target.url,
      `WITH ${chainOf('TRUE')}
       SELECT (SELECT count(*)::int FROM orders) AS orders,
              (SELECT count(DISTINCT order_id)::int FROM order_lines) AS "withLines",
              (SELECT count(*)::int FROM domain_events WHERE name = 'order.created') AS told,
              (SELECT max(value)::int FROM number_counters) AS numbered,
              (SELECT count(*)::int FROM chain WHERE NOT fits) AS broken`,
    );
    const { orders = 0 } = counts ?? {};
    expect(orders).toBeGreaterThan(3);
    expect(counts).toEqual({ orders, withLines: orders, told: orders, numbered: orders, broken: 0 });
    const now = await onDatabase<{ n: number }>(house.databaseUrl, 'SELECT count(*)::int AS n FROM orders');
    expect(now[0]?.n).toBeGreaterThan(orders);
  });

  it('goes in the place of a house only where that is asked for, and never of one at work', async () => {
    const before = await sumsOfHouse(target.url);
    await expect(restore(backup.path)).rejects.toThrow('There is a house with people in it here');
    const inUse = await connect(target.url);
    await expect(restore(backup.path, true)).rejects.toThrow('The house is at work (provabook-backup)');
    await inUse.end();
    expect(await sumsOfHouse(target.url)).toEqual(before);
    await restore(backup.path, true);
    const { tables } = backup.manifest;
    const restored = await sumsOfHouse(target.url);
    const written = tables.filter(({ name }) => name !== 'public.backup_runs');
    expect(restored).toEqual(Object.fromEntries(written.map(({ name, rows, sha256 }) => [name, { rows, sha256 }])));
    expect(await besides(target.url)).toEqual(['_before_restore']);
  });

  it('puts back files that are gone or were changed, and leaves the others', async () => {
    const storage = await storageFrom(configFor(target.url, 'elsewhere'));
    const load = () => loadFiles(backup.path, {}, backup, storage);
    expect([await load(), await load()]).toEqual([1, 0]);
    const [{ key } = { key: '' }] = backup.manifest.files;
    await storage.put(key, Buffer.from('something else'), { contentType: 'application/pdf', maxBytes: 100 });
    expect([await load(), await load()]).toEqual([1, 0]);
  });

  it('has deleted files wait until it has read them', async () => {
    const sample = await house.given.sample();
    const at = `/samples/${sample.id}/attachment/`;
    await house.as('merchandiser').upload(at, PDF, 'card.pdf');
    const media = join(folder, 'media', 'samples', 'attachments', sample.orderId);
    const making = await connect(house.databaseUrl);
    await lockForBackup(making);
    await expect(backUp(config)).rejects.toThrow('Another backup is being made just now.');
    await house.as('merchandiser').delete(at);
    await eventually(async () => {
      const waiting = `SELECT 1 FROM pgboss.job WHERE name = 'discarded-files' AND state = 'created' AND singleton_key IS NOT NULL`;
      expect(await onDatabase(house.databaseUrl, waiting)).toHaveLength(1);
    });
    expect(await readdir(media)).toHaveLength(1);
    await making.end();
  });

  it('tells of a file that the storage had lost, and is made all the same', async () => {
    const { manifest } = await backUp({ ...config, MEDIA_ROOT: join(folder, 'nothing here') });
    expect([manifest.files, manifest.missing.length]).toEqual([[], 1]);
  });

  it('is kept for its time, the newest always', async () => {
    const kept = join(folder, 'kept');
    await backUp(config, 'kept');
    await new Promise((resolve) => setTimeout(resolve, 1000)); // their names tell seconds
    await backUp(config, 'kept');
    const [newest] = await backupsIn(kept);
    expect([await prune(kept, 3600), await prune(kept, 0), await prune(kept, 0)]).toEqual([0, 1, 0]);
    expect(await backupsIn(kept)).toEqual([newest]);
  });

  // Last: a second application in one process takes the first one's place.
  it('makes a house that people sign in to, with its files, and writes on where it was', async () => {
    const app = await createApp(configFor(target.url, 'restored'));
    await app.init();
    try {
      const server = supertest(app.getHttpServer());
      const entered = await server
        .post('/api/v1/auth/login/')
        .send({ email: 'merchandiser@house.test', password: PASSWORD });
      const { access } = entered.body as { access: string };
      const asMe = { Authorization: `Bearer ${access}` };
      const samples = await server.get('/api/v1/samples/').set(asMe);
      const [sample] = (samples.body as { results: { id: string }[] }).results;
      const link = await server.get(`/api/v1/samples/${sample?.id}/attachment/`).set(asMe);
      const file = await server.get((link.body as { url: string }).url).responseType('blob');
      expect(PDF.equals(file.body as Buffer)).toBe(true);
      const made = await server
        .post('/api/v1/orders/')
        .set(asMe)
        .send({ customerName: 'ANABIA', fabricType: 'Rib', styles: [] });
      expect([made.status, made.body]).toEqual([201, expect.anything()]);
    } finally {
      await app.close();
    }
  });
});
