import { PresentByKeeper } from '../../src/modules/presentation/clocks/present-by-keeper';
import { House, type Person } from '../support/house';
import { statementsDuring } from '../support/statements';
import { offered, Undoings } from '../support/undoing';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const AT = '/financials/letters-of-credit';

const mt700 = (lcNumber: string) => `{1:F01PRVABDDHAXXX1234567890}{2:O7001432261101HSBCGB2LAXXX43211234562611011432N}{4:
:27:1/1
:40A:IRREVOCABLE
:20:${lcNumber}
:31C:261101
:40E:UCP LATEST VERSION
:31D:270120BANGLADESH
:50:ANABIA LTD
LONDON
:59:PROVA FASHION LTD
DHAKA
:32B:USD158466,00
:39A:05/05
:41D:ANY BANK BY NEGOTIATION
:43P:ALLOWED
:44C:270105
:45A:+44,640 KGS OF COTTON JERSEY AT USD 3.5499/KG FOB CHATTOGRAM
:46A:+SIGNED COMMERCIAL INVOICE IN TRIPLICATE
+PACKING LIST
:48:15
:49:WITHOUT
:99Z:HOUSE CODE 7
-}`;

interface Credit {
  id: string;
  orderId: string;
  lcNumber: string;
  rowVersion: number;
  customerName: string;
  orders: { id: string | null; orderNumber: string; customerName: string | null }[];
  proformaInvoices: { id: string | null; piNumber: string; amount: string | null }[];
  balance: { most: string; drawn: string; left: string };
}
interface Terms {
  terms: Record<string, unknown> & { sources: { term: string; tag: string }[]; others: { tag: string }[] };
  amendments: { id: string; status: string; changes: { term: string; before: string; after: string }[] }[];
  rowVersion: number;
}
type Refusal = Record<string, unknown> & { code: string; detail: string; errors: Record<string, string[]> };

let number = 0;

/** An LC read from an MT700, of an order of `by`. */
async function recorded(by: Person = 'merchandiser'): Promise<Credit> {
  const order = await house.given.order({}, by);
  const lcNumber = `DC-${++number}`;
  const { status, body } = await house.as(by).post<Credit>(`${AT}/`, {
    orderId: order.id,
    lcNumber,
    amount: '158466',
    currency: 'USD',
    issueDate: '2026-11-01',
    expiryDate: '2027-01-20',
    latestShipmentDate: '2027-01-05',
    amountPlusPercent: '5',
    amountMinusPercent: '5',
    text: mt700(lcNumber),
  });
  expect(status).toBe(201);
  return body;
}

async function issued(): Promise<Credit> {
  const credit = await recorded();
  return (await house.as('merchandiser').post<Credit>(`${AT}/${credit.id}/issuance/`)).body;
}

