import { amountBalance, quantityBalances } from './balance';

describe('the balance of an LC', () => {
  it('by amount: with the tolerance, which is not rounded up', () => {
    const credit = { amount: '158466.10', currency: 'USD', amountPlusPercent: '5' };
    expect(amountBalance(credit, '100000')).toEqual({
      amount: '158466.10',
      most: '166389.40', // 166,389.405: half a cent more than it allows
      drawn: '100000.00',
      left: '66389.40',
    });
    expect(amountBalance({ ...credit, amountPlusPercent: null }, '158466.10').left).toBe('0.00');
    expect(amountBalance({ amount: '100', currency: 'JPY', amountPlusPercent: null }, '120').left).toBe('-20');
  });

  it('by quantity: in the unit of the LC, each unit for itself', () => {
    const quantities = [
      { quantity: '1000', unit: 'yards' as const, about: false },
      { quantity: '200', unit: 'kg' as const, about: false },
    ];
    const drawings = [
      { quantity: '91.44', unit: 'meters' as const },
      { quantity: '50', unit: 'kg' as const },
      { quantity: '10', unit: 'pieces' as const },
      { quantity: null, unit: null },
    ];
    expect(quantityBalances(quantities, '5', drawings)).toEqual([
      { unit: 'yards', quantity: '1000', most: '1050', drawn: '100', left: '950' },
      { unit: 'kg', quantity: '200', most: '210', drawn: '50', left: '160' },
    ]);
  });
});
