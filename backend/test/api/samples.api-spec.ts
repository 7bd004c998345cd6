import { addDays, today } from '../../src/platform/values/day';
import { House } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const NOBODYS = '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21';
const day = (offset: number) => addDays(today('Asia/Dhaka'), offset);

type Refusal = { code: string; errors: Record<string, string[]>; nextStatuses: string[] };
type List = { count: number | null; next: string | null; results: { id: string; version: number }[] };

describe('samples: who may', () => {
  it('asks a stranger to sign in, before it looks at anything else', async () => {
    const stranger = house.anonymous;
    for (const answer of [
      await stranger.get('/samples/?nonsense=1'),
      await stranger.post('/samples/', { nonsense: 1 }),
      await stranger.post(`/samples/${NOBODYS}/rejection/`),
    ])
      expect([answer.status, answer.body['code']]).toEqual([401, 'auth.not_signed_in']);
  });

  it("does not know the samples of another's order, on any route", async () => {
    const theirs = await house.given.sample({ status: 'submitted' }, 'colleague');
    const me = house.as('merchandiser');
    const answers = [
      await me.get(`/samples/${theirs.id}/`),
      await me.patch(`/samples/${theirs.id}/`, { notes: 'mine' }),
      await me.delete(`/samples/${theirs.id}/`),
      await me.post(`/samples/${theirs.id}/submission/`),
      await me.post(`/samples/${theirs.id}/approval/`),
      await me.post(`/samples/${theirs.id}/rejection/`, { reason: 'mine' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    const list = await me.get<List>(`/samples/?orderId=${theirs.orderId}`);
    expect(list.body.results).toEqual([]);
    const found = await me.get<List>(`/samples/?search=ANABIA&pageSize=200`);
    expect(found.body.results.map(({ id }) => id)).not.toContain(theirs.id);
    expect((await house.as('manager').get(`/samples/${theirs.id}/`)).status).toBe(200);
  });

  it("refuses another's order and another order's line in a body, as it would what does not exist", async () => {
    const theirs = await house.given.order({}, 'colleague');
    const mine = await house.given.order();
    const me = house.as('merchandiser');
    const refusals = [
      await me.post<Refusal>('/samples/', { orderId: theirs.id, type: 'lab_dip' }),
      await me.post<Refusal>('/samples/', { orderId: NOBODYS, type: 'lab_dip' }),
    ];
    for (const { status, body } of refusals)
      expect([status, body.errors]).toEqual([400, { orderId: ['There is no such order.'] }]);
    const line = { orderId: mine.id, orderLineId: theirs.lines[0]!.id, type: 'lab_dip' };
    const wrongLine = await me.post<Refusal>('/samples/', line);
    expect([wrongLine.status, Object.keys(wrongLine.body.errors)]).toEqual([400, ['orderLineId']]);
    const sample = await house.given.sample({ orderId: mine.id });
    const moved = await me.patch<Refusal>(`/samples/${sample.id}/`, { orderLineId: theirs.lines[0]!.id });
    expect([moved.status, Object.keys(moved.body.errors)]).toEqual([400, ['orderLineId']]);
  });

  it('forgets samples with the order that goes to the trash', async () => {
    const sample = await house.given.sample();
    await house.as('merchandiser').delete(`/orders/${sample.orderId}/`);
    expect((await house.as('admin').get(`/samples/${sample.id}/`)).status).toBe(404);
    const list = await house.as('admin').get<List>(`/samples/?orderId=${sample.orderId}`);
    expect([list.body.count, list.body.results]).toEqual([0, []]);
  });
});

describe('samples: what is refused', () => {
  it('names each field that is wrong, unknown or out of range', async () => {
    const { status, body } = await house.as('merchandiser').post<Refusal>('/samples/', {
      orderId: 'PO-1182',
      type: 'labDip',
      version: 3,
      status: 'approved',
      submissionDate: '2026-02-30',
      recipient: ' ',
      awbNumber: 'x'.repeat(101),
    });
    expect(status).toBe(400);
    expect(Object.keys(body.errors).sort()).toEqual([
      'awbNumber',
      'orderId',
      'recipient',
      'status',
      'submissionDate',
      'type',
      'version',
    ]);
    const sample = await house.given.sample({ status: 'submitted' });
    const unreasoned = await house.as('merchandiser').post<Refusal>(`/samples/${sample.id}/rejection/`);
    expect([unreasoned.status, Object.keys(unreasoned.body.errors)]).toEqual([400, ['reason']]);
    expect((await house.as('merchandiser').get('/samples/not-an-id/')).status).toBe(400);
  });

  it('names the nearest known parameter of a list', async () => {
    const { status, body } = await house.as('merchandiser').get<Refusal>('/samples/?statuss=pending&ordering=versions');
    expect(status).toBe(400);
    expect(body.errors).toEqual({
      statuss: ['There is no parameter of this name; did you mean status?'],
      ordering: ['This list cannot be ordered by versions; did you mean version?'],
    });
  });

  it('decides only on what was sent, and only once', async () => {
    const me = house.as('merchandiser');
    const pending = await house.given.sample();
    const early = await me.post<Refusal>(`/samples/${pending.id}/approval/`);
    expect([early.status, early.body.code, early.body.nextStatuses]).toEqual([
      409,
      'lifecycle.illegal_transition',
      ['submitted'],
    ]);
    const decided = await house.given.sample({ status: 'rejected' });
    for (const [step, body] of [
      ['submission', {}],
      ['approval', {}],
      ['rejection', { reason: 'again' }],
    ] as const)
      expect((await me.post(`/samples/${decided.id}/${step}/`, body)).status).toBe(409);
    const removed = await me.delete(`/samples/${decided.id}/`);
    expect([removed.status, removed.body['code']]).toEqual([409, 'sample.decided']);
    const retyped = await me.patch(`/samples/${decided.id}/`, { type: 'strike_off' });
    expect([retyped.status, retyped.body['code']]).toEqual([409, 'sample.already_sent']);
  });

  it('refuses days to come, a decision before the sending, and a sending without its day', async () => {
    const me = house.as('merchandiser');
    const sample = await house.given.sample();
    const future = await me.post<Refusal>(`/samples/${sample.id}/submission/`, { submissionDate: day(2) });
    expect([future.status, future.body.errors]).toEqual([400, { submissionDate: ['This day is still to come.'] }]);
    await me.post(`/samples/${sample.id}/submission/`, { submissionDate: day(-3) });
    const early = await me.post<Refusal>(`/samples/${sample.id}/approval/`, { decidedOn: day(-4) });
    expect([early.status, early.body.code, Object.keys(early.body.errors)]).toEqual([
      422,
      'sample.decided_before_submission',
      ['decidedOn'],
    ]);
    const coming = await me.post<Refusal>(`/samples/${sample.id}/approval/`, { decidedOn: day(2) });
    expect([coming.status, Object.keys(coming.body.errors)]).toEqual([400, ['decidedOn']]);
    const dayless = await me.patch<Refusal>(`/samples/${sample.id}/`, { submissionDate: null });
    expect([dayless.status, Object.keys(dayless.body.errors)]).toEqual([422, ['submissionDate']]);
    await me.post(`/samples/${sample.id}/approval/`, { decidedOn: day(-2) });
    const late = await me.patch<Refusal>(`/samples/${sample.id}/`, { submissionDate: day(-1) });
    expect([late.status, late.body.code, Object.keys(late.body.errors)]).toEqual([
      422,
      'sample.decided_before_submission',
      ['submissionDate'],
    ]);
  });

  it('tells a late writer what the other person changed, on every change', async () => {
    const sample = await house.given.sample();
    await house.as('manager').patch(`/samples/${sample.id}/`, { notes: 'by the manager' });
    const me = house.as('merchandiser');
    const stale = { 'If-Match': '"1"' };
    const answers = [
      await me.patch(`/samples/${sample.id}/`, { notes: 'late' }, stale),
      await me.post(`/samples/${sample.id}/submission/`, {}, stale),
      await me.post(`/samples/${sample.id}/approval/`, {}, stale),
      await me.post(`/samples/${sample.id}/rejection/`, { reason: 'late' }, stale),
      await me.delete(`/samples/${sample.id}/`, stale),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 412));
    expect(answers[0]!.body).toMatchObject({
      currentVersion: 2,
      changes: [{ name: 'sample.updated', data: { after: { notes: 'by the manager' } } }],
    });
  });
});

describe('samples: what happens', () => {
  it('adds a sample to a line and tells of it', async () => {
    const order = await house.given.order({ orderNumber: 'PO-1182' });
    const { status, body, headers } = await house.as('merchandiser').post<{ id: string }>('/samples/', {
      orderId: order.id,
      orderLineId: order.lines[1]!.id,
      type: 'lab_dip',
      recipient: 'ANABIA, Hamburg',
      notes: 'Shades A, B and C on one card.',
    });
    expect([status, headers['etag']]).toEqual([201, '"1"']);
    expect(body).toMatchObject({
      orderNumber: 'PO-1182',
      customerName: 'ANABIA',
      lineLabel: 'MT-2291 · Black',
      type: 'lab_dip',
      version: 1,
      status: 'pending',
      nextStatuses: ['submitted'],
      submissionDate: null,
      attachment: null,
      decidedBy: null,
    });
    expect((await house.as('merchandiser').get(`/samples/${body.id}/`)).body).toEqual(body);
    const [created] = await house.eventsOf(body.id);
    expect(created).toMatchObject({
      name: 'sample.created',
      order_id: order.id,
      order_line_id: order.lines[1]!.id,
      data: { before: {}, after: { type: 'lab_dip', version: 1, recipient: 'ANABIA, Hamburg' } },
    });
  });

  it('counts rounds by order, line and type, also when many are added at once and one was deleted', async () => {
    const order = await house.given.order();
    const me = house.as('merchandiser');
    const add = async (orderLineId: string | null, type: string) =>
      (
        await me.post<{ id: string; version: number }>('/samples/', {
          orderId: order.id,
          orderLineId,
          type,
          again: true,
        })
      ).body;
    const [white, black] = order.lines.map(({ id }) => id);
    const together = await Promise.all(Array.from({ length: 6 }, () => add(white!, 'lab_dip')));
    expect(together.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect((await add(black!, 'lab_dip')).version).toBe(1);
    expect((await add(white!, 'strike_off')).version).toBe(1);
    const ofOrder = await add(null, 'lab_dip');
    expect(ofOrder.version).toBe(1);
    await me.delete(`/samples/${ofOrder.id}/`);
    expect((await add(null, 'lab_dip')).version).toBe(2);
  });

  it('asks before a second round of a line begins while the first waits', async () => {
    const me = house.as('merchandiser');
    const first = await house.given.sample();
    const { orderId, orderLineId } = (await me.get<{ orderId: string; orderLineId: string }>(`/samples/${first.id}/`))
      .body;
    const add = (more: object = {}) =>
      me.post<{ code: string; detail: string; version: number }>('/samples/', {
        orderId,
        orderLineId,
        type: 'lab_dip',
        ...more,
      });
    const unsent = await add();
    expect([unsent.status, unsent.body.code]).toEqual([409, 'sample.round_waits']);
    expect(unsent.body.detail).toContain('Round 1 was not sent yet.');
    await me.post(`/samples/${first.id}/submission/`, {});
    expect((await add()).body.detail).toContain('Round 1 is not decided yet.');
    expect((await add({ type: 'strike_off' })).status).toBe(201);
    expect((await add({ again: true })).body.version).toBe(2);
  });

  it('tells the gate of the line what was sent and decided, round by round', async () => {
    const order = await house.given.order();
    const [white] = order.lines;
    const me = house.as('merchandiser');
    const gates = async () => (await me.get<{ approvalStatus: object }>(`/order-lines/${white!.id}/`)).body;
    const first = await house.given.sample({ orderId: order.id, orderLineId: white!.id });
    const sent = await me.post(`/samples/${first.id}/submission/`, {
      submissionDate: day(-9),
      courierName: 'DHL Express',
      awbNumber: '4471829305',
    });
    expect(sent.body).toMatchObject({
      status: 'submitted',
      submissionDate: day(-9),
      awbNumber: '4471829305',
      nextStatuses: ['approved', 'rejected'],
    });
    expect(await gates()).toMatchObject({ approvalStatus: { labDip: 'submission' } });
    const refused = await me.post(`/samples/${first.id}/rejection/`, { reason: 'Too red.', decidedOn: day(-5) });
    expect(refused.body).toMatchObject({
      status: 'rejected',
      rejectionReason: 'Too red.',
      decidedOn: day(-5),
      decidedBy: { id: house.ids.merchandiser },
      nextStatuses: [],
    });
    expect(await gates()).toMatchObject({ approvalStatus: { labDip: 'rejected' } });

    const second = await house.given.sample({ orderId: order.id, orderLineId: white!.id, status: 'submitted' });
    expect([second.version, await gates()]).toMatchObject([2, { approvalStatus: { labDip: 'resubmission' } }]);
    const approved = await house.as('manager').post(`/samples/${second.id}/approval/`, { notes: 'Shade B.' });
    expect(approved.body).toMatchObject({ status: 'approved', approvalNotes: 'Shade B.', decidedOn: day(0) });
    expect(await gates()).toMatchObject({ approvalStatus: { labDip: 'approved' }, approvalDate: day(0) });

    const history = await me.get<{ results: object[] }>(
      `/approval-history/?orderLineId=${white!.id}&ordering=occurredAt`,
    );
    expect(history.body.results).toMatchObject([
      { status: 'submission', occurredAt: `${day(-9)}T12:00:00.000Z` },
      { status: 'rejected', notes: 'Too red.', changedBy: { id: house.ids.merchandiser } },
      { status: 'resubmission' },
      { status: 'approved', notes: 'Shade B.', changedBy: { id: house.ids.manager } },
    ]);
    expect(await house.eventNamesOf(first.id)).toEqual(['sample.created', 'sample.submitted', 'sample.rejected']);
    expect((await house.eventsOf(first.id))[2]).toMatchObject({
      order_id: order.id,
      order_line_id: white!.id,
      data: {
        reason: 'Too red.',
        type: 'lab_dip',
        version: 1,
        before: { status: 'submitted' },
        after: { status: 'rejected' },
      },
    });
  });

  it.each([
    ['strike_off', 'strikeOff'],
    ['bulk_swatch', 'bulkSwatch'],
    ['pp_sample', 'ppSample'],
    ['hand_loom', 'handloom'],
  ])('opens the gate of a %s', async (type, gate) => {
    const { orderLineId } = await house.given.sample({ type, status: 'approved' });
    const line = await house.as('merchandiser').get(`/order-lines/${orderLineId}/`);
    expect(line.body).toMatchObject({ approvalStatus: { [gate]: 'approved' } });
  });

  it('leaves the gates alone for a presentation, for the order as a whole and for a line in the trash', async () => {
    const me = house.as('merchandiser');
    const shown = await house.given.sample({ type: 'presentation', status: 'approved' });
    const line = await me.get<{ approvalStatus: object }>(`/order-lines/${shown.orderLineId}/`);
    expect(line.body.approvalStatus).toEqual({});
    const ofOrder = await house.given.sample({ orderId: shown.orderId, status: 'approved' });
    expect(ofOrder).toMatchObject({ orderLineId: null, lineLabel: null, status: 'approved' });
    const orphan = await house.given.sample({
      orderId: shown.orderId,
      orderLineId: shown.orderLineId,
      status: 'submitted',
    });
    await me.delete(`/order-lines/${shown.orderLineId}/`);
    const decided = await me.post(`/samples/${orphan.id}/approval/`);
    expect(decided.body).toMatchObject({ status: 'approved', orderLineId: shown.orderLineId, lineLabel: null });
    const history = await me.get<{ results: { status: string }[] }>(`/approval-history/?orderId=${shown.orderId}`);
    expect(history.body.results.map(({ status }) => status)).toEqual(['submission']);
  });

  it('takes everything back when the gate cannot be told', async () => {
    const sample = await house.given.sample();
    await house.query('ALTER TABLE approval_history ADD CONSTRAINT closed CHECK (false) NOT VALID');
    const refused = await house.as('merchandiser').post(`/samples/${sample.id}/submission/`);
    await house.query('ALTER TABLE approval_history DROP CONSTRAINT closed');
    expect(refused.status).toBe(422);
    expect((await house.as('merchandiser').get(`/samples/${sample.id}/`)).body).toMatchObject({ status: 'pending' });
    expect(await house.eventNamesOf(sample.id)).toEqual(['sample.created']);
  });

  it('lets one of two decisions at once win', async () => {
    const sample = await house.given.sample({ status: 'submitted' });
    const answers = await Promise.all([
      house.as('merchandiser').post(`/samples/${sample.id}/approval/`),
      house.as('manager').post(`/samples/${sample.id}/rejection/`, { reason: 'Too red.' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await house.eventNamesOf(sample.id)).length).toBe(3);
  });

  it('goes on the planned day if that is past, else today', async () => {
    const planned = await house.given.sample({ submissionDate: day(-2), status: 'submitted' });
    const early = await house.given.sample({ submissionDate: day(5), status: 'submitted' });
    expect([planned, early]).toMatchObject([{ submissionDate: day(-2) }, { submissionDate: day(0) }]);
  });

  it('changes only what is sent, clears what is null, and keeps the version where nothing changed', async () => {
    const sample = await house.given.sample({ notes: 'first', recipient: 'ANABIA' });
    const me = house.as('merchandiser');
    const changed = await me.patch(`/samples/${sample.id}/`, { recipient: null }, { 'If-Match': '"1"' });
    expect(changed.body).toMatchObject({ notes: 'first', recipient: null, version: 1, rowVersion: 2 });
    expect((await me.patch(`/samples/${sample.id}/`, { notes: 'first' })).body).toMatchObject({ rowVersion: 2 });
    expect((await house.eventsOf(sample.id)).map(({ name, data }) => [name, data])[1]).toEqual([
      'sample.updated',
      { before: { recipient: 'ANABIA' }, after: { recipient: null } },
    ]);
  });

  it('becomes the next round of another type or line while it is pending', async () => {
    const order = await house.given.order();
    const [white, black] = order.lines;
    await house.given.sample({ orderId: order.id, orderLineId: black!.id });
    const sample = await house.given.sample({ orderId: order.id, orderLineId: white!.id });
    const me = house.as('merchandiser');
    const moved = await me.patch(`/samples/${sample.id}/`, { orderLineId: black!.id });
    expect(moved.body).toMatchObject({ orderLineId: black!.id, lineLabel: 'MT-2291 · Black', version: 2 });
    const retyped = await me.patch(`/samples/${sample.id}/`, { type: 'presentation', orderLineId: null });
    expect(retyped.body).toMatchObject({ orderLineId: null, lineLabel: null, type: 'presentation', version: 1 });
  });

  it('goes to the trash until it is decided', async () => {
    const sample = await house.given.sample({ status: 'submitted' });
    const me = house.as('merchandiser');
    expect((await me.delete(`/samples/${sample.id}/`)).status).toBe(204);
    expect((await me.get(`/samples/${sample.id}/`)).status).toBe(404);
    const [kept] = await house.query<{ deleted_at: Date | null }>('SELECT deleted_at FROM samples WHERE id = $1', [
      sample.id,
    ]);
    expect(kept?.deleted_at).toBeInstanceOf(Date);
    expect((await house.eventsOf(sample.id)).at(-1)).toMatchObject({
      name: 'sample.deleted',
      data: { before: { type: 'lab_dip', version: 1 }, after: {} },
    });
  });

  it('answers 304 to who has it, and adds once however often it is asked with one key', async () => {
    const sample = await house.given.sample();
    const me = house.as('merchandiser');
    const etag = (await me.get(`/samples/${sample.id}/`)).headers['etag'];
    expect((await me.get(`/samples/${sample.id}/`, { headers: { 'If-None-Match': etag ?? '' } })).status).toBe(304);
    const body = { orderId: sample.orderId, type: 'presentation' };
    const key = { 'Idempotency-Key': 'sample-once' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => me.post('/samples/', body, key)));
    expect(new Set(answers.map((answer) => answer.body['id'])).size).toBe(1);
  });

  it('filters, searches, orders and pages', async () => {
    const order = await house.given.order({ orderNumber: 'FIND-77', customerName: 'Lindqvist' });
    const [white, black] = order.lines;
    const me = house.as('merchandiser');
    const of = (line: string, more: object) => house.given.sample({ orderId: order.id, orderLineId: line, ...more });
    const dip = await of(white!.id, { status: 'submitted', submissionDate: day(-8), recipient: 'Anna Berg' });
    const swatch = await of(black!.id, { type: 'bulk_swatch', submissionDate: day(-4), awbNumber: 'JD0146_00' });
    const again = await of(white!.id, { courierName: '100% Express' });
    const ids = async (query: string) =>
      (await me.get<List>(`/samples/?orderId=${order.id}&${query}`)).body.results.map(({ id }) => id);
    expect(await ids('')).toEqual([again.id, swatch.id, dip.id]);
    expect(await ids(`orderLineId=${white!.id}&ordering=version`)).toEqual([dip.id, again.id]);
    expect(await ids('type=bulk_swatch&type=presentation')).toEqual([swatch.id]);
    expect(await ids('status=submitted')).toEqual([dip.id]);
    expect(await ids(`submissionDateFrom=${day(-6)}&submissionDateTo=${day(-1)}`)).toEqual([swatch.id]);
    expect(await ids('recipient=berg')).toEqual([dip.id]);
    expect(await ids('search=anna')).toEqual([dip.id]);
    expect(await ids('search=jd0146_')).toEqual([swatch.id]);
    expect(await ids('search=100%25')).toEqual([again.id]);
    expect(await ids('search=find-77 berg')).toEqual([dip.id]);
    expect(await ids('search=lindqvist&ordering=submissionDate')).toEqual([dip.id, swatch.id, again.id]);
    expect(await ids('search=white')).toEqual([]);
    expect(await ids('ordering=type,-version')).toEqual([swatch.id, again.id, dip.id]);
    const seen: string[] = [];
    const first = `/samples/?orderId=${order.id}&pageSize=1&ordering=-submissionDate&cursor=`;
    for (let path: string | null = first; path;) {
      const page: { body: List } = await me.get<List>(path);
      seen.push(...page.body.results.map(({ id }) => id));
      path = page.body.next ? page.body.next.slice(page.body.next.indexOf('/samples')) : null;
    }
    expect(seen).toEqual([swatch.id, dip.id, again.id]);
  });
});

describe('samples: statements', () => {
  it('does not ask the database more the more rows there are', async () => {
    const me = house.as('merchandiser');
    const sample = await house.given.sample();
    await me.get('/samples/');
    const count = async (work: () => Promise<unknown>) => (await statementsDuring(work)).statements.length;
    expect({
      list: await count(() => me.get('/samples/?pageSize=100')),
      search: await count(() => me.get('/samples/?search=anabia lab')),
      detail: await count(() => me.get(`/samples/${sample.id}/`)),
      create: await count(() => house.given.sample({ orderId: sample.orderId })),
      patch: await count(() => me.patch(`/samples/${sample.id}/`, { notes: 'counted' })),
    }).toEqual({ list: 2, search: 2, detail: 1, create: 7, patch: 4 });
  });
});
