import { SENTENCES } from '../../src/modules/activity/sentences';
import { ownReason } from '../../src/modules/activity/undo/undo-reasons';
import { Undoing } from '../../src/platform/events/undoing';
import { today } from '../../src/platform/values/day';
import { House, type Person } from '../support/house';
import { offered, Undoings } from '../support/undoing';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const TODAY = today('Asia/Dhaka');
const NOBODYS = '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21';

const undoings = new Undoings(() => house);
const lastEventOf = (subjectId: string) => undoings.lastEventOf(subjectId);
const plan = (eventId: string, by?: Person) => undoings.plan(eventId, by);
const undo = (eventId: string, by?: Person) => undoings.undo(eventId, by);
const undone = (eventId: string, by?: Person) => undoings.undone(eventId, by);

describe('undo: who may', () => {
  it('asks a stranger to sign in, and knows nothing of another’s order', async () => {
    expect((await house.anonymous.get(`/activity/${NOBODYS}/undo/`)).status).toBe(401);
    expect((await house.anonymous.post(`/activity/${NOBODYS}/undo/`)).status).toBe(401);
    const theirs = await house.given.order({}, 'colleague');
    const event = await lastEventOf(theirs.id);
    for (const id of [event, NOBODYS]) expect([(await plan(id)).status, (await undo(id)).status]).toEqual([404, 404]);
    expect((await plan('mine')).status).toBe(400);
  });

  it('undoes nobody else’s change', async () => {
    const order = await house.given.order();
    const event = await offered(house.as('manager').patch(`/orders/${order.id}/`, { notes: 'mine' }));
    const { status, body } = await undo(event);
    expect([status, body.code]).toEqual([403, 'activity.not_yours_to_undo']);
    expect((await plan(event)).body).toMatchObject({
      possible: false,
      reason: 'Only manager of the house can undo this. Change it the usual way instead.',
    });
  });
});

