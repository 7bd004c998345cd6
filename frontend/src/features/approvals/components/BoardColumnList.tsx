import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import type { LineGateDto } from '@/shared/api/generated';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { ErrorState, Loading, Skeleton } from '@/shared/ui/States';
import { columnQuery, roundOf, roundsQuery } from '../api';
import type { BoardColumn } from '../columns';
import type { ApprovalsSearch, Grouping } from '../search';
import { type BoardDeeds, GateCard } from './GateCard';
import { DropColumn } from './DropColumn';

interface BoardColumnListProps extends BoardDeeds {
  column: BoardColumn;
  search: ApprovalsSearch;
  merchandiserId?: string;
  /** The card that is in the air. */
  dragged: LineGateDto | null;
  className?: string;
}

const groupOf: Record<Grouping, (gate: LineGateDto) => string> = {
  colour: ({ colorName, colorCode }) => colorName ?? colorCode ?? 'Without a colour',
  order: ({ orderNumber }) => orderNumber,
  mill: ({ millName }) => millName ?? 'Without a mill',
};

/** A column of the board: how many wait there and how many are late, the most urgent first, more on asking. */
export function BoardColumnList({
  column,
  search,
  merchandiserId,
  dragged,
  className,
  ...board
}: BoardColumnListProps) {
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInfiniteQuery(
    columnQuery(column, search, merchandiserId),
  );
  const cards = data?.pages.flatMap(({ results }) => results) ?? [];
  const rounds = useQuery(roundsQuery(cards));
  const total = data?.pages[0]?.count ?? null;
  const by = search.group ? groupOf[search.group] : () => '';
  // A mill is one, and a colour, whatever the case it was written in: the first card's is shown.
  const keyOf = (gate: LineGateDto) => by(gate).toLowerCase();
  const groups = [...new Set(cards.map(keyOf))].map((key) => cards.filter((gate) => keyOf(gate) === key));
  const Icon = column.icon;
  return (
    <DropColumn column={column} dragged={dragged} onMove={board.onMove} className={className}>
      <h2
        id={`column-${column.key}`}
        className="flex min-h-8 flex-wrap items-center gap-x-1.5 gap-y-1 px-1 pb-2 text-sm font-semibold"
      >
        <Icon aria-hidden className="size-4 shrink-0 text-muted" />
        {column.title}
        {total !== null && <span className="font-normal tabular-nums text-muted">{total}</span>}
        <Late cards={cards} more={hasNextPage} />
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
      {groups.map((own) => {
        const group = own[0] ? by(own[0]) : '';
        return (
          <Fragment key={group.toLowerCase()}>
            {group && <h3 className="px-1 pb-1 pt-2 text-[0.8125rem] font-medium text-muted">{group}</h3>}
            <ul aria-label={group ? `${column.title}: ${group}` : column.title} className="space-y-2 pb-2">
              {own.map((gate) => (
                <GateCard
                  key={gate.id}
                  gate={gate}
                  shared={gate.id === search.card}
                  round={roundOf(gate, rounds.data ?? [])}
                  {...board}
                />
              ))}
            </ul>
          </Fragment>
        );
      })}
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
    </DropColumn>
  );
}

/** The late ones come first: once one on the board is not late, all that are have been counted. */
function Late({ cards, more }: { cards: readonly LineGateDto[]; more: boolean }) {
  const late = cards.filter(({ overdue }) => overdue).length;
  if (late === 0) return null;
  const open = more && late === cards.length ? '+' : '';
  return (
    <Badge tone="urgent" className="ms-auto px-1.5!">
      {late}
      {open} late
    </Badge>
  );
}
