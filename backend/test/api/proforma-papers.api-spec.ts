import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JOB_POLICY } from '../../src/platform/jobs/jobs';
import { ProformaMails } from '../../src/modules/financials/proforma-invoice/mail/proforma-mails.service';
import { House } from '../support/house';
import { MailServer } from '../support/mail-server';

const AT = '/financials/proforma-invoices';
const MAIL = { to: 'buying@anabia.test', subject: 'Our PI', message: 'Please find it attached.\nRina' };

interface Invoice {
  id: string;
  orderId: string;
  piNumber: string;
  status: string;
  pdf: { fileName: string; size: number } | null;
  printedAt: string | null;
  rowVersion: number;
}
interface Mail {
  id: string;
  state: string;
  fault: string | null;
}
type Refusal = Record<string, unknown> & { code: string };

const mails = new MailServer();
let folder: string;
let house: House;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'papers-'));
  house = await House.open({
    MEDIA_ROOT: folder,
    SMTP_URL: await mails.listen(),
    MAIL_FROM: 'Prova <bell@house.test>',
  });
});
beforeEach(() => (mails.received.length = 0));
afterAll(async () => {
  await house?.close();
  await mails.close();
  await rm(folder, { recursive: true });
});

const me = () => house.as('merchandiser');

async function raised(): Promise<Invoice> {
  const order = await house.given.order({ fabricType: 'সিঙ্গেল জার্সি' });
  const body = { orderId: order.id, buyer: 'অনাবিয়া লিমিটেড', paymentTerms: 'LC at sight, € at the day’s rate' };
  return (await me().post<Invoice>(`${AT}/`, body)).body;
}

const filesOf = async ({ orderId }: Invoice): Promise<string[]> =>
  readdir(join(folder, 'financials/proforma_invoices', orderId)).catch(() => []);

describe('a PI on paper', () => {
  it('is printed with embedded fonts, Bangla too, under the owner’s path', async () => {
    const invoice = await raised();
    const { status, body } = await me().post<Invoice>(`${AT}/${invoice.id}/print/`);
    expect([status, body.pdf?.fileName]).toEqual([200, `${invoice.piNumber} v1.pdf`]);
    expect(body.printedAt).not.toBeNull();
    const [file, ...others] = await filesOf(invoice);
    expect(others).toEqual([]);
    expect(file).toMatch(new RegExp(`^${invoice.piNumber.toLowerCase()}-v1-[0-9a-f-]+\\.pdf$`));
    const pdf = (await readFile(join(folder, 'financials/proforma_invoices', invoice.orderId, file!))).toString(
      'latin1',
    );
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf).toMatch(/NotoSansBengali/);
    expect(pdf).toMatch(/Roboto/);
    expect((await me().get(`${AT}/${invoice.id}/pdf/`)).status).toBe(200);
    expect((await house.eventNamesOf(invoice.id)).at(-1)).toBe('proforma_invoice.printed');
  });

  it('is of no use once the draft says something else; what was uploaded stays', async () => {
    const invoice = await raised();
    await me().post(`${AT}/${invoice.id}/print/`);
    expect((await me().patch<Invoice>(`${AT}/${invoice.id}/`, { notes: 'x' })).body).toMatchObject({
      ...{ pdf: null, printedAt: null },
    });
    await me().upload(`${AT}/${invoice.id}/pdf/`, Buffer.from('%PDF-1.7\n%%EOF'), 'ours.pdf');
    const { body } = await me().patch<Invoice>(`${AT}/${invoice.id}/`, { notes: 'y' });
    expect(body).toMatchObject({ pdf: { fileName: 'ours.pdf' }, printedAt: null });
  });

  it('is not kept where the PI was changed meanwhile, nor made of what is sent with its PDF', async () => {
    const invoice = await raised();
    expect((await me().post(`${AT}/${invoice.id}/print/`, {}, { 'If-Match': '"9"' })).status).toBe(412);
    expect(await filesOf(invoice)).toEqual([]);
    await me().post(`${AT}/${invoice.id}/print/`);
    await me().post(`${AT}/${invoice.id}/dispatch/`);
    const again = await me().post<Refusal>(`${AT}/${invoice.id}/print/`);
    expect([again.status, again.body.code]).toEqual([409, 'proforma_invoice.not_draft']);
  });

  it('is printed by several at once, each its own', async () => {
    const invoices = [await raised(), await raised(), await raised(), await raised()];
    const answers = await Promise.all(invoices.map(({ id }) => me().post<Invoice>(`${AT}/${id}/print/`)));
    expect(answers.map(({ body }) => body.pdf?.fileName)).toEqual(invoices.map(({ piNumber }) => `${piNumber} v1.pdf`));
  });

  it('is its people’s alone', async () => {
    const invoice = await raised();
    expect((await house.anonymous.post(`${AT}/${invoice.id}/print/`)).status).toBe(401);
    const other = house.as('colleague');
    expect((await other.post(`${AT}/${invoice.id}/print/`)).status).toBe(404);
    expect((await other.get(`${AT}/${invoice.id}/mails/`)).status).toBe(404);
    expect((await other.post(`${AT}/${invoice.id}/mails/`, MAIL)).status).toBe(404);
  });
});

