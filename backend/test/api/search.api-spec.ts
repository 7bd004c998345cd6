import { House } from '../support/house';
import type { GivenOrder } from '../support/given';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

interface Marked {
  text: string;
  marks: { from: number; to: number }[];
}
interface Hit {
  id: string;
  orderId: string;
  orderNumber: string;
  title: Marked;
  detail: Marked;
  match: string;
}
interface Answer {
  groups: { kind: string; hits: Hit[] }[];
}

type Person = Parameters<House['as']>[0];
const ask = (q: string, by: Person = 'merchandiser', more = '') =>
  house.as(by).get<Answer>(`/search/?q=${encodeURIComponent(q)}${more}`);
const groups = async (q: string, by?: Person) => (await ask(q, by)).body.groups;
/** `order: PO-1182` and so on, in the order of the answer. */
const found = async (q: string, by?: Person) =>
  (await groups(q, by)).flatMap(({ kind, hits }) => hits.map(({ title }) => `${kind}: ${title.text}`));
const marked = ({ text, marks }: Marked) => marks.map(({ from, to }) => text.slice(from, to));

const styles = (styleNumber: string, ...colours: string[]) => [
  { styleNumber, lines: colours.map((colorName) => ({ colorName, quantity: '100', unit: 'kg' })) },
];

