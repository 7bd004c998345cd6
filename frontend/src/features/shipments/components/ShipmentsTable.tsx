import { Link } from '@tanstack/react-router';
import { Paperclip } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ShipmentDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { paths } from '@/shared/lib/paths';
import { aboveRowLink, type Column, rowLink, Table } from '@/shared/ui/Table';
import { Day } from '@/shared/ui/Values';
import { DueChip, ShipmentStatusBadge } from './ShipmentBadges';

interface ShipmentsTableProps {
  caption: string;
  rows: readonly ShipmentDto[];
  /** Within the workspace of an order every row is of the same. */
  withOrder?: boolean;
  ordering?: string;
  onOrdering?: (ordering: string) => void;
  stale?: boolean;
  /** Buttons of a row. */
  actions?: (shipment: ShipmentDto) => ReactNode;
}

export function ShipmentsTable({ caption, rows, withOrder = false, actions, ...table }: ShipmentsTableProps) {
  const columns: Column<ShipmentDto>[] = [
    { key: 'awb', head: 'AWB number', primary: true, cell: (shipment) => <Name shipment={shipment} /> },
    ...(withOrder ? [orderColumn] : []),
    {
      key: 'shippingDate',
      head: 'Shipping date',
      orderBy: 'shippingDate',
      cell: ({ shippingDate }) => <Day day={shippingDate} />,
    },
    {
      key: 'estimatedArrival',
      head: 'Estimated arrival',
      orderBy: 'estimatedArrival',
      cell: ({ estimatedArrival }) => <Day day={estimatedArrival} />,
    },
    { key: 'delivered', head: 'Delivered', show: 'wide', cell: ({ deliveredOn }) => <Day day={deliveredOn} /> },
    { key: 'papers', head: 'Papers', show: 'wide', cell: ({ documents }) => <Papers there={documents !== null} /> },
    { key: 'status', head: 'Status', badge: true, cell: (shipment) => <Standing shipment={shipment} /> },
    ...(actions ? [actionsColumn(actions)] : []),
  ];
  return <Table caption={caption} columns={columns} rows={rows} rowKey={({ id }) => id} {...table} />;
}

const orderColumn: Column<ShipmentDto> = {
  key: 'order',
  head: 'Order',
  cell: ({ orderId, orderNumber, orders, customerName }) => (
    <span className="block max-w-60 break-words">
      <Link
        to={paths.order(orderId)}
        search={{ tab: 'shipments' } as never}
        className={cx(aboveRowLink, 'text-accent-text hover:underline')}
      >
        {orderNumber}
      </Link>
      {orders.length > 1 && (
        <span className="block text-[0.8125rem] text-muted">
          with{' '}
          {orders
            .map((order) => order.orderNumber)
            .filter((number) => number !== orderNumber)
            .join(', ')}
        </span>
      )}
      <span className="block text-[0.8125rem] text-muted">{customerName}</span>
    </span>
  ),
};

const actionsColumn = (actions: (shipment: ShipmentDto) => ReactNode): Column<ShipmentDto> => ({
  key: 'actions',
  head: 'Actions',
  badge: true,
  align: 'end',
  cell: (shipment) => <span className={cx(aboveRowLink, '-my-1 inline-flex')}>{actions(shipment)}</span>,
});

function Name({ shipment: { id, awbNumber, carrierName } }: { shipment: ShipmentDto }) {
  return (
    <>
      <Link to={paths.shipment(id)} className={cx(rowLink, 'break-all')} data-row-link>
        {awbNumber}
      </Link>
      <span className="block text-[0.8125rem] text-muted">{carrierName}</span>
    </>
  );
}

function Standing({ shipment }: { shipment: ShipmentDto }) {
  return (
    <span className="inline-flex flex-col items-end gap-1 @2xl:items-start">
      <ShipmentStatusBadge {...shipment} />
      <DueChip shipment={shipment} />
    </span>
  );
}

function Papers({ there }: { there: boolean }) {
  return there ? (
    <span className="inline-flex items-center gap-1.5">
      <Paperclip aria-hidden className="size-4 text-muted" />
      Attached
    </span>
  ) : (
    <span className="text-muted">None yet</span>
  );
}
