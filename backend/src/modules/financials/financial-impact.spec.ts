import { OrderLine } from '../orders/line/line.entity';
import { Order } from '../orders/order/order.entity';
import type { FigureChange } from '../orders/revision/order-impact';
import { OrderStyle } from '../orders/style/style.entity';
import { creditAffected, invoiceAffected } from './financial-impact';

const style = Object.assign(new OrderStyle(), { styleNumber: 'MT' });
const order = Object.assign(new Order(), { currency: 'USD', quantity: null });
const white = Object.assign(new OrderLine(), {
  id: 'white',
  style,
  colorName: 'White',
  quantity: '1000',
  unit: 'pieces',
  provaPrice: '2.50',
  currency: 'USD',
  etd: '2027-01-05',
});

/** White as it is, and as `after` would have it. */
function change(after: Partial<OrderLine>): FigureChange {
  const changed = Object.assign(new OrderLine(), white, after);
  return {
    before: { order, lines: [white] },
    after: { order, lines: [changed] },
    line: changed,
    figures: { before: {}, after },
  };
}

const invoice = { id: 'pi', piNumber: 'PI-00042', status: 'confirmed', amount: '2500.000', currency: 'USD' } as const;
const credit = {
  id: 'lc',
  lcNumber: 'DC-7701',
  status: 'issued',
  amount: '2500.000',
  currency: 'USD',
  latestShipmentDate: '2027-01-10',
  expiryDate: '2027-01-31',
} as const;

describe('what a change of figures does to the papers', () => {
  it('says by how much a PI no longer fits', () => {
    expect(invoiceAffected(invoice, change({ quantity: '900' }))).toEqual({
      kind: 'proforma_invoice',
      id: 'pi',
      title: 'PI-00042',
      sentence: 'Confirmed for USD 2,500.00; the order would come to USD 2,250.00, USD 250.00 less.',
    });
  });

  it('leaves papers in peace that the change does not touch', () => {
    expect(invoiceAffected(invoice, change({ etd: '2027-01-09' }))).toBeNull();
    expect(invoiceAffected({ ...invoice, currency: 'EUR' }, change({ quantity: '900' }))).toBeNull();
    expect(creditAffected(credit, change({ etd: '2027-01-10' }))).toBeNull();
  });

  it.each([
    [{ provaPrice: '3' }, 'It covers USD 2,500.00; the order would come to USD 3,000.00, USD 500.00 more.'],
    [
      { etd: '2027-01-12' },
      'Its latest day to ship is 10 Jan 2027, and MT · White would leave on 12 Jan 2027: it needs an amendment.',
    ],
    [
      { etd: '2027-02-02' },
      'It expires on 31 Jan 2027, and MT · White would leave on 2 Feb 2027: it needs an amendment.',
    ],
  ])('says what an LC does not allow: %j', (after, sentence) => {
    expect(creditAffected(credit, change(after))).toMatchObject({ title: 'LC DC-7701', sentence });
  });

  it('counts what leaves the currency of a paper as missing', () => {
    expect(invoiceAffected(invoice, change({ currency: 'EUR' }))?.sentence).toBe(
      'Confirmed for USD 2,500.00; the order would come to USD 0.00, USD 2,500.00 less.',
    );
  });
});
