import { House, type Person } from '../support/house';
import { statementsDuring } from '../support/statements';
import { Undoings } from '../support/undoing';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const CREDITS = '/financials/letters-of-credit';
const me = () => house.as('merchandiser');

interface Presentation {
  credits: { id: string; lcNumber: string }[];
  credit: { id: string; lcNumber: string } | null;
  presentation: { letterOfCreditId: string; presentOn: string | null; isClean: boolean; rowVersion: number } | null;
  findings: { key: string; rule: string; article: string; credit: string; ours: string; waiver: object | null }[];
  discrepancies: number;
  unlisted: number;
  code?: string;
  errors?: Record<string, string[]>;
}

let number = 0;

const mt700 = (lcNumber: string) => `{4:
:27:1/1
:40A:IRREVOCABLE
:20:${lcNumber}
:31C:251001
:40E:UCP LATEST VERSION
:31D:301231BANGLADESH
:50:ANABIA
LONDON
:59:PROVA FASHION LTD
DHAKA, BANGLADESH
:32B:USD158466,00
:41D:ANY BANK BY NEGOTIATION
:43P:ALLOWED
:44E:CHATTOGRAM, BANGLADESH
:44C:301231
:45A:+64,680 PCS OF SINGLE JERSEY AT USD 2.45/PC
:46A:+SIGNED COMMERCIAL INVOICE IN 3 ORIGINALS
+PACKING LIST IN 2 ORIGINALS
+FULL SET OF CLEAN ON BOARD BILLS OF LADING
+BENEFICIARY STATEMENT THAT ONE SET OF SAMPLES WAS SENT
:48:21
:49:WITHOUT
-}`;

/** An order with an LC that was read from the bank's text, and its goods on a ship that has not left. */
async function shipped(by: Person = 'merchandiser') {
  const order = await house.given.order({ currency: 'USD' }, by);
  const shipment = await house.given.shipment(
    { orderId: order.id, mode: 'sea', load: 'fcl', portOfLoadingName: 'Chittagong' },
    by,
  );
  const lines = order.lines.map(({ id }, index) => ({
    ...{ orderLineId: id, quantity: index ? '20040' : '44640', unit: 'pieces', unitPrice: '2.45' },
  }));
  expect((await house.as(by).put(`/shipments/${shipment.id}/lines/`, { lines })).status).toBe(200);
  const lcNumber = `PF-${++number}`;
  const credit = await house.as(by).post<{ id: string }>(`${CREDITS}/`, {
    ...{ orderId: order.id, lcNumber, amount: '158466', currency: 'USD', text: mt700(lcNumber) },
    ...{ issueDate: '2025-10-01', expiryDate: '2030-12-31', latestShipmentDate: '2030-12-31' },
  });
  return { order, at: `/shipments/${shipment.id}/presentation/`, shipmentId: shipment.id, creditId: credit.body.id };
}

const begun = async () => {
  const given = await shipped();
  const { body } = await me().post<Presentation>(given.at, { letterOfCreditId: given.creditId });
  return { ...given, body };
};
const rulesOf = ({ findings }: Presentation) => findings.map(({ rule }) => rule);

