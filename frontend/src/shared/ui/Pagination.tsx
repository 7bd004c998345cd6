import { ChevronLeft, ChevronRight } from 'lucide-react';
import { formatDecimal } from '../lib/format';
import { Button } from './Button';

export interface PaginationProps {
  /** From 1. */
  page: number;
  pageSize: number;
  /** Rows in all; null when the server does not count. */
  count: number | null;
  /** The server stopped counting there. */
  countCapped?: boolean;
  /** Whether the answer names a next page. Needed where `count` cannot tell. */
  hasNext?: boolean;
  onPage: (page: number) => void;
  /** One row, many rows: `['order', 'orders']`. */
  of?: readonly [one: string, many: string];
}

export function Pagination({ page, pageSize, count, countCapped = false, hasNext, onPage, of }: PaginationProps) {
  const pages = count === null ? null : Math.max(1, Math.ceil(count / pageSize));
  const next = hasNext ?? (pages !== null && page < pages);
  const grouped = (value: number) => formatDecimal(String(value));
  const first = (page - 1) * pageSize + 1;
  const last = count === null ? page * pageSize : Math.min(page * pageSize, count);
  const total = count === null ? '' : ` of ${grouped(count)}${countCapped ? '+' : ''}`;
  const noun = of ? ` ${count === 1 ? of[0] : of[1]}` : '';
  if (count === 0) return null;

  return (
    <nav aria-label="Pages" className="flex items-center justify-between gap-3 border-t border-line px-4 py-2.5">
      <p className="text-[0.8125rem] tabular-nums text-muted" aria-live="polite">
        {grouped(first)}–{grouped(last)}
        {total}
        {noun}
      </p>
      <div className="flex items-center gap-2">
        <Button
          size="sm"
          icon={ChevronLeft}
          disabled={page <= 1}
          onClick={() => onPage(page - 1)}
          className="[&_svg]:rtl:rotate-180"
        >
          <span className="sr-only sm:not-sr-only">Previous</span>
        </Button>
        {pages !== null && !countCapped && (
          <span className="hidden text-[0.8125rem] tabular-nums text-muted sm:inline">
            Page {grouped(page)} of {grouped(pages)}
          </span>
        )}
        <Button size="sm" disabled={!next} onClick={() => onPage(page + 1)}>
          <span className="sr-only sm:not-sr-only">Next</span>
          <ChevronRight aria-hidden className="rtl:rotate-180" />
        </Button>
      </div>
    </nav>
  );
}
