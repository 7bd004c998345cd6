import { OrderLine } from '../line/line.entity';
import { Order } from '../order/order.entity';
import { OrderStyle } from '../style/style.entity';
import { copyOfOrder, copyOfStyle } from './copies';

const style = Object.assign(new OrderStyle(), {
  id: 'style',
  sequenceNumber: 1,
  styleNumber: 'MT-2291',
  gsm: '160.00',
  notes: 'Sent twice.',
  submissionDate: '2026-10-01',
});
const line = (fields: Partial<OrderLine>) =>
  Object.assign(new OrderLine(), { style, styleId: 'style', unit: 'pieces', currency: 'USD', ...fields });
const white = line({
  colorName: 'White',
  quantity: '44640.000',
  provaPrice: '2.4500',
  etd: '2027-01-05',
  eta: '2027-01-25',
  status: 'bulk',
  approvalStatus: { labDip: 'approved' },
  approvalDate: '2026-10-09',
  swatchSentDate: '2026-10-02',
  notes: 'Ship first.',
});
const black = line({ colorName: 'Black', quantity: '20040.000', etd: '2027-01-09', eta: null });
const order = Object.assign(new Order(), {
  orderNumber: 'PO-1182',
  customerName: 'ANABIA',
  fabricType: 'Single jersey',
  currency: 'USD',
  orderType: 'local',
  season: 'SS27',
  earliestEtd: '2027-01-05',
  etd: null,
  status: 'bulk',
  currentStage: 'Production',
  notes: 'Late.',
});

describe('a copy', () => {
  it('keeps what is wanted and nothing that happened', () => {
    const copied = copyOfStyle(style, [white, black]);
    expect(copied).toMatchObject({ styleNumber: 'MT-2291', gsm: '160.00' });
    expect(copied.lines).toMatchObject([
      { colorName: 'White', quantity: '44640.000', provaPrice: '2.4500', etd: '2027-01-05', eta: '2027-01-25' },
      { colorName: 'Black', quantity: '20040.000', etd: '2027-01-09' },
    ]);
    const left = ['id', 'status', 'approvalStatus', 'approvalDate', 'submissionDate', 'swatchSentDate', 'notes'];
    for (const each of [copied, ...copied.lines]) for (const field of left) expect(each).not.toHaveProperty(field);
  });

  it('of an order moves every day with the first ETD', () => {
    const copied = copyOfOrder(order, [white, black], {
      orderNumber: 'PO-1399',
      etd: '2027-03-06',
      orderedOn: '2026-11-21',
    });
    expect(copied).toMatchObject({
      orderNumber: 'PO-1399',
      customerName: 'ANABIA',
      season: 'SS27',
      orderType: 'local',
      orderDate: '2026-11-21',
    });
    expect(copied.styles?.[0]?.lines.map(({ etd, eta }) => [etd, eta])).toEqual([
      ['2027-03-06', '2027-03-26'],
      ['2027-03-10', null],
    ]);
  });

  it('of an order without a new ETD leaves its days open', () => {
    const copied = copyOfOrder(order, [white], { orderNumber: null, etd: null, orderedOn: '2026-11-21' });
    expect(copied.orderNumber).toBeNull();
    expect(copied.styles?.[0]?.lines[0]).toMatchObject({ etd: null, eta: null });
  });
});