describe('a PI by e-mail', () => {
  const deliver = (mail: Mail) => house.app.get(ProformaMails).deliver(mail.id);
  const mailsOf = async (invoice: Invoice) =>
    (await me().get<{ mails: Mail[] }>(`${AT}/${invoice.id}/mails/`)).body.mails;

  it('is printed, marked as sent and sent with its PDF, once', async () => {
    const invoice = await raised();
    const { status, body } = await me().post<Mail>(`${AT}/${invoice.id}/mails/`, MAIL);
    expect([status, body.state]).toEqual([201, 'queued']);
    expect((await me().get<Invoice>(`${AT}/${invoice.id}/`)).body).toMatchObject({
      status: 'sent',
      printedAt: expect.any(String),
    });
    await deliver(body);
    await deliver(body);
    const [received, ...more] = mails.received;
    expect(more).toEqual([]);
    expect(received).toMatchObject({ to: MAIL.to });
    expect(received?.raw).toContain(`filename="${invoice.piNumber} v1.pdf"`);
    expect(received?.raw).toContain('JVBERi0'); // %PDF- in base64
    expect(await mailsOf(invoice)).toMatchObject([
      { state: 'sent', to: MAIL.to, createdBy: { id: house.ids.merchandiser } },
    ]);
    expect((await house.eventNamesOf(invoice.id)).slice(-3)).toEqual([
      ...['proforma_invoice.printed', 'proforma_invoice.sent', 'proforma_invoice.mailed'],
    ]);
  });

  it('is tried again while the mail server is away, and says so', async () => {
    const invoice = await raised();
    const { body } = await me().post<Mail>(`${AT}/${invoice.id}/mails/`, MAIL);
    mails.isAway = true;
    await expect(deliver(body)).rejects.toThrow();
    expect(await mailsOf(invoice)).toMatchObject([{ state: 'queued', fault: 'The mail server did not take it.' }]);
    for (let tries = 1; tries <= JOB_POLICY.retryLimit; tries += 1) await deliver(body).catch(() => undefined);
    expect(await mailsOf(invoice)).toMatchObject([
      { state: 'failed', fault: expect.stringContaining('tried no more') },
    ]);
    mails.isAway = false;
    await deliver(body);
    expect(mails.received).toEqual([]);
  });

  it('is refused before its review, when it is cancelled, and to no address', async () => {
    const invoice = await raised();
    const settings = '/settings/proforma-invoices/';
    await house.as('admin').patch(settings, { reviewAbove: [{ amount: '5.00', currency: 'USD' }] });
    const unseen = await me().post<Refusal>(`${AT}/${invoice.id}/mails/`, MAIL);
    expect([unseen.status, unseen.body.code]).toEqual([409, 'proforma_invoice.review_needed']);
    await house.as('admin').patch(settings, { reviewAbove: [] });
    expect((await me().post(`${AT}/${invoice.id}/mails/`, { ...MAIL, to: 'nobody' })).status).toBe(400);
    await me().post(`${AT}/${invoice.id}/cancellation/`, { reason: 'x' });
    const cancelled = await me().post<Refusal>(`${AT}/${invoice.id}/mails/`, MAIL);
    expect([cancelled.status, cancelled.body.code]).toEqual([409, 'proforma_invoice.cancelled_not_mailed']);
    expect(await mailsOf(invoice)).toEqual([]);
  });

  it('needs a mail server', async () => {
    const without = await House.open({ MEDIA_ROOT: folder });
    const { id: orderId } = await without.given.order();
    const { body: invoice } = await without.as('merchandiser').post<Invoice>(`${AT}/`, { orderId });
    const { status, body } = await without.as('merchandiser').post<Refusal>(`${AT}/${invoice.id}/mails/`, MAIL);
    expect([status, body.code]).toEqual([422, 'mail.not_set_up']);
    await without.close();
  });
});
