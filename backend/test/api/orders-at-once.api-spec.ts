import { House } from '../support/house';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

interface Row {
  rowVersion: number;
  [field: string]: unknown;
}

/** Changes a field as the screens do: from what was read, and again on top of the others' while they changed other fields. */
async function saveOver(path: string, read: Row, body: object): Promise<number> {
  const me = house.as('merchandiser');
  for (let { rowVersion } = read, tries = 1; ; tries += 1) {
    const answer = await me.patch<Row & { currentVersion: number }>(path, body, { 'If-Match': `"${rowVersion}"` });
    if (answer.status !== 412) return tries;
    rowVersion = answer.body.currentVersion;
  }
}

/** Twenty fields of a line, each with a new value; not the name of its CAD, which may lay its gates anew and so counts twice. */
const lineFields = {
  colorCode: 'C-1',
  cadCode: 'CAD-1',
  yarnRequired: '9550',
  quantity: '100',
  millName: 'Square',
  millPrice: '1.01',
  provaPrice: '1.02',
  commission: '0.03',
  etd: '2027-03-01',
  eta: '2027-04-01',
  submissionDate: '2026-11-01',
  approvalDate: '2026-11-02',
  notes: 'Written at once.',
  swatchReceivedDate: '2026-11-03',
  swatchSentDate: '2026-11-04',
  finishedFabricQuantity: '4737',
  processLossPercent: '12',
  mixedFabricType: 'Elastane',
  mixedFabricPercent: '4',
  sewingLine: 'A',
};

/** The same of an order; ETD and ETA would need each other here, so other fields stand for them. */
const orderFields = {
  orderNumber: 'AT-ONCE',
  customerName: 'Forza',
  buyerName: 'Forza Milano',
  season: 'AW27',
  baseStyleNumber: 'B',
  styleNumber: 'S',
  cad: 'Solid',
  fabricType: 'Pique',
  fabricSpecifications: 'Soft',
  fabricComposition: '100% cotton',
  gsm: '210',
  finishType: 'Enzyme',
  construction: '26/1',
  millName: 'Square',
  millPrice: '2.01',
  provaPrice: '2.02',
  orderDate: '2026-11-01',
  expectedDeliveryDate: '2027-03-01',
  mixedFabricType: 'Elastane',
  notes: 'Written at once.',
};

describe('two people at one order', () => {
  it.each([
    ['line', lineFields],
    ['order', orderFields],
  ] as const)(
    'keep each other’s changes of different fields: twenty at once of one %s (fault 24)',
    async (what, fields) => {
      const order = await house.given.order();
      const path = what === 'line' ? `/order-lines/${order.lines[0]!.id}/` : `/orders/${order.id}/`;
      const me = house.as('merchandiser');
      const read = (await me.get<Row>(path)).body;
      const entries = Object.entries(fields);
      expect(entries).toHaveLength(20);
      const tries = await Promise.all(entries.map(([field, value]) => saveOver(path, read, { [field]: value })));
      expect(Math.max(...tries)).toBeGreaterThan(1); // they did meet
      const { body } = await me.get<Row>(path);
      expect(body).toMatchObject(fields);
      expect(body.rowVersion).toBe(read.rowVersion + 20);
    },
  );

  it('keep them without If-Match as well', async () => {
    const order = await house.given.order();
    const path = `/order-lines/${order.lines[0]!.id}/`;
    const me = house.as('merchandiser');
    const changes = Object.entries(lineFields).map(([field, value]) => me.patch(path, { [field]: value }));
    expect((await Promise.all(changes)).map(({ status }) => status)).toEqual(changes.map(() => 200));
    expect((await me.get(path)).body).toMatchObject(lineFields);
  });

  it('learn of each other’s change of the same field: one is saved, all others are told what it says now', async () => {
    const order = await house.given.order();
    const path = `/order-lines/${order.lines[0]!.id}/`;
    const me = house.as('merchandiser');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        me.patch<{ changes: { actorId: string; data: { after: object } }[] }>(
          path,
          { quantity: String(100 + at) },
          { 'If-Match': '"1"' },
        ),
      ),
    );
    const saved = answers.filter(({ status }) => status === 200);
    const late = answers.filter(({ status }) => status === 412);
    expect([saved.length, late.length]).toEqual([1, 19]);
    const { quantity } = (await me.get<{ quantity: string }>(path)).body;
    for (const { body } of late)
      expect(body.changes).toMatchObject([{ actorId: house.ids.merchandiser, data: { after: { quantity } } }]);
  });

  it('move the sum of the order by every line, however many change at once (fault 24)', async () => {
    const order = await house.given.order({
      styles: [
        {
          styleNumber: 'MT',
          lines: Array.from({ length: 10 }, (_, at) => ({ colorName: `Colour ${at}`, quantity: '1', unit: 'pieces' })),
        },
      ],
    });
    const me = house.as('merchandiser');
    await Promise.all(order.lines.map(({ id }, at) => me.patch(`/order-lines/${id}/`, { quantity: String(100 + at) })));
    expect((await me.get(`/orders/${order.id}/`)).body).toMatchObject({ quantity: '1045', unit: 'pieces' });
  });
});
