import { addDays, today } from '../../src/platform/values/day';
import type { GivenSample } from '../support/given';
import { House, type Answer } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const NOBODYS = '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21';
const day = (offset: number) => addDays(today('Asia/Dhaka'), offset);

type Refusal = { code: string; errors: Record<string, string[]> };

interface Round extends GivenSample {
  orderLineId: string;
  options: { label: string; verdict: string | null; remarks: string | null; notes: string | null }[];
  readings: { illuminant: string; options: { label: string; judged: string; passes: boolean; verdict: string }[] }[];
  approvedOption: string | null;
  track: { latestVersion: number; firstSentOn: string | null; approvedOn: string | null };
}

/** The Sharma pair that `docs/domain/colour.md` gives: CIEDE2000 1.2644, CMC(2:1) 1.4205. */
const READING = {
  standard: { l: '60.2574', a: '-34.0099', b: '36.2677' },
  tolerance: { formula: 'cmc', lightness: '2', chroma: '1', limit: '1' },
  options: [
    { label: 'A', l: '60.4626', a: '-34.1751', b: '39.4387' },
    { label: 'B', l: '60.2574', a: '-34.0099', b: '36.2677' },
  ],
};

/** A lab dip with the options A and B, of the White line of an order of its own. */
async function roundWithOptions(status: 'pending' | 'submitted' = 'pending'): Promise<Round> {
  const me = house.as('merchandiser');
  const sample = await house.given.sample();
  await me.post(`/samples/${sample.id}/options/`);
  await me.post(`/samples/${sample.id}/options/`);
  if (status === 'submitted')
    await me.post(`/samples/${sample.id}/submission/`, { submissionDate: day(-9), courierName: 'DHL Express' });
  return (await me.get<Round>(`/samples/${sample.id}/`)).body;
}

describe('rounds of samples: who may', () => {
  it('asks a stranger to sign in', async () => {
    const stranger = house.anonymous;
    const answers = [
      await stranger.post(`/samples/${NOBODYS}/receipt/`),
      await stranger.post(`/samples/${NOBODYS}/next-round/`),
      await stranger.post(`/samples/${NOBODYS}/options/`, { nonsense: 1 }),
      await stranger.patch(`/samples/${NOBODYS}/options/A/`),
      await stranger.delete(`/samples/${NOBODYS}/options/A/`),
      await stranger.put(`/samples/${NOBODYS}/readings/D65/10/`, { nonsense: 1 }),
      await stranger.delete(`/samples/${NOBODYS}/readings/D65/10/`),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401));
  });

  it("does not know the rounds of another's order, on any route (fault 2)", async () => {
    const theirs = await house.given.sample({ status: 'submitted' }, 'colleague');
    await house.as('colleague').post(`/samples/${theirs.id}/options/`);
    const me = house.as('merchandiser');
    const answers = [
      await me.post(`/samples/${theirs.id}/receipt/`),
      await me.post(`/samples/${theirs.id}/next-round/`),
      await me.post(`/samples/${theirs.id}/options/`),
      await me.patch(`/samples/${theirs.id}/options/A/`, { notes: 'mine' }),
      await me.delete(`/samples/${theirs.id}/options/A/`),
      await me.put(`/samples/${theirs.id}/readings/D65/10/`, { ...READING, options: [] }),
      await me.delete(`/samples/${theirs.id}/readings/D65/10/`),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
  });
});

