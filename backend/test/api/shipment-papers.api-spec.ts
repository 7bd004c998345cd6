import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { House } from '../support/house';
import { statementsDuring } from '../support/statements';

let folder: string;
let house: House;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'papers-'));
  house = await House.open({ MEDIA_ROOT: folder });
});
afterAll(async () => {
  await house?.close();
  await rm(folder, { recursive: true });
});

const NOBODYS = '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21';
type Refusal = { code: string; errors: Record<string, string[]>; detail: string };
interface Paper {
  id: string;
  kind: string;
  state: string;
  ownerName: string | null;
  rowVersion: number;
  file: { fileName: string; contentType: string } | null;
}
interface Invoice {
  id: string;
  invoiceNumber: string;
  status: string;
  [field: string]: unknown;
}

const me = () => house.as('merchandiser');

/** A shipment of what an order of two lines asks for, with its lines said. */
async function carried(more: object = {}) {
  const order = await house.given.order({ currency: 'USD' });
  const shipment = await house.given.shipment({ orderId: order.id, mode: 'sea', load: 'fcl' });
  const lines = order.lines.map(({ id }, index) => ({
    ...{ orderLineId: id, quantity: index ? '20040' : '44640', unit: 'pieces' },
    ...more,
  }));
  await me().put(`/shipments/${shipment.id}/lines/`, { lines });
  return { ...shipment, lines };
}

async function added(shipmentId: string, ...papers: object[]): Promise<Paper[]> {
  const { status, body } = await me().post<{ papers: Paper[] }>(`/shipments/${shipmentId}/papers/`, { papers });
  expect(status).toBe(201);
  return body.papers;
}

