import { OrderLine } from '../../../orders/line/line.entity';
import { ProformaInvoice } from '../proforma-invoice.entity';
import { ProformaInvoiceLine } from '../proforma-invoice-line.entity';
import { checksOf } from './review.rules';

const line = (given: Partial<ProformaInvoiceLine> = {}) =>
  Object.assign(new ProformaInvoiceLine(), {
    ...{ quantity: '1000.000', price: '2.4500', amount: '2450.000', millPrice: '2.1000', commission: null },
    orderLine: Object.assign(new OrderLine(), { quantity: '1000.000', provaPrice: '2.4500' }),
    ...given,
  });
const invoice = (given: Partial<ProformaInvoice> = {}) =>
  Object.assign(new ProformaInvoice(), {
    ...{ amount: '2450.000', currency: 'USD', bankBic: 'SCBLBDDX', bankAccount: '01-1', lines: [line()] },
    ...given,
  });
const credit = { lcNumber: '0417', amount: '2400.000', currency: 'USD', amountPlusPercent: null };

describe('what is checked for a reviewer', () => {
  it('finds nothing where all agrees', () => {
    expect(checksOf(invoice(), [{ ...credit, amountPlusPercent: '5.00' }])).toEqual([
      { ok: true, sentence: 'Quantities and prices are those of the order.' },
      { ok: true, sentence: 'The margin is 14.3 %.' },
      { ok: true, sentence: 'LC 0417 covers it.' },
      { ok: true, sentence: 'It names our bank and account.' },
    ]);
  });

  it('names what does not', () => {
    const off = invoice({ bankBic: null, lines: [line({ price: '2.0000', amount: '2000.000' })], amount: '2000.000' });
    expect(checksOf(off, [credit, { ...credit, currency: 'EUR' }]).filter(({ ok }) => !ok)).toEqual([
      { ok: false, sentence: 'One line differs from the order as it stands today.' },
      { ok: false, sentence: 'The margin is -5.0 %.' },
      { ok: false, sentence: 'LC 0417 is in EUR, this PI in USD.' },
      { ok: false, sentence: 'It does not name our bank’s BIC and account.' },
    ]);
    expect(checksOf(invoice(), [credit])).toContainEqual({ ok: false, sentence: 'LC 0417 falls short by USD 50.00.' });
    expect(checksOf(invoice({ lines: [] }), [])[0]).toMatchObject({ ok: false });
  });
});
