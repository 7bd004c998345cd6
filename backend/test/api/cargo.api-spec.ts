import { addDays, today } from '../../src/platform/values/day';
import { House } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const NOBODYS = '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21';
const day = (offset: number) => addDays(today('Asia/Dhaka'), offset);

type Refusal = { code: string; errors: Record<string, string[]>; suggestions?: string[] };
interface Cargo {
  lines: { orderLineId: string; quantity: string; amount: string | null; packed: string; elsewhere: string }[];
  differences: { orderLineId: string; sentence: string }[];
  [field: string]: unknown;
}

/** A shipment by air of an order with two lines, black and white. */
async function shipped(who: 'merchandiser' | 'colleague' = 'merchandiser') {
  const order = await house.given.order(
    {
      currency: 'USD',
      styles: [
        {
          styleNumber: 'MT-1',
          lines: [
            { colorName: 'Black', quantity: '1200', unit: 'kg', provaPrice: '6.15' },
            { colorName: 'White', quantity: '500', unit: 'pieces', provaPrice: '2.4575' },
          ],
        },
      ],
    },
    who,
  );
  const [black, white] = order.lines.map(({ id }) => id) as [string, string];
  const shipment = await house.given.shipment({ orderId: order.id, mode: 'air' }, who);
  return { ...shipment, black, white };
}

const carton = (orderLineId: string, quantity: string, more: object = {}) => ({
  ...{ kind: 'carton', firstNumber: 1, lastNumber: 10, contents: [{ orderLineId, quantity }] },
  ...{ netKg: '110', grossKg: '120', lengthCm: '60', widthCm: '40', heightCm: '35.5' },
  ...more,
});

