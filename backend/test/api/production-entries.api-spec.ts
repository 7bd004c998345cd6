import { StageProgress } from '../../src/modules/production/entries/stage-progress';
import { addDays, today } from '../../src/platform/values/day';
import type { GivenOrder } from '../support/given';
import { House, type Person } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const TODAY = today('Asia/Dhaka');
const YESTERDAY = addDays(TODAY, -1);
const NOBODY = '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21';

interface Entry {
  id: string;
  quantity: string;
  unit: string;
  entryDate: string;
  rowVersion: number;
}
interface Problem {
  errors: Record<string, string[]>;
  code: string;
}

const entryOf = (order: GivenOrder, overrides: object = {}) => ({
  orderLineId: order.lines[0]!.id,
  stage: 'knitting',
  quantity: '205',
  ...overrides,
});
const send = (entries: object[], by: Person = 'merchandiser', override?: object) =>
  house.as(by).post<Entry[]>('/production-entries/', { entries, ...(override ? { override } : {}) });
const enter = async (order: GivenOrder, overrides: object = {}) => {
  const { status, body } = await send([entryOf(order, overrides)]);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body[0]!;
};
const correct = (id: string, body: object, headers: Record<string, string> = {}) =>
  house.as('merchandiser').post<Entry>(`/production-entries/${id}/correction/`, body, headers);
const daysOf = async (order: GivenOrder) => {
  const { body } = await house
    .as('merchandiser')
    .get<{ results: Record<string, unknown>[] }>(`/production/metrics/?orderId=${order.id}`);
  return body.results;
};
const errorsOf = (answer: { body: unknown }) => (answer.body as Problem).errors;

