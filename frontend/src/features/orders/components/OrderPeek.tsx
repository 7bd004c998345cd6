import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ListTodo } from 'lucide-react';
import { type KeyboardEvent, useEffect, useEffectEvent } from 'react';
import type { OrderDto, OrderListItemDto, TaskDto } from '@/shared/api/generated';
import { GateCell } from '@/shared/gates/GateCell';
import { useSingleKeys } from '@/shared/lib/keys';
import { paths } from '@/shared/lib/paths';
import { StatusBadge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { DescriptionList } from '@/shared/ui/DescriptionList';
import { Drawer } from '@/shared/ui/Drawer';
import { DetailSkeleton, ErrorState } from '@/shared/ui/States';
import { Amounts, Day, Quantity } from '@/shared/ui/Values';
import { openTasks, orderDetail } from '../api';
import { isClosed, typeNames } from '../vocabulary';
import { Etd } from './Etd';
import { PlanCell } from './PlanCell';

interface OrderPeekProps {
  orderId: string;
  /** The orders of the page, in their order: J and K go along them, and what they tell is not asked for again. */
  rows: readonly OrderListItemDto[];
  onGo: (orderId: string) => void;
  onClose: () => void;
}

/** An order beside its list: enough to answer a call, without leaving the row. */
export default function OrderPeek({ orderId, rows, onGo, onClose }: OrderPeekProps) {
  const at = rows.findIndex(({ id }) => id === orderId);
  const row = rows[at];
  const detail = useQuery({ ...orderDetail(orderId), enabled: !row });
  const tasks = useQuery(openTasks(orderId));
  const navigate = useNavigate();
  const order = row ?? detail.data;
  const open = () => void navigate({ to: paths.order(orderId) });

  const focusRow = useEffectEvent(() => linkOf(orderId)?.focus());
  // Whoever walked on from row to row goes on from the row that was peeked at last.
  useEffect(() => () => focusRow(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !useSingleKeys.getState().on) return;
    const key = event.key.toLowerCase();
    const beside = key === 'j' ? rows[at + 1] : key === 'k' ? rows[at - 1] : undefined;
    if (beside) onGo(beside.id);
    else if (event.key === ' ' && !isPressable(event.target)) onClose();
    else if (event.key === 'Enter' && !isPressable(event.target)) open();
    else return;
    event.preventDefault();
  };

  return (
    <Drawer
      open
      onOpenChange={onClose}
      onKeyDown={onKeyDown}
      focusWhole
      title={order?.orderNumber ?? 'Order'}
      description={order && buyerOf(order)}
      footer={
        <>
          <p className="me-auto text-[0.8125rem] text-muted max-sm:hidden">
            {at >= 0 && `${at + 1} of ${rows.length} on this page · J next, K before`}
          </p>
          <Button variant="primary" asChild>
            <Link to={paths.order(orderId)}>Open the order</Link>
          </Button>
        </>
      }
    >
      {order ? (
        <Peeked order={order} tasks={tasks.data ?? []} />
      ) : detail.error ? (
        <ErrorState title="The order could not be loaded" error={detail.error} onRetry={() => void detail.refetch()} />
      ) : (
        <DetailSkeleton what="the order" />
      )}
    </Drawer>
  );
}

/** The link of an order's row, by where it leads. */
const linkOf = (orderId: string) =>
  [...document.querySelectorAll<HTMLElement>('[data-row-link]')].find(
    (link) => link.getAttribute('href') === paths.order(orderId),
  );

const isPressable = (target: EventTarget) => target instanceof Element && target.closest('a, button') !== null;

const buyerOf = ({ buyerName, customerName }: OrderDto | OrderListItemDto) =>
  buyerName && buyerName !== customerName ? `${buyerName} for ${customerName}` : customerName;

function Peeked({ order, tasks }: { order: OrderDto | OrderListItemDto; tasks: readonly TaskDto[] }) {
  const lines = 'styles' in order ? order.styles.flatMap((style) => style.lines) : order.lines;
  const closed = isClosed(order);
  return (
    <div className="flex flex-col gap-6">
      <DescriptionList
        columns={2}
        items={[
          { term: 'Status', value: <StatusBadge status={order.status} /> },
          { term: 'Stage', value: order.currentStage },
          { term: 'Quantity', value: <Amounts of={order.quantities} /> },
          { term: 'Value', value: <Amounts of={order.totalValue} /> },
          { term: 'First ETD', value: <Etd day={order.earliestEtd} closed={closed} inline /> },
          { term: 'Type', value: typeNames[order.orderType] },
          { term: 'Fabric', value: order.fabricType },
          { term: 'Merchandiser', value: order.merchandiser?.fullName ?? 'Nobody yet' },
        ]}
      />
      <section>
        <h3 className="text-sm font-semibold">Lines</h3>
        {lines.length === 0 && <p className="mt-2 text-sm text-muted">This order has no lines yet.</p>}
        <ul className="mt-1 divide-y divide-line">
          {lines.map((line) => (
            <li key={line.id} className="@container flex flex-col gap-2 py-3">
              <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
                <div className="min-w-0 text-sm">
                  <p className="break-words font-medium">{line.label}</p>
                  <p className="text-[0.8125rem] text-muted">
                    <Quantity quantity={line.quantity} unit={line.unit} />
                    {line.etd && (
                      <>
                        {' · ETD '}
                        <Day day={line.etd} />
                      </>
                    )}
                    {line.millName && ` · ${line.millName}`}
                  </p>
                </div>
                {line.plan && (
                  <span className="ms-auto">
                    <PlanCell of={[line]} closed={closed || isClosed(line)} />
                  </span>
                )}
              </div>
              <div className="flex flex-wrap gap-1.5">
                {line.gates.map((gate) => (
                  <GateCell key={gate.key} gate={gate} />
                ))}
              </div>
            </li>
          ))}
        </ul>
      </section>
      {tasks.length > 0 && (
        <section>
          <h3 className="text-sm font-semibold">Open tasks</h3>
          <ul className="mt-1 divide-y divide-line text-sm">
            {tasks.map((task) => (
              <li key={task.id} className="flex items-start gap-2 py-2.5">
                <ListTodo aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
                <span className="min-w-0">
                  <span className="break-words">{task.title}</span>
                  <span className="block text-[0.8125rem] text-muted">
                    {task.assignedTo?.fullName ?? 'Nobody yet'}
                    {task.dueDate && (
                      <>
                        {' · due '}
                        <Day day={task.dueDate} />
                      </>
                    )}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
