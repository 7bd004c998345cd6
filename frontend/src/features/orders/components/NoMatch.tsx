import { useQueries } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { plural } from '@/shared/lib/format';
import { Button } from '@/shared/ui/Button';
import { EmptyState } from '@/shared/ui/States';
import { ordersCount } from '../api';
import { type FilterInForce, type OrderFilters, toQuery } from '../filters';

interface NoMatchProps {
  values: OrderFilters;
  inForce: readonly FilterInForce[];
  onChange: (change: Partial<OrderFilters>) => void;
}

/** No order fits: says which filters are in force and how many orders come back by dropping each. */
export function NoMatch({ values, inForce, onChange }: NoMatchProps) {
  const counts = useQueries({
    queries: inForce.map(({ drop }) => ordersCount(toQuery({ ...values, ...drop, page: undefined }))),
  });
  const ways = inForce
    .map((filter, at) => ({ ...filter, count: counts[at]?.data?.count ?? null }))
    .sort((a, b) => (b.count ?? 0) - (a.count ?? 0));
  const all = Object.assign({}, ...inForce.map(({ drop }) => drop)) as Partial<OrderFilters>;

  return (
    <EmptyState
      icon={SearchX}
      title="No order fits all of this"
      actions={
        inForce.length > 1 && (
          <Button variant="primary" onClick={() => onChange(all)}>
            Drop them all
          </Button>
        )
      }
    >
      <ul className="mt-3 flex flex-col items-center gap-2">
        {ways.map(({ label, drop, count }) => (
          <li key={label}>
            <Button
              size="sm"
              onClick={() => onChange(drop)}
              className="h-auto! min-h-8 max-w-full whitespace-normal! py-1"
            >
              Drop {label}
              {count !== null && <span className="font-normal text-muted">{plural(count, 'order')}</span>}
            </Button>
          </li>
        ))}
      </ul>
    </EmptyState>
  );
}
