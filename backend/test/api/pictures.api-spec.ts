import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import supertest from 'supertest';
import { eventually } from '../support/eventually';
import { House, type Person } from '../support/house';

let house: House;
let folder: string;

// The worker runs here too: it deletes the bytes of pictures that were replaced.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pictures-'));
  house = await House.open({ MEDIA_ROOT: folder, PROVABOOK_ROLE: 'all' });
});
afterAll(async () => {
  await house?.close();
  await rm(folder, { recursive: true });
});

const NOBODYS = '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21';

const photo = (blue: number) =>
  sharp({ create: { width: 8, height: 6, channels: 3, background: { r: 20, g: 20, b: blue } } })
    .png()
    .toBuffer();

interface Picture {
  url: string;
  fileName: string;
  pictureId: string;
  option: string | null;
}
interface Round {
  id: string;
  rowVersion: number;
  options: { label: string; picture: { fileName: string; contentType: string } | null }[];
}
interface Comment {
  id: string;
  pin: { pictureId: string; option: string | null; x: number; y: number } | null;
}
type Refusal = { code: string; errors: Record<string, string[]> };

/** A lab dip with options A and B. */
async function card(by: Person = 'merchandiser') {
  const sample = await house.given.sample({}, by);
  for (const label of ['A', 'B']) await house.as(by).post(`/samples/${sample.id}/options/`, { label });
  return sample;
}

const at = (id: string, label: string) => `/samples/${id}/options/${label}/picture/`;
const pictureOf = async (path: string) => (await house.as('merchandiser').get<Picture>(path)).body;

describe('pictures of options', () => {
  it('are for those who may see the order', async () => {
    const theirs = await card('colleague');
    const bytes = await photo(80);
    await house.as('colleague').upload(at(theirs.id, 'A'), bytes, 'a.png');
    for (const [caller, status] of [
      [house.anonymous, 401],
      [house.as('merchandiser'), 404],
    ] as const)
      for (const answer of [
        await caller.get(`/samples/${theirs.id}/picture/`),
        await caller.get(at(theirs.id, 'A')),
        await caller.upload(at(theirs.id, 'A'), bytes, 'a.png'),
        await caller.delete(at(theirs.id, 'A')),
      ])
        expect(answer.status).toBe(status);
    expect((await house.as('manager').get(at(theirs.id, 'A'))).status).toBe(200);
  });

  it('are attached to one option, read by a link, replaced and removed; the sample moves on with each', async () => {
    const me = house.as('merchandiser');
    const { id, orderId, rowVersion } = await card();
    const attached = await me.upload<Round>(at(id, 'B'), await photo(90), 'dip B.png');
    expect(attached.status).toBe(200);
    expect(attached.body.options).toMatchObject([
      { label: 'A', picture: null },
      { label: 'B', picture: { fileName: 'dip B.png', contentType: 'image/png' } },
    ]);
    expect((await me.get(`/samples/${id}/`)).body).toEqual(attached.body);
    const link = await pictureOf(at(id, 'B'));
    expect(link).toMatchObject({ fileName: 'dip B.png', option: 'B' });
    const seen = await supertest(house.app.getHttpServer()).get(link.url);
    expect([seen.status, seen.headers['content-type']]).toEqual([200, 'image/png']);
    expect((await house.eventsOf(id)).at(-1)).toMatchObject({
      name: 'sample.option_picture_attached',
      order_id: orderId,
      data: { option: 'B', before: { picture: null }, after: { picture: { fileName: 'dip B.png' } } },
    });

    await me.upload(at(id, 'B'), await photo(92), 'newer.png');
    expect((await pictureOf(at(id, 'B'))).pictureId).not.toBe(link.pictureId);
    await eventually(async () => expect(await readdir(join(folder, 'samples/options', orderId))).toHaveLength(1));
    expect((await me.delete(at(id, 'B'), { 'If-Match': `"${rowVersion}"` })).status).toBe(412);
    expect((await me.delete(at(id, 'B'))).status).toBe(204);
    expect((await me.delete(at(id, 'B'))).body['code']).toBe('file.none_yet');
    expect((await house.eventNamesOf(id)).slice(-1)).toEqual(['sample.option_picture_removed']);
    await eventually(async () => expect(await readdir(join(folder, 'samples/options', orderId))).toEqual([]));
  });

  it('stand beside the artwork of the line, else of the order, which a lab dip has none of', async () => {
    const me = house.as('merchandiser');
    const dip = await card();
    const off = await house.given.sample({
      orderId: dip.orderId,
      orderLineId: dip.orderLineId,
      type: 'strike_off',
    });
    const standard = async (id: string) => me.get<Picture>(`/samples/${id}/standard-picture/`);
    expect((await standard(off.id)).status).toBe(204);
    const artwork = (name: string, blue: number, more: object = {}) =>
      photo(blue).then((bytes) =>
        me.uploadAll(`/orders/${dip.orderId}/documents/`, [[name, bytes]], {
          category: 'other',
          subcategory: 'artwork',
          ...more,
        }),
      );
    await artwork('rose of the line.png', 33, { orderLineId: dip.orderLineId });
    await artwork('rose of the order.png', 34);
    expect((await standard(off.id)).body).toMatchObject({ fileName: 'rose of the line.png', option: null });
    expect((await standard(dip.id)).status).toBe(204);
    expect((await house.as('colleague').get(`/samples/${off.id}/standard-picture/`)).status).toBe(404);
    expect((await house.anonymous.get(`/samples/${off.id}/standard-picture/`)).status).toBe(401);
  });

  it('are pictures, of an option that is there', async () => {
    const me = house.as('merchandiser');
    const { id } = await card();
    const paper = await me.upload<Refusal>(at(id, 'A'), Buffer.from('%PDF-1.7\n%%EOF'), 'a.pdf');
    expect([paper.status, paper.body.code]).toEqual([422, 'file.type_refused']);
    expect((await me.upload(at(id, 'F'), await photo(1), 'f.png')).status).toBe(404);
    expect((await me.upload(at(id, 'Z'), await photo(1), 'z.png')).status).toBe(400);
    expect((await me.get(at(id, 'F'))).status).toBe(404);
    expect((await me.get(at(id, 'A'))).status).toBe(204); // none yet, which is no fault
  });

  it('fall back on the picture of the round: its own file, else the newest among its documents', async () => {
    const me = house.as('merchandiser');
    const { id, orderId } = await card();
    await me.uploadAll(`/orders/${orderId}/documents/`, [['doc.png', await photo(10)]], { sampleId: id });
    const document = await pictureOf(`/samples/${id}/picture/`);
    expect(document).toMatchObject({ fileName: 'doc.png', option: null });
    await me.upload(`/samples/${id}/attachment/`, await photo(11), 'card.png');
    expect(await pictureOf(at(id, 'A'))).toMatchObject({ fileName: 'card.png', option: null });
    await me.upload(`/samples/${id}/attachment/`, Buffer.from('%PDF-1.7\n%%EOF'), 'report.pdf');
    expect(await pictureOf(`/samples/${id}/picture/`)).toMatchObject({ pictureId: document.pictureId });
  });
});

