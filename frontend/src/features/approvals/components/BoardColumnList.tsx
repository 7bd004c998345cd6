import { useInfiniteQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import type { LineGateDto } from '@/shared/api/generated';
import { Button } from '@/shared/ui/Button';
import { ErrorState, Loading, Skeleton } from '@/shared/ui/States';
import type { GateQuestion } from '@/shared/gates/questions';
import type { GateDeeds } from '@/shared/gates/use-gate-deeds';
import { columnQuery } from '../api';
import type { BoardColumn } from '../columns';
import type { ApprovalsSearch, Grouping } from '../search';
import { GateCard } from './GateCard';

interface BoardColumnListProps {
  column: BoardColumn;
  search: ApprovalsSearch;
  merchandiserId?: string;
  may: boolean;
  deeds: GateDeeds;
  onAsk: (question: GateQuestion) => void;
}

const groupOf: Record<Grouping, (gate: LineGateDto) => string> = {
  colour: ({ colorName, colorCode }) => colorName ?? colorCode ?? 'Without a colour',
  order: ({ orderNumber }) => orderNumber,
  mill: ({ millName }) => millName ?? 'Without a mill',
};

/** A column of the board: how many wait there, the most urgent first, more on asking. */
export function BoardColumnList({ column, search, merchandiserId, may, deeds, onAsk }: BoardColumnListProps) {
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInfiniteQuery(
    columnQuery(column, search, merchandiserId),
  );
  const cards = data?.pages.flatMap(({ results }) => results) ?? [];
  const total = data?.pages[0]?.count ?? null;
  const by = search.group ? groupOf[search.group] : () => '';
  const groups = [...new Set(cards.map(by))];
  const Icon = column.icon;
  return (
    <section data-column aria-labelledby={`column-${column.key}`} className="min-w-0 rounded-2xl bg-sunken p-2.5">
      <h2 id={`column-${column.key}`} className="flex items-center gap-2 px-1 pb-2.5 text-sm font-semibold">
        <Icon aria-hidden className="size-4 text-muted" />
        {column.title}
        {total !== null && <span className="font-normal tabular-nums text-muted">{total}</span>}
      </h2>
      {isPending && (
        <Loading what={column.title.toLowerCase()}>
          <Skeleton className="h-24 rounded-xl" />
        </Loading>
      )}
      {error && !data && (
        <ErrorState title="This column could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
      {data && cards.length === 0 && <p className="px-1 pb-2 text-[0.8125rem] text-muted">{column.empty}</p>}
      {groups.map((group) => (
        <Fragment key={group}>
          {group && <h3 className="px-1 pb-1 pt-2 text-[0.8125rem] font-medium text-muted">{group}</h3>}
          <ul aria-label={group ? `${column.title}: ${group}` : column.title} className="space-y-2 pb-2">
            {cards
              .filter((gate) => by(gate) === group)
              .map((gate) => (
                <GateCard key={gate.id} gate={gate} may={may} deeds={deeds} onAsk={onAsk} />
              ))}
          </ul>
        </Fragment>
      ))}
      {hasNextPage && (
        <Button
          size="sm"
          variant="quiet"
          className="w-full"
          busy={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          Show more of {column.title.toLowerCase()}
        </Button>
      )}
    </section>
  );
}
