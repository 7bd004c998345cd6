import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import supertest from 'supertest';
import type {
  DocumentDto,
  DocumentUploadDto,
  ReceivedDocumentsDto,
} from '../../src/modules/orders/documents/documents.dto';
import type { Page } from '../../src/platform/listing/page';
import { letterPdf } from '../../src/seed/papers';
import { eventually } from '../support/eventually';
import { House, type Person } from '../support/house';
import { statementsDuring } from '../support/statements';
import type { GivenOrder } from '../support/given';

let house: House;
let folder: string;

// The worker runs here too: it draws the small pictures, and deletes the bytes of rows that are gone for good.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'documents-'));
  house = await House.open({ MEDIA_ROOT: folder, PROVABOOK_ROLE: 'all' });
});
afterAll(async () => {
  await house?.close();
  await rm(folder, { recursive: true });
});

const pdf = (text: string = randomUUID()) => Buffer.from(`%PDF-1.7\n% ${text}\n%%EOF`);
const picture = (width = 600, height = 400) =>
  sharp({ create: { width, height, channels: 3, background: '#b4232a' } })
    .png()
    .toBuffer();
const exe = Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(200)]);

const stored = (orderId: string): Promise<string[]> => readdir(join(folder, 'orders', orderId)).catch(() => []);

const workerIsIdle = () =>
  eventually(async () => {
    const busy = `SELECT id FROM pgboss.job WHERE state IN ('created', 'retry', 'active')`;
    expect(await house.query(busy)).toEqual([]);
  });

/** What a request asks of the database, without the worker's looking for jobs meanwhile. */
const statementsOf = async (request: () => Promise<unknown>) =>
  (await statementsDuring(request)).statements.filter((statement) => !statement.includes('pgboss'));

type Sent = [name: string, bytes: Buffer];

const send = (orderId: string, files: Sent[], fields: Record<string, string> = {}, by: Person = 'merchandiser') =>
  house.as(by).uploadAll<ReceivedDocumentsDto>(`/orders/${orderId}/documents/`, files, fields);

/** One document of an order, of its own unless told. */
async function given(
  {
    order,
    file = ['PI-00042.pdf', pdf()],
    ...fields
  }: { order?: GivenOrder; file?: Sent; [field: string]: unknown } = {},
  by: Person = 'merchandiser',
): Promise<DocumentDto> {
  const orderId = (order ?? (await house.given.order({}, by))).id;
  const { body } = await send(orderId, [file], fields as Record<string, string>, by);
  const [result] = body.results;
  if (!result?.document) throw new Error(`No document was made: ${JSON.stringify(body)}`);
  return result.document;
}

const addVersion = (
  id: string,
  file: Sent,
  fields: Record<string, string> = {},
  headers: Record<string, string> = {},
) => house.as('merchandiser').uploadAll<DocumentDto>(`/documents/${id}/versions/`, [file], fields, headers);

