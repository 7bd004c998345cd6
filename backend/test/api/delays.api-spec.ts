import { addDays, today } from '../../src/platform/values/day';
import { House } from '../support/house';
import { statementsDuring } from '../support/statements';

const TODAY = today('Asia/Dhaka');
const inDays = (days: number) => addDays(TODAY, days);

interface Delay {
  id: string;
  step: string | null;
  stepLabel: string | null;
  workingDays: number;
  party: string;
  partyName: string | null;
  reason: string | null;
  source: string;
  undoesId: string | null;
  bookedBy: { id: string } | null;
}
interface Problem {
  code: string;
  errors: Record<string, string[]>;
}
interface Step {
  id: string;
  milestone: string;
  plannedOn: string | null;
}

let house: House;
beforeAll(async () => {
  house = await House.open();
  // Everybody works on all days, so that the days of these tests are the same whenever they run.
  await house.query(`UPDATE working_calendars SET weekend = '{}', holidays = '[]'`);
});
afterAll(() => house?.close());

const me = () => house.as('merchandiser');

async function aLine(overrides: object = {}) {
  const order = await house.given.order({ orderType: 'local', millName: 'Padma', ...overrides });
  return { order, line: order.lines[0]! };
}
const write = (id: string, key: string, body: object) => me().put<Step>(`/order-lines/${id}/milestones/${key}/`, body);
const ledger = async (query: string) =>
  (await me().get<{ results: Delay[] }>(`/delay-ledger/?ordering=createdAt&${query}`)).body.results;
const parties = async (query: string) => {
  const { body } = await me().get<{ results: { party: string; partyName: string | null; workingDays: number }[] }>(
    `/delay-ledger/parties/?${query}`,
  );
  return body.results.map(({ party, partyName, workingDays }) => [party, partyName, workingDays]);
};
const undo = async (id: string) => {
  const event = (await house.eventsOf(id)).at(-1)!;
  return (await me().post(`/activity/${event.id}/undo/`)).status;
};

describe('the delay ledger: who may', () => {
  it('is for who is signed in, and of one’s own orders', async () => {
    const order = await house.given.order({}, 'colleague');
    const { id } = order.lines[0]!;
    const told = { workingDays: 2, party: 'mill', reason: 'x' };
    expect((await house.anonymous.get('/delay-ledger/')).status).toBe(401);
    expect((await me().post(`/order-lines/${id}/delays/`, told)).status).toBe(404);
    const theirs = await house.as('colleague').post<Delay>(`/order-lines/${id}/delays/`, told);
    expect(theirs.status).toBe(201);
    expect((await me().post(`/delay-ledger/${theirs.body.id}/rebooking/`, told)).status).toBe(400); // no days in it
    expect((await me().post(`/delay-ledger/${theirs.body.id}/rebooking/`, { party: 'us', reason: 'x' })).status).toBe(
      404,
    );
    expect(await ledger(`orderId=${order.id}`)).toEqual([]);
    expect(await parties(`orderId=${order.id}`)).toEqual([]);
  });

  it('says at which field something is missing', async () => {
    const { line } = await aLine();
    const book = (body: object) => me().post<Problem>(`/order-lines/${line.id}/delays/`, { workingDays: 2, ...body });
    expect(Object.keys((await book({ party: 'mill' })).body.errors)).toEqual(['reason']);
    expect(Object.keys((await book({ party: 'other', reason: 'x' })).body.errors)).toEqual(['partyName']);
    expect(Object.keys((await book({ party: 'mill', reason: 'x', step: 'shipped' })).body.errors)).toEqual(['step']);
    expect(Object.keys((await book({ party: 'mill', reason: 'x', workingDays: 0 })).body.errors)).toEqual([
      'workingDays',
    ]);
  });
});

