import type { CalendarDayDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { formatDay, plural } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { weeksOf } from '../month';
import { EntryChip } from './EntryLink';

interface MonthGridProps {
  month: string;
  days: readonly CalendarDayDto[];
  stale: boolean;
  onDay: (day: string) => void;
}

const heads = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** A month in weeks, each day with the first that falls on it and a way to the rest. */
export function MonthGrid({ month, days, stale, onDay }: MonthGridProps) {
  return (
    <table
      aria-label="Month"
      aria-busy={stale || undefined}
      className={cx('w-full table-fixed border-collapse transition-opacity', stale && 'opacity-60')}
    >
      <thead>
        <tr>
          {heads.map((head) => (
            <th
              key={head}
              scope="col"
              className="border-b border-line px-2 py-2 text-start text-xs font-medium text-muted"
            >
              <span aria-hidden>{head.slice(0, 3)}</span>
              <span className="sr-only">{head}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <DayCell key={day} day={day} month={month} of={days.find((each) => each.day === day)} onDay={onDay} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayCellProps extends Pick<MonthGridProps, 'month' | 'onDay'> {
  day: string;
  of: CalendarDayDto | undefined;
}

function DayCell({ day, month, of, onDay }: DayCellProps) {
  const isToday = day === today();
  const more = of ? of.total - of.entries.length : 0;
  return (
    <td
      className={cx(
        'h-32 border-b border-e border-line p-1.5 align-top last:border-e-0',
        day.slice(0, 7) !== month.slice(0, 7) && 'bg-canvas',
      )}
    >
      <time
        dateTime={day}
        aria-current={isToday ? 'date' : undefined}
        className={cx(
          'mb-1 grid size-6 place-items-center rounded-full text-xs tabular-nums',
          isToday ? 'bg-accent font-semibold text-accent-ink' : 'text-muted',
        )}
      >
        {Number(day.slice(8))}
      </time>
      {of && (
        <div className="flex flex-col gap-1">
          {of.entries.map((entry) => (
            <EntryChip key={`${entry.kind}${entry.relatedId ?? entry.orderId}`} entry={entry} />
          ))}
          {more > 0 && (
            <button
              type="button"
              onClick={() => onDay(day)}
              aria-label={`${plural(more, 'more entry', 'more entries')} on ${formatDay(day)}`}
              className="h-6 rounded px-1.5 text-start text-xs font-medium text-accent-text hover:bg-hover"
            >
              +{more}
            </button>
          )}
        </div>
      )}
    </td>
  );
}