describe('documents of an order', () => {
  it('are for those who may see the order, on every route (fault 6)', async () => {
    const theirs = await given({}, 'colleague');
    const at = `/documents/${theirs.id}`;
    const order = `/orders/${theirs.orderId}`;
    const routes = (caller: ReturnType<House['as']>) => [
      () => caller.get(`${at}/`),
      () => caller.get(`${at}/link/`),
      () => caller.patch(`${at}/`, { description: 'mine' }),
      () => caller.delete(`${at}/`),
      () => caller.post(`${at}/restoration/`, {}),
      () => caller.uploadAll(`${at}/versions/`, [['mine.pdf', pdf()]]),
      () => caller.uploadAll(`${order}/documents/`, [['mine.pdf', pdf()]]),
      () => caller.post(`${order}/document-guesses/`, { files: [{ fileName: 'mine.pdf' }] }),
    ];
    for (const route of routes(house.anonymous)) expect((await route()).status).toBe(401);
    expect((await house.anonymous.get('/documents/')).status).toBe(401);
    for (const route of routes(house.as('merchandiser'))) expect((await route()).status).toBe(404);
    const me = house.as('merchandiser');
    const announced = await me.post('/documents/uploads/', { orderId: theirs.orderId, fileName: 'a.pdf', fileSize: 3 });
    expect([announced.status, announced.body['errors']]).toEqual([400, { orderId: ['There is no such order.'] }]);
    expect((await me.get<Page<DocumentDto>>(`/documents/?orderId=${theirs.orderId}`)).body.results).toEqual([]);
    expect(await stored(theirs.orderId)).toHaveLength(1);
    expect((await house.as('manager').get(`${at}/`)).status).toBe(200);
  });

  it('come many at once; one that is refused takes no other with it (faults 6, 7)', async () => {
    const order = await house.given.order();
    const { status, body } = await send(order.id, [
      ['../../etc/LC 0417.pdf', pdf()],
      ['invoice.pdf', exe],
      ['swatch.png', await picture()],
      ['large.pdf', Buffer.concat([pdf(), Buffer.alloc(10 * 1024 * 1024)])],
      ['page.html', Buffer.from('<html><script>alert(1)</script></html>')],
      ['empty.pdf', Buffer.alloc(0)],
      ['mail.eml', Buffer.from('From: a@b.test\r\nDate: Mon, 2 Nov 2026 09:00:00 +0600\r\n\r\nLC attached.')],
    ]);
    expect(status).toBe(200);
    expect(body.results.map(({ fileName, refusal }) => [fileName, refusal?.code ?? null])).toEqual([
      ['LC 0417.pdf', null],
      ['invoice.pdf', 'file.type_refused'],
      ['swatch.png', null],
      ['large.pdf', 'file.too_large'],
      ['page.html', 'file.type_refused'],
      ['empty.pdf', 'file.type_refused'],
      ['mail.eml', null],
    ]);
    const kept = body.results.flatMap(({ document }) => document ?? []);
    expect(kept.map(({ category, fileType }) => [category, fileType])).toEqual([
      ['lc', 'application/pdf'],
      ['sample', 'image/png'],
      ['email', 'message/rfc822'],
    ]);
    const names = (await stored(order.id)).filter((name) => !name.includes('small'));
    expect(names).toHaveLength(3);
    for (const name of names) expect(name).toMatch(/^[0-9a-f-]{36}$/);
    for (const { id } of kept)
      expect(await house.eventsOf(id)).toMatchObject([
        { name: 'document.added', order_id: order.id, subject_version: 1 },
      ]);
  });

  it('belong to a line or a sample of their order, and to no other', async () => {
    const order = await house.given.order();
    const [white, black] = order.lines.map(({ id }) => id);
    const sample = await house.given.sample({ orderId: order.id, orderLineId: white, type: 'lab_dip' });
    const elsewhere = await house.given.order();
    const document = await given({ order, category: 'sample', subcategory: 'lab_dip', sampleId: sample.id });
    expect(document).toMatchObject({
      orderLineId: white,
      lineLabel: 'MT-2291 · White',
      sampleId: sample.id,
      sampleType: 'lab_dip',
      sampleVersion: 1,
    });
    const astray: Record<string, string>[] = [
      { orderLineId: elsewhere.lines[0]?.id ?? '' },
      { orderLineId: black ?? '', sampleId: sample.id },
    ];
    for (const fields of astray) expect((await send(order.id, [['a.pdf', pdf()]], fields)).status).toBe(400);
    const unfit = await send(order.id, [['a.pdf', pdf()]], { category: 'lc', subcategory: 'lab_dip' });
    expect([unfit.status, unfit.body]).toMatchObject([422, { code: 'document.kinds_do_not_fit' }]);
    const odd = await send(order.id, [['a.pdf', pdf()]], { documentDate: '31.02.2026', colour: 'red' });
    expect([odd.status, odd.body]).toMatchObject([400, { errors: { documentDate: expect.anything() as unknown } }]);
    expect((await send(order.id, [])).status).toBe(400);
    const many = Array.from({ length: 21 }, (_, i): Sent => [`${i}.pdf`, pdf()]);
    expect((await send(order.id, many)).body).toMatchObject({ errors: { files: ['Send at most 20 files at once.'] } });
    expect(await stored(order.id)).toHaveLength(1);
    expect((await house.eventsOf(document.id))[0]).toMatchObject({ order_line_id: white });
  });

  it('are counted on their line, old versions and the trash not', async () => {
    const order = await house.given.order();
    const me = house.as('merchandiser');
    const line = order.lines[0]?.id ?? '';
    const filesOf = async () => (await me.get<{ fileCount: number }>(`/order-lines/${line}/`)).body.fileCount;
    const first = await given({ order, orderLineId: line });
    await given({ order });
    expect(await filesOf()).toBe(1);
    const next = await me.uploadAll<DocumentDto>(`/documents/${first.id}/versions/`, [['PI-00042.pdf', pdf()]], {});
    expect([next.status, await filesOf()]).toEqual([201, 1]);
    await me.delete(`/documents/${next.body.id}/`);
    await me.delete(`/documents/${first.id}/`);
    expect(await filesOf()).toBe(0);
  });

  it('are not stored twice silently', async () => {
    const order = await house.given.order();
    const bytes = pdf();
    const first = await given({ order, file: ['PI-00042.pdf', bytes] });
    const { body } = await send(order.id, [
      ['copy of PI.pdf', bytes],
      ['new.pdf', pdf()],
    ]);
    expect(body.results).toMatchObject([
      {
        document: null,
        refusal: { code: 'document.already_there', existing: { id: first.id, fileName: 'PI-00042.pdf' } },
      },
      { document: { fileName: 'new.pdf' }, refusal: null },
    ]);
    expect(await stored(order.id)).toHaveLength(2);
    const twins = pdf();
    const same = await send(order.id, [
      ['one.pdf', twins],
      ['two.pdf', twins],
    ]);
    expect(same.body.results.map(({ refusal }) => refusal?.code)).toEqual([undefined, 'document.already_there']);
    const meant = await send(order.id, [['copy of PI.pdf', bytes]], { again: 'true' });
    expect(meant.body.results[0]?.document).toMatchObject({ sha256: first.sha256 });
    const elsewhere = await given({ file: ['PI-00042.pdf', bytes] });
    expect(elsewhere.sha256).toBe(first.sha256);
  });

  it('happen once for an Idempotency-Key', async () => {
    const order = await house.given.order();
    const key = { 'Idempotency-Key': randomUUID() };
    const bytes = pdf();
    const me = house.as('merchandiser');
    const path = `/orders/${order.id}/documents/`;
    const first = await me.uploadAll<ReceivedDocumentsDto>(path, [['a.pdf', bytes]], {}, key);
    const second = await me.uploadAll<ReceivedDocumentsDto>(path, [['a.pdf', bytes]], {}, key);
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(second.body.results[0]?.document?.id).toBe(first.body.results[0]?.document?.id);
  });

  it('are refused, and the house stays, where their form breaks off', async () => {
    const order = await house.given.order();
    const part = (name: string, bytes: string) =>
      `--edge\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\n\r\n${bytes}`;
    const whole = part('a.pdf', pdf().toString());
    const brokenOff = [
      part('a.pdf', ''),
      part('a.pdf', '%PDF-1.7'),
      part('a.pdf', `%PDF-1.7${'x'.repeat(300_000)}`),
      `${whole}\r\n`,
      `${whole}\r\n${part('b.exe', 'MZ')}`,
      `${whole}\r\n--edge\r\nContent-Dis`,
    ];
    for (const form of brokenOff) {
      const { status, body } = await house.as('merchandiser').form(`/orders/${order.id}/documents/`, form, 'edge');
      expect([status, body.code]).toEqual([400, 'file.incomplete']);
    }
    expect(await stored(order.id)).toEqual([]);
    expect((await send(order.id, [['whole.pdf', pdf()]])).body.results).toMatchObject([
      { document: { fileName: 'whole.pdf' } },
    ]);
  });

  it('leave no bytes where their rows are not written', async () => {
    const order = await house.given.order();
    await house.query('ALTER TABLE domain_events ADD CONSTRAINT closed CHECK (false) NOT VALID');
    const refused = await send(order.id, [
      ['a.pdf', pdf()],
      ['b.pdf', pdf()],
    ]);
    await house.query('ALTER TABLE domain_events DROP CONSTRAINT closed');
    expect(refused.status).toBe(422);
    expect(await stored(order.id)).toEqual([]);
  });
});

