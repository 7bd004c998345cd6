import { createApp } from '../../src/app';
import { AlertKeeper } from '../../src/modules/planning/alerts/alert-keeper';
import { CONFIG, type Config } from '../../src/platform/config/config';
import { newId } from '../../src/platform/database/base.entity';
import { Jobs } from '../../src/platform/jobs/jobs';
import { addDays, daysBetween, today } from '../../src/platform/values/day';
import { dayWords } from '../../src/platform/values/words';
import { eventually } from '../support/eventually';
import { House, type Person } from '../support/house';
import { statementsDuring } from '../support/statements';

const TODAY = today('Asia/Dhaka');
const inDays = (days: number) => addDays(TODAY, days);

interface Alert {
  id: string;
  rule: string;
  severity: string;
  title: string;
  why: string;
  chain: { label: string }[];
  orderId: string;
  customerName: string | null;
  orderLineId: string | null;
  since: string;
  clearedAt: string | null;
  snoozedUntil: string | null;
}
interface List<T> {
  count: number;
  results: T[];
}
interface Rule {
  id: string;
  rule: string;
  isOn: boolean;
  threshold: number;
  severity: string;
  audience: string;
  rowVersion: number;
}
interface Problem {
  errors: Record<string, string[]>;
}
interface Notice {
  title: string;
  notificationType: string;
  severity: string;
  isRead: boolean;
}

let house: House;
beforeAll(async () => (house = await House.open()));
beforeEach(() => house.withoutOrders()); // each test has its own
afterAll(async () => {
  for (const other of others) await other.close();
  await house?.close();
});

/** Closed with the house: they share its connection to the ambient transaction. */
const others: Awaited<ReturnType<typeof createApp>>[] = [];
async function another(role: Config['PROVABOOK_ROLE']) {
  const other = await createApp({ ...house.app.get<Config>(CONFIG), PROVABOOK_ROLE: role });
  await other.init();
  await other.get(Jobs).begin();
  others.push(other);
  return other;
}

const me = () => house.as('merchandiser');
const manager = () => house.as('manager');
const keeper = () => house.app.get(AlertKeeper);

/** An order with one line, White, that leaves and arrives in so many days. */
const aLine = async ({ etd, eta }: { etd?: number; eta?: number } = {}, by: Person = 'merchandiser') => {
  const days = {
    ...(etd === undefined ? {} : { etd: inDays(etd) }),
    ...(eta === undefined ? {} : { eta: inDays(eta) }),
  };
  const styles = [{ styleNumber: 'MT-1', lines: [{ colorName: 'White', quantity: '400', unit: 'pieces', ...days }] }];
  const order = await house.given.order({ orderType: 'local', styles }, by);
  return { order, line: order.lines[0]! };
};

/** Goes through the rules of that order, as the worker does after what happened to it, and tells of it. */
async function evaluate(orderId: string | null = null): Promise<void> {
  await keeper().evaluate(orderId);
  await house.deliverEvents();
}
const alertsOf = async (orderId: string, query = '', person: Person = 'merchandiser') =>
  (await house.as(person).get<List<Alert>>(`/alerts/?orderId=${orderId}${query}`)).body.results;
const rulesOf = async (orderId: string, person: Person = 'merchandiser') =>
  (await alertsOf(orderId, '', person)).map(({ rule }) => rule).sort();
const noticesOf = async (orderId: string, person: Person) =>
  (
    await house.as(person).get<List<Notice>>(`/notifications/?orderId=${orderId}&ordering=createdAt`)
  ).body.results.filter(({ notificationType }) => notificationType.startsWith('alert.'));
const ruleOf = async (rule: string) => (await manager().get<List<Rule>>(`/alert-rules/?rule=${rule}`)).body.results[0]!;

