import { useQuery } from '@tanstack/react-query';
import { formatDay, plural, weekday } from '@/shared/lib/format';
import { Drawer } from '@/shared/ui/Drawer';
import { ErrorState, TableSkeleton } from '@/shared/ui/States';
import { calendarOf } from '../api';
import type { CalendarSearch } from '../search';
import { EntryRow } from './EntryLink';

const MOST = 200;

interface DayDrawerProps extends Pick<CalendarSearch, 'kind' | 'merchandiserId'> {
  day: string;
  onClose: () => void;
}

/** Everything that falls on one day. */
export function DayDrawer({ day, kind, merchandiserId, onClose }: DayDrawerProps) {
  const { data, error, refetch } = useQuery(calendarOf({ from: day, to: day, perDay: MOST, kind, merchandiserId }));
  const found = data?.find((each) => each.day === day);
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={formatDay(day)}
      description={`${weekday(day)}${found ? `, ${plural(found.total, 'entry', 'entries')}` : ''}`}
    >
      {found ? (
        <>
          {found.entries.map((entry) => (
            <EntryRow key={`${entry.kind}${entry.relatedId ?? entry.orderId}`} entry={entry} />
          ))}
          {found.total > found.entries.length && (
            <p className="px-2 pt-3 text-[0.8125rem] text-muted">
              The first {MOST} are shown. A kind or a merchandiser narrows them.
            </p>
          )}
        </>
      ) : error ? (
        <ErrorState title="The day could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <p className="px-2 text-sm text-muted">Nothing falls on this day.</p>
      ) : (
        <TableSkeleton what="the day" rows={5} />
      )}
    </Drawer>
  );
}
