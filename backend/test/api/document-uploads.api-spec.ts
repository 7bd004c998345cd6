import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentDto, DocumentUploadDto } from '../../src/modules/orders/documents/documents.dto';
import type { FileLinkDto } from '../../src/platform/storage/attachment.dto';
import { House } from '../support/house';
import { ELSEWHERE, type Store } from '../support/stores';

const pdf = (text: string) => Buffer.from(`%PDF-1.7\n% ${text} ${randomUUID()}\n%%EOF`);

describe.each(ELSEWHERE)('a document by a signed link on %s', (_driver, start) => {
  let house: House;
  let folder: string;
  let store: Store;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'uploads-'));
    store = await start(folder);
    house = await House.open({ ...store.env, DATA_DIR: folder });
  });
  afterAll(async () => {
    await house?.close();
    await store.close();
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
    expect([status, new URL(upload.url).origin]).toEqual([201, store.url]);
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
