import { addDays, today } from '../../src/platform/values/day';
import { House, type Person } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const NOBODYS = '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21';
const day = (offset: number) => addDays(today('Asia/Dhaka'), offset);

type Refusal = { code: string; errors: Record<string, string[]> };
type Task = {
  id: string;
  orderId: string | null;
  orderNumber: string;
  customerName: string | null;
  orderLineId: string | null;
  lineLabel: string | null;
  title: string;
  status: string;
  nextStatuses: string[];
  editable: boolean;
  assignedTo: { id: string; fullName: string } | null;
  assignedBy: { id: string } | null;
  completedAt: string | null;
  rowVersion: number;
};
type List = { count: number | null; results: Task[] };

async function task(body: object, by: Person = 'merchandiser'): Promise<Task> {
  const made = await house.as(by).post<Task>('/tasks/', { title: 'Chase the mill', ...body });
  if (made.status !== 201) throw new Error(`No task was made: ${JSON.stringify(made.body)}`);
  return made.body;
}

const titlesOf = async (by: Person, query: string) =>
  (await house.as(by).get<List>(`/tasks/?${query}`)).body.results.map(({ title }) => title);

describe('tasks: who may', () => {
  it('asks a stranger to sign in, before it looks at anything else', async () => {
    for (const answer of [
      await house.anonymous.get('/tasks/?nonsense=1'),
      await house.anonymous.post('/tasks/', { nonsense: 1 }),
      await house.anonymous.post(`/tasks/${NOBODYS}/completion/`),
    ])
      expect([answer.status, answer.body['code']]).toEqual([401, 'auth.not_signed_in']);
  });

  it("does not know the tasks of another's order, on any route", async () => {
    const order = await house.given.order({}, 'colleague');
    const theirs = await task({ orderId: order.id }, 'colleague');
    const me = house.as('merchandiser');
    const answers = [
      await me.get(`/tasks/${theirs.id}/`),
      await me.patch(`/tasks/${theirs.id}/`, { title: 'mine' }),
      await me.delete(`/tasks/${theirs.id}/`),
      await me.post(`/tasks/${theirs.id}/start/`),
      await me.post(`/tasks/${theirs.id}/completion/`),
      await me.post(`/tasks/${theirs.id}/cancellation/`),
      await me.post(`/tasks/${theirs.id}/reopening/`),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    expect((await house.as('manager').get(`/tasks/${theirs.id}/`)).status).toBe(200);
  });

  it('shows nobody the tasks of the house by asking for all of them (fault 3)', async () => {
    const order = await house.given.order({}, 'colleague');
    const theirs = await task({ orderId: order.id, title: 'A secret of the colleague' }, 'colleague');
    const me = house.as('merchandiser');
    for (const name of ['show_all', 'showAll', 'all']) {
      const { status, body } = await me.get<Refusal>(`/tasks/?${name}=true`);
      expect([status, Object.keys(body.errors)]).toEqual([400, [name]]);
    }
    for (const query of [
      'mine=false',
      'given=false',
      'overdue=false',
      `orderId=${order.id}`,
      `assignedTo=${house.ids.colleague}`,
      `assignedBy=${house.ids.colleague}`,
      'search=secret',
      'pageSize=200',
    ]) {
      const list = await me.get<List>(`/tasks/?${query}`);
      expect([query, list.status, list.body.results.map(({ id }) => id)]).toEqual([query, 200, expect.any(Array)]);
      expect(list.body.results.map(({ id }) => id)).not.toContain(theirs.id);
    }
    expect(await titlesOf('manager', 'search=secret')).toEqual(['A secret of the colleague']);
  });

  it('gives a person the task alone: of an order that is not theirs they learn its number, and no more', async () => {
    const order = await house.given.order({ orderNumber: 'PO-7001' });
    const line = order.lines[0]!;
    const given = await task({ orderId: order.id, orderLineId: line.id, assignedToId: house.ids.colleague });
    expect(given).toMatchObject({ orderId: order.id, customerName: 'ANABIA', lineLabel: 'MT-2291 · White' });

    const colleague = house.as('colleague');
    const seen = await colleague.get<Task>(`/tasks/${given.id}/`);
    expect(seen.body).toMatchObject({
      orderNumber: 'PO-7001',
      orderId: null,
      customerName: null,
      orderLineId: null,
      lineLabel: null,
      editable: false,
      nextStatuses: ['in_progress', 'completed'],
    });
    expect(JSON.stringify(seen.body)).not.toMatch(/ANABIA|MT-2291|White/);
    const mine = await colleague.get<List>('/tasks/?mine=true&search=PO-7001');
    expect(mine.body.results).toEqual([seen.body]);
    for (const path of [`/orders/${order.id}/`, `/orders/${order.id}/workspace/`, `/order-lines/${line.id}/`])
      expect((await colleague.get(path)).status).toBe(404);
    expect((await colleague.get<List>(`/comments/?orderId=${order.id}`)).body.results).toEqual([]);
    expect((await colleague.get<List>(`/activity/?orderId=${order.id}`)).body.results).toEqual([]);
  });

  it('lets the assignee do the task, and nothing else to it', async () => {
    const order = await house.given.order();
    const given = await task({ orderId: order.id, assignedToId: house.ids.colleague });
    const colleague = house.as('colleague');
    for (const answer of [
      await colleague.patch(`/tasks/${given.id}/`, { title: 'Something easier' }),
      await colleague.patch(`/tasks/${given.id}/`, { assignedToId: house.ids.manager }),
      await colleague.delete(`/tasks/${given.id}/`),
      await colleague.post(`/tasks/${given.id}/cancellation/`),
    ])
      expect([answer.status, answer.body['code']]).toEqual([403, 'task.not_yours_to_change']);
    expect((await colleague.post<Task>(`/tasks/${given.id}/start/`)).body.status).toBe('in_progress');
    expect((await colleague.post<Task>(`/tasks/${given.id}/completion/`)).body.status).toBe('completed');
    expect((await colleague.post<Task>(`/tasks/${given.id}/reopening/`)).body.status).toBe('pending');
  });

  it('keeps the task with who gave it when it, or even its order, is handed over (fault 22)', async () => {
    const order = await house.given.order({ orderNumber: 'PO-7002' });
    const other = await task({ orderId: order.id, title: 'Book the yarn' });
    const given = await task({ orderId: order.id, assignedToId: house.ids.colleague });

    // Giving the task away changed nothing but the task: not whose the order is, and not its other tasks.
    const me = house.as('merchandiser');
    const kept = await me.get<{ merchandiser: { id: string } }>(`/orders/${order.id}/`);
    expect([kept.status, kept.body.merchandiser.id]).toEqual([200, house.ids.merchandiser]);
    expect((await me.get<Task>(`/tasks/${other.id}/`)).body).toMatchObject({ status: 'pending', rowVersion: 1 });

    // Even when the order itself leaves their sight, the creator reads, changes, hands on and deletes their task.
    await me.post(`/orders/${order.id}/assignment/`, { merchandiserId: house.ids.colleague });
    expect((await me.get(`/orders/${order.id}/`)).status).toBe(404);
    expect((await me.get<Task>(`/tasks/${given.id}/`)).body).toMatchObject({ orderNumber: 'PO-7002', orderId: null });
    expect((await me.patch<Task>(`/tasks/${given.id}/`, { title: 'Chase the mill again' })).status).toBe(200);
    expect((await me.patch<Task>(`/tasks/${given.id}/`, { assignedToId: house.ids.manager })).status).toBe(200);
    const foreign = await me.patch<Refusal>(`/tasks/${given.id}/`, { orderLineId: order.lines[0]!.id });
    expect([foreign.status, Object.keys(foreign.body.errors)]).toEqual([400, ['orderId']]);
    expect((await me.delete(`/tasks/${given.id}/`)).status).toBe(204);
    expect((await me.get(`/tasks/${given.id}/`)).status).toBe(404);
  });

  it('refuses what a body names and is not theirs, or no longer there, as what does not exist', async () => {
    const theirs = await house.given.order({}, 'colleague');
    const mine = await house.given.order();
    const me = house.as('merchandiser');
    for (const orderId of [theirs.id, NOBODYS]) {
      const { status, body } = await me.post<Refusal>('/tasks/', { orderId, title: 'x' });
      expect([status, body.errors]).toEqual([400, { orderId: ['There is no such order.'] }]);
    }
    const line = await me.post<Refusal>('/tasks/', { orderId: mine.id, title: 'x', orderLineId: theirs.lines[0]!.id });
    expect([line.status, Object.keys(line.body.errors)]).toEqual([400, ['orderLineId']]);

    const [gone] = await house.query<{ id: string }>(
      `INSERT INTO user_profiles (id, email, full_name, password_hash, is_active)
       VALUES (gen_random_uuid(), 'gone@house.test', 'Somebody who left', '', false) RETURNING id`,
    );
    for (const assignedToId of [gone!.id, NOBODYS]) {
      const { status, body } = await me.post<Refusal>('/tasks/', { orderId: mine.id, title: 'x', assignedToId });
      expect([status, body.errors]).toEqual([400, { assignedToId: ['There is no such active colleague.'] }]);
    }
  });

  it('forgets tasks with the order, or the line, that goes to the trash', async () => {
    const order = await house.given.order();
    const ofLine = await task({ orderId: order.id, orderLineId: order.lines[1]!.id });
    const ofOrder = await task({ orderId: order.id, assignedToId: house.ids.colleague });
    const me = house.as('merchandiser');
    await me.delete(`/order-lines/${order.lines[1]!.id}/`);
    expect((await me.get(`/tasks/${ofLine.id}/`)).status).toBe(404);
    await me.delete(`/orders/${order.id}/`);
    expect((await house.as('colleague').get(`/tasks/${ofOrder.id}/`)).status).toBe(404);
  });
});

describe('tasks: what is refused', () => {
  it('names each field that is wrong, unknown or out of range', async () => {
    const { status, body } = await house.as('merchandiser').post<Refusal>('/tasks/', {
      orderId: 'PO-1182',
      title: ' ',
      priority: 'asap',
      dueDate: '2026-02-30',
      closesWithGate: 'lab dip!',
      status: 'completed',
      assignedById: house.ids.manager,
    });
    expect(status).toBe(400);
    expect(Object.keys(body.errors).sort()).toEqual([
      'assignedById',
      'closesWithGate',
      'dueDate',
      'orderId',
      'priority',
      'status',
      'title',
    ]);
    expect((await house.as('merchandiser').get('/tasks/not-an-id/')).status).toBe(400);
    const list = await house.as('merchandiser').get<Refusal>('/tasks/?asigned=1&ordering=due');
    expect([list.status, Object.keys(list.body.errors)]).toEqual([400, ['asigned', 'ordering']]);
  });

  it('moves a task only where its table says', async () => {
    const order = await house.given.order();
    const me = house.as('merchandiser');
    const done = await task({ orderId: order.id });
    await me.post(`/tasks/${done.id}/completion/`);
    for (const step of ['start', 'completion', 'cancellation']) {
      const { status, body } = await me.post<Refusal & { nextStatuses: string[] }>(`/tasks/${done.id}/${step}/`);
      expect([status, body.code, body.nextStatuses]).toEqual([409, 'lifecycle.illegal_transition', ['pending']]);
    }
    const open = await task({ orderId: order.id });
    expect((await me.post(`/tasks/${open.id}/reopening/`)).status).toBe(409);
  });

  it('refuses a gate without a line, and one that is approved already', async () => {
    const order = await house.given.order();
    const me = house.as('merchandiser');
    const lineless = await me.post<Refusal>('/tasks/', { orderId: order.id, title: 'x', closesWithGate: 'labDip' });
    expect([lineless.status, lineless.body.code]).toEqual([422, 'task.gate_not_waited_for']);
    const line = order.lines[0]!.id;
    const unknown = await me.post<Refusal>('/tasks/', {
      orderId: order.id,
      title: 'x',
      orderLineId: line,
      closesWithGate: 'custom_wash_test',
    });
    expect([unknown.status, unknown.body.errors]).toEqual([422, { closesWithGate: ['The line has no such gate.'] }]);
    await me.post(`/order-lines/${line}/approvals/`, { approvalType: 'labDip', status: 'approved' });
    const late = { orderId: order.id, title: 'x', orderLineId: line, closesWithGate: 'labDip' };
    const approved = await me.post<Refusal>('/tasks/', late);
    expect([approved.status, Object.keys(approved.body.errors)]).toEqual([422, ['closesWithGate']]);
    const waiting = await task({ orderId: order.id, orderLineId: order.lines[1]!.id, closesWithGate: 'labDip' });
    expect((await me.patch(`/tasks/${waiting.id}/`, { orderLineId: null })).status).toBe(422);
    expect((await me.patch(`/tasks/${waiting.id}/`, { orderLineId: null, closesWithGate: null })).status).toBe(200);
  });

  it('tells a late writer what the other person changed, on every change', async () => {
    const order = await house.given.order();
    const given = await task({ orderId: order.id });
    await house.as('manager').patch(`/tasks/${given.id}/`, { dueDate: day(3) });
    const me = house.as('merchandiser');
    const stale = { 'If-Match': '"1"' };
    const answers = [
      await me.patch(`/tasks/${given.id}/`, { title: 'late' }, stale),
      await me.post(`/tasks/${given.id}/start/`, {}, stale),
      await me.post(`/tasks/${given.id}/completion/`, {}, stale),
      await me.post(`/tasks/${given.id}/cancellation/`, {}, stale),
      await me.delete(`/tasks/${given.id}/`, stale),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 412));
    expect(answers[0]!.body).toMatchObject({
      currentVersion: 2,
      changes: [{ name: 'task.updated', data: { after: { dueDate: day(3) } } }],
    });
  });
});

