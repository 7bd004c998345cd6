import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentDto, DocumentUploadDto } from '../../src/modules/orders/documents/documents.dto';
import type { FileLinkDto } from '../../src/platform/storage/attachment.dto';
import { startGcsServer } from '../support/gcs-server';
import { House } from '../support/house';
import type { LoopbackServer } from '../support/loopback';
import { startS3Server } from '../support/s3-server';

/** A store elsewhere, and what the environment says of it. */
type Elsewhere = (folder: string) => Promise<{ server: LoopbackServer; env: Record<string, string> }>;

const stores: Record<string, Elsewhere> = {
  s3: async () => {
    const account = { bucket: 'house', region: 'eu-west-1', accessKeyId: 'AKIDHOUSE', secretAccessKey: 'house-secret' };
    const server = await startS3Server(account);
    const env = {
      S3_BUCKET: account.bucket,
      S3_REGION: account.region,
      S3_ENDPOINT: server.url,
      S3_ACCESS_KEY_ID: account.accessKeyId,
      S3_SECRET_ACCESS_KEY: account.secretAccessKey,
    };
    return { server, env };
  },
  gcs: async (folder) => {
    const server = await startGcsServer('house');
    const key = join(folder, 'service-account.json');
    await writeFile(key, JSON.stringify({ type: 'service_account', project_id: 'p', ...server.credentials }));
    process.env['GOOGLE_APPLICATION_CREDENTIALS'] = key; // where Google's library looks
    return { server, env: { GCS_BUCKET_NAME: 'house', GCS_PROJECT_ID: 'p', GCS_API_ENDPOINT: server.url } };
  },
};

const pdf = (text: string) => Buffer.from(`%PDF-1.7\n% ${text} ${randomUUID()}\n%%EOF`);

describe.each(Object.entries(stores))('a document by a signed link on %s', (driver, start) => {
  let house: House;
  let folder: string;
  let server: LoopbackServer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'uploads-'));
    const store = await start(folder);
    server = store.server;
    house = await House.open({ ...store.env, STORAGE_DRIVER: driver, DATA_DIR: folder });
  });
  afterAll(async () => {
    await house?.close();
    await server.close();
    delete process.env['GOOGLE_APPLICATION_CREDENTIALS'];
    await rm(folder, { recursive: true });
  });

  const announce = (orderId: string, bytes: Buffer) =>
    house
      .as('merchandiser')
      .post<DocumentUploadDto>('/documents/uploads/', { orderId, fileName: 'PI-00042.pdf', fileSize: bytes.length });
  /** As a browser does: straight to the store, with the headers that it was told and no others. */
  const put = async ({ url, headers }: DocumentUploadDto, bytes: Buffer) => {
    const told = Object.fromEntries(headers.map(({ name, value }) => [name, value]));
    return (await fetch(url, { method: 'PUT', headers: told, body: new Uint8Array(bytes) })).status;
  };

  it('goes to the store past the API, is judged there, and is read back as it was sent', async () => {
    const order = await house.given.order();
    const bytes = pdf('signed');
    const me = house.as('merchandiser');
    const { status, body: upload } = await announce(order.id, bytes);
    expect([status, new URL(upload.url).origin]).toEqual([201, server.url]);
    const made = () => me.post<DocumentDto>('/documents/', { uploadId: upload.uploadId });
    expect((await made()).status).toBe(400); // nothing has arrived
    expect(await put(upload, bytes)).toBe(200);
    const { status: created, body: document } = await made();
    expect([created, document]).toMatchObject([
      201,
      { fileName: 'PI-00042.pdf', category: 'pi', fileSize: bytes.length, fileType: 'application/pdf' },
    ]);
    const { body: link } = await me.get<FileLinkDto>(`/documents/${document.id}/link/?use=view`);
    const read = await fetch(link.url);
    expect(read.headers.get('content-type')).toBe('application/pdf');
    expect(Buffer.from(await read.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('is refused by the store with other bytes than announced, under another key, or a second time', async () => {
    const order = await house.given.order();
    const bytes = pdf('strict');
    const { body: upload } = await announce(order.id, bytes);
    expect(await put(upload, Buffer.concat([bytes, bytes]))).toBeGreaterThanOrEqual(400);
    expect(await put({ ...upload, url: upload.url.replace(order.id, randomUUID()) }, bytes)).toBe(403);
    expect(await put({ ...upload, headers: [] }, bytes)).toBe(403);
    expect(await put(upload, bytes)).toBe(200);
    expect(await put(upload, pdf('strict'))).toBe(412);
  });

  it('is thrown away where its bytes are no document', async () => {
    const order = await house.given.order();
    const program = Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(200)]);
    const { body: upload } = await announce(order.id, program);
    expect(await put(upload, program)).toBe(200);
    const me = house.as('merchandiser');
    const refused = await me.post('/documents/', { uploadId: upload.uploadId });
    expect([refused.status, refused.body['code']]).toEqual([422, 'file.type_refused']);
    expect((await me.post('/documents/', { uploadId: upload.uploadId })).status).toBe(400);
  });
});
