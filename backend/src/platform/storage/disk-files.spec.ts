import { Logger } from '@nestjs/common';
import crypto, { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startFilesServer } from '../../../test/support/files-server';
import { DiskStorage } from './disk.storage';

const limits = { contentType: 'application/pdf', maxBytes: 1000 };
const newKey = () => `orders/${randomUUID()}/${randomUUID()}`;

describe('files from the disk', () => {
  let folder: string;
  let warned: jest.SpyInstance;
  let server: Awaited<ReturnType<typeof startFilesServer>>;

  beforeEach(async () => {
    warned = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
    folder = await mkdtemp(join(tmpdir(), 'files-'));
    server = await startFilesServer(folder);
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await server.close();
    await rm(folder, { recursive: true });
  });

  const incoming = () => readdir(join(folder, '.incoming'));
  const stored = async (content: string) => {
    const key = newKey();
    await server.storage.put(key, Buffer.from(content), limits);
    return key;
  };
  const linkTo = async (key: string, link: { inline?: boolean; contentType?: string } = {}) =>
    server.url +
    (await server.storage.signedReadUrl(key, {
      fileName: 'lab dip.pdf',
      contentType: 'application/pdf',
      expiresInSeconds: 60,
      ...link,
    }));
  const writeLink = (key: string, size: number) =>
    server.storage.signedWriteUrl(key, { contentType: 'image/png', size, expiresInSeconds: 60 });

  it('come with headers that let nothing in them run or linger', async () => {
    const answer = await fetch(await linkTo(await stored('lab dip')));
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': "attachment; filename*=UTF-8''lab%20dip.pdf",
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'accept-ranges': 'bytes',
      'content-length': '7',
    });
    expect(answer.headers.has('last-modified')).toBe(false);
  });

  it('answer HEAD without the bytes', async () => {
    const answer = await fetch(await linkTo(await stored('lab dip')), { method: 'HEAD' });
    expect(answer.headers.get('content-length')).toBe('7');
    expect(await answer.text()).toBe('');
  });

  it.each([
    ['bytes=0-2', 'lab', 'bytes 0-2/7'],
    ['bytes=4-', 'dip', 'bytes 4-6/7'],
    ['bytes=-3', 'dip', 'bytes 4-6/7'],
    ['bytes=4-900', 'dip', 'bytes 4-6/7'],
  ])('come in part for %s', async (range, part, contentRange) => {
    const answer = await fetch(await linkTo(await stored('lab dip')), { headers: { range } });
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe(contentRange);
    expect(await answer.text()).toBe(part);
  });

  it('tell who asks past the end', async () => {
    const answer = await fetch(await linkTo(await stored('lab dip')), { headers: { range: 'bytes=7-9' } });
    expect(answer.status).toBe(416);
    expect(answer.headers.get('content-range')).toBe('bytes */7');
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
    expect(answer.headers.has('content-disposition')).toBe(false);
    expect(await answer.json()).toMatchObject({ status: 416, code: 'file.range_not_satisfiable' });
  });

  it('explain a refusal as every other error of the API', async () => {
    const key = await stored('lab dip');
    for (const url of [`${server.url}/files/${key}`, (await linkTo(key)).replace('expires=', 'expires=9')]) {
      const answer = await fetch(url);
      expect(answer.status).toBe(403);
      expect(answer.headers.get('content-type')).toMatch('application/problem+json');
      expect(await answer.json()).toMatchObject({ status: 403, code: 'file.link_refused' });
    }
    const gone = await fetch(await linkTo(newKey()));
    expect(await gone.json()).toMatchObject({ status: 404, code: 'file.not_found' });
    const ofFolder = await fetch(await linkTo(key.slice(0, key.lastIndexOf('/'))));
    expect(await ofFolder.json()).toMatchObject({ status: 404, code: 'file.not_found' });
  });

  it('cannot be reached beside their keys', async () => {
    await stored('lab dip');
    await writeFile(join(folder, '.incoming', 'half.part'), 'half');
    for (const path of [
      '/../../etc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/..%2f..%2fetc%2fpasswd',
      '/.incoming/half.part',
      '/',
      '//etc/passwd',
      '/a%00b',
    ])
      expect([403, 404]).toContain(await rawStatus(`/files${path}`));
  });

  /** As sent: `fetch` would tidy the path first. */
  const rawStatus = (path: string) =>
    new Promise<number>((resolve, reject) => {
      const { hostname, port } = new URL(server.url);
      httpRequest({ hostname, port, path }, (answer) => resolve(answer.resume().statusCode ?? 0))
        .on('error', reject)
        .end();
    });

  it('stay open to links of the secret before, and shut to others', async () => {
    const key = await stored('lab dip');
    const signedBy = async (secret: string) => {
      const storage = new DiskStorage({ root: folder, url: '/files', secrets: [secret] });
      const link = { fileName: 'a.pdf', contentType: 'application/pdf', expiresInSeconds: 60 };
      return (await fetch(server.url + (await storage.signedReadUrl(key, link)))).status;
    };
    expect(await signedBy('the one before it')).toBe(200);
    expect(await signedBy('somebody else’s secret')).toBe(403);
  });

  it('leave nothing behind when an upload breaks off', async () => {
    const key = newKey();
    const { url, headers } = await writeLink(key, 1_000_000);
    const upload = httpRequest(server.url + url, {
      method: 'PUT',
      headers: { ...headers, 'Content-Length': 1_000_000 },
    });
    upload.on('error', () => undefined);
    upload.write(Buffer.alloc(200_000));
    while ((await incoming().catch(() => [])).length === 0) await wait(5);
    upload.destroy();
    while ((await incoming()).length > 0) await wait(5);
    expect(await server.storage.exists(key)).toBe(false);
  });

  it('are not taken without an announced length', async () => {
    const key = newKey();
    const { url, headers } = await writeLink(key, 3);
    const status = await new Promise((resolve, reject) => {
      const upload = httpRequest(server.url + url, { method: 'PUT', headers }, (answer) => resolve(answer.statusCode));
      upload.on('error', reject);
      upload.write('abc'); // no Content-Length: sent in chunks
      upload.end();
    });
    expect(status).toBe(403);
    expect(await server.storage.exists(key)).toBe(false);
  });

  it('sent twenty times at once by one link are stored once', async () => {
    const key = newKey();
    const { url, method, headers } = await writeLink(key, 2);
    const bodies = Array.from({ length: 20 }, (_, i) => String(10 + i));
    const answers = await Promise.all(bodies.map((body) => fetch(server.url + url, { method, headers, body })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(19).fill(409)]);
    const winner = bodies[answers.findIndex(({ status }) => status === 201)];
    expect(Buffer.concat(await (await server.storage.open(key)).toArray()).toString()).toBe(winner);
    expect(await incoming()).toEqual([]);
  });

  it('meet a full disk with 507, and the sender hears of it', async () => {
    const name = '00000000-0000-4000-8000-000000000000';
    await mkdir(join(folder, '.incoming'));
    await symlink('/dev/full', join(folder, '.incoming', `${name}.part`)); // where every write ends in ENOSPC
    jest.spyOn(crypto, 'randomUUID').mockReturnValue(name);
    const key = 'orders/1/full';
    const { url, method, headers } = await writeLink(key, 300_000);
    const answer = await fetch(server.url + url, { method, headers, body: Buffer.alloc(300_000) });
    expect(answer.status).toBe(507);
    expect(await answer.json()).toMatchObject({ status: 507, code: 'storage.full' });
    expect(warned.mock.calls.join()).toMatch('ENOSPC');
    expect(await server.storage.exists(key)).toBe(false);
    expect(await incoming()).toEqual([]);
  });

  it('meet a folder that cannot be used with 503', async () => {
    const root = join(folder, 'not-a-folder');
    await writeFile(root, '');
    const storage = new DiskStorage({ root, url: '/files', secrets: ['s'] });
    const unavailable = { status: 503, code: 'storage.unavailable' };
    await expect(storage.check()).rejects.toMatchObject(unavailable);
    await expect(storage.put('a', Buffer.from('x'), limits)).rejects.toMatchObject(unavailable);
  });

  it('sweep away what a killed process left, not what another is receiving', async () => {
    await mkdir(join(folder, '.incoming'));
    for (const name of ['old.part', 'young.part']) await writeFile(join(folder, '.incoming', name), 'half');
    const yesterday = new Date(Date.now() - 86_400_000);
    await utimes(join(folder, '.incoming', 'old.part'), yesterday, yesterday);
    await stored('lab dip');
    expect(await incoming()).toEqual(['young.part']);
  });
});
