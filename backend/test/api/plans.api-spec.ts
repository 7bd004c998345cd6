import { DataSource, In } from 'typeorm';
import { OrderLine } from '../../src/modules/orders/line/line.entity';
import { HappenedSteps } from '../../src/modules/planning/plan/happened-steps';
import { PlanFollower } from '../../src/modules/planning/plan/plan-follower';
import { isWorkingDay, type Weekday } from '../../src/modules/planning/calendar/working-calendar';
import { addDays, daysBetween, today } from '../../src/platform/values/day';
import { House } from '../support/house';
import { statementsDuring } from '../support/statements';

const TODAY = today('Asia/Dhaka');
const inDays = (days: number) => addDays(TODAY, days);

interface Step {
  id: string;
  milestone: string;
  label: string;
  holder: string;
  state: string;
  plannedOn: string | null;
  plannedFixed: boolean;
  baselineOn: string | null;
  actualOn: string | null;
  forecastOn: string | null;
  latestOn: string | null;
  slackDays: number | null;
  critical: boolean;
  after: { key: string; lag: number }[];
  rowVersion: number;
}
interface Plan {
  templateName: string | null;
  etd: string | null;
  daysToEtd: number | null;
  forecastOn: string | null;
  slackDays: number | null;
  urgency: string | null;
  takenOut: { milestone: string; label: string }[];
  chain: { key: string; label: string; holder: string; days: number; from: string; on: string }[];
  steps: Step[];
}
interface Problem {
  code: string;
  errors: Record<string, string[]>;
}

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const me = () => house.as('merchandiser');
const manager = () => house.as('manager');

/** A line of a local order that leaves in so many days. */
async function aLine(leavesIn: number | null, overrides: object = {}) {
  const order = await house.given.order({
    orderType: 'local',
    styles: [
      {
        styleNumber: 'MT-1',
        lines: [
          { colorName: 'White', quantity: '400', unit: 'pieces', ...(leavesIn ? { etd: inDays(leavesIn) } : {}) },
        ],
      },
    ],
    ...overrides,
  });
  return { order, line: order.lines[0]! };
}
const lay = (id: string, body: object = {}) => me().post<Plan>(`/order-lines/${id}/plan/`, body);
const read = async (id: string) => (await me().get<Plan>(`/order-lines/${id}/plan/`)).body;
const stepOf = ({ steps }: Plan, key: string) => steps.find(({ milestone }) => milestone === key)!;
const write = (id: string, key: string, body: object) => me().put<Step>(`/order-lines/${id}/milestones/${key}/`, body);

const restore = async (subjectId: string) => {
  const { body } = await me().get<{ results: { id: string }[] }>(`/trash/?subjectId=${subjectId}`);
  expect((await me().post(`/trash/${body.results[0]!.id}/restoration/`)).status).toBe(200);
};
const sentInvoice = async (orderId: string) => {
  const terms = { orderId, amount: '250000.00', currency: 'USD', issueDate: TODAY };
  const { body } = await me().post<{ id: string }>('/financials/proforma-invoices/', terms);
  expect((await me().post(`/financials/proforma-invoices/${body.id}/dispatch/`)).status).toBe(200);
  return body.id;
};

describe('plans: who may', () => {
  it('asks a stranger to sign in, and shows nobody the plan of another’s line', async () => {
    const order = await house.given.order({}, 'colleague');
    const { id } = order.lines[0]!;
    expect((await house.anonymous.get('/tna-templates/')).status).toBe(401);
    expect((await house.anonymous.get(`/order-lines/${id}/plan/`)).status).toBe(401);
    expect([(await me().get(`/order-lines/${id}/plan/`)).status, (await lay(id)).status]).toEqual([404, 404]);
    expect((await house.as('colleague').post(`/order-lines/${id}/plan/`)).status).toBe(200);
    const listed = await me().get<{ count: number }>(`/line-plans/?orderId=${order.id}`);
    expect(listed.body.count).toBe(0);
  });

  it('lets merchandisers read templates and calendars, and managers write them', async () => {
    const template = { name: 'Yarn-dyed', words: ['stripe'], steps: [{ key: 'yarnBooked', holder: 'us', days: 1 }] };
    const calendar = { holder: 'mill', partyName: 'Meghna Knit', weekend: [7] };
    expect((await me().post('/tna-templates/', template)).status).toBe(403);
    expect((await me().post('/working-calendars/', calendar)).status).toBe(403);
    expect((await me().get('/tna-templates/')).status).toBe(200);
    expect((await me().get('/working-calendars/')).status).toBe(200);
  });
});

