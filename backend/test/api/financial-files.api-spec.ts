import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import { House, type Person } from '../support/house';

let house: House;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'financial-files-'));
  house = await House.open({ MEDIA_ROOT: folder });
});
afterAll(async () => {
  await house?.close();
  await rm(folder, { recursive: true, force: true });
});

const PIS = '/financials/proforma-invoices';
const LCS = '/financials/letters-of-credit';
const pdf = (text: string) => Buffer.from(`%PDF-1.7\n% ${text}\n%%EOF`);

interface Paper {
  id: string;
  orderId: string;
  piNumber: string;
  version: number;
  rowVersion: number;
}
interface Link {
  url: string;
  fileName: string;
  expiresAt: string;
}

const invoiceOf = async (by: Person = 'merchandiser', orderId?: string): Promise<Paper> => {
  const order = orderId ?? (await house.given.order({}, by)).id;
  return (await house.as(by).post<Paper>(`${PIS}/`, { orderId: order })).body;
};
const creditOf = async (by: Person = 'merchandiser'): Promise<Paper> => {
  const { id: orderId } = await house.given.order({}, by);
  const terms = { orderId, amount: '5', issueDate: '2026-11-21', expiryDate: '2027-01-20' };
  return (await house.as(by).post<Paper>(`${LCS}/`, terms)).body;
};
const bytesOf = async (path: string): Promise<string> => {
  const link = await house.as('merchandiser').get<Link>(path);
  const answer = await supertest(house.app.getHttpServer()).get(link.body.url).responseType('blob');
  expect(answer.status).toBe(200);
  return (answer.body as Buffer).toString();
};
const filesIn = async (prefix: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true })).filter((name) => name.startsWith(prefix) && /\.\w+$/.test(name));

