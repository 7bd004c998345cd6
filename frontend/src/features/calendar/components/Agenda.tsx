import type { CalendarDayDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { formatDay, plural, weekday } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { Button } from '@/shared/ui/Button';
import { EntryRow } from './EntryLink';

interface AgendaProps {
  days: readonly CalendarDayDto[];
  stale: boolean;
  onDay: (day: string) => void;
}

/** The days that something falls on, one under the other. */
export function Agenda({ days, stale, onDay }: AgendaProps) {
  return (
    <ol aria-busy={stale || undefined} className={cx('divide-y divide-line transition-opacity', stale && 'opacity-60')}>
      {days.map(({ day, total, entries }) => (
        <li key={day} className="flex flex-col gap-x-6 gap-y-1 px-4 py-3 sm:flex-row sm:px-5">
          <h2 className="shrink-0 text-sm font-semibold sm:w-36 sm:pt-2">
            <time dateTime={day}>{formatDay(day)}</time>
            <span
              className={cx('block text-[0.8125rem] font-normal', day === today() ? 'text-accent-text' : 'text-muted')}
            >
              {day === today() ? 'Today' : weekday(day)}
            </span>
          </h2>
          <div className="min-w-0 flex-1">
            {entries.map((entry) => (
              <EntryRow key={`${entry.kind}${entry.relatedId ?? entry.orderId}`} entry={entry} />
            ))}
            {total > entries.length && (
              <Button variant="quiet" size="sm" onClick={() => onDay(day)}>
                {plural(total - entries.length, 'more entry', 'more entries')}
                <span className="sr-only"> on {formatDay(day)}</span>
              </Button>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