describe('the delay ledger: by itself', () => {
  it('books a step that happened later than it was planned to who holds it, and follows its day', async () => {
    const { line, order } = await aLine();
    await write(line.id, 'yarnReceived', { plannedOn: inDays(-9) });
    expect(await ledger(`orderLineId=${line.id}`)).toEqual([]);
    const step = await write(line.id, 'yarnReceived', { actualOn: inDays(-4) });
    expect(await ledger(`orderLineId=${line.id}`)).toMatchObject([
      { stepLabel: 'Yarn received', workingDays: 5, party: 'us', source: 'step' },
    ]);
    const [event] = (await house.eventsOf(step.body.id)).slice(-1);
    expect(event?.data['delays']).toMatchObject([{ workingDays: 5, source: 'step' }]);
    await write(line.id, 'yarnReceived', { actualOn: inDays(-6) });
    expect(await parties(`orderId=${order.id}`)).toEqual([['us', null, 3]]);
    await write(line.id, 'yarnReceived', { actualOn: inDays(-9) });
    expect(await parties(`orderId=${order.id}`)).toEqual([]);
    expect((await ledger(`orderLineId=${line.id}`)).map(({ workingDays }) => workingDays)).toEqual([5, -2, -3]);
  });

  it('does not book again behind it what a step inherits', async () => {
    const { line } = await aLine({ etd: inDays(90) });
    await me().post(`/order-lines/${line.id}/plan/`);
    const plan = async () => (await me().get<{ steps: Step[] }>(`/order-lines/${line.id}/plan/`)).body.steps;
    const due = (steps: Step[], key: string) => steps.find(({ milestone }) => milestone === key)!.plannedOn!;
    // The plan lies ahead: it is brought back so that its first steps are over.
    const ahead = (await plan()).find(({ milestone }) => milestone === 'knittingStart')!.plannedOn!;
    const back = Math.round((Date.parse(ahead) - Date.parse(inDays(-5))) / 86_400_000);
    await house.query(
      `UPDATE line_milestones SET planned_on = planned_on - ${back} WHERE order_line_id = '${line.id}'`,
    );
    const steps = await plan();
    await write(line.id, 'yarnBooked', { actualOn: due(steps, 'yarnBooked') });
    await write(line.id, 'yarnReceived', { actualOn: addDays(due(steps, 'yarnReceived'), 4) });
    const knitting = due(await plan(), 'knittingStart');
    await write(line.id, 'knittingStart', { actualOn: addDays(due(steps, 'knittingStart'), 5) });
    expect(knitting).toBe(addDays(due(steps, 'knittingStart'), 4));
    expect(
      (await ledger(`orderLineId=${line.id}`)).map((each) => [each.step, each.party, each.partyName, each.workingDays]),
    ).toEqual([
      ['yarnReceived', 'mill', 'Padma', 4],
      ['knittingStart', 'mill', 'Padma', 1],
    ]);
  });

  it('books to whom the person says, with the reason; the undo of the day takes it back', async () => {
    const { line, order } = await aLine();
    await write(line.id, 'labDipApproved', { plannedOn: inDays(-5) });
    const slip = { party: 'buyer', reason: 'Their office was closed.' };
    const step = await write(line.id, 'labDipApproved', { actualOn: inDays(-3), slip });
    expect(await ledger(`orderLineId=${line.id}`)).toMatchObject([
      {
        party: 'buyer',
        partyName: 'ANABIA',
        workingDays: 2,
        reason: 'Their office was closed.',
        bookedBy: { id: house.ids.merchandiser },
      },
    ]);
    expect(await undo(step.body.id)).toBe(200);
    expect(await parties(`orderId=${order.id}`)).toEqual([]);
  });

  it('books a planned day that is moved on with a reason, and counts from there', async () => {
    const { line, order } = await aLine();
    await write(line.id, 'cuttingStart', { plannedOn: inDays(10) });
    await write(line.id, 'cuttingStart', { plannedOn: inDays(12) });
    expect(await ledger(`orderLineId=${line.id}`)).toEqual([]);
    const slip = { party: 'mill', reason: 'No fabric yet.' };
    const moved = await write(line.id, 'cuttingStart', { plannedOn: inDays(15), slip });
    expect(await ledger(`orderLineId=${line.id}`)).toMatchObject([
      { source: 'plan', workingDays: 3, partyName: 'Padma' },
    ]);
    expect(await undo(moved.body.id)).toBe(200);
    expect(await parties(`orderId=${order.id}`)).toEqual([]);
  });
});

