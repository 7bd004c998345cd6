import { addDays, today } from '../../src/platform/values/day';
import { House } from '../support/house';
import { statementsDuring } from '../support/statements';

const TODAY = today('Asia/Dhaka');
const inDays = (days: number) => addDays(TODAY, days);

interface Incident {
  id: string;
  title: string;
  status: string;
  nextStatuses: string[];
  severity: string;
  party: string | null;
  partyName: string | null;
  daysLost: number | null;
  costAmount: string | null;
  resolution: string | null;
  actualResolutionDate: string | null;
  rowVersion: number;
}
interface Problem {
  code: string;
  errors: Record<string, string[]>;
}

let house: House;
beforeAll(async () => {
  house = await House.open();
  // Everybody works on all days, so that the days of these tests are the same whenever they run.
  await house.query(`UPDATE working_calendars SET weekend = '{}', holidays = '[]'`);
});
afterAll(() => house?.close());

const me = () => house.as('merchandiser');

async function aLine() {
  const order = await house.given.order({ orderType: 'local', millName: 'Padma' });
  return { order, line: order.lines[0]! };
}
const report = (body: object) =>
  me().post<Incident>('/incidents/', { title: 'Shade of the bulk is off', type: 'quality_rejection', ...body });
const resolve = (id: string, body: object = {}) =>
  me().post<Incident>(`/incidents/${id}/resolution/`, { resolution: 'Dyed again.', ...body });
const booked = async (orderId: string) => {
  const { body } = await me().get<{
    results: { source: string; party: string; partyName: string; workingDays: number }[];
  }>(`/delay-ledger/?orderId=${orderId}&ordering=createdAt`);
  return body.results.map(({ source, partyName, workingDays }) => [source, partyName, workingDays]);
};
const undoLast = async (id: string) => {
  const event = (await house.eventsOf(id)).at(-1)!;
  return (await me().post(`/activity/${event.id}/undo/`)).status;
};

describe('incidents: who may', () => {
  it('asks a stranger to sign in, and hides what happened to another’s order', async () => {
    const order = await house.given.order({}, 'colleague');
    const made = await house.as('colleague').post<Incident>('/incidents/', {
      orderId: order.id,
      title: 'Short',
      type: 'short_shipment',
    });
    expect((await house.anonymous.get('/incidents/')).status).toBe(401);
    const at = `/incidents/${made.body.id}`;
    const answers = [
      await me().get(`${at}/`),
      await me().patch(`${at}/`, { title: 'x' }),
      await me().delete(`${at}/`),
      await me().post(`${at}/start/`),
      await resolve(made.body.id),
      await me().post(`${at}/closing/`),
      await me().post(`${at}/reopening/`, { reason: 'x' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 7 }, () => 404));
    expect((await me().get<{ count: number }>(`/incidents/?orderId=${order.id}`)).body.count).toBe(0);
    const named = await me().post<Problem>('/incidents/', { orderId: order.id, title: 'x', type: 'other' });
    expect([named.status, Object.keys(named.body.errors)]).toEqual([400, ['orderId']]);
    expect((await house.as('manager').get(`${at}/`)).status).toBe(200);
  });
});

describe('incidents: what is refused', () => {
  it('is told at its field', async () => {
    const { order, line } = await aLine();
    const other = await aLine();
    const fields = async (body: object) => {
      const { status, body: problem } = await me().post<Problem>('/incidents/', {
        orderId: order.id,
        title: 'x',
        type: 'delay',
        ...body,
      });
      return [status, ...Object.keys(problem.errors)];
    };
    expect(await fields({ title: ' ' })).toEqual([400, 'title']);
    expect(await fields({ type: 'fire' })).toEqual([400, 'type']);
    expect(await fields({ orderLineId: other.line.id })).toEqual([400, 'orderLineId']);
    expect(await fields({ orderLineId: line.id, step: 'shipped' })).toEqual([400, 'step']);
    expect(await fields({ incidentDate: inDays(1) })).toEqual([400, 'incidentDate']);
    expect(await fields({ incidentDate: inDays(-1), targetResolutionDate: inDays(-2) })).toEqual([
      400,
      'targetResolutionDate',
    ]);
    expect(await fields({ costAmount: '10' })).toEqual([400, 'costCurrency']);
    expect(await fields({ party: 'other' })).toEqual([400, 'partyName']);
    expect(await fields({ daysLost: 3 })).toEqual([422, 'party']);
    const { body } = await report({ orderId: order.id });
    const early = await me().post<Problem>(`/incidents/${body.id}/resolution/`, {
      resolution: 'x',
      resolvedOn: inDays(-1),
    });
    expect([early.status, Object.keys(early.body.errors)]).toEqual([400, ['resolvedOn']]);
  });

  it('is what its status does not allow, and what somebody else changed meanwhile', async () => {
    const { order } = await aLine();
    const { body } = await report({ orderId: order.id });
    const closing = await me().post<Problem>(`/incidents/${body.id}/closing/`);
    expect([closing.status, closing.body.code]).toEqual([409, 'lifecycle.illegal_transition']);
    await me().patch(`/incidents/${body.id}/`, { title: 'Other' });
    expect((await me().patch(`/incidents/${body.id}/`, { title: 'Mine' }, { 'If-Match': '"1"' })).status).toBe(412);
  });
});

