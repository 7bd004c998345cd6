import { addDays, today } from '../../src/platform/values/day';
import { House } from '../support/house';
import { offered, Undoings } from '../support/undoing';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const TODAY = today('Asia/Dhaka');
const me = () => house.as('merchandiser');
const undoings = new Undoings(() => house);
const undone = (eventId: string) => undoings.undone(eventId);

interface Gate {
  status: string | null;
  round: number;
  holder: string | null;
  heldSince: string | null;
  condition: string | null;
  conditionOpen: boolean;
  history: { id: string; status: string; undone: boolean; undoesId: string | null; notes: string | null }[];
}

async function line() {
  const { id } = (await house.given.order()).lines[0]!;
  return {
    id,
    record: (status: string, more: object = {}) =>
      offered(me().post(`/order-lines/${id}/approvals/`, { approvalType: 'labDip', status, ...more })),
    gate: async () => (await me().get<Gate>(`/order-lines/${id}/gates/labDip/`)).body,
    approvalDate: async () => (await me().get(`/order-lines/${id}/`)).body['approvalDate'],
  };
}

describe('undo: what was recorded on a gate', () => {
  it('counts a round no longer that was sent by mistake, and counts it again when that is undone', async () => {
    const { record, gate } = await line();
    await record('submission', { occurredOn: addDays(TODAY, -9) });
    await record('rejected', { occurredOn: addDays(TODAY, -4) });
    const before = await gate();
    const resent = await record('resubmission');
    expect(await gate()).toMatchObject({ status: 'resubmission', round: 2, holder: 'buyer' });
    const { steps, again } = await undone(resent);
    expect(steps).toEqual([expect.stringContaining('lab dip for White') as string]);
    const { history, ...stands } = await gate();
    const { history: _, ...stood } = before;
    expect({ ...stands, rowVersion: 0 }).toEqual({ ...stood, rowVersion: 0 });
    expect(history.map(({ status, undone: gone }) => [status, gone])).toEqual([
      ['rejected', false],
      ['resubmission', true],
      ['rejected', false],
      ['submission', false],
    ]);
    expect(history[0]).toMatchObject({ undoesId: history[1]!.id, notes: 'Undone: the entry before was a mistake.' });
    await record('resubmission'); // the true one is round 2 again
    expect(await gate()).toMatchObject({ round: 2 });
    expect(await undoings.refusal(again)).toContain('Since then');
  });

  it('can be undone to and fro', async () => {
    const { record, gate } = await line();
    await record('submission');
    const { again } = await undone(await record('resubmission', { again: true }));
    const back = await undone(again);
    expect(await gate()).toMatchObject({ status: 'resubmission', round: 2 });
    await undone(back.again);
    expect(await gate()).toMatchObject({ status: 'submission', round: 1 });
  });

  it('brings back an approval with its condition, and the day of the first approval', async () => {
    const { record, gate, approvalDate } = await line();
    const day = addDays(TODAY, -3);
    const approved = await record('approved', { condition: 'Bulk a shade bluer.', occurredOn: day });
    const renewed = await record('approved');
    expect(await gate()).toMatchObject({ condition: null, conditionOpen: false });
    await undone(renewed);
    expect(await gate()).toMatchObject({ condition: 'Bulk a shade bluer.', conditionOpen: true, holder: null });
    expect(await approvalDate()).toBe(day);
    await undone(approved);
    expect(await gate()).toMatchObject({ status: null, round: 0, holder: 'us', heldSince: TODAY });
    expect(await approvalDate()).toBeNull();
  });

  it('brings back what was cleared, with its rounds', async () => {
    const { record, gate } = await line();
    await record('submission');
    await record('resubmission', { again: true });
    await undone(await record('cleared'));
    expect(await gate()).toMatchObject({ status: 'resubmission', round: 2 });
  });

  it('takes back a decision on several lines as one', async () => {
    const order = await house.given.order();
    const lineIds = order.lines.map(({ id }) => id);
    const decided = await offered(
      me().post('/line-gates/decisions/', { gateKey: 'labDip', status: 'resubmission', lineIds }),
    );
    const { steps } = await undone(decided);
    expect(steps).toHaveLength(2);
    for (const id of lineIds)
      expect((await me().get(`/order-lines/${id}/gates/labDip/`)).body).toMatchObject({ status: null, round: 0 });
  });
});
