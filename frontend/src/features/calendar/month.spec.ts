import { monthName, monthOf, monthsOn, weeksOf } from './month';

describe('the months of the calendar', () => {
  it('begin on their first day, and follow each other over the year', () => {
    expect(monthOf('2026-11-21')).toBe('2026-11-01');
    expect([monthsOn('2026-12-31', 1), monthsOn('2026-01-31', -1), monthsOn('2026-01-31', 1)]).toEqual([
      '2027-01-01',
      '2025-12-01',
      '2026-02-01',
    ]);
    expect(monthName('2026-11-21')).toBe('November 2026');
  });

  it('are shown in whole weeks from Sunday', () => {
    const weeks = weeksOf('2026-12-01');
    expect(weeks.map((week) => [week[0], week[6]])).toEqual([
      ['2026-11-29', '2026-12-05'],
      ['2026-12-06', '2026-12-12'],
      ['2026-12-13', '2026-12-19'],
      ['2026-12-20', '2026-12-26'],
      ['2026-12-27', '2027-01-02'],
    ]);
    expect(weeksOf('2026-02-01')).toHaveLength(4);
    expect(weeksOf('2026-08-01')).toHaveLength(6);
  });
});
