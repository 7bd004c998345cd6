import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { DocumentDto } from '../../src/modules/orders/documents/documents.dto';
import type {
  MissingFileDto,
  StorageStateDto,
  StorageSweepDto,
  SweepStorageDto,
} from '../../src/modules/administration/storage/storage.dto';
import { lockForBackup } from '../../src/platform/backup/locks';
import { DiscardedFiles } from '../../src/platform/storage/discarded-files';
import { Storage } from '../../src/platform/storage/storage';
import { NamedFiles } from '../../src/platform/storage/sweep/named-files';
import { isOurs, StorageSweeps } from '../../src/platform/storage/sweep/storage-sweeps';
import { House } from '../support/house';
import { EVERYWHERE, type Store } from '../support/stores';
import { beginning, part } from '../support/tus';

const pdf = () => Buffer.from(`%PDF-1.7\n% ${randomUUID()}\n%%EOF`);
const BASE = '/administration/storage';

let house: House;
let folder: string;
let store: Store;

async function open(start: (folder: string) => Promise<Store>): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'sweeps-'));
  store = await start(folder);
  house = await House.open({ ...store.env, DATA_DIR: folder });
}

async function close(): Promise<void> {
  await house?.close();
  await store.close();
  await rm(folder, { recursive: true });
}

const storage = () => house.app.get(Storage);

/** As the worker would: the sweep, then what it sent. */
async function sweep(wish: SweepStorageDto = {}): Promise<StorageSweepDto> {
  const { status, body } = await house.as('admin').post<StorageSweepDto>(`${BASE}/sweeps/`, wish);
  expect(status).toBe(202);
  await house.app.get(StorageSweeps).goOn(body.id);
  await discard();
  const { results } = (await house.as('admin').get<{ results: StorageSweepDto[] }>(`${BASE}/sweeps/`)).body;
  return results.find(({ id }) => id === body.id)!;
}

async function discard(): Promise<void> {
  const jobs = await house.query<{ id: string; data: { key: string; unused?: boolean } }>(
    `UPDATE pgboss.job SET state = 'completed' WHERE name = 'discarded-files' AND state = 'created' AND start_after <= now() RETURNING id, data`,
  );
  const rows = (jobs as unknown as [typeof jobs, number])[0];
  for (const { data } of rows) await house.app.get(DiscardedFiles).discard(data.key, data.unused);
}

async function add(orderId: string, bytes = pdf()): Promise<{ id: string; key: string }> {
  const { body } = await house
    .as('merchandiser')
    .uploadAll<{ results: { document: DocumentDto }[] }>(`/orders/${orderId}/documents/`, [['PI-1.pdf', bytes]]);
  const { id } = body.results[0]!.document;
  const [row] = await house.query<{ file: string }>('SELECT file FROM order_documents WHERE id = $1', [id]);
  return { id, key: row!.file };
}

const put = async (key: string): Promise<string> => {
  await storage().put(key, Buffer.from('left behind'), { contentType: 'text/plain', maxBytes: 100 });
  return key;
};

