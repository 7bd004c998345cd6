import { CheckKeeper } from '../../src/modules/presentation/checks/check-keeper';
import { EventDelivery } from '../../src/platform/events/event-delivery';
import type { GivenOrder } from '../support/given';
import { House, type Person } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const AT = '/financials/letters-of-credit';

interface Findings {
  findings: {
    key: string;
    rule: string;
    severity: string;
    article: string;
    credit: string;
    ours: string;
    from: string;
    waiver: { id: string; reason: string; waivedBy: string } | null;
  }[];
  discrepancies: number;
  risks: number;
  amendmentRequest: string | null;
}

let number = 0;

const mt700 = (lcNumber: string, goods: string) => `{4:
:27:1/1
:40A:IRREVOCABLE
:20:${lcNumber}
:31C:261101
:40E:UCP LATEST VERSION
:31D:270131BANGLADESH
:50:ANABIA
LONDON
:59:PROVA FASHION LTD
DHAKA, BANGLADESH
:32B:USD158466,00
:41D:ANY BANK BY NEGOTIATION
:43P:ALLOWED
:44C:270110
:45A:+${goods}
:46A:+SIGNED COMMERCIAL INVOICE IN TRIPLICATE
+PACKING LIST
:48:21
:49:WITHOUT
-}`;

/** An LC read from an MT700, of an order of `by`. */
async function recorded(order: GivenOrder, goods: string, by: Person = 'merchandiser'): Promise<string> {
  const lcNumber = `FN-${++number}`;
  const { status, body } = await house.as(by).post<{ id: string }>(`${AT}/`, {
    ...{ orderId: order.id, lcNumber, amount: '158466', currency: 'USD' },
    ...{ issueDate: '2026-11-01', expiryDate: '2027-01-31', latestShipmentDate: '2027-01-10' },
    text: mt700(lcNumber, goods),
  });
  expect(status).toBe(201);
  return body.id;
}

const AGREED = '64,680 PCS OF SINGLE JERSEY, STYLE NO. MT-2291, AT USD 2.45/PC';
const read = async (id: string, by: Person = 'merchandiser') =>
  (await house.as(by).get<Findings>(`${AT}/${id}/findings/`)).body;
const rulesOf = ({ findings }: Findings) => findings.map(({ rule }) => rule);

