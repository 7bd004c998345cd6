import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { DocumentDto, ReceivedDocumentsDto } from '../../src/modules/orders/documents/documents.dto';
import { FileScans } from '../../src/platform/storage/scan/file-scans';
import { EICAR, FakeClamd, infected } from '../support/clamd';
import { eventually } from '../support/eventually';
import { House, type Person } from '../support/house';
import { statementsDuring } from '../support/statements';

let clamd: FakeClamd;
let house: House;
let folder: string;

// The worker runs here too: it is the one that asks the scanner.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'file-scans-'));
  clamd = await FakeClamd.open();
  house = await House.open({ MEDIA_ROOT: folder, PROVABOOK_ROLE: 'all', CLAMD_URL: clamd.url });
});
afterAll(async () => {
  await house?.close();
  await clamd?.close();
  await rm(folder, { recursive: true });
});

const pdf = (text = 'shade card') => Buffer.from(`%PDF-1.7\n% ${text}\n%%EOF`);
const picture = () =>
  sharp({ create: { width: 8, height: 6, channels: 3, background: { r: 20, g: 20, b: 90 } } })
    .png()
    .toBuffer();

interface Stored {
  fileName: string;
  scanState: string;
  threat: string | null;
}
type Refusal = { code: string; detail: string };

const document = async (orderId: string, name: string, bytes: Buffer): Promise<DocumentDto> => {
  const path = `/orders/${orderId}/documents/`;
  const { body } = await house.as('merchandiser').uploadAll<ReceivedDocumentsDto>(path, [[name, bytes]]);
  const [outcome] = body.results;
  if (!outcome?.document) throw new Error(`${name} was not kept.`);
  return outcome.document;
};
const read = async (id: string): Promise<DocumentDto> =>
  (await house.as('merchandiser').get<DocumentDto>(`/documents/${id}/`)).body;
const scanned = (id: string, state: string) => eventually(async () => expect((await read(id)).scanState).toBe(state));
const titlesOf = async (person: Person): Promise<string[]> =>
  (await house.as(person).get<{ results: { title: string }[] }>('/notifications/')).body.results.map(
    ({ title }) => title,
  );

