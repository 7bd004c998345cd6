import { asWritten, houseNumber, refuseFraction } from './amounts';
import { FractionOfCurrency } from './financials.errors';

describe('amounts', () => {
  it('have no more decimals than their currency', () => {
    expect(() => refuseFraction({ amount: '10.50', currency: 'USD' })).not.toThrow();
    expect(() => refuseFraction({ amount: '10.505', currency: 'KWD' })).not.toThrow();
    expect(() => refuseFraction({ amount: '10.000', currency: 'JPY' })).not.toThrow();
    expect(() => refuseFraction({ amount: '10.505', currency: 'USD' })).toThrow(FractionOfCurrency);
    expect(() => refuseFraction({ amount: '10.5', currency: 'JPY' })).toThrow('An amount in JPY has no decimals.');
  });

  it('are the same however they are written', () => {
    expect(asWritten({ amount: '96400', currency: 'USD', notes: 'x' })).toEqual(
      asWritten({ amount: '96400.000', currency: 'USD', notes: 'x' }),
    );
  });

  it('stand on papers with five digits, and more when they are needed', () => {
    expect([houseNumber('PI', 1), houseNumber('LC', 100_000)]).toEqual(['PI-00001', 'LC-100000']);
  });
});