describe('the findings of an LC', () => {
  it("are for who is signed in, and not of another's LC", async () => {
    const id = await recorded(await house.given.order({}, 'colleague'), AGREED, 'colleague');
    expect((await house.anonymous.get(`${AT}/${id}/findings/`)).status).toBe(401);
    expect((await house.as('merchandiser').get(`${AT}/${id}/findings/`)).status).toBe(404);
    expect((await house.as('manager').get(`${AT}/${id}/findings/`)).status).toBe(200);
  });

  it('are none where it agrees with its order, and with its PI', async () => {
    const order = await house.given.order();
    const id = await recorded(order, AGREED);
    const clean = { findings: [], discrepancies: 0, risks: 0, amendmentRequest: null };
    expect(await read(id)).toEqual(clean);
    const me = house.as('merchandiser');
    const pi = await me.post<{ id: string }>('/financials/proforma-invoices/', { orderId: order.id });
    await me.post(`${AT}/${id}/proforma-invoices/`, { proformaInvoiceId: pi.body.id });
    expect(await read(id)).toEqual(clean);
  });

  it('tell what differs, each with its article and both sides, and draft the request', async () => {
    const order = await house.given.order();
    const id = await recorded(order, '60,000 PCS OF SINGLE JERSEY, STYLE NO. MT-2219, AT USD 2.54/PC');
    const found = await read(id);
    expect(rulesOf(found).sort()).toEqual(['goods.style', 'price.differs', 'quantity.short']);
    expect(found.findings.find(({ rule }) => rule === 'quantity.short')).toMatchObject({
      ...{ severity: 'discrepancy', article: 'art. 30(b), field 45A', credit: '60,000 pcs' },
      ...{ ours: '64,680 pcs', from: order.orderNumber },
    });
    expect(found.discrepancies).toBe(3);
    expect(found.amendmentRequest).toContain('quantity to read 64,680 pcs instead of 60,000 pcs');
  });

  it('hold it against the PIs alone once they name its goods', async () => {
    const order = await house.given.order();
    const me = house.as('merchandiser');
    const id = await recorded(order, AGREED);
    const pi = await me.post<{ id: string; piNumber: string }>('/financials/proforma-invoices/', {
      orderId: order.id,
      lines: [{ orderLineId: order.lines[0]!.id }],
    });
    await me.post(`${AT}/${id}/proforma-invoices/`, { proformaInvoiceId: pi.body.id });
    const { findings } = await read(id);
    expect(findings.map(({ rule, ours, from }) => [rule, ours, from])).toEqual([
      ['quantity.more', '44,640 pcs', pi.body.piNumber],
      ['amount.more', 'USD 109,368.00', pi.body.piNumber],
    ]);
  });

  it('see a forecast that is later than the last day to ship', async () => {
    const order = await house.given.order();
    const id = await recorded(order, AGREED);
    expect((await house.as('merchandiser').post(`/order-lines/${order.lines[0]!.id}/plan/`, {})).status).toBe(200);
    const { findings } = await read(id);
    expect(findings.find(({ rule }) => rule.startsWith('shipment.forecast'))?.article).toBe('art. 29(c), field 44C');
  });

  it("do not tell of another's order on it, but its number", async () => {
    const [mine, theirs] = [await house.given.order(), await house.given.order({}, 'colleague')];
    const id = await recorded(mine, AGREED);
    await house.as('manager').post(`${AT}/${id}/orders/`, { orderId: theirs.id });
    const found = await read(id);
    expect(rulesOf(found)).toEqual(['orders.unseen']);
    expect(found.findings[0]?.ours).toBe(theirs.orderNumber);
    expect(rulesOf(await read(id, 'manager'))).toEqual(['amount.short', 'quantity.short']);
  });

  it('may stand by the word of a person, with the reason, as long as both sides say the same', async () => {
    const order = await house.given.order();
    const id = await recorded(order, AGREED.replace('2291', '2219'));
    const key = (await read(id)).findings[0]!.key;
    const me = house.as('merchandiser');
    const waive = (asked: object, by: Person = 'merchandiser') =>
      house.as(by).post<Findings>(`${AT}/${id}/findings/waivers/`, asked);
    expect((await waive({ key, reason: 'Fine.' }, 'colleague')).status).toBe(404);
    expect((await waive({ key })).body).toMatchObject({ errors: { reason: [expect.any(String)] } });
    expect((await waive({ key: 'another', reason: 'Fine.' })).body).toMatchObject({ code: 'finding.gone' });

    const { status, body } = await waive({ key, reason: 'The buyer uses his own number.' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ discrepancies: 0, amendmentRequest: null });
    const { waiver } = body.findings[0]!;
    expect(waiver).toMatchObject({ reason: 'The buyer uses his own number.', waivedBy: expect.any(String) });
    expect((await waive({ key, reason: 'Fine.' })).body).toMatchObject({ code: 'finding.already_waived' });
    const told = (await house.eventsOf(id)).at(-1);
    expect(told?.name).toBe('letter_of_credit.finding_waived');
    expect(told?.data).toMatchObject({ rule: 'goods.style', reason: 'The buyer uses his own number.' });

    expect((await me.post(`${AT}/${id}/text/`, { text: mt700('FN-X', AGREED.replace('2291', '2290')) })).status).toBe(
      200,
    );
    expect(await read(id)).toMatchObject({ discrepancies: 1, findings: [{ waiver: null }] });
    expect((await me.delete(`${AT}/${id}/findings/waivers/${waiver!.id}/`)).status).toBe(204);
    expect((await me.delete(`${AT}/${id}/findings/waivers/${waiver!.id}/`)).status).toBe(404);
  });

  it('are read in four statements', async () => {
    const id = await recorded(await house.given.order(), AGREED);
    const { statements } = await statementsDuring(() => house.as('merchandiser').get(`${AT}/${id}/findings/`));
    expect(statements).toHaveLength(4);
  });
});

interface Listed {
  results: { lcNumber: string; check: { verdict: string; discrepancies: number; risks: number } | null }[];
}