describe('a list of documents', () => {
  it('is filtered, searched, paged and read in two statements, one document in one (faults 19, 25, 26)', async () => {
    const order = await house.given.order();
    const [white] = order.lines;
    const lc = await given({
      order,
      file: ['Amended LC.pdf', pdf()],
      description: 'tolerance 5 %',
      documentDate: '2026-11-02',
    });
    const dip = await given({ order, file: ['lab dip.png', await picture()], orderLineId: white?.id });
    const newer = (await addVersion(dip.id, ['lab dip 2.pdf', pdf()])).body;
    const me = house.as('merchandiser');
    const found = async (query: string) => {
      const { body } = await me.get<Page<DocumentDto>>(`/documents/?orderId=${order.id}&ordering=createdAt&${query}`);
      return body.results.map(({ id }) => id);
    };
    expect(await found('')).toEqual([lc.id, dip.id, newer.id]);
    expect(await found('isCurrent=true')).toEqual([lc.id, newer.id]);
    expect(await found(`seriesId=${dip.id}`)).toEqual([dip.id, newer.id]);
    expect(await found('category=lc')).toEqual([lc.id]);
    expect(await found('subcategory=lab_dip')).toEqual([dip.id, newer.id]);
    expect(await found(`orderLineId=${white?.id}`)).toEqual([dip.id, newer.id]);
    expect(await found('search=TOLERANCE')).toEqual([lc.id]);
    expect(await found('search=amended')).toEqual([lc.id]);
    expect(await found('search=100%25')).toEqual([]);
    expect(await found(`uploadedById=${house.ids.manager}`)).toEqual([]);
    expect(await found('documentDateFrom=2026-11-02&documentDateTo=2026-11-02')).toEqual([lc.id]);
    await workerIsIdle();
    expect(await statementsOf(() => me.get('/documents/?pageSize=200'))).toHaveLength(2);
    expect(await statementsOf(() => me.get(`/documents/${dip.id}/`))).toHaveLength(1);
    expect((await me.get(`/documents/?orderId=${order.id}&pageSize=1`)).body).toMatchObject({
      count: 3,
      results: [{ id: newer.id }],
      next: expect.stringContaining('page=2') as string,
    });
    for (const query of ['orderID=x', 'orderId=x', 'sampleId=7', 'category=lab'])
      expect((await me.get(`/documents/?${query}`)).status).toBe(400);
    expect((await me.get('/documents/none/link/')).status).toBe(400);
    expect((await me.get('/documents/none/')).status).toBe(400);
  });
});

