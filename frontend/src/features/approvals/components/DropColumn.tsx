import type { ReactNode } from 'react';
import type { LineGateDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import type { BoardColumn, ColumnKey } from '../columns';
import { moveTo } from '../moves';

interface DropColumnProps {
  column: BoardColumn;
  /** The card that is in the air. */
  dragged: LineGateDto | null;
  onMove: (gate: LineGateDto, column: ColumnKey) => void;
  className?: string;
  children: ReactNode;
}

/** A column that takes cards: while one is in the air it offers itself, or is greyed and says by which rule. */
export function DropColumn({ column, dragged, onMove, className, children }: DropColumnProps) {
  const move = dragged && moveTo(column.key, dragged);
  const shut = move?.does === 'nothing';
  return (
    <section
      data-column
      aria-labelledby={`column-${column.key}`}
      onDragOver={(event) => {
        if (move && !shut) event.preventDefault(); // this is what lets it be dropped
      }}
      onDrop={(event) => {
        event.preventDefault();
        if (dragged) onMove(dragged, column.key);
      }}
      className={cx(
        'relative min-w-0 rounded-2xl bg-sunken p-2.5',
        move && !shut && 'outline-2 outline-dashed outline-focus',
        className,
      )}
    >
      {shut && (
        <p className="pointer-events-none absolute inset-x-2.5 top-10 z-1 rounded-xl border border-line bg-surface p-3 text-[0.8125rem] text-muted shadow-md">
          {move.why}
        </p>
      )}
      <div className={cx(shut && 'grayscale')}>{children}</div>
    </section>
  );
}
