import { allotted, decimalSum, matchesOf, paidOf } from './matching';

describe('what a payment goes to', () => {
  it('pays with what reached us and what banks kept', () => {
    expect(paidOf('9,955.00', '45')).toBe('10000');
    expect(paidOf('100', '')).toBe('100');
    expect(decimalSum('0.1', '0.2')).toBe('0.3');
  });

  it('is given out to what is due first, to the cent', () => {
    const owed = [
      { id: 'a', outstanding: '2450.00' },
      { id: 'b', outstanding: '1000.10' },
      { id: 'c', outstanding: '50.00' },
    ];
    expect(allotted('3000', owed)).toEqual({ a: '2450.00', b: '550', c: '' });
    expect(allotted('5000', owed)).toEqual({ a: '2450.00', b: '1000.10', c: '50.00' });
  });

  it('leaves out what gets nothing', () => {
    expect(matchesOf({ a: '1,000', b: '', c: '0' })).toEqual([{ receivableId: 'a', amount: '1000' }]);
  });
});
