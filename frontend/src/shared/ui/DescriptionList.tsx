import type { ReactNode } from 'react';
import { cx } from '../lib/cx';

export interface DescriptionListProps {
  /** Null and undefined show as a dash. */
  items: readonly { term: string; value: ReactNode }[];
  columns?: 1 | 2 | 3;
}

const grids = { 1: '', 2: '@sm:grid-cols-2', 3: '@sm:grid-cols-2 @2xl:grid-cols-3' } as const;

/** Facts: a word and its value. */
export function DescriptionList({ items, columns = 1 }: DescriptionListProps) {
  return (
    <div className="@container">
      <dl className={cx('grid gap-x-8 gap-y-3.5', grids[columns])}>
        {items.map(({ term, value }) => (
          <div key={term} className="min-w-0">
            <dt className="text-[0.8125rem] text-muted">{term}</dt>
            <dd className="mt-0.5 break-words text-sm">{value ?? <span className="text-muted">–</span>}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
