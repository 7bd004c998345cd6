import { addDays } from '../../platform/values/day';
import { etdWindows, lastMonths, windowOf } from './figures.rules';

describe('ETD windows', () => {
  const windows = etdWindows('2026-11-22');

  it('count the days that their names say (fault 11)', () => {
    const days = (name: string) => {
      const { from, to } = windows.find(({ window }) => window === name)!;
      return from && to ? (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1 : null;
    };
    expect([days('next7'), days('next14'), days('next30')]).toEqual([7, 7, 16]);
    expect(windows[1]).toEqual({ window: 'next7', from: '2026-11-22', to: '2026-11-28' });
  });

  it('have each day once', () => {
    for (let offset = -40; offset <= 400; offset += 1) {
      const day = addDays('2026-11-22', offset);
      const of = windows.filter((window) => windowOf(day, [window]));
      expect([day, of.length]).toEqual([day, 1]);
    }
    expect(windowOf('none', windows)?.window).toBe('none');
  });
});

describe('the last twelve months', () => {
  it.each([
    ['2026-11-22', '2025-12-01', '2026-11-30'],
    ['2024-02-29', '2023-03-01', '2024-02-29'],
    ['2026-01-31', '2025-02-01', '2026-01-31'],
  ])('of %s run from %s to %s', (today, first, last) => {
    const months = lastMonths(today);
    expect([months.length, months[0]?.from, months.at(-1)?.to]).toEqual([12, first, last]);
    for (const [index, { from }] of months.slice(1).entries()) expect(from).toBe(addDays(months[index]!.to, 1));
  });
});
