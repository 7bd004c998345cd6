import { MY_DAY_KINDS } from '../../src/modules/workspace/my-day/my-day.vocabulary';
import { addDays, today } from '../../src/platform/values/day';
import { dayWords } from '../../src/platform/values/words';
import { House, type Person } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
beforeEach(() => house.withoutOrders()); // a day is all that waits: each test has its own
afterAll(() => house?.close());

const day = (offset: number) => addDays(today('Asia/Dhaka'), offset);

interface Item {
  kind: string;
  relatedId: string | null;
  title: string;
  detail: string | null;
  orderId: string | null;
  orderNumber: string;
  customerName: string | null;
  lineLabel: string | null;
  lines: number;
  daysLate: number | null;
  task: { assignedTo: { id: string }; assignedBy: { id: string }; rowVersion: number } | null;
}
interface MyDay {
  scope: string;
  dueToday: number;
  dueThisWeek: number;
  todayItems: Item[];
  weekItems: Item[];
  next: Item | null;
}

const myDay = async (by: Person, query = '') => (await house.as(by).get<MyDay>(`/workspace/my-day/${query}`)).body;
const titles = (items: Item[]) => items.map(({ title }) => title);

/** Untouched gates wait for us in every order: only the tests of gates keep them. */
async function orderLeavingIn(days: number, orderNumber: string, by: Person = 'merchandiser', withGates = false) {
  const lines = ['White', 'Black'].map((colorName) => ({ colorName, quantity: '100', unit: 'kg', etd: day(days) }));
  const order = await house.given.order({ orderNumber, styles: [{ styleNumber: 'MT-2291', lines }] }, by);
  if (!withGates) await house.query('DELETE FROM line_gates WHERE order_id = $1', [order.id]);
  return order;
}

const plan = (lineId: string, milestone: string, offset: number, by: Person = 'merchandiser') =>
  house.as(by).put(`/order-lines/${lineId}/milestones/${milestone}/`, { plannedOn: day(offset) });

