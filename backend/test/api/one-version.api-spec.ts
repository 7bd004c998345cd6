import { Transaction } from '../../src/platform/database/transaction';
import { House, type Answer } from '../support/house';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const MANY = 50;
const FINANCIALS = '/financials';
const me = () => house.as('merchandiser');

/** How often each status was answered. */
const counted = (answers: readonly Answer[]): Record<string, number> =>
  answers.reduce<Record<string, number>>((sum, { status }) => ({ ...sum, [status]: (sum[status] ?? 0) + 1 }), {});

const many = (ask: (at: number) => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(Array.from({ length: MANY }, (_, at) => ask(at)));

const idOf = async (path: string, body: object): Promise<string> => {
  const answer = await me().post<{ id: string }>(path, body);
  expect([answer.status, answer.text]).toEqual([201, expect.anything()]);
  return answer.body.id;
};

const terms = { amount: '96400', issueDate: '2026-11-21', expiryDate: '2027-01-20' };
const made = {
  orders: async () => (await house.given.order()).id,
  samples: async () => (await house.given.sample()).id,
  shipments: async () => (await house.given.shipment()).id,
  'financials/proforma-invoices': async () =>
    idOf(`${FINANCIALS}/proforma-invoices/`, { orderId: (await house.given.order()).id }),
  'financials/letters-of-credit': async () =>
    idOf(`${FINANCIALS}/letters-of-credit/`, { orderId: (await house.given.order()).id, ...terms }),
};

describe('fifty people who have read one version', () => {
  it.each(Object.keys(made) as (keyof typeof made)[])(
    'of one of %s: one writes, the others are told that they came late (fault 24)',
    async (what) => {
      const path = `/${what}/${await made[what]()}/`;
      const { rowVersion } = (await me().get<{ rowVersion: number }>(path)).body;
      const headers = { 'If-Match': `"${rowVersion}"` };
      const answers = await many((at) => me().patch(path, { notes: `Version of writer ${at}` }, headers));
      expect(counted(answers)).toEqual({ 200: 1, 412: MANY - 1 });
      const saved = answers.find(({ status }) => status === 200)!.body['notes'];
      expect((await me().get(path)).body).toMatchObject({ rowVersion: rowVersion + 1, notes: saved });
      expect(await house.eventsOf(path.split('/').at(-2)!)).toHaveLength(2);
    },
  );
});

describe('fifty times the same step at once', () => {
  it('approves a sample once, with one row of history', async () => {
    const { id, orderId } = await house.given.sample({ status: 'submitted' });
    const answers = await many(() => me().post(`/samples/${id}/approval/`));
    expect(counted(answers)).toEqual({ 200: 1, 409: MANY - 1 });
    const names = await house.eventNamesOf(id);
    expect(names.filter((name) => name === 'sample.approved')).toHaveLength(1);
    const history = await house.query(
      `SELECT id FROM approval_history WHERE order_id = $1 AND approval_type = 'labDip' AND status = 'approved'`,
      [orderId],
    );
    expect(history).toHaveLength(1);
  });

  it('delivers an order once', async () => {
    const { id } = await house.given.order();
    const answers = await many(() => me().post(`/orders/${id}/delivery/`, { deliveredOn: '2026-11-20' }));
    expect(counted(answers)).toEqual({ 200: 1, 409: MANY - 1 });
  });
});

describe('names that are taken', () => {
  it('are given to one of fifty who ask at once', async () => {
    const person = {
      email: 'rina.akter@house.test',
      fullName: 'Rina Akter',
      role: 'merchandiser',
      password: 'four other words entirely',
    };
    const answers = await many(() => house.as('admin').post('/auth/users/', person));
    expect(counted(answers)).toEqual({ 201: 1, 409: MANY - 1 });
    for (const { status, body } of answers)
      if (status === 409) expect(Object.keys(body['errors'] as object)).toEqual(['email']);
  });
});

describe('two who wait for each other', () => {
  it('both get through: the one whose lock was broken is tried afresh', async () => {
    const transaction = house.app.get(Transaction);
    const [one, other] = [(await house.given.order()).id, (await house.given.order()).id];
    let tries = 0;
    let arrived = () => {};
    const both = new Promise<void>((resolve) => {
      let waiting = 2;
      arrived = () => void (--waiting === 0 && resolve());
    });
    const lock = (id: string) => transaction.manager.query('SELECT id FROM orders WHERE id = $1 FOR UPDATE', [id]);
    const work = (first: string, second: string) =>
      transaction.run(async () => {
        tries += 1;
        await lock(first);
        arrived();
        await both;
        await lock(second);
        await transaction.manager.query(`UPDATE orders SET notes = coalesce(notes, '') || 'x' WHERE id = $1`, [first]);
        return first;
      });
    expect(await Promise.all([work(one, other), work(other, one)])).toEqual([one, other]);
    expect(tries).toBeGreaterThanOrEqual(3);
    const notes = await house.query('SELECT notes FROM orders WHERE id = ANY($1)', [[one, other]]);
    expect(notes).toEqual([{ notes: 'x' }, { notes: 'x' }]);
  });
});