describe('what lies under an LC: who may', () => {
  const unknown = '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21';
  const routes = (id: string): (readonly ['get' | 'post' | 'patch' | 'delete', string, object?])[] => [
    ['get', `${AT}/${id}/terms/`],
    ['get', `${AT}/${id}/clocks/`],
    ['patch', `${AT}/${id}/terms/`, { rules: 'UCP' }],
    ['post', `${AT}/${id}/text/`, { text: mt700('X') }],
    ['post', `${AT}/${id}/amendments/`, { changes: { amount: '1' } }],
    ['post', `${AT}/${id}/amendments/${unknown}/acceptance/`, {}],
    ['post', `${AT}/${id}/amendments/${unknown}/rejection/`, { reason: 'No.' }],
    ['delete', `${AT}/${id}/amendments/${unknown}/`],
    ['post', `${AT}/${id}/orders/`, { orderId: unknown }],
    ['delete', `${AT}/${id}/orders/${unknown}/`],
    ['post', `${AT}/${id}/proforma-invoices/`, { proformaInvoiceId: unknown }],
    ['delete', `${AT}/${id}/proforma-invoices/${unknown}/`],
    ['get', `${AT}/${id}/drawings/`],
    ['post', `${AT}/${id}/drawings/`, { reference: 'CI-1', amount: '1' }],
    ['delete', `${AT}/${id}/drawings/${unknown}/`],
    ['post', `${AT}/${id}/closure/`, {}],
    ['delete', `${AT}/${id}/closure/`],
  ];

  it('asks a stranger to sign in', async () => {
    expect((await house.anonymous.post(`${AT}/readings/`, { nonsense: 1 })).status).toBe(401);
    for (const [verb, route, body] of routes(unknown))
      expect([route, (await house.anonymous[verb](route, body as never)).status]).toEqual([route, 401]);
  });

  it("does not know another merchandiser's LC, on any route", async () => {
    const { id } = await recorded('colleague');
    for (const [verb, route, body] of routes(id)) {
      const answer = await house.as('merchandiser')[verb]<Refusal>(route, body as never);
      expect([route, answer.status, answer.body.code]).toEqual([route, 404, 'letter_of_credit.not_found']);
    }
  });

  it('shows whoever has one of its orders the LC, and of the other orders the numbers alone', async () => {
    const credit = await recorded();
    const theirs = await house.given.order({}, 'colleague');
    const me = house.as('merchandiser');
    const named = await me.post<Refusal>(`${AT}/${credit.id}/orders/`, { orderId: theirs.id });
    expect([named.status, Object.keys(named.body.errors)]).toEqual([400, ['orderId']]);
    await house.as('manager').post(`${AT}/${credit.id}/orders/`, { orderId: theirs.id });
    const seen = await house.as('colleague').get<Credit>(`${AT}/${credit.id}/`);
    expect(seen.status).toBe(200);
    expect(seen.body).toMatchObject({ orderId: theirs.id, customerName: 'ANABIA' });
    expect(seen.body.orders).toEqual([
      { id: null, orderNumber: credit.orders[0]!.orderNumber, customerName: null },
      { id: theirs.id, orderNumber: theirs.orderNumber, customerName: 'ANABIA' },
    ]);
    expect((await me.get<Credit>(`${AT}/${credit.id}/`)).body.orders.map(({ id }) => id)).toEqual([
      credit.orderId,
      null,
    ]);
    const listed = await house.as('colleague').get<{ count: number }>(`${AT}/?orderId=${theirs.id}`);
    expect(listed.body.count).toBe(1);
    const page = await house
      .as('colleague')
      .get<{ lettersOfCredit: { id: string }[] }>(`/orders/${theirs.id}/workspace/`);
    expect(page.body.lettersOfCredit.map(({ id }) => id)).toEqual([credit.id]);
    expect((await house.as('colleague').delete(`${AT}/${credit.id}/orders/${theirs.id}/`)).status).toBe(204);
    expect((await house.as('colleague').get(`${AT}/${credit.id}/`)).status).toBe(404);
  });
});

