import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import supertest from 'supertest';
import { createApp } from '../../src/app';
import { TokensService } from '../../src/modules/auth/tokens/tokens.service';
import { DocumentUploads } from '../../src/modules/orders/documents/document-uploads';
import type { DocumentDto, ResumableUploadDto } from '../../src/modules/orders/documents/documents.dto';
import { CONFIG, type Config } from '../../src/platform/config/config';
import type { FileLinkDto } from '../../src/platform/storage/attachment.dto';
import { Storage } from '../../src/platform/storage/storage';
import { StorageUnavailable } from '../../src/platform/storage/storage.errors';
import { eventually } from '../support/eventually';
import { House, type Person } from '../support/house';
import { EVERYWHERE, type Store } from '../support/stores';
import { beginning, breakOff, part, TUS } from '../support/tus';

const AT = '/documents/resumable-uploads/';
const pdf = (size = 300_000) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size), Buffer.from('\n%%EOF')]);
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

let house: House;
let folder: string;
let store: Store;
let next: NestExpressApplication | null = null;

async function open(start: (folder: string) => Promise<Store>, env: Record<string, string> = {}): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'resumable-'));
  store = await start(folder);
  house = await House.open({ ...store.env, DATA_DIR: folder, ...env });
}

async function close(): Promise<void> {
  await next?.close();
  next = null;
  await house?.close();
  await store.close();
  await rm(folder, { recursive: true });
}

const arriving = async () => readdir(join(folder, 'incoming/resumable')).catch(() => []);

async function begin(bytes: Buffer, orderId?: string): Promise<string> {
  const order = orderId ?? (await house.given.order()).id;
  const headers = beginning(order, 'PI-00042.pdf', bytes.length);
  const { status, body, headers: told } = await house.as('merchandiser').post<ResumableUploadDto>(AT, {}, headers);
  expect([status, told['location']]).toEqual([201, `/api/v1${AT}${body.uploadId}/`]);
  return body.uploadId;
}

const token = async (person: Person = 'merchandiser') =>
  (await house.app.get(TokensService).open(house.ids[person], 'tests')).access;

const patch = async (id: string, offset: number, bytes: Buffer, app: NestExpressApplication = house.app) =>
  supertest(app.getHttpServer())
    .patch(`/api/v1${AT}${id}/`)
    .set({ Authorization: `Bearer ${await token()}`, ...part(offset) })
    .send(bytes);

const make = (uploadId: string, fields: object = {}) =>
  house.as('merchandiser').post<DocumentDto>('/documents/', { uploadId, ...fields });

describe.each(EVERYWHERE)('a file in parts, with files on %s', (_driver, start) => {
  beforeAll(() => open(start));
  afterAll(close);

  it('is refused with its last part where its bytes are no document, and nothing of it stays', async () => {
    const program = Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(2000)]);
    const put = jest.spyOn(house.app.get(Storage), 'put');
    const id = await begin(program);
    const refused = await patch(id, 0, program);
    expect([refused.status, refused.body]).toMatchObject([422, { code: 'file.type_refused' }]);
    expect((await house.as('merchandiser').head(`${AT}${id}/`, TUS)).status).toBe(404);
    expect((await make(id)).status).toBe(404);
    expect(await arriving()).toEqual([]);
    expect(put).not.toHaveBeenCalled();
    put.mockRestore();
  });

  it('waits here while the storage is away', async () => {
    const bytes = pdf(5_000);
    const id = await begin(bytes);
    const put = jest.spyOn(house.app.get(Storage), 'put').mockRejectedValue(new StorageUnavailable(null));
    expect((await patch(id, 0, bytes)).status).toBe(204);
    expect((await make(id)).status).toBe(503);
    put.mockRestore();
    expect((await make(id)).body).toMatchObject({ sha256: sha256(bytes) });
  });

  it('goes on after the line broke and the server went away, and is a document byte for byte', async () => {
    const bytes = pdf();
    const id = await begin(bytes);
    const headers = { Authorization: `Bearer ${await token()}`, ...part(0) };
    await breakOff(`${await origin()}/api/v1${AT}${id}/`, headers, bytes.subarray(0, 200_000), bytes.length);
    house.app.getHttpServer().close();
    next = await createApp(house.app.get<Config>(CONFIG)); // with nothing in its memory
    await next.init();

    const authorized = { Authorization: headers.Authorization, ...TUS };
    const told = await supertest(next.getHttpServer()).head(`/api/v1${AT}${id}/`).set(authorized);
    const offset = Number(told.headers['upload-offset']);
    expect([told.status, told.headers['upload-length'], offset]).toEqual([200, String(bytes.length), 200_000]);
    expect((await make(id)).body).toMatchObject({ code: 'file.incomplete' });
    const last = await patch(id, offset, bytes.subarray(offset), next);
    expect([last.status, last.headers['upload-offset']]).toEqual([204, String(bytes.length)]);

    const { status, body: document } = await make(id, { category: 'pi' });
    expect([status, document]).toMatchObject([
      201,
      { fileName: 'PI-00042.pdf', sha256: sha256(bytes), category: 'pi' },
    ]);
    expect(await house.eventNamesOf(document.id)).toEqual(['document.added']);
    const { body: link } = await house.as('merchandiser').get<FileLinkDto>(`/documents/${document.id}/link/`);
    const read = store.url
      ? Buffer.from(await (await fetch(link.url)).arrayBuffer())
      : ((await supertest(house.app.getHttpServer()).get(link.url).buffer()).body as Buffer);
    expect(sha256(read)).toBe(sha256(bytes));
    expect(await arriving()).toEqual([]);
  });
});

