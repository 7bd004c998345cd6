import { InvalidInput } from '../../../platform/errors/domain-error';
import { OrderLine } from '../../orders/line/line.entity';
import { OrderStyle } from '../../orders/style/style.entity';
import { contentOf, differencesBetween, marginOf } from './differences';
import { invoiceLines, type LineSources, type WrittenLine } from './invoice-lines';
import { ProformaInvoice } from './proforma-invoice.entity';

const style = Object.assign(new OrderStyle(), {
  ...{ styleNumber: 'MT-1', fabricType: 'Single jersey', fabricComposition: '100% cotton', construction: '30/1' },
  ...{ gsm: '160.00', finishingWidth: '72 in', cuttableWidth: '70 in' },
});
const orderLine = (id: string, given: Partial<OrderLine> = {}): OrderLine =>
  Object.assign(new OrderLine(), {
    ...{ id, style, colorName: 'White', colorCode: null, cadName: null, cadCode: null, part: 1 },
    ...{
      quantity: '1000.000',
      unit: 'kg',
      provaPrice: '4.2575',
      millPrice: '3.9000',
      commission: null,
      currency: 'USD',
    },
    ...given,
  });

const sources = (...lines: OrderLine[]): LineSources => ({
  orderLines: new Map(lines.map((line) => [line.id, line])),
  offers: new Map([['a', 'offer']]),
  standing: new Map(),
});

const refusedOn = (written: WrittenLine[], given: LineSources, currency?: string): string[] => {
  try {
    invoiceLines(written, given, currency);
    return [];
  } catch (error) {
    if (error instanceof InvalidInput) return Object.keys(error.errors);
    throw error;
  }
};

describe('the lines of a PI', () => {
  it('are carried over from the order, each rounded once, and add up', () => {
    const given = sources(orderLine('a', { quantity: '0.333' }), orderLine('b', { quantity: '0.333', part: 2 }));
    const { lines, total } = invoiceLines([{ orderLineId: 'a' }, { orderLineId: 'b' }], given);
    expect(total).toEqual({ amount: '2.84', currency: 'USD' }); // 1.42 twice; 2.835… unrounded
    expect(lines[0]).toMatchObject({
      ...{ position: 1, style: 'MT-1', colour: 'White', composition: '100% cotton', width: '72 in', price: '4.2575' },
      ...{ orderLineId: 'a', millOfferId: 'offer', millPrice: '3.9000', amount: '1.42', unit: 'kg' },
    });
    expect(lines[1]).toMatchObject({ position: 2, colour: 'White · part 2', millOfferId: null });
  });

  it('keep what stood on the PI, and take what is typed over it', () => {
    const given = sources(orderLine('a'));
    const [standing] = invoiceLines([{ orderLineId: 'a', price: '4.2', hsCode: '60062200' }], given).lines;
    const order = { ...given, orderLines: new Map([['a', orderLine('a', { provaPrice: '9.0000' })]]) };
    const again = invoiceLines([{ orderLineId: 'a', quantity: '10' }], {
      ...order,
      standing: new Map([['a', standing!]]),
    });
    expect(again.lines[0]).toMatchObject({ price: '4.2', hsCode: '60062200', quantity: '10', amount: '42' });
  });

  it('are refused at the field that is wrong', () => {
    const eur = orderLine('e', { currency: 'EUR' });
    const bare = orderLine('n', { quantity: null, provaPrice: null });
    const pieces = orderLine('p', { unit: 'pieces' });
    const given = sources(orderLine('a'), eur, bare, pieces);
    expect(refusedOn([{ orderLineId: 'x' }], given)).toEqual(['lines.0.orderLineId']);
    expect(refusedOn([{ orderLineId: 'a' }, { orderLineId: 'a' }], given)).toEqual(['lines.1.orderLineId']);
    expect(refusedOn([{ orderLineId: 'a' }, { orderLineId: 'e' }], given)).toEqual(['lines.1.orderLineId']);
    expect(refusedOn([{ orderLineId: 'a' }], given, 'EUR')).toEqual(['lines.0.orderLineId']);
    expect(refusedOn([{ orderLineId: 'n' }], given)).toEqual(['lines.0.quantity']);
    expect(refusedOn([{ orderLineId: 'n', quantity: '5' }], given)).toEqual(['lines.0.price']);
    expect(refusedOn([{ orderLineId: 'p', quantity: '0.5' }], given)).toEqual(['lines.0.quantity']);
  });

  it('leave a margin, and none where a mill price is missing', () => {
    const { lines, total } = invoiceLines([{ orderLineId: 'a' }], sources(orderLine('a')));
    expect(marginOf(lines, total.amount)).toBe('8.4'); // (4,257.50 − 3,900) / 4,257.50
    expect(marginOf([Object.assign(lines[0]!, { millPrice: null })], total.amount)).toBeNull();
    expect(marginOf([], '5')).toBeNull();
  });
});

describe('what differs between two PIs', () => {
  const invoiceWith = (written: WrittenLine[], given: Partial<ProformaInvoice> = {}): ProformaInvoice => {
    const all = sources(orderLine('a'), orderLine('b', { colorName: 'Black' }), orderLine('c', { colorName: 'Sand' }));
    const { lines, total } = invoiceLines(written, all);
    return Object.assign(new ProformaInvoice(), { ...total, issueDate: '2026-11-21', lines, ...given });
  };

  it('is told by field, and line by line', () => {
    const before = invoiceWith([{ orderLineId: 'a' }, { orderLineId: 'b' }], {
      transhipment: true,
      tolerancePercent: '3.00',
    });
    const after = invoiceWith([{ orderLineId: 'a', price: '4.2' }, { orderLineId: 'c' }], {
      ...{ transhipment: false, tolerancePercent: '3' },
    });
    expect(differencesBetween(contentOf(before), contentOf(after))).toMatchObject([
      { line: null, field: 'amount', before: '8515.00', after: '8457.50' },
      { line: null, field: 'transhipment', before: 'allowed', after: 'not allowed' },
      { line: 'MT-1 · White', field: 'price', before: '4.2575', after: '4.20' },
      { line: 'MT-1 · White', field: 'amount', before: '4257.50', after: '4200.00' },
      { line: 'MT-1 · Sand', field: 'line', before: null, after: '1,000 kg at 4.2575' },
      { line: 'MT-1 · Black', field: 'line', before: '1,000 kg at 4.2575', after: null },
    ]);
    expect(differencesBetween(contentOf(before), contentOf(before))).toEqual([]);
  });
});
