import { House, type Person } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const NOBODYS = '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21';
const nameOf = (person: Person) => `${person} of the house`;

type Refusal = { code: string; errors: Record<string, string[]> };
type Comment = {
  id: string;
  body: string;
  mentions: { id: string; fullName: string }[];
  editedAt: string | null;
  rowVersion: number;
};
type List = { count: number | null; next: string | null; results: Comment[] };
type Notices = { results: { title: string; message: string }[] };

async function comment(body: object, by: Person = 'merchandiser'): Promise<Comment> {
  const made = await house.as(by).post<Comment>('/comments/', { body: 'Dip R2 couriered.', ...body });
  if (made.status !== 201) throw new Error(`No comment was made: ${JSON.stringify(made.body)}`);
  return made.body;
}

const titlesOf = async (by: Person, orderId: string) => {
  await house.deliverEvents();
  return (await house.as(by).get<Notices>(`/notifications/?orderId=${orderId}`)).body.results.map(({ title }) => title);
};

describe('comments: who may', () => {
  it('asks a stranger to sign in, before it looks at anything else', async () => {
    for (const answer of [
      await house.anonymous.get('/comments/?nonsense=1'),
      await house.anonymous.post('/comments/', { nonsense: 1 }),
      await house.anonymous.delete(`/comments/${NOBODYS}/`),
    ])
      expect([answer.status, answer.body['code']]).toEqual([401, 'auth.not_signed_in']);
  });

  it("does not know the comments on another's order, on any route", async () => {
    const order = await house.given.order({}, 'colleague');
    const theirs = await comment({ orderId: order.id, body: 'A secret of the colleague' }, 'colleague');
    const me = house.as('merchandiser');
    const answers = [
      await me.get(`/comments/${theirs.id}/`),
      await me.patch(`/comments/${theirs.id}/`, { body: 'mine' }),
      await me.delete(`/comments/${theirs.id}/`),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    for (const query of [`orderId=${order.id}`, `authorId=${house.ids.colleague}`, 'search=secret'])
      expect((await me.get<List>(`/comments/?${query}`)).body.results).toEqual([]);
    expect((await house.as('manager').get<List>('/comments/?search=secret')).body.results).toHaveLength(1);
  });

  it("refuses another's order, line and sample in a body, as it would what does not exist", async () => {
    const theirs = await house.given.order({}, 'colleague');
    const sample = await house.given.sample({ orderId: theirs.id }, 'colleague');
    const mine = await house.given.order();
    const me = house.as('merchandiser');
    for (const orderId of [theirs.id, NOBODYS]) {
      const { status, body } = await me.post<Refusal>('/comments/', { orderId, body: 'x' });
      expect([status, body.errors]).toEqual([400, { orderId: ['There is no such order.'] }]);
    }
    for (const part of [{ orderLineId: theirs.lines[0]!.id }, { sampleId: sample.id }]) {
      const { status, body } = await me.post<Refusal>('/comments/', { orderId: mine.id, body: 'x', ...part });
      expect([status, Object.keys(body.errors)]).toEqual([400, Object.keys(part)]);
    }
  });

  it('lets only the author change or remove a comment, not even an admin', async () => {
    const order = await house.given.order();
    const written = await comment({ orderId: order.id });
    for (const by of ['manager', 'admin'] as const)
      for (const answer of [
        await house.as(by).patch(`/comments/${written.id}/`, { body: 'in your name' }),
        await house.as(by).delete(`/comments/${written.id}/`),
      ])
        expect([answer.status, answer.body['code'], answer.body['detail']]).toEqual([
          403,
          'comment.not_yours',
          'Only merchandiser of the house may change or remove this comment. Answer with one of your own.',
        ]);
  });

  it('forgets comments with the order, line or sample that goes to the trash', async () => {
    const order = await house.given.order();
    const sample = await house.given.sample({ orderId: order.id });
    const me = house.as('merchandiser');
    const ofSample = await comment({ orderId: order.id, sampleId: sample.id });
    const ofLine = await comment({ orderId: order.id, orderLineId: order.lines[0]!.id });
    const ofOrder = await comment({ orderId: order.id });
    await me.delete(`/samples/${sample.id}/`);
    expect((await me.get(`/comments/${ofSample.id}/`)).status).toBe(404);
    await me.delete(`/order-lines/${order.lines[0]!.id}/`);
    expect((await me.get(`/comments/${ofLine.id}/`)).status).toBe(404);
    expect((await me.get<List>(`/comments/?orderId=${order.id}`)).body.results).toHaveLength(1);
    await me.delete(`/orders/${order.id}/`);
    expect((await house.as('admin').get(`/comments/${ofOrder.id}/`)).status).toBe(404);
  });
});

describe('comments: what is refused', () => {
  it('names each field that is wrong, unknown or out of range', async () => {
    const { status, body } = await house.as('merchandiser').post<Refusal>('/comments/', {
      orderId: 'PO-1182',
      body: ' \n ',
      mentionedIds: ['somebody'],
      authorId: house.ids.manager,
    });
    expect(status).toBe(400);
    expect(Object.keys(body.errors).sort()).toEqual(['authorId', 'body', 'mentionedIds', 'orderId']);
    const list = await house.as('merchandiser').get<Refusal>('/comments/?sample=1&ordering=body');
    expect([list.status, Object.keys(list.body.errors)]).toEqual([400, ['sample', 'ordering']]);
  });

  it('refuses to mention who cannot see the order, by name, and tells them nothing', async () => {
    const order = await house.given.order({ orderNumber: 'PO-7101' });
    const body = `@${nameOf('manager')} and @${nameOf('colleague')}: the dip is here.`;
    const sent = { orderId: order.id, body, mentionedIds: [house.ids.manager, house.ids.colleague] };
    const refused = await house.as('merchandiser').post<Refusal>('/comments/', sent);
    expect([refused.status, refused.body.code, refused.body.errors]).toEqual([
      400,
      'comment.cannot_be_mentioned',
      {
        mentionedIds: ['colleague of the house cannot see order PO-7101. Leave the mention out, or give them a task.'],
      },
    ]);
    expect((await house.as('merchandiser').get<List>(`/comments/?orderId=${order.id}`)).body.results).toEqual([]);
    expect(await titlesOf('colleague', order.id)).toEqual([]);
    const written = await comment({ orderId: order.id });
    const edited = await house
      .as('merchandiser')
      .patch<Refusal>(`/comments/${written.id}/`, { body, mentionedIds: [house.ids.colleague] });
    expect([edited.status, Object.keys(edited.body.errors)]).toEqual([400, ['mentionedIds']]);
  });

  it('tells a late writer what they changed elsewhere', async () => {
    const order = await house.given.order();
    const written = await comment({ orderId: order.id });
    const me = house.as('merchandiser');
    await me.patch(`/comments/${written.id}/`, { body: 'From the phone.' });
    const stale = { 'If-Match': '"1"' };
    const answers = [
      await me.patch(`/comments/${written.id}/`, { body: 'From the desk.' }, stale),
      await me.delete(`/comments/${written.id}/`, stale),
    ];
    expect(answers.map(({ status }) => status)).toEqual([412, 412]);
    expect(answers[0]!.body).toMatchObject({
      changes: [{ name: 'comment.edited', data: { after: { body: 'From the phone.' } } }],
    });
  });
});

describe('comments: what happens', () => {
  it('says where it was written, by whom, and whom it mentions', async () => {
    const order = await house.given.order({ orderNumber: 'PO-7102' });
    const sample = await house.given.sample({ orderId: order.id, orderLineId: order.lines[1]!.id });
    const made = await house.as('merchandiser').post<Comment>('/comments/', {
      orderId: order.id,
      sampleId: sample.id,
      body: `@${nameOf('manager')} dip R1 couriered, AWB 020-12345675.`,
      mentionedIds: [house.ids.manager],
    });
    expect([made.status, made.headers['etag']]).toEqual([201, '"1"']);
    expect(made.body).toMatchObject({
      orderNumber: 'PO-7102',
      orderLineId: order.lines[1]!.id,
      lineLabel: 'MT-2291 · Black',
      sample: { id: sample.id, type: 'lab_dip', version: 1 },
      mentions: [{ id: house.ids.manager, fullName: nameOf('manager') }],
      author: { id: house.ids.merchandiser },
      editedAt: null,
    });
    expect((await house.as('manager').get(`/comments/${made.body.id}/`)).body).toEqual(made.body);
    expect(await titlesOf('manager', order.id)).toEqual([`${nameOf('merchandiser')} mentioned you on order PO-7102.`]);
    expect(await titlesOf('merchandiser', order.id)).toEqual([]);
  });

  it("tells the order's merchandiser of what others write, and newly mentioned people of an edit, once", async () => {
    const order = await house.given.order({ orderNumber: 'PO-7103' });
    const manager = house.as('manager');
    const written = await comment({ orderId: order.id, body: 'Where does this stand?' }, 'manager');
    expect(await titlesOf('merchandiser', order.id)).toEqual([`${nameOf('manager')} commented on order PO-7103.`]);
    const body = `Where does this stand, @${nameOf('admin')}?`;
    const mentionedIds = [house.ids.admin];
    await manager.patch(`/comments/${written.id}/`, { body, mentionedIds });
    await manager.patch(`/comments/${written.id}/`, { body: `${body} Please.`, mentionedIds });
    expect(await titlesOf('admin', order.id)).toEqual([`${nameOf('manager')} mentioned you on order PO-7103.`]);
    expect(await titlesOf('merchandiser', order.id)).toHaveLength(1);
  });

  it('marks an edit and keeps what it said before in the history', async () => {
    const order = await house.given.order();
    const me = house.as('merchandiser');
    const written = await comment({ orderId: order.id, orderLineId: order.lines[0]!.id, body: 'Dip R2 is late.' });
    const same = await me.patch<Comment>(`/comments/${written.id}/`, { body: 'Dip R2 is late.' });
    expect([same.body.editedAt, same.body.rowVersion]).toEqual([null, 1]);
    const edited = await me.patch<Comment>(`/comments/${written.id}/`, { body: 'Dip R2 is here.' });
    expect(edited.body).toMatchObject({
      body: 'Dip R2 is here.',
      editedAt: expect.stringMatching(/Z$/),
      rowVersion: 2,
    });
    expect((await me.delete(`/comments/${written.id}/`)).status).toBe(204);
    expect((await me.get(`/comments/${written.id}/`)).status).toBe(404);
    const events = await house.eventsOf(written.id);
    expect(events.map(({ name, data }) => [name, data['before']])).toEqual([
      ['comment.written', { body: null }],
      ['comment.edited', { body: 'Dip R2 is late.' }],
      ['comment.removed', { body: 'Dip R2 is here.' }],
    ]);
    const activity = await me.get<{ results: { kind: string; sentence: string }[] }>(`/activity/?orderId=${order.id}`);
    expect(activity.body.results.filter(({ kind }) => kind === 'comment').map(({ sentence }) => sentence)).toEqual([
      'removed a comment on White: “Dip R2 is here.”',
      'changed a comment on White: “Dip R2 is here.”',
      'commented on White: “Dip R2 is late.”',
    ]);
  });

  it('lists by order and by part, the newest first, page by page', async () => {
    const order = await house.given.order();
    const sample = await house.given.sample({ orderId: order.id, orderLineId: order.lines[0]!.id });
    const write = (body: string, part: object = {}) => comment({ orderId: order.id, body, ...part });
    await write('order');
    await write('line', { orderLineId: order.lines[0]!.id });
    await write('sample', { sampleId: sample.id });
    await comment({ orderId: order.id, body: `@${nameOf('admin')}`, mentionedIds: [house.ids.admin] }, 'manager');
    const bodies = async (query: string) =>
      (await house.as('merchandiser').get<List>(`/comments/?${query}`)).body.results.map(({ body }) => body);
    expect(await bodies(`orderId=${order.id}`)).toEqual([`@${nameOf('admin')}`, 'sample', 'line', 'order']);
    expect(await bodies(`orderLineId=${order.lines[0]!.id}`)).toEqual(['sample', 'line']);
    expect(await bodies(`sampleId=${sample.id}`)).toEqual(['sample']);
    expect(await bodies(`orderId=${order.id}&mentionedId=${house.ids.admin}`)).toEqual([`@${nameOf('admin')}`]);
    expect(await bodies(`orderId=${order.id}&search=SAMP`)).toEqual(['sample']);
    const first = await house.as('merchandiser').get<List>(`/comments/?orderId=${order.id}&cursor=&pageSize=2`);
    const next = await bodies(new URL(first.body.next!).search.slice(1));
    expect(next).toEqual(['line', 'order']);
  });

  it('reads a page in one statement, its count and its names in one each, a comment in one', async () => {
    const order = await house.given.order();
    const plain = await comment({ orderId: order.id });
    const me = house.as('merchandiser');
    const list = () => me.get<List>(`/comments/?orderId=${order.id}`);
    await list();
    expect((await statementsDuring(list)).statements).toHaveLength(2);
    for (const body of ['a', 'b', 'c'])
      await comment({
        orderId: order.id,
        body: `${body} @${nameOf('admin')} @${nameOf('manager')}`,
        mentionedIds: [house.ids.admin, house.ids.manager],
      });
    expect((await statementsDuring(list)).statements).toHaveLength(3);
    expect((await statementsDuring(() => me.get(`/comments/${plain.id}/`))).statements).toHaveLength(1);
  });
});
