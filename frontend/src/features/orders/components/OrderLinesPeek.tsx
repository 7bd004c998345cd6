import { Link } from '@tanstack/react-router';
import type { OrderListItemDto } from '@/shared/api/generated';
import { paths } from '@/shared/lib/paths';
import { StatusBadge } from '@/shared/ui/Badge';
import { Quantity } from '@/shared/ui/Values';
import { isClosed } from '../vocabulary';
import { Etd } from './Etd';
import { GateSummary } from './GateChips';

/** The lines of an order, without leaving the list. */
export function OrderLinesPeek({ id, order }: { id: string; order: OrderListItemDto }) {
  const closed = isClosed(order);
  return (
    <ul id={id} aria-label={`Lines of ${order.orderNumber}`} className="divide-y divide-line">
      {order.lines.map((line) => (
        <li
          key={line.id}
          className="grid gap-x-6 gap-y-1.5 px-4 py-2.5 @2xl:grid-cols-[minmax(0,2fr)_7rem_14.5rem_8.5rem_minmax(0,1.6fr)] @2xl:items-center @2xl:ps-10"
        >
          <Link
            to={paths.order(order.id)}
            search={{ tab: 'lines', line: line.id } as never}
            className="min-w-0 break-words rounded hover:text-accent-text"
          >
            {line.label}
          </Link>
          <span className="@2xl:text-end">
            <Quantity quantity={line.quantity} unit={line.unit} />
          </span>
          <Etd day={line.etd} closed={closed || isClosed(line)} inline />
          <StatusBadge status={line.status} />
          <GateSummary approvalStatus={line.approvalStatus} named={3} />
        </li>
      ))}
    </ul>
  );
}
