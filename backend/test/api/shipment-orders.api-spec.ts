import { addDays, today } from '../../src/platform/values/day';
import { House, type Person } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

type Refusal = { code: string; errors: Record<string, string[]>; detail: string };
interface Cargo {
  part: boolean;
  lines: { label: string; orderNumber: string }[];
  packages: { contents: { orderLineId: string }[] }[];
  amounts: { amount: string }[];
}
interface Shipment {
  id: string;
  orderId: string;
  orders: { id: string | null; orderNumber: string }[];
}

const me = () => house.as('merchandiser');
const colleague = () => house.as('colleague');
const manager = () => house.as('manager');

/** An order of 100 kg of one line at USD 6.00. */
async function ordered(by: Person) {
  const lines = [{ colorName: by === 'colleague' ? 'White' : 'Black', quantity: '100', unit: 'kg', provaPrice: '6' }];
  const order = await house.given.order({ currency: 'USD', styles: [{ styleNumber: 'MT-1', lines }] }, by);
  return { ...order, line: order.lines[0]!.id };
}

/** A shipment of an order of `first` that a line of an order of `second` goes with too. */
async function carried(first: Person = 'merchandiser', second: Person = 'colleague') {
  const [own, other] = [await ordered(first), await ordered(second)];
  const { id } = await house.given.shipment({ orderId: own.id, mode: 'air' }, first);
  const lines = [own, other].map(({ line }) => ({ orderLineId: line, quantity: '100', unit: 'kg' }));
  const written = await manager().put<Cargo>(`/shipments/${id}/lines/`, { lines });
  expect(written.status).toBe(200);
  return { id, own, other, lines };
}

const roll = (orderLineId: string, firstNumber: number) => ({
  ...{ kind: 'roll', firstNumber, lastNumber: firstNumber + 3, contents: [{ orderLineId, quantity: '25' }] },
  ...{ netKg: '25', grossKg: '26' },
});