describe('incidents: from the report to the ledger', () => {
  it('books the days that it lost when it is resolved, and takes them back when it comes back', async () => {
    const { order, line } = await aLine();
    const { status, body } = await report({
      orderId: order.id,
      orderLineId: line.id,
      severity: 'high',
      party: 'mill',
      costAmount: '1250',
      costCurrency: 'USD',
    });
    expect([status, body]).toMatchObject([
      201,
      { status: 'open', partyName: 'Padma', costAmount: '1250.00', nextStatuses: ['in_progress', 'resolved'] },
    ]);
    await me().post(`/incidents/${body.id}/start/`);
    expect(await booked(order.id)).toEqual([]);
    const resolved = await resolve(body.id, { daysLost: 4 });
    expect(resolved.body).toMatchObject({ status: 'resolved', daysLost: 4, actualResolutionDate: TODAY });
    expect(await booked(order.id)).toEqual([['incident', 'Padma', 4]]);
    await me().patch(`/incidents/${body.id}/`, { daysLost: 5 });
    await me().post(`/incidents/${body.id}/closing/`);
    await me().post(`/incidents/${body.id}/reopening/`, { reason: 'The second lot is off as well.' });
    expect(await booked(order.id)).toEqual([
      ['incident', 'Padma', 4],
      ['incident', 'Padma', 1],
      ['incident', 'Padma', -5],
    ]);
    expect(await house.eventNamesOf(body.id)).toEqual([
      'incident.reported',
      'incident.started',
      'incident.resolved',
      'incident.updated',
      'incident.closed',
      'incident.reopened',
    ]);
  });

  it('is not counted twice with the step that it held up', async () => {
    const { order, line } = await aLine();
    const step = `/order-lines/${line.id}/milestones/dyeingComplete/`;
    await me().put(step, { plannedOn: inDays(-8) });
    await me().put(step, { actualOn: inDays(-2), override: { reason: 'Entered late.' } });
    expect(await booked(order.id)).toEqual([['step', null, 6]]);
    const { body } = await report({ orderId: order.id, orderLineId: line.id, step: 'dyeingComplete', party: 'mill' });
    await resolve(body.id, { daysLost: 4 });
    expect(await booked(order.id)).toEqual([
      ['step', null, 6],
      ['incident', 'Padma', 4],
      ['step', null, -4],
    ]);
    const moved = await me().patch<Problem>(`/incidents/${body.id}/`, { orderLineId: null, step: null });
    expect([moved.status, moved.body.code]).toEqual([409, 'incident.settled']);
  });

  it('is taken back by undo, and comes back from the trash, with what it booked', async () => {
    const { order, line } = await aLine();
    const { body } = await report({ orderId: order.id, orderLineId: line.id, party: 'mill', daysLost: 2 });
    await resolve(body.id);
    expect(await undoLast(body.id)).toBe(200);
    const undone = await me().get<Incident>(`/incidents/${body.id}/`);
    expect(undone.body).toMatchObject({ status: 'open', resolution: null, actualResolutionDate: null });
    const net = async () => (await booked(order.id)).reduce((sum, [, , days]) => sum + Number(days), 0);
    expect(await net()).toBe(0);
    await resolve(body.id);
    expect(await net()).toBe(2);
    expect((await me().delete(`/incidents/${body.id}/`)).status).toBe(204);
    expect([(await me().get(`/incidents/${body.id}/`)).status, await net()]).toEqual([404, 0]);
    expect(await undoLast(body.id)).toBe(200);
    expect([(await me().get(`/incidents/${body.id}/`)).status, await net()]).toEqual([200, 2]);
  });
});

describe('incidents: the list', () => {
  it('is filtered and ordered as asked, in two statements; a single one in one', async () => {
    const { order, line } = await aLine();
    const made = await report({
      orderId: order.id,
      orderLineId: line.id,
      severity: 'critical',
      incidentDate: inDays(-3),
    });
    await report({ orderId: order.id, title: 'Loom stood still', type: 'mill_breakdown', severity: 'low' });
    const list = async (query: string) =>
      (await me().get<{ results: Incident[] }>(`/incidents/?orderId=${order.id}&${query}`)).body.results.map(
        ({ title }) => title,
      );
    expect(await list('')).toEqual(['Loom stood still', 'Shade of the bulk is off']);
    expect(await list('ordering=-severity')).toEqual(['Shade of the bulk is off', 'Loom stood still']);
    expect(await list('severity=critical&status=open')).toEqual(['Shade of the bulk is off']);
    expect(await list('search=loom')).toEqual(['Loom stood still']);
    const { statements } = await statementsDuring(() => list('type=mill_breakdown'));
    expect(statements).toHaveLength(2);
    const one = await statementsDuring(() => me().get(`/incidents/${made.body.id}/`));
    expect(one.statements).toHaveLength(1);
  });
});