describe('undo: a change of fields', () => {
  it('says what it would do, does it, tells of it, and can be undone itself', async () => {
    const order = await house.given.order();
    const black = order.lines[1]!;
    const me = house.as('merchandiser');
    const event = await offered(me.patch(`/order-lines/${black.id}/`, { etd: '2027-01-12', quantity: '20000' }));
    const line = async () => (await me.get(`/order-lines/${black.id}/`)).body;
    expect((await plan(event)).body).toEqual({
      eventId: event,
      possible: true,
      reason: null,
      steps: ['changed the ETD and quantity of Black'],
    });
    expect(await line()).toMatchObject({ etd: '2027-01-12', quantity: '20000' }); // asking did nothing
    expect(await house.eventNamesOf(black.id)).toEqual(['line.updated']);
    const { again } = await undone(event);
    expect(await line()).toMatchObject({ etd: '2027-01-09', quantity: '20040' });
    const { results } = (
      await me.get<{ results: { id: string; undoes: string; undone: boolean; mayUndo: boolean; sentence: string }[] }>(
        `/activity/?orderId=${order.id}&name=line.updated`,
      )
    ).body;
    expect(results.map((each) => [each.id, each.undoes, each.undone, each.mayUndo])).toEqual([
      [again, event, false, true],
      [event, null, true, false],
    ]);
    expect(results[0]!.sentence).toBe('undid a change and changed the ETD and quantity of Black');
    const twice = await undo(event);
    expect([twice.status, twice.body.detail]).toEqual([
      409,
      'You have undone this already. To have it back, undo that.',
    ]);
    await undone(again);
    expect(await line()).toMatchObject({ etd: '2027-01-12', quantity: '20000' });
    expect((await me.get(`/activity/verification/?orderId=${order.id}`)).body).toMatchObject({
      intact: true,
      events: 4,
    });
  });

  it('leaves what others changed since, and refuses where that is the same field', async () => {
    const order = await house.given.order();
    const event = await offered(house.as('merchandiser').patch(`/orders/${order.id}/`, { notes: 'a', season: 'SS27' }));
    await house.as('manager').patch(`/orders/${order.id}/`, { buyerName: 'ANABIA Hamburg' });
    const theirs = await offered(house.as('manager').patch(`/orders/${order.id}/`, { notes: 'b' }));
    const refused = await undo(event);
    expect([refused.status, refused.body.code, refused.body.detail]).toEqual([
      409,
      'activity.cannot_undo',
      'Since then manager of the house changed the notes of the order from “a” to “b”. Undo that first, or change it the usual way.',
    ]);
    expect((await plan(event)).body).toMatchObject({ possible: false, reason: refused.body.detail, steps: [] });
    await undone(theirs, 'manager');
    await undone(event);
    expect((await house.as('merchandiser').get(`/orders/${order.id}/`)).body).toMatchObject({
      notes: null,
      season: null,
      buyerName: 'ANABIA Hamburg',
    });
  });

  it('happens once, however many ask at once', async () => {
    const order = await house.given.order();
    const event = await offered(house.as('merchandiser').patch(`/orders/${order.id}/`, { notes: 'a' }));
    const answers = await Promise.all([undo(event), undo(event), undo(event)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('needs the rights of the change itself', async () => {
    const order = await house.given.order();
    const event = await offered(house.as('merchandiser').patch(`/orders/${order.id}/`, { notes: 'a' }));
    await house.as('manager').post(`/orders/${order.id}/assignment/`, { merchandiserId: house.ids.colleague });
    expect((await undo(event)).status).toBe(404);
  });
});

describe('undo: what the modules can take back', () => {
  const me = () => house.as('merchandiser');

  it('the stage and the delivery of an order', async () => {
    const order = await house.given.order();
    const get = async () => (await me().get(`/orders/${order.id}/`)).body;
    const staged = await offered(me().post(`/orders/${order.id}/stage/`, { stage: 'Production' }));
    await undone(staged);
    expect(await get()).toMatchObject({ currentStage: 'Design' });
    const delivered = await offered(me().post(`/orders/${order.id}/delivery/`, { deliveredOn: TODAY }));
    const { again } = await undone(delivered);
    expect(await get()).toMatchObject({ currentStage: 'Design', actualDeliveryDate: null, status: 'upcoming' });
    await undone(again);
    expect(await get()).toMatchObject({ currentStage: 'Delivered', actualDeliveryDate: TODAY });
  });

  it('the delivery of an order without lines, with its status', async () => {
    const order = await house.given.order({ styles: [], quantity: '100', unit: 'kg' });
    const delivered = await offered(me().post(`/orders/${order.id}/delivery/`));
    await undone(delivered);
    expect((await me().get(`/orders/${order.id}/`)).body).toMatchObject({ status: 'upcoming', category: 'upcoming' });
  });

  it('the status of lines, also of all at once and where the step back is no step of production', async () => {
    const order = await house.given.order();
    const statuses = async () =>
      (await me().get<{ styles: { lines: { status: string }[] }[] }>(`/orders/${order.id}/`)).body.styles.flatMap(
        ({ lines }) => lines.map(({ status }) => status),
      );
    const moved = await offered(me().post(`/orders/${order.id}/line-statuses/`, { status: 'running' }));
    expect(await statuses()).toEqual(['running', 'running']);
    const { steps } = await undone(moved);
    expect(await statuses()).toEqual(['upcoming', 'upcoming']);
    expect(steps).toEqual(['moved the line from running to upcoming', 'moved the line from running to upcoming']);
  });

  it('to whom an order was handed, by who still sees it', async () => {
    const order = await house.given.order();
    const handed = await offered(
      house.as('manager').post(`/orders/${order.id}/assignment/`, { merchandiserId: house.ids.colleague }),
    );
    await undone(handed, 'manager');
    expect((await me().get(`/orders/${order.id}/`)).status).toBe(200);
  });

  it('a decision on a gate, by a decision of its own: nothing is erased', async () => {
    const order = await house.given.order();
    const [white] = order.lines;
    const decide = (status: string) =>
      me().post(`/order-lines/${white!.id}/approvals/`, { approvalType: 'price', status });
    const gate = async () =>
      (await me().get<{ approvalStatus: Record<string, string> }>(`/order-lines/${white!.id}/`)).body.approvalStatus[
        'price'
      ];
    const submitted = await offered(decide('submission'));
    const approved = await offered(decide('approved'));
    expect((await undo(submitted)).body.detail).toContain('Since then merchandiser of the house recorded price');
    await undone(approved);
    expect(await gate()).toBe('submission');
    await undone(submitted);
    expect(await gate()).toBeUndefined();
    const { count } = (await me().get<{ count: number }>(`/approval-history/?orderLineId=${white!.id}`)).body;
    expect(count).toBe(4);
  });

  it('a line that was added, while nothing is under it', async () => {
    const order = await house.given.order();
    const add = async (colorName: string) => {
      const answer = await me().post<{ id: string }>(`/styles/${order.styles[0]!.id}/lines/`, { colorName });
      return { id: answer.body.id, event: answer.headers['x-undo']! };
    };
    const navy = await add('Navy');
    await undone(navy.event);
    expect((await me().get(`/order-lines/${navy.id}/`)).status).toBe(404);
    const olive = await add('Olive');
    await house.given.sample({ orderId: order.id, orderLineId: olive.id });
    expect((await undo(olive.event)).body.detail).toBe(
      'Since then merchandiser of the house added lab dip round 1 for Olive. Undo that first, or change it the usual way.',
    );
  });

  it('that a line, a style and an order were deleted', async () => {
    const order = await house.given.order();
    const [white, black] = order.lines;
    const line = await offered(me().delete(`/order-lines/${white!.id}/`));
    await undone(line);
    expect((await me().get(`/order-lines/${white!.id}/`)).status).toBe(200);
    await me().post(`/orders/${order.id}/styles/`, { styleNumber: 'MT-9', lines: [{ colorName: 'Red' }] });
    const style = await offered(me().delete(`/styles/${black!.styleId}/`));
    await undone(style);
    expect((await me().get(`/order-lines/${black!.id}/`)).status).toBe(200);
    const gone = await offered(me().delete(`/orders/${order.id}/`));
    const { again } = await undone(gone);
    expect((await me().get(`/orders/${order.id}/`)).status).toBe(200);
    await undone(again);
    expect((await me().get(`/orders/${order.id}/`)).status).toBe(404);
  });

  it('a sample that was made, changed or deleted, and that it was sent, until the buyer has it', async () => {
    const sample = await house.given.sample();
    const get = async () => (await me().get(`/samples/${sample.id}/`)).body;
    await undone(await offered(me().patch(`/samples/${sample.id}/`, { recipient: 'Anna', notes: 'x' })));
    expect(await get()).toMatchObject({ recipient: null, notes: null });
    const { again } = await undone(await offered(me().delete(`/samples/${sample.id}/`)));
    expect(await get()).toMatchObject({ status: 'pending', version: 1 });
    await undone(again);
    expect((await me().get(`/samples/${sample.id}/`)).status).toBe(404);
    const sent = await house.given.sample();
    const taken = await undone(await offered(me().post(`/samples/${sent.id}/submission/`)));
    expect((await me().get(`/samples/${sent.id}/`)).body).toMatchObject({ status: 'pending', gateStatus: null });
    await undone(taken.again);
    expect((await me().get(`/samples/${sent.id}/`)).body).toMatchObject({
      status: 'submitted',
      gateStatus: 'submission',
    });
    const submission = await lastEventOf(sent.id);
    await me().post(`/samples/${sent.id}/receipt/`);
    expect((await undo(submission)).body.detail).toContain('The buyer got this sample on');
  });

  it('what the buyer decided on a sample, with its gate and its options, until another round follows', async () => {
    const order = await house.given.order();
    const line = order.lines[0]!;
    const { id } = await house.given.sample({ orderId: order.id, orderLineId: line.id, type: 'lab_dip' });
    for (const label of ['A', 'B', 'C']) await me().post(`/samples/${id}/options/`, { label });
    await me().post(`/samples/${id}/submission/`);
    await me().patch(`/samples/${id}/options/A/`, { verdict: 'rejected', remarks: 'Too red.' });
    const stands = async () => {
      const { body } = await me().get<{ status: string; gateStatus: string; options: { verdict: string | null }[] }>(`/samples/${id}/`); // oxfmt-ignore
      return { ...body, verdicts: body.options.map(({ verdict }) => verdict) };
    };
    const open = { status: 'submitted', gateStatus: 'submission', decidedOn: null, verdicts: ['rejected', null, null] };

    const approval = await offered(me().post(`/samples/${id}/approval/`, { option: 'B', condition: 'bulk bluer' }));
    const taken = await undone(approval);
    expect(await stands()).toMatchObject({ ...open, approvalCondition: null });
    await undone(taken.again);
    expect(await stands()).toMatchObject({
      ...{ status: 'approved', gateStatus: 'approved', approvalCondition: 'bulk bluer' },
      verdicts: ['rejected', 'approved', 'not_chosen'],
    });
    const gate = await me().get<{ conditionOpen: boolean }>(`/order-lines/${line.id}/gates/labDip/`);
    expect(gate.body).toMatchObject({ round: 1, conditionOpen: true });
    await undone(await lastEventOf(id));

    const rejection = await offered(me().post(`/samples/${id}/rejection/`, { reason: 'Too dull.' }));
    await undone(rejection);
    expect(await stands()).toMatchObject({ ...open, rejectionReason: null });
    const again = await offered(me().post(`/samples/${id}/rejection/`, { reason: 'Too dull.' }));
    await me().post(`/samples/${id}/next-round/`);
    expect(await undo(again)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('ound 2') as string },
    });
  });

  it('what a draft PI and an LC say, and not what the buyer was told', async () => {
    const order = await house.given.order();
    const pi = await me().post<{ id: string }>('/financials/proforma-invoices/', {
      ...{ orderId: order.id, amount: '158466.00' },
    });
    const path = `/financials/proforma-invoices/${pi.body.id}/`;
    await undone(await offered(me().patch(path, { amount: '100.00' })));
    expect((await me().get(path)).body).toMatchObject({ amount: '158466.00' });
    const changed = await offered(me().patch(path, { notes: 'x' }));
    await me().post(`${path}dispatch/`);
    expect((await undo(changed)).body.detail).toContain('sent');
    const lc = await me().post<{ id: string }>('/financials/letters-of-credit/', {
      orderId: order.id,
      lcNumber: 'DC-7741',
      amount: '1000.00',
      issueDate: '2026-11-01',
      expiryDate: '2027-11-01',
      issuingBank: 'HSBC',
    });
    const credit = `/financials/letters-of-credit/${lc.body.id}/`;
    await undone(await offered(me().patch(credit, { amount: '900.00' })));
    expect((await me().get(credit)).body).toMatchObject({ amount: '1000.00' });
    const deleted = await offered(me().delete(credit));
    await me().post('/financials/letters-of-credit/', {
      orderId: order.id,
      lcNumber: 'dc-7741',
      amount: '1000.00',
      issueDate: '2026-11-01',
      expiryDate: '2027-11-01',
      issuingBank: 'HSBC',
    });
    const clash = await undo(deleted);
    expect(clash.status).toBe(409);
    expect((await plan(deleted)).body).toMatchObject({ possible: false, reason: clash.body.detail });
  });

  it('a delivery and the choice of a mill, with what it wrote on the line', async () => {
    const order = await house.given.order();
    const line = order.lines[0]!.id;
    const came = { orderId: order.id, orderLineId: line, deliveredQuantity: '40000', deliveryDate: TODAY };
    const delivery = await me().post<{ id: string }>('/supplier-deliveries/', came);
    const deliveries = `/supplier-deliveries/${delivery.body.id}/`;
    await undone(await offered(me().patch(deliveries, { deliveredQuantity: '4000' })));
    expect((await me().get(deliveries)).body).toMatchObject({ deliveredQuantity: '40000' });
    await undone(await offered(me().delete(deliveries)));
    expect((await me().get(`/order-lines/${line}/`)).body).toMatchObject({
      delivery: { totalDeliveredQuantity: '40000' },
    });
    await undone(delivery.headers['x-undo']!);
    expect((await me().get(deliveries)).status).toBe(404);

    const offer = { orderLineId: line, millName: 'Padma', price: '2.05' };
    const { body: padma } = await me().post<{ id: string }>('/mill-offers/', offer);
    await undone(await offered(me().post(`/mill-offers/${padma.id}/choice/`)));
    expect((await me().get(`/mill-offers/${padma.id}/`)).body).toMatchObject({ chosen: false });
    expect((await me().get(`/order-lines/${line}/`)).body).toMatchObject({ millName: null, millPrice: '2.10' });
    await undone(await offered(me().delete(`/mill-offers/${padma.id}/`)));
    expect((await me().get(`/mill-offers/${padma.id}/`)).status).toBe(200);
  });

  it('the output of a day, a step of the plan and a shipment', async () => {
    const order = await house.given.order();
    const metric = await me().post<{ id: string }>('/production/metrics/', {
      orderId: order.id,
      knittedQuantity: '400',
      date: TODAY,
    });
    const metrics = `/production/metrics/${metric.body.id}/`;
    await undone(await offered(me().patch(metrics, { knittedQuantity: '500' })));
    expect((await me().get(metrics)).body).toMatchObject({ knittedQuantity: '400' });
    await undone(await offered(me().delete(metrics)));
    await undone(metric.headers['x-undo']!);
    expect((await me().get(metrics)).status).toBe(404);

    const steps = `/order-lines/${order.lines[0]!.id}/milestones`;
    const planned = await me().put<{ id: string }>(`${steps}/knittingStart/`, { plannedOn: '2027-01-02' });
    await undone(await offered(me().put(`${steps}/knittingStart/`, { plannedOn: '2027-01-05' })));
    expect((await me().get(`/milestones/${planned.body.id}/`)).body).toMatchObject({ plannedOn: '2027-01-02' });

    const shipment = await house.given.shipment({ orderId: order.id });
    const shipments = `/shipments/${shipment.id}/`;
    await undone(await offered(me().patch(shipments, { carrierName: 'MSC' })));
    expect((await me().get(shipments)).body).toMatchObject({ carrierName: 'Maersk' });
    await undone(await offered(me().delete(shipments)));
    await me().post(`${shipments}departure/`);
    expect((await undo(await lastEventOf(shipment.id))).body.detail).toBe('The shipment has left.');
  });

  it('a gate that was added, and that one asked for an order to be deleted', async () => {
    const order = await house.given.order();
    const { id } = order.lines[0]!;
    await undone(await offered(me().post(`/order-lines/${id}/gates/`, { name: 'Fit check' })));
    expect((await me().get(`/order-lines/${id}/gates/custom_fit_check/`)).status).toBe(404);
    const asked = house.as('manager').post<{ id: string }>(`/orders/${order.id}/deletion-requests/`);
    const { again } = await undone(await offered(asked), 'manager');
    expect((await me().get(`/deletion-requests/${(await asked).body.id}/`)).body).toMatchObject({
      status: 'withdrawn',
    });
    expect(again).toBeUndefined();
  });

  it('or says why not, of each kind of event in words of its own', () => {
    const undoing = house.app.get(Undoing);
    // With what began the order; and a gate set or a user is of no order, and in no activity.
    const elsewhere = ['order.imported'];
    const silent = Object.keys(SENTENCES).filter((name) => !undoing.canUndo(name) && !ownReason(name));
    expect(
      silent.filter(
        (name) => !elsewhere.includes(name) && !/^(gate_set|tna_template|calendar|user|import)\./.test(name),
      ),
    ).toEqual([]);
  });

  it('is offered for what can be undone only', async () => {
    const order = await house.given.order();
    const said = await me().post(`/comments/`, { orderId: order.id, body: 'dip R2 couriered' });
    expect([said.status, said.headers['x-undo']]).toEqual([201, undefined]);
    expect((await plan(await lastEventOf(String(said.body['id'])))).body.reason).toContain('may have been read');
    expect((await me().get(`/orders/${order.id}/`)).headers['x-undo']).toBeUndefined();
    const unchanged = await me().patch(`/orders/${order.id}/`, { customerName: 'ANABIA' });
    expect(unchanged.headers['x-undo']).toBeUndefined();
  });
});
