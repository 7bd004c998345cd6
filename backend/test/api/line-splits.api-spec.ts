import type { GivenOrder } from '../support/given';
import { House } from '../support/house';
import { Undoings } from '../support/undoing';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const undoings = new Undoings(() => house);
const me = () => house.as('merchandiser');

interface Line {
  id: string;
  label: string;
  part: number;
  quantity: string;
  unit: string;
  etd: string;
  eta: string | null;
  status: string;
  yarnRequired: string | null;
  finishedFabricQuantity: string | null;
  approvalStatus: object;
  approvalDate: string | null;
  gates: { key: string; status: string | null; round: number; holder: string | null; condition: string | null }[];
  rowVersion: number;
}
interface Split {
  line: Line;
  part: Line;
  code: string;
  detail: string;
  because: string;
  before: object;
  after: object;
  affects: { kind: string; sentence: string }[];
  errors: object;
}

const splitting = (order: GivenOrder, body: object, headers = {}) =>
  me().post<Split>(`/order-lines/${order.lines[0]!.id}/split/`, body, headers);
const lineOf = async (id: string) => (await me().get<Line>(`/order-lines/${id}/`)).body;
const run = (order: GivenOrder) => me().post(`/orders/${order.id}/line-statuses/`, { status: 'running' });
const revision = { reason: 'Two boats.', agreedBy: 'Anna Berg, ANABIA' };

describe('splitting a line: who may', () => {
  it('asks a stranger to sign in, and does not know another’s line', async () => {
    const { lines } = await house.given.order();
    const path = `/order-lines/${lines[0]!.id}/split/`;
    expect((await house.anonymous.post(path, { quantity: '20000' })).status).toBe(401);
    expect((await house.as('colleague').post(path, { quantity: '20000' })).status).toBe(404);
  });
});

describe('splitting a line: what is refused', () => {
  it('names what is wrong in the request', async () => {
    const order = await house.given.order();
    const { status, body } = await splitting(order, { quantity: '0', etd: 'soon', colour: 'Red' });
    expect([status, Object.keys(body.errors).sort()]).toEqual([400, ['colour', 'etd', 'quantity']]);
    const half = await splitting(order, { quantity: '10.5' });
    expect([half.status, half.body.code]).toEqual([422, 'quantity.fraction_of_unit']);
  });

  it('leaves something on the line, and of what came all of it', async () => {
    const order = await house.given.order();
    const all = await splitting(order, { quantity: '44640' });
    expect([all.status, all.body.code]).toEqual([409, 'line.cannot_split']);
    await me().post(`/orders/${order.id}/supplier-deliveries/`, {
      lines: [{ orderLineId: order.lines[0]!.id, deliveredQuantity: '40000' }],
    });
    expect((await splitting(order, { quantity: '5000' })).body.detail).toBe(
      '40,000 pcs of this line came already: at most 4,640 pcs can be split off.',
    );
    expect((await splitting(order, { quantity: '4640' })).status).toBe(201);
  });

  it('a line without a quantity, and one that is completed', async () => {
    const style = { styleNumber: 'MT-1', lines: [{ colorName: 'White' }] };
    const open = await house.given.order({ styles: [style] });
    expect((await splitting(open, { quantity: '1' })).body.detail).toContain('no quantity yet');
    const done = await house.given.order();
    await run(done);
    await me().post(`/orders/${done.id}/line-statuses/`, { status: 'completed' });
    expect((await splitting(done, { quantity: '1' })).body.detail).toContain('This line is completed');
  });

  it('what somebody else has changed meanwhile', async () => {
    const order = await house.given.order();
    await me().patch(`/order-lines/${order.lines[0]!.id}/`, { notes: 'rush' });
    const { status } = await splitting(order, { quantity: '20000' }, { 'If-Match': '"1"' });
    expect(status).toBe(412);
  });

  it('what was agreed, without a revision; a part that leaves too late for the LC is named', async () => {
    const order = await house.given.order();
    await run(order);
    await me().post('/financials/letters-of-credit/', {
      orderId: order.id,
      amount: '158466',
      currency: 'USD',
      issueDate: '2026-10-01',
      expiryDate: '2027-01-20',
      latestShipmentDate: '2027-01-10',
    });
    const { status, body } = await splitting(order, { quantity: '20000', etd: '2027-01-15' });
    expect([status, body.code, body.because]).toEqual([422, 'order.revision_needed', 'The line is running.']);
    expect([body.before, body.after]).toEqual([
      { quantity: '44640', splitOff: null, etd: '2027-01-05' },
      { quantity: '24640', splitOff: '20000', etd: '2027-01-15' },
    ]);
    expect(body.affects.map(({ sentence }) => sentence)).toEqual([
      'Its latest day to ship is 10 Jan 2027, and MT-2291 · White · part 2 would leave on 15 Jan 2027: it needs an amendment.',
    ]);
    expect((await lineOf(order.lines[0]!.id)).quantity).toBe('44640');
  });
});

