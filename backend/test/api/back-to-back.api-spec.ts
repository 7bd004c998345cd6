import { addDays, daysBetween, today } from '../../src/platform/values/day';
import { House, type Person } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => {
  house = await House.open();
  await rule('2020-01-01', '70', 90);
  await rule(addDays(TODAY, -30), '75', 180);
  const said = await house.as('admin').patch('/settings/proforma-invoices/', { terms: { bankBic: 'SCBLBDDX' } });
  expect(said.status).toBe(200);
  const bank = { holder: 'bank', weekend: [5, 6], partyName: 'SCBLBDDX' };
  calendar = (await manager().post<{ id: string }>('/working-calendars/', bank)).body.id;
});
afterAll(() => house?.close());

let calendar: string;
/** The day itself, or the next on which our bank is open. */
const banked = (day: string): string =>
  [5, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) ? banked(addDays(day, 1)) : day;
const DUE = banked(addDays(today('Asia/Dhaka'), 120));
const TODAY = today('Asia/Dhaka');
const me = () => house.as('merchandiser');
const manager = () => house.as('manager');

interface Refusal {
  code: string;
  detail: string;
  errors: Record<string, string[]>;
}
interface BackToBack {
  id: string;
  creditNumber: string;
  amount: string;
  state: string;
  dueOn: string | null;
  dueExpected: boolean;
  rowVersion: number;
}
interface Limit {
  netFob: string;
  limit: string | null;
  used: string;
  headroom: string | null;
  masterPaysOn: string;
  rule: { limitPercent: string } | null;
  backToBacks: BackToBack[];
  breaches: string[];
  remarks: string[];
  dueOn: string | null;
}

const rule = (validFrom: string, limitPercent: string, maxUsanceDays: number, by: Person = 'manager') =>
  house.as(by).post<{ id: string } & Refusal>('/back-to-back-rules/', {
    validFrom,
    limitPercent,
    maxUsanceDays,
    source: 'Our bank',
  });

/** An LC of USD 100,000 that expires in ninety days. */
async function master(by: Person = 'merchandiser') {
  const order = await house.given.order({}, by);
  const { body } = await house.as(by).post<{ id: string }>('/financials/letters-of-credit/', {
    ...{ orderId: order.id, amount: '100000', currency: 'USD', issueDate: TODAY, expiryDate: addDays(TODAY, 90) },
  });
  return { id: body.id, orderId: order.id, at: `/financials/letters-of-credit/${body.id}/back-to-back/` };
}

const wanted = (more: object = {}) => ({ millName: 'Meghna Knit', amount: '30000', usanceDays: 120, ...more });