describe('plans: templates', () => {
  it('ships one for local and one for foreign orders', async () => {
    const { body } = await me().get<{ results: { name: string; orderType: string; steps: { key: string }[] }[] }>(
      '/tna-templates/',
    );
    expect(body.results.map(({ name, orderType, steps }) => [name, orderType, steps.length])).toEqual([
      ['Local order', 'local', 22],
      ['Foreign order', 'foreign', 19],
    ]);
  });

  it('refuses steps that stand there twice, wait for none of these, or wait for each other, at their field', async () => {
    const refused = async (steps: object[]) => {
      const { status, body } = await manager().post<Problem>('/tna-templates/', { name: 'Wrong', steps });
      return [status, body.errors];
    };
    const step = { holder: 'mill', days: 2 };
    expect(
      await refused([
        { ...step, key: 'yarnBooked' },
        { ...step, key: 'yarnBooked' },
      ]),
    ).toEqual([400, { 'steps.1.key': ['This step is in the template already.'] }]);
    expect(await refused([{ ...step, key: 'yarnBooked', after: [{ key: 'shipped', lag: 0 }] }])).toEqual([
      400,
      { 'steps.0.after.0.key': ['Shipped is no step of this template.'] },
    ]);
    const ring = [
      { ...step, key: 'dyeingStart', after: [{ key: 'custom_wash_test', lag: 0 }] },
      { ...step, label: 'Wash test', after: [{ key: 'dyeingStart', lag: 3 }] },
    ];
    expect(await refused(ring)).toEqual([
      400,
      { 'steps.0.after': ['These wait for each other in a ring: Dyeing start → Wash test → Dyeing start.'] },
    ]);
  });

  it('is made, changed and removed by a manager, each told of; the most particular that fits is taken', async () => {
    const made = await manager().post<{ id: string; steps: Step[] }>('/tna-templates/', {
      name: 'Forza, striped',
      orderType: 'local',
      buyers: ['forza'],
      words: ['stripe'],
      steps: [
        { key: 'yarnBooked', holder: 'us', days: 1 },
        { label: 'Wash test', holder: 'lab', days: 3, after: [{ key: 'yarnBooked', lag: 0 }] },
      ],
    });
    expect([made.status, made.body.steps.map(({ label }) => label)]).toEqual([201, ['Yarn booked', 'Wash test']]);
    const { line } = await aLine(60, { customerName: 'Forza', fabricType: 'Yarn-dyed stripe' });
    expect((await lay(line.id)).body).toMatchObject({
      templateName: 'Forza, striped',
      steps: [{}, { label: 'Wash test' }],
    });
    const { line: plain } = await aLine(60, { customerName: 'Forza' });
    expect((await lay(plain.id)).body.templateName).toBe('Local order');

    const { id } = made.body;
    expect(
      (
        await manager().post('/tna-templates/', {
          name: 'forza, STRIPED',
          steps: [{ key: 'shipped', holder: 'us', days: 0 }],
        })
      ).status,
    ).toBe(409);
    const changed = await manager().patch<{ rowVersion: number }>(
      `/tna-templates/${id}/`,
      { position: 3 },
      { 'If-Match': '"1"' },
    );
    expect(changed.body).toMatchObject({ position: 3, rowVersion: 2 });
    expect((await manager().patch(`/tna-templates/${id}/`, { position: 4 }, { 'If-Match': '"1"' })).status).toBe(412);
    expect((await manager().delete(`/tna-templates/${id}/`)).status).toBe(204);
    expect((await manager().get(`/tna-templates/${id}/`)).status).toBe(404);
    expect((await read(line.id)).steps).toHaveLength(2);
    expect(await house.eventNamesOf(id)).toEqual([
      'tna_template.created',
      'tna_template.updated',
      'tna_template.deleted',
    ]);
  });
});

