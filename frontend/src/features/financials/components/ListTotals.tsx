import type { CreditTotalDto, PaperTotalDto } from '@/shared/api/generated';
import { Money } from '@/shared/ui/Values';

interface ListTotalsProps {
  /** One a currency. */
  of: readonly (PaperTotalDto | CreditTotalDto)[] | undefined;
  /** What is not in the sum: `cancelled`. */
  over: string;
}

/** What is listed on all pages, per currency: they never add up. Nothing while there is nothing to add. */
export function ListTotals({ of = [], over }: ListTotalsProps) {
  if (of.length === 0) return null;
  return (
    <ul
      aria-label="Totals of what is listed"
      className="flex flex-wrap gap-x-8 gap-y-1 border-b border-line px-4 py-2 text-sm"
    >
      {of.map((total) => (
        <li key={total.currency} className="flex flex-wrap items-baseline gap-x-2">
          <span className="text-muted">{total.count - total.over} in all</span>
          <Money amount={total.amount} currency={total.currency} className="font-semibold" />
          {'drawn' in total && (
            <span className="text-muted">
              drawn <Money amount={total.drawn} currency={total.currency} />
            </span>
          )}
          {total.over > 0 && (
            <span className="text-muted">
              without {total.over} {over}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
