import { EventDelivery } from '../../src/platform/events/event-delivery';
import { weekdayOf } from '../../src/modules/planning/calendar/working-calendar';
import { addDays, today } from '../../src/platform/values/day';
import { House, type Person } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const TODAY = today('Asia/Dhaka');
const NOBODYS = '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21';
const me = () => house.as('merchandiser');
const settled = () => house.app.get(EventDelivery, { strict: false }).deliverPending();

interface Refusal {
  code: string;
  detail: string;
  errors: Record<string, string[]>;
}
interface Receivable {
  id: string;
  invoiceId: string | null;
  invoiceNumber: string;
  amount: string;
  received: string;
  outstanding: string;
  dueOn: string | null;
  dueRule: string;
  method: string | null;
  tenorDays: number | null;
  tenorFrom: string | null;
  letterOfCredit: { id: string } | null;
  drawing: { id: string } | null;
  presentedOn: string | null;
  acceptedOn: string | null;
  parts: { paymentId: string; amount: string }[];
  rowVersion: number;
}
interface Payment {
  id: string;
  amount: string;
  charges: string;
  matched: string;
  rest: string;
  currency: string;
  matches: { receivableId: string; invoiceNumber: string; amount: string }[];
  rowVersion: number;
}

const owed = async (id: string, by: Person = 'merchandiser') =>
  (await house.as(by).get<Receivable>(`/financials/receivables/${id}/`)).body;
const pay = (body: object) => me().post<Payment & Refusal>('/financials/payments/', body);
const match = (id: string, matches: object[], headers = {}) =>
  me().put<Payment & Refusal>(`/financials/payments/${id}/matches/`, { matches }, headers);
const setTerms = (id: string, body: object, headers = {}) =>
  me().patch<Receivable & Refusal>(`/financials/receivables/${id}/`, body, headers);

