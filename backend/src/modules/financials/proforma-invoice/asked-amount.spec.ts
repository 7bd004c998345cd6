import type { OwnFigures, RolledLine } from '../../orders/line/roll-up';
import { askedAmount } from './asked-amount';
import { AmountNeeded } from './proforma-invoice.errors';

const line = (given: Partial<RolledLine> = {}): RolledLine => ({
  quantity: '1000',
  unit: 'kg',
  millPrice: null,
  provaPrice: '4.2575',
  commission: null,
  currency: 'USD',
  etd: null,
  status: 'running',
  approvalStatus: {},
  ...given,
});
const order: OwnFigures = { ...line({ quantity: null, provaPrice: null }), unit: null };

/** The fields that an attempt was refused on; none when it went through. */
const refusedOn = (attempt: () => unknown): string[] => {
  try {
    attempt();
    return [];
  } catch (error) {
    if (error instanceof AmountNeeded) return Object.keys(error.errors);
    throw error;
  }
};

describe('what a PI is for', () => {
  it('is the value of the lines, each rounded once', () => {
    expect(askedAmount(order, [line(), line({ quantity: '0.333' })], {})).toEqual({
      amount: '4258.92', // 4257.50 + 1.42
      currency: 'USD',
    });
  });

  it('is the value of an order without lines', () => {
    expect(askedAmount({ ...line({ quantity: '10', provaPrice: '2' }) }, [], {})).toEqual({
      amount: '20.00',
      currency: 'USD',
    });
  });

  it('is what was typed, in the currency of the lines unless that was typed too', () => {
    expect(askedAmount(order, [line({ currency: 'EUR' })], { amount: '5' })).toEqual({ amount: '5', currency: 'EUR' });
    expect(askedAmount(order, [line()], { amount: '5', currency: 'GBP' })).toEqual({ amount: '5', currency: 'GBP' });
    expect(askedAmount(order, [], { amount: '5' })).toEqual({ amount: '5', currency: 'USD' });
  });

  it('asks for amount and currency where lines are in several, or takes the one that is named', () => {
    const lines = [line(), line({ currency: 'EUR', provaPrice: '2' })];
    expect(refusedOn(() => askedAmount(order, lines, {}))).toEqual(['amount', 'currency']);
    expect(refusedOn(() => askedAmount(order, lines, { amount: '5' }))).toEqual(['currency']);
    expect(askedAmount(order, lines, { currency: 'EUR' })).toEqual({ amount: '2000.00', currency: 'EUR' });
    expect(refusedOn(() => askedAmount(order, lines, { currency: 'GBP' }))).toEqual(['amount']);
  });

  it('asks for the amount where the value is not whole or nothing', () => {
    expect(() => askedAmount(order, [line(), line({ provaPrice: null })], {})).toThrow('1 of 2 lines has no quantity');
    expect(refusedOn(() => askedAmount(order, [], {}))).toEqual(['amount']);
    expect(refusedOn(() => askedAmount(order, [line({ provaPrice: '0' })], {}))).toEqual(['amount']);
  });
});