describe('a file in parts', () => {
  beforeAll(() => open(EVERYWHERE[0]![1]));
  afterAll(close);

  it('is its sender’s alone, while they may write to the order', async () => {
    const bytes = pdf(5_000);
    const order = await house.given.order();
    const id = await begin(bytes, order.id);
    for (const other of ['colleague', 'manager', 'admin'] as const) {
      const [told, sent, ended] = [
        await house.as(other).head(`${AT}${id}/`, TUS),
        await house.as(other).patch(`${AT}${id}/`, {}, TUS),
        await house.as(other).delete(`${AT}${id}/`, TUS),
      ];
      expect([told.status, sent.status, ended.status]).toEqual([404, 404, 404]);
      expect((await house.as(other).post('/documents/', { uploadId: id })).status).toBe(404);
    }
    await house.query('UPDATE orders SET merchandiser_id = $1 WHERE id = $2', [house.ids.colleague, order.id]);
    expect((await patch(id, 0, bytes)).status).toBe(404);
    const begun = await house.as('merchandiser').post(AT, {}, beginning(order.id, 'a.pdf', 10));
    expect([begun.status, begun.body['errors']]).toMatchObject([400, { orderId: expect.any(Array) as unknown }]);
  });

  it('is taken as tus says, and no more of it than was announced', async () => {
    const bytes = pdf(5_000);
    const id = await begin(bytes);
    const code = async (sent: ReturnType<typeof patch>) => {
      const { status, body } = await sent;
      return [status, (body as { code?: string }).code];
    };
    expect(await code(patch(id, 7, bytes.subarray(7)))).toEqual([409, 'upload.wrong_offset']);
    expect(await code(patch(id, 0, Buffer.concat([bytes, bytes])))).toEqual([413, 'file.too_large']);
    const me = house.as('merchandiser');
    expect((await me.patch(`${AT}${id}/`)).body).toMatchObject({ status: 412, code: 'upload.another_protocol' });
    expect((await me.patch(`${AT}${id}/`, {}, TUS)).body).toMatchObject({ status: 400, code: 'upload.not_tus' });
    const chunked = await fetch(`${await origin()}/api/v1${AT}${id}/`, {
      method: 'PATCH',
      headers: { Authorization: `Bearer ${await token()}`, ...part(0) },
      body: new Blob([new Uint8Array(bytes), new Uint8Array(bytes)]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(chunked.status).toBe(413);
    expect(Number((await me.head(`${AT}${id}/`, TUS)).headers['upload-offset'])).toBeLessThanOrEqual(bytes.length);
  });

  it('is refused before its first byte where it is too large, of no order, or unspoken', async () => {
    const { id: orderId } = await house.given.order();
    const begun = async (headers: Record<string, string>) => {
      const { status, body } = await house.as('merchandiser').post(AT, {}, headers);
      return [status, Object.keys((body['errors'] as object | undefined) ?? {})[0] ?? body['code']];
    };
    const good = beginning(orderId, 'a.pdf', 10);
    expect(await begun({ ...good, 'Upload-Length': String(50 * 1024 * 1024 + 1) })).toEqual([400, 'fileSize']);
    expect(await begun({ ...good, 'Upload-Length': '-1' })).toEqual([400, 'fileSize']);
    expect(await begun({ ...good, 'Upload-Metadata': 'filename YQ==' })).toEqual([400, 'orderId']);
    expect(await begun({ ...good, 'Upload-Metadata': ',,,' })).toEqual([400, 'headers']);
    expect(await begun({ ...good, 'Tus-Resumable': '0.2.2' })).toEqual([412, 'upload.another_protocol']);
    const { headers } = await supertest(house.app.getHttpServer()).options(`/api/v1${AT}`);
    expect(headers).toMatchObject({ 'tus-version': '1.0.0', 'tus-max-size': String(50 * 1024 * 1024) });
  });

  it('counts as one upload however many parts it has', async () => {
    const bytes = pdf(5_000);
    const id = await begin(bytes);
    const first = await patch(id, 0, bytes.subarray(0, 100));
    expect(first.headers['ratelimit-policy']).not.toContain('uploads');
    const order = await house.given.order();
    const headers = beginning(order.id, 'a.pdf', 10);
    const begun = await house.as('merchandiser').post<ResumableUploadDto>(AT, {}, headers);
    expect(begun.headers['ratelimit-policy']).toContain('"uploads"');
  });

  it('is given up by its sender', async () => {
    const bytes = pdf(5_000);
    const id = await begin(bytes);
    await patch(id, 0, bytes.subarray(0, 100));
    expect((await house.as('merchandiser').delete(`${AT}${id}/`, TUS)).status).toBe(204);
    expect((await house.as('merchandiser').head(`${AT}${id}/`, TUS)).status).toBe(404);
    expect(await arriving()).not.toContain(id);
  });

  it('is forgotten after a day, and its bytes with it', async () => {
    const [old, young] = [await begin(pdf(5_000)), await begin(pdf(5_000))];
    await patch(old, 0, Buffer.from('%PDF'));
    await house.query(`UPDATE document_uploads SET created_at = now() - interval '25 hours' WHERE id = $1`, [old]);
    const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000);
    await utimes(join(folder, 'incoming/resumable', old), yesterday, yesterday);
    expect((await house.as('merchandiser').head(`${AT}${old}/`, TUS)).status).toBe(404);
    await house.app.get(DocumentUploads).clean();
    expect(await house.query('SELECT id FROM document_uploads WHERE id = ANY($1)', [[old, young]])).toEqual([
      { id: young },
    ]);
    expect(await arriving()).toContain(young);
    expect(await arriving()).not.toContain(old);
  });

  it('is one of fifty that a person may leave unfinished', async () => {
    const order = await house.given.order({}, 'colleague');
    await house.query(
      `INSERT INTO document_uploads (id, order_id, created_by_id, file, file_name, file_size, resumable)
       SELECT gen_random_uuid(), $1, $2, 'orders/' || n, 'a', 1, true FROM generate_series(1, 50) n`,
      [order.id, house.ids.colleague],
    );
    const refused = await house.as('colleague').post(AT, {}, beginning(order.id, 'a.pdf', 10));
    expect(refused.body).toMatchObject({ status: 409, code: 'upload.too_many_unfinished' });
  });

  it('is begun once by a request that is sent again, and told both times where its bytes go', async () => {
    const { id: orderId } = await house.given.order();
    const headers = { ...beginning(orderId, 'a.pdf', 5_000), 'Idempotency-Key': `begin-${orderId}` };
    const begun = () => house.as('merchandiser').post<ResumableUploadDto>(AT, {}, headers);
    const [first, again] = [await begun(), await begun()];
    const told = ({ headers: all }: typeof first) =>
      ['location', 'upload-expires', 'tus-resumable'].map((name) => all[name]);
    expect(told(first)).toEqual([`/api/v1${AT}${first.body.uploadId}/`, expect.any(String), '1.0.0']);
    expect([again.status, again.headers['idempotency-replayed'], again.body]).toEqual([201, 'true', first.body]);
    expect(told(again)).toEqual(told(first));
    expect((await house.as('merchandiser').head(again.headers['location']!.slice(7), TUS)).status).toBe(200);
  });

  it('is not lost by two who send the same part at once', async () => {
    const bytes = pdf(200_000);
    const id = await begin(bytes);
    const answers = await Promise.all([patch(id, 0, bytes), patch(id, 0, bytes), patch(id, 0, bytes)]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    await eventually(async () => expect((await make(id)).body).toMatchObject({ sha256: sha256(bytes) }));
  });
});

describe('a file in parts, where a scanner is named', () => {
  beforeAll(() => open(EVERYWHERE[0]![1], { CLAMD_URL: 'tcp://127.0.0.1:9' }));
  afterAll(close);

  it('waits for it as every file does', async () => {
    const bytes = pdf(5_000);
    const id = await begin(bytes);
    await patch(id, 0, bytes);
    const { body: document } = await make(id);
    expect(document.scanState).toBe('pending');
    const read = await house.as('merchandiser').get(`/documents/${document.id}/link/`);
    expect(read.body).toMatchObject({ status: 409, code: 'file.being_scanned' });
  });
});

/** Where the house listens. */
async function origin(): Promise<string> {
  if (!house.app.getHttpServer().listening) await house.app.listen(0, '127.0.0.1');
  return `http://127.0.0.1:${(house.app.getHttpServer().address() as AddressInfo).port}`;
}