describe('lines of several orders in one shipment', () => {
  it('are those of orders that one sees; the orders follow the lines', async () => {
    const { id, own, other, lines } = await carried('merchandiser', 'merchandiser');
    const orders = async () => (await me().get<Shipment>(`/shipments/${id}/`)).body.orders;
    expect(await orders()).toEqual([own, other].map((order) => ({ id: order.id, orderNumber: order.orderNumber })));
    for (const { id: orderId } of [own, other]) {
      const { body } = await me().get<{ results: Shipment[] }>(`/shipments/?orderId=${orderId}`);
      expect(body.results.map((shipment) => shipment.id)).toEqual([id]);
      const page = await me().get<{ shipments: { id: string }[] }>(`/orders/${orderId}/workspace/`);
      expect(page.body.shipments.map((shipment) => shipment.id)).toEqual([id]);
    }
    const strange = await ordered('colleague');
    const refused = await me().put<Refusal>(`/shipments/${id}/lines/`, {
      lines: [...lines, { ...lines[0], orderLineId: strange.line }],
    });
    expect([refused.status, Object.keys(refused.body.errors)]).toEqual([400, ['lines.2.orderLineId']]);
    await me().put(`/shipments/${id}/lines/`, { lines: lines.slice(1) });
    expect(await orders()).toHaveLength(2); // the first stays
    await me().put(`/shipments/${id}/lines/`, { lines: lines.slice(0, 1) });
    expect((await orders()).map(({ orderNumber }) => orderNumber)).toEqual([own.orderNumber]);
  });

  it('show of a colleague’s order its number, and nothing else', async () => {
    const { id, own, other } = await carried();
    const box = { containerNumber: 'CSQU3054383' };
    await manager().put(`/shipments/${id}/containers/`, { containers: [{ ...box, size: '20' }] });
    await manager().put(`/shipments/${id}/packing-list/`, {
      packages: [{ ...roll(own.line, 1), ...box }, roll(other.line, 5)],
    });
    const seen = await colleague().get<Shipment>(`/shipments/${id}/`);
    expect(seen.body).toMatchObject({
      orderId: other.id,
      orders: [
        { id: null, orderNumber: own.orderNumber },
        { id: other.id, orderNumber: other.orderNumber },
      ],
    });
    const cargo = (await colleague().get<Cargo>(`/shipments/${id}/cargo/`)).body;
    expect(cargo).toMatchObject({
      ...{ part: true, amounts: [{ amount: '600.00' }], differences: [], chargeable: null, fill: null },
      lines: [{ orderLineId: other.line, orderNumber: other.orderNumber }],
      packages: [{ contents: [{ orderLineId: other.line }] }],
      packing: { grossKg: '104' },
    });
    expect(JSON.stringify(cargo)).not.toContain(own.line);
    expect((await manager().get(`/shipments/${id}/cargo/`)).body).toMatchObject({ part: false, lines: [{}, {}] });
    const departed = await colleague().post(`/shipments/${id}/departure/`);
    expect(departed.status).toBe(200); // it is theirs to follow
  });

  it('tell of what happened to whoever has one of them, of files to who has all', async () => {
    const { id, own } = await carried();
    await manager().post(`/shipments/${id}/departure/`);
    await manager().upload(`/shipments/${id}/documents/`, Buffer.from('%PDF-1.7\n%%EOF'), 'awb.pdf');
    const told = async (by: Person, query = '') => {
      const { status, body } = await house
        .as(by)
        .get<{ count: number; results: { name: string }[] }>(`/shipments/${id}/history/${query}`);
      return { status, count: body.count, names: body.results?.map(({ name }) => name) };
    };
    const all = ['shipment.file_attached', 'shipment.departed', 'shipment.lines_changed', 'shipment.created'];
    expect(await told('manager')).toEqual({ status: 200, count: 4, names: all });
    for (const by of ['merchandiser', 'colleague'] as const)
      expect(await told(by)).toEqual({ status: 200, count: 3, names: all.slice(1) });
    expect((await told('manager', '?page=2&pageSize=3')).names).toEqual(['shipment.created']);
    const { text } = await colleague().get(`/shipments/${id}/history/`);
    expect(text).toContain('with Maersk');
    expect(text).not.toContain(own.id);
    expect((await house.anonymous.get(`/shipments/${id}/history/`)).status).toBe(401);
    const theirs = await house.given.shipment({}, 'colleague');
    expect((await me().get(`/shipments/${theirs.id}/history/`)).status).toBe(404);
    const { statements } = await statementsDuring(() => manager().get(`/shipments/${id}/history/`));
    expect(statements).toHaveLength(3);
  });

  it('are changed, and their papers seen, by who sees all of them', async () => {
    const { id, own, other, lines } = await carried();
    const invoice = await manager().post<{ id: string; orderNumbers: string[] }>(`/shipments/${id}/invoices/`);
    expect(invoice.body).toMatchObject({ amount: '1200.00', orderNumbers: [own.orderNumber, other.orderNumber] });
    const paper = await manager().post<{ papers: { id: string }[] }>(`/shipments/${id}/papers/`, {
      papers: [{ kind: 'packing_list' }],
    });
    const at = `/shipments/${id}`;
    for (const who of [me(), colleague()]) {
      const refused = [
        await who.put<Refusal>(`${at}/lines/`, { lines }),
        await who.put<Refusal>(`${at}/containers/`, { containers: [] }),
        await who.put<Refusal>(`${at}/packing-list/`, { packages: [] }),
        await who.get<Refusal>(`${at}/invoices/`),
        await who.post<Refusal>(`${at}/invoices/`),
        await who.get<Refusal>(`${at}/papers/`),
        await who.post<Refusal>(`${at}/papers/`, { papers: [{ kind: 'weight_list' }] }),
        await who.post<Refusal>(`${at}/packing-list/print/`),
        await who.get<Refusal>(`${at}/documents/`),
        await who.delete<Refusal>(`${at}/`),
      ];
      expect(refused.map(({ status, body }) => [status, body.code])).toEqual(
        refused.map(() => [403, 'shipment.goes_with_others']),
      );
      const hidden = [
        await who.get(`/commercial-invoices/${invoice.body.id}/`),
        await who.post(`/commercial-invoices/${invoice.body.id}/cancellation/`, { reason: 'mine' }),
        await who.patch(`/shipment-papers/${paper.body.papers[0]!.id}/`, { state: 'ready' }),
      ];
      expect(hidden.map(({ status }) => status)).toEqual([404, 404, 404]);
    }
  });

  it('are owed for as a whole: what is owed is seen by who sees all of them', async () => {
    const { id } = await carried();
    await manager().post(`/shipments/${id}/invoices/`);
    await house.deliverEvents();
    const owed = async (who: Person) => {
      const { body } = await house
        .as(who)
        .get<{ results: { id: string }[] }>(`/financials/receivables/?shipmentId=${id}`);
      return body.results;
    };
    const [receivable] = await owed('manager');
    expect(receivable).toMatchObject({ amount: '1200.00' });
    for (const who of ['merchandiser', 'colleague'] as const) {
      expect(await owed(who)).toEqual([]);
      expect((await house.as(who).get(`/financials/receivables/${receivable!.id}/`)).status).toBe(404);
    }
  });

  it('outlive their first order', async () => {
    const { id, own, other } = await carried();
    await house.query('UPDATE orders SET deleted_at = now() WHERE id = $1', [own.id]);
    expect((await me().get(`/shipments/${id}/`)).status).toBe(404);
    const left = (await colleague().get<Shipment>(`/shipments/${id}/`)).body;
    expect(left).toMatchObject({ orderId: other.id, orders: [{ id: other.id }] });
    await house.query('DELETE FROM orders WHERE id = $1', [own.id]); // as the purge does
    expect((await colleague().get<Shipment>(`/shipments/${id}/`)).body).toMatchObject({ orderId: other.id });
    expect((await colleague().get<Cargo>(`/shipments/${id}/cargo/`)).body).toMatchObject({ part: false, lines: [{}] });
  });

  it('make the step *shipped* of every order happen, and are listed in two statements', async () => {
    const { id, own, other } = await carried();
    for (const { line } of [own, other]) {
      await manager().patch(`/order-lines/${line}/`, { etd: addDays(today('Asia/Dhaka'), 60) });
      expect((await manager().post(`/order-lines/${line}/plan/`)).status).toBe(200);
    }
    await manager().post(`/shipments/${id}/departure/`);
    await house.deliverEvents();
    const days = await house.query<{ order_id: string }>(
      `SELECT DISTINCT order_id FROM line_milestones WHERE milestone = 'shipped' AND actual_on IS NOT NULL
        AND order_id = ANY($1)`,
      [[own.id, other.id]],
    );
    expect(days).toHaveLength(2);
    const { statements } = await statementsDuring(() => me().get('/shipments/'));
    expect(statements.length).toBeLessThanOrEqual(2);
    expect((await statementsDuring(() => me().get(`/shipments/${id}/`))).statements).toHaveLength(1);
  });
});