describe('rounds of samples: what is refused', () => {
  it('refuses what is malformed with the field’s name, never with a 500 (fault 19)', async () => {
    const me = house.as('merchandiser');
    const round = await roundWithOptions();
    const refusals = [
      await me.post<Refusal>('/samples/not-an-id/receipt/'),
      await me.patch<Refusal>(`/samples/${round.id}/options/Z/`, { notes: 'x' }),
      await me.put<Refusal>(`/samples/${round.id}/readings/D50/10/`, READING),
      await me.put<Refusal>(`/samples/${round.id}/readings/D65/7/`, READING),
    ];
    expect(refusals.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
    const wrong = await me.put<Refusal>(`/samples/${round.id}/readings/D65/10/`, {
      standard: { l: '101', a: 'x', b: '1.23456' },
      tolerance: { formula: 'cie94', limit: '0' },
      options: [{ label: 'A', l: '50', a: '0' }],
    });
    expect([wrong.status, Object.keys(wrong.body.errors).sort()]).toEqual([
      400,
      ['options.0.b', 'standard.a', 'standard.b', 'standard.l', 'tolerance.formula', 'tolerance.limit'],
    ]);
    const stranger = [...READING.options, { ...READING.options[0], label: 'C' }, { ...READING.options[0] }];
    const unknown = await me.put<Refusal>(`/samples/${round.id}/readings/D65/10/`, { ...READING, options: stranger });
    expect([unknown.status, unknown.body.errors]).toEqual([
      400,
      {
        'options.2.label': ['There is no such option in this round.'],
        'options.3.label': ['This option is measured twice here.'],
      },
    ]);
    expect((await me.delete(`/samples/${round.id}/readings/A/2/`)).status).toBe(404);
    expect((await me.delete(`/samples/${round.id}/options/F/`)).status).toBe(404);
  });

  it('tells a late writer what the other person changed', async () => {
    const round = await roundWithOptions('submitted');
    await house.as('manager').patch(`/samples/${round.id}/options/A/`, { notes: 'by the manager' });
    const me = house.as('merchandiser');
    const stale = { 'If-Match': `"${round.rowVersion}"` };
    const answers = [
      await me.post(`/samples/${round.id}/receipt/`, {}, stale),
      await me.post(`/samples/${round.id}/options/`, {}, stale),
      await me.patch(`/samples/${round.id}/options/A/`, { notes: 'late' }, stale),
      await me.delete(`/samples/${round.id}/options/A/`, stale),
      await me.put(`/samples/${round.id}/readings/D65/10/`, READING, stale),
      await me.delete(`/samples/${round.id}/readings/D65/10/`, stale),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 412));
    expect(answers[2]!.body).toMatchObject({
      changes: [{ name: 'sample.option_updated', data: { option: 'A', after: { notes: 'by the manager' } } }],
    });
  });

  it('knows each option once, six at most, and none more once the round is decided', async () => {
    const me = house.as('merchandiser');
    const round = await roundWithOptions();
    const twice = await me.post<Refusal>(`/samples/${round.id}/options/`, { label: 'B' });
    expect([twice.status, twice.body.code]).toEqual([409, 'sample.option_taken']);
    await me.delete(`/samples/${round.id}/options/A/`);
    const again = await me.post<Round>(`/samples/${round.id}/options/`, { notes: 'In place of the first.' });
    expect(again.body.options.map(({ label }) => label)).toEqual(['A', 'B']);
    for (let more = 0; more < 4; more++) await me.post(`/samples/${round.id}/options/`);
    const seventh = await me.post<Refusal>(`/samples/${round.id}/options/`);
    expect([seventh.status, seventh.body.code]).toEqual([409, 'sample.options_full']);
    const early = await me.patch<Refusal>(`/samples/${round.id}/options/A/`, { verdict: 'rejected' });
    expect([early.status, early.body.code]).toEqual([409, 'sample.option_not_sent']);
    await me.post(`/samples/${round.id}/submission/`);
    await me.post(`/samples/${round.id}/rejection/`, { reason: 'All too red.' });
    const late = [
      await me.post<Refusal>(`/samples/${round.id}/options/`),
      await me.delete<Refusal>(`/samples/${round.id}/options/A/`),
      await me.patch<Refusal>(`/samples/${round.id}/options/A/`, { verdict: null }),
    ];
    expect(late.map(({ status, body }) => [status, body.code])).toEqual(
      late.map(() => [409, 'sample.options_decided']),
    );
    const remark = await me.patch<Round>(`/samples/${round.id}/options/A/`, { remarks: 'Told us by mail.' });
    expect([remark.status, remark.body.options[0]]).toMatchObject([200, { remarks: 'Told us by mail.' }]);
  });

  it('is received once, after the sending and before the decision', async () => {
    const me = house.as('merchandiser');
    const round = await roundWithOptions();
    const unsent = await me.post<Refusal>(`/samples/${round.id}/receipt/`);
    expect([unsent.status, unsent.body.code]).toEqual([409, 'sample.not_with_buyer']);
    const planned = await me.patch<Refusal>(`/samples/${round.id}/`, { receivedOn: day(-1) });
    expect([planned.status, planned.body.code]).toEqual([409, 'sample.not_with_buyer']);
    await me.post(`/samples/${round.id}/submission/`, { submissionDate: day(-5) });
    const tooEarly = await me.post<Refusal>(`/samples/${round.id}/receipt/`, { receivedOn: day(-6) });
    expect([tooEarly.status, Object.keys(tooEarly.body.errors)]).toEqual([422, ['receivedOn']]);
    const coming = await me.post<Refusal>(`/samples/${round.id}/receipt/`, { receivedOn: day(2) });
    expect([coming.status, Object.keys(coming.body.errors)]).toEqual([400, ['receivedOn']]);
    const received = await me.post(`/samples/${round.id}/receipt/`, { receivedOn: day(-3) });
    expect(received.body).toMatchObject({ receivedOn: day(-3), status: 'submitted' });
    expect((await me.post(`/samples/${round.id}/receipt/`)).body['code']).toBe('sample.already_received');
    const decided = await me.post<Refusal>(`/samples/${round.id}/rejection/`, { reason: 'Red.', decidedOn: day(-4) });
    expect([decided.status, Object.keys(decided.body.errors)]).toEqual([422, ['decidedOn']]);
    await me.post(`/samples/${round.id}/rejection/`, { reason: 'Red.', decidedOn: day(-2) });
    const moved = await me.patch<Refusal>(`/samples/${round.id}/`, { receivedOn: day(-1) });
    expect([moved.status, Object.keys(moved.body.errors)]).toEqual([422, ['receivedOn']]);
    expect((await me.patch(`/samples/${round.id}/`, { receivedOn: day(-4) })).body).toMatchObject({
      receivedOn: day(-4),
    });
    expect((await house.eventsOf(round.id)).find(({ name }) => name === 'sample.received')).toMatchObject({
      order_id: round.orderId,
      order_line_id: round.orderLineId,
      data: { type: 'lab_dip', version: 1, before: { receivedOn: null }, after: { receivedOn: day(-3) } },
    });
  });
});

