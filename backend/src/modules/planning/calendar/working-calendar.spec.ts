import fc from 'fast-check';
import { addDays } from '../../../platform/values/day';
import {
  addWorkingDays,
  isWorkingDay,
  onOrAfter,
  onOrBefore,
  weekdayOf,
  workingDaysBetween,
  type Weekday,
  type WorkingCalendar,
} from './working-calendar';

const calendar = (weekend: Weekday[], ...holidays: string[]): WorkingCalendar => ({
  weekend,
  holidays: new Set(holidays),
});
const MILL = calendar([5]);
const BANK = calendar([5, 6]);
const BUYER = calendar([6, 7]);

describe('a working calendar', () => {
  it('knows the days of the week by ISO 8601', () => {
    expect(['2026-11-16', '2026-11-20', '2026-11-22'].map(weekdayOf)).toEqual([1, 5, 7]);
  });

  it('moves Monday on by five working days to the next Monday where Saturday and Sunday are closed (S7)', () => {
    expect(addWorkingDays(BUYER, '2026-11-16', 5)).toBe('2026-11-23');
    expect(addWorkingDays(BUYER, '2026-11-16', 0)).toBe('2026-11-16');
    expect(addWorkingDays(BUYER, '2026-11-23', -5)).toBe('2026-11-16');
  });

  it('moves by the weekend of who holds the step', () => {
    const from = '2026-11-18'; // a Wednesday
    expect([MILL, BANK, BUYER].map((each) => addWorkingDays(each, from, 3))).toEqual([
      '2026-11-22',
      '2026-11-23',
      '2026-11-23',
    ]);
  });

  it('leaves out holidays', () => {
    const victoryDay = calendar([5], '2026-12-16');
    expect(isWorkingDay(victoryDay, '2026-12-16')).toBe(false);
    expect(addWorkingDays(victoryDay, '2026-12-15', 1)).toBe('2026-12-17');
    expect(workingDaysBetween(victoryDay, '2026-12-14', '2026-12-19')).toBe(3);
  });

  it('finds the nearest open day on either side', () => {
    expect([onOrAfter(BANK, '2026-11-20'), onOrBefore(BANK, '2026-11-21')]).toEqual(['2026-11-22', '2026-11-19']);
  });

  it('refuses a calendar on which nobody ever works', () => {
    expect(() => onOrAfter(calendar([1, 2, 3, 4, 5, 6, 7]), '2026-11-20')).toThrow(RangeError);
  });

  it('counts back what it moved on', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(MILL, BANK, BUYER, calendar([5, 6], '2026-12-16', '2026-12-25')),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: -60, max: 60 }),
        (of, offset, days) => {
          const from = onOrAfter(of, addDays('2026-11-01', offset));
          const to = addWorkingDays(of, from, days);
          expect(workingDaysBetween(of, from, to)).toBe(days);
          expect(addWorkingDays(of, to, -days)).toBe(from);
        },
      ),
    );
  });

  it('counts as one would who looks at each day', () => {
    const days = fc.integer({ min: 0, max: 500 }).map((offset) => addDays('2026-11-01', offset));
    const weekends = fc.subarray<Weekday>([1, 2, 3, 4, 5, 6, 7]);
    fc.assert(
      fc.property(weekends, fc.array(days, { maxLength: 30 }), days, days, (weekend, holidays, from, to) => {
        const of = calendar(weekend, ...holidays);
        const [first, last] = [from, to].sort() as [string, string];
        let open = 0;
        for (let day = addDays(first, 1); day <= last; day = addDays(day, 1)) open += Number(isWorkingDay(of, day));
        expect(workingDaysBetween(of, from, to)).toBe(from <= to || open === 0 ? open : -open);
      }),
    );
  });
});