describe('an MT700', () => {
  it('is read without keeping anything', async () => {
    const me = house.as('merchandiser');
    const { status, body } = await me.post<{
      kind: string;
      fields: { tag: string; from: number; to: number }[];
      terms: Terms['terms'];
      credit: object | null;
    }>(`${AT}/readings/`, { text: mt700('DC-NEW') });
    expect([status, body.kind, body.credit]).toEqual([200, 'letter_of_credit', null]);
    expect(body.terms).toMatchObject({ lcNumber: 'DC-NEW', amount: '158466.00', presentationDays: 15 });
    const amount = body.fields.find(({ tag }) => tag === '32B')!;
    expect(mt700('DC-NEW').slice(amount.from, amount.to)).toBe(':32B:USD158466,00');
    expect((await me.get<{ count: number }>(`${AT}/?search=DC-NEW`)).body.count).toBe(0);
    expect((await me.post(`${AT}/readings/`, { text: 'Dear Sir, where is the LC?' })).status).toBe(200);
    expect((await me.post<Refusal>(`${AT}/readings/`, { text: ' ' })).body.errors).toHaveProperty('text');
  });

  it('keeps its terms with their words; what its recorder corrected has none', async () => {
    const credit = await recorded();
    const me = house.as('merchandiser');
    const { body } = await me.get<Terms>(`${AT}/${credit.id}/terms/`);
    expect(body.terms).toMatchObject({
      amount: '158466.00',
      expiryPlace: 'BANGLADESH',
      presentationDays: 15,
      quantities: [{ quantity: '44640', unit: 'kg', nearly: null }],
      incoterm: { rule: 'FOB', place: 'CHATTOGRAM' },
    });
    const tagOf = (terms: Terms, term: string) => terms.terms.sources.find((source) => source.term === term)?.tag;
    expect([tagOf(body, 'amount'), tagOf(body, 'expiryDate')]).toEqual(['32B', '31D']);
    expect(body.terms.others.map(({ tag }) => tag)).toEqual(['99Z']);
    await me.patch(`${AT}/${credit.id}/`, { amount: '150000' });
    const corrected = (await me.get<Terms>(`${AT}/${credit.id}/terms/`)).body;
    expect([corrected.terms['amount'], tagOf(corrected, 'amount')]).toEqual(['150000.00', undefined]);
  });

  it('is read into an LC that was typed, and is refused where it is none', async () => {
    const me = house.as('merchandiser');
    const order = await house.given.order();
    const typed = await me.post<Credit>(`${AT}/`, {
      orderId: order.id,
      amount: '1',
      issueDate: '2026-11-01',
      expiryDate: '2027-11-01',
    });
    const at = `${AT}/${typed.body.id}`;
    const wrong = await me.post<Refusal>(`${at}/text/`, { text: 'It will come on Monday.' });
    expect([wrong.status, Object.keys(wrong.body.errors)]).toEqual([400, ['text']]);
    expect((await me.post(`${at}/text/`, { text: mt700('DC-PASTED') })).status).toBe(200);
    expect((await me.get(`${at}/`)).body).toMatchObject({
      lcNumber: 'DC-PASTED',
      amount: '158466.00',
      expiryDate: '2027-01-20',
      latestShipmentDate: '2027-01-05',
      amountPlusPercent: '5',
    });
  });

  it('gives way to what is typed', async () => {
    const credit = await recorded();
    const me = house.as('merchandiser');
    const at = `${AT}/${credit.id}/terms/`;
    const { body } = await me.patch<Terms>(at, {
      presentationDays: 21,
      portOfLoading: 'CHATTOGRAM',
      documents: ['PACKING LIST', 'CERTIFICATE OF ORIGIN IN 2 ORIGINALS'],
    });
    expect(body.terms).toMatchObject({
      presentationDays: 21,
      portOfLoading: 'CHATTOGRAM',
      documents: [
        { text: 'PACKING LIST', source: { tag: '46A' } },
        { kind: 'certificate_of_origin', originals: 2, source: null },
      ],
    });
    expect(body.terms.sources.some(({ term }) => term === 'presentationDays')).toBe(false);
    expect((await me.patch<Terms>(at, { presentationDays: 21 })).body.rowVersion).toBe(body.rowVersion);
    const wrong = await me.patch<Refusal>(at, { partialShipments: 'perhaps', amount: '5' });
    expect([wrong.status, Object.keys(wrong.body.errors).sort()]).toEqual([400, ['amount', 'partialShipments']]);
    expect((await me.patch(at, { charges: 'OURS' }, { 'If-Match': '"1"' })).status).toBe(412);
  });
});