describe('papers of a shipment', () => {
  it('are nobody’s who does not see its order', async () => {
    const theirs = await house.given.shipment({}, 'colleague');
    const made = await house
      .as('colleague')
      .post<{ papers: Paper[] }>(`/shipments/${theirs.id}/papers/`, { papers: [{ kind: 'packing_list' }] });
    const at = `/shipment-papers/${made.body.papers[0]!.id}`;
    expect((await house.anonymous.get(`/shipments/${theirs.id}/papers/`)).status).toBe(401);
    const answers = [
      await me().get(`/shipments/${theirs.id}/papers/`),
      await me().post(`/shipments/${theirs.id}/papers/`, { papers: [{ kind: 'packing_list' }] }),
      await me().post(`/shipments/${theirs.id}/packing-list/print/`),
      await me().patch(`${at}/`, { state: 'ready' }),
      await me().delete(`${at}/`),
      await me().get(`${at}/file/`),
      await me().upload(`${at}/file/`, Buffer.from('%PDF-1.7\n%%EOF'), 'bl.pdf'),
      await me().delete(`${at}/file/`),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
  });

  it('name whose work each is, and refuse a stranger and a paper without a name', async () => {
    const { id } = await house.given.shipment();
    const add = (paper: object) => me().post<Refusal>(`/shipments/${id}/papers/`, { papers: [paper] });
    const stranger = await add({ kind: 'bill_of_lading', ownerId: NOBODYS });
    expect([stranger.status, Object.keys(stranger.body.errors)]).toEqual([400, ['papers.0.ownerId']]);
    const unnamed = await add({ kind: 'other' });
    expect([unnamed.status, unnamed.body.code]).toEqual([422, 'shipment_paper.without_title']);
    const unknown = await add({ kind: 'passport', state: 'lost' });
    expect([unknown.status, Object.keys(unknown.body.errors).sort()]).toEqual([
      400,
      ['papers.0.kind', 'papers.0.state'],
    ]);
    const rina = (await me().get<{ id: string; fullName: string }>('/auth/profile/')).body;
    const [paper] = await added(id, { kind: 'bill_of_lading', ownerId: rina.id, originals: 3, copies: 2 });
    expect(paper).toMatchObject({
      ownerName: rina.fullName,
      state: 'missing',
      required: true,
      originals: 3,
      file: null,
    });
    const given = await me().patch<Paper>(`/shipment-papers/${paper!.id}/`, { ownerId: null, state: 'ready' });
    expect(given.body).toMatchObject({ ownerName: null, state: 'ready', rowVersion: 2 });
    const stale = { 'If-Match': '"1"' };
    expect((await me().patch(`/shipment-papers/${paper!.id}/`, { state: 'sent' }, stale)).status).toBe(412);
  });

  it('take a file, come back from the trash, and tell of all that', async () => {
    const { id, orderId } = await house.given.shipment();
    const [paper] = await added(id, { kind: 'certificate_of_origin' });
    const at = `/shipment-papers/${paper!.id}`;
    const sent = await me().upload<Paper>(`${at}/file/`, Buffer.from('%PDF-1.7\n%%EOF'), 'co.pdf');
    expect(sent.body).toMatchObject({ state: 'drafted', file: { fileName: 'co.pdf' } });
    expect((await me().get(`${at}/file/`)).body).toMatchObject({ fileName: 'co.pdf', contentType: 'application/pdf' });
    expect((await me().delete(`${at}/file/`)).status).toBe(204);
    expect((await me().get(`${at}/file/`)).status).toBe(404);
    expect((await me().delete(`${at}/`)).status).toBe(204);
    expect((await me().get<{ papers: Paper[] }>(`/shipments/${id}/papers/`)).body.papers).toEqual([]);
    const events = await house.eventsOf(paper!.id);
    expect(events.map(({ name }) => name)).toEqual([
      'shipment_paper.added',
      'shipment_paper.file_attached',
      'shipment_paper.file_removed',
      'shipment_paper.deleted',
    ]);
    expect(events[0]).toMatchObject({ order_id: orderId });
    expect((await me().post(`/activity/${events.at(-1)!.id}/undo/`)).status).toBe(200);
    expect((await me().get<{ papers: Paper[] }>(`/shipments/${id}/papers/`)).body.papers).toHaveLength(1);
  });
});

describe('a commercial invoice', () => {
  it('is written from what goes, at the price of the line or its own, and stands as it was', async () => {
    const { id, orderId, lines } = await carried();
    const [white, black] = lines;
    await me().put(`/shipments/${id}/lines/`, {
      lines: [white, { ...black, unitPrice: '2.4575', description: '100% COTTON T-SHIRT FABRIC, BLACK' }],
    });
    await me().patch(`/shipments/${id}/`, { incoterm: 'FCA', incotermPlace: 'Dhaka' });
    const issued = await me().post<Invoice>(`/shipments/${id}/invoices/`, { notes: 'Made in Bangladesh.' });
    expect(issued.status).toBe(201);
    expect(issued.body).toMatchObject({
      ...{ status: 'issued', amount: '158616.30', currency: 'USD', buyer: 'ANABIA', incoterm: 'FCA' },
      lines: [
        { quantity: '44640', unitPrice: '2.45', amount: '109368.00' },
        { unitPrice: '2.4575', amount: '49248.30', description: '100% COTTON T-SHIRT FABRIC, BLACK' },
      ],
      nextStatuses: ['cancelled'],
    });
    expect(issued.body.invoiceNumber).toMatch(/^CI-\d{5}$/);
    expect(await house.eventsOf(issued.body.id)).toMatchObject([
      { name: 'commercial_invoice.issued', order_id: orderId, data: { amount: '158616.30' } },
    ]);
    await me().put(`/shipments/${id}/lines/`, { lines: [{ ...white, quantity: '40000' }] });
    const { body } = await me().get<{ differences: { sentence: string }[] }>(`/shipments/${id}/cargo/`);
    const number = issued.body.invoiceNumber;
    expect(body.differences.map(({ sentence }) => sentence)).toEqual([
      `MT-2291 · White: 40,000 pcs go, ${number} asks for 44,640 pcs.`,
      `${number} has a line that does not go.`,
    ]);
    expect((await me().get<Invoice>(`/commercial-invoices/${issued.body.id}/`)).body).toEqual(issued.body);
  });

  it('takes the price of the PI that the buyer confirmed, in its unit and currency, and says so', async () => {
    const { id, orderId, lines } = await carried();
    const raised = await me().post<{ id: string; piNumber: string; lines: object[] }>(
      '/financials/proforma-invoices/',
      { orderId, lines: [{ orderLineId: lines[0]!.orderLineId, price: '2.39' }] },
    );
    const at = `/financials/proforma-invoices/${raised.body.id}`;
    type Priced = { lines: { price: string; priceFrom: string; pricedBy: object | null }[] };
    const cargo = async () => (await me().get<Priced>(`/shipments/${id}/cargo/`)).body.lines;
    await me().post(`${at}/dispatch/`);
    expect((await cargo())[0]).toMatchObject({ price: '2.45', priceFrom: 'order_line', pricedBy: null });
    await house.as('manager').post(`${at}/confirmation/`);
    const { piNumber } = raised.body;
    expect(await cargo()).toMatchObject([
      { price: '2.39', priceFrom: 'proforma_invoice', pricedBy: { proformaInvoiceId: raised.body.id, piNumber } },
      { price: '2.45', priceFrom: 'order_line', pricedBy: null },
    ]);
    const issued = await me().post<Invoice>(`/shipments/${id}/invoices/`);
    expect(issued.body).toMatchObject({
      amount: '155787.60',
      lines: [
        { unitPrice: '2.39', amount: '106689.60', priceFrom: 'proforma_invoice', piNumber },
        { unitPrice: '2.45', priceFrom: 'order_line', piNumber: null },
      ],
    });
    await me().put(`/shipments/${id}/lines/`, { lines: [{ ...lines[0], unitPrice: '2.4' }] });
    expect(await cargo()).toMatchObject([{ price: '2.40', priceFrom: 'own', pricedBy: null }]);
  });

  it('counts no price of one unit for a line that goes in another', async () => {
    const { id, lines } = await carried();
    await me().put(`/shipments/${id}/lines/`, { lines: [{ ...lines[0], unit: 'kg' }] });
    const refused = await me().post<Refusal>(`/shipments/${id}/invoices/`);
    expect([refused.status, refused.body.code]).toEqual([422, 'commercial_invoice.lines_unpriced']);
    expect(refused.body.detail).toContain('MT-2291 · White (per kg)');
    await me().put(`/shipments/${id}/lines/`, { lines: [{ ...lines[0], unit: 'kg', unitPrice: '9.8' }] });
    expect((await me().post<Invoice>(`/shipments/${id}/invoices/`)).body).toMatchObject({ amount: '437472.00' });
  });

  it('begins and ends with what the house’s settings say of it, as they stood then', async () => {
    const said = { seller: 'Prova Fashion Ltd\nUttara, Dhaka', bankName: 'Eastern Bank', bankBic: 'EBLDBDDH' };
    const tell = (terms: object) => house.as('admin').patch('/settings/proforma-invoices/', { terms });
    await tell(said);
    const { id } = await carried();
    const issued = await me().post<Invoice>(`/shipments/${id}/invoices/`);
    expect(issued.body).toMatchObject({ ...said, bankAccount: null });
    await tell({ seller: null, bankName: null, bankBic: null });
    expect((await me().get(`/commercial-invoices/${issued.body.id}/`)).body).toMatchObject(said);
  });

  it('stays in the books of the house when its order is purged', async () => {
    const { id, orderId } = await carried();
    const issued = await me().post<Invoice>(`/shipments/${id}/invoices/`);
    const at = `/commercial-invoices/${issued.body.id}`;
    await house.query('DELETE FROM orders WHERE id = $1', [orderId]); // as the purge does
    const kept = await house.as('manager').get<Invoice>(`${at}/`);
    expect([kept.status, kept.body]).toEqual([
      200,
      {
        ...issued.body,
        shipmentId: null,
        lines: (issued.body['lines'] as object[]).map((line) => ({ ...line, orderLineId: null })),
      },
    ]);
    expect((await me().get(`${at}/`)).status).toBe(404);
    const printed = await house.as('manager').post<Refusal>(`${at}/print/`);
    expect([printed.status, printed.body.code]).toEqual([409, 'commercial_invoice.without_shipment']);
    const cancelled = await house.as('manager').post(`${at}/cancellation/`, { reason: 'Never paid.' });
    expect(cancelled.body).toMatchObject({ status: 'cancelled' });
    expect(await house.eventNamesOf(issued.body.id)).toContain('commercial_invoice.cancelled');
  });

  it('stands alone, is cancelled with a reason, and its number never comes again', async () => {
    const { id } = await carried();
    const first = await me().post<Invoice>(`/shipments/${id}/invoices/`);
    const second = await me().post<Refusal>(`/shipments/${id}/invoices/`);
    expect([second.status, second.body.code]).toEqual([409, 'commercial_invoice.stands']);
    const deleted = await me().delete<Refusal>(`/shipments/${id}/`);
    expect([deleted.status, deleted.body.code]).toEqual([409, 'shipment.invoiced']);
    const at = `/commercial-invoices/${first.body.id}/cancellation/`;
    expect((await me().post(at)).status).toBe(400);
    const cancelled = await me().post<Invoice>(at, { reason: 'Another description was asked for.' });
    expect(cancelled.body).toMatchObject({ status: 'cancelled', cancelReason: 'Another description was asked for.' });
    expect((await me().post(at, { reason: 'Again.' })).status).toBe(409);
    const next = await me().post<Invoice>(`/shipments/${id}/invoices/`);
    const numberOf = ({ invoiceNumber }: Invoice) => Number(invoiceNumber.slice(3));
    expect(numberOf(next.body)).toBe(numberOf(first.body) + 1);
    const { body } = await me().get<{ invoices: Invoice[] }>(`/shipments/${id}/invoices/`);
    expect(body.invoices.map(({ status }) => status)).toEqual(['issued', 'cancelled']);
  });

  it('has two numbers when two are issued at once, and one for one shipment', async () => {
    const [one, other] = [await carried(), await carried()];
    const answers = await Promise.all(
      [one, other, one].map(({ id }) => me().post<Invoice>(`/shipments/${id}/invoices/`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409]);
    const numbers = answers.filter(({ status }) => status === 201).map(({ body }) => body.invoiceNumber);
    expect(new Set(numbers).size).toBe(2);
  });

  it('is refused for nothing, without prices, in two currencies, on a day to come, and to strangers', async () => {
    const empty = await house.given.shipment();
    const nothing = await me().post<Refusal>(`/shipments/${empty.id}/invoices/`);
    expect([nothing.status, nothing.body.code]).toEqual([422, 'commercial_invoice.nothing_to_invoice']);
    const unpriced = await carried();
    await house.query(`UPDATE order_lines SET prova_price = NULL WHERE order_id = $1 AND color_name = 'Black'`, [
      unpriced.orderId,
    ]);
    const priceless = await me().post<Refusal>(`/shipments/${unpriced.id}/invoices/`);
    expect([priceless.status, priceless.body.code]).toEqual([422, 'commercial_invoice.lines_unpriced']);
    expect(priceless.body.detail).toContain('MT-2291 · Black');
    const mixed = await carried();
    await house.query(`UPDATE order_lines SET currency = 'EUR' WHERE order_id = $1 AND color_name = 'Black'`, [
      mixed.orderId,
    ]);
    expect((await me().post<Refusal>(`/shipments/${mixed.id}/invoices/`)).body.code).toBe(
      'commercial_invoice.several_currencies',
    );
    const { id } = await carried();
    const late = await me().post<Refusal>(`/shipments/${id}/invoices/`, { issueDate: '2199-01-01' });
    expect([late.status, Object.keys(late.body.errors)]).toEqual([400, ['issueDate']]);
    const free = await carried({ unitPrice: '0' });
    expect((await me().post<Refusal>(`/shipments/${free.id}/invoices/`)).status).toBe(422);
    const theirs = await house.given.shipment({}, 'colleague');
    expect((await me().post(`/shipments/${theirs.id}/invoices/`)).status).toBe(404);
    expect((await me().get(`/shipments/${theirs.id}/invoices/`)).status).toBe(404);
    const issued = await me().post<Invoice>(`/shipments/${(await carried()).id}/invoices/`);
    for (const path of ['', 'cancellation/', 'print/'])
      expect(
        (path
          ? await house.as('colleague').post(`/commercial-invoices/${issued.body.id}/${path}`, { reason: 'mine' })
          : await house.as('colleague').get(`/commercial-invoices/${issued.body.id}/`)
        ).status,
      ).toBe(404);
  });

  it('is read in as many statements however many lines it has', async () => {
    const { id } = await carried();
    const issued = await me().post<Invoice>(`/shipments/${id}/invoices/`);
    await added(
      id,
      { kind: 'packing_list' },
      { kind: 'bill_of_lading' },
      { kind: 'other', title: 'Ship’s certificate' },
    );
    const count = async (path: string) => (await statementsDuring(() => me().get(path))).statements.length;
    expect([
      await count(`/commercial-invoices/${issued.body.id}/`),
      await count(`/shipments/${id}/invoices/`),
      await count(`/shipments/${id}/papers/`),
      await count(`/shipments/${id}/cargo/`),
    ]).toEqual([1, 2, 2, 5]);
  });
});

describe('commercial invoices over all shipments', () => {
  interface Listed {
    count: number;
    results: Invoice[];
  }
  const totals = async (query: string, by = me()) =>
    (await by.get<{ totals: object[] }>(`/commercial-invoices/totals/${query}`)).body.totals;

  it('are listed, filtered and added up per currency; those of others are not', async () => {
    const mine = await carried({ unitPrice: '2' });
    const euro = await carried({ unitPrice: '1' });
    await house.query(`UPDATE order_lines SET currency = 'EUR' WHERE order_id = $1`, [euro.orderId]);
    const first = await me().post<Invoice>(`/shipments/${mine.id}/invoices/`);
    await me().post(`/commercial-invoices/${first.body.id}/cancellation/`, { reason: 'Other words.' });
    const second = await me().post<Invoice>(`/shipments/${mine.id}/invoices/`);
    await me().post(`/shipments/${euro.id}/invoices/`);
    const of = `?orderId=${mine.orderId}&orderId=${euro.orderId}`;
    const list = (query: string, by = me()) => by.get<Listed>(`/commercial-invoices/${query}`);

    const { status, body } = await list(`${of}&status=issued&ordering=-amount`);
    expect([status, body.count]).toEqual([200, 2]);
    expect(body.results[0]).toMatchObject({
      ...{ id: second.body.id, shipmentId: mine.id, awbNumber: '176-12345675', status: 'issued' },
      ...{ amount: '129360.00', currency: 'USD' },
    });
    expect(await totals(of)).toEqual([
      { currency: 'EUR', invoices: 1, amount: '64680.00', cancelled: 0 },
      { currency: 'USD', invoices: 1, amount: '129360.00', cancelled: 1 },
    ]);
    expect(await totals(`${of}&currency=EUR`)).toHaveLength(1);
    expect((await list(`?search=${String(first.body.invoiceNumber).toLowerCase()}`)).body.results).toMatchObject([
      { id: first.body.id, status: 'cancelled', cancelReason: 'Other words.' },
    ]);
    const order = await me().get<{ orderNumber: string }>(`/orders/${euro.orderId}/`);
    expect((await list(`?search=${order.body.orderNumber}`)).body.count).toBe(1);

    const colleague = house.as('colleague');
    expect([(await list(of, colleague)).body.count, await totals(of, colleague)]).toEqual([0, []]);
    expect((await list(of, house.as('manager'))).body.count).toBe(3);
    expect((await house.anonymous.get('/commercial-invoices/')).status).toBe(401);
    const unknown = await me().get<Refusal>('/commercial-invoices/?currency=EURO&stat=issued');
    expect([unknown.status, Object.keys(unknown.body.errors).sort()]).toEqual([400, ['currency', 'stat']]);
    const count = async (path: string) => (await statementsDuring(() => me().get(path))).statements.length;
    expect([await count('/commercial-invoices/'), await count('/commercial-invoices/totals/')]).toEqual([2, 1]);
  });
});

describe('papers that the house prints', () => {
  it('are PDFs, each in its place among the papers', async () => {
    const { id, lines } = await carried();
    const nothing = await me().post<Refusal>(`/shipments/${id}/packing-list/print/`);
    expect([nothing.status, nothing.body.code]).toEqual([422, 'shipment.nothing_packed']);
    const contents = [{ orderLineId: lines[0]!.orderLineId, quantity: '100' }];
    await me().put(`/shipments/${id}/packing-list/`, {
      packages: [{ kind: 'carton', firstNumber: 1, lastNumber: 446, contents, netKg: '18', grossKg: '19' }],
    });
    const [place] = await added(id, { kind: 'packing_list' });
    const list = await me().post<Paper>(`/shipments/${id}/packing-list/print/`);
    expect(list.body).toMatchObject({
      ...{ id: place!.id, state: 'drafted' },
      file: { fileName: 'Packing-list_176-12345675.pdf', contentType: 'application/pdf' },
    });
    const issued = await me().post<Invoice>(`/shipments/${id}/invoices/`);
    const printed = await me().post<Paper>(`/commercial-invoices/${issued.body.id}/print/`);
    expect(printed.body).toMatchObject({
      kind: 'commercial_invoice',
      file: { fileName: `${issued.body.invoiceNumber}.pdf` },
    });
    const [kept] = await house.query<{ file: string }>('SELECT file FROM shipment_papers WHERE id = $1', [
      printed.body.id,
    ]);
    expect(kept?.file).toMatch(/^shipments\/docs\//);
    await house.query('DELETE FROM shipment_papers WHERE id = $1', [printed.body.id]);
    const jobs = await house.query(`SELECT 1 FROM pgboss.job WHERE data::text LIKE '%' || $1 || '%'`, [kept?.file]);
    expect(jobs).toHaveLength(1); // its bytes go with its row
  }, 60_000);
});
