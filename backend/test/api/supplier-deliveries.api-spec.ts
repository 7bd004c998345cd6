import { addDays, today } from '../../src/platform/values/day';
import type { GivenOrder } from '../support/given';
import { House, type Person } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const TODAY = today('Asia/Dhaka');
const NOBODY = '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21';

interface Delivery {
  id: string;
  orderId: string;
  orderLineId: string | null;
  styleId: string | null;
  deliveredQuantity: string;
  unit: string;
  rowVersion: number;
  errors: Record<string, string[]>;
}
interface LineFigures {
  id: string;
  delivery: Record<string, unknown>;
}
type Whole = Record<string, unknown> & { rowVersion: number; styles: { lines: LineFigures[] }[] };

/** 5,000 yd of White and 1,000 kg of Black, 60 in and 180 GSM. */
const jersey = (overrides: object = {}, by: Person = 'merchandiser') =>
  house.given.order(
    {
      styles: [
        {
          styleNumber: 'LP-77',
          gsm: '180',
          finishingWidth: '60 in',
          lines: [
            {
              colorName: 'White',
              quantity: '5000',
              unit: 'yards',
              provaPrice: '2.50',
              millPrice: '2',
              etd: '2026-11-10',
            },
            { colorName: 'Black', quantity: '1000', unit: 'kg', provaPrice: '6', millPrice: '5.5' },
          ],
        },
      ],
      ...overrides,
    },
    by,
  );

const record = (order: GivenOrder, body: object = {}, by: Person = 'merchandiser') =>
  house.as(by).post<Delivery>('/supplier-deliveries/', {
    orderId: order.id,
    orderLineId: order.lines[0]!.id,
    deliveredQuantity: '1000',
    ...body,
  });

const read = async (order: GivenOrder) => (await house.as('merchandiser').get<Whole>(`/orders/${order.id}/`)).body;
const white = async (order: GivenOrder) => (await read(order)).styles[0]!.lines[0]!.delivery;

