import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { startFilesServer } from '../../../test/support/files-server';
import { startGcsServer } from '../../../test/support/gcs-server';
import { startS3Server } from '../../../test/support/s3-server';
import { GcsStorage } from './gcs.storage';
import { S3Storage } from './s3.storage';
import { FileNotFound, FileTooLarge, UploadIncomplete } from './storage.errors';
import type { SignedWrite, Storage } from './storage';

interface Driver {
  storage: Storage;
  /** where a link leads */
  absolute(url: string): string;
  spoolFolder: string;
  close(): Promise<void>;
}

const drivers: Record<string, (folder: string) => Promise<Driver>> = {
  disk: async (folder) => {
    const server = await startFilesServer(folder);
    return {
      storage: server.storage,
      absolute: (url) => server.url + url,
      spoolFolder: join(folder, '.incoming'),
      close: server.close,
    };
  },
  gcs: async (folder) => {
    const server = await startGcsServer('house');
    const options = { projectId: 'p', apiEndpoint: server.url, credentials: server.credentials, spoolFolder: folder };
    return {
      storage: await GcsStorage.connect({ ...options, bucket: 'house' }),
      absolute: (url) => url,
      spoolFolder: folder,
      close: server.close,
    };
  },
  s3: async (folder) => {
    const account = { bucket: 'house', region: 'eu-west-1', accessKeyId: 'AKIDHOUSE', secretAccessKey: 'house-secret' };
    const server = await startS3Server(account);
    const options = { ...account, endpoint: server.url, forcePathStyle: true, spoolFolder: folder };
    return {
      storage: await S3Storage.connect(options),
      absolute: (url) => url,
      spoolFolder: folder,
      close: server.close,
    };
  },
};

const newKey = () => `orders/${randomUUID()}/${randomUUID()}`;
const text = async (stream: Readable) => Buffer.concat(await stream.toArray()).toString();
const limits = { contentType: 'application/pdf', maxBytes: 1000 };