describe.each(EVERYWHERE)('a sweep of the files on %s', (_driver, start) => {
  beforeAll(() => open(start));
  afterAll(close);

  it('lists all there is, page by page, in the order of keys', async () => {
    const keys = [];
    for (const name of ['a/b', 'a-b/c', 'a/b-c', 'b', 'a/d/e', 'c/f', 'c/a'])
      keys.push(await put(`${name}-${randomUUID()}`));
    const listed: string[] = [];
    for (let more = true; more;) {
      const { files, hasMore } = await storage().list(listed.at(-1) ?? '', 2);
      expect(files.every(({ size }) => size === 11)).toBe(true);
      listed.push(...files.map(({ key }) => key));
      more = hasMore;
    }
    expect(listed).toEqual([...keys].sort());
    for (const key of keys) await storage().delete(key);
  });

  it('deletes what no row names for a day, and nothing that one names, is young, or is not ours', async () => {
    const { id: orderId } = await house.given.order();
    const named = await add(orderId);
    const [unused, foreign] = [await put(`orders/${orderId}/${randomUUID()}`), await put('reports/2026.tar')];
    await store.age();
    const young = await put(`orders/${orderId}/${randomUUID()}`);
    const counted = await sweep();
    expect(counted).toMatchObject({ state: 'done', listed: 4, unknown: 1, unused: 1, unusedBytes: 11, deleted: 0 });
    expect(await storage().exists(unused)).toBe(true);
    expect(await sweep({ deletes: true })).toMatchObject({ state: 'done', unused: 1, deleted: 1 });
    expect((await store.keys()).sort()).toEqual([named.key, foreign, young].sort());
    expect(await sweep({ deletes: true })).toMatchObject({ unused: 0, deleted: 0, missing: 0 });
  });

  it('tells of rows whose bytes are gone, on the file’s own page too, until they are back', async () => {
    const order = await house.given.order();
    const bytes = pdf();
    const { id, key } = await add(order.id, bytes);
    await storage().delete(key);
    expect((await sweep()).missing).toBe(1);
    const { body: page } = await house.as('admin').get<{ results: MissingFileDto[] }>(`${BASE}/missing-files/`);
    expect(page.results).toMatchObject([
      { key, carrier: 'order_documents', fileName: 'PI-1.pdf', orderId: order.id, orderNumber: order.orderNumber },
    ]);
    const { body: state } = await house.as('admin').get<StorageStateDto>(`${BASE}/state/`);
    expect(state).toMatchObject({ missingFiles: 1, running: null, lastSweep: { missing: 1 } });
    const link = () => house.as('merchandiser').get(`/documents/${id}/link/`);
    expect((await link()).body).toMatchObject({ status: 404, code: 'file.missing' });
    await storage().put(key, bytes, { contentType: 'application/pdf', maxBytes: bytes.length });
    expect((await sweep()).missing).toBe(0);
    expect((await link()).status).toBe(200);
  });
});

