import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { DocumentDto } from '../../src/modules/orders/documents/documents.dto';
import { makeBackup } from '../../src/platform/backup/make-backup';
import { restoreBackup } from '../../src/platform/backup/restore-backup';
import { loadConfig } from '../../src/platform/config/config';
import { Storage } from '../../src/platform/storage/storage';
import { storageFrom } from '../../src/platform/storage/storage.module';
import { accountsOf, besides, onDatabase } from '../support/backups';
import { cloneTemplate, type TestDatabase } from '../support/database';
import { House } from '../support/house';
import { ELSEWHERE, type Store } from '../support/stores';

const SECRET_KEY = 'a secret that only the tests of this house know';

async function sha256(bytes: Readable): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of bytes) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

describe.each(ELSEWHERE)('a backup of a house with its files on %s', (_driver, start) => {
  let folder: string;
  let store: Store;
  let house: House;
  let target: TestDatabase;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'backups-elsewhere-'));
    store = await start(folder);
    house = await House.open({ ...store.env, DATA_DIR: folder });
    target = await cloneTemplate();
  });
  afterAll(async () => {
    await house?.close();
    await target.drop();
    await besides(target.url, 'drop');
    await store.close();
    await rm(folder, { recursive: true });
  });

  it('brings back every file that was lost or changed since, byte for byte', async () => {
    const { id: orderId } = await house.given.order();
    const papers = Array.from({ length: 5 }, (_, at): [string, Buffer] => [
      `PI-${at}.pdf`,
      Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(at ? 40_000 * at : 9_000_000), Buffer.from('\n%%EOF')]),
    ]);
    const { body } = await house
      .as('merchandiser')
      .uploadAll<{ results: { document: DocumentDto }[] }>(`/orders/${orderId}/documents/`, papers);
    expect(body.results.map(({ document }) => document.sha256)).toEqual(
      papers.map(([, bytes]) => createHash('sha256').update(bytes).digest('hex')),
    );

    const config = loadConfig({ ...store.env, DATABASE_URL: house.databaseUrl, SECRET_KEY, DATA_DIR: folder });
    const storage = await storageFrom(config);
    const backup = await makeBackup({ config, storage, folder: join(folder, 'backups'), keys: {}, version: '0.1.0' });

    const rows = () =>
      onDatabase<{ file: string; sha256: string }>(
        target.url,
        'SELECT file, sha256 FROM order_documents ORDER BY file',
      );
    const named = await onDatabase<{ file: string }>(
      house.databaseUrl,
      'SELECT file FROM order_documents ORDER BY file',
    );
    const [changed, spared, ...lost] = named.map(({ file }) => file);
    for (const key of lost) await house.app.get(Storage).delete(key);
    await storage.put(changed!, Buffer.from('something else'), { contentType: 'text/plain', maxBytes: 100 });
    expect(await storage.exists(spared!)).toBe(true);

    await restoreBackup({ path: backup.path, keys: {}, accounts: accountsOf(target.url), storage, replace: false });
    const restored = await rows();
    expect(restored).toHaveLength(papers.length);
    for (const { file, sha256: known } of restored)
      expect([file, await sha256(await storage.open(file))]).toEqual([file, known]);
  });
});
