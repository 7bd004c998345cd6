import { CRC32C } from '@google-cloud/storage';
import { Logger } from '@nestjs/common';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGcsServer } from '../../../test/support/gcs-server';
import { listen, type LoopbackServer } from '../../../test/support/loopback';
import { startS3Server } from '../../../test/support/s3-server';
import { GcsStorage } from './gcs.storage';
import { S3Storage } from './s3.storage';
import type { Storage } from './storage';

const account = { bucket: 'house', region: 'eu-west-1', accessKeyId: 'AKIDHOUSE', secretAccessKey: 'house-secret' };
const unavailable = { status: 503, code: 'storage.unavailable' };

describe('a storage elsewhere', () => {
  let spoolFolder: string;
  const servers: LoopbackServer[] = [];
  const started = async <T extends LoopbackServer>(server: Promise<T>): Promise<T> => {
    servers.push(await server);
    return server;
  };

  beforeEach(async () => {
    spoolFolder = await mkdtemp(join(tmpdir(), 'remote-'));
    jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await Promise.all(servers.splice(0).map((server) => server.close()));
    await rm(spoolFolder, { recursive: true });
  });

  const gcs = (apiEndpoint: string, bucket = 'house') =>
    GcsStorage.connect({ bucket, projectId: 'p', apiEndpoint, spoolFolder });
  const s3 = (endpoint: string, changed: Partial<typeof account & { publicEndpoint: string }> = {}) =>
    S3Storage.connect({ ...account, ...changed, endpoint, forcePathStyle: true, spoolFolder });

  async function expectUnavailable(connecting: Promise<Storage>): Promise<void> {
    const storage = await connecting;
    const limits = { contentType: 'text/plain', maxBytes: 10 };
    await expect(storage.check()).rejects.toMatchObject(unavailable);
    await expect(storage.put('orders/1', Buffer.from('x'), limits)).rejects.toMatchObject(unavailable);
    expect(await readdir(spoolFolder)).toEqual([]);
  }

  it('is unavailable to who has not the right secret', async () => {
    const { url } = await started(startS3Server(account));
    await expectUnavailable(s3(url, { secretAccessKey: 'guessed' }));
    await expectUnavailable(s3(url, { accessKeyId: 'AKIDOTHER' }));
  });

  it('signs S3 links for the name that browsers know the store by', async () => {
    const { url } = await started(startS3Server(account));
    const publicEndpoint = url.replace('127.0.0.1', 'localhost');
    const storage = await s3(url, { publicEndpoint });
    const limits = { contentType: 'text/plain', maxBytes: 10 };
    const link = { fileName: 'note.txt', contentType: 'text/plain', expiresInSeconds: 60 };

    const write = await storage.signedWriteUrl('orders/1', {
      contentType: 'text/plain',
      size: 1,
      expiresInSeconds: 60,
    });
    expect(write.url).toMatch(`${publicEndpoint}/house/orders/1?`);
    const sent = await fetch(write.url, { method: write.method, headers: write.headers, body: 'x' });
    expect(sent.status).toBe(200);

    const read = await storage.signedReadUrl('orders/1', link);
    expect(read).toMatch(`${publicEndpoint}/house/orders/1?`);
    expect(await (await fetch(read)).text()).toBe('x');
    expect((await fetch(read.replace('localhost', '127.0.0.1'))).status).toBe(403);
    await expect(storage.put('orders/2', Buffer.from('y'), limits)).resolves.toMatchObject({ size: 1 });
  });

  it('is unavailable where the bucket is missing', async () => {
    await expectUnavailable(s3((await started(startS3Server(account))).url, { bucket: 'none' }));
    await expectUnavailable(gcs((await started(startGcsServer('house'))).url, 'none'));
  });

  it.each([
    ['gcs', gcs],
    ['s3', s3],
  ])(
    'is unavailable on %s while it is down, and says why in the log',
    async (_name, driver) => {
      const gone = await listen(() => undefined);
      await gone.close();
      await expectUnavailable(driver(gone.url));
      await expect((await driver(gone.url)).open('orders/1')).rejects.toMatchObject(unavailable);
      await expect((await driver(gone.url)).exists('orders/1')).rejects.toMatchObject(unavailable);
      await expect((await driver(gone.url)).delete('orders/1')).rejects.toMatchObject(unavailable);
      expect(jest.mocked(Logger.prototype.warn).mock.calls.join()).toMatch('ECONNREFUSED');
    },
    60_000,
  );

  it.each([
    ['gcs', gcs],
    ['s3', s3],
  ])(
    'is unavailable on %s while it fails',
    async (_name, driver) => {
      const failing = await started(
        listen((request, response) => void request.resume().on('end', () => response.writeHead(503).end())),
      );
      await expectUnavailable(driver(failing.url));
      await expect((await driver(failing.url)).open('orders/1')).rejects.toMatchObject(unavailable);
    },
    60_000,
  );

  it.each([
    ['gcs', gcs],
    ['s3', s3],
  ])('is asked again on %s after a fault that passes', async (_name, driver) => {
    let requests = 0;
    const sum = new CRC32C();
    sum.update(Buffer.from('x'));
    const stumbling = await started(
      listen((request, response) => {
        const first = requests++ === 0;
        const answer = () =>
          first ? response.writeHead(503).end() : response.end(JSON.stringify({ crc32c: sum.toString() }));
        request.resume().on('end', answer);
      }),
    );
    const storage = await driver(stumbling.url);
    const limits = { contentType: 'text/plain', maxBytes: 10 };
    await expect(storage.put('orders/1', Buffer.from('x'), limits)).resolves.toMatchObject({ size: 1 });
    expect(requests).toBe(2);
  });
});