describe('splitting a line', () => {
  it('divides what it counts, keeps what was decided, and the order stays what it was', async () => {
    const order = await house.given.order();
    const id = order.lines[0]!.id;
    await me().patch(`/order-lines/${id}/`, {
      eta: '2027-01-25',
      yarnRequired: '9550',
      finishedFabricQuantity: '9374.4',
      finishedFabricUnit: 'kg',
    });
    const record = (status: string, more = {}) =>
      me().post(`/order-lines/${id}/approvals/`, { approvalType: 'labDip', status, ...more });
    await record('submission', { occurredOn: '2026-10-01' });
    await record('rejected', { occurredOn: '2026-10-05' });
    await record('resubmission', { occurredOn: '2026-10-10' });
    await record('approved', { occurredOn: '2026-10-15', condition: 'Bulk a shade bluer.' });
    const before = await lineOf(id);

    const { status, body } = await splitting(order, { quantity: '20000', etd: '2027-02-05' });
    expect([status, body.line.label, body.part.label]).toEqual([201, 'MT-2291 · White', 'MT-2291 · White · part 2']);
    expect(body.line).toMatchObject({ part: 1, quantity: '24640', etd: '2027-01-05', eta: '2027-01-25' });
    expect(body.part).toMatchObject({ part: 2, quantity: '20000', etd: '2027-02-05', eta: '2027-02-25' });
    expect([body.part.yarnRequired, body.line.yarnRequired]).toEqual(['4278.674', '5271.326']);
    expect([body.part.finishedFabricQuantity, body.line.finishedFabricQuantity]).toEqual(['4200', '5174.4']);
    expect(body.part).toMatchObject({
      status: before.status,
      approvalStatus: before.approvalStatus,
      approvalDate: '2026-10-15',
    });
    const gates = (line: Line) =>
      line.gates.map(({ key, status, round, holder, condition }) => ({ key, status, round, holder, condition }));
    expect(gates(body.part)).toEqual(gates(before));
    expect(gates(await lineOf(body.part.id))).toEqual(gates(before));

    const whole = (await me().get<{ quantity: string; styles: { lines: Line[] }[] }>(`/orders/${order.id}/`)).body;
    expect([whole.quantity, whole.styles[0]!.lines.map(({ quantity, label }) => [label, quantity])]).toEqual([
      '64680',
      [
        ['MT-2291 · White', '24640'],
        ['MT-2291 · White · part 2', '20000'],
        ['MT-2291 · Black', '20040'],
      ],
    ]);
  });

  it('goes on by itself from then on: another round of a part does not touch the line', async () => {
    const order = await house.given.order();
    const decide = (id: string, status: string) =>
      me().post<Line>(`/order-lines/${id}/approvals/`, { approvalType: 'labDip', status });
    await decide(order.lines[0]!.id, 'submission');
    await decide(order.lines[0]!.id, 'approved');
    const { line, part } = (await splitting(order, { quantity: '20000' })).body;
    const again = await decide(part.id, 'resubmission');
    expect(again.body.gates.find(({ key }) => key === 'labDip')).toMatchObject({ status: 'resubmission', round: 2 });
    expect((await lineOf(line.id)).approvalStatus).toEqual({ labDip: 'approved' });
  });

  it('takes a revision where it was agreed, and tells', async () => {
    const order = await house.given.order();
    await run(order);
    const { status, body } = await splitting(order, { quantity: '20000', revision });
    expect(status).toBe(201);
    const list = await me().get<{ results: object[] }>(`/order-revisions/?orderId=${order.id}`);
    expect(list.body.results).toMatchObject([
      { number: 1, lineLabel: 'MT-2291 · White', before: { quantity: '44640' }, after: { splitOff: '20000' } },
    ]);
    const told = (await house.eventsOf(body.line.id)).at(-1)!;
    expect([told.name, told.data]).toMatchObject([
      'line.split',
      {
        before: { quantity: '44640' },
        after: { quantity: '24640' },
        part: { id: body.part.id, quantity: '20000', unit: 'pieces', etd: '2027-01-05' },
        number: 1,
        reason: 'Two boats.',
      },
    ]);
    const activity = await me().get<{ results: { sentence: string }[] }>(`/activity/?orderId=${order.id}&pageSize=2`);
    expect(activity.body.results.map(({ sentence }) => sentence)).toContain(
      'split White: 20,000 pcs go on as MT-2291 · White · part 2, leaving on 5 Jan 2027; 24,640 pcs stay (revision 1, agreed with Anna Berg, ANABIA): “Two boats”',
    );
  });

  it('may go on, each part has a number of its own, also after one was removed', async () => {
    const order = await house.given.order();
    const second = (await splitting(order, { quantity: '10000' })).body.part;
    const third = (await splitting(order, { quantity: '10000' })).body.part;
    expect([second.part, third.part]).toEqual([2, 3]);
    await me().delete(`/order-lines/${third.id}/`);
    expect((await splitting(order, { quantity: '10000' })).body.part.part).toBe(4);
    await undoings.undone(await undoings.lastEventOf(third.id));
    expect((await lineOf(third.id)).part).toBe(3);
  });

  it('is copied with its order, part by part', async () => {
    const order = await house.given.order();
    await splitting(order, { quantity: '20000' });
    const { status, body } = await me().post<GivenOrder>(`/orders/${order.id}/copy/`);
    expect([status, body.styles[0]!.lines.map(({ label }) => label)]).toEqual([
      201,
      ['MT-2291 · White', 'MT-2291 · White · part 2', 'MT-2291 · Black'],
    ]);
  });

  it('a second line of a colour is still refused by hand', async () => {
    const order = await house.given.order();
    const { status, body } = await me().post<Split>(`/styles/${order.styles[0]!.id}/lines/`, { colorName: 'White' });
    expect([status, Object.keys(body.errors)]).toEqual([409, ['colorCode']]);
  });
});

