import { addDays, today } from '../../src/platform/values/day';
import { House } from '../support/house';
import { statementsDuring } from '../support/statements';

const TODAY = today('Asia/Dhaka');
const ago = (days: number) => addDays(TODAY, -days);

interface Gate {
  key: string;
  name: string;
  status: string | null;
  nextStatuses: string[];
  round: number;
  holder: string | null;
  heldSince: string | null;
  dueOn: string | null;
  allowedDays: number | null;
  condition: string | null;
  conditionOpen: boolean;
  rowVersion: number;
}
interface Line {
  id: string;
  approvalStatus: Record<string, string>;
  gates: Gate[];
}
interface History {
  status: string;
  round: number;
  occurredOn: string;
  recordedLate: boolean;
  condition: string | null;
}
type Detail = Gate & {
  history: History[];
  handOvers: { holder: string; since: string }[];
  conditionMetOn: string | null;
  conditionMetBy: { id: string } | null;
};
interface List {
  count: number;
  results: (Gate & {
    id: string;
    orderLineId: string;
    lineLabel: string;
    daysHeld: number | null;
    overdue: boolean;
    remindedOn: string | null;
  })[];
}

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const me = () => house.as('merchandiser');
const gateOf = (line: Line, key: string): Gate => line.gates.find((gate) => gate.key === key)!;
const record = (lineId: string, status: string, more: object = {}) =>
  me().post<Line>(`/order-lines/${lineId}/approvals/`, { approvalType: 'labDip', status, ...more });
const listed = async (query: string) => (await me().get<List>(`/line-gates/?${query}`)).body;