describe('an amendment', () => {
  const mt707 = (lcNumber: string) =>
    `:20:${lcNumber}\n:26E:1\n:30:261115\n:32B:USD1534,\n:44C:270120\n:31D:270210BANGLADESH\n:46B:/ADD/\n+BENEFICIARY'S CERTIFICATE`;

  it('is known by the number of its LC, and says what it would change', async () => {
    const credit = await issued();
    const { body } = await house
      .as('merchandiser')
      .post<{ kind: string; credit: object; changes: object[] }>(`${AT}/readings/`, { text: mt707(credit.lcNumber) });
    expect(body).toMatchObject({ kind: 'amendment', credit: { id: credit.id, lcNumber: credit.lcNumber } });
    expect(body.changes).toContainEqual({ term: 'amount', before: '158466.00', after: '160000.00' });
  });

  it('binds once it is accepted, and the LC reads so from then on', async () => {
    const credit = await issued();
    const [me, at] = [house.as('merchandiser'), `${AT}/${credit.id}`];
    const received = await me.post<Terms>(`${at}/amendments/`, { text: mt707(credit.lcNumber) });
    expect([received.status, received.body.amendments[0]!.status]).toEqual([201, 'pending']);
    expect(received.body.terms).toMatchObject({ amount: '158466.00' });
    expect((await me.get(`${at}/`)).body).toMatchObject({ amendments: { accepted: 0, pending: 1 } });
    const first = received.body.amendments[0]!.id;
    const second = await me.post<Terms>(`${at}/amendments/`, { changes: { presentationDays: 21 } });
    const late = await me.post<Refusal>(`${at}/amendments/${second.body.amendments[1]!.id}/acceptance/`, {});
    expect([late.status, late.body.code]).toEqual([409, 'amendment.earlier_waits']);
    const { body } = await me.post<Terms>(`${at}/amendments/${first}/acceptance/`, {});
    expect(body.terms).toMatchObject({
      amount: '160000.00',
      latestShipmentDate: '2027-01-20',
      expiryDate: '2027-02-10',
    });
    expect((body.terms['documents'] as object[]).at(-1)).toMatchObject({
      kind: 'beneficiary_certificate',
      source: { message: 1 },
    });
    expect(body.amendments[0]!.changes).toContainEqual({ term: 'amount', before: '158466.00', after: '160000.00' });
    expect((await me.get(`${at}/`)).body).toMatchObject({
      status: 'issued',
      amount: '160000.00',
      amendments: { accepted: 1, pending: 1 },
    });
    const again = await me.post<Refusal>(`${at}/amendments/${first}/acceptance/`, {});
    expect([again.status, again.body.code]).toEqual([409, 'lifecycle.illegal_transition']);
    expect((await me.delete<Refusal>(`${at}/amendments/${first}/`)).body.code).toBe('amendment.answered');
    const rejected = await me.post<Terms>(`${at}/amendments/${second.body.amendments[1]!.id}/rejection/`, {
      reason: 'Not agreed.',
    });
    expect(rejected.body.terms).toMatchObject({ presentationDays: 15 });
    const events = await house.eventsOf(credit.id);
    expect(events.map(({ name }) => name)).toEqual([
      'letter_of_credit.recorded',
      'letter_of_credit.issued',
      'letter_of_credit.amendment_received',
      'letter_of_credit.amendment_received',
      'letter_of_credit.amended',
      'letter_of_credit.amendment_rejected',
    ]);
    expect(events[4]!.data).toMatchObject({
      before: { amount: '158466.00' },
      after: { amount: '160000.00' },
      sequence: 1,
    });
  });

  it('of a confirmed LC is answered by who may confirm', async () => {
    const credit = await issued();
    const at = `${AT}/${credit.id}`;
    await house.as('manager').post(`${at}/confirmation/`);
    const received = await house.as('merchandiser').post<Terms>(`${at}/amendments/`, { changes: { amount: '150000' } });
    expect(received.status).toBe(201);
    const route = `${at}/amendments/${received.body.amendments[0]!.id}/acceptance/`;
    expect((await house.as('merchandiser').post(route, {})).status).toBe(403);
    expect((await house.as('manager').post<Terms>(route, {})).body.terms).toMatchObject({ amount: '150000.00' });
  });

  it('says something, and is removed where it was recorded by mistake', async () => {
    const credit = await issued();
    const [me, at] = [house.as('merchandiser'), `${AT}/${credit.id}/amendments`];
    expect((await me.post<Refusal>(`${at}/`, {})).body.errors).toHaveProperty('changes');
    expect((await me.post<Refusal>(`${at}/`, { text: 'See below.' })).body.errors).toHaveProperty('text');
    const { body } = await me.post<Terms>(`${at}/`, { changes: { expiryDate: '2027-03-01' } });
    const removed = await me.delete<Terms>(`${at}/${body.amendments[0]!.id}/`);
    expect(removed.body.amendments).toEqual([]);
    expect((await me.post<Terms>(`${at}/`, { changes: { amount: '2' } })).body.amendments).toMatchObject([
      { sequence: 2 },
    ]);
  });
});