describe('what a shipment carries: who may', () => {
  it('asks a stranger to sign in, and knows nothing of another’s', async () => {
    const theirs = await shipped('colleague');
    const at = `/shipments/${theirs.id}`;
    expect((await house.anonymous.get(`${at}/cargo/`)).status).toBe(401);
    const me = house.as('merchandiser');
    const answers = [
      await me.get(`${at}/cargo/`),
      await me.put(`${at}/lines/`, { lines: [] }),
      await me.put(`${at}/containers/`, { containers: [] }),
      await me.put(`${at}/packing-list/`, { packages: [] }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });

  it('takes only lines that one sees, and only what goes into its packages', async () => {
    const { id, black, white } = await shipped();
    const other = await shipped('colleague');
    const me = house.as('merchandiser');
    for (const orderLineId of [other.black, NOBODYS]) {
      const body = { lines: [{ orderLineId, quantity: '1', unit: 'kg' }] };
      const refused = await me.put<Refusal>(`/shipments/${id}/lines/`, body);
      expect([refused.status, Object.keys(refused.body.errors)]).toEqual([400, ['lines.0.orderLineId']]);
    }
    await me.put(`/shipments/${id}/lines/`, { lines: [{ orderLineId: black, quantity: '1200', unit: 'kg' }] });
    const unsent = await me.put<Refusal>(`/shipments/${id}/packing-list/`, { packages: [carton(white, '1')] });
    expect([unsent.status, Object.keys(unsent.body.errors)]).toEqual([400, ['packages.0.contents.0.orderLineId']]);
  });
});

describe('what a shipment carries: what is refused', () => {
  it('is a number that does not check, until somebody says why it stands', async () => {
    const order = await house.given.order();
    const me = house.as('merchandiser');
    const body = { orderId: order.id, carrierName: 'Biman', awbNumber: '997-12345676', shippingDate: day(3) };
    const refused = await me.post<Refusal>('/shipments/', body);
    expect([refused.status, refused.body.code, Object.keys(refused.body.errors)]).toEqual([
      422,
      'shipment.doubtful_number',
      ['awbNumber'],
    ]);
    expect(refused.body.suggestions).toContain('997-12345675');
    const made = await me.post('/shipments/', { ...body, numberReason: 'So it stands on the AWB.' });
    expect([made.status, made.body['numberReason']]).toEqual([201, 'So it stands on the AWB.']);
    const at = `/shipments/${made.body['id'] as string}/`;
    expect((await me.patch<Refusal>(at, { numberReason: null })).body.code).toBe('shipment.doubtful_number');
    expect((await me.patch(at, { awbNumber: '997-12345675' })).body).toMatchObject({ numberReason: null });
    const courier = await me.post<Refusal>('/shipments/', {
      ...body,
      ...{ carrierName: 'DHL Express', awbNumber: '3318810024', mode: 'courier' },
    });
    expect(courier.body.suggestions?.[0]).toBe('3318810025');
  });

  it('leaves a number of before alone until it changes', async () => {
    const shipment = await house.given.shipment();
    await house.query(`UPDATE shipments SET awb_number = '176-12345670' WHERE id = $1`, [shipment.id]);
    const me = house.as('merchandiser');
    expect((await me.patch(`/shipments/${shipment.id}/`, { notes: 'Balance.' })).status).toBe(200);
    expect((await me.patch(`/shipments/${shipment.id}/`, { carrierName: 'Emirates' })).status).toBe(422);
  });

  it('is a container that does not check, one that stands twice, and a port that is no UN/LOCODE', async () => {
    const { id } = await shipped();
    const me = house.as('merchandiser');
    const write = (...containers: object[]) => me.put<Refusal>(`/shipments/${id}/containers/`, { containers });
    const wrong = await write({ containerNumber: 'CSQU 305438-4', size: '40HC' });
    expect([wrong.status, Object.keys(wrong.body.errors)]).toEqual([422, ['containers.0.containerNumber']]);
    expect(wrong.body.suggestions).toContain('CSQU3054383');
    const right = { containerNumber: 'CSQU3054383', size: '40HC' };
    const twice = await write(right, { ...right, containerNumber: 'csqu 305438 3' });
    expect([twice.status, Object.keys(twice.body.errors)]).toEqual([400, ['containers.1.containerNumber']]);
    const port = await me.patch<Refusal>(`/shipments/${id}/`, { portOfLoadingCode: 'Dhaka', incoterm: 'FOA' });
    expect([port.status, Object.keys(port.body.errors).sort()]).toEqual([400, ['incoterm', 'portOfLoadingCode']]);
    const plan = await me.patch<Refusal>(`/shipments/${id}/`, { plannedDeparture: day(5), plannedArrival: day(4) });
    expect([plan.status, Object.keys(plan.body.errors)]).toEqual([422, ['plannedArrival']]);
  });

  it('is half a piece, and a row whose figures cannot be', async () => {
    const { id, black, white } = await shipped();
    const me = house.as('merchandiser');
    const half = await me.put<Refusal>(`/shipments/${id}/lines/`, {
      lines: [{ orderLineId: white, quantity: '0.5', unit: 'pieces' }],
    });
    expect([half.status, Object.keys(half.body.errors)]).toEqual([422, ['lines.0.quantity']]);
    await me.put(`/shipments/${id}/lines/`, { lines: [{ orderLineId: black, quantity: '1200', unit: 'kg' }] });
    const pack = async (...packages: object[]) => {
      const { status, body } = await me.put<Refusal>(`/shipments/${id}/packing-list/`, { packages });
      return [status, Object.keys(body.errors)];
    };
    expect(await pack(carton(black, '1', { firstNumber: 11 }))).toEqual([400, ['packages.0.lastNumber']]);
    expect(await pack(carton(black, '1', { grossKg: '100' }))).toEqual([400, ['packages.0.grossKg']]);
    expect(await pack(carton(black, '1', { heightCm: null }))).toEqual([400, ['packages.0.lengthCm']]);
    expect(await pack(carton(black, '1'), carton(black, '1', { firstNumber: 10, lastNumber: 12 }))).toEqual([
      400,
      ['packages.1.firstNumber'],
    ]);
  });

  it('is taking out what is packed', async () => {
    const { id, black } = await shipped();
    const me = house.as('merchandiser');
    await me.put(`/shipments/${id}/lines/`, { lines: [{ orderLineId: black, quantity: '1200', unit: 'kg' }] });
    await me.put(`/shipments/${id}/packing-list/`, { packages: [carton(black, '120')] });
    for (const lines of [[], [{ orderLineId: black, quantity: '1200', unit: 'meters' }]]) {
      const refused = await me.put<Refusal>(`/shipments/${id}/lines/`, { lines });
      expect([refused.status, refused.body.code]).toEqual([422, 'shipment.line_is_packed']);
    }
  });

  it('is a list made from a version that is gone', async () => {
    const { id } = await shipped();
    await house.as('manager').patch(`/shipments/${id}/`, { notes: 'by the manager' });
    const stale = { 'If-Match': '"1"' };
    const me = house.as('merchandiser');
    const answers = [
      await me.put(`/shipments/${id}/lines/`, { lines: [] }, stale),
      await me.put(`/shipments/${id}/containers/`, { containers: [] }, stale),
      await me.put(`/shipments/${id}/packing-list/`, { packages: [] }, stale),
    ];
    expect(answers.map(({ status }) => status)).toEqual([412, 412, 412]);
  });
});

describe('what a shipment carries', () => {
  it('adds up, ties, and tells where it does not', async () => {
    const { id, orderId, black, white } = await shipped();
    const me = house.as('merchandiser');
    const lines = [
      { orderLineId: black, quantity: '1200', unit: 'kg', description: '100% COTTON SINGLE JERSEY, BLACK' },
      { orderLineId: white, quantity: '500', unit: 'pieces', unitPrice: '2.5' },
    ];
    const sent = await me.put<Cargo>(`/shipments/${id}/lines/`, { lines });
    expect([sent.status, sent.headers['etag']]).toEqual([200, '"2"']);
    expect(sent.body).toMatchObject({
      lines: [
        { label: 'MT-1 · Black', unitPrice: null, price: '6.15', amount: '7380.00', packed: '0', elsewhere: '0' },
        { label: 'MT-1 · White', unitPrice: '2.50', price: '2.50', amount: '1250.00' },
      ],
      quantities: [
        { quantity: '1200', unit: 'kg' },
        { quantity: '500', unit: 'pieces' },
      ],
      amounts: [{ amount: '8630.00', currency: 'USD' }],
      ...{ unpriced: 0, differences: [], chargeable: null, fill: null, remarks: [], rowVersion: 2 },
    });
    const packages = [
      carton(black, '120'),
      carton(white, '99', { firstNumber: 11, lastNumber: 15, netKg: '20', grossKg: '22' }),
    ];
    const packed = await me.put<Cargo>(`/shipments/${id}/packing-list/`, { packages });
    expect(packed.body).toMatchObject({
      packages,
      packing: {
        ...{ packages: [{ kind: 'carton', count: 15 }], netKg: '1200', grossKg: '1310', volumeM3: '1.278' },
        ...{ unweighed: 0, unmeasured: 0 },
      },
      differences: [{ orderLineId: white, sentence: 'MT-1 · White: 500 pcs go, 495 pcs are packed: 5 pcs less.' }],
      chargeable: { quantity: '1310', unit: 'kg', basis: expect.stringContaining('÷ 6000 = 213 kg') as string },
    });
    const boxed = await me.put<Cargo>(`/shipments/${id}/containers/`, {
      containers: [
        { containerNumber: 'csqu 305438-3', size: '20', sealNumber: 'ML-4471203' },
        { containerNumber: 'SHIPPERS 01', size: '20', numberReason: 'A box of the shipper’s own.' },
      ],
    });
    expect(boxed.body).toMatchObject({
      containers: [
        { containerNumber: 'CSQU3054383', checks: true, sealNumber: 'ML-4471203', numberReason: null },
        { containerNumber: 'SHIPPERS01', checks: false, numberReason: 'A box of the shipper’s own.' },
      ],
      fill: { volumePercent: '1.9', weightPercent: '2.3', basis: expect.stringContaining('inner 33 m³') as string },
    });
    expect((await me.get<Cargo>(`/shipments/${id}/cargo/`)).body).toEqual(boxed.body);
    await me.patch(`/shipments/${id}/`, { incoterm: 'FOB', incotermPlace: 'Chattogram', mode: 'sea', load: 'lcl' });
    const { body } = await me.get<Cargo>(`/shipments/${id}/cargo/`);
    expect(body).toMatchObject({
      remarks: [expect.stringContaining('FCA rather than FOB')],
      chargeable: { quantity: '1.31', unit: 'revenue_tons' },
    });
    const events = (await house.eventsOf(id)).slice(1, 4);
    expect(events).toMatchObject([
      { name: 'shipment.lines_changed', order_id: orderId, data: { before: { lines: [] } } },
      { name: 'shipment.packing_changed', data: { before: { packages: [] } } },
      {
        name: 'shipment.containers_changed',
        data: { after: { containers: [{ containerNumber: 'CSQU3054383' }, {}] } },
      },
    ]);
  });

  it('tells of each container what is in it, also when its number is put right', async () => {
    const { id, black } = await shipped();
    const me = house.as('merchandiser');
    await me.put(`/shipments/${id}/lines/`, { lines: [{ orderLineId: black, quantity: '1200', unit: 'kg' }] });
    const box = (containerNumber: string) => ({ containerNumber, size: '20' });
    const write = <T>(...containers: object[]) => me.put<T>(`/shipments/${id}/containers/`, { containers });
    await write(box('CSQU3054383'), box('CBHU3202732'));
    const pack = <T>(containerNumber: string) =>
      me.put<T>(`/shipments/${id}/packing-list/`, {
        packages: [
          carton(black, '100', { containerNumber: 'csqu 305438-3' }),
          carton(black, '100', { firstNumber: 11, lastNumber: 12, containerNumber }),
        ],
      });
    const elsewhere = await pack<Refusal>('MSKU9070323');
    expect([elsewhere.status, Object.keys(elsewhere.body.errors)]).toEqual([400, ['packages.1.containerNumber']]);
    expect((await pack('CBHU3202732')).body).toMatchObject({
      packages: [{ containerNumber: 'CSQU3054383' }, { containerNumber: 'CBHU3202732' }],
      containers: [
        {
          ...{ packages: [{ kind: 'carton', count: 10 }], grossKg: '1200', volumeM3: '0.852' },
          ...{ volumePercent: '2.6', weightPercent: '4.3' },
        },
        { packages: [{ kind: 'carton', count: 2 }], grossKg: '240' },
      ],
      differences: [],
    });
    const without = await write<Refusal>(box('CSQU3054383'));
    expect([without.status, without.body.code]).toEqual([422, 'shipment.container_is_packed']);
    const corrected = await write<Cargo>(box('CSQU3054383'), box('MSKU9070323'));
    expect(corrected.body).toMatchObject({
      packages: [{ containerNumber: 'CSQU3054383' }, { containerNumber: 'MSKU9070323' }],
    });
    const turned = await write<Cargo>(box('MSKU9070323'), box('CSQU3054383'));
    expect(turned.body).toMatchObject({
      containers: [{ grossKg: '240' }, { grossKg: '1200' }],
      packages: [{ containerNumber: 'CSQU3054383' }, { containerNumber: 'MSKU9070323' }],
    });
  });

  it('sees what went with another shipment, but not what came back', async () => {
    const { id, orderId, black } = await shipped();
    const me = house.as('merchandiser');
    const write = (shipmentId: string, quantity: string) =>
      me.put<Cargo>(`/shipments/${shipmentId}/lines/`, { lines: [{ orderLineId: black, quantity, unit: 'kg' }] });
    const first = await house.given.shipment({ orderId });
    await write(first.id, '700');
    expect((await write(id, '500')).body.lines[0]).toMatchObject({ elsewhere: '700', ordered: { quantity: '1200' } });
    await me.post(`/shipments/${first.id}/departure/`);
    await me.post(`/shipments/${first.id}/return/`, { reason: 'Papers refused.' });
    expect((await me.get<Cargo>(`/shipments/${id}/cargo/`)).body.lines[0]).toMatchObject({ elsewhere: '0' });
  });

  it('keeps its version and says nothing where nothing changes, and is taken back', async () => {
    const { id, black } = await shipped();
    const me = house.as('merchandiser');
    const lines = [{ orderLineId: black, quantity: '1200', unit: 'kg' }];
    const changed = await me.put<Cargo>(`/shipments/${id}/lines/`, { lines });
    const again = await me.put<Cargo>(`/shipments/${id}/lines/`, { lines: [{ ...lines[0], quantity: '1200.000' }] });
    expect([changed.body['rowVersion'], again.body['rowVersion']]).toEqual([2, 2]);
    const [, event] = await house.eventsOf(id);
    const undone = await me.post(`/activity/${event?.id}/undo/`);
    expect(undone.status).toBe(200);
    expect((await me.get<Cargo>(`/shipments/${id}/cargo/`)).body.lines).toEqual([]);
  });

  it('keeps the days that were promised beside those that came', async () => {
    const shipment = await house.given.shipment({ shippingDate: day(-4), estimatedArrival: day(8) });
    const me = house.as('merchandiser');
    const left = await me.post(`/shipments/${shipment.id}/departure/`, {
      shippingDate: day(-2),
      estimatedArrival: day(9),
    });
    expect(left.body).toMatchObject({
      ...{ plannedDeparture: day(-4), plannedArrival: day(8) },
      ...{ departedOn: day(-2), estimatedArrival: day(9) },
    });
  });

  it('asks the database no more for more rows', async () => {
    const { id, black, white } = await shipped();
    const me = house.as('merchandiser');
    const count = async (work: () => Promise<unknown>) => (await statementsDuring(work)).statements.length;
    const empty = await count(() => me.get(`/shipments/${id}/cargo/`));
    const lines = [black, white].map((orderLineId) => ({ orderLineId, quantity: '100', unit: 'pieces' }));
    await me.put(`/shipments/${id}/lines/`, { lines });
    const packages = Array.from({ length: 200 }, (_, at) =>
      carton(at % 2 ? black : white, '1', { firstNumber: at + 1, lastNumber: at + 1 }),
    );
    await me.put(`/shipments/${id}/packing-list/`, { packages });
    expect([empty, await count(() => me.get(`/shipments/${id}/cargo/`))]).toEqual([5, 5]);
  });
});