describe('rounds of samples: options', () => {
  it('approves the option that is named, on a condition, and tells the gate', async () => {
    const me = house.as('merchandiser');
    const round = await roundWithOptions('submitted');
    const refused = await me.patch<Round>(`/samples/${round.id}/options/A/`, {
      verdict: 'rejected',
      remarks: 'Too red under D65.',
    });
    expect(refused.body.options[0]).toMatchObject({ label: 'A', verdict: 'rejected', remarks: 'Too red under D65.' });
    const asks: Answer<Refusal>[] = [
      await me.post<Refusal>(`/samples/${round.id}/approval/`),
      await me.post<Refusal>(`/samples/${round.id}/approval/`, { option: 'A' }),
      await me.post<Refusal>(`/samples/${round.id}/approval/`, { option: 'D' }),
    ];
    expect(asks.map(({ status, body }) => [status, body.code, Object.keys(body.errors)])).toEqual([
      [422, 'sample.option_unnamed', ['option']],
      [422, 'sample.option_rejected', ['option']],
      [400, 'request.no_such_reference', ['option']],
    ]);
    const approved = await me.post<Round>(`/samples/${round.id}/approval/`, {
      option: 'B',
      condition: 'If bulk is bluer.',
      notes: 'Go.',
    });
    expect(approved.body).toMatchObject({
      status: 'approved',
      approvedOption: 'B',
      approvalCondition: 'If bulk is bluer.',
      gate: 'labDip',
      gateStatus: 'approved',
      options: [
        { label: 'A', verdict: 'rejected' },
        { label: 'B', verdict: 'approved' },
      ],
      track: { latestVersion: 1, firstSentOn: day(-9), approvedOn: day(0) },
    });
    const line = await me.get<{ gates: object[] }>(`/order-lines/${round.orderLineId}/`);
    expect(line.body.gates).toContainEqual(
      expect.objectContaining({ key: 'labDip', condition: 'If bulk is bluer.', conditionOpen: true }),
    );
    expect((await house.eventsOf(round.id)).at(-1)).toMatchObject({
      name: 'sample.approved',
      data: { option: 'B', condition: 'If bulk is bluer.', after: { approvalCondition: 'If bulk is bluer.' } },
    });
    const history = await me.get<{ results: object[] }>(`/activity/?orderId=${round.orderId}`);
    expect(history.body.results).toContainEqual(
      expect.objectContaining({
        sentence: expect.stringContaining('approved option B of lab dip round 1 for White on the condition') as string,
      }),
    );
  });

  it('adds, changes and removes options with an event each, and moves the version of the sample on', async () => {
    const me = house.as('merchandiser');
    const sample = await house.given.sample();
    const added = await me.post<Round>(`/samples/${sample.id}/options/`, { label: 'C', notes: 'Pigment' });
    expect([added.status, added.body.rowVersion, added.headers['etag']]).toEqual([201, 2, '"2"']);
    const same = await me.patch<Round>(`/samples/${sample.id}/options/C/`, { notes: 'Pigment' });
    expect(same.body.rowVersion).toBe(2);
    const cleared = await me.patch<Round>(`/samples/${sample.id}/options/C/`, { notes: null });
    expect(cleared.body.options).toEqual([{ label: 'C', notes: null, remarks: null, verdict: null, picture: null }]);
    expect((await me.delete(`/samples/${sample.id}/options/C/`)).status).toBe(204);
    expect((await me.get<Round>(`/samples/${sample.id}/`)).body).toMatchObject({ options: [], rowVersion: 4 });
    const events = (await house.eventsOf(sample.id)).slice(1);
    expect(events.map(({ name, data }) => [name, data['option']])).toEqual([
      ['sample.option_added', 'C'],
      ['sample.option_updated', 'C'],
      ['sample.option_removed', 'C'],
    ]);
  });
});

