import { Link } from '@tanstack/react-router';
import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import type { OrderListItemDto } from '@/shared/api/generated';
import { plural } from '@/shared/lib/format';
import { paths } from '@/shared/lib/paths';
import { StatusBadge } from '@/shared/ui/Badge';
import { Amounts, Day } from '@/shared/ui/Values';
import { typeNames } from '../vocabulary';

/** What two orders are told apart by. */
export interface Compared {
  id: string;
  title: string;
  /** Where it is to be seen; null for the one at hand. */
  to: string | null;
  facts: readonly (readonly [term: string, value: ReactNode])[];
}

type Order = Pick<
  OrderListItemDto,
  | 'id'
  | 'orderNumber'
  | 'customerName'
  | 'buyerName'
  | 'fabricType'
  | 'season'
  | 'orderType'
  | 'quantities'
  | 'earliestEtd'
  | 'merchandiser'
  | 'status'
>;

/** @param lines how many lines it has  @param here whether it is the order at hand */
export function comparedOrder(order: Order, lines: number, here = false): Compared {
  const { buyerName, customerName, fabricType, season, merchandiser } = order;
  return {
    id: order.id,
    title: here ? 'This order' : order.orderNumber,
    to: here ? null : paths.order(order.id),
    facts: [
      ['Buyer', buyerName ?? customerName],
      ['Fabric', fabricType],
      ['Season', season],
      ['Type', typeNames[order.orderType]],
      ['Quantity', <Amounts key="quantity" of={order.quantities} />],
      ['Lines', plural(lines, 'line')],
      ['First ETD', <Day key="etd" day={order.earliestEtd} />],
      ['Merchandiser', merchandiser?.fullName ?? 'Nobody'],
      ['Status', <StatusBadge key="status" status={order.status} />],
    ],
  };
}

/** Orders beside one another, fact by fact. */
export function SideBySide({ orders }: { orders: readonly Compared[] }) {
  return (
    <ul aria-label="Orders with this number" className="grid gap-3 sm:grid-cols-[repeat(auto-fill,minmax(15rem,1fr))]">
      {orders.map(({ id, title, to, facts }) => (
        <li key={id} className="min-w-0 rounded-lg border border-line bg-surface p-3 text-ink">
          <h3 className="mb-2 text-sm font-semibold">
            {to ? (
              <Link
                to={to}
                target="_blank"
                className="inline-flex items-center gap-1.5 text-accent-text underline underline-offset-2"
              >
                Open {title}
                <ExternalLink aria-hidden className="size-3.5" />
                <span className="sr-only">(opens in a new tab)</span>
              </Link>
            ) : (
              title
            )}
          </h3>
          <dl className="grid grid-cols-[6.5rem_1fr] gap-x-2 gap-y-1 text-[0.8125rem]">
            {facts.map(([term, value]) => (
              <div key={term} className="contents">
                <dt className="text-muted">{term}</dt>
                <dd className="min-w-0 break-words">{value || '–'}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