describe('a document', () => {
  it('is read by a short-lived link, shown or saved, and never run (fault 6)', async () => {
    const me = house.as('merchandiser');
    const seen = async (document: DocumentDto, use: string) => {
      const { body } = await me.get<{ url: string }>(`/documents/${document.id}/link/?use=${use}`);
      return (await supertest(house.app.getHttpServer()).get(body.url)).headers;
    };
    const paper = await given({ file: ['PI "42"; রঙ.pdf', pdf()] });
    expect(await seen(paper, 'view')).toMatchObject({
      'content-disposition': expect.stringMatching(/^inline; filename\*=UTF-8''PI%20_42_/) as string,
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-security-policy': 'sandbox',
    });
    expect((await seen(paper, 'download'))['content-disposition']).toMatch(/^attachment;/);
    const text = await given({ file: ['list.csv', Buffer.from(`colour,qty\n${randomUUID()},1\n`)] });
    expect((await seen(text, 'view'))['content-disposition']).toMatch(/^attachment;/);
    expect((await me.get(`/documents/${paper.id}/link/?use=swap`)).status).toBe(400);
    const open = await supertest(house.app.getHttpServer()).get(`/files/orders/${paper.orderId}/${paper.id}`);
    expect(open.status).toBe(403);
  });

  it('is changed in what is said of it, and only that', async () => {
    const order = await house.given.order();
    const [white, black] = order.lines;
    const sample = await house.given.sample({ orderId: order.id, orderLineId: white?.id });
    const document = await given({ order, sampleId: sample.id, description: 'first', category: 'sample' });
    const me = house.as('merchandiser');
    const at = `/documents/${document.id}/`;
    expect((await me.patch(at, { description: 'x' }, { 'If-Match': '"9"' })).status).toBe(412);
    expect((await me.patch(at, { fileName: 'x.pdf' })).status).toBe(400);
    expect((await me.patch(at, { subcategory: 'tech_pack' })).body['code']).toBe('document.kinds_do_not_fit');
    const moved = await me.patch(at, { orderLineId: black?.id, subcategory: 'lab_dip' }, { 'If-Match': '"1"' });
    expect(moved.body).toMatchObject({
      orderLineId: black?.id,
      sampleId: null,
      subcategory: 'lab_dip',
      description: 'first',
      rowVersion: 2,
    });
    expect((await me.patch(at, { description: null, orderLineId: null })).body).toMatchObject({
      description: null,
      orderLineId: null,
      lineLabel: null,
    });
    expect((await me.patch(at, { sampleId: sample.id })).body).toMatchObject({ orderLineId: white?.id });
    expect((await me.patch(at, {})).body['rowVersion']).toBe(4);
    expect((await house.eventsOf(document.id)).at(1)).toMatchObject({
      name: 'document.updated',
      data: { before: { subcategory: null, orderLineId: white?.id }, after: { subcategory: 'lab_dip' } },
    });
  });

  it('gets versions; the old one keeps name and bytes, and says which took its place (fault 18)', async () => {
    const order = await house.given.order();
    const first = await given({ order, category: 'pi', orderLineId: order.lines[0]?.id, description: 'as sent' });
    const again = await addVersion(first.id, ['same.pdf', pdf()], {}, { 'If-Match': '"7"' });
    expect(again.status).toBe(412);
    const second = (await addVersion(first.id, ['PI-00042 revised.pdf', pdf()], { documentDate: '2026-11-03' })).body;
    expect(second).toMatchObject({
      version: 2,
      seriesId: first.seriesId,
      replacesId: first.id,
      category: 'pi',
      orderLineId: order.lines[0]?.id,
      description: 'as sent',
      documentDate: '2026-11-03',
      isCurrent: true,
      supersededBy: null,
    });
    const me = house.as('merchandiser');
    const read = (id: string) => me.get<DocumentDto>(`/documents/${id}/`);
    expect((await read(first.id)).body).toMatchObject({
      isCurrent: false,
      rowVersion: 2,
      supersededBy: { id: second.id, version: 2, fileName: 'PI-00042 revised.pdf' },
    });
    expect((await me.get(`/documents/${first.id}/link/`)).status).toBe(200);
    const late = await addVersion(first.id, ['late.pdf', pdf()]);
    expect([late.status, late.body]).toMatchObject([409, { code: 'document.superseded', newest: { id: second.id } }]);
    const bad = await addVersion(second.id, ['bad.pdf', exe]);
    expect([bad.status, bad.body]).toMatchObject([422, { code: 'file.type_refused' }]);
    expect(await stored(order.id)).toHaveLength(2);

    await me.delete(`/documents/${second.id}/`);
    expect((await read(first.id)).body).toMatchObject({ isCurrent: true, supersededBy: null });
    const third = (await addVersion(first.id, ['third.pdf', pdf()])).body;
    expect(third.version).toBe(3);
    expect((await me.post(`/documents/${second.id}/restoration/`, {})).body).toMatchObject({
      isCurrent: false,
      supersededBy: { id: third.id },
    });
    expect((await house.eventsOf(second.id))[0]).toMatchObject({
      name: 'document.version_added',
      data: { after: { fileName: 'PI-00042 revised.pdf', version: 2 }, replaced: { id: first.id, version: 1 } },
    });
  });

  it('gets one of two versions that come at the same moment (fault 24)', async () => {
    const first = await given();
    const both = await Promise.all(['a.pdf', 'b.pdf'].map((name) => addVersion(first.id, [name, pdf()])));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { body } = await house.as('merchandiser').get<Page<DocumentDto>>(`/documents/?seriesId=${first.id}`);
    expect(body.results.map(({ version, isCurrent }) => [version, isCurrent])).toEqual([
      [2, true],
      [1, false],
    ]);
    expect(await stored(first.orderId)).toHaveLength(2);
  });

  it('can be taken back by who added it', async () => {
    const first = await given({ file: ['first.pdf', pdf()] });
    const second = (await addVersion(first.id, ['second.pdf', pdf()])).body;
    const me = house.as('merchandiser');
    const [event] = await house.eventsOf(second.id);
    const undone = await me.post<{ steps: string[] }>(`/activity/${event?.id}/undo/`, {});
    expect([undone.status, undone.body.steps]).toEqual([200, ['moved second.pdf to the trash']]);
    expect((await me.get<DocumentDto>(`/documents/${first.id}/`)).body.isCurrent).toBe(true);
    const trash = await me.get<Page<{ kind: string; label: string }>>(`/trash/?orderId=${first.orderId}&search=second`);
    expect(trash.body.results).toMatchObject([{ kind: 'document', label: 'second.pdf' }]);
  });

  it('goes to the trash with its bytes, and comes back', async () => {
    const document = await given();
    const me = house.as('merchandiser');
    const at = `/documents/${document.id}/`;
    const early = await me.post(`${at}restoration/`, {});
    expect([early.status, early.body['code']]).toEqual([409, 'document.not_in_trash']);
    expect((await me.delete(at, { 'If-Match': '"4"' })).status).toBe(412);
    expect((await me.delete(at)).status).toBe(204);
    expect((await me.get(at)).status).toBe(404);
    expect((await me.get(`${at}link/`)).status).toBe(404);
    expect((await me.delete(at)).status).toBe(404);
    expect(await stored(document.orderId)).toHaveLength(1);
    const back = await me.post(`${at}restoration/`, {});
    expect([back.status, back.body]).toMatchObject([200, { id: document.id, isCurrent: true }]);
    expect(await house.eventNamesOf(document.id)).toEqual(['document.added', 'document.deleted', 'document.restored']);
  });

  it('keeps its bytes while its order is in the trash; gone for good, they go by a job (fault 28)', async () => {
    const order = await house.given.order();
    const document = await given({ order, file: ['swatch.png', await picture()] });
    const attached = await house.given.sample({ orderId: order.id, orderLineId: order.lines[0]?.id });
    await house.as('merchandiser').upload(`/samples/${attached.id}/attachment/`, pdf(), 'card.pdf');
    const samples = () => readdir(join(folder, 'samples/attachments', order.id));
    await eventually(async () => expect(await stored(order.id)).toHaveLength(2));
    expect((await house.as('merchandiser').delete(`/orders/${order.id}/`)).status).toBe(204);
    expect((await house.as('merchandiser').get(`/documents/${document.id}/`)).status).toBe(404);
    expect(await stored(order.id)).toHaveLength(2);
    await house.query('DELETE FROM orders WHERE id = $1', [order.id]);
    await eventually(async () => expect([await stored(order.id), await samples()]).toEqual([[], []]));
  });
});