describe.each(Object.entries(drivers))('storage on %s', (_name, start) => {
  let driver: Driver;
  let storage: Storage;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'storage-'));
    driver = await start(folder);
    storage = driver.storage;
  });

  afterAll(async () => {
    await driver.close();
    await rm(folder, { recursive: true });
  });

  const leftovers = () => readdir(driver.spoolFolder);
  const readLink = async (key: string, expiresInSeconds = 60) =>
    driver.absolute(
      await storage.signedReadUrl(key, { fileName: 'PI 2291.pdf', contentType: 'application/pdf', expiresInSeconds }),
    );
  const send = (write: SignedWrite, bytes: string, headers: Record<string, string> = {}) =>
    fetch(driver.absolute(write.url), { method: write.method, headers: { ...write.headers, ...headers }, body: bytes });

  it('gives back what was put, with its size and hash', async () => {
    const key = newKey();
    const stored = await storage.put(key, Buffer.from('lab dip'), limits);
    expect(stored).toEqual({ size: 7, sha256: createHash('sha256').update('lab dip').digest('hex') });
    expect(await text(await storage.open(key))).toBe('lab dip');
    expect(await storage.exists(key)).toBe(true);
    expect(await leftovers()).toEqual([]);
  });

  it('takes a stream, several chunks long, and replaces what was there', async () => {
    const key = newKey();
    await storage.put(key, Buffer.from('first'), limits);
    const large = Buffer.alloc(9_000_000, 'greige ');
    const chunks = [large.subarray(0, 10), large.subarray(10, 2_000_000), large.subarray(2_000_000)];
    const stored = await storage.put(key, Readable.from(chunks), { ...limits, maxBytes: large.length });
    expect(stored.size).toBe(large.length);
    expect(Buffer.concat(await (await storage.open(key)).toArray()).equals(large)).toBe(true);
  });

  it('keeps an empty file as an empty file', async () => {
    const key = newKey();
    expect((await storage.put(key, Buffer.alloc(0), limits)).size).toBe(0);
    expect(await text(await storage.open(key))).toBe('');
  });

  it('says that a file is not there, and deletes twice without complaint', async () => {
    const key = newKey();
    await storage.put(key, Buffer.from('gone soon'), limits);
    await storage.delete(key);
    await storage.delete(key);
    expect(await storage.exists(key)).toBe(false);
    await expect(storage.open(key)).rejects.toBeInstanceOf(FileNotFound);
    expect((await fetch(await readLink(key))).status).toBe(404);
  });

  it('stops at the limit and leaves nothing behind', async () => {
    const key = newKey();
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(400);
      })(),
    );
    await expect(storage.put(key, endless, limits)).rejects.toBeInstanceOf(FileTooLarge);
    expect(await storage.exists(key)).toBe(false);
    expect(await leftovers()).toEqual([]);
  });

  it('leaves nothing behind when the sender breaks off', async () => {
    const key = newKey();
    const broken = new Readable({ read: () => undefined });
    broken.push('half a');
    setImmediate(() => broken.destroy());
    await expect(storage.put(key, broken, limits)).rejects.toBeInstanceOf(UploadIncomplete);
    expect(await storage.exists(key)).toBe(false);
    expect(await leftovers()).toEqual([]);
  });

  it.each([
    '../secret',
    'orders/../../etc/passwd',
    '/etc/passwd',
    'orders//x',
    '.incoming/x',
    'Orders/x',
    'a\0b',
    'a%2fb',
    '',
  ])('has no key %j', async (key) => {
    await expect(storage.put(key, Buffer.from('x'), limits)).rejects.toBeInstanceOf(TypeError);
    await expect(storage.open(key)).rejects.toBeInstanceOf(TypeError);
    await expect(readLink(key)).rejects.toBeInstanceOf(TypeError);
  });

  it('serves a signed link as an attachment under the user’s name for it', async () => {
    const key = newKey();
    await storage.put(key, Buffer.from('proforma'), limits);
    const link = { fileName: 'রঙ “5%”; রিপোর্ট.pdf', contentType: 'application/pdf', expiresInSeconds: 60 };
    const answer = await fetch(driver.absolute(await storage.signedReadUrl(key, link)));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('proforma');
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const disposition = answer.headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; filename\*=UTF-8''/);
    expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toBe('রঙ “5%”; রিপোর্ট.pdf');
  });

  it('shows a PDF in the browser where that is asked for, and markup never', async () => {
    const key = newKey();
    await storage.put(key, Buffer.from('<svg onload="alert(1)"/>'), limits);
    const linkAs = async (contentType: string) =>
      fetch(
        driver.absolute(
          await storage.signedReadUrl(key, { fileName: 'a', contentType, inline: true, expiresInSeconds: 60 }),
        ),
      );
    expect((await linkAs('application/pdf')).headers.get('content-disposition')).toMatch(/^inline;/);
    for (const contentType of ['image/svg+xml', 'text/html', 'text/html; charset=utf-8', 'application/xhtml+xml']) {
      const answer = await linkAs(contentType);
      expect(answer.headers.get('content-type')).toBe('application/octet-stream');
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/);
    }
  });

  it('refuses a link with anything changed', async () => {
    const key = newKey();
    const other = newKey();
    await storage.put(key, Buffer.from('mine'), limits);
    await storage.put(other, Buffer.from('theirs'), limits);
    const link = await readLink(key);
    const changed = [link.replace(key, other), `${link}&versionId=1`, `${link}0`];
    const names = [...new URL(link).searchParams.keys()];
    for (const name of names) {
      const longer = new URL(link);
      longer.searchParams.set(name, `${longer.searchParams.get(name)}1`);
      const without = new URL(link);
      without.searchParams.delete(name);
      changed.push(longer.href, without.href);
    }
    expect((await fetch(link)).status).toBe(200);
    for (const url of changed) {
      const answer = await fetch(url);
      expect([400, 403]).toContain(answer.status);
      expect(await answer.text()).not.toMatch(/mine|theirs/);
    }
    for (const method of ['PUT', 'POST', 'DELETE'])
      expect((await fetch(link, { method })).status).toBeGreaterThanOrEqual(400);
    expect(await text(await storage.open(key))).toBe('mine');
  });

  it('takes by a signed link what the link was made for, once', async () => {
    const key = newKey();
    const write = await storage.signedWriteUrl(key, { contentType: 'image/png', size: 9, expiresInSeconds: 60 });
    expect((await send(write, 'strikeoff')).ok).toBe(true);
    expect(await text(await storage.open(key))).toBe('strikeoff');
    expect([409, 412]).toContain((await send(write, 'something')).status);
    const bare = { ...write, headers: { 'Content-Type': 'image/png' } }; // without the conditions that the link set
    expect([403, 409]).toContain((await send(bare, 'something')).status);
    expect(await text(await storage.open(key))).toBe('strikeoff');
    expect(await leftovers()).toEqual([]);
  });

  it('refuses by a signed link another size, another type, another key', async () => {
    const key = newKey();
    const write = await storage.signedWriteUrl(key, { contentType: 'image/png', size: 9, expiresInSeconds: 60 });
    const other = { ...write, url: write.url.replace(key, newKey()) };
    const refusals = [
      await send(write, 'strikeoff and more'),
      await send(write, 'strike'),
      await send(write, 'strikeoff', { 'Content-Type': 'text/html' }),
      await send(other, 'strikeoff'),
      await fetch(driver.absolute(write.url), { method: 'GET' }),
    ];
    for (const answer of refusals) expect([400, 403, 413]).toContain(answer.status);
    expect(await storage.exists(key)).toBe(false);
  });

  it('refuses links past their time, and makes none that last', async () => {
    const key = newKey();
    await storage.put(key, Buffer.from('brief'), limits);
    const link = await readLink(key, 1);
    const write = await storage.signedWriteUrl(newKey(), { contentType: 'image/png', size: 1, expiresInSeconds: 1 });
    await wait(2100);
    expect([400, 403]).toContain((await fetch(link)).status);
    expect([400, 403]).toContain((await send(write, 'x')).status);
    for (const seconds of [0, -1, 301, 1.5, Number.NaN])
      await expect(readLink(key, seconds)).rejects.toBeInstanceOf(RangeError);
  });

  it('is ready', async () => {
    await expect(storage.check()).resolves.toBeUndefined();
  });
});
