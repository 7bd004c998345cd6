import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PackageCheck } from 'lucide-react';
import type { SupplierDeliveryDto } from '@/shared/api/generated';
import { OrderFilter } from '@/shared/forms/OrderFilter';
import { unitOptions } from '@/shared/forms/options';
import { paths } from '@/shared/lib/paths';
import { useRowKeys } from '@/shared/lib/row-keys';
import { useUrlState } from '@/shared/lib/search';
import { ListCard } from '@/shared/list/ListCard';
import { useActor } from '@/shared/session';
import { Button } from '@/shared/ui/Button';
import type { Filter } from '@/shared/ui/FilterBar';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState } from '@/shared/ui/States';
import { type Column, rowLink, Table } from '@/shared/ui/Table';
import { Day } from '@/shared/ui/Values';
import { deliveriesPage } from '../api';
import { deliveryColumns, lineOf } from '../columns';
import { type DeliveriesSearch, deliveriesSearch } from '../search';

const pageSize = 25;

/** What came from the mills, for whichever order; a row leads to the deliveries of its order. */
export default function DeliveriesPage() {
  const [values, setValues] = useUrlState(deliveriesSearch);
  const seesAll = useActor().role !== 'merchandiser';
  const { orderId, ...rest } = values;
  const query = useQuery(deliveriesPage({ ...rest, ...(orderId ? { orderId: [orderId] } : {}), pageSize }));
  useRowKeys();
  return (
    <>
      <PageHeader
        title="Deliveries"
        description={seesAll ? 'What the mills delivered.' : 'What the mills delivered for your orders.'}
      />
      <ListCard
        of={['delivery', 'deliveries']}
        query={query}
        spec={deliveriesSearch}
        values={values}
        onChange={setValues}
        filters={filters}
        besideFilters={<OrderFilter orderId={orderId} onChange={(chosen) => setValues({ orderId: chosen })} />}
        columns={columns.length}
        pageSize={pageSize}
        noMatch="The search looks at orders, challan numbers and notes."
        empty={
          <EmptyState
            icon={PackageCheck}
            title="Nothing came yet"
            actions={
              <Button asChild>
                <Link to={paths.orders}>To the orders</Link>
              </Button>
            }
          >
            What a mill’s challan says is recorded in its order, under “Deliveries”, for all lines in one go.
          </EmptyState>
        }
      >
        {({ ordering = '-deliveryDate', ...list }) => (
          <Table caption="Deliveries" columns={columns} rowKey={({ id }) => id} ordering={ordering} {...list} />
        )}
      </ListCard>
    </>
  );
}

const filters: Filter<DeliveriesSearch>[] = [
  { kind: 'many', key: 'unit', label: 'Unit', options: unitOptions },
  { kind: 'days', from: 'deliveryDateFrom', to: 'deliveryDateTo', label: 'Day' },
];

const columns: readonly Column<SupplierDeliveryDto>[] = [
  {
    key: 'order',
    head: 'Order',
    primary: true,
    cell: (delivery) => (
      <span className="block max-w-60 break-words">
        <Link
          to={paths.order(delivery.orderId)}
          search={{ tab: 'deliveries' } as never}
          className={rowLink}
          data-row-link
        >
          {delivery.orderNumber}
          <span className="sr-only">, {lineOf(delivery)}</span>
        </Link>
        <span className="block text-[0.8125rem] font-normal text-muted">{delivery.customerName}</span>
      </span>
    ),
  },
  {
    key: 'date',
    head: 'Day',
    badge: true,
    orderBy: 'deliveryDate',
    cell: ({ deliveryDate }) => <Day day={deliveryDate} />,
  },
  ...deliveryColumns,
];