describe('alerts: who may', () => {
  it('asks a stranger to sign in, and shows nobody the alerts of another’s order', async () => {
    const { order } = await aLine({ etd: 3 }, 'colleague');
    await evaluate(order.id);
    const [alert] = await alertsOf(order.id, '', 'colleague');
    expect(alert).toMatchObject({ rule: 'etd_near' });
    for (const path of ['/alerts/', `/alerts/${alert!.id}/`, '/alert-rules/', '/alert-mutes/'])
      expect((await house.anonymous.get(path)).status).toBe(401);
    expect(await alertsOf(order.id)).toEqual([]);
    const refused = [
      await me().get(`/alerts/${alert!.id}/`),
      await me().post(`/alerts/${alert!.id}/snooze/`),
      await me().delete(`/alerts/${alert!.id}/snooze/`),
      await me().delete(`/alert-mutes/${newId()}/`),
    ];
    expect(refused.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(await rulesOf(order.id, 'manager')).toEqual(['etd_near']);
  });

  it('shows who is to do a task its alert, and no more of the order', async () => {
    const { order } = await aLine({ etd: 90 }, 'colleague');
    await house.as('colleague').post('/tasks/', {
      orderId: order.id,
      title: 'Chase the yarn.',
      assignedToId: house.ids.merchandiser,
      dueDate: inDays(-2),
    });
    await evaluate(order.id);
    const [alert] = await alertsOf(order.id);
    expect(alert).toMatchObject({ rule: 'task_overdue', severity: 'info', customerName: null });
    expect(alert!.title).toBe(`A task of ${order.orderNumber} is overdue: “Chase the yarn”.`);
    expect((await noticesOf(order.id, 'merchandiser')).map(({ title }) => title)).toEqual([alert!.title]);
    expect(await noticesOf(order.id, 'colleague')).toEqual([]);
  });

  it('lets merchandisers read the rules, and managers change them within what makes sense', async () => {
    const rule = await ruleOf('etd_near');
    expect((await me().get(`/alert-rules/${rule.id}/`)).status).toBe(200);
    expect((await me().patch(`/alert-rules/${rule.id}/`, { threshold: 9 })).status).toBe(403);
    const wide = await manager().patch<Problem>(`/alert-rules/${rule.id}/`, { threshold: 61 });
    expect([wide.status, wide.body.errors]).toEqual([400, { threshold: ['This rule takes from 1 to 60.'] }]);
    expect((await manager().patch(`/alert-rules/${rule.id}/`, { audience: 'everybody' })).status).toBe(400);
    const stale = { 'If-Match': `"${rule.rowVersion + 1}"` };
    expect((await manager().patch(`/alert-rules/${rule.id}/`, { threshold: 9 }, stale)).status).toBe(412);
    expect((await manager().patch(`/alert-rules/${newId()}/`, { threshold: 9 })).status).toBe(404);
    const saved = await manager().patch<Rule>(`/alert-rules/${rule.id}/`, { threshold: 9, audience: 'managers' });
    expect([saved.status, saved.body]).toEqual([200, expect.objectContaining({ threshold: 9, audience: 'managers' })]);
    await manager().patch(`/alert-rules/${rule.id}/`, { threshold: 7, audience: 'owner' });
    expect(await house.eventNamesOf(rule.id)).toEqual(['alert_rule.updated', 'alert_rule.updated']);
  });
});

describe('alerts: what the rules find', () => {
  it('an ETD that is near, then past, and no more once the goods left', async () => {
    const { order, line } = await aLine({ etd: 5 });
    await evaluate(order.id);
    expect(await alertsOf(order.id)).toMatchObject([
      { rule: 'etd_near', severity: 'info', orderLineId: line.id, since: inDays(-2) },
    ]);
    await me().patch(`/order-lines/${line.id}/`, { etd: inDays(-1) });
    await evaluate(order.id);
    const [past] = await alertsOf(order.id);
    expect(past).toMatchObject({ rule: 'etd_overdue', severity: 'warning' });
    expect(past!.why).toMatch(/^That was yesterday, /);
    const shipment = await house.given.shipment({ orderId: order.id });
    await evaluate(order.id);
    expect(await rulesOf(order.id)).toEqual(['etd_overdue']);
    await me().post(`/shipments/${shipment.id}/departure/`);
    await evaluate(order.id);
    expect(await rulesOf(order.id)).toEqual([]);
    expect(await alertsOf(order.id, '&state=cleared&ordering=createdAt')).toMatchObject([
      { rule: 'etd_near', clearedAt: expect.any(String) },
      { rule: 'etd_overdue', clearedAt: expect.any(String) },
    ]);
  });

  it('lines of one order as one alert, and an order without lines by its own ETD (fault 11)', async () => {
    const line = { quantity: '9', unit: 'kg', etd: inDays(2) };
    const styles = [{ styleNumber: 'MT-1', lines: ['Red', 'Blue'].map((colorName) => ({ colorName, ...line })) }];
    const order = await house.given.order({ styles });
    const { body: bare } = await me().post<{ id: string; orderNumber: string }>('/orders/', {
      customerName: 'ANABIA',
      fabricType: 'Rib',
      etd: inDays(4),
    });
    await evaluate();
    const [both] = await alertsOf(order.id);
    expect(both).toMatchObject({ rule: 'etd_near', severity: 'warning', orderLineId: null }); // two of seven days
    expect(both!.title).toMatch(new RegExp(`^2 lines of ${order.orderNumber} leave on `));
    expect((await alertsOf(bare.id))[0]!.title).toMatch(new RegExp(`^${bare.orderNumber} leaves on `));
  });

  it('an ETA that is near, then past, and no more once the goods arrived', async () => {
    const { order, line } = await aLine({ etd: 1, eta: 4 });
    const shipment = await house.given.shipment({ orderId: order.id, status: 'in_transit' });
    await evaluate(order.id);
    expect(await rulesOf(order.id)).toEqual(['eta_near']);
    await me().patch(`/order-lines/${line.id}/`, { etd: inDays(-9), eta: inDays(-2) });
    await evaluate(order.id);
    expect(await rulesOf(order.id)).toEqual(['eta_overdue']);
    await me().post(`/shipments/${shipment.id}/delivery/`);
    await evaluate(order.id);
    expect(await rulesOf(order.id)).toEqual([]);
  });

  it('a gate that its holder has had too long, over all lines that wait for it, worse a week later (fault 11)', async () => {
    const order = await house.given.order();
    const submitted = (lineId: string) =>
      me().post(`/order-lines/${lineId}/approvals/`, { approvalType: 'labDip', status: 'submission' });
    for (const { id } of order.lines) await submitted(id);
    const heldFor = (days: number) =>
      house.query(
        `UPDATE line_gates SET held_since = $2::date - 5, due_on = $2::date WHERE order_id = $1 AND gate_key = 'labDip'`,
        [order.id, inDays(-days)],
      );
    await heldFor(0);
    await evaluate(order.id);
    expect(await rulesOf(order.id)).toEqual([]);
    await heldFor(3);
    await evaluate(order.id);
    const [stuck] = await alertsOf(order.id);
    expect(stuck).toMatchObject({ rule: 'approval_stuck', severity: 'warning' });
    expect(stuck!.title).toBe(`Lab dip of 2 lines of ${order.orderNumber} has been with the buyer for 8 days.`);
    expect(await noticesOf(order.id, 'manager')).toEqual([]); // not before it is worse

    await heldFor(9);
    await evaluate(order.id);
    expect(await alertsOf(order.id)).toMatchObject([{ id: stuck!.id, severity: 'critical' }]);
    expect(await noticesOf(order.id, 'merchandiser')).toMatchObject([
      { severity: 'warning', isRead: true },
      { severity: 'critical', isRead: false },
    ]);
    expect(await noticesOf(order.id, 'manager')).toMatchObject([{ severity: 'critical' }]);

    for (const { id } of order.lines)
      await me().post(`/order-lines/${id}/approvals/`, { approvalType: 'labDip', status: 'approved' });
    await evaluate(order.id);
    expect(await rulesOf(order.id)).toEqual([]);
    expect(await house.eventNamesOf(stuck!.id)).toEqual(['alert.raised', 'alert.worsened', 'alert.cleared']);
  });

  it('an LC that expires, or lets the goods leave no longer', async () => {
    const { order } = await aLine({ etd: 90 });
    const { body: credit } = await me().post<{ id: string }>('/financials/letters-of-credit/', {
      orderId: order.id,
      lcNumber: '0417',
      amount: '9000',
      issueDate: inDays(-40),
      latestShipmentDate: inDays(4),
      expiryDate: inDays(14),
    });
    await evaluate(order.id);
    expect(await alertsOf(order.id)).toMatchObject([
      { rule: 'lc_latest_shipment_near', severity: 'critical' },
      { rule: 'lc_expiry_near', severity: 'warning' },
    ]);
    await me().patch(`/financials/letters-of-credit/${credit.id}/`, {
      expiryDate: inDays(80),
      latestShipmentDate: inDays(60),
    });
    await evaluate(order.id);
    expect(await rulesOf(order.id)).toEqual([]);
  });

  it('a line in production of which no output was entered for days, and what it lost beyond its plan', async () => {
    const { order, line } = await aLine({ etd: 90 });
    await me().patch(`/order-lines/${line.id}/`, {
      finishedFabricQuantity: '400',
      finishedFabricUnit: 'kg',
      processLossPercent: '10',
    });
    const write = (step: string, actualOn: string) =>
      me().put(`/order-lines/${line.id}/milestones/${step}/`, { actualOn });
    const enter = (stage: string, entryDate: string, quantity: string) =>
      me().post('/production-entries/', {
        entries: [{ orderLineId: line.id, stage, entryDate, quantity, unit: 'kg' }],
      });
    await me().put(`/order-lines/${line.id}/milestones/finishingComplete/`, { plannedOn: inDays(20) });
    await write('knittingStart', inDays(-9));
    await evaluate(order.id);
    const [silent] = await alertsOf(order.id);
    expect(silent).toMatchObject({ rule: 'no_production_entry', severity: 'warning', orderLineId: line.id });
    expect(silent!.why).toMatch(/^Knitting began on that day, 9 days ago, /);
    expect((await enter('knitting', TODAY, '460')).status).toBe(201);
    await evaluate(order.id);
    expect(await rulesOf(order.id)).toEqual([]);

    expect((await enter('finishing', TODAY, '390')).status).toBe(201);
    await evaluate(order.id);
    expect(await rulesOf(order.id)).toEqual([]); // some may still come
    await write('finishingComplete', TODAY);
    await evaluate(order.id);
    const [lost] = await alertsOf(order.id);
    expect(lost).toMatchObject({ rule: 'loss_over_plan', severity: 'critical' }); // 7.9 points more
    expect(lost!.title).toBe(`MT-1 · White of ${order.orderNumber} lost 17.9 % in process; 10 % was planned.`);
    expect(lost!.why).toMatch(/^460 kg were knitted and 390 kg finished; /);
  });

  it('a late plan, once a line, naming its chain; it clears itself once the slack is back', async () => {
    const { order, line } = await aLine({ etd: 90 });
    await me().post(`/order-lines/${line.id}/plan/`);
    await evaluate(order.id);
    expect(await rulesOf(order.id)).toEqual([]);
    await me().patch(`/order-lines/${line.id}/`, { etd: inDays(30) });
    await house.deliverEvents();
    await evaluate(order.id);
    await evaluate(order.id);
    const [late] = await alertsOf(order.id, '', 'manager');
    expect(late).toMatchObject({ rule: 'plan_late', orderLineId: line.id });
    expect(late!.title).toMatch(new RegExp(`^MT-1 · White of ${order.orderNumber} will be \\d+ working days late\\.$`));
    expect(late!.chain.map(({ label }) => label)).toContain('Yarn received');
    for (const { label } of late!.chain.slice(0, 3)) expect(late!.why).toContain(label);
    expect(await noticesOf(order.id, 'manager')).toMatchObject([
      { notificationType: 'alert.plan_late', isRead: false },
    ]);

    await me().patch(`/order-lines/${line.id}/`, { etd: inDays(90) });
    await house.deliverEvents();
    await evaluate(order.id);
    expect(await rulesOf(order.id)).toEqual([]);
    expect(await noticesOf(order.id, 'manager')).toMatchObject([
      { severity: expect.any(String), isRead: true },
      { severity: 'info', title: `Order ${order.orderNumber}: White is no longer late by its plan.` },
    ]);
  });

  it('a late plan by the step that lost the days, though it happened sooner than it was planned at first', async () => {
    const { order, line } = await aLine({ etd: 120 });
    interface Planned {
      slackDays: number;
      steps: {
        milestone: string;
        plannedOn: string;
        baselineOn: string;
        actualOn: string | null;
        after: { key: string }[];
      }[];
    }
    const laid = (await me().post<Planned>(`/order-lines/${line.id}/plan/`)).body;
    const yarnOf = ({ steps }: Planned) => steps.find(({ milestone }) => milestone === 'yarnReceived')!;
    // The ETD is pulled in until the yarn was due five days ago; all else went as it was planned.
    const early = daysBetween(addDays(TODAY, -5), yarnOf(laid).plannedOn);
    await me().patch(`/order-lines/${line.id}/`, { etd: inDays(120 - early) });
    await house.deliverEvents();
    const pulled = (await me().get<Planned>(`/order-lines/${line.id}/plan/`)).body;
    const due = yarnOf(pulled).plannedOn;
    const behind = new Set(['yarnReceived']);
    for (const { milestone, after } of pulled.steps)
      if (after.some(({ key }) => behind.has(key))) behind.add(milestone);
    for (const { milestone, plannedOn } of pulled.steps)
      if (plannedOn <= TODAY && !behind.has(milestone))
        await me().put(`/order-lines/${line.id}/milestones/${milestone}/`, {
          ...{ actualOn: plannedOn, override: { reason: 'Entered late.' } },
        });
    await me().put(`/order-lines/${line.id}/milestones/yarnReceived/`, { actualOn: TODAY });
    expect(TODAY < yarnOf(laid).plannedOn).toBe(true);
    expect(yarnOf(pulled).baselineOn).toBe(yarnOf(laid).plannedOn);
    await evaluate(order.id);
    const { body: ledger } = await me().get<{ results: { step: string; party: string; workingDays: number }[] }>(
      `/delay-ledger/?orderLineId=${line.id}`,
    );
    expect(ledger.results).toMatchObject([{ step: 'yarnReceived', party: 'mill' }]);
    const { workingDays } = ledger.results[0]!;
    const [late] = await alertsOf(order.id, '', 'manager');
    expect(late!.why).toContain(
      `Yarn received (the mill) was ${workingDays} working days late: due on ${dayWords(due)}, done on ${dayWords(TODAY)}.`,
    );
  });

  it('until they were cleared for months: then they are swept away, and history keeps them', async () => {
    const order = await house.given.order({ styles: [], etd: addDays(TODAY, 2) });
    await keeper().evaluate();
    const [open] = await alertsOf(order.id);
    expect(await keeper().sweep()).toBe(0);
    await house.query(`UPDATE alerts SET cleared_at = now() - interval '91 days' WHERE id = $1`, [open!.id]);
    expect(await keeper().sweep()).toBe(1);
    expect(await house.eventNamesOf(open!.id)).toEqual(['alert.raised']);
  });

  it('nothing of a rule that is off, and anew once it is on; nothing of an order in the trash', async () => {
    const { order } = await aLine({ etd: 5 });
    await evaluate();
    const rule = await ruleOf('etd_near');
    await manager().patch(`/alert-rules/${rule.id}/`, { isOn: false });
    await evaluate();
    expect(await rulesOf(order.id)).toEqual([]);
    await manager().patch(`/alert-rules/${rule.id}/`, { isOn: true });
    await evaluate();
    expect(await rulesOf(order.id)).toEqual(['etd_near']);
    await me().delete(`/orders/${order.id}/`);
    await evaluate();
    expect(await house.query('SELECT 1 FROM alerts WHERE cleared_at IS NULL')).toEqual([]);
  });
});

describe('alerts: heard once', () => {
  it('are raised and told once, however many workers go through the rules at once', async () => {
    const other = await another('api');
    const orders = [await aLine({ etd: 5 }), await aLine({ etd: 5 }), await aLine({ etd: 5 })];
    const keepers = [keeper(), other.get(AlertKeeper)];
    await Promise.all([...keepers, ...keepers].map((each) => each.evaluate()));
    await house.deliverEvents();
    for (const { order } of orders) {
      const [alert, ...more] = await alertsOf(order.id);
      expect(more).toEqual([]);
      expect(await house.eventNamesOf(alert!.id)).toEqual(['alert.raised']);
      expect(await noticesOf(order.id, 'merchandiser')).toHaveLength(1);
    }
  });

  it('are no news where they hold for long already when the whole house is gone through', async () => {
    const { order } = await aLine({ etd: -60 });
    await keeper().evaluate();
    await house.deliverEvents();
    expect(await rulesOf(order.id)).toEqual(['etd_overdue']);
    expect(await noticesOf(order.id, 'merchandiser')).toEqual([]);
  });

  it('are snoozed by one person until a day, and come back sooner where it gets worse', async () => {
    const { order, line } = await aLine({ etd: 6 });
    await evaluate(order.id);
    const [alert] = await alertsOf(order.id);
    const past = await me().post<Problem>(`/alerts/${alert!.id}/snooze/`, { until: TODAY });
    expect([past.status, Object.keys(past.body.errors)]).toEqual([400, ['until']]);
    const snoozed = await me().post<Alert>(`/alerts/${alert!.id}/snooze/`);
    expect(snoozed.body.snoozedUntil).toBe(inDays(1));
    expect((await me().post<Alert>(`/alerts/${alert!.id}/snooze/`, { until: inDays(5) })).body.snoozedUntil).toBe(
      inDays(5),
    );
    expect(await alertsOf(order.id)).toEqual([]);
    expect(await alertsOf(order.id, '&state=snoozed')).toMatchObject([{ id: alert!.id }]);
    expect(await rulesOf(order.id, 'manager')).toEqual(['etd_near']);
    expect((await me().delete(`/alerts/${alert!.id}/snooze/`)).status).toBe(204);
    expect(await rulesOf(order.id)).toEqual(['etd_near']);

    await me().post(`/alerts/${alert!.id}/snooze/`, { until: inDays(5) });
    await me().patch(`/order-lines/${line.id}/`, { etd: inDays(1) });
    await evaluate(order.id);
    expect(await alertsOf(order.id)).toMatchObject([{ id: alert!.id, severity: 'warning', snoozedUntil: null }]);
    expect(await noticesOf(order.id, 'merchandiser')).toHaveLength(2);
  });

  it('are not told to who muted their rule, and stay out of their list', async () => {
    expect((await me().post('/alert-mutes/', { rule: 'etd_soon' })).status).toBe(400);
    const { body: mute } = await me().post<{ id: string }>('/alert-mutes/', { rule: 'etd_near' });
    const again = await me().post<{ id: string }>('/alert-mutes/', { rule: 'etd_near', until: inDays(3) });
    expect([again.status, again.body]).toEqual([201, expect.objectContaining({ id: mute.id, until: inDays(3) })]);
    const { order } = await aLine({ etd: 5 });
    await evaluate(order.id);
    expect(await alertsOf(order.id)).toEqual([]);
    expect(await noticesOf(order.id, 'merchandiser')).toEqual([]);
    expect(await rulesOf(order.id, 'manager')).toEqual(['etd_near']);
    expect((await me().get<List<object>>('/alert-mutes/')).body.results).toHaveLength(1);
    expect((await house.as('colleague').delete(`/alert-mutes/${mute.id}/`)).status).toBe(404);
    expect((await me().delete(`/alert-mutes/${mute.id}/`)).status).toBe(204);
    expect(await rulesOf(order.id)).toEqual(['etd_near']);
  });
});

describe('alerts: what they cost', () => {
  it('two statements a list, one an alert, and two a rule to go through the house', async () => {
    const { order } = await aLine({ etd: 5 });
    await evaluate();
    const list = await statementsDuring(() => me().get<List<Alert>>('/alerts/'));
    expect(list.statements).toHaveLength(2);
    const { id } = list.result.body.results[0]!;
    expect((await statementsDuring(() => me().get(`/alerts/${id}/`))).statements).toHaveLength(1);
    expect((await alertsOf(order.id)).map((alert) => alert.id)).toEqual([id]);
    const { statements } = await statementsDuring(() => keeper().evaluate());
    expect(statements).toHaveLength(1 + 11 * 2 + 1); // the rules, for each its lock and itself, and what is untold
  });

  it('refuses what it does not know', async () => {
    const list = await me().get<Problem>('/alerts/?stat=open&severity=loud&ordering=colour');
    expect([list.status, Object.keys(list.body.errors).sort()]).toEqual([400, ['ordering', 'severity', 'stat']]);
    expect((await me().get('/alerts/nonsense/')).status).toBe(400);
  });
});

describe('alerts: in the worker', () => {
  it('are found within seconds of what happened', async () => {
    await house.query('DELETE FROM pgboss.job'); // what the other tests left to do
    await another('worker');
    const { order } = await aLine({ etd: 5 });
    await eventually(async () => expect(await noticesOf(order.id, 'merchandiser')).toHaveLength(1));
  });
});