describe('rounds of samples: colour', () => {
  it('measures options under a light, and says in words how they stand to the standard', async () => {
    const me = house.as('merchandiser');
    const round = await roundWithOptions('submitted');
    const measured = await me.put<Round>(`/samples/${round.id}/readings/D65/10/`, READING);
    expect(measured.status).toBe(200);
    expect(measured.body.readings).toMatchObject([
      {
        illuminant: 'D65',
        observer: '10',
        standard: { l: '60.2574', a: '-34.0099', b: '36.2677' },
        tolerance: { formula: 'cmc', lightness: '2', chroma: '1', limit: '1.00' },
        formulaName: 'CMC(2:1)',
        screenColour: expect.stringMatching(/^#[0-9a-f]{6}$/) as string,
        options: [
          {
            label: 'A',
            dL: '0.21',
            db: '3.17',
            deltaEAb: '3.18',
            deltaECmc: '1.42',
            deltaE2000: '1.26',
            judged: '1.42',
            passes: false,
            words: ['yellower', 'lighter', 'greener'],
            verdict: 'Fails by CMC(2:1) under D65, 10°: 1.42 of 1.00 allowed; yellower, lighter, greener.',
          },
          { label: 'B', judged: '0.00', passes: true, dL: '0.00', words: [] },
        ],
      },
    ]);
    await me.put(`/samples/${round.id}/readings/TL84/10/`, {
      ...READING,
      tolerance: { formula: 'ciede2000', lightness: '2', limit: '1.26' },
      options: READING.options.slice(0, 1),
    });
    const again = { ...READING, tolerance: { formula: 'cmc', limit: '1.50' }, options: READING.options.slice(0, 1) };
    const { body } = await me.put<Round>(`/samples/${round.id}/readings/D65/10/`, again);
    expect(body.readings).toMatchObject([
      { illuminant: 'D65', tolerance: { lightness: '2', chroma: '1' }, options: [{ label: 'A', passes: true }] },
      {
        illuminant: 'TL84',
        formulaName: 'CIEDE2000',
        tolerance: { lightness: null, chroma: null },
        options: [{ judged: '1.26', passes: true }],
      },
    ]);
    expect(body.readings).toHaveLength(2);
    expect((await me.delete(`/samples/${round.id}/readings/TL84/10/`)).status).toBe(204);
    const events = (await house.eventsOf(round.id)).slice(-4);
    expect(events.map(({ name, data }) => [name, data['illuminant']])).toEqual([
      ['sample.measured', 'D65'],
      ['sample.measured', 'TL84'],
      ['sample.measured', 'D65'],
      ['sample.reading_removed', 'TL84'],
    ]);
    expect(events[2]!.data).toMatchObject({
      before: { tolerance: { limit: '1.00' } },
      after: { tolerance: { limit: '1.50' } },
      verdicts: [{ label: 'A', passes: true }],
    });
  });
});

describe('rounds of samples: the next one', () => {
  it('follows a refused round once, with its standards, and its options if wanted', async () => {
    const me = house.as('merchandiser');
    const first = await roundWithOptions('submitted');
    await me.put(`/samples/${first.id}/readings/D65/10/`, READING);
    await me.patch(`/samples/${first.id}/options/A/`, { notes: 'Reactive', remarks: 'Too red.' });
    const early = await me.post<Refusal>(`/samples/${first.id}/next-round/`);
    expect([early.status, early.body.code]).toEqual([409, 'sample.round_not_refused']);
    await me.post(`/samples/${first.id}/rejection/`, { reason: 'Too red.', decidedOn: day(-5) });
    const next = await me.post<Round>(`/samples/${first.id}/next-round/`, { withOptions: true });
    expect([next.status, next.body]).toMatchObject([
      201,
      {
        orderLineId: first.orderLineId,
        version: 2,
        status: 'pending',
        courierName: 'DHL Express',
        submissionDate: null,
        options: [
          { label: 'A', notes: 'Reactive', remarks: null, verdict: null },
          { label: 'B', verdict: null },
        ],
        readings: [{ illuminant: 'D65', standard: READING.standard, options: [] }],
        track: { latestVersion: 2, firstSentOn: day(-9), approvedOn: null },
      },
    ]);
    const twice = await me.post<Refusal>(`/samples/${first.id}/next-round/`);
    expect([twice.status, twice.body.code]).toEqual([409, 'sample.newer_round_exists']);
    await me.post(`/samples/${next.body.id}/submission/`);
    await me.post(`/samples/${next.body.id}/rejection/`, { reason: 'Still red.' });
    const third = await me.post<Round>(`/samples/${next.body.id}/next-round/`);
    expect(third.body).toMatchObject({ version: 3, options: [], readings: [{ illuminant: 'D65' }] });
    expect((await me.get<Round>(`/samples/${first.id}/`)).body).toMatchObject({
      status: 'rejected',
      track: { latestVersion: 3 },
    });
  });

  it('is made once when many ask at once: rounds are counted under a lock (fault 24)', async () => {
    const me = house.as('merchandiser');
    const refused = await house.given.sample({ status: 'rejected' });
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => me.post<Round>(`/samples/${refused.id}/next-round/`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 201)!.body.version).toBe(2);
  });
});

