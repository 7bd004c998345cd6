import { addDays, today } from '../../src/platform/values/day';
import { House } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

type Milestone = { id: string; state: string; plannedOn: string | null; actualOn: string | null; rowVersion: number };

async function planned(by: 'merchandiser' | 'colleague' = 'merchandiser') {
  const order = await house.given.order({}, by);
  const line = order.lines[0]!;
  const { body } = await house
    .as(by)
    .put<Milestone>(`/order-lines/${line.id}/milestones/yarnBooked/`, { plannedOn: '2026-12-01' });
  return { order, line, milestone: body };
}

describe('milestones', () => {
  it('are for who is signed in and sees the order', async () => {
    expect((await house.anonymous.get('/milestones/')).status).toBe(401);
    const { line, milestone } = await planned('colleague');
    const me = house.as('merchandiser');
    const answers = [
      await me.get(`/milestones/${milestone.id}/`),
      await me.patch(`/milestones/${milestone.id}/`, { note: 'mine' }),
      await me.delete(`/milestones/${milestone.id}/`),
      await me.put(`/order-lines/${line.id}/milestones/yarnReceived/`, { plannedOn: '2026-12-01' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect((await me.get<{ count: number }>(`/milestones/?orderLineId=${line.id}`)).body.count).toBe(0);
  });

  it('refuse days that are none, steps that are none, and a deed in the future', async () => {
    const { line } = await planned();
    const me = house.as('merchandiser');
    const wrong = await me.put<{ errors: object }>(`/order-lines/${line.id}/milestones/yarnBooked/`, {
      plannedOn: '2026-02-30',
    });
    expect([wrong.status, Object.keys(wrong.body.errors)]).toEqual([400, ['plannedOn']]);
    expect((await me.put(`/order-lines/${line.id}/milestones/nonsense/`, {})).status).toBe(400);
    const future = await me.put<{ errors: object }>(`/order-lines/${line.id}/milestones/yarnBooked/`, {
      actualOn: '2199-01-01',
    });
    expect([future.status, Object.keys(future.body.errors)]).toEqual([400, ['actualOn']]);
    const refused = async (body: object) => {
      const put = await me.put<{ errors?: object }>(`/order-lines/${line.id}/milestones/yarnBooked/`, body);
      return [put.status, Object.keys(put.body.errors ?? {})];
    };
    expect(await refused({ plannedOn: '1999-11-01' })).toEqual([400, ['plannedOn']]);
    expect(await refused({ state: 'open', actualOn: '2026-01-05' })).toEqual([400, ['state']]);
    expect(await refused({ state: 'not_applicable', plannedOn: addDays(today('Asia/Dhaka'), 3) })).toEqual([
      400,
      ['plannedOn'],
    ]);
  });

  it('are written once per line and step, kept with their plan, and told of', async () => {
    const { line, milestone } = await planned();
    const me = house.as('merchandiser');
    const again = await me.put<Milestone>(`/order-lines/${line.id}/milestones/yarnBooked/`, { actualOn: '2026-11-20' });
    expect(again.body).toMatchObject({
      id: milestone.id,
      state: 'done',
      plannedOn: '2026-12-01',
      actualOn: '2026-11-20',
    });
    const stale = await me.patch(`/milestones/${milestone.id}/`, { note: 'late' }, { 'If-Match': '"1"' });
    expect(stale.status).toBe(412);
    const none = await me.patch<Milestone>(`/milestones/${milestone.id}/`, {
      state: 'not_applicable',
      note: 'grey yarn',
    });
    expect(none.body).toMatchObject({ state: 'not_applicable', plannedOn: null, actualOn: null });
    expect((await me.delete(`/milestones/${milestone.id}/`)).status).toBe(204);
    expect(
      (await me.put<Milestone>(`/order-lines/${line.id}/milestones/yarnBooked/`, { plannedOn: '2026-12-02' })).status,
    ).toBe(200);
    expect(await house.eventNamesOf(milestone.id)).toEqual([
      'milestone.written',
      'milestone.written',
      'milestone.written',
      'milestone.removed',
    ]);
  });

  it('are made once by ten who write the same step at once', async () => {
    const { line } = await planned();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        house
          .as('merchandiser')
          .put<Milestone>(`/order-lines/${line.id}/milestones/dyeingStart/`, { plannedOn: '2026-12-03' }),
      ),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
  });

  it('are read in two statements, however many', async () => {
    const { order } = await planned();
    const { statements } = await statementsDuring(() =>
      house.as('merchandiser').get(`/milestones/?orderId=${order.id}&pageSize=200`),
    );
    expect(statements).toHaveLength(2);
  });
});
