import fc from 'fast-check';
import { addYears, isDate, readDateText, serialToDate } from './dates';

const NEAR = '2025-11-10';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const day = fc
  .integer({ min: 0, max: 36_523 })
  .map((days) => new Date(Date.UTC(2000, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));

describe('readDateText', () => {
  it.each([
    ['10/Nov/25', '2025-11-10'],
    ['5/Nov/25', '2025-11-05'],
    ['20.08.17', '2017-08-20'],
    ['01.06.17', '2017-06-01'],
    ['13/11/2025', '2025-11-13'],
    ['3-1-26', '2026-01-03'],
    ['2025-11-13', '2025-11-13'],
    ['2025/1/3', '2025-01-03'],
    ['2025-11-13T23:30:00-08:00', '2025-11-13'],
    ['2025-11-13 23:59', '2025-11-13'],
    ['10-Nov-2025', '2025-11-10'],
    ['10 November 2025', '2025-11-10'],
    ['10Nov25', '2025-11-10'],
    ["2nd Jan '26", '2026-01-02'],
    ['Nov 10, 2025', '2025-11-10'],
    ['5-Sept-25', '2025-09-05'],
    ['29/Feb/24', '2024-02-29'],
    ['  10 /\n Nov/25 ', '2025-11-10'],
  ])('reads %j as %s', (text, date) => expect(readDateText(text, NEAR)).toEqual({ kind: 'date', date }));

  it.each([
    ['31/Feb/26', null],
    ['29.02.25', null],
    ['32/Nov/25', null],
    ['00/00/0000', null],
    ['10/Nov/1905', null],
    ['11/25/2025', '2025-11-25'],
    ['10/Nov', '2025-11-10'],
    ['5 Jan', '2026-01-05'],
    ['28/12', '2025-12-28'],
  ])('refuses %j and proposes %s', (text, suggestion) => {
    const reading = readDateText(text, NEAR);
    expect(reading.kind).toBe('impossible');
    expect(reading).toHaveProperty('suggestion', suggestion);
  });

  it('proposes no year where the sheet has no date', () => {
    expect(readDateText('10/Nov', null)).toMatchObject({ kind: 'impossible', suggestion: null });
  });

  it.each([
    ['N/A', []],
    ['TBC', []],
    ['Rejected- need revised LD', []],
    ['Inspection  27.07.17', ['2017-07-27']],
    ['Sent 10/Nov/25, again 15-Nov-25', ['2025-11-10', '2025-11-15']],
    ['172.08.21.1003', []],
  ])('takes %j for words with the dates %j', (text, found) => {
    expect(readDateText(text, NEAR)).toEqual({ kind: 'words', found });
  });

  it('reads every day of the century back from every form it is written in', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 7 }), (date, form) => {
        const [year = '', month = '', dayOfMonth = ''] = date.split('-');
        const name = MONTHS[Number(month) - 1] ?? '';
        const written = [
          date,
          `${date}T23:59:59.999Z`,
          `${Number(dayOfMonth)}/${name}/${year}`,
          `${dayOfMonth}-${name.toUpperCase()}-${year}`,
          `${dayOfMonth}.${month}.${year}`,
          `${Number(dayOfMonth)}/${Number(month)}/${year}`,
          `${name} ${Number(dayOfMonth)}, ${year}`,
          `${year}/${month}/${dayOfMonth}`,
        ][form];
        expect(readDateText(written ?? '', null)).toEqual({ kind: 'date', date });
      }),
    );
  });

  it('never throws, and what it calls a date is one', () => {
    const dateLike = fc.stringMatching(/^[0-9a-zA-Z./ ,'-]{0,20}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 700 }), dateLike), (text) => {
        const reading = readDateText(text, NEAR);
        if (reading.kind === 'date') expect(isDate(reading.date)).toBe(true);
        if (reading.kind === 'words') expect(reading.found.every(isDate)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('serialToDate', () => {
  it.each([
    [45971, false, '2025-11-10'],
    [45971.999, false, '2025-11-10'],
    [46027, false, '2026-01-05'],
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [44509, true, '2025-11-10'],
    [0, true, '1904-01-01'],
  ])('day %d (1904: %s) is %s', (serial, date1904, date) => expect(serialToDate(serial, date1904)).toBe(date));

  it.each([60, 0, -5, Number.NaN, Infinity, 1e300, 2_958_466])('knows no day %d', (serial) => {
    expect(serialToDate(serial, false)).toBeNull();
  });

  it('never shifts a day, whatever the time of day and the system', () => {
    const time = fc.double({ min: 0, max: 0.99998, noNaN: true });
    fc.assert(
      fc.property(day, time, fc.boolean(), (date, fraction, date1904) => {
        const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
        const serial = (Date.parse(date) - epoch) / 86_400_000;
        expect(serialToDate(serial + fraction, date1904)).toBe(date);
      }),
    );
  });

  it.each(['UTC', 'Asia/Dhaka', 'America/Los_Angeles', 'Pacific/Kiritimati'])('reads the same day in %s', (zone) => {
    const before = process.env['TZ'];
    process.env['TZ'] = zone;
    try {
      expect(serialToDate(45971.99, false)).toBe('2025-11-10');
      expect(readDateText('10/Nov/25', null)).toEqual({ kind: 'date', date: '2025-11-10' });
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });
});

describe('addYears', () => {
  it.each([
    ['2025-11-10', -2, '2023-11-10'],
    ['2024-02-29', 1, '2025-02-28'],
  ])('%s and %d years is %s', (date, years, moved) => expect(addYears(date, years)).toBe(moved));
});
