import { Link } from '@tanstack/react-router';
import type { FiguresDto } from '@/shared/api/generated';
import { plural } from '@/shared/lib/format';
import { paths } from '@/shared/lib/paths';
import { Card } from '@/shared/ui/Card';
import { Money } from '@/shared/ui/Values';
import { Counted } from './ChartCard';

const title = 'Value of open orders';

/** One line for each currency: they are not added, and no bar compares them. */
export function OpenValues({ values }: { values: FiguresDto['values'] }) {
  return (
    <Card
      title={title}
      actions={
        <Counted title={title}>
          Quantity × our price of every line of the open orders, rounded line by line. Lines without a quantity or a
          price are left out. Currencies are not added; an order in two of them counts in both.
        </Counted>
      }
    >
      {values.length > 0 ? (
        <ul className="divide-y divide-line">
          {values.map(({ currency, amount, orders }) => (
            <li key={currency}>
              <Link
                to={paths.orders}
                search={{ category: ['upcoming', 'running'], currency } as never}
                className="flex min-h-11 flex-wrap items-baseline justify-between gap-x-4 rounded py-2 hover:bg-hover"
              >
                <Money amount={amount} currency={currency} className="text-lg font-semibold" />
                <span className="text-[0.8125rem] text-accent-text">{plural(orders, 'order')}</span>
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <p className="py-4 text-sm text-muted">No open order has a quantity and a price yet.</p>
      )}
    </Card>
  );
}
