import {
  daysBetween,
  formatClock,
  formatDay,
  formatDecimal,
  formatInstant,
  formatMoney,
  formatQuantity,
  plural,
  formatZone,
  sentenceCase,
  weekday,
} from './format';
import { today, useHouse } from './house';

describe('decimals', () => {
  it.each([
    ['0', 0, '0'],
    ['999', 0, '999'],
    ['1000', 0, '1,000'],
    ['1234567.5', 0, '1,234,567.5'],
    ['1234567.500', 2, '1,234,567.50'],
    ['2.4567', 2, '2.4567'],
    ['-1200.00', 0, '−1,200'],
    ['0012', 0, '12'],
    ['90071992547409931234.123', 2, '90,071,992,547,409,931,234.123'],
    ['n/a', 2, 'n/a'],
  ])('%s with %i places is %s', (value, places, expected) => {
    expect(formatDecimal(value, places)).toBe(expected);
  });
});

describe('values with their unit', () => {
  it('prints the currency, in its own number of places', () => {
    expect(formatMoney('158466', 'USD')).toBe('USD\u00a0158,466.00');
    expect(formatMoney('158466', 'JPY')).toBe('JPY\u00a0158,466');
    expect(formatMoney('1.5', 'KWD')).toBe('KWD\u00a01.500');
    expect(formatMoney('1.5', 'IQD')).toBe('IQD\u00a01.500');
  });

  it('prints the unit', () => {
    expect(formatQuantity('64680.00', 'pieces')).toBe('64,680\u00a0pcs');
    expect(formatQuantity('5305.25', 'kg')).toBe('5,305.25\u00a0kg');
  });
});

describe('days and instants', () => {
  it('writes a day without asking any clock', () => {
    expect(formatDay('2026-11-10')).toBe('10 Nov 2026');
    expect(formatDay('soon')).toBe('soon');
  });

  it('writes an instant with its zone', () => {
    expect(formatInstant('2026-11-10T08:02:00Z', 'Asia/Dhaka')).toMatch(/^10 Nov 2026, 14:02 GMT\+6$/);
    expect(formatInstant('2026-09-01T20:30:00Z', 'Asia/Dhaka')).toMatch(/^02 Sep 2026, 02:30 /);
  });

  it('counts whole days over a change of clocks', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2026-11-21', '2026-11-17')).toBe(-4);
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  });

  it('tell the time of day, the weekday and the zone', () => {
    expect(formatClock('2026-11-20T19:05:00Z', 'Asia/Dhaka')).toBe('01:05');
    expect(formatZone('Asia/Dhaka', new Date('2026-11-20T19:05:00Z'))).toBe('Dhaka, GMT+6');
    expect(formatZone('UTC')).toBe('UTC');
    expect(weekday('2026-11-10')).toBe('Tuesday');
  });

  it('takes today from the house', () => {
    useHouse.setState({ timeZone: 'Asia/Dhaka' });
    expect(today(new Date('2026-11-20T19:00:00Z'))).toBe('2026-11-21');
    useHouse.setState({ timeZone: 'America/New_York' });
    expect(today(new Date('2026-11-20T03:00:00Z'))).toBe('2026-11-19');
  });
});

describe('words', () => {
  it('counts', () => {
    expect(plural(1, 'day')).toBe('1 day');
    expect(plural(1204, 'order')).toBe('1,204 orders');
    expect(plural(2, 'reply', 'replies')).toBe('2 replies');
  });

  it('reads codes', () => {
    expect(sentenceCase('in_development')).toBe('In development');
  });
});
