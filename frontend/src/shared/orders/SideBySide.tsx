import { Link } from '@tanstack/react-router';
import { ExternalLink } from 'lucide-react';
import type { OrderListItemDto } from '../api/generated';
import type { ReactNode } from 'react';
import { cx } from '../lib/cx';
import { plural, sentenceCase } from '../lib/format';
import { paths } from '../lib/paths';
import { StatusBadge } from '../ui/Badge';
import { Amounts, Day } from '../ui/Values';

/** What two orders are told apart by. */
export interface Compared {
  id: string;
  title: string;
  /** Where it is to be seen; null for the one at hand. */
  to: string | null;
  buyer: string | null;
  fabric?: string;
  season?: string | null;
  type?: OrderListItemDto['orderType'];
  quantities: OrderListItemDto['quantities'];
  lines: number;
  etd: string | null;
  merchandiser?: string;
  status?: string;
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
  const { id, orderNumber, buyerName, customerName, quantities, season, status } = order;
  return {
    id,
    title: here ? 'This order' : orderNumber,
    to: here ? null : paths.order(id),
    buyer: buyerName ?? customerName,
    fabric: order.fabricType,
    season,
    type: order.orderType,
    quantities,
    lines,
    etd: order.earliestEtd,
    merchandiser: order.merchandiser?.fullName ?? 'Nobody',
    status,
  };
}

interface Fact {
  term: string;
  value: ReactNode;
  /** By which it is told apart; undefined where it is not known of this one. */
  said: string | null | undefined;
}

function factsOf({ buyer, fabric, season, type, quantities, lines, etd, merchandiser, status }: Compared): Fact[] {
  return [
    { term: 'Buyer', value: buyer, said: buyer?.toLowerCase() },
    { term: 'Fabric', value: fabric, said: fabric?.toLowerCase() },
    { term: 'Season', value: season, said: season },
    { term: 'Type', value: type && sentenceCase(type), said: type },
    { term: 'Quantity', value: <Amounts of={quantities} />, said: JSON.stringify(quantities.map(amountOf).sort()) },
    { term: 'Lines', value: plural(lines, 'line'), said: String(lines) },
    { term: 'First ETD', value: <Day day={etd} />, said: etd },
    { term: 'Merchandiser', value: merchandiser, said: merchandiser },
    { term: 'Status', value: status && <StatusBadge status={status} />, said: status },
  ];
}

const amountOf = ({ quantity, unit }: Compared['quantities'][number]) => `${unit} ${quantity}`;

/** Orders beside one another, fact by fact; what differs from the first is marked. */
export function SideBySide({ orders }: { orders: readonly Compared[] }) {
  const [first] = orders.map((order) => new Map(factsOf(order).map(({ term, said }) => [term, said])));
  const differs = ({ term, said }: Fact) => ![said, first?.get(term)].includes(undefined) && first?.get(term) !== said;
  return (
    <ul aria-label="Orders with this number" className="grid gap-3 sm:grid-cols-[repeat(auto-fill,minmax(15rem,1fr))]">
      {orders.map((order) => (
        <li key={order.id} className="min-w-0 rounded-lg border border-line bg-surface p-3 text-ink">
          <h3 className="mb-2 text-sm font-semibold">
            {order.to ? (
              <Link
                to={order.to}
                target="_blank"
                className="inline-flex items-center gap-1.5 text-accent-text underline underline-offset-2"
              >
                Open {order.title}
                <ExternalLink aria-hidden className="size-3.5" />
                <span className="sr-only">(opens in a new tab)</span>
              </Link>
            ) : (
              order.title
            )}
          </h3>
          <dl className="grid grid-cols-[6.5rem_1fr] gap-x-2 gap-y-1 text-[0.8125rem]">
            {factsOf(order).map((fact) => (
              <div key={fact.term} className="contents">
                <dt className="text-muted">{fact.term}</dt>
                <dd className={cx('min-w-0 break-words', differs(fact) && 'font-semibold text-warn')}>
                  {fact.value || '–'}
                  {differs(fact) && <span className="sr-only"> (differs)</span>}
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