describe('gates: who may', () => {
  it('asks a stranger to sign in', async () => {
    const answers = [
      await house.anonymous.get('/line-gates/'),
      await house.anonymous.post('/line-gates/decisions/', {}),
      await house.anonymous.get('/gate-sets/'),
      await house.anonymous.get('/gate-overrides/'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
  });

  it("does not know the gates of another merchandiser's line, on any route", async () => {
    const order = await house.given.order({}, 'colleague');
    const { id } = order.lines[0]!;
    const gate = `/order-lines/${id}/gates/labDip`;
    const answers = [
      await me().post(`/order-lines/${id}/gates/`, { name: 'Fit check' }),
      await me().get(`${gate}/`),
      await me().delete(`${gate}/`),
      await me().post(`${gate}/holding/`, { holder: 'mill' }),
      await me().post(`${gate}/condition-fulfilment/`),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    const together = await me().post<{ errors: object }>('/line-gates/decisions/', {
      gateKey: 'labDip',
      status: 'approved',
      lineIds: [id],
    });
    expect([together.status, Object.keys(together.body.errors)]).toEqual([400, ['lineIds']]);
    expect(await listed(`orderId=${order.id}`)).toMatchObject({ count: 0 });
  });

  it('lets managers write sets of gates, and merchandisers read them', async () => {
    const body = { name: 'Denim wash', words: ['wash'], gates: [{ key: 'price' }] };
    expect((await me().post('/gate-sets/', body)).status).toBe(403);
    expect((await me().get('/gate-sets/')).status).toBe(200);
    expect((await house.as('manager').post('/gate-sets/', body)).status).toBe(201);
  });
});

describe('gates: what a line is given', () => {
  it('is the set of its fabric, in order, waiting for us', async () => {
    const order = await house.given.order({ fabricType: 'Yarn-dyed poplin' });
    const { body } = await me().get<Line>(`/order-lines/${order.lines[0]!.id}/`);
    expect(body.gates.map(({ key }) => key)).toEqual([
      'price',
      'quality',
      'handloom',
      'qualityTest',
      'bulkSwatch',
      'ppSample',
    ]);
    expect(body.gates[2]).toMatchObject({
      status: null,
      round: 0,
      holder: 'us',
      heldSince: TODAY,
      allowedDays: 16,
      dueOn: addDays(TODAY, 16),
      nextStatuses: ['submission', 'resubmission', 'approved', 'rejected'],
    });
    expect(body.approvalStatus).toEqual({});
  });

  it('comes to lines of every route: a new order, a new style, a new line', async () => {
    const order = await house.given.order();
    const style = await me().post<{ id: string; lines: Line[] }>(`/orders/${order.id}/styles/`, {
      styleNumber: 'AOP-1',
      fabricType: 'AOP jersey',
      lines: [{ colorName: 'Leaf' }],
    });
    expect(style.body.lines[0]?.gates.map(({ key }) => key)).toContain('strikeOff');
    const line = await me().post<Line>(`/styles/${order.styles[0]!.id}/lines/`, {
      colorName: 'Check',
      cadName: 'Check',
    });
    expect(line.body.gates.map(({ key }) => key)).toContain('handloom');
  });

  it('follows the set as it is on that day; lines that are there keep theirs', async () => {
    const manager = house.as('manager');
    const before = await house.given.order({ fabricType: 'Velour' });
    const made = await manager.post<{ id: string }>('/gate-sets/', {
      name: 'Velour',
      words: ['velour'],
      gates: [{ key: 'labDip', days: { send: 2, us: 1, mill: 4, buyer: 3, lab: null } }, { name: 'Hand feel' }],
    });
    const after = await house.given.order({ fabricType: 'Velour' });
    const keys = async (id: string) => (await me().get<Line>(`/order-lines/${id}/`)).body.gates.map(({ key }) => key);
    expect(await keys(before.lines[0]!.id)).toContain('ppSample');
    expect(await keys(after.lines[0]!.id)).toEqual(['labDip', 'custom_hand_feel']);
    expect(await house.eventNamesOf(made.body.id)).toEqual(['gate_set.created']);
  });

  it('keeps one default set', async () => {
    const manager = house.as('manager');
    const sets = async () =>
      (await manager.get<{ results: { id: string; isDefault: boolean }[] }>('/gate-sets/')).body.results;
    const old = (await sets()).find(({ isDefault }) => isDefault)!;
    const refused = await manager.delete(`/gate-sets/${old.id}/`);
    expect([refused.status, refused.body['code']]).toEqual([409, 'gate_set.is_default']);
    const next = await manager.post<{ id: string }>('/gate-sets/', {
      name: 'Plain',
      gates: [{ key: 'price' }],
      isDefault: true,
    });
    expect((await sets()).filter(({ isDefault }) => isDefault).map(({ id }) => id)).toEqual([next.body.id]);
    await manager.patch(`/gate-sets/${old.id}/`, { isDefault: true });
    expect((await manager.delete(`/gate-sets/${next.body.id}/`)).status).toBe(204);
    const taken = await manager.post<{ errors: object }>('/gate-sets/', {
      name: 'SOLID DYED',
      gates: [{ key: 'price' }],
    });
    expect([taken.status, Object.keys(taken.body.errors)]).toEqual([409, ['name']]);
    const twice = await manager.post<{ errors: object }>('/gate-sets/', {
      name: 'Twice',
      gates: [{ key: 'price' }, { key: 'price' }],
    });
    expect([twice.status, Object.keys(twice.body.errors)]).toEqual([400, ['gates.1.key']]);
  });
});

describe('gates: laid anew', () => {
  const keys = async (id: string) => (await me().get<Line>(`/order-lines/${id}/`)).body.gates.map(({ key }) => key);

  it('when the fabric of a style becomes another set’s: what is decided stays, and it is told', async () => {
    const order = await house.given.order({ fabricType: 'Single jersey' });
    const [white, black] = order.lines;
    await record(white!.id, 'approved');
    await me().post(`/order-lines/${white!.id}/approvals/`, { approvalType: 'handloom', status: 'submission' });
    const before = await me().get<Line & { rowVersion: number }>(`/order-lines/${black!.id}/`);
    const changed = await me().patch(`/styles/${order.styles[0]!.id}/`, { fabricType: 'Yarn-dyed stripe' });
    expect(changed.status).toBe(200);
    expect(await keys(white!.id)).toEqual(expect.arrayContaining(['handloom', 'labDip']));
    expect(await keys(black!.id)).toContain('handloom');
    expect(await keys(black!.id)).not.toContain('labDip');
    const after = await me().get<{ rowVersion: number }>(`/order-lines/${black!.id}/`);
    expect(after.body.rowVersion).toBe(before.body.rowVersion + 1);
    const told = (await house.eventsOf(white!.id)).at(-1)!;
    expect([told.name, told.data]).toMatchObject([
      'line.gates_relaid',
      { set: 'Yarn-dyed', come: [], gone: [], kept: ['Lab dip'] },
    ]);
    const untold = (await house.eventsOf(black!.id)).at(-1)!;
    expect(untold.data).toMatchObject({ come: ['Handloom'], gone: ['Lab dip'], kept: [] });

    const style = (await house.eventsOf(order.styles[0]!.id)).at(-1)!;
    expect((await me().post(`/activity/${style.id}/undo/`)).status).toBe(200);
    expect(await keys(black!.id)).toContain('labDip');
    expect(await keys(black!.id)).not.toContain('handloom');
  });

  it('when the fabric of the order does, for styles that name none; and when a line’s CAD does', async () => {
    const order = await house.given.order({ fabricType: 'Single jersey' });
    const { id } = order.lines[0]!;
    await me().patch(`/orders/${order.id}/`, { fabricType: 'Printed jersey' });
    expect(await keys(id)).toEqual(expect.arrayContaining(['labDip', 'strikeOff', 'aop']));
    await me().patch(`/orders/${order.id}/`, { fabricType: 'Single jersey' });
    expect(await keys(id)).not.toContain('strikeOff');
    await me().patch(`/order-lines/${id}/`, { cadName: 'Breton stripe' });
    expect(await keys(id)).toContain('handloom');
    await me().patch(`/order-lines/${id}/`, { cadName: 'Breton stripe 2' });
    expect((await house.eventNamesOf(id)).filter((name) => name === 'line.gates_relaid')).toHaveLength(3);
  });

  it('leaves the order approved where only what nobody decided went', async () => {
    const order = await house.given.order({ fabricType: 'Printed jersey' });
    for (const { id } of order.lines) await record(id, 'approved');
    await me().patch(`/orders/${order.id}/`, { fabricType: 'Single jersey' });
    const { body } = await me().get<{ approvalStatus: object }>(`/orders/${order.id}/`);
    expect(body.approvalStatus).toEqual({ labDip: 'approved' });
  });
});

describe('gates: added and taken off', () => {
  it('makes a custom gate of any length of name, and tells a clash at its field (fault 17)', async () => {
    const order = await house.given.order();
    const { id } = order.lines[0]!;
    const name = 'Shrinkage after three washes '.repeat(3) + 'for the shop';
    const made = await me().post<Detail>(`/order-lines/${id}/gates/`, { name });
    expect([made.status, made.body.name, made.body.status]).toEqual([201, name, null]);
    const decided = await me().post<Line>(`/order-lines/${id}/approvals/`, {
      approvalType: made.body.key,
      status: 'approved',
    });
    expect([decided.status, decided.body.approvalStatus[made.body.key]]).toEqual([200, 'approved']);
    const clash = await me().post<{ errors: object }>(`/order-lines/${id}/gates/`, { name: name.toUpperCase() });
    expect([clash.status, clash.body['errors']]).toEqual([
      409,
      { name: [`This line has a gate called ${name} already.`] },
    ]);
    expect(
      (await me().post<{ errors: object }>(`/order-lines/${id}/gates/`, { name: 'x'.repeat(101) })).body.errors,
    ).toHaveProperty('name');
    expect((await me().post<{ errors: object }>(`/order-lines/${id}/gates/`, { name: 'lab DIP' })).status).toBe(409);
    expect(
      (await me().post<{ errors: object }>(`/order-lines/${id}/gates/`, { gateKey: 'labDip' })).body.errors,
    ).toHaveProperty('gateKey');
    expect((await me().post(`/order-lines/${id}/gates/`, {})).status).toBe(400);
    expect((await record(id, 'approved', { approvalType: 'custom_nobody_made_it' })).status).toBe(404);
  });

  it('takes off only what nothing stands on', async () => {
    const order = await house.given.order();
    const { id } = order.lines[0]!;
    const gate = (await me().get<Detail>(`/order-lines/${id}/gates/quality/`)).body;
    await record(id, 'submission');
    const refused = await me().delete(`/order-lines/${id}/gates/labDip/`);
    expect([refused.status, refused.body['code']]).toEqual([409, 'gate.touched']);
    expect((await me().delete(`/order-lines/${id}/gates/quality/`, { 'If-Match': '"7"' })).status).toBe(412);
    expect(
      (await me().delete(`/order-lines/${id}/gates/quality/`, { 'If-Match': `"${gate.rowVersion}"` })).status,
    ).toBe(204);
    expect((await me().get(`/order-lines/${id}/gates/quality/`)).status).toBe(404);
    const [line] = await house.query<{ names: string[] }>(
      `SELECT array_agg(name ORDER BY sequence) AS names FROM domain_events WHERE order_line_id = $1 AND subject_type = 'gate'`,
      [id],
    );
    expect(line?.names).toEqual(['gate.removed']);
  });
});

describe('gates: rounds', () => {
  it('goes round by round, with a clock for whoever holds it', async () => {
    const order = await house.given.order();
    const { id } = order.lines[0]!;
    const sent = await record(id, 'submission', { occurredOn: ago(9) });
    expect(gateOf(sent.body, 'labDip')).toMatchObject({
      status: 'submission',
      round: 1,
      holder: 'buyer',
      heldSince: ago(9),
      dueOn: ago(4),
    });
    await record(id, 'rejected', { occurredOn: ago(6), notes: 'Too red.' });
    const again = await record(id, 'resubmission', { occurredOn: ago(1) });
    expect(gateOf(again.body, 'labDip')).toMatchObject({
      round: 2,
      holder: 'buyer',
      nextStatuses: ['submission', 'resubmission', 'approved', 'rejected', 'cleared'],
    });
    const approved = await record(id, 'approved');
    expect(gateOf(approved.body, 'labDip')).toMatchObject({
      status: 'approved',
      round: 2,
      holder: null,
      heldSince: null,
      dueOn: null,
    });
    expect(approved.body).toMatchObject({ approvalStatus: { labDip: 'approved' }, approvalDate: TODAY });
    const { body } = await me().get<Detail>(`/order-lines/${id}/gates/labDip/`);
    expect(body.history.map((each) => [each.status, each.round, each.recordedLate])).toEqual([
      ['approved', 2, false],
      ['resubmission', 2, true],
      ['rejected', 1, true],
      ['submission', 1, true],
    ]);
  });

  it('refuses what cannot follow, and says what can', async () => {
    const order = await house.given.order();
    const { id } = order.lines[0]!;
    expect((await record(id, 'cleared')).status).toBe(409);
    await record(id, 'approved');
    const refused = await record(id, 'submission');
    expect([refused.status, (refused.body as unknown as { code: string }).code]).toEqual([
      409,
      'lifecycle.illegal_transition',
    ]);
    expect((await record(id, 'rejected', { occurredOn: addDays(TODAY, 1) })).status).toBe(400);
    expect((await record(id, 'rejected', { condition: 'Bluer' })).status).toBe(400);
  });

  it('sends nothing twice while the round has no answer, unless it is meant', async () => {
    const order = await house.given.order();
    const { id, label } = order.lines[0]!;
    await record(id, 'submission', { occurredOn: ago(3) });
    for (const status of ['submission', 'resubmission'] as const) {
      const { status: answer, body } = await record(id, status);
      expect([answer, body]).toMatchObject([409, { code: 'gate.round_waits' }]);
      expect((body as unknown as { detail: string }).detail).toContain(
        `Round 1 of Lab dip of ${label} went on ${ago(3)}`,
      );
    }
    const together = { gateKey: 'labDip', status: 'submission', lineIds: order.lines.map((line) => line.id) };
    const refused = [{ orderLineId: id, label, code: 'gate.round_waits' }];
    expect((await me().post('/line-gates/decisions/', together)).body).toMatchObject({
      code: 'gate.cannot_follow',
      refused,
    });
    expect(gateOf((await me().get<Line>(`/order-lines/${id}/`)).body, 'labDip')).toMatchObject({
      round: 1,
      heldSince: ago(3),
    });
    const lost = await record(id, 'submission', { occurredOn: ago(1), again: true });
    expect(gateOf(lost.body, 'labDip')).toMatchObject({ status: 'submission', round: 1, heldSince: ago(1) });
    const next = await record(id, 'resubmission', { again: true });
    expect(gateOf(next.body, 'labDip')).toMatchObject({ status: 'resubmission', round: 2 });
    const once = await Promise.all(Array.from({ length: 10 }, () => record(order.lines[1]!.id, 'submission')));
    expect(once.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('can be set back to nothing (fault 17), and the order follows at once', async () => {
    const order = await house.given.order();
    const { id } = order.lines[0]!;
    await record(id, 'submission');
    const cleared = await record(id, 'cleared');
    expect([cleared.status, cleared.body.approvalStatus]).toEqual([200, {}]);
    expect(gateOf(cleared.body, 'labDip')).toMatchObject({ status: null, round: 0, holder: 'us' });
    expect((await me().get(`/orders/${order.id}/`)).body['approvalStatus']).toEqual({});
  });

  it('is approved since no day once that is cleared', async () => {
    const { lines } = await house.given.order();
    const { id } = lines[0]!;
    await record(id, 'approved', { occurredOn: ago(3) });
    expect((await record(id, 'cleared')).body).toMatchObject({ approvalDate: null });
    expect((await record(id, 'approved')).body).toMatchObject({ approvalDate: TODAY });
    await me().patch(`/order-lines/${id}/`, { approvalDate: ago(9) });
    expect((await record(id, 'cleared')).body).toMatchObject({ approvalDate: ago(9) });
  });

  it('answers with the line as it is now, and so does the order (fault 16)', async () => {
    const order = await house.given.order();
    const { id } = order.lines[0]!;
    const { body } = await record(id, 'submission');
    const { body: whole } = await me().get<{ styles: { lines: Line[] }[] }>(`/orders/${order.id}/`);
    const inOrder = whole.styles.flatMap(({ lines }) => lines).find((line) => line.id === id);
    const { body: alone } = await me().get(`/order-lines/${id}/`);
    expect(inOrder).toEqual({ ...alone, plan: null });
    expect(body).toEqual(alone);
  });

  it('keeps every submission, and never changes one', async () => {
    const order = await house.given.order();
    const { id } = order.lines[0]!;
    for (const day of [5, 4, 3]) await record(id, 'submission', { occurredOn: ago(day), again: true });
    const { body } = await me().get<Detail>(`/order-lines/${id}/gates/labDip/`);
    expect(body.history.map(({ occurredOn }) => occurredOn)).toEqual([ago(3), ago(4), ago(5)]);
    for (const change of [
      'UPDATE approval_history SET notes = NULL',
      'DELETE FROM approval_history',
      'TRUNCATE approval_history',
    ])
      await expect(house.query(change)).rejects.toThrow('approval_history is append-only');
  });

  it('puts what is recorded late into its place: what happened later decides', async () => {
    const order = await house.given.order();
    const { id } = order.lines[0]!;
    await record(id, 'submission', { occurredOn: ago(8) });
    await record(id, 'resubmission', { occurredOn: ago(2), again: true });
    const late = await record(id, 'rejected', { occurredOn: ago(5) });
    expect(late.status).toBe(200);
    expect(gateOf(late.body, 'labDip')).toMatchObject({
      status: 'resubmission',
      round: 2,
      holder: 'buyer',
      heldSince: ago(2),
    });
    const { body } = await me().get<Detail>(`/order-lines/${id}/gates/labDip/`);
    expect(body.history.map(({ status }) => status)).toEqual(['resubmission', 'rejected', 'submission']);
    expect((await record(id, 'submission', { occurredOn: ago(4) })).status).toBe(409); // it stood rejected on that day
  });

  it('decides the same gate of several lines, or of none', async () => {
    const order = await house.given.order();
    const other = await house.given.order();
    const lineIds = [...order.lines, ...other.lines].map(({ id }) => id);
    const decide = (status: string, ids = lineIds) =>
      me().post<{ gates: (Gate & { orderLineId: string })[] }>('/line-gates/decisions/', {
        gateKey: 'labDip',
        status,
        lineIds: ids,
      });
    const sent = await decide('submission');
    expect(sent.body.gates.map(({ orderLineId, status }) => [orderLineId, status]).sort()).toEqual(
      lineIds.map((id) => [id, 'submission']).sort(),
    );
    await decide('approved', [lineIds[0]!]);
    const { status, body } = await decide('submission');
    expect([status, body]).toMatchObject([409, { code: 'gate.cannot_follow' }]);
    const { refused, detail } = body as unknown as { refused: { orderLineId: string; code: string }[]; detail: string };
    expect(Object.fromEntries(refused.map(({ orderLineId, code }) => [orderLineId, code]))).toEqual(
      Object.fromEntries(
        lineIds.map((id, index) => [id, index === 0 ? 'lifecycle.illegal_transition' : 'gate.round_waits']),
      ),
    );
    expect(detail).toMatch(/^4 of 4 lines cannot take this, so it was recorded on none: /);
    const standing = await house.query<{ status: string }>(
      `SELECT status FROM line_gates WHERE gate_key = 'labDip' AND order_line_id = ANY($1) ORDER BY status`,
      [lineIds],
    );
    expect(standing.map(({ status }) => status)).toEqual(['approved', 'submission', 'submission', 'submission']);
    expect((await decide('approved', [])).status).toBe(400);
  });

  it('records twenty decisions at once one after the other (fault 24)', async () => {
    const order = await house.given.order();
    const { id } = order.lines[0]!;
    const answers = await Promise.all(Array.from({ length: 20 }, () => record(id, 'resubmission', { again: true })));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const { body } = await me().get<Detail>(`/order-lines/${id}/gates/labDip/`);
    expect([body.history.length, body.round]).toEqual([20, 21]);
  });
});

describe('gates: holders and conditions', () => {
  it('is handed over by hand until the next decision', async () => {
    const order = await house.given.order();
    const { id } = order.lines[0]!;
    await record(id, 'rejected', { occurredOn: ago(4) });
    const held = await me().post<Detail>(`/order-lines/${id}/gates/labDip/holding/`, {
      holder: 'us',
      since: ago(2),
      notes: 'Dip is here.',
    });
    expect(held.body).toMatchObject({ holder: 'us', heldSince: ago(2), allowedDays: 3, dueOn: addDays(TODAY, 1) });
    const [gate] = await house.query<{ id: string }>(
      `SELECT id FROM line_gates WHERE order_line_id = $1 AND gate_key = 'labDip'`,
      [id],
    );
    const [event] = await house.eventsOf(gate!.id);
    expect([event?.name, event?.data]).toMatchObject([
      'gate.handed_over',
      {
        before: { holder: 'mill', heldSince: ago(4) },
        after: { holder: 'us', heldSince: ago(2) },
        gate: 'Lab dip',
        notes: 'Dip is here.',
      },
    ]);
    const again = { holder: 'mill', since: ago(2) };
    await me().post(`/order-lines/${id}/gates/labDip/holding/`, again);
    const { handOvers } = (await me().get<Detail>(`/order-lines/${id}/gates/labDip/`)).body;
    expect(handOvers).toMatchObject([
      { ...again, notes: null },
      { holder: 'us', since: ago(2), notes: 'Dip is here.', handedBy: { id: house.ids.merchandiser } },
    ]);
    expect(
      (await me().post(`/order-lines/${id}/gates/labDip/holding/`, { holder: 'us', since: addDays(TODAY, 1) })).status,
    ).toBe(400);
    await record(id, 'approved');
    const refused = await me().post(`/order-lines/${id}/gates/labDip/holding/`, { holder: 'mill' });
    expect([refused.status, refused.body['code']]).toEqual([409, 'gate.not_waiting']);
  });

  it('reminds whoever holds it, once a day unless meant, and a merchandiser by a notice', async () => {
    const order = await house.given.order({ orderNumber: 'REM-1' });
    const { id } = order.lines[0]!;
    const path = `/order-lines/${id}/gates/labDip/reminder/`;
    const manager = house.as('manager');
    expect((await house.anonymous.post(path)).status).toBe(401);
    expect((await house.as('colleague').post(path)).status).toBe(404);
    expect((await me().post(path, { again: 'perhaps' })).status).toBe(400);
    const own = await me().post(path);
    expect([own.status, own.body['code']]).toEqual([409, 'gate.nobody_to_remind']);

    const asked = await manager.post<Detail>(path, { notes: 'The mill has a slot on Monday.' });
    expect([asked.status, asked.body.rowVersion]).toEqual([200, 2]);
    await house.deliverEvents();
    const [told] = await house.query<{ message: string; notification_type: string }>(
      `SELECT message, notification_type FROM notifications WHERE order_id = $1 AND user_id = $2`,
      [order.id, house.ids.merchandiser],
    );
    expect(told).toEqual({
      notification_type: 'gate.reminded',
      message: 'Lab dip of White, order REM-1 of ANABIA, waits with you: “The mill has a slot on Monday”.',
    });

    const twice = await manager.post(path);
    expect([twice.status, twice.body['code']]).toEqual([409, 'gate.reminded_today']);
    expect((await manager.post(path, { again: true }, { 'If-Match': '"1"' })).status).toBe(412);
    expect((await manager.post(path, { again: true })).status).toBe(200);
    const card = async () => (await listed(`orderLineId=${id}&gateKey=labDip`)).results[0]!;
    const { id: gateId } = await card();
    expect(await card()).toMatchObject({ remindedOn: TODAY });
    expect((await listed(`id=${gateId}`)).count).toBe(1);
    const events = await house.eventsOf(gateId);
    expect(events.map(({ name }) => name)).toEqual(['gate.reminded', 'gate.reminded']);
    expect(events[0]?.data).toMatchObject({ gate: 'Lab dip', holder: 'us', daysHeld: 0, after: { remindedOn: TODAY } });

    await record(id, 'submission', { occurredOn: ago(2) });
    expect(await card()).toMatchObject({ holder: 'buyer', remindedOn: null });
    expect((await me().post(path, { notes: 'Dear ANABIA, …' })).status).toBe(200);
    await record(id, 'approved');
    const late = await me().post(path);
    expect([late.status, late.body['code']]).toEqual([409, 'gate.not_waiting']);
  });

  it('keeps a line open while a condition is, and ticks it', async () => {
    const order = await house.given.order();
    const { id } = order.lines[0]!;
    const approved = await record(id, 'approved', { condition: 'Bulk a shade bluer.' });
    expect(gateOf(approved.body, 'labDip')).toMatchObject({
      status: 'approved',
      condition: 'Bulk a shade bluer.',
      conditionOpen: true,
    });
    expect(approved.body.approvalStatus).toEqual({ labDip: 'approved' });
    for (const status of ['running', 'bulk']) await me().post(`/order-lines/${id}/status/`, { status });
    const refused = await me().post(`/order-lines/${id}/status/`, { status: 'completed' });
    expect([refused.status, refused.body]).toMatchObject([
      409,
      { code: 'gate.not_passed', step: 'completion', gates: [{ orderLineId: id, condition: 'Bulk a shade bluer.' }] },
    ]);
    expect((await me().post(`/orders/${order.id}/delivery/`)).body).toMatchObject({
      code: 'gate.not_passed',
      step: 'delivery',
    });
    expect((await listed(`openCondition=true&orderId=${order.id}`)).count).toBe(1);
    const met = await me().post<Detail>(`/order-lines/${id}/gates/labDip/condition-fulfilment/`, {
      notes: 'Lot 3 is fine.',
    });
    expect(met.body).toMatchObject({
      conditionOpen: false,
      conditionMetOn: TODAY,
      conditionMetBy: { id: house.ids.merchandiser },
    });
    expect((await me().post(`/order-lines/${id}/gates/labDip/condition-fulfilment/`)).body['code']).toBe(
      'gate.no_open_condition',
    );
    expect((await me().post(`/order-lines/${id}/status/`, { status: 'completed' })).status).toBe(200);
  });

  it('goes on with a reason, which stays on the order for ever', async () => {
    const order = await house.given.order();
    const [white] = order.lines;
    await record(white!.id, 'approved', { condition: 'Bulk a shade bluer.' });
    const blank = await me().post(`/orders/${order.id}/delivery/`, { override: { reason: ' ' } });
    expect(blank.status).toBe(400);
    const delivered = await me().post(`/orders/${order.id}/delivery/`, {
      override: { reason: 'Buyer accepts as it is.' },
    });
    expect(delivered.status).toBe(200);
    const { body } = await me().get<{ gateOverrides: object[] }>(`/orders/${order.id}/workspace/`);
    expect(body.gateOverrides).toMatchObject([
      {
        step: 'delivery',
        reason: 'Buyer accepts as it is.',
        overriddenBy: { id: house.ids.merchandiser },
        gates: [{ orderLineId: white!.id, gateKey: 'labDip', condition: 'Bulk a shade bluer.' }],
      },
    ]);
    expect((await me().get<{ results: object[] }>(`/gate-overrides/?orderId=${order.id}`)).body.results).toEqual(
      body.gateOverrides,
    );
    expect(
      (await house.as('colleague').get<{ count: number }>(`/gate-overrides/?orderId=${order.id}`)).body.count,
    ).toBe(0);
    expect(await house.eventNamesOf(order.id)).toEqual(['order.created', 'gate.overridden', 'order.delivered']);
    await expect(house.query('DELETE FROM gate_overrides')).rejects.toThrow('gate_overrides is append-only');
  });
});

describe('gates: what waits for them', () => {
  const output = (orderId: string, more: object = {}) =>
    me().post('/production/metrics/', { orderId, dyedQuantity: '100', ...more });

  it('lets no dyeing begin before a lab dip is approved', async () => {
    const order = await house.given.order();
    const [white, black] = order.lines;
    const refused = await output(order.id);
    expect([refused.status, refused.body]).toMatchObject([409, { code: 'gate.not_passed', step: 'dyeing' }]);
    expect((refused.body['gates'] as { orderLineId: string }[]).map(({ orderLineId }) => orderLineId)).toEqual([
      white!.id,
      black!.id,
    ]);
    expect((await output(order.id, { dyedQuantity: '0', knittedQuantity: '50' })).status).toBe(201);
    await record(white!.id, 'approved');
    expect((await output(order.id, { date: ago(1) })).status).toBe(201);
  });

  it('asks when dyeing is added to a day, not when it is corrected', async () => {
    const order = await house.given.order();
    const { body } = await me().post<{ id: string }>('/production/metrics/', {
      orderId: order.id,
      knittedQuantity: '50',
    });
    const change = (more: object) => me().patch(`/production/metrics/${body.id}/`, more);
    expect((await change({ dyedQuantity: '5' })).status).toBe(409);
    expect((await change({ dyedQuantity: '5', override: { reason: 'Dip agreed on the phone.' } })).status).toBe(200);
    expect((await change({ dyedQuantity: '6' })).status).toBe(200);
    expect((await me().get<{ count: number }>(`/gate-overrides/?orderId=${order.id}&step=dyeing`)).body.count).toBe(1);
  });

  it('holds the plan of each line by its own gate', async () => {
    const order = await house.given.order();
    const [white, black] = order.lines;
    await record(white!.id, 'approved');
    const put = (lineId: string, step: string, body: object) =>
      me().put(`/order-lines/${lineId}/milestones/${step}/`, body);
    expect((await put(white!.id, 'dyeingStart', { actualOn: TODAY })).status).toBe(200);
    expect((await put(black!.id, 'dyeingStart', { plannedOn: TODAY })).status).toBe(200);
    const refused = await put(black!.id, 'dyeingStart', { actualOn: TODAY });
    expect(refused.body).toMatchObject({
      code: 'gate.not_passed',
      gates: [{ orderLineId: black!.id, gateName: 'Lab dip' }],
    });
    expect((await put(white!.id, 'cuttingStart', { actualOn: TODAY })).body).toMatchObject({ step: 'cutting' });
    const override = { reason: 'PP comments came by mail.' };
    expect((await put(white!.id, 'cuttingStart', { actualOn: TODAY, override })).status).toBe(200);
    const [event] = await house.query<{ data: object }>(
      `SELECT data FROM domain_events WHERE name = 'gate.overridden' AND order_line_id = $1`,
      [white!.id],
    );
    expect(event?.data).toMatchObject({ step: 'cutting', reason: override.reason, gates: ['PP sample'] });
  });

  it('holds no line that has no such gate', async () => {
    const order = await house.given.order({ fabricType: 'Yarn-dyed poplin' });
    expect((await output(order.id)).status).toBe(201);
  });
});

describe('gates: the list', () => {
  it('finds who must act, since when, and who is late (fault 11)', async () => {
    const order = await house.given.order({ customerName: 'Zephyr Lane' });
    const [white, black] = order.lines;
    await record(white!.id, 'submission', { occurredOn: ago(6) });
    await record(black!.id, 'submission', { occurredOn: ago(2) });
    const late = await listed('search=zephyr&holder=buyer&overdue=true');
    expect(late.results).toMatchObject([
      {
        orderLineId: white!.id,
        key: 'labDip',
        lineLabel: 'MT-2291 · White',
        daysHeld: 6,
        allowedDays: 5,
        overdue: true,
      },
    ]);
    const waiting = await listed('search=zephyr&gateKey=labDip&waiting=true&ordering=heldSince');
    expect(waiting.results.map(({ orderLineId }) => orderLineId)).toEqual([white!.id, black!.id]);
    expect((await listed('search=zephyr&status=untouched&gateKey=labDip')).count).toBe(0);
    expect((await listed(`search=zephyr&merchandiserId=${house.ids.colleague}`)).count).toBe(0);
    await me().post(`/orders/${order.id}/line-statuses/`, { status: 'archived' });
    expect((await listed('search=zephyr&waiting=true')).count).toBe(0);
    expect((await listed('search=zephyr&overdue=true')).count).toBe(0);
  });

  it('does not ask the database more the more gates there are', async () => {
    await house.given.order();
    const list = await statementsDuring(() => me().get('/line-gates/?waiting=true'));
    const line = (await house.given.order()).lines[0]!;
    const detail = await statementsDuring(() => me().get(`/order-lines/${line.id}/`));
    const decision = await statementsDuring(() => record(line.id, 'approved'));
    expect({
      list: list.statements.length,
      line: detail.statements.length,
      decision: decision.statements.length,
    }).toEqual({ list: 2, line: 1, decision: 10 });
  });
});
