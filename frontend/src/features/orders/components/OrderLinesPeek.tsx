import { Link } from '@tanstack/react-router';
import type { OrderListItemDto } from '@/shared/api/generated';
import { paths } from '@/shared/lib/paths';
import { StatusBadge } from '@/shared/ui/Badge';
import { Quantity } from '@/shared/ui/Values';
import { isClosed } from '../vocabulary';
import { Etd } from './Etd';
import { useLineGateGrid } from './LineGateGrid';

/** The lines of an order with their gates, without leaving the list. */
export function OrderLinesPeek({ id, order }: { id: string; order: OrderListItemDto }) {
  const closed = isClosed(order);
  const { grid, cellsOf, says, dialogs } = useLineGateGrid(order.id, order.lines);
  return (
    <>
      <div
        ref={grid}
        id={id}
        role="grid"
        aria-label={`Lines of ${order.orderNumber}`}
        aria-multiselectable
        className="divide-y divide-line"
      >
        {order.lines.map((line, row) => (
          <div
            key={line.id}
            role="row"
            aria-rowindex={row + 1}
            className="grid gap-x-6 gap-y-1.5 px-4 py-2.5 @2xl:grid-cols-[minmax(0,20rem)_minmax(0,1fr)] @2xl:items-center @2xl:ps-10"
          >
            <span role="rowheader" className="min-w-0">
              <Link
                to={paths.order(order.id)}
                search={{ tab: 'lines', line: line.id } as never}
                className="block break-words rounded font-medium hover:text-accent-text"
              >
                {line.label}
              </Link>
              <span className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.8125rem]">
                <Quantity quantity={line.quantity} unit={line.unit} />
                <Etd day={line.etd} closed={closed || isClosed(line)} inline />
                <StatusBadge status={line.status} />
              </span>
            </span>
            {line.gates.length > 0 ? (
              <span role="presentation" className="flex flex-wrap gap-1.5">
                {cellsOf(row)}
              </span>
            ) : (
              <span role="gridcell" className="text-[0.8125rem] text-muted">
                No gates
              </span>
            )}
          </div>
        ))}
      </div>
      <p role="status" className={says ? 'px-4 py-2 text-[0.8125rem] text-muted @2xl:ps-10' : 'sr-only'}>
        {says}
      </p>
      {dialogs}
    </>
  );
}
