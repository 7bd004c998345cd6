import { Link } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { OrderListItemDto } from '@/shared/api/generated';
import { clockOf } from '@/shared/gates/clock';
import { cx } from '@/shared/lib/cx';

import { plural } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { paths } from '@/shared/lib/paths';
import { StatusBadge } from '@/shared/ui/Badge';
import { aboveRowLink, type Column, rowLink, Table } from '@/shared/ui/Table';
import { Amounts } from '@/shared/ui/Values';
import { isClosed } from '../vocabulary';
import { Etd } from './Etd';
import { GateSummary } from './GateChips';
import { OrderLinesPeek } from './OrderLinesPeek';

interface OrdersTableProps {
  rows: readonly OrderListItemDto[];
  ordering?: string;
  onOrdering: (ordering: string) => void;
  stale: boolean;
  /** Where one sees the orders of others too. */
  withMerchandiser: boolean;
  /** All orders with their lines, but those that the person folds. */
  linesShown: boolean;
}

export function OrdersTable({ rows, ordering, onOrdering, stale, withMerchandiser, linesShown }: OrdersTableProps) {
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const isOpen = (id: string) => turned.has(id) !== linesShown;
  const toggle = (id: string) =>
    setTurned((old) => new Set(old.has(id) ? [...old].filter((each) => each !== id) : [...old, id]));

  const columns: Column<OrderListItemDto>[] = [
    {
      key: 'po',
      head: 'PO',
      primary: true,
      orderBy: 'orderNumber',
      cell: (order) => <OrderName order={order} withMerchandiser={withMerchandiser} />,
    },
    { key: 'buyer', head: 'Buyer', orderBy: 'customerName', cell: (order) => <Parties order={order} /> },
    { key: 'fabric', head: 'Fabric', show: 'wide', cell: (order) => <Fabric order={order} /> },
    {
      key: 'quantity',
      head: 'Quantity',
      align: 'end',
      cell: (order) => (
        <span className="inline-flex flex-col items-end">
          <Amounts of={order.quantities} />
          <LinesToggle order={order} open={isOpen(order.id)} onToggle={() => toggle(order.id)} />
        </span>
      ),
    },
    { key: 'value', head: 'Value', align: 'end', cell: ({ totalValue }) => <Amounts of={totalValue} /> },
    {
      key: 'etd',
      head: 'ETD',
      orderBy: 'etd',
      cell: (order) => <Etd day={order.earliestEtd} closed={isClosed(order)} />,
    },
    { key: 'status', head: 'Status', badge: true, cell: (order) => <Standing order={order} /> },
    {
      key: 'gates',
      head: 'Gates',
      show: 'wide',
      cell: (order) => <GateSummary approvalStatus={order.approvalStatus} named={1} className="flex-nowrap!" />,
    },
    { key: 'holder', head: 'Waits', show: 'widest', cell: (order) => <WaitsFor order={order} /> },
  ];

  return (
    <Table
      caption="Orders"
      columns={columns}
      rows={rows}
      rowKey={(order) => order.id}
      ordering={ordering}
      onOrdering={onOrdering}
      stale={stale}
      detail={(order) => (isOpen(order.id) ? <OrderLinesPeek id={peekId(order)} order={order} /> : null)}
    />
  );
}

const peekId = ({ id }: OrderListItemDto) => `lines-of-${id}`;

function OrderName({ order, withMerchandiser }: { order: OrderListItemDto; withMerchandiser: boolean }) {
  const holder = withMerchandiser ? (order.merchandiser?.fullName ?? 'Nobody’s') : null;
  const second = [order.orderType === 'local' ? 'Local' : null, holder].filter(Boolean).join(' · ');
  return (
    <>
      <Link to={paths.order(order.id)} className={cx(rowLink, 'whitespace-nowrap')} data-row-link>
        {order.orderNumber}
      </Link>
      {second && <span className="block text-[0.8125rem] text-muted">{second}</span>}
    </>
  );
}

/** Who has had a gate of it for longest against what they may take. */
function WaitsFor({ order }: { order: OrderListItemDto }) {
  const [first] = order.lines
    .flatMap(({ gates }) => gates)
    .filter(({ holder, status }) => holder !== null && status !== null)
    .sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
  const clock = first && !isClosed(order) ? clockOf(first, today()) : null;
  if (!first || !clock) return <span className="text-muted">–</span>;
  return (
    <span className={cx('block whitespace-nowrap text-[0.8125rem]', clock.late && 'text-urgent')}>
      {clock.words}
      <span className="block text-muted">
        {first.name}
        {clock.late && ', late'}
      </span>
    </span>
  );
}

/** Where its lines stand, and the stage that is set by hand. */
function Standing({ order: { status, currentStage } }: { order: OrderListItemDto }) {
  return (
    <span className="inline-flex flex-col items-end gap-1 @2xl:items-start">
      <StatusBadge status={status} />
      <span className="text-[0.8125rem] text-muted @2xl:px-2">{currentStage}</span>
    </span>
  );
}

function Parties({ order: { buyerName, customerName } }: { order: OrderListItemDto }) {
  const second = buyerName && buyerName !== customerName ? customerName : null;
  return (
    <span className="block max-w-52 break-words">
      {buyerName ?? customerName}
      {second && <span className="block text-[0.8125rem] text-muted">{second}</span>}
    </span>
  );
}

function Fabric({ order: { fabricType, season } }: { order: OrderListItemDto }) {
  return (
    <span className="block min-w-28 max-w-48 break-words">
      <span className="line-clamp-2" title={fabricType}>
        {fabricType}
      </span>
      {season && <span className="block text-[0.8125rem] text-muted">{season}</span>}
    </span>
  );
}

interface LinesToggleProps {
  order: OrderListItemDto;
  open: boolean;
  onToggle: () => void;
}

function LinesToggle({ order, open, onToggle }: LinesToggleProps) {
  if (order.lines.length === 0) return null;
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-controls={open ? peekId(order) : undefined}
      onClick={onToggle}
      className={cx(
        aboveRowLink,
        'touch-target -mx-1.5 inline-flex min-h-6 items-center gap-1 whitespace-nowrap rounded-md px-1.5 text-[0.8125rem] text-muted hover:bg-sunken hover:text-ink',
      )}
    >
      {plural(order.lines.length, 'line')}
      <span className="sr-only">of {order.orderNumber}</span>
      <ChevronDown aria-hidden className={cx('size-3.5 transition-transform', open && 'rotate-180')} />
    </button>
  );
}