describe('search', () => {
  let order: GivenOrder;
  beforeAll(async () => {
    order = await house.given.order({
      orderNumber: 'PO-70-1182',
      customerName: 'Crème de Mode',
      buyerName: 'Forza Uomo',
      fabricType: 'Interlock',
      styles: styles('TUB-55', 'Saffron', 'Cobalt'),
    });
    await house.given.order({ orderNumber: 'PO-70-11829', customerName: 'Nordhaus', styles: styles('N-1', 'Olive') });
    await house.given.order(
      { orderNumber: 'PO-99-5555', customerName: 'Nordhaus', styles: styles('N-2', 'Magenta') },
      'colleague',
    );
  });

  it('is for who is signed in', async () => expect((await house.anonymous.get('/search/?q=x')).status).toBe(401));

  it.each([
    ['/search/', 'q'],
    ['/search/?q=', 'q'],
    [`/search/?q=${'x'.repeat(201)}`, 'q'],
    ['/search/?q=x&limit=21', 'limit'],
    ['/search/?q=x&limit=many', 'limit'],
    ['/search/?q=x&kinds=order', 'kinds'],
  ])('%s is asked wrongly', async (path, field) => {
    const { status, body } = await house.as('merchandiser').get<{ errors: Record<string, string[]> }>(path);
    expect(status).toBe(400);
    expect(Object.keys(body.errors)).toContain(field);
  });

  it('finds nothing for punctuation alone', async () => expect(await groups('– "" %_')).toEqual([]));

  describe('an order', () => {
    it.each([
      ['PO-70-1182', 'exact'],
      ['po 70 1182', 'exact'],
      ['70-1182', 'word'],
      ['creme mode', 'word'],
      ['Interlock', 'word'],
      ['forz', 'start'],
      ['PO-70-118', 'start'],
    ])('is found by %s, as %s', async (q, match) => {
      const [first] = await groups(q);
      expect(first?.kind).toBe('order');
      expect(first?.hits.find(({ id }) => id === order.id)).toMatchObject({ orderId: order.id, match });
    });

    it('comes before one whose number only begins so', async () =>
      expect((await found('PO-70-1182')).slice(0, 2)).toEqual(['order: PO-70-1182', 'order: PO-70-11829']));

    it.each([
      ['PO-70-1128', 'digits swapped'],
      ['PO-70-11182', 'a digit too many'],
      ['PO-70-182', 'a digit left out'],
      ['PO-70-ll82', 'letters for digits', false],
      ['fozra uomo', 'letters swapped'],
      ['Intalock', 'two slips in a word'],
    ] as [string, string, boolean?][])('is found by %s: %s', async (q, _slip, finds = true) => {
      const hits = (await groups(q)).flatMap((group) => (group.kind === 'order' ? group.hits : []));
      expect(hits.some(({ id, match }) => id === order.id && match === 'near')).toBe(finds);
    });

    it('is found by the last digits of its number', async () =>
      expect(await found('1829')).toEqual(['order: PO-70-11829']));

    it('says where it holds what was asked', async () => {
      const hit = (await groups('70-1182 forza'))[0]?.hits[0];
      expect(hit && [marked(hit.title), marked(hit.detail)]).toEqual([['70', '1182'], ['Forza']]);
      const near = (await groups('PO-70-1128'))[0]?.hits[0];
      expect(near && marked(near.title)).toEqual(['PO-70-1182']);
    });
  });

  it('finds styles, and lines by colour, also together with what they lie under', async () => {
    expect((await found('TUB-55'))[0]).toBe('style: TUB-55');
    expect(await found('saffron')).toEqual(['line: Saffron']);
    expect(await found('forza saffron')).toEqual(['line: Saffron']);
    expect(await found('nordhaus saffron')).toEqual([]);
  });

  it('finds samples by AWB, courier and what was said of them', async () => {
    const line = order.lines[1]!;
    const sample = await house.given.sample({ orderId: order.id, orderLineId: line.id });
    const parcel = { submissionDate: '2026-11-02', courierName: 'Swiftparcel', awbNumber: '020-4455 6677' };
    const me = house.as('merchandiser');
    await me.post(`/samples/${sample.id}/submission/`, parcel);
    expect(await found('020-44556677')).toEqual(['sample: Lab dip R1 · Cobalt']);
    expect(await found('swiftparcel')).toEqual(['sample: Lab dip R1 · Cobalt']);
    await me.post(`/samples/${sample.id}/rejection/`, { reason: 'Too reddish under TL84', decidedOn: '2026-11-05' });
    expect(await found('reddish')).toEqual(['sample: Lab dip R1 · Cobalt']);
  });

  it('finds samples by what is written on their swatches and about their parcel, as long as it is there', async () => {
    const line = order.lines[0]!;
    const me = house.as('merchandiser');
    const sample = await house.given.sample({ orderId: order.id, orderLineId: line.id, type: 'strike_off' });
    const option = `/samples/${sample.id}/options/A/`;
    await me.post(`/samples/${sample.id}/options/`, { label: 'A', notes: 'Cyclamen recipe, lot 12' });
    const here = ['sample: Strike-off R1 · Saffron'];
    expect(await found('cyclamen')).toEqual(here);
    expect(await found('saffron recipes')).toEqual(here);
    await me.patch(option, { notes: 'Heliotrope recipe' });
    expect([await found('cyclamen'), await found('heliotrope')]).toEqual([[], here]);
    await me.post('/parcels/', {
      courierName: 'Fleetfoot',
      awbNumber: '8311-2246',
      sentOn: '2026-11-03',
      notes: 'Pantone chips inside',
      sampleIds: [sample.id],
    });
    for (const q of ['83112246', 'fleetfoot', 'pantone chip']) expect(await found(q)).toEqual(here);
    await me.delete(option);
    expect(await found('heliotrope')).toEqual([]);
  });

  it('finds a word in its other forms', async () => {
    await house.given.order({ orderNumber: 'FORM-1', styles: styles('FX', 'Peached dip', 'Twin swatch') });
    expect(await found('swatches')).toEqual(['line: Twin swatch']);
    expect(await found('form1 peaching dips')).toEqual(['line: Peached dip']);
    const [hit] = (await groups('swatches'))[0]!.hits;
    expect([hit && marked(hit.title), hit?.match]).toEqual([['swatch'], 'word']);
  });

  it('finds PIs, LCs and shipments by their numbers', async () => {
    const me = house.as('merchandiser');
    const pi = await me.post<{ piNumber: string }>('/financials/proforma-invoices/', {
      orderId: order.id,
      amount: '100.00',
      currency: 'USD',
    });
    await me.post('/financials/letters-of-credit/', {
      orderId: order.id,
      lcNumber: 'DC/7741-88',
      amount: '100.00',
      currency: 'USD',
      issueDate: '2026-11-01',
      expiryDate: '2027-02-01',
      issuingBank: 'Northbridge Bank',
    });
    await me.post('/shipments/', {
      orderId: order.id,
      carrierName: 'Qatar Airways Cargo',
      awbNumber: '157-12345675',
      shippingDate: '2027-01-05',
    });
    expect(await found(pi.body.piNumber)).toEqual([`proforma_invoice: ${pi.body.piNumber}`]);
    expect(await found('dc774188')).toEqual(['letter_of_credit: DC/7741-88']);
    expect(await found('northbridge')).toEqual(['letter_of_credit: DC/7741-88']);
    expect(await found('157-12345675')).toEqual(['shipment: 157-12345675']);
    expect(await found('157-12345657')).toEqual(['shipment: 157-12345675']);
    expect(await found('qatar')).toEqual(['shipment: 157-12345675']);
  });

  it('finds comments by what they say', async () => {
    await house.as('merchandiser').post('/comments/', { orderId: order.id, body: 'The buyer wants it brushed, once.' });
    expect(await found('brushed')).toEqual(['comment: The buyer wants it brushed, once.']);
    expect(await found('forza brushed')).toEqual(['comment: The buyer wants it brushed, once.']);
  });

  it('finds files by their names, the newest version only', async () => {
    const me = house.as('merchandiser');
    const pdf = (text: string) => Buffer.from(`%PDF-1.4 ${text}`);
    const sent = await me.uploadAll<{ results: { document: { id: string } }[] }>(`/orders/${order.id}/documents/`, [
      ['Care_label-draft.pdf', pdf('one')],
    ]);
    expect(await found('care label')).toEqual(['document: Care_label-draft.pdf']);
    await me.uploadAll(`/documents/${sent.body.results[0]!.document.id}/versions/`, [
      ['Care_label-final.pdf', pdf('two')],
    ]);
    expect(await found('carelabel')).toEqual(['document: Care_label-final.pdf']);
    expect(await found('care_label-final.pdf')).toEqual(['document: Care_label-final.pdf']);
  });

  it("shows nobody a colleague's, not even what is close to it", async () => {
    for (const q of ['PO-99-5555', 'PO-99-5565', 'magenta', 'magneta', 'nordhaus magenta']) {
      expect(await found(q)).toEqual([]);
      expect(await found(q, 'colleague')).not.toEqual([]);
      expect(await found(q, 'manager')).not.toEqual([]);
    }
  });

  it('follows what is changed, handed over, put in the trash', async () => {
    const me = house.as('merchandiser');
    const mine = await house.given.order({ orderNumber: 'HAND-1', styles: styles('HX', 'Vermilion') });
    await me.patch(`/orders/${mine.id}/`, { customerName: 'Zephyrine' });
    expect(await found('zephyrine')).toEqual(['order: HAND-1']);
    expect(await found('zephyrine vermilion')).toEqual(['line: Vermilion']);
    await me.patch(`/order-lines/${mine.lines[0]!.id}/`, { colorName: 'Cerulean' });
    expect(await found('vermilion')).toEqual([]);
    expect(await found('cerulean')).toEqual(['line: Cerulean']);

    await me.post(`/orders/${mine.id}/assignment/`, { merchandiserId: house.ids.colleague });
    expect(await found('cerulean')).toEqual([]);
    expect(await found('cerulean', 'colleague')).toEqual(['line: Cerulean']);

    expect((await house.as('admin').delete(`/orders/${mine.id}/`)).status).toBe(204);
    expect(await found('cerulean', 'manager')).toEqual([]);
    expect(await found('HAND-1', 'manager')).toEqual([]);
  });

  it('keeps to so many of each kind', async () => {
    await house.given.order({ orderNumber: 'MANY-1', styles: styles('MX', 'Ochre', 'Ochre light', 'Ochre dark') });
    const { body } = await ask('ochre', 'merchandiser', '&limit=2');
    expect(body.groups).toMatchObject([{ kind: 'line', hits: [{ title: { text: 'Ochre' } }, {}] }]);
    expect(body.groups[0]?.hits).toHaveLength(2);
  });

  it('is one statement, two when it looks for what was meant', async () => {
    expect((await statementsDuring(() => ask('PO-70-1182'))).statements).toHaveLength(1);
    expect((await statementsDuring(() => ask('PO-70-1128'))).statements).toHaveLength(2);
  });
});
