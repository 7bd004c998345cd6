import { Link } from '@tanstack/react-router';
import { PackageCheck } from 'lucide-react';
import type { NextOrderDto } from '@/shared/api/generated';
import { daysBetween, plural } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { paths } from '@/shared/lib/paths';
import { Badge, StatusBadge, UrgencyChip } from '@/shared/ui/Badge';
import { Card } from '@/shared/ui/Card';
import { EmptyState } from '@/shared/ui/States';
import { type Column, rowLink, Table } from '@/shared/ui/Table';
import { Day } from '@/shared/ui/Values';

/** Open orders by ETD, the most urgent first. */
export function NextToLeave({
  orders,
  withMerchandiser,
}: {
  orders: readonly NextOrderDto[];
  withMerchandiser: boolean;
}) {
  const shown = withMerchandiser ? [...columns, merchandiser] : columns;
  return (
    <Card title="Next to leave" flush>
      {orders.length > 0 ? (
        <Table caption="Open orders by ETD" columns={shown} rows={orders} rowKey={({ id }) => id} />
      ) : (
        <EmptyState icon={PackageCheck} title="Nothing is due to leave">
          Open orders with an ETD stand here, the most urgent first.
        </EmptyState>
      )}
    </Card>
  );
}

const columns: Column<NextOrderDto>[] = [
  {
    key: 'order',
    head: 'Order',
    primary: true,
    cell: ({ id, orderNumber }) => (
      <Link to={paths.order(id)} className={rowLink}>
        {orderNumber}
      </Link>
    ),
  },
  { key: 'customer', head: 'Buyer', cell: ({ customerName }) => customerName },
  {
    key: 'etd',
    head: 'ETD',
    cell: ({ earliestEtd }) => (
      <span className="inline-flex flex-wrap items-center justify-end gap-2 @2xl:justify-start">
        <Day day={earliestEtd} />
        <UrgencyChip days={daysBetween(today(), earliestEtd)} of="ETD" />
      </span>
    ),
  },
  {
    key: 'overdue',
    head: 'Plan',
    cell: ({ overdueMilestones }) =>
      overdueMilestones > 0 ? (
        <Badge tone="warn">{plural(overdueMilestones, 'step')} overdue</Badge>
      ) : (
        <span className="text-muted">on plan</span>
      ),
  },
  { key: 'status', head: 'Status', badge: true, cell: ({ status }) => <StatusBadge status={status} /> },
];

const merchandiser: Column<NextOrderDto> = {
  key: 'merchandiser',
  head: 'Merchandiser',
  show: 'wide',
  cell: ({ merchandiserName }) => merchandiserName ?? '–',
};
