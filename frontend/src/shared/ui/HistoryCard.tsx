import type { UseQueryResult } from '@tanstack/react-query';
import { type LucideIcon, Pencil } from 'lucide-react';
import type { ActivityEntryDto } from '../api/generated';
import type { Tone } from './Badge';
import { Card } from './Card';
import { ErrorState, Loading, Skeleton } from './States';
import { Timeline, type TimelineItem } from './Timeline';

/** Event name, such as `sample.rejected`, to how it looks; a change of another kind gets a pencil. */
export type HistoryLooks = Readonly<Record<string, readonly [LucideIcon, Tone]>>;

/** An entry of any history. */
type Entry = Pick<ActivityEntryDto, 'id' | 'name' | 'actor' | 'sentence' | 'occurredAt'>;

export interface HistoryCardProps {
  /** What it belongs to: "PI-00042". */
  of: string;
  query: UseQueryResult<Entry[]>;
  looks: HistoryLooks;
}

/** Who did what to one thing, the latest first. */
export function HistoryCard({ of, query, looks }: HistoryCardProps) {
  const { data, error, isPending, refetch } = query;
  return (
    <Card title="History">
      {isPending ? (
        <Loading what="the history">
          <div className="flex flex-col gap-4">
            <Skeleton className="h-7" />
            <Skeleton className="h-7" />
          </div>
        </Loading>
      ) : !data ? (
        <ErrorState title="The history could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : data.length === 0 ? (
        <p className="text-sm text-muted">Nothing was recorded yet.</p>
      ) : (
        <Timeline label={`History of ${of}`} items={data.map((entry) => itemOf(entry, looks))} />
      )}
    </Card>
  );
}

function itemOf({ id, name, actor, sentence, occurredAt }: Entry, looks: HistoryLooks): TimelineItem {
  const [icon, tone] = looks[name] ?? [Pencil, 'calm'];
  return {
    id,
    icon,
    tone,
    at: occurredAt,
    title: (
      <>
        <span className="font-medium">{actor?.fullName ?? 'The house'}</span> {sentence}
      </>
    ),
  };
}
