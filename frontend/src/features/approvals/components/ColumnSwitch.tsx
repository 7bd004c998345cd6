import { useInfiniteQuery } from '@tanstack/react-query';
import { cx } from '@/shared/lib/cx';
import { columnQuery } from '../api';
import { approvedColumn, type BoardColumn, type ColumnKey, columns } from '../columns';
import type { ApprovalsSearch } from '../search';

interface ColumnSwitchProps {
  search: ApprovalsSearch;
  merchandiserId?: string;
  /** The one in sight. */
  shown: ColumnKey;
  onShow: (column: ColumnKey) => void;
}

/** On a phone there is room for one column: which one, and how many wait in each. */
export function ColumnSwitch({ search, merchandiserId, shown, onShow }: ColumnSwitchProps) {
  return (
    <div
      role="group"
      aria-label="Column of the board"
      className="-mx-4 mb-3 flex gap-1.5 overflow-x-auto px-4 py-1 md:hidden"
    >
      {[...columns, approvedColumn].map((column) => (
        <button
          key={column.key}
          type="button"
          aria-pressed={column.key === shown}
          onClick={() => onShow(column.key)}
          className={cx(
            'touch-tall inline-flex shrink-0 items-center gap-1.5 rounded-lg border px-3 py-1 text-sm font-medium',
            column.key === shown
              ? 'border-accent-text/35 bg-accent-tint text-accent-text'
              : 'border-line bg-surface text-muted',
          )}
        >
          {column.title}
          {column !== approvedColumn && <Count {...{ column, search, merchandiserId }} />}
        </button>
      ))}
    </div>
  );
}

/** The column itself asks for the same; it is asked once. */
function Count({
  column,
  search,
  merchandiserId,
}: { column: BoardColumn } & Omit<ColumnSwitchProps, 'shown' | 'onShow'>) {
  const { data } = useInfiniteQuery(columnQuery(column, search, merchandiserId));
  return <span className="font-normal tabular-nums">{data?.pages[0]?.count}</span>;
}