describe('plans: calendars', () => {
  interface Calendar {
    id: string;
    holder: string;
    partyName: string | null;
    weekend: Weekday[];
    holidays: { day: string }[];
  }
  const all = async () => (await me().get<{ results: Calendar[] }>('/working-calendars/?pageSize=200')).body.results;

  it('ships one for each kind of holder, which can be changed but not go', async () => {
    const mill = (await all()).find(({ holder, partyName }) => holder === 'mill' && partyName === null)!;
    expect([mill.weekend, (await all()).filter(({ partyName }) => !partyName).length]).toEqual([[5], 5]);
    const kept = await manager().delete<Problem>(`/working-calendars/${mill.id}/`);
    expect([kept.status, kept.body.code]).toEqual([409, 'calendar.of_all']);
    expect((await manager().patch(`/working-calendars/${mill.id}/`, { partyName: 'Padma' })).status).toBe(409);
  });

  it('refuses a week without a working day, a holiday twice, a laboratory’s own calendar, and a country of no banks', async () => {
    const post = (body: object) =>
      manager().post<Problem>('/working-calendars/', { holder: 'mill', partyName: 'X', ...body });
    expect((await post({ weekend: [1, 2, 3, 4, 5, 6, 7] })).status).toBe(400);
    const holiday = { day: '2027-03-10', name: 'Eid-ul-Fitr' };
    const twice = await post({ weekend: [5], holidays: [holiday, holiday] });
    expect(twice.body.errors).toEqual({ 'holidays.1.day': ['This day is a holiday already.'] });
    const refused = async (body: object) => Object.keys((await post({ weekend: [5], ...body })).body.errors);
    expect(await refused({ holder: 'lab' })).toEqual(['partyName']);
    const banks = { holder: 'bank', partyName: null };
    for (const body of [
      { ...banks, country: 'XX' },
      { ...banks, country: 'Britain' },
      { country: 'GB', partyName: null },
      { holder: 'bank', country: 'GB' },
    ])
      expect(await refused(body)).toEqual(['country']);
    expect((await post({ ...banks, country: 'GB', weekend: [6, 7] })).status).toBe(201);
    expect((await post({ ...banks, country: 'GB', weekend: [6] })).status).toBe(409);
  });

  it('refuses one in which nobody works for a year', async () => {
    const first = '2027-01-01';
    const holidays = Array.from({ length: 400 }, (_, at) => ({ day: addDays(first, at), name: 'Closed' }));
    const made = await manager().post<Problem>('/working-calendars/', {
      holder: 'mill',
      partyName: 'Closed Mill',
      weekend: [5],
      holidays,
    });
    expect([made.status, made.body.errors['holidays']?.[0]]).toEqual([400, expect.stringContaining('no working day')]);
  });

  it('that is changed counts for the plans that stand, once the worker has come by', async () => {
    const { line } = await aLine(90, { millName: 'Holiday Mill' });
    const { body: plan } = await lay(line.id);
    const holidays = Array.from({ length: 20 }, (_, at) => ({ day: inDays(at), name: 'Flood' }));
    await manager().post('/working-calendars/', { holder: 'mill', partyName: 'Holiday Mill', weekend: [5], holidays });
    await house.deliverEvents();
    expect(await house.app.get(PlanFollower).reckonAll()).toBeGreaterThan(0);
    const after = await read(line.id);
    expect(after.slackDays).toBeLessThan(plan.slackDays!);
    expect(after.steps.map(({ plannedOn }) => plannedOn)).toEqual(plan.steps.map(({ plannedOn }) => plannedOn));
  });

  it('of one mill counts for its lines only: no step of it ends on a day on which it is closed', async () => {
    const closed: Weekday[] = [1, 2, 5];
    const made = await manager().post<Calendar>('/working-calendars/', {
      holder: 'mill',
      partyName: 'Slow Mill',
      weekend: closed,
    });
    expect(made.status).toBe(201);
    expect(
      (await manager().post('/working-calendars/', { holder: 'mill', partyName: 'slow mill', weekend: [7] })).status,
    ).toBe(409);
    const { line } = await aLine(90, { millName: 'SLOW MILL' });
    const plan = (await lay(line.id)).body;
    const ends = plan.steps.filter(({ holder, plannedOn }) => holder === 'mill' && plannedOn);
    expect(ends.length).toBeGreaterThan(10);
    const calendar = { weekend: closed, holidays: new Set<string>() };
    expect(ends.filter(({ plannedOn }) => !isWorkingDay(calendar, plannedOn!))).toEqual([]);
    const { line: other } = await aLine(90);
    expect((await lay(other.id)).body.steps.map(({ plannedOn }) => plannedOn)).not.toEqual(
      plan.steps.map(({ plannedOn }) => plannedOn),
    );
  });
});

