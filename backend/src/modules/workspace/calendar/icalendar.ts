import { addDays, type Day } from '../../../platform/values/day';
import { HOLDER_WORDS } from '../../planning/calendar/calendar.vocabulary';
import type { CalendarDayDto, CalendarEntryDto } from './calendar.dto';
import type { CalendarKind } from './calendar.vocabulary';

/** How long a calendar programme may wait before it asks again. */
const REFRESH = 'PT1H';

const KIND_WORDS: Readonly<Record<CalendarKind, string>> = {
  lc_expiry: 'LC expires',
  lc_latest_shipment: 'Latest shipment',
  etd: 'ETD',
  eta: 'ETA',
  task: 'Task',
  step: 'Step due',
};

interface Feed {
  /** What the calendar is called where it is read. */
  name: string;
  days: readonly CalendarDayDto[];
  /** Where the screens are. */
  site: string;
  now: Date;
}

/** A calendar as RFC 5545 writes it: an event of one whole day for each entry, and one for those that a day has no room for. */
export function iCalendar({ name, days, site, now }: Feed): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const event = (uid: string, day: Day, summary: string, url: string) => [
    'BEGIN:VEVENT',
    `UID:${uid}@provabook`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Provabook//Calendar//EN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
    ...days.flatMap(({ day, total, entries }) => {
      const rest = total - entries.length;
      const page = `${site}/late/calendar?month=${day}&day=${day}`;
      return [
        ...entries.flatMap((entry) => event(uidOf(entry, day), day, summaryOf(entry), `${site}${pathOf(entry)}`)),
        ...(rest > 0 ? event(`rest-${day}`, day, `${rest} more ${rest === 1 ? 'entry' : 'entries'}`, page) : []),
      ];
    }),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** The same as long as the entry is: a programme moves what it knows. Days of goods have no row, so theirs has the day. */
const uidOf = ({ kind, relatedId, orderId }: CalendarEntryDto, day: Day): string =>
  relatedId ? `${kind}-${relatedId}` : `${kind}-${orderId}-${day}`;

/** `ETD PO-1182 · ANABIA · 2 lines`, `LC expires PO-1182 · ANABIA · DC-7741` */
function summaryOf({ kind, orderNumber, customerName, title, holder, lines }: CalendarEntryDto): string {
  const count = lines > 1 ? `${lines} lines` : null;
  return [`${KIND_WORDS[kind]} ${orderNumber}`, customerName, title, holder && `with ${HOLDER_WORDS[holder]}`, count]
    .filter(Boolean)
    .join(' · ');
}

const pathOf = ({ kind, relatedId, orderId }: CalendarEntryDto): string =>
  kind === 'lc_expiry' || kind === 'lc_latest_shipment'
    ? `/money/letters-of-credit/${relatedId}`
    : `/orders/${orderId}${kind === 'step' ? '?tab=plan' : kind === 'task' ? '?tab=tasks' : ''}`;

const compact = (day: Day): string => day.replaceAll('-', '');

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');

/** Lines are at most 75 octets; what is longer goes on behind a space, never within a letter. */
function folded(line: string): string {
  const parts: string[] = [''];
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > 75) {
      parts.push('');
      octets = 1;
    }
    parts[parts.length - 1] += letter;
    octets += size;
  }
  return parts.join('\r\n ');
}