describe('the documents of a shipment', () => {
  it("are held against the LC for who sees the shipment, and not another's", async () => {
    const { at, creditId } = await shipped('colleague');
    expect((await house.anonymous.get(at)).status).toBe(401);
    for (const asked of [
      me().get(at),
      me().post(at, { letterOfCreditId: creditId }),
      me().patch(at, { isClean: false }),
      me().post(`${at}waivers/`, { key: 'k', reason: 'Fine.' }),
    ])
      expect((await asked).status).toBe(404);
    expect((await house.as('manager').get<Presentation>(at)).body.credit?.id).toBe(creditId);
  });

  it('have no LC to be held against where none pays for the order', async () => {
    const { id } = await house.given.shipment();
    const { body } = await me().get<Presentation>(`/shipments/${id}/presentation/`);
    expect(body).toEqual({
      credits: [],
      credit: null,
      presentation: null,
      findings: [],
      discrepancies: 0,
      unlisted: 0,
    });
  });

  it('are presented under an LC of the order, which brings its papers on the list, in its words', async () => {
    const { at, creditId, shipmentId } = await shipped();
    const other = await shipped();
    const before = await me().get<Presentation>(at);
    expect(before.body).toMatchObject({ credit: { id: creditId }, presentation: null, discrepancies: 4, unlisted: 4 });
    const wrong = await me().post<Presentation>(at, { letterOfCreditId: other.creditId });
    expect([wrong.status, Object.keys(wrong.body.errors ?? {})]).toEqual([400, ['letterOfCreditId']]);
    expect((await me().patch<Presentation>(at, { isClean: false })).body.code).toBe('presentation.not_begun');

    const { status, body } = await me().post<Presentation>(at, { letterOfCreditId: creditId });
    expect(status).toBe(201);
    expect(body).toMatchObject({ presentation: { letterOfCreditId: creditId, isClean: true }, unlisted: 0 });
    const { papers } = (await me().get<{ papers: object[] }>(`/shipments/${shipmentId}/papers/`)).body;
    expect(papers).toEqual([
      expect.objectContaining({ kind: 'commercial_invoice', state: 'missing', originals: 3, copies: 0 }),
      expect.objectContaining({ kind: 'packing_list', originals: 2, wording: 'PACKING LIST IN 2 ORIGINALS' }),
      expect.objectContaining({ kind: 'bill_of_lading', originals: 3 }),
      expect.objectContaining({ kind: 'beneficiary_certificate', originals: 1 }),
    ]);
    expect((await me().post<Presentation>(at, { letterOfCreditId: creditId })).body.code).toBe(
      'presentation.already_begun',
    );
    const [event] = await house.eventsOf((body.presentation as unknown as { id: string }).id);
    expect(event).toMatchObject({ name: 'presentation.begun', data: { lcNumber: before.body.credit?.lcNumber } });
  });

  it('are in order once all of them are there and the invoice says what the LC says', async () => {
    const { at, shipmentId, body } = await begun();
    expect(rulesOf(body)).toEqual(['paper.missing', 'paper.missing', 'paper.missing', 'paper.missing']);
    const { papers } = (await me().get<{ papers: { id: string }[] }>(`/shipments/${shipmentId}/papers/`)).body;
    for (const { id } of papers) await me().patch(`/shipment-papers/${id}/`, { state: 'ready' });
    expect((await me().post(`/shipments/${shipmentId}/invoices/`)).status).toBe(201);
    expect((await me().get<Presentation>(at)).body).toMatchObject({ findings: [], discrepancies: 0 });

    const { body: standing } = await me().get<{ invoices: { id: string }[] }>(`/shipments/${shipmentId}/invoices/`);
    await me().post(`/commercial-invoices/${standing.invoices[0]!.id}/cancellation/`, { reason: 'Other words.' });
    const { body: cargo } = await me().get<{ lines: { orderLineId: string; quantity: string; unit: string }[] }>(
      `/shipments/${shipmentId}/cargo/`,
    );
    const lines = cargo.lines.map(({ orderLineId, quantity, unit }) => ({
      ...{ orderLineId, quantity, unit, unitPrice: '2.45', description: 'Interlock, black' },
    }));
    await me().put(`/shipments/${shipmentId}/lines/`, { lines });
    await me().post(`/shipments/${shipmentId}/invoices/`);
    const [words] = (await me().get<Presentation>(at)).body.findings;
    expect(words).toMatchObject({ rule: 'invoice.words', article: 'art. 18(c), field 45A', ours: 'Interlock, black' });
    await me().patch(`${at}`, { isTranshipped: true });

    await me().patch(`/shipments/${shipmentId}/`, { portOfLoadingName: 'Mongla' });
    await me().patch(`/shipment-papers/${papers[1]!.id}/`, { originals: 1 });
    const found = (await me().get<Presentation>(at)).body;
    expect(found.findings.map(({ rule, article }) => [rule, article])).toEqual([
      ['transport.loading', 'art. 20(a)(iii), field 44E'],
      ['paper.copies', 'art. 17, field 46A'],
      ['invoice.words', 'art. 18(c), field 45A'],
    ]);
  });

  it('have what stands in no list: days, a clause, an insurance; half of an insurance is none', async () => {
    const { at, creditId, body } = await begun();
    const half = await me().patch<Presentation>(at, { insuredAmount: '1000' });
    expect([half.status, half.body.code]).toEqual([422, 'presentation.not_insured']);
    const { status, body: changed } = await me().patch<Presentation>(
      at,
      {
        isClean: false,
        isTranshipped: true,
        presentOn: '2031-02-01',
        insuredAmount: '1000',
        insuredCurrency: 'EUR',
        insuredOn: '2026-01-01',
      },
      { 'If-Match': `"${body.presentation!.rowVersion}"` },
    );
    expect(status).toBe(200);
    expect(rulesOf(changed)).toEqual(
      expect.arrayContaining(['transport.clean', 'presented.expired', 'insurance.currency']),
    );
    const stale = await me().patch(at, { isClean: true }, { 'If-Match': `"${body.presentation!.rowVersion}"` });
    expect(stale.status).toBe(412);
    const undoings = new Undoings(() => house);
    await undoings.undone(await undoings.lastEventOf((changed.presentation as unknown as { id: string }).id));
    expect((await me().get<Presentation>(at)).body.presentation).toMatchObject({
      ...{ letterOfCreditId: creditId, isClean: true, isTranshipped: false, presentOn: null, insuredAmount: null },
    });
  });

  it('may have a finding that stands, for a reason, of this LC alone', async () => {
    const { at, creditId, body } = await begun();
    const { key } = body.findings[0]!;
    const waived = await me().post<Presentation>(`${at}waivers/`, { key, reason: 'The buyer waived it by mail.' });
    expect(waived.body).toMatchObject({ discrepancies: 3 });
    expect(waived.body.findings.at(-1)?.waiver).toMatchObject({ reason: 'The buyer waived it by mail.' });
    const { id } = waived.body.findings.at(-1)!.waiver as { id: string };
    expect((await me().delete(`${CREDITS}/${creditId}/findings/waivers/${id}/`)).status).toBe(204);
    expect((await me().get<Presentation>(at)).body.discrepancies).toBe(4);
  });

  it("that carries another's order too are a manager's, under an LC that pays for both", async () => {
    const { at, creditId, shipmentId } = await shipped();
    const theirs = await house.given.order({ currency: 'USD' }, 'colleague');
    const manager = house.as('manager');
    await house.query('INSERT INTO shipment_orders (shipment_id, order_id) VALUES ($1, $2)', [shipmentId, theirs.id]);
    expect((await me().get(at)).status).toBe(403);
    expect((await manager.get<Presentation>(at)).body.credits).toEqual([]);
    await manager.post(`${CREDITS}/${creditId}/orders/`, { orderId: theirs.id });
    expect((await manager.get<Presentation>(at)).body.credit?.id).toBe(creditId);
  });

  it('are read in eight statements', async () => {
    const { at } = await begun();
    const { statements } = await statementsDuring(() => me().get(at));
    expect(statements).toHaveLength(8);
  });
});