describe('a file that is sent while a scanner is named', () => {
  it('waits, is looked at, and can then be read; its small picture is drawn then, too', async () => {
    const { id: orderId } = await house.given.order();
    const sent = await document(orderId, 'dip.png', await picture());
    expect(sent).toMatchObject({ scanState: 'pending', threat: null, thumbnailUrl: null });
    await scanned(sent.id, 'clean');
    expect(clamd.seen.at(-1)?.equals(await picture())).toBe(true);
    expect((await house.as('merchandiser').get(`/documents/${sent.id}/link/`)).status).toBe(200);
    await eventually(async () => expect((await read(sent.id)).thumbnailState).toBe('ready'));
  });

  it('is held where a virus is found: seen in the list, and given to nobody', async () => {
    const me = house.as('merchandiser');
    const { id: orderId, orderNumber } = await house.given.order();
    const { id, thumbnailState } = await document(orderId, 'artwork.png', infected(await picture()));
    expect(thumbnailState).toBe('pending');
    await scanned(id, 'infected');
    expect(await read(id)).toMatchObject({ threat: 'Eicar-Fake', thumbnailState: 'failed', thumbnailUrl: null });
    for (const path of [
      `/documents/${id}/link/`,
      `/documents/${id}/link/?use=download`,
      `/documents/${id}/print-colours/`,
    ]) {
      for (const person of ['merchandiser', 'admin'] as const) {
        const refused = await house.as(person).get<Refusal>(path);
        expect([refused.status, refused.body.code]).toEqual([409, 'file.held']);
      }
    }
    expect((await house.as('colleague').get(`/documents/${id}/link/`)).status).toBe(404);

    const events = await house.query<{ name: string; actor_id: null; data: object }>(
      `SELECT name, actor_id, data FROM domain_events WHERE order_id = $1 AND name = 'file.held'`,
      [orderId],
    );
    expect(events).toEqual([
      {
        name: 'file.held',
        actor_id: null,
        data: { fileName: 'artwork.png', threat: 'Eicar-Fake', sentById: house.ids.merchandiser },
      },
    ]);
    const title = `A virus was found in a file of order ${orderNumber}.`;
    for (const person of ['merchandiser', 'manager', 'admin'] as const)
      await eventually(async () => expect(await titlesOf(person)).toContain(title));
    expect(await titlesOf('colleague')).not.toContain(title);

    expect((await me.delete(`/documents/${id}/`)).status).toBe(204);
    expect((await me.post(`/documents/${id}/restoration/`)).status).toBe(200);
    expect((await me.get<Refusal>(`/documents/${id}/link/`)).body.code).toBe('file.held');
  });

  it.each([
    { things: 'sample', field: 'attachment' },
    { things: 'shipment', field: 'documents' },
    { things: 'PI', field: 'pdf' },
    { things: 'LC', field: 'document' },
  ] as const)('is held as the file of a $things just so', async ({ things, field }) => {
    const me = house.as('merchandiser');
    const { id: orderId } = await house.given.order();
    const terms = { orderId, amount: '5', issueDate: '2026-11-21', expiryDate: '2027-01-20' };
    const at = {
      sample: async () => `/samples/${(await house.given.sample({ orderId })).id}/`,
      shipment: async () => `/shipments/${(await house.given.shipment({ orderId })).id}/`,
      PI: async () => `/financials/proforma-invoices/${(await me.post('/financials/proforma-invoices/', { orderId })).body['id'] as string}/`, // oxfmt-ignore
      LC: async () => `/financials/letters-of-credit/${(await me.post('/financials/letters-of-credit/', terms)).body['id'] as string}/`, // oxfmt-ignore
    }[things];
    const path = await at();
    const stored = async () => (await me.get<Record<string, Stored>>(path)).body[field];
    const clean = await me.upload<Record<string, Stored>>(`${path}${field}/`, pdf(), 'card.pdf');
    expect(clean.body[field]).toMatchObject({ scanState: 'pending', threat: null });
    await eventually(async () => expect(await stored()).toMatchObject({ scanState: 'clean' }));
    expect((await me.get(`${path}${field}/`)).status).toBe(200);

    await me.upload(`${path}${field}/`, infected(pdf()), 'card.pdf');
    await eventually(async () => expect(await stored()).toMatchObject({ scanState: 'infected', threat: 'Eicar-Fake' }));
    expect((await me.get<Refusal>(`${path}${field}/`)).body.code).toBe('file.held');
    const told = await house.query<{ data: object }>(
      `SELECT data FROM domain_events WHERE order_id = $1 AND name ~ '(attached|added)$' ORDER BY sequence DESC LIMIT 1`,
      [orderId],
    );
    expect(JSON.stringify(told)).not.toMatch(/scanState|threat/); // history keeps what was sent, not what was thought of it
  });

  it('is held as the picture of an option, which is not compared', async () => {
    const me = house.as('merchandiser');
    const { id } = await house.given.sample();
    await me.post(`/samples/${id}/options/`, { label: 'A' });
    await me.upload(`/samples/${id}/options/A/picture/`, infected(await picture()), 'a.png');
    const option = async () => (await me.get<{ options: { picture: Stored }[] }>(`/samples/${id}/`)).body.options[0];
    await eventually(async () => expect((await option())?.picture.scanState).toBe('infected'));
    expect((await me.get<Refusal>(`/samples/${id}/options/A/picture/`)).body.code).toBe('file.held');
  });

  it('costs a list no statement more', async () => {
    const { id: orderId } = await house.given.order();
    for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) {
      const { id } = await document(orderId, name, pdf(name));
      // The worker of the same process has its statements counted too: it is to be done with this file.
      await eventually(async () =>
        expect(await read(id)).toMatchObject({ scanState: 'clean', thumbnailState: 'failed' }),
      );
    }
    const list = () => house.as('merchandiser').get(`/documents/?orderId=${orderId}`);
    const { statements } = await statementsDuring(list);
    expect(statements.filter((statement) => !statement.includes('pgboss.'))).toHaveLength(2);
  });

  it('leaves nothing behind once its bytes are gone', async () => {
    const me = house.as('merchandiser');
    const { id } = await house.given.sample();
    await me.upload(`/samples/${id}/attachment/`, pdf('gone'), 'gone.pdf');
    expect((await me.delete(`/samples/${id}/attachment/`)).status).toBe(204);
    const rows = () => house.query(`SELECT 1 FROM file_scans WHERE file_name = 'gone.pdf'`);
    await eventually(async () => expect(await rows()).toEqual([]));
  });

  it('is not read as a workbook', async () => {
    const answer = await house.as('merchandiser').upload<Refusal>('/imports/', EICAR, 'orders.csv');
    expect([answer.status, answer.body.code]).toEqual([422, 'file.infected']);
  });

  it('is looked at later where it came before there was a scanner', async () => {
    const me = house.as('merchandiser');
    const { id: orderId } = await house.given.order();
    const [good, bad] = [
      await document(orderId, 'old.pdf', pdf('old')),
      await document(orderId, 'older.pdf', infected(pdf('older'))),
    ];
    const { id: sampleId } = await house.given.sample({ orderId });
    await me.upload(`/samples/${sampleId}/attachment/`, infected(pdf('oldest')), 'oldest.pdf');
    const attached = async () => (await me.get<{ attachment: Stored }>(`/samples/${sampleId}/`)).body.attachment;
    await scanned(good.id, 'clean');
    await scanned(bad.id, 'infected');
    await eventually(async () => expect((await attached()).scanState).toBe('infected'));
    await house.query(`DELETE FROM file_scans WHERE file_name LIKE 'old%'`); // as if nobody had ever looked
    expect((await me.get(`/documents/${bad.id}/link/`)).status).toBe(200);
    await house.app.get(FileScans).sweep();
    await scanned(good.id, 'clean');
    await scanned(bad.id, 'infected');
    await eventually(async () => expect((await attached()).scanState).toBe('infected'));
    expect((await me.get<Refusal>(`/documents/${bad.id}/link/`)).body.code).toBe('file.held');
    expect((await me.get(`/documents/${good.id}/link/`)).status).toBe(200);
  });

  it('waits longer where the scanner is away, says so, and is looked at once it is back', async () => {
    const me = house.as('merchandiser');
    const port = Number(new URL(clamd.url).port);
    await clamd.close();
    const { id: orderId } = await house.given.order();
    const { id } = await document(orderId, 'late.pdf', pdf('late'));
    await scanned(id, 'failed');
    const refused = await me.get<Refusal>(`/documents/${id}/link/`);
    expect([refused.status, refused.body.code]).toEqual([503, 'file.not_scanned']);
    expect((await me.upload<Refusal>('/imports/', pdf(), 'orders.csv')).body.code).toBe('file.not_scanned');
    clamd = await FakeClamd.open({}, port);
    await scanned(id, 'clean');
    expect((await me.get(`/documents/${id}/link/`)).status).toBe(200);
  });
});

describe('a house that names no scanner', () => {
  it('says so of its files, and reads them', async () => {
    const other = await House.open({ MEDIA_ROOT: folder });
    try {
      const me = other.as('merchandiser');
      const { id } = await other.given.sample();
      const { body } = await me.upload<{ attachment: Stored }>(`/samples/${id}/attachment/`, infected(pdf()), 'a.pdf');
      expect(body.attachment).toMatchObject({ scanState: 'unscanned', threat: null });
      expect((await me.get(`/samples/${id}/attachment/`)).status).toBe(200);
    } finally {
      await other.close();
    }
  });
});