describe('the PDF of a PI', () => {
  it('is for who sees the PI', async () => {
    const invoice = await invoiceOf('colleague');
    const path = `${PIS}/${invoice.id}/pdf/`;
    expect((await house.anonymous.upload(path, pdf('x'), 'x.pdf')).status).toBe(401);
    expect((await house.as('merchandiser').upload(path, pdf('x'), 'x.pdf')).status).toBe(404);
    expect((await house.as('merchandiser').get(path)).status).toBe(404);
    expect(await filesIn(`financials/proforma_invoices/${invoice.orderId}`)).toEqual([]);
  });

  it('is a PDF by its bytes, not by its name, and nothing else', async () => {
    const invoice = await invoiceOf();
    const path = `${PIS}/${invoice.id}/pdf/`;
    const me = house.as('merchandiser');
    const posing = await me.upload(path, Buffer.from('<html>'), 'invoice.pdf');
    expect([posing.status, posing.body['code']]).toEqual([422, 'file.type_refused']);
    const huge = await me.upload(path, Buffer.concat([pdf('x'), Buffer.alloc(10 * 1024 * 1024)]), 'invoice.pdf');
    expect([huge.status, huge.body['code']]).toEqual([413, 'file.too_large']);
    expect((await me.get(path)).body).toMatchObject({ code: 'file.none_yet' });
  });

  it('is kept under the order, the number and the version, and read by a link', async () => {
    const invoice = await invoiceOf();
    const path = `${PIS}/${invoice.id}/pdf/`;
    const me = house.as('merchandiser');
    const { status, body } = await me.upload<Record<string, unknown>>(path, pdf('first'), 'Proforma März.pdf');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      pdf: { fileName: 'Proforma März.pdf', contentType: 'application/pdf', size: pdf('first').length },
      rowVersion: 2,
    });
    const link = await me.get<Link>(path);
    expect(link.body.fileName).toBe('Proforma März.pdf');
    expect(await bytesOf(path)).toBe(pdf('first').toString());
    const [file, ...others] = await filesIn(`financials/proforma_invoices/${invoice.orderId}`);
    expect(others).toEqual([]);
    expect(file).toMatch(new RegExp(`/${invoice.piNumber.toLowerCase()}-v1-[0-9a-f-]{36}\\.pdf$`));
    const event = (await house.eventsOf(invoice.id)).at(-1);
    expect(event).toMatchObject({
      name: 'proforma_invoice.pdf_added',
      order_id: invoice.orderId,
      data: { before: { pdf: null }, after: { pdf: { fileName: 'Proforma März.pdf' } }, piNumber: invoice.piNumber },
    });
    expect(JSON.stringify(event)).not.toContain(file); // where its bytes lie is nobody's to read
  });

  it('stays with its PI when a new version is raised (fault 18)', async () => {
    const first = await invoiceOf();
    const me = house.as('merchandiser');
    await me.upload(`${PIS}/${first.id}/pdf/`, pdf('first'), 'v1.pdf');
    const second = await me.post<Paper>(`${PIS}/`, { orderId: first.orderId, replacesId: first.id });
    expect(second.body).toMatchObject({ version: 2, pdf: null });
    await me.upload(`${PIS}/${second.body.id}/pdf/`, pdf('second'), 'v2.pdf');
    expect(await bytesOf(`${PIS}/${first.id}/pdf/`)).toBe(pdf('first').toString());
    expect(await bytesOf(`${PIS}/${second.body.id}/pdf/`)).toBe(pdf('second').toString());
  });

  it('is renewed while the PI is a draft, and is final once it was sent', async () => {
    const invoice = await invoiceOf();
    const path = `${PIS}/${invoice.id}/pdf/`;
    const me = house.as('merchandiser');
    await me.post(`${PIS}/${invoice.id}/dispatch/`);
    expect((await me.upload(path, pdf('late'), 'late.pdf')).status).toBe(200);
    const again = await me.upload(path, pdf('again'), 'again.pdf');
    expect([again.status, again.body['code']]).toEqual([409, 'proforma_invoice.not_draft']);
    expect(await bytesOf(path)).toBe(pdf('late').toString());
    const draft = await invoiceOf();
    await me.upload(`${PIS}/${draft.id}/pdf/`, pdf('one'), 'one.pdf');
    await me.upload(`${PIS}/${draft.id}/pdf/`, pdf('two'), 'two.pdf');
    expect(await bytesOf(`${PIS}/${draft.id}/pdf/`)).toBe(pdf('two').toString());
  });
});

describe('the document of an LC', () => {
  it('is for who sees the LC, and may be a scan or the text of the bank', async () => {
    const theirs = await creditOf('colleague');
    const me = house.as('merchandiser');
    expect((await me.upload(`${LCS}/${theirs.id}/document/`, pdf('x'), 'x.pdf')).status).toBe(404);
    const credit = await creditOf();
    const path = `${LCS}/${credit.id}/document/`;
    const swift = ':20:EXLC-2026-0417\n:31D:270120LONDON\n';
    const { status, body } = await me.upload(path, Buffer.from(swift), 'mt700.txt');
    expect(status).toBe(200);
    expect(body).toMatchObject({ document: { fileName: 'mt700.txt', contentType: 'text/plain' } });
    expect(await bytesOf(path)).toBe(swift);
    expect((await house.eventNamesOf(credit.id)).at(-1)).toBe('letter_of_credit.document_added');
  });

  it('stays as the manager saw it when confirming', async () => {
    const credit = await creditOf();
    const path = `${LCS}/${credit.id}/document/`;
    const me = house.as('merchandiser');
    await me.upload(path, pdf('read by the manager'), 'lc.pdf');
    await me.post(`${LCS}/${credit.id}/issuance/`);
    await house.as('manager').post(`${LCS}/${credit.id}/confirmation/`);
    const swapped = await me.upload(path, pdf('another'), 'lc.pdf');
    expect([swapped.status, swapped.body['code']]).toEqual([403, 'letter_of_credit.confirmed']);
    expect(await bytesOf(path)).toBe(pdf('read by the manager').toString());
  });
});