describe('what is drawn under an LC', () => {
  it('is told by amount with its tolerance, and by quantity', async () => {
    const credit = await issued();
    const [me, at] = [house.as('merchandiser'), `${AT}/${credit.id}/drawings`];
    const drawn = await me.post<Credit>(`${at}/`, {
      reference: 'CI-1',
      amount: '100000',
      quantity: '28000',
      unit: 'kg',
    });
    expect([drawn.status, drawn.body.balance]).toEqual([
      201,
      { most: '166389.30', drawn: '100000.00', left: '66389.30' },
    ]);
    const listed = await me.get<{ drawings: { id: string }[]; quantities: object[] }>(`${at}/`);
    expect(listed.body.quantities).toEqual([
      { unit: 'kg', quantity: '44640', most: '44640', drawn: '28000', left: '16640' },
    ]);
    const over = await me.post<Refusal>(`${at}/`, { reference: 'CI-2', amount: '66389.31' });
    expect([over.status, over.body.code, Object.keys(over.body.errors)]).toEqual([
      422,
      'letter_of_credit.drawn_too_much',
      ['amount'],
    ]);
    expect((await me.post<Credit>(`${at}/`, { reference: 'CI-2', amount: '66389.30' })).body.balance.left).toBe('0.00');
    const removed = await me.delete<Credit>(`${at}/${listed.body.drawings[0]!.id}/`);
    expect(removed.body.balance.drawn).toBe('66389.30');
  });

  it('waits for the bank to issue it, and ends when it is closed', async () => {
    const credit = await recorded();
    const [me, at] = [house.as('merchandiser'), `${AT}/${credit.id}`];
    const drawing = { reference: 'CI-1', amount: '1' };
    expect((await me.post<Refusal>(`${at}/drawings/`, drawing)).body.code).toBe('letter_of_credit.not_drawable');
    await me.post(`${at}/issuance/`);
    expect((await me.delete<Refusal>(`${at}/closure/`)).body.code).toBe('letter_of_credit.not_closed');
    expect((await me.post(`${at}/closure/`, { closedOn: '2026-11-20' })).body).toMatchObject({
      status: 'issued',
      closedOn: '2026-11-20',
    });
    expect((await me.post<Refusal>(`${at}/closure/`, {})).body.code).toBe('letter_of_credit.already_closed');
    expect((await me.post<Refusal>(`${at}/drawings/`, drawing)).status).toBe(409);
    expect((await me.delete(`${at}/closure/`)).body).toMatchObject({ closedOn: null });
    for (const [wrong, field] of [
      [{ quantity: '5' }, 'unit'],
      [{ unit: 'kg' }, 'quantity'],
      [{ quantity: '1.5', unit: 'pieces' }, 'quantity'],
      [{ presentedOn: '2026-11-10', shippedOn: '2026-11-11' }, 'shippedOn'],
    ] as const) {
      const answer = await me.post<Refusal>(`${at}/drawings/`, { ...drawing, ...wrong });
      expect([answer.status, Object.keys(answer.body.errors)]).toEqual([400, [field]]);
    }
  });

  it('cannot be drawn twice at once', async () => {
    const credit = await issued();
    const draw = (reference: string) =>
      house.as('merchandiser').post(`${AT}/${credit.id}/drawings/`, { reference, amount: '100000' });
    const answers = await Promise.all([draw('A'), draw('B')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
  });
});

describe('orders and PIs on an LC', () => {
  it('a PI brings its order, which stays while the PI does; the first order stays', async () => {
    const credit = await recorded();
    const [me, at] = [house.as('merchandiser'), `${AT}/${credit.id}`];
    const second = await house.given.order();
    const pi = await me.post<{ id: string; piNumber: string }>('/financials/proforma-invoices/', {
      orderId: second.id,
    });
    const added = await me.post<Credit>(`${at}/proforma-invoices/`, { proformaInvoiceId: pi.body.id });
    expect(added.body.orders.map(({ id }) => id)).toEqual([credit.orderId, second.id]);
    expect(added.body.proformaInvoices).toMatchObject([{ id: pi.body.id, piNumber: pi.body.piNumber }]);
    const stays = await me.delete<Refusal>(`${at}/orders/${second.id}/`);
    expect([stays.status, stays.body.code]).toEqual([409, 'letter_of_credit.invoiced_order_stays']);
    expect((await me.delete<Credit>(`${at}/proforma-invoices/${pi.body.id}/`)).body.proformaInvoices).toEqual([]);
    expect((await me.delete(`${at}/orders/${second.id}/`)).status).toBe(204);
    const first = await me.delete<Refusal>(`${at}/orders/${credit.orderId}/`);
    expect([first.status, first.body.code]).toEqual([409, 'letter_of_credit.first_order_stays']);
  });

  it('its tolerance counts for the lines of each', async () => {
    const credit = await issued();
    const second = await house.given.order();
    const me = house.as('merchandiser');
    await me.patch(`${AT}/${credit.id}/`, { quantityPlusPercent: '7', quantityMinusPercent: '7' });
    await me.post(`${AT}/${credit.id}/orders/`, { orderId: second.id });
    const tolerance = async () =>
      (await me.get<{ delivery: { tolerance: object } }>(`/order-lines/${second.lines[0]!.id}/`)).body.delivery
        .tolerance;
    expect(await tolerance()).toMatchObject({ plusPercent: '7', source: 'letter_of_credit' });
    await me.delete(`${AT}/${credit.id}/orders/${second.id}/`);
    expect(await tolerance()).toMatchObject({ source: 'order' });
  });

  it('reads a list in two statements, an LC in one, its terms in three', async () => {
    const { id } = await recorded();
    const me = house.as('merchandiser');
    const count = async (route: string) => (await statementsDuring(() => me.get(route))).statements.length;
    expect(await count(`${AT}/?fact=drawn&fact=closed`)).toBe(2);
    expect(await count(`${AT}/${id}/`)).toBe(1);
    expect(await count(`${AT}/${id}/terms/`)).toBe(3);
    expect(await count(`${AT}/${id}/drawings/`)).toBe(4);
  });
});

describe('the clocks of an LC', () => {
  interface Clocks {
    clocks: {
      clock: string;
      day: string;
      stated: string;
      binding: boolean;
      expected: boolean;
      bankingDays: string | null;
    }[];
    next: string;
  }
  const bank = { holder: 'bank', weekend: [5, 6], holidays: [{ day: '2026-11-29', name: 'Bank closing' }] };

  it('run from what was shipped and presented, on the days of the bank', async () => {
    const credit = await issued();
    const [me, at] = [house.as('merchandiser'), `${AT}/${credit.id}`];
    const calendars = await house
      .as('manager')
      .get<{ results: { id: string; holder: string }[] }>('/working-calendars/?holder=bank');
    const { id } =
      calendars.body.results[0] ?? (await house.as('manager').post<{ id: string }>('/working-calendars/', bank)).body;
    await house.as('manager').patch(`/working-calendars/${id}/`, { weekend: bank.weekend, holidays: bank.holidays });
    const read = async () => (await me.get<Clocks>(`${at}/clocks/`)).body;
    const dayOf = ({ clocks }: Clocks, clock: string) => clocks.find((one) => one.clock === clock)?.day;

    const before = await read();
    expect([before.next, dayOf(before, 'latest_shipment'), dayOf(before, 'expiry')]).toEqual([
      'latest_shipment',
      '2027-01-05',
      '2027-01-20',
    ]);
    const shipment = await house.given.shipment({ orderId: credit.orderId, shippingDate: '2026-11-12' });
    await me.post(`/shipments/${shipment.id}/departure/`, { shippingDate: '2026-11-12' });
    const shipped = await read();
    // 15 days on is Friday 27 November; the bank is closed on Friday, Saturday and that Sunday.
    expect(shipped.clocks.find(({ binding }) => binding)).toMatchObject({
      clock: 'presentation',
      stated: '2026-11-27',
      day: '2026-11-30',
      expected: false,
    });
    expect(shipped.next).toBe('presentation');
    const drawing = { reference: 'CI-1', amount: '5', presentedOn: '2026-11-18', shippedOn: '2026-11-12' };
    await me.post(`${at}/drawings/`, drawing);
    // Five banking days after Wednesday 18: Thursday 19, Sunday 22 to Wednesday 25.
    const presented = await read();
    expect([presented.next, dayOf(presented, 'bank_answer')]).toEqual(['bank_answer', '2026-11-25']);
    expect((await statementsDuring(() => me.get(`${at}/clocks/`))).statements).toHaveLength(5);

    // The LC is available with any bank at its place of expiry, Bangladesh, whose banks now have days of their own.
    const ours = { holder: 'bank', country: 'BD', weekend: [5, 6], holidays: [{ day: '2026-11-25', name: 'Closing' }] };
    await house.as('manager').post('/working-calendars/', ours);
    const answer = (await read()).clocks.find(({ clock }) => clock === 'bank_answer');
    expect(answer).toMatchObject({ day: '2026-11-26', bankingDays: 'banks in Bangladesh' });
  });
});

describe('by when documents are due', () => {
  it('is kept for the list, which is ordered and filtered by it, and follows shipments, drawings and calendars', async () => {
    const credit = await issued();
    const [me, at] = [house.as('merchandiser'), `${AT}/${credit.id}`];
    const listed = async (query = '') => {
      await house.deliverEvents();
      await house.app.get(PresentByKeeper).keepRest();
      const { body } = await me.get<{ results: Record<string, unknown>[] }>(
        `${AT}/?orderId=${credit.orderId}&ordering=presentBy${query}`,
      );
      return body.results.map(({ presentBy, presentByExpected, shippedOn }) => [
        presentBy,
        presentByExpected,
        shippedOn,
      ]);
    };
    const banksClose = async (...holidays: object[]) => {
      const { body } = await house.as('manager').get<{ results: { id: string }[] }>('/working-calendars/?holder=bank');
      for (const { id } of body.results)
        await house.as('manager').patch(`/working-calendars/${id}/`, { weekend: [5, 6], holidays });
    };
    await banksClose();
    const shipment = await house.given.shipment({ orderId: credit.orderId, shippingDate: '2026-11-10' });
    // A planned shipment and 15 days: Wednesday 25 November.
    expect(await listed()).toEqual([['2026-11-25', true, null]]);
    await me.post(`/shipments/${shipment.id}/departure/`, { shippingDate: '2026-11-11' });
    expect(await listed()).toEqual([['2026-11-26', false, '2026-11-11']]);
    expect(await listed('&presentByTo=2026-11-25')).toEqual([]);

    await banksClose({ day: '2026-11-26', name: 'Bank closing' });
    expect(await listed()).toEqual([['2026-11-29', false, '2026-11-11']]);
    await banksClose();
    const documents = { reference: 'CI-9', amount: '5', presentedOn: '2026-11-20', shippedOn: '2026-11-11' };
    await me.post(`${at}/drawings/`, documents);
    expect(await listed()).toEqual([['2027-01-20', false, '2026-11-11']]);
    const { statements } = await statementsDuring(() => me.get(`${AT}/?ordering=presentBy`));
    expect(statements).toHaveLength(2);
  });
});

describe('what happened under an LC', () => {
  const undoings = new Undoings(() => house);

  it('tells when a bank accepted and pays: by its word, else by the usance of the LC', async () => {
    const credit = await issued();
    const [me, at] = [house.as('merchandiser'), `${AT}/${credit.id}`];
    await me.patch(`${at}/terms/`, { tenor: { days: 60, from: 'acceptance' } });
    await me.post(`${at}/drawings/`, { reference: 'CI-7', amount: '5', presentedOn: '2026-11-09' });
    const drawn = (
      await me.get<{ drawings: { id: string; acceptedOn: string; maturesOn: string }[] }>(`${at}/drawings/`)
    ).body.drawings[0]!;
    const path = `${at}/drawings/${drawn.id}/`;
    const due = async () => {
      const { clocks, next } = (
        await me.get<{ clocks: { clock: string; stated: string }[]; next: string | null }>(`${at}/clocks/`)
      ).body;
      return [next, clocks.find(({ clock }) => clock === 'maturity')?.stated];
    };
    expect(await due()).toEqual(['bank_answer', undefined]);
    for (const [body, field] of [
      [{ acceptedOn: '2026-11-08' }, 'acceptedOn'],
      [{ acceptedOn: '2099-01-01' }, 'acceptedOn'],
      [{ acceptedOn: '2026-11-12', maturesOn: '2026-11-11' }, 'maturesOn'],
      [{ maturesOn: '2026-11-08' }, 'maturesOn'],
    ] as const) {
      const refused = await me.patch<Refusal>(path, body);
      expect([refused.status, Object.keys(refused.body.errors)]).toEqual([400, [field]]);
    }
    expect((await me.patch(path, { acceptedOn: '2026-11-12' })).status).toBe(200);
    expect(await due()).toEqual(['maturity', '2027-01-11']);
    const named = await offered(me.patch(path, { maturesOn: '2027-01-13' }));
    expect(await due()).toEqual(['maturity', '2027-01-13']);
    expect((await house.eventNamesOf(credit.id)).slice(-2)).toEqual(
      Array.from({ length: 2 }, () => 'letter_of_credit.drawing_updated'),
    );
    await undoings.undone(named);
    expect(await due()).toEqual(['maturity', '2027-01-11']);
    expect((await house.as('colleague').patch(path, {})).status).toBe(404);
  });

  it('is taken back: an order, a PI, an amendment that waits, a drawing, its closing', async () => {
    const credit = await issued();
    const [me, at] = [house.as('merchandiser'), `${AT}/${credit.id}`];
    const second = await house.given.order();
    const pi = await me.post<{ id: string }>('/financials/proforma-invoices/', { orderId: second.id });
    const now = async () => (await me.get(`${at}/`)).body;
    for (const [route, body, there, back] of [
      ['orders', { orderId: second.id }, { orders: [{}, { id: second.id }] }, { orders: [{}] }],
      ['proforma-invoices', { proformaInvoiceId: pi.body.id }, { proformaInvoices: [{}] }, { proformaInvoices: [] }],
      ['amendments', { changes: { amount: '5' } }, { amendments: { pending: 1 } }, { amendments: { pending: 0 } }],
      ['drawings', { reference: 'CI-1', amount: '5' }, { balance: { drawn: '5.00' } }, { balance: { drawn: '0.00' } }],
      ['closure', {}, { closedOn: expect.any(String) as string }, { closedOn: null }],
    ] as const) {
      const event = await offered(me.post(`${at}/${route}/`, body));
      expect(await now()).toMatchObject(there);
      const { again } = await undoings.undone(event);
      expect(await now()).toMatchObject(back);
      await undoings.undone(again);
      expect(await now()).toMatchObject(there);
      await undoings.undone(await undoings.lastEventOf(credit.id));
    }
  });

  it('stays where the bank was told', async () => {
    const credit = await issued();
    const [me, at] = [house.as('merchandiser'), `${AT}/${credit.id}`];
    const { body } = await me.post<Terms>(`${at}/amendments/`, { changes: { amount: '5' } });
    await me.post(`${at}/amendments/${body.amendments[0]!.id}/acceptance/`, {});
    expect((await undoings.undo(await undoings.lastEventOf(credit.id))).body.detail).toContain(
      'An amendment that was accepted binds.',
    );
  });
});
