import { dayWords, moneyWords, quantityWords } from './words';

describe('values in a sentence', () => {
  it('writes quantities with the unit that people use', () => {
    expect(quantityWords('5305.440', 'kg')).toBe('5,305.44 kg');
    expect(quantityWords('44640', 'pieces')).toBe('44,640 pcs');
    expect(quantityWords('999', 'yards')).toBe('999 yd');
    expect(quantityWords('-1234567', 'meters')).toBe('-1,234,567 m');
  });

  it("writes amounts with their currency's decimals", () => {
    expect(moneyWords('158466', 'USD')).toBe('USD 158,466.00');
    expect(moneyWords('1234567', 'JPY')).toBe('JPY 1,234,567');
  });

  it('writes days', () => {
    expect(dayWords('2026-11-20')).toBe('20 Nov 2026');
    expect(dayWords('2027-01-05')).toBe('5 Jan 2027');
  });
});