describe('what was found of LCs', () => {
  const settled = () => house.app.get(EventDelivery, { strict: false }).deliverPending();
  const listed = async (order: GivenOrder, asked = '', by: Person = 'merchandiser') =>
    (await house.as(by).get<Listed>(`${AT}/?orderId=${order.id}${asked}`)).body.results.map(({ check }) => check);
  const toAmend = async (id: string) =>
    (
      await house
        .as('merchandiser')
        .get<{ todayItems: { relatedId: string; title: string }[] }>('/workspace/my-day/?kind=credit_to_amend')
    ).body.todayItems.find(({ relatedId }) => relatedId === id)?.title;

  it('stands in the list, can be asked for, and is in the day of whose it is, until it is mended or may stand', async () => {
    const order = await house.given.order();
    const id = await recorded(order, AGREED.replace('2291', '2219'));
    expect(await listed(order)).toEqual([null]);
    await settled();
    const amend = { verdict: 'amend_needed', discrepancies: 1, risks: 0 };
    expect(await listed(order)).toEqual([amend]);
    expect(await listed(order, '&check=amend_needed&check=clean')).toEqual([amend]);
    expect(await listed(order, '&check=clean')).toEqual([]);
    expect((await house.as('merchandiser').get(`${AT}/?check=dirty`)).status).toBe(400);
    expect(await toAmend(id)).toMatch(/^Have LC FN-\d+ amended: 1 discrepancy$/);

    const { key } = (await read(id)).findings[0]!;
    const me = house.as('merchandiser');
    const waived = await me.post<Findings>(`${AT}/${id}/findings/waivers/`, { key, reason: 'His own number.' });
    await settled();
    expect(await listed(order, '&check=clean')).toEqual([{ verdict: 'clean', discrepancies: 0, risks: 0 }]);
    expect(await toAmend(id)).toBeUndefined();
    await me.delete(`${AT}/${id}/findings/waivers/${waived.body.findings[0]!.waiver!.id}/`);
    await settled();
    expect(await listed(order)).toEqual([amend]);
  });

  it('follows the order and its PIs, and says where there is too little to compare', async () => {
    const order = await house.given.order();
    const me = house.as('merchandiser');
    await me.post(`${AT}/`, {
      ...{ orderId: order.id, amount: '158466', currency: 'USD' },
      ...{ issueDate: '2026-11-01', expiryDate: '2027-01-31' },
    });
    await settled();
    expect(await listed(order)).toEqual([{ verdict: 'not_read', discrepancies: 0, risks: 0 }]);
    await me.patch(`/order-lines/${order.lines[0]!.id}/`, { provaPrice: '9' });
    await settled();
    expect(await listed(order)).toEqual([expect.objectContaining({ verdict: 'amend_needed' })]);
  });

  it('is reckoned by the worker in a house that was there before, and anew when a plan moves', async () => {
    const order = await house.given.order();
    const id = await recorded(order, AGREED);
    const keeper = house.app.get(CheckKeeper, { strict: false });
    await settled();
    await house.query('DELETE FROM letter_of_credit_checks');
    expect(await keeper.keepRest()).toBeGreaterThan(0);
    expect(await keeper.keepRest()).toBe(0);
    expect(await listed(order)).toEqual([{ verdict: 'clean', discrepancies: 0, risks: 0 }]);
    await house.as('merchandiser').post(`/order-lines/${order.lines[0]!.id}/plan/`, {});
    await settled();
    await keeper.keepRest();
    const { discrepancies, risks } = await read(id);
    expect(discrepancies + risks).toBeGreaterThan(0);
    expect(await listed(order)).toEqual([expect.objectContaining({ discrepancies, risks })]);
  });

  it("counts what is another's too, and leaves expired LCs alone", async () => {
    const [mine, theirs] = [await house.given.order(), await house.given.order({}, 'colleague')];
    const id = await recorded(mine, AGREED);
    await house.as('manager').post(`${AT}/${id}/orders/`, { orderId: theirs.id });
    await settled();
    expect(await listed(mine)).toEqual([{ verdict: 'amend_needed', discrepancies: 2, risks: 0 }]);
    expect(await toAmend(id)).toContain('2 discrepancies');
    await house.as('merchandiser').post(`${AT}/${id}/issuance/`);
    await house.as('merchandiser').post(`${AT}/${id}/expiry/`);
    expect(await toAmend(id)).toBeUndefined();
  });
});