describe('a file by a signed link', () => {
  const announce = (orderId: string, bytes: Buffer, fileName = 'artwork.pdf') =>
    house
      .as('merchandiser')
      .post<DocumentUploadDto>('/documents/uploads/', { orderId, fileName, fileSize: bytes.length });
  const put = ({ url, headers }: DocumentUploadDto, bytes: Buffer) =>
    headers
      .reduce((request, { name, value }) => request.set(name, value), supertest(house.app.getHttpServer()).put(url))
      .send(bytes);

  it('is announced, sent, judged by its bytes, and is a document then', async () => {
    const order = await house.given.order();
    const bytes = Buffer.concat([pdf(), Buffer.alloc(11 * 1024 * 1024)]);
    const { status, body: upload } = await announce(order.id, bytes, '../LC 0417.pdf');
    expect(status).toBe(201);
    const me = house.as('merchandiser');
    const made = () => me.post<DocumentDto>('/documents/', { uploadId: upload.uploadId });
    expect([(await made()).status, (await put(upload, pdf())).status]).toEqual([400, 400]);
    expect((await put(upload, bytes)).status).toBe(201);
    expect((await put(upload, bytes)).status).toBe(409);
    expect((await house.as('manager').post('/documents/', { uploadId: upload.uploadId })).status).toBe(404);
    const { status: created, body: document } = await made();
    expect([created, document]).toMatchObject([
      201,
      { fileName: 'LC 0417.pdf', category: 'lc', fileSize: bytes.length, fileType: 'application/pdf', version: 1 },
    ]);
    expect((await made()).status).toBe(404);
    const next = await announce(order.id, pdf('next'));
    await put(next.body, pdf('next'));
    const version = await me.post<DocumentDto>('/documents/', {
      uploadId: next.body.uploadId,
      replacesId: document.id,
    });
    expect(version.body).toMatchObject({ version: 2, replacesId: document.id, category: 'lc' });
  });

  it('is refused by its size at once, by its bytes when they have come (faults 6, 7)', async () => {
    const order = await house.given.order();
    const me = house.as('merchandiser');
    const large = { orderId: order.id, fileName: 'film.pdf', fileSize: 65 * 1024 * 1024 };
    expect((await me.post('/documents/uploads/', large)).body).toMatchObject({
      errors: { fileSize: expect.anything() as unknown },
    });
    const { body: upload } = await announce(order.id, exe, 'invoice.pdf');
    await put(upload, exe);
    const refused = await me.post('/documents/', { uploadId: upload.uploadId });
    expect([refused.status, refused.body['code']]).toEqual([422, 'file.type_refused']);
    expect(await stored(order.id)).toEqual([]);
    const elsewhere = await given();
    const { body: other } = await announce(order.id, pdf('x'));
    await put(other, pdf('x'));
    const astray = await me.post('/documents/', { uploadId: other.uploadId, replacesId: elsewhere.id });
    expect(astray.body).toMatchObject({ errors: { replacesId: expect.anything() as unknown } });
  });

  it('goes again where nobody made a document of it', async () => {
    const order = await house.given.order();
    const { body: upload } = await announce(order.id, pdf('left'));
    await put(upload, pdf('left'));
    expect(await stored(order.id)).toHaveLength(1);
    await house.query(`UPDATE document_uploads SET created_at = now() - interval '2 hours' WHERE id = $1`, [
      upload.uploadId,
    ]);
    await announce((await house.given.order()).id, pdf());
    await eventually(async () => expect(await stored(order.id)).toEqual([]));
  });
});