describe('payments', () => {
  it('ask a stranger to sign in, and do not know the shipments of others', async () => {
    const theirs = await house.given.invoicedShipment({}, 'colleague');
    const at = `/financials/receivables/${theirs.receivableId}/`;
    const paid = await house
      .as('colleague')
      .post<Payment>('/financials/payments/', { orderId: theirs.orderId, amount: '100' });
    const payment = `/financials/payments/${paid.body.id}/`;
    for (const path of ['/financials/receivables/', '/financials/receivables/totals/', '/financials/payments/', at])
      expect((await house.anonymous.get(path)).status).toBe(401);
    const answers = [
      await me().get(at),
      await me().patch(at, { method: 'tt' }),
      await me().get(payment),
      await me().patch(payment, { reference: 'X' }),
      await me().put(`${payment}matches/`, { matches: [] }),
      await me().delete(payment),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    const named = await pay({ orderId: theirs.orderId, amount: '100' });
    expect([named.status, Object.keys(named.body.errors)]).toEqual([400, ['orderId']]);
    const mine = await house.given.order();
    const reaching = await pay({
      ...{ orderId: mine.id, amount: '100' },
      matches: [{ receivableId: theirs.receivableId, amount: '100' }],
    });
    expect([reaching.status, Object.keys(reaching.body.errors)]).toEqual([400, ['matches.0.receivableId']]);
    expect((await me().get<{ count: number }>(`/financials/payments/?orderId=${mine.id}`)).body.count).toBe(0);
    expect((await owed(theirs.receivableId, 'manager')).outstanding).toBe('2450.00');
  });

  it('are owed as soon as a shipment is invoiced, by terms that somebody says, and due by what happened', async () => {
    const shipment = await house.given.invoicedShipment({ shippingDate: addDays(TODAY, -10) });
    const fresh = await owed(shipment.receivableId);
    expect(fresh).toMatchObject({
      ...{ amount: '2450.00', received: '0.00', outstanding: '2450.00', method: null, dueOn: null },
      dueRule: 'How it is paid is not said yet.',
    });
    const terms = await setTerms(shipment.receivableId, { method: 'tt', tenorDays: 30, tenorFrom: 'shipment' });
    expect(terms.body).toMatchObject({
      dueOn: null,
      dueRule: '30 days after the day the goods left, which is not recorded yet.',
    });
    await me().post(`/shipments/${shipment.id}/departure/`, { shippingDate: addDays(TODAY, -10) });
    await settled();
    expect(await owed(shipment.receivableId)).toMatchObject({ dueOn: addDays(TODAY, 20) });
    const events = await house.eventsOf(shipment.receivableId);
    expect(events).toMatchObject([{ name: 'receivable.terms_changed', order_id: shipment.orderId }]);
    expect((await me().post(`/activity/${events[0]!.id}/undo/`)).status).toBe(200);
    expect(await owed(shipment.receivableId)).toMatchObject({ method: null, tenorDays: null, dueOn: null });
    const next = await house.given.invoicedShipment({ orderId: shipment.orderId });
    expect(await owed(next.receivableId)).toMatchObject({ method: null });
  });

  it('refuse terms that do not fit, days to come and a version that is past', async () => {
    const { receivableId, orderId } = await house.given.invoicedShipment();
    const unfit = await setTerms(receivableId, { method: 'dp', tenorFrom: 'invoice' });
    expect([unfit.status, Object.keys(unfit.body.errors)]).toEqual([400, ['tenorFrom']]);
    const future = await setTerms(receivableId, { method: 'da', acceptedOn: addDays(TODAY, 1) });
    expect([future.status, Object.keys(future.body.errors)]).toEqual([400, ['acceptedOn']]);
    const unknown = await setTerms(receivableId, { method: 'lc', letterOfCreditId: NOBODYS });
    expect([unknown.status, Object.keys(unknown.body.errors)]).toEqual([400, ['letterOfCreditId']]);
    const beside = await setTerms(receivableId, { method: 'tt', letterOfCreditId: NOBODYS });
    expect([beside.status, Object.keys(beside.body.errors)]).toEqual([400, ['letterOfCreditId']]);
    const unchanged = await setTerms(receivableId, {});
    expect([unchanged.status, unchanged.body]).toMatchObject([200, { method: null, dueOn: null }]);
    const presentedOn = addDays(TODAY, -2);
    const early = await setTerms(receivableId, { method: 'da', presentedOn, acceptedOn: addDays(TODAY, -3) });
    expect([early.status, Object.keys(early.body.errors)]).toEqual([422, ['acceptedOn']]);
    expect((await setTerms(receivableId, { method: 'dp' }, { 'If-Match': '"7"' })).status).toBe(412);
    const wrong = await me().post<Refusal>('/financials/payments/', { orderId, amount: '0', receivedOn: '2026-13-01' });
    expect([wrong.status, Object.keys(wrong.body.errors).sort()]).toEqual([400, ['amount', 'receivedOn']]);
  });

  it('take the tenor of the LC that they are paid under', async () => {
    const { receivableId, orderId } = await house.given.invoicedShipment();
    const credit = await me().post<{ id: string }>('/financials/letters-of-credit/', {
      ...{ orderId, amount: '5000', currency: 'USD', issueDate: TODAY, expiryDate: addDays(TODAY, 60) },
    });
    await me().patch(`/financials/letters-of-credit/${credit.body.id}/terms/`, {
      tenor: { days: 90, from: 'acceptance' },
    });
    const { body } = await setTerms(receivableId, { method: 'lc', letterOfCreditId: credit.body.id });
    expect(body).toMatchObject({ letterOfCredit: { id: credit.body.id }, tenorDays: 90, tenorFrom: 'acceptance' });
    const said = await setTerms(receivableId, { acceptedOn: TODAY });
    expect([said.status, said.body]).toMatchObject([400, { code: 'receivable.said_of_drawing' }]);
  });

  it('have the days of their drawing under an LC, which are said once', async () => {
    const { receivableId, orderId, invoice } = await house.given.invoicedShipment();
    const terms = { amount: '5000', currency: 'USD', issueDate: TODAY, expiryDate: addDays(TODAY, 60) };
    const credit = await me().post<{ id: string }>('/financials/letters-of-credit/', { orderId, ...terms });
    const at = `/financials/letters-of-credit/${credit.body.id}`;
    await me().post(`${at}/issuance/`);
    await setTerms(receivableId, { method: 'da', presentedOn: addDays(TODAY, -9), acceptedOn: addDays(TODAY, -8) });
    const usance = { method: 'lc', letterOfCreditId: credit.body.id, tenorDays: 60, tenorFrom: 'acceptance' };
    expect((await setTerms(receivableId, usance)).body).toMatchObject({ presentedOn: null, acceptedOn: null });

    const drawing = { reference: invoice.invoiceNumber.toLowerCase(), amount: '2450', presentedOn: addDays(TODAY, -3) };
    await me().post(`${at}/drawings/`, drawing);
    const later = { ...drawing, reference: 'EXP-118', presentedOn: addDays(TODAY, -1), amount: '100' };
    await me().post(`${at}/drawings/`, later);
    const drawn = (await me().get<{ drawings: { id: string; reference: string }[] }>(`${at}/drawings/`)).body.drawings;
    const [first, second] = [drawn[0]!.id, drawn[1]!.id];
    await settled();
    expect(await owed(receivableId)).toMatchObject({
      drawing: { id: first },
      presentedOn: addDays(TODAY, -3),
      dueOn: null,
    });
    await me().patch(`${at}/drawings/${first}/`, { acceptedOn: addDays(TODAY, -2), maturesOn: addDays(TODAY, 57) });
    await settled();
    expect(await owed(receivableId)).toMatchObject({ acceptedOn: addDays(TODAY, -2), dueOn: addDays(TODAY, 57) });

    const named = await setTerms(receivableId, { drawingId: second });
    expect(named.body).toMatchObject({
      drawing: { reference: 'EXP-118' },
      presentedOn: addDays(TODAY, -1),
      dueOn: null,
    });
    expect((await setTerms(receivableId, { drawingId: NOBODYS })).body.errors).toHaveProperty('drawingId');
    await me().delete(`${at}/drawings/${second}/`);
    await settled();
    expect(await owed(receivableId)).toMatchObject({ drawing: { id: first }, presentedOn: addDays(TODAY, -3) });
    const plain = await setTerms(receivableId, { method: 'tt' });
    expect(plain.body).toMatchObject({ letterOfCredit: null, drawing: null, presentedOn: null });
    const moved = (await house.eventsOf(receivableId)).at(-1)!;
    expect((await me().post(`/activity/${moved.id}/undo/`)).status).toBe(200);
    expect(await owed(receivableId)).toMatchObject({ drawing: { id: first }, presentedOn: addDays(TODAY, -3) });
  });

  it('are due by the days of the bank of their LC', async () => {
    const { receivableId, orderId, id } = await house.given.invoicedShipment({ shippingDate: addDays(TODAY, -30) });
    const credit = await me().post<{ id: string }>('/financials/letters-of-credit/', {
      ...{ orderId, amount: '5000', currency: 'USD', issueDate: TODAY, expiryDate: addDays(TODAY, 60) },
      issuingBank: 'NORDBANK AB, STOCKHOLM',
    });
    await me().post(`/shipments/${id}/departure/`, { shippingDate: addDays(TODAY, -30) });
    await settled();
    const terms = { method: 'lc', letterOfCreditId: credit.body.id, tenorDays: 60, tenorFrom: 'shipment' };
    const due = addDays(TODAY, 30);
    const other = weekdayOf(due) === 3 ? 4 : 3;
    const own = await house.as('admin').post<{ id: string }>('/working-calendars/', {
      ...{ holder: 'bank', partyName: 'Nordbank', weekend: [other], holidays: [{ day: due, name: 'Bank holiday' }] },
    });
    expect(own.status).toBe(201);
    const { body } = await setTerms(receivableId, terms);
    const next = weekdayOf(addDays(due, 1)) === other ? addDays(due, 2) : addDays(due, 1);
    expect([body.dueOn, body.dueRule]).toEqual([next, expect.stringContaining('by the days of Nordbank')]);
    await me().patch(`/financials/letters-of-credit/${credit.body.id}/`, { issuingBank: 'SOME BANK' });
    await settled();
    expect((await owed(receivableId)).dueRule).not.toContain('Nordbank');
    await house.as('admin').delete(`/working-calendars/${own.body.id}/`);
  });

  it('settle invoices in parts, bank charges among them, and refuse what does not fit', async () => {
    const first = await house.given.invoicedShipment();
    const second = await house.given.invoicedShipment({ orderId: first.orderId, quantity: '2000' });
    const to = (of: { receivableId: string }, amount: string) => ({ receivableId: of.receivableId, amount });
    const { status, body: payment } = await pay({
      ...{ orderId: first.orderId, amount: '4000.00', charges: '45', reference: 'FT26324001' },
      matches: [to(first, '2450'), to(second, '1500')],
    });
    expect(status).toBe(201);
    expect(payment).toMatchObject({ currency: 'USD', matched: '3950.00', rest: '95.00', payer: 'ANABIA' });
    expect(await owed(first.receivableId)).toMatchObject({ outstanding: '0.00' });
    expect(await owed(second.receivableId)).toMatchObject({
      outstanding: '3400.00',
      parts: [{ paymentId: payment.id, amount: '1500.00' }],
    });
    const refusals = [
      await match(payment.id, [to(first, '2450'), to(second, '1700')]),
      await match(payment.id, [to(first, '2500')]),
      await match(payment.id, [to(second, '1500.001')]),
      await match(payment.id, [to(first, '1'), to(first, '1')]),
      await me().patch<Refusal>(`/financials/payments/${payment.id}/`, { amount: '3000' }),
      await me().patch<Refusal>(`/financials/payments/${payment.id}/`, { currency: 'EUR' }),
      await match(payment.id, [], { 'If-Match': '"9"' }),
    ];
    expect(refusals.map((each) => [each.status, each.body.code])).toEqual([
      [422, 'payment.matched_too_much'],
      [422, 'payment.paid_too_much'],
      [422, 'amount.fraction_of_currency'],
      [400, 'request.invalid'],
      [422, 'payment.matched_too_much'],
      [422, 'payment.another_currency'],
      [412, 'request.stale_version'],
    ]);
    expect(refusals[1]!.body.detail).toBe(
      `${first.invoice.invoiceNumber} has USD 2,450.00 outstanding. Match no more with it: the rest stays on the payment.`,
    );
    const again = await match(payment.id, [to(second, '4045')]);
    expect(again.body).toMatchObject({ rest: '0.00', matches: [{ invoiceNumber: second.invoice.invoiceNumber }] });
    expect(await owed(first.receivableId)).toMatchObject({ outstanding: '2450.00' });
    const events = await house.eventsOf(payment.id);
    expect(events.map(({ name }) => name)).toEqual(['payment.recorded', 'payment.matched', 'payment.matched']);
    expect((await me().post(`/activity/${events[2]!.id}/undo/`)).status).toBe(200);
    expect(await owed(second.receivableId)).toMatchObject({ outstanding: '3400.00' });
  });

  it('never settle an invoice twice when two come at once', async () => {
    const { receivableId, orderId } = await house.given.invoicedShipment();
    const answers = await Promise.all(
      [1, 2, 3].map(() => pay({ orderId, amount: '2450', matches: [{ receivableId, amount: '2450' }] })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
    expect(await owed(receivableId)).toMatchObject({ received: '2450.00', outstanding: '0.00' });
  });

  it('go to the trash, where their invoices wait again, and come back while there is room', async () => {
    const { receivableId, orderId } = await house.given.invoicedShipment();
    const { body: payment } = await pay({ orderId, amount: '2000', matches: [{ receivableId, amount: '2000' }] });
    expect((await me().delete(`/financials/payments/${payment.id}/`)).status).toBe(204);
    expect(await owed(receivableId)).toMatchObject({ outstanding: '2450.00', parts: [] });
    const removed = (await house.eventsOf(payment.id)).at(-1)!;
    expect((await me().post(`/activity/${removed.id}/undo/`)).status).toBe(200);
    expect(await owed(receivableId)).toMatchObject({ outstanding: '450.00' });
    await me().delete(`/financials/payments/${payment.id}/`);
    await pay({ orderId, amount: '1000', matches: [{ receivableId, amount: '1000' }] });
    const entry = (await me().get<{ results: { id: string }[] }>(`/trash/?subjectId=${payment.id}`)).body.results[0]!;
    const refused = await me().post<Refusal>(`/trash/${entry.id}/restoration/`);
    expect([refused.status, refused.body.code]).toEqual([422, 'payment.paid_too_much']);
    expect(await owed(receivableId)).toMatchObject({ outstanding: '1450.00' });
  });

  it('stay with the shipment when its invoice is cancelled for the next', async () => {
    const shipment = await house.given.invoicedShipment();
    const { receivableId, orderId } = shipment;
    const { body: payment } = await pay({ orderId, amount: '2000', matches: [{ receivableId, amount: '2000' }] });
    await me().post(`/commercial-invoices/${shipment.invoice.id}/cancellation/`, { reason: 'Another price.' });
    await settled();
    expect(await owed(receivableId)).toMatchObject({ invoiceId: null, amount: '0.00', outstanding: '-2000.00' });
    const more = await pay({ orderId, amount: '10', matches: [{ receivableId, amount: '10' }] });
    expect([more.status, more.body.code]).toEqual([422, 'payment.nothing_invoiced']);
    const next = await me().post<{ invoiceNumber: string }>(`/shipments/${shipment.id}/invoices/`);
    await settled();
    expect(await owed(receivableId)).toMatchObject({
      invoiceNumber: next.body.invoiceNumber,
      outstanding: '450.00',
      parts: [{ paymentId: payment.id }],
    });
  });

  it('are added up per currency and by how long they are overdue', async () => {
    const prices = { currency: 'EUR', styles: [{ styleNumber: 'AG-1', lines: [eur('White'), eur('Black')] }] };
    const order = await house.given.order(prices);
    const due = async (days: number, quantity: string) => {
      const { receivableId } = await house.given.invoicedShipment({ orderId: order.id, quantity });
      await setTerms(receivableId, { method: 'tt', tenorFrom: 'invoice', maturesOn: addDays(TODAY, -days) });
      return receivableId;
    };
    await due(-5, '100');
    await due(0, '10');
    await due(1, '200');
    await due(30, '20');
    await due(31, '300');
    await due(90, '400');
    await due(91, '500');
    const undated = await house.given.invoicedShipment({ orderId: order.id, quantity: '7' });
    await setTerms(undated.receivableId, { method: null });
    const settledOne = await due(200, '1');
    await pay({ orderId: order.id, amount: '2', matches: [{ receivableId: settledOne, amount: '2' }] });
    const { body } = await me().get<{ totals: object[] }>(`/financials/receivables/totals/?orderId=${order.id}`);
    expect(body.totals).toEqual([
      {
        ...{ currency: 'EUR', invoices: 8, outstanding: '3074.00', notDue: '220.00', undated: '14.00' },
        ...{ days1To30: '440.00', days31To60: '600.00', days61To90: '800.00', over90: '1000.00' },
        ...{ overpaid: '0.00', oldestDueOn: addDays(TODAY, -91) },
      },
    ]);
    const open = await me().get<{ count: number; results: Receivable[] }>(
      `/financials/receivables/?orderId=${order.id}&state=open&dueTo=${addDays(TODAY, -1)}`,
    );
    expect(open.body.results.map(({ amount }) => amount)).toEqual(['1000.00', '800.00', '600.00', '40.00', '400.00']);
  });

  it('are read in few statements', async () => {
    const { receivableId } = await house.given.invoicedShipment();
    const count = async (path: string) => (await statementsDuring(() => me().get(path))).statements.length;
    expect(await count('/financials/receivables/')).toBeLessThanOrEqual(2);
    expect(await count('/financials/receivables/totals/')).toBeLessThanOrEqual(1);
    expect(await count(`/financials/receivables/${receivableId}/`)).toBeLessThanOrEqual(3);
    expect(await count('/financials/payments/?unmatched=true&search=anabia')).toBeLessThanOrEqual(2);
  });
});

const eur = (colorName: string) => ({ colorName, quantity: '9000', unit: 'pieces', provaPrice: '2', currency: 'EUR' });