describe('supplier deliveries: who may', () => {
  it('asks a stranger to sign in', async () => {
    for (const answer of [
      await house.anonymous.get('/supplier-deliveries/?nonsense=1'),
      await house.anonymous.post('/supplier-deliveries/', { nonsense: 1 }),
      await house.anonymous.post(`/orders/${NOBODY}/supplier-deliveries/`),
      await house.anonymous.get(`/supplier-deliveries/${NOBODY}/`),
      await house.anonymous.patch(`/supplier-deliveries/${NOBODY}/`),
      await house.anonymous.delete(`/supplier-deliveries/${NOBODY}/`),
    ])
      expect([answer.status, answer.body['code']]).toEqual([401, 'auth.not_signed_in']);
  });

  it("does not know, and does not write, what came for another's order (fault 2)", async () => {
    const order = await jersey({}, 'colleague');
    const { body: delivery } = await record(order, {}, 'colleague');
    const me = house.as('merchandiser');
    const answers = [
      await me.get(`/supplier-deliveries/${delivery.id}/`),
      await me.patch(`/supplier-deliveries/${delivery.id}/`, { notes: 'mine' }),
      await me.delete(`/supplier-deliveries/${delivery.id}/`),
      await me.post(`/orders/${order.id}/supplier-deliveries/`, {
        lines: [{ orderLineId: order.lines[0]!.id, deliveredQuantity: '1' }],
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    const list = await me.get<{ count: number }>(`/supplier-deliveries/?orderId=${order.id}`);
    expect(list.body.count).toBe(0);
    const named = await record(order);
    expect([named.status, named.body.errors]).toEqual([400, { orderId: ['There is no such order.'] }]);
    expect((await house.as('manager').get(`/supplier-deliveries/${delivery.id}/`)).status).toBe(200);
  });
});

describe('supplier deliveries: what is refused', () => {
  it('names each field that is wrong; a malformed id is a 400 (fault 19)', async () => {
    const order = await jersey();
    const { status, body } = await record(order, {
      orderLineId: 'not-an-id',
      deliveredQuantity: '0',
      unit: 'bales',
      deliveryDate: '2026-02-30',
      rollCount: 0,
      color: 'white',
    });
    expect(status).toBe(400);
    expect(Object.keys(body.errors).sort()).toEqual([
      'color',
      'deliveredQuantity',
      'deliveryDate',
      'orderLineId',
      'rollCount',
      'unit',
    ]);
    const list = await house.as('merchandiser').get<{ errors: object }>('/supplier-deliveries/?orderId=7');
    expect([list.status, Object.keys(list.body.errors)]).toEqual([400, ['orderId']]);
    expect((await house.as('merchandiser').get('/supplier-deliveries/7/')).status).toBe(400);
  });

  it('refuses a line or a style of another order, on its field', async () => {
    const [order, other] = [await jersey(), await jersey()];
    const line = await record(order, { orderLineId: other.lines[0]!.id });
    expect([line.status, line.body.errors]).toEqual([400, { orderLineId: ['There is no such line in this order.'] }]);
    const style = await record(order, { orderLineId: null, styleId: other.styles[0]!.id });
    expect([style.status, style.body.errors]).toEqual([400, { styleId: ['There is no such style in this order.'] }]);
    const both = await record(order, { styleId: other.styles[0]!.id });
    expect([both.status, Object.keys(both.body.errors)]).toEqual([400, ['styleId']]);
    const { body: mine } = await record(order);
    const moved = await house
      .as('merchandiser')
      .patch<Delivery>(`/supplier-deliveries/${mine.id}/`, { orderLineId: other.lines[0]!.id });
    expect([moved.status, Object.keys(moved.body.errors)]).toEqual([400, ['orderLineId']]);
    const together = await house.as('merchandiser').post<Delivery>(`/orders/${order.id}/supplier-deliveries/`, {
      lines: [
        { orderLineId: order.lines[0]!.id, deliveredQuantity: '1' },
        { orderLineId: other.lines[0]!.id, deliveredQuantity: '1' },
      ],
    });
    expect([together.status, Object.keys(together.body.errors)]).toEqual([400, ['lines.1.orderLineId']]);
    expect((await white(order))['deliveries']).toBe(1);
  });

  it('refuses a day to come and half a piece', async () => {
    const order = await jersey();
    const future = await record(order, { deliveryDate: addDays(TODAY, 1) });
    expect([future.status, Object.keys(future.body.errors)]).toEqual([400, ['deliveryDate']]);
    const half = await record(order, { deliveredQuantity: '1.5', unit: 'rolls' });
    expect([half.status, half.body.errors]).toEqual([422, { deliveredQuantity: ['Rolls come whole.'] }]);
    const several = await house.as('merchandiser').post<Delivery>(`/orders/${order.id}/supplier-deliveries/`, {
      lines: [{ orderLineId: order.lines[0]!.id, deliveredQuantity: '1.5', unit: 'pieces' }],
    });
    expect([several.status, Object.keys(several.body.errors)]).toEqual([422, ['lines.0.deliveredQuantity']]);
  });

  it('tells a late writer what the other person changed', async () => {
    const order = await jersey();
    const { body: delivery } = await record(order);
    await house.as('manager').patch(`/supplier-deliveries/${delivery.id}/`, { challanNumber: 'CH-9' });
    const late = await house
      .as('merchandiser')
      .patch(`/supplier-deliveries/${delivery.id}/`, { challanNumber: 'CH-8' }, { 'If-Match': '"1"' });
    expect(late.status).toBe(412);
    expect(late.body).toMatchObject({ changes: [{ data: { after: { challanNumber: 'CH-9' } } }] });
  });
});

describe('supplier deliveries: what happens', () => {
  it('records one of a line, in the unit of the line, today', async () => {
    const order = await jersey();
    const { status, body } = await record(order, { challanNumber: 'CH-1', rollCount: 40, notes: 'Two wet rolls.' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      orderNumber: order.orderNumber,
      orderLineLabel: 'LP-77 · White',
      styleId: order.styles[0]!.id,
      styleNumber: 'LP-77',
      deliveryDate: TODAY,
      deliveredQuantity: '1000',
      unit: 'yards',
      inLineUnit: null,
      notConverted: null,
      createdBy: { id: house.ids.merchandiser },
    });
    const [event] = await house.eventsOf(body.id);
    expect([event?.name, event?.data]).toMatchObject([
      'supplier_delivery.recorded',
      { before: {}, after: { deliveredQuantity: '1000', unit: 'yards', challanNumber: 'CH-1', rollCount: 40 } },
    ]);
  });

  it('counts kilograms in the yards of the line, with the formula; no tolerance hides a shortage (fault 21)', async () => {
    const order = await jersey();
    const { body } = await record(order, { deliveredQuantity: '1000', unit: 'kg' });
    expect(body).toMatchObject({
      inLineUnit: {
        to: { quantity: '3986.63', unit: 'yards' },
        formula: '1,000 kg × 1000 ÷ 180 g/m² ÷ 1.524 m ÷ 0.9144 ≈ 3,986.63 yd',
      },
    });
    expect(await white(order)).toMatchObject({
      deliveries: 1,
      totalDeliveredQuantity: '3986.63',
      shortageExcessQuantity: '-1013.37',
      verdict: 'short',
      least: '4750',
      most: '5250',
      percent: '79.7',
    });
    await record(order, { deliveredQuantity: '900' });
    expect(await white(order)).toMatchObject({ totalDeliveredQuantity: '4886.63', verdict: 'within_tolerance' });
    await record(order, { deliveredQuantity: '400' });
    expect(await white(order)).toMatchObject({ totalDeliveredQuantity: '5286.63', verdict: 'over' });
  });

  it('lets stand beside what does not convert (fault 21)', async () => {
    const order = await jersey();
    const { body } = await record(order, { deliveredQuantity: '12', unit: 'rolls' });
    expect(body).toMatchObject({ inLineUnit: null });
    expect((body as unknown as { notConverted: string }).notConverted).toContain('how much fabric is on one roll');
    expect(await white(order)).toMatchObject({
      totalDeliveredQuantity: '0',
      verdict: 'unknown',
      beside: [{ quantity: '12', unit: 'rolls', missing: [{ field: 'rollQuantity' }] }],
    });
    expect(await read(order)).toMatchObject({ totalDeliveredQuantity: [{ quantity: '12', unit: 'rolls' }] });
  });

  it('adds up the order unit by unit, and realises no more than was ordered', async () => {
    const order = await jersey();
    await record(order, { deliveredQuantity: '6000' });
    await record(order, { orderLineId: order.lines[1]!.id, deliveredQuantity: '250.5' });
    await record(order, { orderLineId: null, deliveredQuantity: '10', unit: 'kg' });
    expect(await read(order)).toMatchObject({
      totalDeliveredQuantity: [
        { quantity: '260.5', unit: 'kg' },
        { quantity: '6000', unit: 'yards' },
      ],
      shortageExcessQuantity: [
        { quantity: '-739.5', unit: 'kg' },
        { quantity: '1000', unit: 'yards' },
      ],
      deliveredForWholeOrder: [{ quantity: '10', unit: 'kg' }],
      realizedValue: [{ amount: '14063.00', currency: 'USD' }],
      realizedProfit: [{ amount: '2630.25', currency: 'USD' }],
    });
  });

  it('takes the tolerance of the line, else of the order, else five percent', async () => {
    const order = await jersey();
    const me = house.as('merchandiser');
    await record(order, { deliveredQuantity: '4800' });
    expect(await white(order)).toMatchObject({
      verdict: 'within_tolerance',
      tolerance: { plusPercent: '5', source: 'order' },
    });
    const changed = await me.patch(`/orders/${order.id}/`, { deliveryTolerancePercent: '3' });
    expect(changed.body).toMatchObject({ deliveryTolerancePercent: '3' });
    expect(await white(order)).toMatchObject({ verdict: 'short', tolerance: { minusPercent: '3' } });
    const line = await me.patch(`/order-lines/${order.lines[0]!.id}/`, { deliveryTolerancePercent: '4' });
    expect(line.body).toMatchObject({ delivery: { verdict: 'within_tolerance', tolerance: { source: 'line' } } });
    for (const percent of ['100', '-1', null]) {
      const refused = await me.patch<{ errors: object }>(`/orders/${order.id}/`, { deliveryTolerancePercent: percent });
      expect([percent, refused.status, Object.keys(refused.body.errors)]).toEqual([
        percent,
        400,
        ['deliveryTolerancePercent'],
      ]);
    }
  });

  it('knows when the last came, and how late that was', async () => {
    const order = await jersey();
    await record(order, { deliveryDate: '2026-11-08' });
    expect(await white(order)).toMatchObject({ actualDeliveryDate: '2026-11-08', daysOverdueAtDelivery: 0 });
    await record(order, { deliveryDate: '2026-11-14' });
    expect(await white(order)).toMatchObject({ actualDeliveryDate: '2026-11-14', daysOverdueAtDelivery: 4 });
  });

  it('records several lines at once, all or none, and tells of them once', async () => {
    const order = await jersey();
    const { status, body } = await house
      .as('merchandiser')
      .post<Delivery[]>(`/orders/${order.id}/supplier-deliveries/`, {
        challanNumber: 'CH-7',
        deliveryDate: '2026-11-12',
        lines: [
          { orderLineId: order.lines[0]!.id, deliveredQuantity: '2000' },
          { orderLineId: order.lines[1]!.id, deliveredQuantity: '500', rollCount: 20 },
        ],
      });
    expect(status).toBe(201);
    expect(body).toMatchObject([
      { challanNumber: 'CH-7', deliveryDate: '2026-11-12', deliveredQuantity: '2000', unit: 'yards' },
      { challanNumber: 'CH-7', deliveredQuantity: '500', unit: 'kg', rollCount: 20 },
    ]);
    await house.deliverEvents();
    const mine = await house
      .as('merchandiser')
      .get<{ count: number }>(`/notifications/?notificationType=supplier_delivery.recorded`);
    expect(mine.body.count).toBe(0);
    const managers = await house.query<{ message: string }>(
      `SELECT message FROM notifications WHERE order_id = $1 AND user_id = $2`,
      [order.id, house.ids.manager],
    );
    expect(managers).toEqual([
      {
        message: `merchandiser of the house recorded 2,000 yd for White and 1 other line, order ${order.orderNumber} of ANABIA, challan CH-7.`,
      },
    ]);
  });

  it('changes, moves and removes, and the order follows, also for who had it already', async () => {
    const order = await jersey();
    const me = house.as('merchandiser');
    const before = await read(order);
    const { body: delivery } = await record(order);
    expect((await read(order)).rowVersion).toBeGreaterThan(before.rowVersion);
    const changed = await me.patch<Delivery>(`/supplier-deliveries/${delivery.id}/`, {
      deliveredQuantity: '1200.5',
      orderLineId: order.lines[1]!.id,
      unit: 'kg',
    });
    expect(changed.body).toMatchObject({ orderLineId: order.lines[1]!.id, deliveredQuantity: '1200.5', unit: 'kg' });
    expect(await white(order)).toMatchObject({ deliveries: 0, verdict: 'nothing' });
    const whole = await me.patch<Delivery>(`/supplier-deliveries/${delivery.id}/`, {
      orderLineId: null,
      styleId: null,
    });
    expect(whole.body).toMatchObject({ orderLineId: null, styleId: null });
    expect((await me.delete(`/supplier-deliveries/${delivery.id}/`)).status).toBe(204);
    expect(await read(order)).toMatchObject({ totalDeliveredQuantity: [] });
    expect(await house.eventNamesOf(delivery.id)).toEqual([
      'supplier_delivery.recorded',
      'supplier_delivery.updated',
      'supplier_delivery.updated',
      'supplier_delivery.deleted',
    ]);
  });

  it('lists by line, day, unit and challan, and finds by search', async () => {
    const order = await jersey({ orderNumber: 'SUPPLY-LIST' });
    await record(order, { challanNumber: 'CH-A', deliveryDate: '2026-11-01' });
    await record(order, { challanNumber: 'CH-B', deliveryDate: '2026-11-02', unit: 'kg' });
    const count = async (query: string) =>
      (await house.as('merchandiser').get<{ count: number }>(`/supplier-deliveries/?orderId=${order.id}&${query}`)).body
        .count;
    expect(await count('deliveryDateTo=2026-11-01')).toBe(1);
    expect(await count('unit=kg')).toBe(1);
    expect(await count('challanNumber=ch-a')).toBe(1);
    expect(await count('search=supply-list')).toBe(2);
    expect(await count(`orderLineId=${order.lines[1]!.id}`)).toBe(0);
    expect(await count('pageSize=1&ordering=-deliveredQuantity')).toBe(2);
  });
});

describe('supplier deliveries: statements', () => {
  it('asks no more the more there are; the order needs none beside its own', async () => {
    const order = await jersey();
    const me = house.as('merchandiser');
    for (const unit of ['yards', 'kg', 'rolls']) await record(order, { unit });
    const { body: one } = await record(order);
    const list = await statementsDuring(() => me.get(`/supplier-deliveries/?orderId=${order.id}`));
    const detail = await statementsDuring(() => me.get(`/supplier-deliveries/${one.id}/`));
    const orders = await statementsDuring(() => me.get('/orders/?pageSize=50'));
    const whole = await statementsDuring(() => me.get(`/orders/${order.id}/`));
    expect({
      list: list.statements.length,
      detail: detail.statements.length,
      orders: orders.statements.length,
      whole: whole.statements.length,
    }).toEqual({ list: 2, detail: 1, orders: 3, whole: 2 });
  });
});

describe('lines closed short', () => {
  const running = async () => {
    const order = await jersey();
    await house.as('merchandiser').post(`/orders/${order.id}/line-statuses/`, { status: 'running' });
    return order;
  };
  const close = (order: GivenOrder, body: object = { reason: 'No more yarn.' }, by: Person = 'merchandiser') =>
    house.as(by).post(`/order-lines/${order.lines[0]!.id}/short-closing/`, body);

  it('are completed with the reason, and what was agreed stays', async () => {
    const order = await running();
    await record(order, { deliveredQuantity: '4000', unit: 'yards' });
    expect((await house.anonymous.post(`/order-lines/${NOBODY}/short-closing/`)).status).toBe(401);
    expect((await close(order, { reason: 'Mine.' }, 'colleague')).status).toBe(404);
    expect((await close(order, {})).status).toBe(400);
    const future = await close(order, { reason: 'No.', closedOn: addDays(TODAY, 1) });
    expect([future.status, Object.keys(future.body['errors'] as object)]).toEqual([400, ['closedOn']]);
    const closed = await close(order);
    expect([closed.status, closed.body]).toMatchObject([
      200,
      { status: 'completed', shortClosedOn: TODAY, shortCloseReason: 'No more yarn.', quantity: '5000' },
    ]);
    const event = (await house.eventsOf(order.lines[0]!.id)).at(-1)!;
    expect([event.name, event.data]).toMatchObject([
      'line.short_closed',
      {
        before: { status: 'running' },
        after: { status: 'completed' },
        reason: 'No more yarn.',
        shortageExcessQuantity: '-1000',
      },
    ]);
    expect((await house.as('merchandiser').post(`/activity/${event.id}/undo/`)).status).toBe(200);
    const { body } = await house.as('merchandiser').get(`/order-lines/${order.lines[0]!.id}/`);
    expect(body).toMatchObject({ status: 'running', shortClosedOn: null, shortCloseReason: null });
  });

  it('are open again when they go on, and none is closed short that came within tolerance, or is not running', async () => {
    const order = await running();
    const me = house.as('merchandiser');
    expect((await close(order)).status).toBe(200);
    const back = await me.post(`/order-lines/${order.lines[0]!.id}/status/`, { status: 'bulk' });
    expect(back.body).toMatchObject({ status: 'bulk', shortClosedOn: null, shortCloseReason: null });
    await record(order, { deliveredQuantity: '4800', unit: 'yards' });
    const refused = await close(order);
    expect([refused.status, refused.body['code']]).toEqual([409, 'line.not_short']);
    const upcoming = await close(await jersey());
    expect([upcoming.status, upcoming.body['code']]).toEqual([409, 'lifecycle.illegal_transition']);
  });
});

describe('the tolerance of an LC', () => {
  interface Credit {
    id: string;
    errors: object;
  }
  const recordCredit = (order: GivenOrder, more: object = {}) =>
    house.as('merchandiser').post<Credit>('/financials/letters-of-credit/', {
      orderId: order.id,
      lcNumber: `EX-${order.orderNumber}`,
      amount: '18500',
      issueDate: '2026-10-01',
      expiryDate: '2099-01-01',
      ...more,
    });
  const toleranceOf = async (order: GivenOrder) => (await white(order))['tolerance'] as { source: string; why: string };

  it('counts from its issue, before that of the order and after that of the line; source and reason are told', async () => {
    const order = await jersey({ deliveryTolerancePercent: '3' });
    await record(order, { deliveredQuantity: '4700' });
    expect(await white(order)).toMatchObject({ verdict: 'short', tolerance: { plusPercent: '3', source: 'order' } });
    const credit = await recordCredit(order, { quantityPlusPercent: '2.5', quantityMinusPercent: '10' });
    expect((await toleranceOf(order)).source).toBe('order');
    await house.as('merchandiser').post(`/financials/letters-of-credit/${credit.body.id}/issuance/`);
    expect(await white(order)).toMatchObject({
      verdict: 'within_tolerance',
      least: '4500',
      most: '5125',
      sentence: 'Within −10/+2.5 %: 4,700 yd of 5,000 yd came, 300 yd short.',
      tolerance: { minusPercent: '10', plusPercent: '2.5', source: 'letter_of_credit' },
    });
    expect((await toleranceOf(order)).why).toContain(`LC EX-${order.orderNumber} says so of the quantity`);
    await house.as('merchandiser').patch(`/order-lines/${order.lines[0]!.id}/`, { deliveryTolerancePercent: '1' });
    expect(await white(order)).toMatchObject({ verdict: 'short', tolerance: { plusPercent: '1', source: 'line' } });
  });

  it('is that of UCP 600 where the LC is silent, and follows the LC: amended, deleted, restored', async () => {
    const order = await jersey({ deliveryTolerancePercent: '3' });
    const { id } = (await recordCredit(order, { amountPlusPercent: '5', amountMinusPercent: '5' })).body;
    await house.as('merchandiser').post(`/financials/letters-of-credit/${id}/issuance/`);
    const { why, ...tolerance } = await toleranceOf(order);
    expect(tolerance).toEqual({ minusPercent: '5', plusPercent: '5', source: 'letter_of_credit' });
    expect(why).toContain('UCP 600 art. 30(b)');
    expect(why).toContain('No more than USD 19,425.00 may be drawn (39A: +5 %).');
    const path = `/financials/letters-of-credit/${id}/`;
    await house.as('merchandiser').patch(path, { quantityPlusPercent: '0', quantityMinusPercent: '0' });
    expect(await toleranceOf(order)).toMatchObject({ minusPercent: '0', plusPercent: '0' });
    await house.as('merchandiser').delete(path);
    expect(await toleranceOf(order)).toMatchObject({ plusPercent: '3', source: 'order' });
    const [deleted] = (await house.eventsOf(id)).slice(-1);
    await house.as('merchandiser').post(`/activity/${deleted!.id}/undo/`);
    expect((await toleranceOf(order)).source).toBe('letter_of_credit');
  });

  it('is said both ways, or not at all', async () => {
    const order = await jersey();
    const half = await recordCredit(order, { quantityPlusPercent: '5' });
    expect([half.status, Object.keys(half.body.errors)]).toEqual([422, ['quantityMinusPercent']]);
    const most = await recordCredit(order, { amountPlusPercent: '101', amountMinusPercent: '0' });
    expect([most.status, Object.keys(most.body.errors)]).toEqual([400, ['amountPlusPercent']]);
  });

  it('is told of in the activity as a percentage', async () => {
    const order = await jersey();
    const { id } = (await recordCredit(order)).body;
    const body = { quantityPlusPercent: '5.0', quantityMinusPercent: '5' };
    await house.as('merchandiser').patch(`/financials/letters-of-credit/${id}/`, body);
    const told = (await house.eventsOf(id)).at(-1)!;
    expect(told.data).toMatchObject({ after: { quantityPlusPercent: '5', quantityMinusPercent: '5' } });
  });
});
