import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { House } from '../support/house';
import { offered, Undoings } from '../support/undoing';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const me = () => house.as('merchandiser');
const undoings = new Undoings(() => house);
const undone = (eventId: string) => undoings.undone(eventId);
const there = async (id: string) => (await me().get(`/orders/${id}/`)).status === 200;

describe('undo: that an order was made', () => {
  const make = async () => {
    const answer = await me().post<{ id: string; styles: { lines: { id: string }[] }[] }>('/orders/', {
      customerName: 'ANABIA',
      fabricType: 'Single jersey',
      styles: [{ styleNumber: 'MT-2291', lines: [{ colorName: 'White', quantity: '100', unit: 'kg' }] }],
    });
    return { id: answer.body.id, line: answer.body.styles[0]!.lines[0]!.id, event: answer.headers['x-undo']! };
  };

  it('puts it into the trash with all of it, from where the undo of that brings it back', async () => {
    const { id, line, event } = await make();
    const { steps, again } = await undone(event);
    expect(steps).toEqual(['moved the order to the trash']);
    expect([await there(id), (await me().get(`/order-lines/${line}/`)).status]).toEqual([false, 404]);
    await undone(again);
    expect([await there(id), (await me().get(`/order-lines/${line}/`)).status]).toEqual([true, 200]);
  });

  it('is refused once anything stands on it, also on one of its lines, until that is undone', async () => {
    const { id, line, event } = await make();
    const noted = await offered(me().patch(`/order-lines/${line}/`, { notes: 'rush' }));
    expect(await undoings.refusal(event)).toBe(
      'Since then merchandiser of the house set the notes of White to “rush”. Undo that first, or change it the usual way.',
    );
    await undone(noted);
    const task = await me().post('/tasks/', { orderId: id, title: 'Call the mill' });
    expect(await undoings.refusal(event)).toContain('Call the mill');
    await undone(task.headers['x-undo']!);
    await undone(event);
    expect(await there(id)).toBe(false);
  });

  it('takes a copy back, and leaves the order that it is a copy of', async () => {
    const { id } = await make();
    const copy = await me().post<{ id: string }>(`/orders/${id}/copy/`);
    await undone(copy.headers['x-undo']!);
    expect([await there(copy.body.id), await there(id)]).toEqual([false, true]);
  });
});

describe('undo: that a workbook was imported', () => {
  const fixture = (name: string) => readFileSync(join(__dirname, '../fixtures/workbooks', name));

  async function imported(name: string) {
    const { body } = await me().upload<{ id: string }>('/imports/', fixture(name), name);
    const { body: made, headers } = await me().post<{ orders: { id: string }[] }>(`/imports/${body.id}/commitment/`);
    return { orders: made.orders.map(({ id }) => id), event: headers['x-undo']! };
  }

  it('puts all that it brought into the trash by one undo, and brings it back by one', async () => {
    const { orders, event } = await imported('house-plan.xls');
    const [id] = orders;
    const milestones = async () =>
      (await me().get<{ count: number }>(`/milestones/?orderId=${id}&pageSize=1`)).body.count;
    expect(await milestones()).toBe(44);
    const planned = (await undoings.plan(event)).body;
    expect(planned).toMatchObject({ possible: true, steps: ['moved the order to the trash'] });
    const { steps, again } = await undone(event);
    expect([steps, await there(id!), await milestones()]).toEqual([planned.steps, false, 0]);
    await undone(again);
    expect([await there(id!), await milestones()]).toEqual([true, 44]);
  });

  it('may be asked of anything that the import did', async () => {
    const { orders, event } = await imported('house-plan.xls');
    const events = await house.eventsOf(orders[0]!);
    expect(events.map(({ name }) => name)).toEqual(['order.created', 'order.imported']);
    for (const { id } of events) expect((await undoings.plan(id)).body.possible).toBe(true);
    await undone(events.at(-1)!.id);
    expect(await undoings.refusal(event)).toBe('You have undone this already. To have it back, undo that.');
  });

  it('is refused as a whole once one line of it was touched', async () => {
    const { orders, event } = await imported('house-plan.xls');
    const order = await me().get<{ styles: { lines: { id: string }[] }[] }>(`/orders/${orders[0]!}/`);
    await me().patch(`/order-lines/${order.body.styles[0]!.lines[1]!.id}/`, { notes: 'rush' });
    expect(await undoings.refusal(event)).toContain('Since then merchandiser of the house');
    expect(await there(orders[0]!)).toBe(true);
  });
});

describe('undo: a change of what was agreed', () => {
  const revision = { reason: 'The buyer cut the order.', agreedBy: 'Anna Berg, ANABIA' };

  it('is one more revision, and tells whose mistake it was', async () => {
    const order = await house.given.order();
    const [white] = order.lines;
    await me().post(`/orders/${order.id}/line-statuses/`, { status: 'running' });
    const revised = await offered(me().patch(`/order-lines/${white!.id}/`, { quantity: '40000', revision }));
    const { steps, again } = await undone(revised);
    expect(steps).toEqual([
      'changed the quantity of White from 40,000 pcs to 44,640 pcs (revision 2, agreed with merchandiser of the house): “Revision 1 was a mistake”',
    ]);
    const quantity = async () => (await me().get(`/order-lines/${white!.id}/`)).body['quantity'];
    expect(await quantity()).toBe('44640');
    await undone(again);
    expect(await quantity()).toBe('40000');
    const { results } = (
      await me().get<{ results: { number: number; reason: string }[] }>(`/order-revisions/?orderId=${order.id}`)
    ).body;
    expect(results.map(({ number, reason }) => [number, reason]).sort()).toEqual([
      [1, 'The buyer cut the order.'],
      [2, 'Revision 1 was a mistake.'],
      [3, 'Revision 2 was a mistake.'],
    ]);
  });

  it('takes a step back forward again', async () => {
    const order = await house.given.order();
    const [white] = order.lines;
    const move = (status: string, more = {}) => me().post(`/order-lines/${white!.id}/status/`, { status, ...more });
    await move('running');
    const { steps } = await undone(await offered(move('in_development', { revision })));
    expect(steps).toEqual(['moved the line from in development to running']);
    expect((await me().get(`/order-lines/${white!.id}/`)).body).toMatchObject({ status: 'running' });
  });

  it('holds for the figures of an order too, and is refused where they were revised once more', async () => {
    const order = await house.given.order({ styles: [], quantity: '100', unit: 'kg' });
    const first = await offered(me().patch(`/orders/${order.id}/`, { quantity: '90', revision }));
    const second = await offered(me().patch(`/orders/${order.id}/`, { quantity: '80', revision }));
    expect(await undoings.refusal(first)).toContain('Since then');
    await undone(second);
    await undone(first);
    expect((await me().get(`/orders/${order.id}/`)).body).toMatchObject({ quantity: '100' });
  });
});