describe('tasks: what happens', () => {
  it('is for its maker unless told, and tells each thing that happens to it', async () => {
    const order = await house.given.order({ orderNumber: 'PO-7003' });
    const me = house.as('merchandiser');
    const made = await me.post<Task>('/tasks/', {
      orderId: order.id,
      orderLineId: order.lines[0]!.id,
      title: 'Book the yarn',
      priority: 'high',
      dueDate: day(2),
    });
    expect([made.status, made.headers['etag']]).toEqual([201, '"1"']);
    expect(made.body).toMatchObject({
      orderNumber: 'PO-7003',
      assignedTo: { id: house.ids.merchandiser },
      assignedBy: { id: house.ids.merchandiser },
      status: 'pending',
      nextStatuses: ['in_progress', 'completed', 'cancelled'],
      priority: 'high',
      editable: true,
    });
    const { id } = made.body;
    expect((await me.get(`/tasks/${id}/`)).body).toEqual(made.body);
    await me.patch(`/tasks/${id}/`, { dueDate: null, assignedToId: house.ids.colleague });
    await me.patch(`/tasks/${id}/`, { dueDate: null });
    await me.post(`/tasks/${id}/start/`);
    const done = await me.post<Task>(`/tasks/${id}/completion/`);
    expect(done.body).toMatchObject({ status: 'completed', dueDate: null, completedAt: expect.stringMatching(/Z$/) });
    await me.post(`/tasks/${id}/reopening/`);
    await me.post(`/tasks/${id}/cancellation/`, { reason: 'Booked already' });
    await me.delete(`/tasks/${id}/`);
    const events = await house.eventsOf(id);
    expect(events.map(({ name }) => name)).toEqual([
      'task.created',
      'task.updated',
      'task.assigned',
      'task.started',
      'task.completed',
      'task.reopened',
      'task.cancelled',
      'task.deleted',
    ]);
    const activity = await me.get<{ results: { kind: string; sentence: string }[] }>(`/activity/?orderId=${order.id}`);
    const sentences = activity.body.results.filter(({ kind }) => kind === 'task').map(({ sentence }) => sentence);
    expect(sentences).toEqual([
      'removed the task “Book the yarn” for White',
      'cancelled the task “Book the yarn” for White: “Booked already”',
      'reopened the task “Book the yarn” for White',
      'completed the task “Book the yarn” for White',
      'started the task “Book the yarn” for White',
      'handed the task “Book the yarn” for White to colleague of the house',
      'cleared the due date of the task “Book the yarn” for White',
      'added the task “Book the yarn” for White',
    ]);
  });

  it('lists by person, order, state, priority and day', async () => {
    const order = await house.given.order({ orderNumber: 'PO-7004' }, 'manager');
    const make = (title: string, more: object = {}) => task({ orderId: order.id, title, ...more }, 'manager');
    await make('for nobody', { assignedToId: null, priority: 'low' });
    await make('late', { dueDate: day(-2), assignedToId: house.ids.admin });
    await make('today, urgent', { dueDate: day(0), priority: 'urgent' });
    await make('today', { dueDate: day(0) });
    const done = await make('late but done', { dueDate: day(-3) });
    await house.as('manager').post(`/tasks/${done.id}/completion/`);
    const of = (query: string, by: Person = 'manager') => titlesOf(by, `orderId=${order.id}&${query}`);

    expect(await of('')).toEqual(['late but done', 'late', 'today, urgent', 'today', 'for nobody']);
    expect(await of('overdue=true')).toEqual(['late']);
    expect(await of('mine=true&status=pending')).toEqual(['today, urgent', 'today']);
    expect(await of('given=true')).toEqual(['late', 'for nobody']);
    expect(await of('mine=true', 'admin')).toEqual(['late']);
    expect(await of(`assignedTo=${house.ids.admin}&assignedBy=${house.ids.manager}`)).toEqual(['late']);
    expect(await of('priority=low&priority=urgent')).toEqual(['today, urgent', 'for nobody']);
    expect(await of(`dueFrom=${day(0)}&dueTo=${day(0)}`)).toEqual(['today, urgent', 'today']);
    expect(await of('ordering=-priority&pageSize=1')).toEqual(['today, urgent']);
    expect(await of('search=urgent')).toEqual(['today, urgent']);
  });

  it('does the task when its gate is approved, once, and tells who gave it', async () => {
    const order = await house.given.order({ orderNumber: 'PO-7005' });
    const [white, black] = order.lines;
    const waiting = await task({
      orderId: order.id,
      orderLineId: white!.id,
      title: 'Get the lab dip approved',
      assignedToId: house.ids.colleague,
      closesWithGate: 'labDip',
    });
    const others = [
      await task({ orderId: order.id, orderLineId: black!.id, closesWithGate: 'labDip' }),
      await task({ orderId: order.id, orderLineId: white!.id, closesWithGate: 'strikeOff' }),
      await task({ orderId: order.id, orderLineId: white!.id }),
    ];
    const manager = house.as('manager');
    await manager.post(`/order-lines/${white!.id}/approvals/`, { approvalType: 'labDip', status: 'submission' });
    await house.deliverEvents();
    expect((await manager.get<Task>(`/tasks/${waiting.id}/`)).body.status).toBe('pending');

    await manager.post(`/order-lines/${white!.id}/approvals/`, { approvalType: 'labDip', status: 'approved' });
    await house.deliverEvents();
    await house.query(`DELETE FROM event_deliveries WHERE handler LIKE 'GateTasks%'`);
    await house.deliverEvents();
    expect((await manager.get<Task>(`/tasks/${waiting.id}/`)).body).toMatchObject({
      status: 'completed',
      rowVersion: 2,
    });
    const [, completed, ...more] = await house.eventsOf(waiting.id);
    expect([completed?.name, more]).toEqual(['task.completed', []]);
    for (const { id } of others)
      expect((await manager.get<Task>(`/tasks/${id}/`)).body).toMatchObject({ status: 'pending', rowVersion: 1 });

    const told = (by: Person) => house.as(by).get<{ results: { title: string; orderId: string }[] }>('/notifications/');
    const title = 'A task on order PO-7005 is done.';
    expect((await told('merchandiser')).body.results.map((each) => each.title)).toContain(title);
    const colleague = (await told('colleague')).body.results.map((each) => each.title);
    expect(colleague).toContain('merchandiser of the house gave you a task on order PO-7005.');
    expect(colleague).toContain(title);
  });

  it('opens it again when the approval is undone, but not what a person had done', async () => {
    const order = await house.given.order({ orderNumber: 'PO-7006' });
    const line = order.lines[0]!.id;
    const me = house.as('merchandiser');
    const waiting = await task({
      orderId: order.id,
      orderLineId: line,
      assignedToId: house.ids.colleague,
      closesWithGate: 'labDip',
    });
    const byHand = await task({ orderId: order.id, orderLineId: line, closesWithGate: 'labDip' });
    await me.post(`/tasks/${byHand.id}/completion/`);
    const approve = () => me.post(`/order-lines/${line}/approvals/`, { approvalType: 'labDip', status: 'approved' });
    const statuses = () =>
      Promise.all([waiting, byHand].map(async ({ id }) => (await me.get<Task>(`/tasks/${id}/`)).body.status));
    await approve();
    await house.deliverEvents();
    expect(await statuses()).toEqual(['completed', 'completed']);
    const approval = (
      await house.query<{ id: string }>(
        `SELECT id FROM domain_events WHERE order_id = $1 AND name = 'approval.recorded'`,
        [order.id],
      )
    )[0]!;
    expect((await me.post(`/activity/${approval.id}/undo/`)).status).toBe(200);
    await house.deliverEvents();
    expect(await statuses()).toEqual(['pending', 'completed']);
    expect((await house.eventsOf(waiting.id)).at(-1)).toMatchObject({
      name: 'task.reopened',
      actor_id: house.ids.merchandiser,
      data: { reopenedByGate: 'labDip' },
    });
    const told = await house.as('colleague').get<{ results: { title: string }[] }>('/notifications/');
    expect(told.body.results.map(({ title }) => title)).toContain('A task on order PO-7006 is open again.');
    await approve();
    await house.deliverEvents();
    expect(await statuses()).toEqual(['completed', 'completed']);
  });

  it('leaves a task open whose gate was approved and taken back before anybody heard of it', async () => {
    const order = await house.given.order();
    const line = order.lines[0]!.id;
    const waiting = await task({ orderId: order.id, orderLineId: line, closesWithGate: 'labDip' });
    const me = house.as('merchandiser');
    await me.post(`/order-lines/${line}/approvals/`, { approvalType: 'labDip', status: 'approved' });
    await me.post(`/order-lines/${line}/approvals/`, { approvalType: 'labDip', status: 'cleared' });
    await house.deliverEvents();
    expect((await me.get<Task>(`/tasks/${waiting.id}/`)).body.status).toBe('pending');
  });

  it('reads a page in one statement and its count in another, a task in one', async () => {
    const order = await house.given.order();
    for (const title of ['a', 'b', 'c']) await task({ orderId: order.id, title });
    const { id } = await task({ orderId: order.id });
    const me = house.as('merchandiser');
    await me.get('/tasks/');
    const list = await statementsDuring(() => me.get(`/tasks/?orderId=${order.id}`));
    expect(list.statements).toHaveLength(2);
    const detail = await statementsDuring(() => me.get(`/tasks/${id}/`));
    expect(detail.statements).toHaveLength(1);
  });
});