describe('undoing a split', () => {
  it('brings the quantities back and puts the part into the trash; undone once more it is split again', async () => {
    const order = await house.given.order();
    await me().patch(`/order-lines/${order.lines[0]!.id}/`, { yarnRequired: '9550' });
    const { body, headers } = await splitting(order, { quantity: '20000' });
    const { steps, again } = await undoings.undone(headers['x-undo']!);
    expect(steps).toHaveLength(2);
    expect(await lineOf(body.line.id)).toMatchObject({ quantity: '44640', yarnRequired: '9550' });
    expect((await me().get(`/order-lines/${body.part.id}/`)).status).toBe(404);
    await undoings.undone(again);
    expect([(await lineOf(body.line.id)).quantity, (await lineOf(body.part.id)).quantity]).toEqual(['24640', '20000']);
  });

  it('of what was agreed is a revision itself', async () => {
    const order = await house.given.order();
    await run(order);
    const { body, headers } = await splitting(order, { quantity: '20000', revision });
    await undoings.undone(headers['x-undo']!);
    expect((await lineOf(body.line.id)).quantity).toBe('44640');
    const list = await me().get<{ results: { reason: string }[] }>(`/order-revisions/?orderId=${order.id}`);
    expect(list.body.results.map(({ reason }) => reason)).toContain('Revision 1 was a mistake.');
  });

  it('is refused once something happened to the part, the plan that it was given aside', async () => {
    const order = await house.given.order();
    const { body, headers } = await splitting(order, { quantity: '20000' });
    const event = headers['x-undo']!;
    await house.deliverEvents();
    await me().patch(`/order-lines/${body.part.id}/`, { notes: 'rush' });
    expect(await undoings.refusal(event)).toContain('set the notes of White part 2 to “rush”');
  });
});

describe('the plan of a part', () => {
  interface Plan {
    etd: string;
    steps: { milestone: string; plannedOn: string | null; actualOn: string | null }[];
  }
  const planOf = async (id: string) => (await me().get<Plan>(`/order-lines/${id}/plan/`)).body;

  it('is that of its line, what happened included, laid back from its own ETD', async () => {
    const order = await house.given.order();
    const id = order.lines[0]!.id;
    expect((await me().post(`/order-lines/${id}/plan/`)).status).toBeLessThan(300);
    await me().put(`/order-lines/${id}/milestones/labDipSubmitted/`, { actualOn: '2026-10-01' });
    const { part } = (await splitting(order, { quantity: '20000', etd: '2027-03-05' })).body;
    await house.deliverEvents();
    const [own, of] = [await planOf(part.id), await planOf(id)];
    const step = (plan: Plan, key: string) => plan.steps.find(({ milestone }) => milestone === key);
    expect(own.steps.map(({ milestone }) => milestone)).toEqual(of.steps.map(({ milestone }) => milestone));
    expect(step(own, 'labDipSubmitted')?.actualOn).toBe('2026-10-01');
    expect(step(of, 'exFactory')!.plannedOn! < step(own, 'exFactory')!.plannedOn!).toBe(true);
    await house.deliverEvents();
    expect((await planOf(part.id)).steps).toHaveLength(of.steps.length);
  });
});
