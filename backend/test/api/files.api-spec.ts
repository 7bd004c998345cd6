import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import { Storage } from '../../src/platform/storage/storage';
import { House } from '../support/house';

describe('files', () => {
  let house: House;
  let folder: string;
  let storage: Storage;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'files-'));
    house = await House.open({ MEDIA_ROOT: join(folder, 'media') });
    storage = house.app.get(Storage);
  });

  afterAll(async () => {
    await house.close();
    await rm(folder, { recursive: true });
  });

  const server = () => supertest(house.app.getHttpServer());
  const readLink = (key: string) =>
    storage.signedReadUrl(key, { fileName: 'notes.txt', contentType: 'text/plain', expiresInSeconds: 60 });

  it('come to whoever holds a link, whole and unpacked', async () => {
    const text = 'lab dip '.repeat(1000);
    await storage.put('orders/1/notes', Buffer.from(text), { contentType: 'text/plain', maxBytes: 10_000 });
    const answer = await server().get(await readLink('orders/1/notes'));
    expect(answer.status).toBe(200);
    expect(answer.text).toBe(text);
    expect(answer.headers).toMatchObject({
      'content-length': '8000',
      'content-security-policy': 'sandbox',
      'content-disposition': "attachment; filename*=UTF-8''notes.txt",
      'cache-control': 'no-store',
    });
    expect(answer.headers).not.toHaveProperty('content-encoding');
  });

  it('are taken by a link', async () => {
    const write = await storage.signedWriteUrl('orders/1/dip', {
      contentType: 'application/json',
      size: 2,
      expiresInSeconds: 60,
    });
    const answer = await server().put(write.url).set(write.headers).send('{}');
    expect(answer.status).toBe(201);
    expect(await storage.exists('orders/1/dip')).toBe(true);
  });

  it('refuse a changed link in the words of the API', async () => {
    const answer = await server().get(`${await readLink('orders/1/notes')}x`);
    expect(answer.status).toBe(403);
    expect(answer.type).toBe('application/problem+json');
    expect(answer.body).toMatchObject({ code: 'file.link_refused', requestId: answer.headers['x-request-id'] });
  });

  it('are part of being ready', async () => {
    expect((await server().get('/readyz')).status).toBe(200);
    await rm(join(folder, 'media'), { recursive: true });
    await writeFile(join(folder, 'media'), 'not a folder');
    const answer = await server().get('/readyz');
    expect(answer.status).toBe(503);
    expect(answer.body).toEqual({ status: 'not ready', failing: ['storage'] });
  });
});
