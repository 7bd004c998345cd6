import { useInfiniteQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { cx } from '@/shared/lib/cx';
import { Button } from '@/shared/ui/Button';
import { ClockNote, DayGroups } from '@/shared/ui/DayGroups';
import { EmptyState, ErrorState, StaleBanner, TableSkeleton } from '@/shared/ui/States';
import { Timeline } from '@/shared/ui/Timeline';
import { type ActivityFilters, activityQuery } from '../api';
import { entryItem } from './entry';

interface EntriesProps {
  /** Null: of all orders that one may see; each entry names its own. */
  orderId: string | null;
  filters: ActivityFilters;
  /** What stands here once something has happened. */
  empty: string;
  onDropFilters: () => void;
}

/** What was done, day by day, the latest first; read on by hand. */
export function Entries({ orderId, filters, empty, onDropFilters }: EntriesProps) {
  const { data, error, isPending, isPlaceholderData, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useInfiniteQuery(activityQuery(orderId, filters));
  const entries = data?.pages.flatMap(({ results }) => results) ?? [];
  const filtered = Object.values(filters).some((values) => values !== undefined);
  return (
    <>
      {error && data && <StaleBanner error={error} onRetry={() => void refetch()} />}
      {isPending ? (
        <TableSkeleton what="the history" columns={2} />
      ) : !data ? (
        <ErrorState title="The history could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : entries.length === 0 ? (
        <EmptyState
          icon={History}
          title={filtered ? 'Nothing of this has happened yet' : 'Nothing has happened yet'}
          actions={filtered && <Button onClick={onDropFilters}>Show the whole history</Button>}
        >
          {empty}
        </EmptyState>
      ) : (
        <div className={cx('transition-opacity', isPlaceholderData && 'opacity-60')} aria-busy={isPlaceholderData}>
          <DayGroups rows={entries} at={({ recordedAt }) => recordedAt}>
            {(ofDay) => (
              <div className="px-4 pb-3 pt-1 sm:px-5">
                <Timeline
                  label="What was done, the latest first"
                  items={ofDay.map((entry) => entryItem(entry, orderId === null))}
                />
              </div>
            )}
          </DayGroups>
          <div className="flex min-h-12 flex-wrap items-center justify-between gap-3 border-t border-line px-4 py-2.5 sm:px-5">
            <ClockNote />
            {hasNextPage && (
              <Button size="sm" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                Show earlier
              </Button>
            )}
          </div>
        </div>
      )}
    </>
  );
}
