import type { CalendarEntryDto } from './calendar.dto';
import { iCalendar } from './icalendar';

const entry = (given: Partial<CalendarEntryDto>): CalendarEntryDto => ({
  kind: 'etd',
  relatedId: null,
  orderId: 'o-1',
  orderNumber: 'PO-1182',
  customerName: 'ANABIA',
  title: null,
  holder: null,
  lines: 0,
  ...given,
});

const written = (entries: CalendarEntryDto[], total = entries.length) =>
  iCalendar({
    name: 'Prova: Rina',
    days: [{ day: '2026-11-30', total, entries }],
    site: 'https://house.test',
    now: new Date('2026-11-22T06:05:04.321Z'),
  });

const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

describe('a calendar as iCalendar', () => {
  it('is an event of a whole day for each entry, and leads to its thing', () => {
    const lines = unfolded(
      written([
        entry({ lines: 2 }),
        entry({ kind: 'lc_expiry', relatedId: 'lc-1', title: 'DC-7741' }),
        entry({ kind: 'step', relatedId: 's-1', title: 'Knitting start', holder: 'lab', lines: 1 }),
      ]),
    );
    expect(lines.slice(7, 16)).toEqual([
      'BEGIN:VEVENT',
      'UID:etd-o-1-2026-11-30@provabook',
      'DTSTAMP:20261122T060504Z',
      'DTSTART;VALUE=DATE:20261130',
      'DTEND;VALUE=DATE:20261201',
      'SUMMARY:ETD PO-1182 · ANABIA · 2 lines',
      'URL:https://house.test/orders/o-1',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]);
    expect(lines).toEqual(
      expect.arrayContaining([
        'UID:lc_expiry-lc-1@provabook',
        'SUMMARY:LC expires PO-1182 · ANABIA · DC-7741',
        'URL:https://house.test/money/letters-of-credit/lc-1',
        'SUMMARY:Step due PO-1182 · ANABIA · Knitting start · with the laboratory',
        'URL:https://house.test/orders/o-1?tab=plan',
      ]),
    );
  });

  it('says how many a day has no room for', () => {
    expect(unfolded(written([entry({})], 35))).toEqual(
      expect.arrayContaining([
        'SUMMARY:34 more entries',
        'URL:https://house.test/late/calendar?month=2026-11-30&day=2026-11-30',
      ]),
    );
    expect(written([entry({})])).not.toContain('more');
  });

  it('lets no text break out of its line, and folds between letters at 75 octets', () => {
    const title = `a,b;c\\d\r\nBEGIN:VEVENT\u0007 ${'৳ü'.repeat(60)}`;
    const text = written([entry({ kind: 'task', relatedId: 't-1', title })]);
    expect(text.match(/^BEGIN:VEVENT$/gm)).toHaveLength(1);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(unfolded(text)).toContain(
      `SUMMARY:Task PO-1182 · ANABIA · a\\,b\\;c\\\\d\\nBEGIN:VEVENT  ${'৳ü'.repeat(60)}`,
    );
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text).not.toMatch(/[^\r]\n/);
  });
});