describe('the delay ledger: by hand', () => {
  it('counts what people booked of a step, so that it is not booked twice', async () => {
    const { line, order } = await aLine();
    await write(line.id, 'yarnReceived', { plannedOn: inDays(-9) });
    const told = { step: 'yarnReceived', workingDays: 2, party: 'other', partyName: 'The spinner', reason: 'Strike.' };
    const booked = await me().post<Delay>(`/order-lines/${line.id}/delays/`, told);
    expect([booked.status, booked.body]).toMatchObject([201, { source: 'hand', partyName: 'The spinner' }]);
    await write(line.id, 'yarnReceived', { actualOn: inDays(-4) });
    expect(await parties(`orderId=${order.id}`)).toEqual([
      ['us', null, 3],
      ['other', 'The spinner', 2],
    ]);
    expect(await undo(booked.body.id)).toBe(200);
    expect(await parties(`orderId=${order.id}`)).toEqual([['us', null, 5]]);
    expect(await house.eventNamesOf(booked.body.id)).toEqual(['delay.booked', 'delay.taken_back']);
  });

  it('hands days to another party by two entries; what was handed on is not handed on again', async () => {
    const { line, order } = await aLine();
    await write(line.id, 'yarnReceived', { plannedOn: inDays(-9) });
    await write(line.id, 'yarnReceived', { actualOn: inDays(-6) });
    const [entry] = await ledger(`orderLineId=${line.id}`);
    const to = { party: 'mill', reason: 'They booked the yarn late.' };
    const rebooked = await me().post<Delay>(`/delay-ledger/${entry!.id}/rebooking/`, to);
    expect([rebooked.status, rebooked.body]).toMatchObject([
      201,
      { party: 'mill', partyName: 'Padma', workingDays: 3 },
    ]);
    expect(await parties(`orderId=${order.id}`)).toEqual([['mill', 'Padma', 3]]);
    const again = await me().post<Problem>(`/delay-ledger/${entry!.id}/rebooking/`, to);
    expect([again.status, again.body.code]).toEqual([409, 'delay.not_standing']);
    await write(line.id, 'yarnReceived', { actualOn: inDays(-5) });
    expect(await parties(`orderId=${order.id}`)).toEqual([['mill', 'Padma', 4]]);
    expect(await undo(entry!.id)).toBe(200);
    expect(await parties(`orderId=${order.id}`)).toEqual([
      ['us', null, 3],
      ['mill', 'Padma', 1],
    ]);
  });

  it('refuses to be rewritten', async () => {
    await expect(house.query('UPDATE delay_ledger SET working_days = 1')).rejects.toThrow('append-only');
    await expect(house.query('DELETE FROM delay_ledger')).rejects.toThrow('append-only');
  });

  it('is read with two statements, its sums with one', async () => {
    const { line } = await aLine();
    for (const party of ['mill', 'buyer', 'us'])
      await me().post(`/order-lines/${line.id}/delays/`, { workingDays: 2, party, reason: 'x' });
    const list = await statementsDuring(() => ledger(`orderLineId=${line.id}&party=mill&party=us`));
    expect([list.result.length, list.statements.length]).toEqual([2, 2]);
    const sums = await statementsDuring(() => parties(`orderLineId=${line.id}`));
    expect([sums.result.length, sums.statements.length]).toEqual([3, 1]);
  });
});