describe('plans: laid back from the ETD', () => {
  it('says what is missing where there is no ETD, or no such template', async () => {
    const { line } = await aLine(null);
    const without = await me().post<Problem>(`/order-lines/${line.id}/plan/`);
    expect([without.status, without.body.code]).toEqual([422, 'plan.no_etd']);
    const { line: dated } = await aLine(85);
    const wrong = await me().post<Problem>(`/order-lines/${dated.id}/plan/`, { templateId: line.id });
    expect([wrong.status, Object.keys(wrong.body.errors)]).toEqual([400, ['templateId']]);
  });

  it('ends with the ETD, keeps each step after what it waits for, and forecasts it from today', async () => {
    const { line } = await aLine(90);
    expect(await read(line.id)).toMatchObject({ templateName: null, urgency: null, steps: [] });
    const { status, body: plan } = await lay(line.id);
    expect([status, plan.steps.length, plan.daysToEtd]).toEqual([200, 22, 90]);
    expect(stepOf(plan, 'exFactory').plannedOn! <= inDays(90)).toBe(true);
    for (const step of plan.steps)
      for (const { key } of step.after) expect(stepOf(plan, key).plannedOn! <= step.plannedOn!).toBe(true);
    expect(plan.urgency).toBe('fine');
    expect(plan.chain.at(-1)).toMatchObject({ key: 'exFactory', on: plan.forecastOn });
    expect(plan.steps.every(({ baselineOn, plannedOn }) => baselineOn === plannedOn)).toBe(true);
    expect(await house.eventNamesOf(line.id)).toContain('plan.laid_back');
  });

  it('keeps a step out that was taken out, until it is brought back', async () => {
    const { line } = await aLine(90);
    const { body: plan } = await lay(line.id);
    const { id } = stepOf(plan, 'printSent');
    expect((await me().delete(`/milestones/${id}/`)).status).toBe(204);
    const { body: again } = await lay(line.id);
    expect([again.steps.length, again.takenOut]).toEqual([21, [{ milestone: 'printSent', label: 'Print sent' }]]);
    const { body: back } = await lay(line.id, { bringBack: true });
    expect([back.steps.length, back.takenOut, stepOf(back, 'printSent').id]).toEqual([22, [], id]);
    expect((await read(line.id)).steps).toHaveLength(22);
  });

  it('has what waits for a step that is taken out wait for what that one waits for, at once', async () => {
    const { line } = await aLine(90);
    const { body: plan } = await lay(line.id);
    for (const key of ['knittingStart', 'knittingComplete']) {
      const { slackDays } = await read(line.id);
      await me().delete(`/milestones/${stepOf(plan, key).id}/`);
      const without = await read(line.id);
      expect(without.slackDays).toBeGreaterThanOrEqual(slackDays!);
      // Dyeing still begins after the yarn that knitting waited for.
      expect(stepOf(without, 'dyeingStart').forecastOn! > stepOf(without, 'yarnReceived').forecastOn!).toBe(true);
      expect(without.steps.map(({ milestone }) => milestone)).not.toContain(key);
    }
    const freed = await read(line.id);
    await restore(stepOf(plan, 'knittingComplete').id);
    expect((await read(line.id)).slackDays).toBeLessThanOrEqual(freed.slackDays!);
  });

  it('hands a step over on the plans of a template when its holder there is another', async () => {
    const steps = [{ key: 'yarnBooked', holder: 'us', days: 4 }];
    const template = await manager().post<{ id: string }>('/tna-templates/', { name: 'Yarn by Padma', steps });
    const { line } = await aLine(90);
    await lay(line.id, { templateId: template.body.id });
    const mill = [{ key: 'yarnBooked', holder: 'mill', days: 9 }];
    await manager().patch(`/tna-templates/${template.body.id}/`, { steps: mill });
    await house.deliverEvents();
    await house.app.get(PlanFollower).reckonAll();
    const plan = await read(line.id);
    expect([stepOf(plan, 'yarnBooked'), plan.chain]).toMatchObject([{ holder: 'mill' }, [{ holder: 'mill', days: 4 }]]);
  });

  it('leaves what happened, what a person fixed and what does not apply; the baseline stays', async () => {
    const { line } = await aLine(90);
    await lay(line.id);
    await write(line.id, 'yarnBooked', { actualOn: TODAY });
    await write(line.id, 'printSent', { state: 'not_applicable' });
    await write(line.id, 'cuttingStart', { plannedOn: inDays(80) });
    const before = await read(line.id);
    const { body: after } = await lay(line.id);
    expect(stepOf(after, 'cuttingStart')).toMatchObject({ plannedOn: inDays(80), plannedFixed: true });
    expect(stepOf(after, 'cuttingStart').baselineOn).not.toBe(inDays(80));
    expect(stepOf(after, 'printSent')).toMatchObject({ state: 'not_applicable', plannedOn: null });
    expect(stepOf(after, 'yarnBooked')).toMatchObject({
      actualOn: TODAY,
      plannedOn: stepOf(before, 'yarnBooked').plannedOn,
    });
    const { body: anew } = await lay(line.id, { newBaseline: true });
    expect(stepOf(anew, 'cuttingStart').baselineOn).toBe(inDays(80));
  });
});