describe('pins', () => {
  it('keep a note at a place of a picture, among the comments of the sample', async () => {
    const me = house.as('merchandiser');
    const { id, orderId } = await card();
    await me.upload(at(id, 'A'), await photo(20), 'a.png');
    const { pictureId } = await pictureOf(at(id, 'A'));
    const pin = { pictureId, option: 'A', x: 412, y: 655 };
    const made = await me.post<Comment>('/comments/', { orderId, sampleId: id, body: 'Barré here.', pin });
    expect([made.status, made.body.pin]).toEqual([201, pin]);
    const plain = await me.post<Comment>('/comments/', { orderId, sampleId: id, body: 'All in all fine.' });
    expect(plain.body.pin).toBeNull();
    const list = await me.get<{ results: Comment[] }>(`/comments/?sampleId=${id}&pinned=true`);
    expect(list.body.results).toEqual([made.body]);
    const both = await me.get<{ results: Comment[] }>(`/comments/?sampleId=${id}`);
    expect(both.body.results.map(({ id: each }) => each)).toEqual([plain.body.id, made.body.id]);
    expect((await house.eventsOf(made.body.id)).at(-1)).toMatchObject({
      name: 'comment.written',
      order_id: orderId,
      data: { sampleId: id, pinnedTo: 'option A', after: { body: 'Barré here.' } },
    });
    expect((await me.patch<Comment>(`/comments/${made.body.id}/`, { body: 'Barré, left.' })).body.pin).toEqual(pin);
    expect((await me.delete(`/comments/${made.body.id}/`)).status).toBe(204);
  });

  it('are refused where there is no such picture, or another took its place', async () => {
    const me = house.as('merchandiser');
    const { id, orderId } = await card();
    const body = (pin: object, more: object = { sampleId: id }) => ({ orderId, body: 'Here.', pin, ...more });
    const place = { pictureId: NOBODYS, option: null, x: 1, y: 1 };
    const none = await me.post<Refusal>('/comments/', body(place));
    expect([none.status, none.body.code]).toEqual([409, 'comment.picture_replaced']);
    await me.upload(at(id, 'B'), await photo(30), 'b.png');
    const { pictureId } = await pictureOf(at(id, 'B'));
    await me.upload(at(id, 'B'), await photo(31), 'b2.png');
    const replaced = await me.post<Refusal>('/comments/', body({ ...place, pictureId, option: 'B' }));
    expect([replaced.status, replaced.body.code]).toEqual([409, 'comment.picture_replaced']);
    const homeless = await me.post<Refusal>('/comments/', body(place, {}));
    expect([homeless.status, Object.keys(homeless.body.errors)]).toEqual([400, ['pin']]);
    const outside = await me.post<Refusal>('/comments/', body({ ...place, x: 1001, option: 'Q' }));
    expect([outside.status, Object.keys(outside.body.errors).sort()]).toEqual([400, ['pin.option', 'pin.x']]);
  });
});
