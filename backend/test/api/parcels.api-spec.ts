import { addDays, today } from '../../src/platform/values/day';
import { House } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const NOBODYS = '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21';
const day = (offset: number) => addDays(today('Asia/Dhaka'), offset);

type Refusal = { code: string; errors: Record<string, string[]>; sampleId: string };

interface Parcel {
  id: string;
  samples: { id: string; orderId: string; lineLabel: string | null; status: string; receivedOn: string | null }[];
  otherSamples: number;
  mayChange: boolean;
  rowVersion: number;
}
type List = { count: number | null; next: string | null; results: Parcel[] };

/** A parcel of the merchandiser with a lab dip and a strike-off of two orders, sent five days ago. */
async function parcelOfTwo() {
  const dip = await house.given.sample();
  const strikeOff = await house.given.sample({ type: 'strike_off' });
  const { status, body } = await house.as('merchandiser').post<Parcel>('/parcels/', {
    courierName: 'DHL Express',
    awbNumber: '4471829305',
    recipient: 'ANABIA, Hamburg',
    sentOn: day(-5),
    sampleIds: [dip.id, strikeOff.id],
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return { parcel: body, dip, strikeOff };
}

/** A parcel of the manager with one sample of the merchandiser and two of a colleague. */
async function parcelOfMany() {
  const mine = await house.given.sample();
  const theirs = await house.given.sample({}, 'colleague');
  const alsoTheirs = await house.given.sample({}, 'colleague');
  const sampleIds = [mine.id, theirs.id, alsoTheirs.id];
  const { body } = await house.as('manager').post<Parcel>('/parcels/', { courierName: 'FedEx', sampleIds });
  return { parcel: body, mine, theirs };
}

describe('parcels: who may', () => {
  it('asks a stranger to sign in', async () => {
    const stranger = house.anonymous;
    const answers = [
      await stranger.get('/parcels/?nonsense=1'),
      await stranger.post('/parcels/', { nonsense: 1 }),
      await stranger.get(`/parcels/${NOBODYS}/`),
      await stranger.patch(`/parcels/${NOBODYS}/`, {}),
      await stranger.delete(`/parcels/${NOBODYS}/`),
      await stranger.post(`/parcels/${NOBODYS}/samples/`, {}),
      await stranger.delete(`/parcels/${NOBODYS}/samples/${NOBODYS}/`),
      await stranger.post(`/parcels/${NOBODYS}/receipt/`),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401));
  });

  it("does not know a parcel with nothing of one's own, on any route (fault 2)", async () => {
    const theirs = await house.given.sample({}, 'colleague');
    const { body: parcel } = await house
      .as('colleague')
      .post<Parcel>('/parcels/', { courierName: 'DHL Express', sampleIds: [theirs.id] });
    const me = house.as('merchandiser');
    const mine = await house.given.sample();
    const answers = [
      await me.get(`/parcels/${parcel.id}/`),
      await me.patch(`/parcels/${parcel.id}/`, { awbNumber: '1' }),
      await me.delete(`/parcels/${parcel.id}/`),
      await me.post(`/parcels/${parcel.id}/samples/`, { sampleIds: [mine.id] }),
      await me.delete(`/parcels/${parcel.id}/samples/${theirs.id}/`),
      await me.post(`/parcels/${parcel.id}/receipt/`),
      await me.get(`/parcels/${NOBODYS}/`),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    const list = await me.get<List>('/parcels/?pageSize=200');
    expect(list.body.results.map(({ id }) => id)).not.toContain(parcel.id);
    expect((await house.as('manager').get(`/parcels/${parcel.id}/`)).status).toBe(200);
  });

  it("refuses another's sample in a body as it would what does not exist", async () => {
    const mine = await house.given.sample();
    const theirs = await house.given.sample({}, 'colleague');
    const me = house.as('merchandiser');
    for (const id of [theirs.id, NOBODYS]) {
      const { status, body } = await me.post<Refusal>('/parcels/', { courierName: 'DHL', sampleIds: [mine.id, id] });
      expect([status, body.errors]).toEqual([400, { 'sampleIds.1': ['There is no such sample.'] }]);
    }
    expect((await me.get(`/samples/${mine.id}/`)).body).toMatchObject({ status: 'pending', parcelId: null });
  });

  it('shows of a shared parcel what is one’s own and how many others there are, and lets managers change it', async () => {
    const { parcel, mine, theirs } = await parcelOfMany();
    expect(parcel).toMatchObject({ otherSamples: 0, mayChange: true });
    expect(parcel.samples).toHaveLength(3);
    const me = house.as('merchandiser');
    const seen = (await me.get<Parcel>(`/parcels/${parcel.id}/`)).body;
    expect(seen).toMatchObject({ samples: [{ id: mine.id }], otherSamples: 2, mayChange: false });
    const listed = (await me.get<List>(`/parcels/?orderId=${mine.orderId}`)).body;
    expect(listed.results).toMatchObject([{ id: parcel.id, samples: [{ id: mine.id }], otherSamples: 2 }]);
    for (const answer of [
      await me.patch(`/parcels/${parcel.id}/`, { awbNumber: '1' }),
      await me.delete(`/parcels/${parcel.id}/`),
      await me.delete(`/parcels/${parcel.id}/samples/${mine.id}/`),
      await me.post(`/parcels/${parcel.id}/samples/`, { sampleIds: [(await house.given.sample()).id] }),
      await me.post(`/parcels/${parcel.id}/receipt/`),
    ])
      expect([answer.status, answer.body['code']]).toEqual([403, 'parcel.of_colleagues']);
    expect((await me.post(`/samples/${mine.id}/receipt/`)).status).toBe(200);
    const arrived = await house.as('manager').post<Parcel>(`/parcels/${parcel.id}/receipt/`);
    expect(arrived.body.samples.map(({ receivedOn }) => receivedOn)).toEqual([day(0), day(0), day(0)]);
    expect((await house.as('colleague').get(`/samples/${theirs.id}/`)).body).toMatchObject({ receivedOn: day(0) });
  });
});

describe('parcels: what is refused', () => {
  it('names each field that is wrong', async () => {
    const { status, body } = await house
      .as('merchandiser')
      .post<Refusal>('/parcels/', { courierName: ' ', sentOn: day(2).slice(0, 7), sampleIds: ['x'], weight: 3 });
    expect(status).toBe(400);
    expect(Object.keys(body.errors).sort()).toEqual(['courierName', 'sampleIds', 'sentOn', 'weight']);
    const me = house.as('merchandiser');
    const empty = await me.post<Refusal>('/parcels/', { courierName: 'DHL', sampleIds: [] });
    expect([empty.status, Object.keys(empty.body.errors)]).toEqual([400, ['sampleIds']]);
    const sample = await house.given.sample();
    const coming = await me.post<Refusal>('/parcels/', { courierName: 'DHL', sentOn: day(2), sampleIds: [sample.id] });
    expect([coming.status, coming.body.errors]).toEqual([400, { sentOn: ['This day is still to come.'] }]);
    expect((await me.get('/parcels/not-an-id/')).status).toBe(400);
    const list = await me.get<Refusal>('/parcels/?states=received');
    expect(list.body.errors).toEqual({ states: ['There is no parameter of this name; did you mean state?'] });
  });

  it('sends all or nothing: one that went before keeps the others back', async () => {
    const me = house.as('merchandiser');
    const waiting = await house.given.sample();
    const sent = await house.given.sample({ status: 'submitted' });
    const body = { courierName: 'DHL Express', sampleIds: [waiting.id, sent.id] };
    const refused = await me.post<Refusal>('/parcels/', body);
    expect([refused.status, refused.body.code, refused.body.sampleId]).toEqual([
      409,
      'parcel.sample_sent_before',
      sent.id,
    ]);
    expect((await me.get(`/samples/${waiting.id}/`)).body).toMatchObject({ status: 'pending', courierName: null });
  });

  it('arrives once, not before it was sent, and its day is not moved past the decision', async () => {
    const me = house.as('merchandiser');
    const { parcel, dip } = await parcelOfTwo();
    const early = await me.post<Refusal>(`/parcels/${parcel.id}/receipt/`, { receivedOn: day(-6) });
    expect([early.status, Object.keys(early.body.errors)]).toEqual([422, ['receivedOn']]);
    expect((await me.post(`/parcels/${parcel.id}/receipt/`, { receivedOn: day(2) })).status).toBe(400);
    await me.post(`/parcels/${parcel.id}/receipt/`, { receivedOn: day(-2) });
    const again = await me.post<Refusal>(`/parcels/${parcel.id}/receipt/`);
    expect([again.status, again.body.code]).toEqual([409, 'parcel.already_received']);
    const late = await me.patch<Refusal>(`/parcels/${parcel.id}/`, { sentOn: day(-1) });
    expect([late.status, late.body.code]).toEqual([422, 'parcel.received_before_sent']);
    await me.post(`/samples/${dip.id}/approval/`);
    const own = await me.patch<Refusal>(`/samples/${dip.id}/`, { awbNumber: '9' });
    expect([own.status, own.body.code]).toEqual([409, 'sample.in_parcel']);
    const stale = { 'If-Match': '"1"' };
    expect((await me.patch(`/parcels/${parcel.id}/`, { notes: 'late' }, stale)).body).toMatchObject({
      status: 412,
      changes: [{ name: 'parcel.received' }],
    });
    expect((await me.post(`/parcels/${parcel.id}/receipt/`, {}, stale)).status).toBe(412);
  });
});

describe('parcels: what happens', () => {
  it('sends samples of several orders in one deed, each with its gate (fault 24)', async () => {
    const { parcel, dip, strikeOff } = await parcelOfTwo();
    expect(parcel).toMatchObject({
      courierName: 'DHL Express',
      awbNumber: '4471829305',
      sentOn: day(-5),
      receivedOn: null,
      createdBy: { id: house.ids.merchandiser },
      otherSamples: 0,
      mayChange: true,
    });
    expect(new Set(parcel.samples.map(({ orderId }) => orderId))).toEqual(new Set([dip.orderId, strikeOff.orderId]));
    const me = house.as('merchandiser');
    for (const [sample, gate] of [
      [dip, 'labDip'],
      [strikeOff, 'strikeOff'],
    ] as const) {
      expect((await me.get(`/samples/${sample.id}/`)).body).toMatchObject({
        status: 'submitted',
        submissionDate: day(-5),
        courierName: 'DHL Express',
        awbNumber: '4471829305',
        recipient: 'ANABIA, Hamburg',
        parcelId: parcel.id,
        gateStatus: 'submission',
      });
      const line = await me.get(`/order-lines/${sample.orderLineId}/`);
      expect(line.body).toMatchObject({ approvalStatus: { [gate]: 'submission' } });
      expect((await house.eventsOf(sample.id)).at(-1)).toMatchObject({
        name: 'sample.submitted',
        order_id: sample.orderId,
        data: { after: { status: 'submitted', awbNumber: '4471829305', parcelId: parcel.id } },
      });
    }
    expect(await house.eventNamesOf(parcel.id)).toEqual(['parcel.sent']);
  });

  it('tells one line two gates of one parcel', async () => {
    const order = await house.given.order();
    const [white] = order.lines;
    const of = (type: string) => house.given.sample({ orderId: order.id, orderLineId: white!.id, type });
    const samples = [await of('lab_dip'), await of('bulk_swatch'), await of('presentation')];
    const me = house.as('merchandiser');
    await me.post('/parcels/', { courierName: 'By hand', sampleIds: samples.map(({ id }) => id) });
    expect((await me.get(`/order-lines/${white!.id}/`)).body).toMatchObject({
      approvalStatus: { labDip: 'submission', bulkSwatch: 'submission' },
    });
  });

  it('changes courier, AWB and day on everything that it carries', async () => {
    const { parcel, dip, strikeOff } = await parcelOfTwo();
    const me = house.as('merchandiser');
    const changed = await me.patch<Parcel>(`/parcels/${parcel.id}/`, { awbNumber: '4471829306', sentOn: day(-6) });
    expect(changed.body).toMatchObject({ awbNumber: '4471829306', sentOn: day(-6), rowVersion: 2 });
    for (const { id } of [dip, strikeOff])
      expect((await me.get(`/samples/${id}/`)).body).toMatchObject({
        awbNumber: '4471829306',
        submissionDate: day(-6),
        recipient: 'ANABIA, Hamburg',
      });
    expect((await house.eventsOf(dip.id)).at(-1)).toMatchObject({
      name: 'sample.updated',
      data: { before: { awbNumber: '4471829305' }, after: { awbNumber: '4471829306' } },
    });
    const same = await me.patch<Parcel>(`/parcels/${parcel.id}/`, { awbNumber: '4471829306' });
    expect(same.body.rowVersion).toBe(2);
    const cleared = await me.patch(`/parcels/${parcel.id}/`, { recipient: null });
    expect(cleared.body).toMatchObject({ recipient: null, courierName: 'DHL Express' });
  });

  it('is received with all samples that the buyer still has to decide on', async () => {
    const { parcel, dip, strikeOff } = await parcelOfTwo();
    const me = house.as('merchandiser');
    await me.post(`/samples/${dip.id}/approval/`, { decidedOn: day(-3) });
    const { body } = await me.post<Parcel>(`/parcels/${parcel.id}/receipt/`, { receivedOn: day(-2) });
    expect(body).toMatchObject({ receivedOn: day(-2) });
    const received = Object.fromEntries(body.samples.map(({ id, receivedOn }) => [id, receivedOn]));
    expect(received).toEqual({ [dip.id]: null, [strikeOff.id]: day(-2) });
    expect(await house.eventNamesOf(strikeOff.id)).toEqual(['sample.created', 'sample.submitted', 'sample.received']);
    expect(await house.eventNamesOf(parcel.id)).toEqual(['parcel.sent', 'parcel.received']);
  });

  it('takes more in and gives back what was not in it, with the gate of each', async () => {
    const me = house.as('merchandiser');
    const { parcel, dip, strikeOff } = await parcelOfTwo();
    const late = await house.given.sample({ type: 'bulk_swatch' });
    const packed = await me.post<Parcel>(`/parcels/${parcel.id}/samples/`, { sampleIds: [late.id] });
    expect([packed.status, packed.body.samples.length, packed.body.rowVersion]).toEqual([200, 3, 2]);
    expect((await me.get(`/samples/${late.id}/`)).body).toMatchObject({
      status: 'submitted',
      submissionDate: day(-5),
      awbNumber: '4471829305',
      gateStatus: 'submission',
    });
    const taken = await me.delete(`/parcels/${parcel.id}/samples/${dip.id}/`, { 'If-Match': '"2"' });
    expect(taken.status).toBe(204);
    expect((await me.get(`/samples/${dip.id}/`)).body).toMatchObject({
      status: 'pending',
      parcelId: null,
      awbNumber: null,
      submissionDate: null,
      gateStatus: null,
    });
    const held = (await me.get<Parcel>(`/parcels/${parcel.id}/`)).body;
    expect(held.samples.map(({ id }) => id).sort()).toEqual([strikeOff.id, late.id].sort());
    expect((await house.eventsOf(dip.id)).at(-1)).toMatchObject({
      name: 'sample.sending_taken_back',
      data: { before: { status: 'submitted', parcelId: parcel.id }, after: { status: 'pending', parcelId: null } },
    });
    expect(await house.eventNamesOf(parcel.id)).toEqual(['parcel.sent', 'parcel.packed', 'parcel.unpacked']);
    expect((await me.post(`/parcels/${parcel.id}/samples/`, { sampleIds: [dip.id] })).status).toBe(200);
  });

  it('keeps what arrived, what was decided, and one sample at least', async () => {
    const me = house.as('merchandiser');
    const { parcel, dip, strikeOff } = await parcelOfTwo();
    const refusal = (answer: { status: number; body: Record<string, unknown> }) => [answer.status, answer.body['code']];
    expect((await me.post<Refusal>(`/parcels/${parcel.id}/samples/`, { sampleIds: [] })).body.errors).toEqual({
      sampleIds: ['Choose at least one sample.'],
    });
    expect(refusal(await me.post(`/parcels/${parcel.id}/samples/`, { sampleIds: [dip.id] }))).toEqual([
      409,
      'parcel.sample_sent_before',
    ]);
    expect((await me.delete(`/parcels/${parcel.id}/samples/${NOBODYS}/`)).status).toBe(404);
    expect((await me.delete(`/parcels/${parcel.id}/`, { 'If-Match': '"7"' })).status).toBe(412);
    await me.post(`/samples/${dip.id}/approval/`);
    expect(refusal(await me.delete(`/parcels/${parcel.id}/samples/${dip.id}/`))).toEqual([
      409,
      'sample.not_with_buyer',
    ]);
    expect(refusal(await me.delete(`/parcels/${parcel.id}/`))).toEqual([409, 'sample.not_with_buyer']);
    expect((await me.get(`/samples/${strikeOff.id}/`)).body).toMatchObject({ status: 'submitted' });
    await me.post(`/parcels/${parcel.id}/receipt/`);
    const more = await house.given.sample();
    for (const answer of [
      await me.delete(`/parcels/${parcel.id}/`),
      await me.delete(`/parcels/${parcel.id}/samples/${strikeOff.id}/`),
      await me.post(`/parcels/${parcel.id}/samples/`, { sampleIds: [more.id] }),
    ])
      expect(refusal(answer)).toEqual([409, 'parcel.arrived']);
    const alone = await me.post<Parcel>('/parcels/', { courierName: 'DHL', sampleIds: [more.id] });
    expect(refusal(await me.delete(`/parcels/${alone.body.id}/samples/${more.id}/`))).toEqual([
      409,
      'parcel.last_sample',
    ]);
  });

  it('goes to the trash when it was never sent, and comes back from there with what still waits', async () => {
    const me = house.as('merchandiser');
    const { parcel, dip, strikeOff } = await parcelOfTwo();
    expect((await me.delete(`/parcels/${parcel.id}/`)).status).toBe(204);
    expect((await me.get(`/parcels/${parcel.id}/`)).status).toBe(404);
    for (const { id } of [dip, strikeOff])
      expect((await me.get(`/samples/${id}/`)).body).toMatchObject({ status: 'pending', gateStatus: null });
    await me.post(`/samples/${dip.id}/submission/`, { courierName: 'By hand' });
    type Entry = { id: string; label: string };
    const trash = async (who: 'merchandiser' | 'colleague') =>
      (await house.as(who).get<{ results: Entry[] }>(`/trash/?kind=parcel&subjectId=${parcel.id}`)).body.results;
    expect(await trash('colleague')).toEqual([]);
    const [entry] = await trash('merchandiser');
    expect(entry).toMatchObject({ label: 'A parcel of samples to ANABIA, Hamburg by DHL Express, AWB 4471829305' });
    expect((await me.post(`/trash/${entry!.id}/restoration/`)).status).toBe(200);
    const back = (await me.get<Parcel>(`/parcels/${parcel.id}/`)).body;
    expect(back.samples.map(({ id }) => id)).toEqual([strikeOff.id]);
    expect((await me.get(`/samples/${strikeOff.id}/`)).body).toMatchObject({
      status: 'submitted',
      submissionDate: day(-5),
      gateStatus: 'submission',
    });
    expect(await house.eventNamesOf(parcel.id)).toEqual(['parcel.sent', 'parcel.deleted', 'parcel.restored']);
  });

  it('is not brought back when nothing of it waits any more', async () => {
    const me = house.as('merchandiser');
    const sample = await house.given.sample();
    const { body } = await me.post<Parcel>('/parcels/', { courierName: 'DHL', sampleIds: [sample.id] });
    await me.delete(`/parcels/${body.id}/`);
    await me.post(`/samples/${sample.id}/submission/`);
    const [entry] = (await me.get<{ results: { id: string }[] }>(`/trash/?subjectId=${body.id}`)).body.results;
    const refused = await me.post<Refusal>(`/trash/${entry!.id}/restoration/`);
    expect([refused.status, refused.body.code]).toEqual([409, 'parcel.nothing_to_pack']);
  });

  it('sends once however often it is asked with one key, also at once', async () => {
    const sample = await house.given.sample();
    const me = house.as('merchandiser');
    const body = { courierName: 'DHL Express', sampleIds: [sample.id] };
    const key = { 'Idempotency-Key': 'parcel-once' };
    const answers = await Promise.all(Array.from({ length: 3 }, () => me.post('/parcels/', body, key)));
    expect(new Set(answers.map((answer) => answer.body['id'])).size).toBe(1);
    const twice = await Promise.all([me.post('/parcels/', body), me.post('/parcels/', body)]);
    expect(twice.map(({ status }) => status)).toEqual([409, 409]);
  });

  it('filters, searches, orders and pages (fault 26)', async () => {
    const me = house.as('merchandiser');
    const send = async (fields: object) => {
      const sample = await house.given.sample({ orderId: order.id, type: 'presentation' });
      return (await me.post<Parcel>('/parcels/', { courierName: 'DHL', sampleIds: [sample.id], ...fields })).body.id;
    };
    const order = await house.given.order();
    const old = await send({ sentOn: day(-20), courierName: 'FedEx', awbNumber: '7711_00' });
    const young = await send({ sentOn: day(-1), recipient: 'Lindqvist, Malmö' });
    await me.post(`/parcels/${old}/receipt/`);
    const ids = async (query: string) =>
      (await me.get<List>(`/parcels/?orderId=${order.id}&${query}`)).body.results.map(({ id }) => id);
    expect(await ids('')).toEqual([young, old]);
    expect(await ids('state=on_its_way')).toEqual([young]);
    expect(await ids('state=received&state=on_its_way&ordering=sentOn')).toEqual([old, young]);
    expect(await ids(`sentOnFrom=${day(-2)}`)).toEqual([young]);
    expect(await ids(`sentOnTo=${day(-2)}`)).toEqual([old]);
    expect(await ids('awbNumber=7711_')).toEqual([old]);
    expect(await ids('courierName=dhl')).toEqual([young]);
    expect(await ids('search=malm%C3%B6')).toEqual([young]);
    const first = await me.get<List>(`/parcels/?orderId=${order.id}&pageSize=1`);
    expect([first.body.count, first.body.results.length, first.body.next === null]).toEqual([2, 1, false]);
  });
});

describe('parcels: undo', () => {
  const lastOf = async (id: string) => (await house.eventsOf(id)).at(-1)!;
  const undo = async (id: string) => house.as('merchandiser').post(`/activity/${(await lastOf(id)).id}/undo/`);

  it('takes back the sending, the change, the arrival and the packing of a parcel, and that again', async () => {
    const me = house.as('merchandiser');
    const { parcel, dip, strikeOff } = await parcelOfTwo();
    const read = async () => (await me.get<Parcel>(`/parcels/${parcel.id}/`)).body;
    const gateOf = async (id: string) => (await me.get(`/samples/${id}/`)).body['gateStatus'];

    await me.patch(`/parcels/${parcel.id}/`, { awbNumber: '1', sentOn: day(-6) });
    expect((await undo(dip.id)).status).toBe(200);
    expect(await read()).toMatchObject({ awbNumber: '4471829305', sentOn: day(-5) });
    expect((await me.get(`/samples/${strikeOff.id}/`)).body).toMatchObject({ awbNumber: '4471829305' });

    await me.post(`/parcels/${parcel.id}/receipt/`);
    expect((await undo(dip.id)).status).toBe(200);
    expect(await read()).toMatchObject({ receivedOn: null, samples: [{ receivedOn: null }, { receivedOn: null }] });

    const more = await house.given.sample({ type: 'pp_sample' });
    await me.post(`/parcels/${parcel.id}/samples/`, { sampleIds: [more.id] });
    expect((await undo(more.id)).status).toBe(200);
    expect((await read()).samples).toHaveLength(2);
    expect(await gateOf(more.id)).toBeNull();

    await me.delete(`/parcels/${parcel.id}/samples/${dip.id}/`);
    expect((await undo(dip.id)).status).toBe(200);
    expect((await read()).samples).toHaveLength(2);
    expect(await gateOf(dip.id)).toBe('submission');

    await me.delete(`/parcels/${parcel.id}/`);
    expect((await undo(dip.id)).status).toBe(200);
    expect((await read()).samples).toHaveLength(2);
  });

  it('takes back a parcel that was sent by mistake: what was in it waits again, the parcel lies in the trash', async () => {
    const me = house.as('merchandiser');
    const { parcel, dip, strikeOff } = await parcelOfTwo();
    expect((await undo(strikeOff.id)).status).toBe(200);
    for (const { id } of [dip, strikeOff])
      expect((await me.get(`/samples/${id}/`)).body).toMatchObject({
        status: 'pending',
        parcelId: null,
        gateStatus: null,
      });
    expect((await me.get(`/parcels/${parcel.id}/`)).status).toBe(404);
    const again = await undo(strikeOff.id);
    expect(again.status).toBe(200);
    expect((await me.get<Parcel>(`/parcels/${parcel.id}/`)).body.samples).toHaveLength(2);
  });

  it('keeps the round of the gate when a second round was not sent after all', async () => {
    const me = house.as('merchandiser');
    const first = await house.given.sample({ status: 'rejected' });
    const { id } = (await me.post<{ id: string }>(`/samples/${first.id}/next-round/`, {})).body;
    const gate = async () => {
      const { body } = await me.get<{ gates: { key: string; round: number; status: string }[] }>(
        `/order-lines/${first.orderLineId}/`,
      );
      return body.gates.find(({ key }) => key === 'labDip');
    };
    await me.post(`/samples/${id}/submission/`);
    expect(await gate()).toMatchObject({ round: 2, status: 'resubmission' });
    expect((await me.delete(`/samples/${id}/submission/`)).status).toBe(204);
    expect(await gate()).toMatchObject({ round: 1, status: 'rejected' });
    await me.post(`/samples/${id}/submission/`);
    expect(await gate()).toMatchObject({ round: 2, status: 'resubmission' });
    await me.post(`/samples/${id}/approval/`);
    const decided = await me.delete(`/samples/${id}/submission/`);
    expect([decided.status, decided.body['code']]).toEqual([409, 'sample.not_with_buyer']);
  });
});

describe('parcels: statements', () => {
  it('does not ask the database more the more samples a parcel carries (fault 25)', async () => {
    const me = house.as('merchandiser');
    const { parcel } = await parcelOfTwo();
    const count = async (work: () => Promise<unknown>) => (await statementsDuring(work)).statements.length;
    expect({
      list: await count(() => me.get('/parcels/?pageSize=100')),
      search: await count(() => me.get('/parcels/?search=dhl 447')),
      detail: await count(() => me.get(`/parcels/${parcel.id}/`)),
    }).toEqual({ list: 2, search: 2, detail: 1 });
  });
});
