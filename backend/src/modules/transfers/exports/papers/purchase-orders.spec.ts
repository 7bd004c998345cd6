import { Order } from '../../../orders/order/order.entity';
import { OrderLine } from '../../../orders/line/line.entity';
import { OrderStyle } from '../../../orders/style/style.entity';
import { paperOf } from './purchase-orders';

const house = { house: 'Prova', printed: '22 Nov 2026, 07:10 (Asia/Dhaka) by Rina' };

function anOrder(overrides: Partial<Order> = {}): Order {
  return Object.assign(new Order(), {
    ...{ orderNumber: 'PO-1182', customerName: 'ANABIA', buyerName: 'ANABIA', fabricType: 'Single jersey' },
    ...{ currency: 'USD', orderType: 'local', revisionCount: 0, quantity: null, unit: null, notes: null },
    ...overrides,
  });
}

function aLine(overrides: Partial<OrderLine> = {}): OrderLine {
  const style = Object.assign(new OrderStyle(), {
    styleNumber: 'MT-1',
    gsm: '160.00',
    fabricComposition: '100% cotton',
  });
  return Object.assign(new OrderLine(), {
    ...{ style, colorName: 'White', quantity: '44640.000', unit: 'pieces', provaPrice: '2.4575', millPrice: '2.1000' },
    ...{ currency: 'USD', etd: '2027-01-05', status: 'upcoming', approvalStatus: {} },
    ...overrides,
  });
}

describe('the paper of a purchase order', () => {
  it('tells each line at our price, and adds up per unit and per currency', () => {
    const kg = aLine({ colorName: 'Sand', quantity: '1200.500', unit: 'kg', currency: 'EUR', provaPrice: '6.1000' });
    const paper = paperOf({ order: anOrder(), lines: [aLine(), kg] }, house);
    expect(paper.lines).toEqual([
      {
        title: 'MT-1 · White',
        detail: '100% cotton · 160 g/m²',
        etd: '5 Jan 2027',
        quantity: '44,640 pcs',
        price: '2.4575 / pc',
        amount: 'USD 109,702.80',
      },
      expect.objectContaining({ quantity: '1,200.5 kg', price: '6.10 / kg', amount: 'EUR 7,323.05' }),
    ]);
    expect(paper.totals).toEqual([
      { label: 'Total', quantity: '1,200.5 kg', amount: 'EUR 7,323.05' },
      { label: '', quantity: '44,640 pcs', amount: 'USD 109,702.80' },
    ]);
    expect(paper.remarks).toEqual([]);
  });

  it('never shows what the mill asks, also where our price is missing', () => {
    const paper = paperOf({ order: anOrder(), lines: [aLine({ provaPrice: null, millPrice: '1.2345' })] }, house);
    expect(paper.lines[0]).toMatchObject({ price: '–', amount: '–' });
    expect(JSON.stringify(paper)).not.toContain('1.23');
    expect(paper.remarks).toEqual(['The price of one line is not agreed yet; the total leaves it out.']);
  });

  it('has the order’s own figures where it has no lines', () => {
    const order = anOrder({
      quantity: '500.000',
      unit: 'kg',
      provaPrice: '6.0000',
      styleNumber: 'FL-7',
      revisionCount: 2,
    });
    const paper = paperOf({ order, lines: [] }, house);
    expect(paper.lines).toEqual([
      expect.objectContaining({ title: 'FL-7', quantity: '500 kg', amount: 'USD 3,000.00' }),
    ]);
    expect(paper.foot).toBe('PO-1182 · revision 2 · printed 22 Nov 2026, 07:10 (Asia/Dhaka) by Rina');
  });
});
