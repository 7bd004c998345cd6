import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import { Storage } from '../../src/platform/storage/storage';
import { StorageUnavailable } from '../../src/platform/storage/storage.errors';
import { eventually } from '../support/eventually';
import { House } from '../support/house';

let house: House;
let folder: string;

// The worker runs here too: it deletes the bytes that rows have let go of.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attachments-'));
  house = await House.open({ MEDIA_ROOT: folder, PROVABOOK_ROLE: 'all' });
});
afterAll(async () => {
  await house?.close();
  await rm(folder, { recursive: true });
});

const pdf = (text = 'shade card') => Buffer.from(`%PDF-1.7\n% ${text}\n%%EOF`);

/** The stored files of an order, as the disk has them. */
const stored = (prefix: string, orderId: string): Promise<string[]> =>
  readdir(join(folder, prefix, orderId)).catch(() => []);

describe.each([
  { things: 'samples', path: 'attachment', prefix: 'samples/attachments', event: 'sample', field: 'attachment' },
  { things: 'shipments', path: 'documents', prefix: 'shipments/docs', event: 'shipment', field: 'documents' },
] as const)('the file of $things', ({ things, path, prefix, event, field }) => {
  const given = (by: 'merchandiser' | 'colleague' = 'merchandiser') =>
    things === 'samples' ? house.given.sample({}, by) : house.given.shipment({}, by);
  const at = (id: string) => `/${things}/${id}/${path}/`;

  it('is for those who may see the order', async () => {
    const theirs = await given('colleague');
    await house.as('colleague').upload(at(theirs.id), pdf(), 'card.pdf');
    const stranger = house.anonymous;
    for (const answer of [
      await stranger.get(at(theirs.id)),
      await stranger.upload(at(theirs.id), pdf(), 'card.pdf'),
      await stranger.delete(at(theirs.id)),
    ])
      expect([answer.status, answer.body['code']]).toEqual([401, 'auth.not_signed_in']);
    const me = house.as('merchandiser');
    for (const answer of [
      await me.get(at(theirs.id)),
      await me.upload(at(theirs.id), pdf('mine'), 'card.pdf'),
      await me.delete(at(theirs.id)),
    ])
      expect([answer.status, answer.body['code']]).toEqual([404, `${event}.not_found`]);
    expect(await stored(prefix, theirs.orderId)).toHaveLength(1);
    expect((await house.as('manager').get(at(theirs.id))).status).toBe(200);
  });

  it('is read by a link, under the name that it came with', async () => {
    const { id, orderId } = await given();
    const me = house.as('merchandiser');
    const attached = await me.upload(at(id), pdf(), '../রঙ card.exe.pdf');
    const told = { fileName: 'রঙ card.exe.pdf', contentType: 'application/pdf', size: pdf().length };
    expect([attached.status, attached.headers['etag']]).toEqual([200, '"2"']);
    expect(attached.body).toMatchObject({ id, [field]: told });
    expect((await me.get(`/${things}/${id}/`)).body).toEqual(attached.body);
    const [key] = await stored(prefix, orderId);
    expect(key).toMatch(/^[0-9a-f-]{36}\.pdf$/);
    const link = await me.get<{ url: string; expiresAt: string }>(at(id));
    expect(link.body).toMatchObject({
      ...told,
      url: expect.stringContaining(`/files/${prefix}/${orderId}/${key}?`) as string,
    });
    const left = Date.parse(link.body.expiresAt) - Date.now();
    expect(left).toBeGreaterThan(200_000);
    expect(left).toBeLessThanOrEqual(300_000);
    const bytes = await supertest(house.app.getHttpServer()).get(link.body.url);
    expect([bytes.status, bytes.headers['content-type'], bytes.body]).toEqual([200, 'application/pdf', pdf()]);
    expect(bytes.headers['content-disposition']).toMatch(/^inline; filename\*=UTF-8''.*card\.exe\.pdf$/);
    expect(bytes.headers['x-content-type-options']).toBe('nosniff');
    expect((await house.eventsOf(id)).at(-1)).toMatchObject({
      name: `${event}.file_attached`,
      order_id: orderId,
      subject_version: 2,
      data: { before: { [field]: null }, after: { [field]: told } },
    });
  });

  it('takes the place of an earlier one, whose bytes go', async () => {
    const { id, orderId } = await given();
    const me = house.as('merchandiser');
    await me.upload(at(id), pdf('first'), 'first.pdf');
    const [first] = await stored(prefix, orderId);
    await me.upload(at(id), pdf('second'), 'second.pdf');
    expect((await me.get(at(id))).body).toMatchObject({ fileName: 'second.pdf' });
    await eventually(async () => {
      const left = await stored(prefix, orderId);
      expect(left).toHaveLength(1);
      expect(left).not.toContain(first);
    });
    expect((await house.eventsOf(id)).at(-1)?.data).toMatchObject({
      before: { [field]: { fileName: 'first.pdf' } },
      after: { [field]: { fileName: 'second.pdf' } },
    });
  });

  it('can be removed, bytes and all; there is none then', async () => {
    const { id, orderId } = await given();
    const me = house.as('merchandiser');
    for (const answer of [await me.get(at(id)), await me.delete(at(id))])
      expect([answer.status, answer.body['code']]).toEqual([404, 'file.none_yet']);
    await me.upload(at(id), pdf(), 'card.pdf');
    expect((await me.delete(at(id), { 'If-Match': '"1"' })).status).toBe(412);
    expect((await me.delete(at(id), { 'If-Match': '"2"' })).status).toBe(204);
    expect((await me.get(`/${things}/${id}/`)).body).toMatchObject({ [field]: null, rowVersion: 3 });
    await eventually(async () => expect(await stored(prefix, orderId)).toEqual([]));
    expect(await house.eventNamesOf(id)).toEqual([
      `${event}.created`,
      `${event}.file_attached`,
      `${event}.file_removed`,
    ]);
  });

  it('is judged by its bytes and its size (fault 6)', async () => {
    const { id, orderId } = await given();
    const me = house.as('merchandiser');
    const svg = await me.upload(at(id), Buffer.from('<svg onload="alert(1)"/>'), 'card.pdf');
    expect([svg.status, svg.body['code']]).toEqual([422, 'file.type_refused']);
    const large = await me.upload(at(id), Buffer.concat([pdf(), Buffer.alloc(10 * 1024 * 1024)]), 'card.pdf');
    expect([large.status, large.body['code']]).toEqual([413, 'file.too_large']);
    const none = await me.post(at(id), {});
    expect([none.status, none.body['code']]).toEqual([400, 'request.invalid']);
    expect(await stored(prefix, orderId)).toEqual([]);
    expect((await me.get(`/${things}/${id}/`)).body).toMatchObject({ [field]: null, rowVersion: 1 });
  });

  it('leaves no bytes where the row is not written, and no row where the bytes are not', async () => {
    const { id, orderId } = await given();
    const me = house.as('merchandiser');
    await house.query('ALTER TABLE domain_events ADD CONSTRAINT closed CHECK (false) NOT VALID');
    const refused = await me.upload(at(id), pdf(), 'card.pdf');
    await house.query('ALTER TABLE domain_events DROP CONSTRAINT closed');
    expect(refused.status).toBe(422);
    expect(await stored(prefix, orderId)).toEqual([]);
    const storage = house.app.get(Storage);
    const away = jest.spyOn(storage, 'put').mockRejectedValueOnce(new StorageUnavailable('switched off'));
    const unavailable = await me.upload(at(id), pdf(), 'card.pdf');
    away.mockRestore();
    expect([unavailable.status, unavailable.body['code']]).toEqual([503, 'storage.unavailable']);
    expect((await me.get(`/${things}/${id}/`)).body).toMatchObject({ [field]: null, rowVersion: 1 });
  });
});