describe('a sweep', () => {
  beforeAll(() => open(EVERYWHERE[0]![1]));
  afterAll(close);

  it('knows our keys by the ids in them', () => {
    const id = randomUUID();
    for (const key of [`orders/${id}/${id}`, `orders/${id}/${id}-small.webp`, `financials/lc/${id}/lc-${id}.pdf`])
      expect([key, isOurs(key)]).toEqual([key, true]);
    for (const key of ['a.pdf', `${id}`, 'orders/1/2', `Orders/${id}/${id}`, `orders/${id}/${id}/x`, '../x'])
      expect([key, isOurs(key)]).toEqual([key, false]);
  });

  it('finds every place where rows name files, by an index', async () => {
    const plan = await house.query<{ places: number; indexed: number }>(
      `SELECT (SELECT count(*)::int FROM (SELECT unnest(array_remove(string_to_array(encode(tgargs, 'escape'), '\\000'), ''))
                 FROM pg_trigger JOIN pg_proc p ON p.oid = tgfoid WHERE p.proname = 'discard_files') t) AS places,
              (SELECT count(*)::int FROM pg_indexes WHERE indexname ~ '^ix_.*_key$' AND indexdef ~ 'COLLATE "C"') AS indexed`,
    );
    expect(plan).toEqual([{ places: 10, indexed: 10 }]);
  });

  it('spares a file on its way, in parts or by a link, however old', async () => {
    const { id: orderId } = await house.given.order();
    const me = house.as('merchandiser');
    const bytes = pdf();
    const begun = await me.post<{ uploadId: string }>(
      '/documents/resumable-uploads/',
      {},
      beginning(orderId, 'a.pdf', bytes.length),
    );
    await me.patch(`/documents/resumable-uploads/${begun.body.uploadId}/`, bytes, part(0));
    await store.age();
    expect(await sweep({ deletes: true })).toMatchObject({ unused: 0, missing: 0 });
    expect((await me.post('/documents/', { uploadId: begun.body.uploadId })).status).toBe(201);
    await me.post('/documents/uploads/', { orderId, fileName: 'b.pdf', fileSize: 3 }); // no byte of it has come
    expect(await sweep({ deletes: true })).toMatchObject({ unused: 0, missing: 0 });
  });

  it('loses no file to a race with those that come meanwhile', async () => {
    const { id: orderId } = await house.given.order();
    const kept: string[] = [];
    const writing = (async () => {
      for (let round = 0; round < 8; round++) {
        kept.push((await add(orderId)).key);
        await store.age(); // as if it had lain there for days: only its row saves it
      }
    })();
    let busy = true;
    void writing.finally(() => (busy = false));
    while (busy) {
      const { missing } = await sweep({ deletes: true });
      expect(missing).toBe(0);
    }
    await writing;
    for (const key of kept) expect(await storage().exists(key)).toBe(true);
  });

  it('deletes nothing that a row names by the time the job comes', async () => {
    const { id: orderId } = await house.given.order();
    const { key } = await add(orderId);
    await house.app.get(DiscardedFiles).discard(key, true);
    expect(await storage().exists(key)).toBe(true);
    expect(await house.app.get(NamedFiles).has(key)).toBe(true);
  });

  it('leaves what a backup may still have to read until it has', async () => {
    const unused = await put(`orders/${randomUUID()}/${randomUUID()}`);
    await store.age();
    const backup = new pg.Client(house.databaseUrl);
    await backup.connect();
    try {
      await lockForBackup(backup);
      expect((await sweep({ deletes: true })).deleted).toBe(1);
      expect(await storage().exists(unused)).toBe(true);
    } finally {
      await backup.end();
    }
    await house.query(`UPDATE pgboss.job SET start_after = now() WHERE name = 'discarded-files' AND state = 'created'`);
    await discard();
    expect(await storage().exists(unused)).toBe(false);
  });

  it('holds, where far more is unused than any day leaves behind', async () => {
    const orphans = await Promise.all(Array.from({ length: 101 }, () => put(`orders/${randomUUID()}/${randomUUID()}`)));
    await store.age();
    const held = await sweep({ deletes: true });
    expect(held).toMatchObject({ state: 'held', unused: 101, deleted: 0 });
    expect(await storage().exists(orphans[0]!)).toBe(true);
    expect(await sweep({ deletes: true, seenSweepId: held.id })).toMatchObject({ state: 'done', deleted: 101 });
    expect(await storage().exists(orphans[0]!)).toBe(false);
  });

  it('deletes of what somebody has seen that, and nothing that became unused since then', async () => {
    const ask = (seenSweepId: string) =>
      house.as('admin').post<{ code: string }>(`${BASE}/sweeps/`, { deletes: true, seenSweepId });
    const { id: orderId } = await house.given.order();
    const [orphan, named] = [await put(`orders/${randomUUID()}/${randomUUID()}`), await add(orderId)];
    await store.age();
    const seen = await sweep();
    expect(seen).toMatchObject({ state: 'done', unused: 1 });

    await house.query(`UPDATE storage_sweeps SET started_at = now() - interval '3 days' WHERE id = $1`, [seen.id]);
    expect(await sweep({ deletes: true, seenSweepId: seen.id })).toMatchObject({ unused: 0, deleted: 0 }); // newer than what was seen
    await house.query(`UPDATE storage_sweeps SET started_at = now() WHERE id = $1`, [seen.id]);

    // As if another database had come: a row is gone, and no job with it.
    await house.query('ALTER TABLE order_documents DISABLE TRIGGER USER');
    await house.query('DELETE FROM order_documents WHERE id = $1', [named.id]);
    await house.query('ALTER TABLE order_documents ENABLE TRIGGER USER');
    expect(await sweep({ deletes: true, seenSweepId: seen.id })).toMatchObject({
      state: 'held',
      unused: 2,
      deleted: 0,
    });
    expect([await storage().exists(orphan), await storage().exists(named.key)]).toEqual([true, true]);

    const { status, body } = await ask(seen.id);
    expect([status, body]).toMatchObject([409, { code: 'storage.more_unused_than_seen', seen: 1, unused: 2 }]);
    expect(await ask(randomUUID())).toMatchObject({
      status: 400,
      body: { errors: { seenSweepId: [expect.anything()] } },
    });
    const { results } = (await house.as('admin').get<{ results: StorageSweepDto[] }>(`${BASE}/sweeps/`)).body;
    const again = results.find(({ state, unused }) => state === 'held' && unused === 2)!;
    expect(await sweep({ deletes: true, seenSweepId: again.id })).toMatchObject({ state: 'done', deleted: 2 });
    expect([await storage().exists(orphan), await storage().exists(named.key)]).toEqual([false, false]);
  });

  it('is one at a time, and goes on where another left it', async () => {
    const ask = () => house.as('admin').post<StorageSweepDto>(`${BASE}/sweeps/`, { deletes: true });
    const asked = await Promise.all(Array.from({ length: 10 }, ask));
    expect(new Set(asked.map(({ body }) => body.id)).size).toBe(1);
    const { id } = asked[0]!.body;
    const sweeps = house.app.get(StorageSweeps);
    await Promise.all([sweeps.goOn(id), sweeps.goOn(id), sweeps.goOn(id)]);
    const stored = (await store.keys()).length;
    expect(await house.query('SELECT state, listed FROM storage_sweeps WHERE id = $1', [id])).toEqual([
      { state: 'done', listed: stored },
    ]);
  });
});
