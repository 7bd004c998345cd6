import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { History, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { OrderDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { cx } from '@/shared/lib/cx';
import type { OrderPanelProps } from '@/shared/lib/order';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { ClockNote, DayGroups } from '@/shared/ui/DayGroups';
import { type Filter, FilterBar } from '@/shared/ui/FilterBar';
import { EmptyState, ErrorState, StaleBanner, TableSkeleton } from '@/shared/ui/States';
import { Timeline } from '@/shared/ui/Timeline';
import { type ActivityFilters, activityQuery, verificationQuery } from '../api';
import { entryItem } from '../components/entry';
import { HistoryCheck } from '../components/HistoryCheck';
import { looks, subjects } from '../vocabulary';

/** Who did what on an order, and when: the latest first. */
export default function ActivityPanel({ orderId, order }: OrderPanelProps) {
  const [filters, setFilters] = useState<ActivityFilters>({});
  const [checking, setChecking] = useState(false);
  const may = useCan();
  const check = useQuery({ ...verificationQuery(orderId), enabled: checking });
  const { data, error, isPending, isPlaceholderData, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useInfiniteQuery(activityQuery(orderId, filters));
  const entries = data?.pages.flatMap(({ results }) => results) ?? [];
  const filtered = Object.values(filters).some((values) => values !== undefined);

  const verify = () => {
    if (checking) void check.refetch();
    else setChecking(true);
  };

  return (
    <Card flush>
      <div className="border-b border-line">
        <FilterBar
          of="this history"
          values={filters}
          onChange={(change) => setFilters((current) => ({ ...current, ...change }))}
          filters={filtersOf(order)}
        >
          {may('activity.read') && (
            <Button size="sm" icon={ShieldCheck} busy={check.isFetching} onClick={verify}>
              Check this history
            </Button>
          )}
        </FilterBar>
      </div>
      {checking && <HistoryCheck check={check} />}
      {error && data && <StaleBanner error={error} onRetry={() => void refetch()} />}
      {isPending ? (
        <TableSkeleton what="the history" columns={2} />
      ) : !data ? (
        <ErrorState title="The history could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : entries.length === 0 ? (
        <EmptyState
          icon={History}
          title={filtered ? 'Nothing of this has happened yet' : 'Nothing has happened yet'}
          actions={filtered && <Button onClick={() => setFilters({})}>Show the whole history</Button>}
        >
          Whatever somebody does on this order is written down here, with their name and the time.
        </EmptyState>
      ) : (
        <div className={cx('transition-opacity', isPlaceholderData && 'opacity-60')} aria-busy={isPlaceholderData}>
          <DayGroups rows={entries} at={({ recordedAt }) => recordedAt}>
            {(ofDay) => (
              <div className="px-4 pb-3 pt-1 sm:px-5">
                <Timeline label="What was done, the latest first" items={ofDay.map(entryItem)} />
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
    </Card>
  );
}

function filtersOf(order: OrderDto): Filter<ActivityFilters>[] {
  const lines = order.styles.flatMap((style) => style.lines);
  return [
    {
      kind: 'many',
      key: 'about',
      label: 'About',
      options: subjects.map((value) => ({ value, label: looks[value].label })),
    },
    ...(lines.length > 1
      ? [
          {
            kind: 'many' as const,
            key: 'line' as const,
            label: 'Line',
            options: lines.map(({ id, label }) => ({ value: id, label })),
          },
        ]
      : []),
  ];
}