describe('rounds of samples: undo', () => {
  it('takes back a receipt, an option and a measurement, and what was taken away', async () => {
    const me = house.as('merchandiser');
    const round = await roundWithOptions('submitted');
    const path = `/samples/${round.id}`;
    const read = async () => (await me.get<Round>(`${path}/`)).body;
    const undone = async (answer: Promise<{ headers: Record<string, string> }>) => {
      const { status, body } = await me.post(`/activity/${(await answer).headers['x-undo']}/undo/`);
      expect([status, body['detail']]).toEqual([200, undefined]);
      return read();
    };
    const start = await read();
    expect(await undone(me.post(`${path}/receipt/`, { receivedOn: day(-3) }))).toMatchObject({ receivedOn: null });
    expect((await undone(me.post(`${path}/options/`))).options).toEqual(start.options);
    expect((await undone(me.patch(`${path}/options/A/`, { verdict: 'rejected', remarks: 'Red.' }))).options).toEqual(
      start.options,
    );
    expect((await undone(me.put(`${path}/readings/D65/10/`, READING))).readings).toEqual([]);
    await me.put(`${path}/readings/D65/10/`, READING);
    const measured = await read();
    const again = { ...READING, tolerance: { formula: 'ciede2000', limit: '0.5' } };
    expect((await undone(me.put(`${path}/readings/D65/10/`, again))).readings).toEqual(measured.readings);
    expect((await undone(me.delete(`${path}/readings/D65/10/`))).readings).toEqual(measured.readings);
    expect(await undone(me.delete(`${path}/options/B/`))).toMatchObject({
      options: start.options,
      readings: measured.readings,
    });
    await me.post(`${path}/rejection/`, { reason: 'Too red.' });
    await undone(me.post(`${path}/next-round/`, { withOptions: true }));
    expect(await read()).toMatchObject({ track: { latestVersion: 1 } });
  });
});