describe('back-to-back LCs', () => {
  it('ask a stranger to sign in, do not know the LCs of others, and leave the limits to managers', async () => {
    const theirs = await master('colleague');
    const made = await house.as('colleague').post<BackToBack>(theirs.at, wanted());
    const one = `/financials/back-to-back/${made.body.id}/`;
    for (const path of ['/financials/back-to-back/', '/back-to-back-rules/', theirs.at])
      expect((await house.anonymous.get(path)).status).toBe(401);
    const answers = [
      await me().get(theirs.at),
      await me().post(theirs.at, wanted()),
      await me().post(`${theirs.at}preview/`, wanted()),
      await me().patch(theirs.at, { freight: '1' }),
      await me().get(one),
      await me().patch(one, { notes: 'x' }),
      await me().delete(one),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    const listed = await me().get<{ count: number }>(`/financials/back-to-back/?letterOfCreditId=${theirs.id}`);
    expect(listed.body.count).toBe(0);
    expect((await rule(TODAY, '80', 180, 'merchandiser')).status).toBe(403);
    const twice = await rule('2020-01-01', '80', 180);
    expect([twice.status, Object.keys(twice.body.errors)]).toEqual([409, ['validFrom']]);
  });

  it('are limited to a part of the net FOB; the preview is what recording comes to', async () => {
    const { at, orderId, id } = await master();
    const deducted = await me().patch<Limit>(at, { freight: '2500', insurance: '500', commission: '3000.01' });
    expect(deducted.body).toMatchObject({
      ...{ netFob: '93999.99', limit: '70499.99', used: '0.00', headroom: '70499.99', backToBacks: [] },
      ...{ rule: { limitPercent: '75', maxUsanceDays: 180 }, masterPaysOn: addDays(TODAY, 97) },
    });
    const asked = wanted({ amount: '70000', expectedOn: TODAY });
    const preview = await me().post<Limit>(`${at}preview/`, asked);
    expect(preview.body).toMatchObject({
      ...{ used: '70000.00', headroom: '499.99', dueOn: DUE, dueExpected: true, breaches: [] },
      remarks: [`It matures ${daysBetween(addDays(TODAY, 97), DUE)} days after the master pays.`],
    });
    expect((await me().get<Limit>(at)).body.used).toBe('0.00');
    const { status, body: opened } = await me().post<BackToBack>(at, asked);
    expect([status, opened.state, opened.dueOn]).toEqual([201, 'planned', DUE]);
    expect(opened.creditNumber).toMatch(/^BB-\d{5}$/);
    expect((await me().get<Limit>(at)).body).toMatchObject({ headroom: '499.99', backToBacks: [{ id: opened.id }] });
    const tooMuch = await me().patch<Refusal>(at, { freight: '99999999' });
    expect([tooMuch.status, tooMuch.body.code]).toEqual([422, 'back_to_back.deducted_too_much']);
    expect(await house.eventsOf(opened.id)).toMatchObject([
      { name: 'back_to_back.recorded', order_id: orderId, data: { after: { amount: '70000.00' } } },
    ]);
    const [changed] = await house
      .eventsOf(id)
      .then((events) => events.filter(({ name }) => name === 'back_to_back_basis.changed'));
    expect((await me().post(`/activity/${changed!.id}/undo/`)).status).toBe(200);
    expect((await me().get<Limit>(at)).body).toMatchObject({ netFob: '100000.00', headroom: '5000.00' });
  });

  it('need a reason above the limit or the longest usance, by the rule of their day', async () => {
    const { at } = await master();
    const above = await me().post<Refusal>(at, wanted({ amount: '75000.01' }));
    expect([above.status, above.body.code, Object.keys(above.body.errors)]).toEqual([
      ...[422, 'back_to_back.against_the_rule', ['exceptionReason']],
    ]);
    expect(above.body.detail).toBe('It is USD 0.01 above what the master leaves. Say why it stands all the same.');
    const long = await me().post<Refusal>(at, wanted({ usanceDays: 181 }));
    expect(long.body.detail).toMatch(/^181 days of usance are more than the 180 allowed\./);
    const before = await me().post<Refusal>(at, wanted({ usanceDays: 91, openedOn: addDays(TODAY, -31) }));
    expect(before.body.detail).toMatch(/^91 days of usance are more than the 90 allowed\./);
    const stands = await me().post<BackToBack>(
      at,
      wanted({ amount: '75000.01', exceptionReason: 'Our bank agreed on the phone.' }),
    );
    expect(stands.status).toBe(201);
    const half = await me().post<Refusal>(at, wanted({ amount: '1.001' }));
    expect([half.status, half.body.code]).toEqual([422, 'amount.fraction_of_currency']);
    const nothing = await me().post<Refusal>(at, wanted({ millName: ' ', usanceDays: -1 }));
    expect([nothing.status, Object.keys(nothing.body.errors).sort()]).toEqual([400, ['millName', 'usanceDays']]);
  });

  it('never take the same room twice when two are recorded at once', async () => {
    const { at } = await master();
    const answers = await Promise.all([1, 2, 3].map(() => me().post(at, wanted({ amount: '40000' }))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
  });

  it('go on by their days, mature, come back from the trash while there is room', async () => {
    const { at } = await master();
    const { body: made } = await me().post<BackToBack>(at, wanted({ amount: '70000', creditNumber: 'BTB-118' }));
    const one = `/financials/back-to-back/${made.id}/`;
    expect((await me().patch(one, { openedOn: TODAY }, { 'If-Match': '"7"' })).status).toBe(412);
    const future = await me().patch<Refusal>(one, { acceptedOn: addDays(TODAY, 1) });
    expect([future.status, Object.keys(future.body.errors)]).toEqual([400, ['acceptedOn']]);
    await me().patch(one, { openedOn: addDays(TODAY, -5) });
    const early = await me().patch<Refusal>(one, { acceptedOn: addDays(TODAY, -6) });
    expect([early.status, Object.keys(early.body.errors)]).toEqual([422, ['acceptedOn']]);
    const accepted = await me().patch<BackToBack>(one, { acceptedOn: TODAY });
    expect(accepted.body).toMatchObject({ state: 'accepted', dueOn: DUE, dueExpected: false });
    await manager().patch(`/working-calendars/${calendar}/`, { holidays: [{ day: DUE, name: 'Closing' }] });
    await house.deliverEvents();
    expect((await me().get<BackToBack>(one)).body).toMatchObject({
      ...{ dueOn: banked(addDays(DUE, 1)), rowVersion: accepted.body.rowVersion },
    });
    await manager().patch(`/working-calendars/${calendar}/`, { holidays: [] });
    const taken = await me().post<Refusal>(at, wanted({ amount: '10', creditNumber: 'btb-118' }));
    expect([taken.status, Object.keys(taken.body.errors)]).toEqual([409, ['creditNumber']]);
    expect((await me().delete(one)).status).toBe(204);
    await me().post(at, wanted({ amount: '10000' }));
    const entry = (await me().get<{ results: { id: string }[] }>(`/trash/?subjectId=${made.id}`)).body.results[0]!;
    const refused = await me().post<Refusal>(`/trash/${entry.id}/restoration/`);
    expect([refused.status, refused.body.code]).toEqual([422, 'back_to_back.against_the_rule']);
    const listed = await me().get<{ results: BackToBack[] }>('/financials/back-to-back/?state=planned&search=meghna');
    expect(listed.body.results.every(({ state }) => state === 'planned')).toBe(true);
    expect(listed.body.results.length).toBeGreaterThan(0);
  });

  it('are read in few statements', async () => {
    const { at } = await master();
    const count = async (path: string) => (await statementsDuring(() => me().get(path))).statements.length;
    expect(await count('/financials/back-to-back/')).toBeLessThanOrEqual(2);
    expect(await count(at)).toBeLessThanOrEqual(6);
  });
});
