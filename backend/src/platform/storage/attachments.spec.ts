import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Attachments } from './attachments';
import { DiskStorage } from './disk.storage';
import type { IncomingFile } from './receives-file';
import { FileScans } from './scan/file-scans';
import { UNSCANNED } from './scan/scan-state';
import { NoFileYet } from './storage.errors';
import { MissingFiles } from './sweep/missing-files';

const file: IncomingFile = {
  bytes: Buffer.from('%PDF-1.7\n%%EOF'),
  fileName: 'Proforma März.pdf',
  contentType: 'application/pdf',
  extension: 'pdf',
};

/** As a house has it that named no scanner. */
const nothingScanned = Object.assign(Object.create(FileScans.prototype) as FileScans, {
  ask: () => Promise.resolve(UNSCANNED),
  forget: () => Promise.resolve(),
  refuseUnread: () => Promise.resolve(),
});

const nothingMissing = Object.assign(Object.create(MissingFiles.prototype) as MissingFiles, {
  refuse: () => Promise.resolve(),
});

describe('the files of rows', () => {
  let root: string;
  let storage: DiskStorage;
  let attachments: Attachments;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'attachments-'));
    storage = new DiskStorage({ root, url: '/files', secrets: ['known to this test alone'] });
    attachments = new Attachments(storage, nothingScanned, nothingMissing);
  });
  afterEach(() => rm(root, { recursive: true }));

  it('are stored before their row is written, under a name of ours', async () => {
    const kept = await attachments.keep('financials/1/pi-00001-v1', file, async (attachment) => {
      expect(await storage.exists(attachment.key)).toBe(true);
      return attachment;
    });
    expect(kept.key).toMatch(/^financials\/1\/pi-00001-v1-[0-9a-f-]{36}\.pdf$/);
    expect(kept).toMatchObject({ fileName: 'Proforma März.pdf', contentType: 'application/pdf', size: 14 });
  });

  it('have a folder of their own where the name is one', async () => {
    const { key } = await attachments.keep('samples/attachments/1/', file, (attachment) => Promise.resolve(attachment));
    expect(key).toMatch(/^samples\/attachments\/1\/[0-9a-f-]{36}\.pdf$/);
  });

  it('leave nothing behind where the row is not written', async () => {
    const keys: string[] = [];
    const failing = attachments.keep('financials/1/pi', file, ({ key }) => {
      keys.push(key);
      return Promise.reject(new Error('no row'));
    });
    await expect(failing).rejects.toThrow('no row');
    expect(await storage.exists(keys[0] ?? '')).toBe(false);
    const left = await readdir(root, { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toEqual([]);
  });

  it('are read by a link of five minutes, where there is one', async () => {
    const link = await attachments.linkTo({
      key: 'a/b.pdf',
      fileName: 'b.pdf',
      contentType: 'application/pdf',
      size: 14,
    });
    expect(link.url).toContain('/files/a/b.pdf?');
    expect(Date.parse(link.expiresAt) - Date.now()).toBeLessThanOrEqual(300_000);
    await expect(attachments.linkTo(null)).rejects.toThrow(NoFileYet);
  });
});