describe('production entries: who may', () => {
  it('asks a stranger to sign in', async () => {
    for (const answer of [
      await house.anonymous.get('/production-entries/'),
      await house.anonymous.post('/production-entries/', {}),
      await house.anonymous.get(`/production-entries/${NOBODY}/`),
      await house.anonymous.post(`/production-entries/${NOBODY}/correction/`, {}),
      await house.anonymous.delete(`/production-entries/${NOBODY}/`),
    ])
      expect([answer.status, answer.body['code']]).toEqual([401, 'auth.not_signed_in']);
  });

  it("does not know what was entered for another merchandiser's line, on any route", async () => {
    const order = await house.given.order({}, 'colleague');
    const [entry] = (await send([entryOf(order)], 'colleague')).body;
    const me = house.as('merchandiser');
    const answers = [
      await me.get(`/production-entries/${entry!.id}/`),
      await me.post(`/production-entries/${entry!.id}/correction/`, { quantity: '1' }),
      await me.delete(`/production-entries/${entry!.id}/`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    const list = await me.get<{ count: number }>(`/production-entries/?orderId=${order.id}`);
    expect(list.body.count).toBe(0);
    const mine = await house.given.order();
    const named = await send([entryOf(mine), entryOf(order)]);
    const unknown = await send([entryOf(mine), entryOf(order, { orderLineId: NOBODY })]);
    expect([named.status, unknown.status]).toEqual([400, 400]);
    expect(errorsOf(named)).toEqual({ 'entries.1.orderLineId': ['There is no such line.'] });
    expect(errorsOf(unknown)).toEqual(errorsOf(named));
    expect(await daysOf(mine)).toEqual([]);
  });
});

describe('production entries: what is refused', () => {
  it('names the fault at its item, and enters none', async () => {
    const order = await house.given.order();
    const wrong = await send([
      entryOf(order),
      entryOf(order, { stage: 'washing', quantity: '0', unit: 'bales', entryDate: '2026-02-30', rowVersion: 1 }),
    ]);
    expect([wrong.status, Object.keys(errorsOf(wrong)).sort()]).toEqual([
      400,
      ['entryDate', 'quantity', 'rowVersion', 'stage', 'unit'].map((field) => `entries.1.${field}`),
    ]);
    const future = await send([entryOf(order, { entryDate: addDays(TODAY, 1) })]);
    expect([future.status, Object.keys(errorsOf(future))]).toEqual([400, ['entries.0.entryDate']]);
    const half = await send([entryOf(order), entryOf(order, { stage: 'sewing', quantity: '1.5' })]);
    expect([half.status, errorsOf(half)]).toEqual([422, { 'entries.1.quantity': ['Pieces come whole.'] }]);
    expect(await daysOf(order)).toEqual([]);
  });

  it('asks before a second number of the same line, stage and day', async () => {
    const order = await house.given.order();
    const first = await enter(order, { entryDate: YESTERDAY, shift: 'A' });
    const twice = await send([entryOf(order), entryOf(order, { entryDate: YESTERDAY, quantity: '90' })]);
    expect([twice.status, twice.body]).toMatchObject([
      409,
      {
        code: 'production_entry.already_entered',
        errors: { 'entries.1.quantity': [expect.stringContaining('205 kg of MT-2291 · White are knitted on')] },
        standing: [{ index: 1, entryId: first.id, quantity: '205', unit: 'kg', entryDate: YESTERDAY }],
      },
    ]);
    const other = await send([entryOf(order, { entryDate: YESTERDAY, quantity: '90', another: true })]);
    expect(other.status).toBe(201);
    const night = await send([
      entryOf(order, { stage: 'finishing', shift: 'A' }),
      entryOf(order, { stage: 'finishing', shift: 'B' }),
    ]);
    expect(night.status).toBe(201);
    expect((await daysOf(order)).map(({ date, knittedQuantity }) => [date, knittedQuantity])).toEqual([
      [TODAY, '0'],
      [YESTERDAY, '295'],
    ]);
  });

  it('makes one entry of ten that ask at once, and one of ten with one key', async () => {
    const order = await house.given.order();
    const answers = await Promise.all(Array.from({ length: 10 }, () => send([entryOf(order)])));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
    const deviceKey = 'a-phone-in-the-shed-1';
    const replays = await Promise.all(
      Array.from({ length: 10 }, () => send([entryOf(order, { stage: 'finishing', deviceKey })])),
    );
    expect(new Set(replays.map(({ status, body }) => `${status} ${body[0]?.id}`)).size).toBe(1);
    expect(await daysOf(order)).toMatchObject([{ knittedQuantity: '205', finishedQuantity: '205' }]);
  });

  it('answers a key again with the entry as it stands, and no other number with it', async () => {
    const order = await house.given.order();
    const deviceKey = 'a-phone-in-the-shed-2';
    const entry = await enter(order, { deviceKey });
    const { body: corrected } = await correct(entry.id, { quantity: '250' });
    const again = await send([entryOf(order, { deviceKey })]);
    expect([again.status, again.body]).toMatchObject([
      201,
      [{ id: corrected.id, quantity: '250', correctsId: entry.id }],
    ]);
    const another = await send([entryOf(order, { deviceKey, quantity: '7', another: true })]);
    expect([another.status, (another.body as unknown as Problem).code]).toEqual([
      409,
      'production_entry.device_key_taken',
    ]);
  });

  it('waits with the first dyeing of a line for its lab dip, unless somebody says why not', async () => {
    const order = await house.given.order();
    const dye = entryOf(order, { stage: 'dyeing' });
    const shut = await send([entryOf(order), dye]);
    expect([shut.status, shut.body]).toMatchObject([409, { code: 'gate.not_passed', step: 'dyeing' }]);
    expect((await send([dye], 'merchandiser', { reason: 'The slot would be lost.' })).status).toBe(201);
    expect((await send([{ ...dye, entryDate: YESTERDAY }])).status).toBe(201);
    const other = await send([{ ...dye, orderLineId: order.lines[1]!.id }]);
    expect(other.status).toBe(409);
  });

  it('corrects only what counts', async () => {
    const order = await house.given.order();
    const entry = await enter(order);
    expect((await correct(entry.id, { quantity: '1' }, { 'If-Match': '"7"' })).status).toBe(412);
    const { body: corrected } = await correct(entry.id, { quantity: '190.5' });
    const late = await correct(entry.id, { quantity: '3' });
    expect([late.status, late.body]).toMatchObject([
      409,
      { code: 'production_entry.corrected_since', currentId: corrected.id },
    ]);
    expect((await house.as('merchandiser').delete(`/production-entries/${entry.id}/`)).status).toBe(409);
    expect((await correct(corrected.id, { unit: 'pieces' })).status).toBe(422);
    expect((await correct(corrected.id, { entryDate: addDays(TODAY, 1) })).status).toBe(400);
  });
});

describe('production entries: what happens', () => {
  it('enters many lines at once and tells each, with people hearing of them once', async () => {
    const order = await house.given.order({ orderNumber: 'PO-7001' });
    const { status, body } = await house.as('manager').post<Entry[]>('/production-entries/', {
      entries: order.lines.map(({ id }, index) => ({ orderLineId: id, stage: 'knitting', quantity: `${index + 1}00` })),
    });
    expect([status, body]).toMatchObject([
      201,
      [
        { orderNumber: 'PO-7001', orderLineLabel: 'MT-2291 · White', entryDate: TODAY, unit: 'kg', isCurrent: true },
        { orderLineLabel: 'MT-2291 · Black', quantity: '200' },
      ],
    ]);
    const events = await house.query<{ name: string; order_line_id: string; data: object }>(
      `SELECT name, order_line_id, data FROM domain_events WHERE order_id = $1 AND subject_type = 'production_entry' ORDER BY sequence`,
      [order.id],
    );
    expect(events).toMatchObject([
      {
        name: 'production_entry.recorded',
        order_line_id: order.lines[0]!.id,
        data: { after: { stage: 'knitting', entryDate: TODAY, quantity: '100', unit: 'kg' }, others: 1 },
      },
      { name: 'production_entry.recorded', order_line_id: order.lines[1]!.id, data: { together: true } },
    ]);
  });

  it('goes on with several lines of an order once, and says so once', async () => {
    const order = await house.given.order();
    const dyed = order.lines.map(({ id }) => entryOf(order, { stage: 'dyeing', orderLineId: id }));
    const shut = await send(dyed);
    expect(shut.body).toMatchObject({
      code: 'gate.not_passed',
      gates: order.lines.map(({ id }) => ({ orderLineId: id, gateName: 'Lab dip' })),
    });
    expect((await send(dyed, 'merchandiser', { reason: 'The slot would be lost.' })).status).toBe(201);
    const events = await house.query<{ order_line_id: string | null; data: object }>(
      `SELECT order_line_id, data FROM domain_events WHERE order_id = $1 AND name = 'gate.overridden'`,
      [order.id],
    );
    expect(events).toMatchObject([{ order_line_id: null, data: { step: 'dyeing', lines: order.lines.length } }]);
  });

  it('keeps what a number was before each correction', async () => {
    const order = await house.given.order();
    const entry = await enter(order, { notes: 'By the roll list.' });
    const same = await correct(entry.id, { quantity: '205.000' });
    expect([same.status, same.body.id]).toEqual([200, entry.id]);
    const { body: once } = await correct(entry.id, { quantity: '190', reason: 'Roll 14 was counted twice.' });
    const { body: corrected } = await correct(once.id, { entryDate: YESTERDAY, notes: null });
    const me = house.as('merchandiser');
    const { body } = await me.get<{ earlier: object[] }>(`/production-entries/${corrected.id}/`);
    expect(body).toMatchObject({
      id: corrected.id,
      quantity: '190',
      entryDate: YESTERDAY,
      notes: null,
      correctsId: once.id,
      earlier: [
        { quantity: '190', entryDate: TODAY, reason: 'Roll 14 was counted twice.' },
        { quantity: '205', notes: 'By the roll list.', reason: null },
      ],
    });
    const list = await me.get<{ count: number; results: Entry[] }>(`/production-entries/?orderId=${order.id}`);
    expect([list.body.count, list.body.results[0]?.id]).toEqual([1, corrected.id]);
    expect(await house.eventsOf(once.id)).toMatchObject([
      {
        name: 'production_entry.corrected',
        data: { before: { quantity: '205' }, after: { quantity: '190' }, stage: 'knitting', entryDate: TODAY },
      },
    ]);
    expect(await daysOf(order)).toMatchObject([{ date: YESTERDAY, knittedQuantity: '190', computed: true }]);
  });

  it('lists what counts by line, stage and day', async () => {
    const order = await house.given.order({ orderNumber: 'LIST-78' });
    for (const days of [0, 1, 2]) await enter(order, { entryDate: addDays(TODAY, -days), quantity: `${days + 1}` });
    await enter(order, { orderLineId: order.lines[1]!.id, stage: 'finishing', quantity: '9' });
    const quantities = async (query: string) => {
      const { body } = await house
        .as('merchandiser')
        .get<{ results: Entry[] }>(`/production-entries/?orderId=${order.id}&${query}`);
      return body.results.map(({ quantity }) => quantity);
    };
    expect(await quantities('stage=knitting')).toEqual(['1', '2', '3']);
    expect(await quantities(`orderLineId=${order.lines[1]!.id}`)).toEqual(['9']);
    expect(await quantities(`entryDateTo=${YESTERDAY}&ordering=entryDate&search=list-78`)).toEqual(['3', '2']);
    expect((await house.as('merchandiser').get('/production-entries/?line=1')).status).toBe(400);
  });
});

describe('the sheet of a day that has entries', () => {
  it('is their sum, refuses to be typed over, and is as it was typed once they are gone', async () => {
    const order = await house.given.order();
    const me = house.as('merchandiser');
    const typed = await me.post<{ id: string }>('/production/metrics/', {
      orderId: order.id,
      date: YESTERDAY,
      knittedQuantity: '400',
      notes: 'From the mill’s mail.',
    });
    const entry = await enter(order, { entryDate: YESTERDAY });
    const other = await enter(order, { entryDate: YESTERDAY, stage: 'finishing', quantity: '120.5' });
    expect(await daysOf(order)).toMatchObject([
      { id: typed.body.id, computed: true, unit: 'kg', knittedQuantity: '205', finishedQuantity: '120.5' },
    ]);
    const refused = [
      await me.patch(`/production/metrics/${typed.body.id}/`, { knittedQuantity: '1' }),
      await me.delete(`/production/metrics/${typed.body.id}/`),
      await me.post('/production/metrics/', { orderId: order.id, date: YESTERDAY, knittedQuantity: '1' }),
    ];
    for (const { status, body } of refused)
      expect([status, body]).toMatchObject([
        409,
        { code: 'production_metric.day_has_entries', date: YESTERDAY, entryIds: [entry.id, other.id] },
      ]);
    for (const { id } of [entry, other]) await me.delete(`/production-entries/${id}/`);
    expect(await daysOf(order)).toMatchObject([
      {
        id: typed.body.id,
        computed: false,
        knittedQuantity: '400',
        finishedQuantity: '0',
        notes: 'From the mill’s mail.',
      },
    ]);
  });

  it('goes with its last entry where nothing was typed, and comes back with it', async () => {
    const order = await house.given.order();
    const entry = await enter(order);
    await house.as('merchandiser').delete(`/production-entries/${entry.id}/`);
    expect(await daysOf(order)).toEqual([]);
    const [removed] = (await house.eventsOf(entry.id)).slice(-1);
    const { status } = await house.as('merchandiser').post(`/activity/${removed!.id}/undo/`);
    expect(status).toBe(200);
    expect(await daysOf(order)).toMatchObject([{ knittedQuantity: '205', computed: true }]);
  });

  it('leaves out by name what does not convert, and knows nothing of garments', async () => {
    const order = await house.given.order();
    await enter(order);
    await enter(order, { stage: 'finishing', quantity: '300', unit: 'yards' });
    await enter(order, { stage: 'sewing', quantity: '900', entryDate: YESTERDAY });
    expect(await daysOf(order)).toMatchObject([
      {
        date: TODAY,
        unit: 'kg',
        knittedQuantity: '205',
        finishedQuantity: '0',
        leftOut: [{ stage: 'finishing', quantity: '300', unit: 'yards' }],
      },
    ]);
  });

  it('counts in the summary of the order', async () => {
    const order = await house.given.order({
      finishedFabricQuantity: '4737',
      finishedFabricUnit: 'kg',
      processLossPercent: '12',
    });
    await enter(order, { quantity: '150' });
    await enter(order, { orderLineId: order.lines[1]!.id, quantity: '250' });
    const { body } = await house.as('merchandiser').get(`/production/summary/?orderId=${order.id}`);
    expect(body).toMatchObject({ knitted: { targetQuantity: '5305.44', percent: '7.5' } });
  });
});

describe('how far a line is', () => {
  const progress = async (order: GivenOrder) => {
    const found = await house.app.get(StageProgress, { strict: false }).ofLines(order.lines.map(({ id }) => id));
    return found.get(order.lines[0]!.id)!;
  };

  it('is told by stage, against the base that is named', async () => {
    const order = await house.given.order({ processLossPercent: '12' });
    const line = order.lines[0]!;
    await house
      .as('merchandiser')
      .patch(`/order-lines/${line.id}/`, { finishedFabricQuantity: '4737', finishedFabricUnit: 'kg' });
    await enter(order, { quantity: '5000', entryDate: addDays(TODAY, -3) });
    await enter(order, { quantity: '305.44', entryDate: YESTERDAY });
    await enter(order, { stage: 'finishing', quantity: '400' });
    expect(await progress(order)).toMatchObject({
      lastEntryDay: TODAY,
      stages: [
        {
          stage: 'knitting',
          total: '5305.44',
          unit: 'kg',
          needed: '5305.44',
          base: 'greige',
          done: true,
          doneOn: YESTERDAY,
          firstDay: addDays(TODAY, -3),
          lastDay: YESTERDAY,
        },
        { stage: 'dyeing', total: '0', done: false },
        { stage: 'finishing', total: '400', needed: '4737', base: 'finished_fabric', percent: '8.4' },
        { stage: 'cutting', needed: '44640', unit: 'pieces', base: 'ordered' },
        { stage: 'sewing' },
        { stage: 'packing' },
      ],
    });
  });

  it('asks the database twice, however many lines', async () => {
    const order = await house.given.order();
    await enter(order);
    const reader = house.app.get(StageProgress, { strict: false });
    const { statements } = await statementsDuring(() => reader.ofLines(order.lines.map(({ id }) => id)));
    expect(statements).toHaveLength(2);
  });
});

describe('production entries: statements', () => {
  it('does not ask the database more the more rows there are', async () => {
    const me = house.as('merchandiser');
    const order = await house.given.order();
    const entry = await enter(order);
    await me.get('/production-entries/');
    const count = async (work: () => Promise<unknown>) => (await statementsDuring(work)).statements.length;
    expect({
      list: await count(() => me.get('/production-entries/?search=anabia')),
      detail: await count(() => me.get(`/production-entries/${entry.id}/`)),
      enter: await count(() =>
        send(
          order.lines.map(({ id }) => entryOf(order, { orderLineId: id, entryDate: YESTERDAY, deviceKey: `${id}-1` })),
        ),
      ),
      correct: await count(() => correct(entry.id, { quantity: '1' })),
    }).toEqual({ list: 2, detail: 2, enter: 9, correct: 8 });
  });
});