describe('my day', () => {
  it('is for who is signed in, and asks for what it knows', async () => {
    expect((await house.anonymous.get('/workspace/my-day/?scope=nonsense')).status).toBe(401);
    const wrong = await house.as('merchandiser').get<{ errors: object }>('/workspace/my-day/?scope=theirs&kinds=task');
    expect([wrong.status, Object.keys(wrong.body.errors).sort()]).toEqual([400, ['kinds', 'scope']]);
  });

  it('has nothing for who has nothing to do', async () => {
    expect(await myDay('merchandiser')).toMatchObject({
      scope: 'mine',
      dueToday: 0,
      dueThisWeek: 0,
      todayItems: [],
      weekItems: [],
      next: null,
    });
  });

  it('puts the most late first however late it is; priority only decides between those of one day', async () => {
    const [soon, later] = [await orderLeavingIn(3, 'LEAVES-SOON'), await orderLeavingIn(40, 'LEAVES-LATER')];
    const give = (orderId: string, title: string, dueDate: string, priority = 'medium') =>
      house.as('merchandiser').post('/tasks/', { orderId, title, dueDate, priority });
    await give(soon.id, 'High, 20 days late', day(-20), 'high');
    await give(soon.id, '21 days late', day(-21));
    await give(later.id, '60 days late', day(-60), 'low');
    await give(soon.id, 'Low, 20 days late', day(-20), 'low');
    await give(later.id, 'Urgent', day(5), 'urgent');
    expect(titles((await myDay('merchandiser', '?kind=task')).todayItems)).toEqual([
      'Urgent',
      '60 days late',
      '21 days late',
      'High, 20 days late',
      'Low, 20 days late',
    ]);
  });

  it('sorts what waits by urgency: the most late, then the order that leaves first', async () => {
    const soon = await orderLeavingIn(3, 'SOON');
    const later = await orderLeavingIn(20, 'LATER');
    const [white, black] = soon.lines;
    await plan(white!.id, 'knittingComplete', -2);
    await plan(black!.id, 'knittingComplete', -1);
    await plan(later.lines[0]!.id, 'dyeingStart', -2);
    await plan(later.lines[0]!.id, 'dyeingComplete', 12);
    const me = house.as('merchandiser');
    const give = (title: string, more: object) => me.post('/tasks/', { orderId: later.id, title, ...more });
    await give('Whenever', {});
    await give('Urgent', { priority: 'urgent' });
    await give('In two days', { dueDate: day(2), orderLineId: later.lines[1]!.id });
    await give('Not this week', { dueDate: day(11) });
    await give("A colleague's", { assignedToId: house.ids.colleague, dueDate: day(0) });
    const sample = await house.given.sample({ orderId: soon.id, orderLineId: white!.id });
    await me.post(`/samples/${sample.id}/submission/`, { submissionDate: day(-4) });
    await house.given.sample({ orderId: soon.id, orderLineId: black!.id, type: 'strike_off', submissionDate: day(0) });

    const body = await myDay('merchandiser');
    expect(titles(body.todayItems)).toEqual(['Urgent', 'Knitting complete', 'Dyeing start', 'Send strike off round 1']);
    expect(body.todayItems[1]).toMatchObject({
      kind: 'step',
      orderNumber: 'SOON',
      customerName: 'ANABIA',
      lineLabel: null,
      lines: 2,
      daysLate: 2,
      detail: '2 lines',
    });
    expect(titles(body.weekItems)).toEqual([
      'Lab dip round 1 is with the buyer',
      'In two days',
      'SOON leaves',
      'Whenever',
    ]);
    expect(body.weekItems[1]).toMatchObject({ lineLabel: 'MT-2291 · Black', daysLate: -2, task: { rowVersion: 1 } });
    expect([body.dueToday, body.dueThisWeek, body.next?.title]).toEqual([4, 4, 'Not this week']);

    expect(titles((await myDay('merchandiser', '?kind=step')).todayItems)).toEqual([
      'Knitting complete',
      'Dyeing start',
    ]);
    expect(titles((await myDay('merchandiser', '?scope=all&kind=task')).todayItems)).toContain("A colleague's");

    // What was given to the colleague is theirs to do, and tells them the number of the order alone.
    const theirs = await myDay('colleague');
    expect(titles(theirs.todayItems)).toEqual(["A colleague's"]);
    expect(theirs.todayItems[0]).toMatchObject({ orderNumber: 'LATER', orderId: null, customerName: null });
    expect(theirs.weekItems).toEqual([]);
  });

  it('tells of gates that we hold, that others hold too long, and of open conditions', async () => {
    const order = await orderLeavingIn(60, 'GATES', 'merchandiser', true);
    const [white, black] = order.lines;
    const me = house.as('merchandiser');
    const decide = (line: string, approvalType: string, status: string, more: object = {}) =>
      me.post(`/order-lines/${line}/approvals/`, { approvalType, status, ...more });
    await decide(white!.id, 'labDip', 'submission', { occurredOn: day(-30) });
    await decide(black!.id, 'labDip', 'submission', { occurredOn: day(-2) });
    await decide(white!.id, 'quality', 'approved', { condition: 'Softer hand on bulk.' });
    await decide(white!.id, 'strikeOff', 'submission', { occurredOn: day(-30) });
    await decide(white!.id, 'strikeOff', 'rejected', { occurredOn: day(-20) });
    await house.query(`UPDATE line_gates SET due_on = $2 WHERE order_line_id = $1 AND gate_key = 'price'`, [
      white!.id,
      day(0),
    ]);
    const body = await myDay('merchandiser', '?scope=mine');
    expect(titles(body.todayItems)).toEqual([
      'Lab dip round 1 is overdue with the buyer',
      'Strike-off round 1 is overdue with the mill',
      'Agree on the price',
    ]);
    expect(body.todayItems[0]).toMatchObject({ kind: 'gate_waiting', lineLabel: 'MT-2291 · White', lines: 1 });
    expect(titles(body.weekItems)).toEqual(['Quality, on condition: Softer hand on bulk.']);
    expect(body.next?.title).toMatch(/: send round 1$/);
    const conditions = await myDay('merchandiser', '?kind=condition');
    expect([conditions.dueToday, conditions.dueThisWeek]).toEqual([0, 1]);
  });

  it('tells of a sample, not of its gate as well', async () => {
    const order = await orderLeavingIn(60, 'SAMPLES');
    const me = house.as('merchandiser');
    const sample = await house.given.sample({ orderId: order.id, orderLineId: order.lines[0]!.id });
    await me.post(`/samples/${sample.id}/submission/`, { submissionDate: day(-20) });
    expect(titles((await myDay('merchandiser')).todayItems)).toEqual(['Lab dip round 1 is with the buyer']);
  });

  it('is empty but for the next thing when nothing is due this week', async () => {
    const order = await orderLeavingIn(40, 'FAR');
    await plan(order.lines[0]!.id, 'dyeingStart', 12);
    expect(await myDay('merchandiser')).toMatchObject({
      todayItems: [],
      weekItems: [],
      next: { title: 'Dyeing start', lineLabel: 'MT-2291 · White', daysLate: -12 },
    });
  });

  it('has the house for managers, with the papers that wait for their confirmation, or only what is theirs', async () => {
    const order = await orderLeavingIn(2, 'HOUSE', 'colleague');
    const colleague = house.as('colleague');
    const invoice = await colleague.post<{ id: string }>('/financials/proforma-invoices/', {
      orderId: order.id,
      amount: '92000.00',
      currency: 'USD',
    });
    await colleague.post(`/financials/proforma-invoices/${invoice.body.id}/dispatch/`);
    const credit = await colleague.post<{ id: string }>('/financials/letters-of-credit/', {
      orderId: order.id,
      lcNumber: 'DC-1',
      amount: '92000.00',
      currency: 'USD',
      issueDate: day(-3),
      expiryDate: day(60),
    });
    await colleague.post(`/financials/letters-of-credit/${credit.body.id}/issuance/`);
    await colleague.post('/tasks/', { orderId: order.id, title: 'For the manager', assignedToId: house.ids.manager });

    const all = await myDay('manager');
    expect([all.scope, titles(all.todayItems).map((title) => title.replace(/\d{5}/, ''))]).toEqual([
      'all',
      ['Confirm LC DC-1', 'Confirm PI-'],
    ]);
    expect(titles(all.weekItems)).toEqual(['HOUSE leaves', 'For the manager']);
    const mine = await myDay('manager', '?scope=mine');
    expect([titles(mine.todayItems).length, titles(mine.weekItems)]).toEqual([2, ['For the manager']]);
    expect(titles((await myDay('colleague')).todayItems)).toEqual([]);
  });

  it('has a PI that waits for its review for who may and did not write on it', async () => {
    const order = await orderLeavingIn(20, 'REVIEW');
    const me = house.as('merchandiser');
    const { id } = (
      await me.post<{ id: string }>('/financials/proforma-invoices/', {
        orderId: order.id,
        amount: '92000.00',
        currency: 'USD',
      })
    ).body;
    const path = `/financials/proforma-invoices/${id}`;
    const waits = { kind: 'invoice_to_review', relatedId: id, detail: `USD 92,000.00, since ${dayWords(day(0))}` };
    const shown = async (by: Person) => (await myDay(by, '?kind=invoice_to_review')).todayItems;
    expect(await shown('manager')).toEqual([]);
    await me.post(`${path}/review/`);
    expect(await shown('manager')).toMatchObject([waits]);
    expect(await shown('merchandiser')).toEqual([]);
    await house.as('admin').patch(`${path}/`, { notes: 'By hand.' });
    expect(await shown('admin')).toEqual([]);
    await house.as('manager').post(`${path}/approval/`);
    expect(await shown('manager')).toEqual([]);
  });

  it('forgets what is delivered, done or in the trash', async () => {
    const me = house.as('merchandiser');
    const delivered = await orderLeavingIn(-3, 'DELIVERED');
    await plan(delivered.lines[0]!.id, 'dyeingStart', -9);
    await me.post(`/orders/${delivered.id}/delivery/`);
    const open = await orderLeavingIn(30, 'OPEN');
    await plan(open.lines[0]!.id, 'dyeingStart', -1);
    await me.delete(`/order-lines/${open.lines[0]!.id}/`);
    const task = await me.post<{ id: string }>('/tasks/', { orderId: open.id, title: 'Done', dueDate: day(0) });
    await me.post(`/tasks/${task.body.id}/completion/`);
    const trashed = await orderLeavingIn(1, 'TRASHED');
    await me.post('/tasks/', { orderId: trashed.id, title: 'Gone', dueDate: day(0) });
    await me.delete(`/orders/${trashed.id}/`);
    expect((await myDay('merchandiser')).todayItems).toEqual([]);
  });

  it('says of the whole house what it says to who has all of it, however much that is', async () => {
    const me = house.as('merchandiser');
    const order = await orderLeavingIn(3, 'ALL-1');
    const [white, black] = order.lines;
    const gated = await orderLeavingIn(20, 'ALL-2', 'merchandiser', true);
    await house.query(`UPDATE line_gates SET due_on = $2::date + (random() * 30)::int - 15 WHERE order_id = $1`, [
      gated.id,
      day(0),
    ]);
    await plan(white!.id, 'knittingComplete', -9);
    await plan(black!.id, 'knittingComplete', 2); // late on the other line already
    for (const [step, offset] of Object.entries({ dyeingStart: 1, dyeingComplete: 9, cuttingStart: 20 }))
      await plan(black!.id, step, offset);
    const sample = await house.given.sample({ orderId: order.id, orderLineId: white!.id });
    await me.post(`/samples/${sample.id}/submission/`, { submissionDate: day(-8) });
    await house.given.sample({ orderId: order.id, orderLineId: black!.id, submissionDate: day(5) });
    const { body: task } = await me.post<{ id: string }>('/tasks/', { orderId: order.id, title: 'One' });
    await me.post('/tasks/', { orderId: gated.id, title: 'Urgent', dueDate: day(-1), priority: 'urgent' });
    await house.query(
      `INSERT INTO order_tasks SELECT more.* FROM order_tasks t, generate_series(-20, 40) n, generate_series(1, 12) copy,
         jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'title', 'No. ' || copy, 'due_date', $2::date + n)) more
       WHERE t.id = $1`,
      [task.id, day(0)],
    );
    for (const kind of ['', ...MY_DAY_KINDS.map((each) => `&kind=${each}`)])
      expect([kind, await myDay('manager', `?scope=all${kind}`)]).toEqual([
        kind,
        await myDay('merchandiser', `?scope=all${kind}`),
      ]);
  });

  it('reads all of it in one statement, of the whole house with another for what is kept of it', async () => {
    const order = await orderLeavingIn(2, 'PO-1');
    for (const title of ['a', 'b', 'c']) await house.as('merchandiser').post('/tasks/', { orderId: order.id, title });
    await myDay('merchandiser');
    expect((await statementsDuring(() => myDay('merchandiser'))).statements).toHaveLength(1);
    expect((await statementsDuring(() => myDay('manager'))).statements).toHaveLength(2);
  });
});