describe('plans: what happens moves them', () => {
  it('moves what depends on a day that is moved, and tells which', async () => {
    const { line } = await aLine(90);
    const { body: plan } = await lay(line.id);
    const late = addDays(stepOf(plan, 'yarnReceived').plannedOn!, 12);
    await write(line.id, 'yarnReceived', { plannedOn: late });
    const moved = await read(line.id);
    expect(stepOf(moved, 'knittingStart').plannedOn! > late).toBe(true);
    expect(stepOf(moved, 'knittingStart').baselineOn).toBe(stepOf(plan, 'knittingStart').plannedOn);
    expect(stepOf(moved, 'labDipApproved').plannedOn).toBe(stepOf(plan, 'labDipApproved').plannedOn);
    const events = await house.eventsOf(stepOf(moved, 'yarnReceived').id);
    expect(events.at(-1)?.data['moved']).toEqual(
      expect.arrayContaining([expect.objectContaining({ milestone: 'knittingStart' })]),
    );
    expect((await me().post(`/activity/${events.at(-1)!.id}/undo/`)).status).toBe(200);
    const days = ({ steps }: Plan) => steps.map(({ plannedOn, plannedFixed }) => [plannedOn, plannedFixed]);
    expect(days(await read(line.id))).toEqual(days(plan));
  });

  it('tells of late yarn by slack, colour and chain at once, and clears it when the rest went fast', async () => {
    const { line, order } = await aLine(85);
    const { body: plan } = await lay(line.id);
    expect(plan.urgency).not.toBe('late');
    await write(line.id, 'yarnReceived', { actualOn: TODAY });
    const { line: tight, order: tightOrder } = await aLine(20);
    const { body: late } = await lay(tight.id);
    expect([late.urgency, late.slackDays! < 0, late.forecastOn! > inDays(20)]).toEqual(['late', true, true]);
    expect(late.chain.map(({ key }) => key)).toContain('knittingStart');
    const list = async (query: string) =>
      (await me().get<{ results: { orderLineId: string; slackDays: number }[] }>(`/line-plans/?${query}`)).body.results;
    expect(await list(`orderId=${tightOrder.id}&urgency=late`)).toMatchObject([
      { orderLineId: tight.id, slackDays: late.slackDays },
    ]);
    expect(await list(`orderId=${order.id}&urgency=late`)).toEqual([]);
    for (const { milestone } of late.steps.slice(0, -1))
      await write(tight.id, milestone, { actualOn: TODAY, override: { reason: 'Entered late.' } });
    const cleared = await read(tight.id);
    expect([cleared.urgency, cleared.chain.map(({ key }) => key)]).toEqual([
      expect.stringMatching(/watch|fine|at_risk/),
      ['exFactory'],
    ]);
    await write(tight.id, 'exFactory', { actualOn: TODAY });
    expect(await read(tight.id)).toMatchObject({ forecastOn: null, slackDays: null, urgency: null, chain: [] });
  });

  it('records by itself what a gate or a paper says happened', async () => {
    const { line } = await aLine(85);
    await lay(line.id);
    await me().post(`/order-lines/${line.id}/approvals/`, { approvalType: 'labDip', status: 'submission' });
    await house.deliverEvents();
    expect(stepOf(await read(line.id), 'labDipSubmitted')).toMatchObject({ state: 'done', actualOn: TODAY });
    expect(stepOf(await read(line.id), 'labDipApproved').state).toBe('open');
    await me().post(`/order-lines/${line.id}/approvals/`, { approvalType: 'labDip', status: 'approved' });
    await house.deliverEvents();
    expect(stepOf(await read(line.id), 'labDipApproved')).toMatchObject({ state: 'done', actualOn: TODAY });
  });

  it('opens a step again when what it happened by is taken back, but none that a person wrote', async () => {
    const { line } = await aLine(85);
    await lay(line.id);
    const decide = async (status: string) => {
      await me().post(`/order-lines/${line.id}/approvals/`, { approvalType: 'labDip', status });
      await house.deliverEvents();
    };
    await decide('submission');
    await decide('approved');
    const [approved] = (await house.eventsOf(line.id)).filter(({ name }) => name === 'approval.recorded').slice(-1);
    await me().post(`/activity/${approved!.id}/undo/`);
    await house.deliverEvents();
    const undone = await read(line.id);
    expect(stepOf(undone, 'labDipApproved')).toMatchObject({ state: 'open', actualOn: null });
    expect(stepOf(undone, 'labDipSubmitted').state).toBe('done');

    await write(line.id, 'labDipApproved', { actualOn: TODAY });
    await decide('approved');
    await decide('cleared');
    const cleared = await read(line.id);
    expect(stepOf(cleared, 'labDipApproved')).toMatchObject({ state: 'done', actualOn: TODAY });
    expect(stepOf(cleared, 'labDipSubmitted')).toMatchObject({ state: 'open', actualOn: null });
  });

  it('goes by the papers that stand: a cancelled PI, a deleted LC, a shipment that came back open their steps', async () => {
    const { line, order } = await aLine(85, { orderType: 'foreign' });
    await lay(line.id);
    const steps = async (...keys: string[]) => {
      await house.deliverEvents();
      const plan = await read(line.id);
      return keys.map((key) => stepOf(plan, key).actualOn);
    };
    const first = await sentInvoice(order.id);
    await manager().post(`/financials/proforma-invoices/${first}/confirmation/`);
    expect(await steps('piSent', 'piConfirmed')).toEqual([TODAY, TODAY]);
    const second = await sentInvoice(order.id);
    await manager().post(`/financials/proforma-invoices/${first}/cancellation/`, { reason: 'Another price.' });
    expect(await steps('piSent', 'piConfirmed')).toEqual([TODAY, null]);
    await manager().post(`/financials/proforma-invoices/${second}/cancellation/`, { reason: 'No order.' });
    expect(await steps('piSent', 'piConfirmed')).toEqual([null, null]);

    const { body: credit } = await me().post<{ id: string }>('/financials/letters-of-credit/', {
      orderId: order.id,
      amount: '250000.00',
      currency: 'USD',
      issueDate: TODAY,
      expiryDate: inDays(120),
    });
    expect(await steps('lcReceived')).toEqual([TODAY]);
    await me().delete(`/financials/letters-of-credit/${credit.id}/`);
    expect(await steps('lcReceived')).toEqual([null]);
    await write(line.id, 'lcReceived', { actualOn: inDays(-2) });
    await restore(credit.id);
    expect(await steps('lcReceived')).toEqual([inDays(-2)]);

    const { line: other, order: another } = await aLine(85, { orderType: 'foreign' });
    await lay(other.id);
    const received = async () => {
      await house.deliverEvents();
      return stepOf(await read(other.id), 'lcReceived').actualOn;
    };
    await me().post(`/financials/letters-of-credit/${credit.id}/orders/`, { orderId: another.id });
    expect(await received()).toBe(TODAY);
    await me().delete(`/financials/letters-of-credit/${credit.id}/orders/${another.id}/`);
    expect(await received()).toBeNull();

    const shipment = await house.given.shipment({ orderId: order.id, status: 'in_transit', shippingDate: inDays(-3) });
    expect(await steps('shipped')).toEqual([inDays(-3)]);
    await me().patch(`/shipments/${shipment.id}/`, { shippingDate: inDays(-2) });
    expect(await steps('shipped')).toEqual([inDays(-2)]);
    await me().post(`/shipments/${shipment.id}/return/`, { reason: 'Customs sent it back.' });
    expect(await steps('shipped')).toEqual([null]);
  });

  it('laid after things happened, knows what one laid before them was told, each with its day and its event', async () => {
    const line = (colorName: string) => ({ colorName, quantity: '400', unit: 'kg', etd: inDays(85) });
    const order = await house.given.order({
      orderType: 'foreign',
      styles: [{ styleNumber: 'MT-1', lines: [line('White'), line('Black')] }],
    });
    const [early, late] = order.lines.map(({ id }) => id) as [string, string];
    await lay(early);
    for (const id of [early, late]) {
      for (const status of ['submission', 'rejected', 'resubmission', 'approved'])
        await me().post(`/order-lines/${id}/approvals/`, { approvalType: 'labDip', status });
      const entries = [
        { stage: 'knitting', quantity: '150', entryDate: inDays(-9) },
        { stage: 'knitting', quantity: '300', entryDate: inDays(-8) },
        { stage: 'dyeing', quantity: '20', entryDate: inDays(-7) },
      ].map((entry) => ({ ...entry, orderLineId: id, unit: 'kg' }));
      const made = await me().post('/production-entries/', { entries, override: { reason: 'Entered late.' } });
      expect(made.status).toBe(201);
    }
    await house.given.sample({ orderId: order.id, type: 'strike_off', status: 'submitted' });
    const yarn = { orderId: order.id, kind: 'yarn', deliveredQuantity: '500', deliveryDate: inDays(-12) };
    expect((await me().post('/supplier-deliveries/', yarn)).status).toBe(201);
    const invoice = await sentInvoice(order.id);
    await manager().post(`/financials/proforma-invoices/${invoice}/confirmation/`);
    await house.given.shipment({ orderId: order.id, status: 'in_transit', shippingDate: inDays(-1) });
    await house.deliverEvents();

    const template = (await read(early)).templateName;
    const { body: plan } = await lay(late);
    const happened = ({ steps }: Plan) =>
      Object.fromEntries(steps.filter(({ actualOn }) => actualOn).map((step) => [step.milestone, step.actualOn]));
    expect([plan.templateName, happened(plan)]).toEqual([template, happened(await read(early))]);
    expect(happened(plan)).toMatchObject({
      ...{ labDipSubmitted: TODAY, labDipApproved: TODAY, strikeOffSubmitted: TODAY, yarnReceived: inDays(-12) },
      ...{ knittingStart: inDays(-9), dyeingStart: inDays(-7) },
      ...{ piSent: TODAY, piConfirmed: TODAY, shipped: inDays(-1) },
    });
    expect(plan.chain.map(({ key }) => key)).not.toContain('labDipApproved');
    const sources = await house.query<{ milestone: string; happened_by: string }>(
      `SELECT milestone, happened_by FROM line_milestones WHERE order_line_id = '${late}' AND state = 'done'`,
    );
    expect(Object.fromEntries(sources.map((row) => [row.milestone, row.happened_by]))).toMatchObject({
      ...{ labDipSubmitted: 'approval.recorded', strikeOffSubmitted: 'sample.submitted' },
      ...{ yarnReceived: 'supplier_delivery.recorded', knittingStart: 'production_entry.recorded' },
      ...{ piConfirmed: 'proforma_invoice.confirmed', shipped: 'shipment.departed' },
    });
    // What it was taken over from still moves it.
    await manager().post(`/financials/proforma-invoices/${invoice}/cancellation/`, { reason: 'Another price.' });
    await me().post(`/order-lines/${late}/approvals/`, { approvalType: 'labDip', status: 'cleared' });
    await house.deliverEvents();
    const after = await read(late);
    expect(['piConfirmed', 'labDipApproved'].map((key) => stepOf(after, key).actualOn)).toEqual([null, null]);
  });

  it('asks what has happened five times at most, for as many lines as there are', async () => {
    const many = await house.given.order({
      styles: [{ styleNumber: 'MT-1', lines: ['A', 'B', 'C', 'D'].map((colorName) => ({ colorName, unit: 'kg' })) }],
    });
    const orders = [many, await house.given.order()];
    for (const { id } of orders)
      await me().post('/supplier-deliveries/', {
        ...{ orderId: id, kind: 'yarn', deliveredQuantity: '5', deliveryDate: inDays(-2) },
      });
    const lines = await house.app
      .get(DataSource)
      .getRepository(OrderLine)
      .find({ where: { orderId: In(orders.map(({ id }) => id)) }, relations: { order: true, style: true } });
    const { result, statements } = await statementsDuring(() => house.app.get(HappenedSteps).of(lines));
    expect([lines.length >= 5, result.size, statements.length]).toEqual([true, lines.length, 5]);
    for (const { id } of lines) expect(result.get(id)!.get('yarnReceived')).toMatchObject({ day: inDays(-2) });
  });

  it('laid anew on a line that was due, books who came late with what it takes over', async () => {
    const { line, order } = await aLine(85, { millName: 'Padma Textiles' });
    const { body: plan } = await lay(line.id);
    await write(line.id, 'yarnReceived', { plannedOn: inDays(-9) });
    await me().delete(`/milestones/${stepOf(plan, 'yarnReceived').id}/`);
    const body = { orderId: order.id, orderLineId: line.id, kind: 'yarn', deliveredQuantity: '5' };
    await me().post('/supplier-deliveries/', { ...body, deliveryDate: inDays(-1) });
    await house.deliverEvents();
    const { body: again } = await lay(line.id, { bringBack: true });
    expect(stepOf(again, 'yarnReceived')).toMatchObject({ plannedOn: inDays(-9), actualOn: inDays(-1) });
    const { body: ledger } = await me().get<{ results: { step: string; workingDays: number; source: string }[] }>(
      `/delay-ledger/?orderLineId=${line.id}`,
    );
    expect(ledger.results).toMatchObject([{ step: 'yarnReceived', source: 'step' }]);
    expect(ledger.results[0]!.workingDays).toBeGreaterThanOrEqual(6);
  });

  it('knows of a sample of the whole order on each of its lines', async () => {
    const { line, order } = await aLine(85);
    await lay(line.id);
    await house.given.sample({ orderId: order.id, status: 'approved' });
    await house.deliverEvents();
    const plan = await read(line.id);
    expect(stepOf(plan, 'labDipSubmitted')).toMatchObject({ state: 'done', actualOn: TODAY });
    expect(stepOf(plan, 'labDipApproved')).toMatchObject({ state: 'done', actualOn: TODAY });
  });

  it('takes the steps of a stage from its output: the first entry begins it, the last of what is needed ends it', async () => {
    const { line } = await aLine(85);
    await lay(line.id);
    const enter = async (stage: string, quantity: string, entryDate: string) => {
      const entry = { orderLineId: line.id, stage, quantity, entryDate, unit: 'pieces' };
      const made = await me().post<{ id: string }[]>('/production-entries/', {
        entries: [entry],
        override: { reason: 'Entered late.' },
      });
      expect(made.status).toBe(201);
      await house.deliverEvents();
      return made.body[0]!.id;
    };
    await enter('sewing', '150', inDays(-3));
    expect(stepOf(await read(line.id), 'sewingInput')).toMatchObject({ state: 'done', actualOn: inDays(-3) });
    expect(stepOf(await read(line.id), 'sewingFinish').state).toBe('open');
    const last = await enter('sewing', '250', inDays(-1));
    expect(stepOf(await read(line.id), 'sewingFinish')).toMatchObject({ state: 'done', actualOn: inDays(-1) });
    await me().post(`/production-entries/${last}/correction/`, { quantity: '200' });
    await house.deliverEvents();
    expect(stepOf(await read(line.id), 'sewingFinish')).toMatchObject({ state: 'open', actualOn: null });

    await write(line.id, 'packingComplete', { actualOn: inDays(-1) });
    await enter('packing', '400', TODAY);
    expect(stepOf(await read(line.id), 'packingComplete').actualOn).toBe(inDays(-1));
  });

  it('takes yarn as received once what came for the line reached what it needs', async () => {
    const { line, order } = await aLine(85);
    await lay(line.id);
    await me().patch(`/order-lines/${line.id}/`, { yarnRequired: '90' });
    const came = async (deliveredQuantity: string, deliveryDate: string) => {
      const body = { orderId: order.id, orderLineId: line.id, kind: 'yarn', deliveredQuantity, deliveryDate };
      const made = await me().post<{ id: string; unit: string }>('/supplier-deliveries/', body);
      expect([made.status, made.body.unit]).toEqual([201, 'kg']);
      await house.deliverEvents();
      return made.body.id;
    };
    const received = async () => stepOf(await read(line.id), 'yarnReceived').actualOn;
    await came('50', inDays(-6));
    expect(await received()).toBeNull();
    const rest = await came('40', inDays(-1));
    expect(await received()).toBe(inDays(-1));
    await me().patch(`/supplier-deliveries/${rest}/`, { deliveryDate: inDays(-2) });
    await house.deliverEvents();
    expect(await received()).toBe(inDays(-2));
    await me().delete(`/supplier-deliveries/${rest}/`);
    await house.deliverEvents();
    expect(await received()).toBeNull();
    // What was ordered did not come with it.
    const { body: whole } = await me().get<{ styles: { lines: { delivery: object }[] }[] }>(`/orders/${order.id}/`);
    expect(whole.styles[0]!.lines[0]!.delivery).toMatchObject({ deliveries: 0, totalDeliveredQuantity: '0' });
    const inPieces = { orderId: order.id, kind: 'yarn', deliveredQuantity: '5', unit: 'pieces' };
    const refused = await me().post<Problem>('/supplier-deliveries/', inPieces);
    expect([refused.status, Object.keys(refused.body.errors)]).toEqual([400, ['unit']]);
  });

  it('moves every open day that nobody fixed when the ETD moves', async () => {
    const { line } = await aLine(80);
    const { body: plan } = await lay(line.id);
    await me().patch(`/order-lines/${line.id}/`, { etd: inDays(94) });
    await house.deliverEvents();
    const moved = await read(line.id);
    const days = moved.steps.map(({ milestone, plannedOn }) =>
      daysBetween(stepOf(plan, milestone).plannedOn!, plannedOn!),
    );
    expect([moved.etd, days.every((each) => each > 0)]).toEqual([inDays(94), true]);
    expect(moved.slackDays! > plan.slackDays!).toBe(true);
  });

  it('reckons every open plan anew once the day is another', async () => {
    const { line } = await aLine(85);
    await lay(line.id);
    await house.query(
      `UPDATE line_plans SET reckoned_on = reckoned_on - 1, slack_days = 99 WHERE order_line_id = '${line.id}'`,
    );
    expect(await house.app.get(PlanFollower).reckonAll()).toBeGreaterThanOrEqual(1);
    expect((await read(line.id)).slackDays).toBeLessThan(99);
    expect(await house.app.get(PlanFollower).reckonAll()).toBe(0);
  });

  it('reads a plan with three statements, however many steps it has', async () => {
    const { line } = await aLine(85);
    await lay(line.id);
    const { statements } = await statementsDuring(() => read(line.id));
    expect(statements).toHaveLength(3);
  });
});