describe('the small picture of a document', () => {
  const settled = async (id: string) => {
    let document: DocumentDto | undefined;
    await eventually(async () => {
      document = (await house.as('merchandiser').get<DocumentDto>(`/documents/${id}/`)).body;
      expect(document.thumbnailState).not.toBe('pending');
    });
    return document as DocumentDto;
  };

  it('is made in the background, once, and read by a link', async () => {
    const document = await given({ file: ['swatch.png', await picture()] });
    expect(document).toMatchObject({ thumbnailState: 'pending', thumbnailUrl: null });
    const ready = await settled(document.id);
    expect(ready).toMatchObject({ thumbnailState: 'ready', rowVersion: 1 });
    const { body, headers } = await supertest(house.app.getHttpServer()).get(ready.thumbnailUrl ?? '');
    expect(headers['content-type']).toBe('image/webp');
    expect(await sharp(body as Buffer).metadata()).toMatchObject({ format: 'webp', width: 320, height: 213 });
  });

  it('is the first page of a PDF', async () => {
    const terms = [['Order', 'PO-1182']] as const;
    const letter = letterPdf({ from: 'ANABIA', title: 'Purchase order', terms, foot: 'Please confirm.' });
    const document = await given({ file: ['PO-1182.pdf', letter] });
    expect(document).toMatchObject({ thumbnailState: 'pending' });
    const { thumbnailUrl } = await settled(document.id);
    const { body } = await supertest(house.app.getHttpServer()).get(thumbnailUrl ?? '');
    expect(await sharp(body as Buffer).metadata()).toMatchObject({ format: 'webp', height: 320 });
  });

  it('is none of a mail, and fails for what is damaged or a bomb, while the worker goes on', async () => {
    const mail = Buffer.from(
      'From: mill@example.com\r\nSubject: Lab dip\r\nDate: Mon, 2 Nov 2026 09:00:00 +0600\r\n\r\nSent.\r\n',
    );
    expect(await given({ file: ['Lab dip.eml', mail] })).toMatchObject({ thumbnailState: 'none' });
    const order = await house.given.order();
    const bomb = await sharp({ create: { width: 8_000, height: 8_000, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(3_000_000);
    const cut = (await picture(900, 900)).subarray(0, 400);
    const files: Sent[] = [
      ['bomb.png', bomb],
      ['cut.png', cut],
      ['cut.pdf', pdf()],
      ['good.png', await picture(40, 40)],
    ];
    const { body } = await send(order.id, files);
    const states = await Promise.all(body.results.map(({ document }) => settled(document?.id ?? '')));
    expect(states.map(({ fileName, thumbnailState }) => [fileName, thumbnailState])).toEqual([
      ['bomb.png', 'failed'],
      ['cut.png', 'failed'],
      ['cut.pdf', 'failed'],
      ['good.png', 'ready'],
    ]);
  });
});

describe('the colours of an artwork', () => {
  const stripes = async (...colours: string[]) =>
    sharp({ create: { width: 40 * colours.length, height: 40, channels: 3, background: '#ffffff' } })
      .composite(
        colours.map((background, at) => ({
          input: { create: { width: 40, height: 40, channels: 3 as const, background } },
          left: 40 * at,
          top: 0,
        })),
      )
      .png()
      .toBuffer();
  const countOf = (id: string, by: Person = 'merchandiser') =>
    house.as(by).get<Record<string, unknown>>(`/documents/${id}/print-colours/`);

  it('asks a stranger to sign in, and does not know another’s', async () => {
    const { id } = await given({ file: ['artwork.png', await stripes('#b4232a', '#1d3f8f')] });
    expect((await house.anonymous.get(`/documents/${id}/print-colours/`)).status).toBe(401);
    expect((await countOf(id, 'colleague')).status).toBe(404);
  });

  it('are held against the screens of its line, and it is said how they were counted', async () => {
    const order = await house.given.order();
    const orderLineId = order.lines[0]!.id;
    const file = ['artwork.png', await stripes('#b4232a', '#1d3f8f', '#1d8f3f', '#f2c40f')] as Sent;
    const { id } = await given({ order, file, orderLineId, category: 'other', subcategory: 'artwork' });
    expect((await countOf(id)).body).toMatchObject({ screens: null, verdict: 'not_told' });
    const changed = await house.as('merchandiser').patch(`/order-lines/${orderLineId}/`, { screens: '2' });
    expect(changed.body).toMatchObject({ screens: '2' });
    const { body } = await countOf(id);
    expect(body).toMatchObject({
      screens: 2,
      verdict: 'too_many',
      sentence: expect.stringContaining('1 too many') as string,
    });
    expect((body['colours'] as { hex: string }[]).map(({ hex }) => hex).sort()).toEqual([
      '#1d3f8f',
      '#1d8f3f',
      '#b4232a',
      '#f2c40f',
    ]);
    expect(body['how']).toContain('ΔE 5');
    const half = await house.as('merchandiser').patch(`/order-lines/${orderLineId}/`, { screens: '2.5' });
    expect(half.status).toBe(400);
  });

  it('are not counted in what is no picture, or is damaged', async () => {
    const paper = await countOf((await given()).id);
    expect([paper.status, paper.body['code']]).toEqual([422, 'document.colours_not_counted']);
    const whole = await picture();
    const broken = await given({ file: ['artwork.png', whole.subarray(0, whole.length - 30)] });
    expect((await countOf(broken.id)).status).toBe(422);
  });
});

describe('the guess of what files are', () => {
  it('looks at what is in a file where its name says nothing', async () => {
    const { id } = await house.given.order();
    const letter = { fileName: 'scan0012.pdf', contentType: 'application/pdf' };
    const { status, body } = await house
      .as('merchandiser')
      .post<{ guesses: object[] }>(`/orders/${id}/document-guesses/`, {
        files: [
          { ...letter, text: 'ANABIA LTD  PROFORMA INVOICE  No. 42  Payment: irrevocable letter of credit at sight' },
          { ...letter, fileName: 'White lab dip.pdf', text: 'PROFORMA INVOICE' },
          { fileName: 'IMG_0012.png', contentType: 'image/png', width: 7559, height: 3780 },
        ],
      });
    expect([status, body.guesses]).toMatchObject([
      200,
      [
        { category: 'pi' },
        { category: 'sample', subcategory: 'lab_dip' },
        { category: 'other', subcategory: 'artwork' },
      ],
    ]);
  });

  it('is offered before they are sent', async () => {
    const order = await house.given.order();
    const files = [{ fileName: 'LabDip White 2026-11-02.jpg', contentType: 'image/jpeg' }, { fileName: 'scan.pdf' }];
    const path = `/orders/${order.id}/document-guesses/`;
    const { body } = await house.as('merchandiser').post(path, { files });
    expect(body['guesses']).toEqual([
      { category: 'sample', subcategory: 'lab_dip', orderLineId: order.lines[0]?.id, documentDate: '2026-11-02' },
      { category: 'other', subcategory: null, orderLineId: null, documentDate: null },
    ]);
    expect((await house.as('merchandiser').post(path, { files: [] })).status).toBe(400);
  });
});