describe('rounds of samples: what they cost', () => {
  interface Costs {
    count: number;
    next: string | null;
    results: { type: string; millName: string | null; colorName: string | null; rounds: number; lostDays: number }[];
  }

  it('counts rounds and lost days of a track, and by type, colour and mill', async () => {
    const me = house.as('merchandiser');
    const order = await house.given.order();
    const [line] = order.lines;
    await me.patch(`/order-lines/${line!.id}/`, { millName: 'Cost Mills', colorName: 'Costly blue' });
    const of = { orderId: order.id, orderLineId: line!.id };
    const first = await house.given.sample(of);
    await me.post(`/samples/${first.id}/submission/`, { submissionDate: day(-20) });
    await me.post(`/samples/${first.id}/rejection/`, { reason: 'Too red.', decidedOn: day(-16) });
    const track = async (id: string) => (await me.get(`/samples/${id}/`)).body['track'];
    expect(await track(first.id)).toMatchObject({ lostDays: 0, lostSince: day(-20) });
    const { id } = (await me.post<{ id: string }>(`/samples/${first.id}/next-round/`, {})).body;
    await me.post(`/samples/${id}/submission/`, { submissionDate: day(-11) });
    expect(await track(first.id)).toMatchObject({ lostDays: 9, lostSince: null });
    await me.post(`/samples/${id}/rejection/`, { reason: 'Too light.', decidedOn: day(-8) });
    expect(await track(id)).toMatchObject({ lostDays: 9, lostSince: day(-11) });

    const costs = await me.get<Costs>(`/sample-rounds/?type=lab_dip&orderLineId=${line!.id}`);
    expect(costs.body.results).toEqual([
      {
        type: 'lab_dip',
        millName: 'Cost Mills',
        colorName: 'Costly blue',
        lines: 1,
        rounds: 2,
        refused: 2,
        roundsPerLine: '2.0',
        lostDays: 20,
        daysPerRefusal: '10.0',
      },
    ]);
    const theirs = await house.as('colleague').get<Costs>('/sample-rounds/');
    expect(theirs.body.results.map(({ millName }) => millName)).not.toContain('Cost Mills');
    expect((await house.as('manager').get<Costs>('/sample-rounds/?type=lab_dip')).body.results).toContainEqual(
      costs.body.results[0],
    );
    expect((await house.anonymous.get('/sample-rounds/')).status).toBe(401);
    expect((await me.get('/sample-rounds/?type=nonsense')).status).toBe(400);
    const { statements } = await statementsDuring(() => me.get('/sample-rounds/'));
    expect(statements).toHaveLength(1);
  });

  it('takes a name for the same whatever its case', async () => {
    const me = house.as('merchandiser');
    const order = await house.given.order();
    const lines = order.lines.slice(0, 2);
    const names = [
      { millName: 'Case Mills', colorName: 'Signal red' },
      { millName: 'CASE MILLS', colorName: 'signal Red', cadName: 'Stripe' },
    ];
    for (const [index, line] of lines.entries()) {
      await me.patch(`/order-lines/${line.id}/`, names[index]!);
      const { id } = await house.given.sample({ orderId: order.id, orderLineId: line.id });
      await me.post(`/samples/${id}/submission/`, { submissionDate: day(-3) });
    }
    for (const query of ['search=case+mills', `orderLineId=${lines[1]!.id}`])
      expect((await me.get<Costs>(`/sample-rounds/?${query}`)).body.results).toMatchObject([{ lines: 2, rounds: 2 }]);
    const rounds = await me.get<{ count: number }>('/samples/?millName=case+mills&colorName=SIGNAL+RED');
    expect(rounds.body.count).toBe(2);
  });

  it('is a list: found by mill or colour, of a time, ordered, in pages, each row leading to its rounds', async () => {
    const me = house.as('merchandiser');
    const { orderId, id } = await house.given.sample();
    const order = (await me.get<{ styles: { lines: { id: string }[] }[] }>(`/orders/${orderId}/`)).body;
    const line = order.styles[0]!.lines[0]!.id;
    await me.patch(`/order-lines/${line}/`, { millName: 'Page Mills', colorName: 'Pale rose' });
    await me.post(`/samples/${id}/submission/`, { submissionDate: day(-40) });
    await me.post(`/samples/${id}/rejection/`, { reason: 'Too red.', decidedOn: day(-30) });
    const off = await house.given.sample({ orderId, orderLineId: line, type: 'strike_off' });
    await me.post(`/samples/${off.id}/submission/`, { submissionDate: day(-5) });
    const costs = async (query: string) => (await me.get<Costs>(`/sample-rounds/?search=page+rose&${query}`)).body;

    expect((await costs('')).results.map(({ type, lostDays }) => [type, lostDays])).toEqual([
      ['lab_dip', 40],
      ['strike_off', 0],
    ]);
    expect((await costs('ordering=lostDays')).results[0]).toMatchObject({ type: 'strike_off' });
    const second = await costs('page=2&pageSize=1');
    expect([second.count, second.next, second.results.map(({ type }) => type)]).toEqual([2, null, ['strike_off']]);
    expect((await costs(`sentFrom=${day(-10)}`)).results.map(({ type }) => type)).toEqual(['strike_off']);
    // The next round went after that time: until then the refused one cost its days.
    const next = (await me.post<{ id: string }>(`/samples/${id}/next-round/`, {})).body;
    await me.post(`/samples/${next.id}/submission/`, { submissionDate: day(-20) });
    const dips = (await costs(`type=lab_dip&sentTo=${day(-30)}`)).results;
    expect(dips).toMatchObject([{ rounds: 1, lostDays: 20 }]);
    const rounds = await me.get<{ count: number }>(
      '/samples/?type=lab_dip&status=submitted&status=rejected&millName=Page+Mills&colorName=Pale+rose',
    );
    expect(rounds.body.count).toBe(2);
    const wrong = await me.get<Refusal>('/sample-rounds/?cursor=&orderng=lines');
    expect([wrong.status, Object.keys(wrong.body.errors)]).toEqual([400, ['cursor', 'orderng']]);
  });
});

describe('rounds of samples: statements', () => {
  it('reads options and colours in the statement of the samples, however many there are (fault 25)', async () => {
    const me = house.as('merchandiser');
    const round = await roundWithOptions();
    await me.put(`/samples/${round.id}/readings/D65/10/`, READING);
    await me.put(`/samples/${round.id}/readings/TL84/10/`, READING);
    const count = async (work: () => Promise<unknown>) => (await statementsDuring(work)).statements.length;
    expect({
      list: await count(() => me.get('/samples/?pageSize=100')),
      detail: await count(() => me.get(`/samples/${round.id}/`)),
    }).toEqual({ list: 2, detail: 1 });
  });
});
