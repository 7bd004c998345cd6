import { dayInBangla, moneyInBangla, numberInBangla, quantityInBangla } from './words.bn';

describe('values in Bangla', () => {
  it('are grouped and counted as in Bangladesh, and exact', () => {
    expect(numberInBangla(12)).toBe('১২');
    expect(numberInBangla('1234567890123456.789')).toBe('১,২৩,৪৫,৬৭,৮৯,০১,২৩,৪৫৬.৭৮৯');
    expect(quantityInBangla('5305.440', 'kg')).toBe('৫,৩০৫.৪৪ কেজি');
    expect(quantityInBangla('2000', 'yards')).toBe('২,০০০ গজ');
    expect(moneyInBangla('158466', 'USD')).toBe('USD ১,৫৮,৪৬৬.০০');
    expect(moneyInBangla('1.5', 'KWD')).toBe('KWD ১.৫০০');
    expect(dayInBangla('2026-11-20')).toBe('২০ নভেম্বর, ২০২৬');
  });
});
