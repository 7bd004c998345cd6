import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Plus, SearchX, Ship } from 'lucide-react';
import { useState } from 'react';
import { OrderFilter } from '@/shared/forms/OrderFilter';
import { useCan } from '@/shared/lib/can';
import { paths } from '@/shared/lib/paths';
import { useUrlState } from '@/shared/lib/search';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { type Filter, FilterBar } from '@/shared/ui/FilterBar';
import { PageHeader } from '@/shared/ui/PageHeader';
import { Pagination } from '@/shared/ui/Pagination';
import { EmptyState, ErrorState, StaleBanner, TableSkeleton } from '@/shared/ui/States';
import { shipmentsPage } from '../api';
import { NewShipmentDrawer } from '../components/NewShipmentDrawer';
import { ShipmentsTable } from '../components/ShipmentsTable';
import { type ShipmentsSearch, shipmentsSearch } from '../search';
import { statuses, statusNames } from '../vocabulary';

const pageSize = 25;

const filters: Filter<ShipmentsSearch>[] = [
  {
    kind: 'many',
    key: 'status',
    label: 'Status',
    options: statuses.map((value) => ({ value, label: statusNames[value] })),
  },
  { kind: 'days', from: 'shippingDateFrom', to: 'shippingDateTo', label: 'Shipping date' },
];

export default function ShipmentsPage() {
  const navigate = useNavigate();
  const may = useCan();
  const [values, setValues] = useUrlState(shipmentsSearch);
  const [booking, setBooking] = useState(false);
  const { orderId, ...rest } = values;
  const asked = { ...rest, ...(orderId ? { orderId: [orderId] } : {}), pageSize };
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery(shipmentsPage(asked));
  const retry = () => void refetch();
  const book = may('shipment.write') && (
    <Button variant="primary" icon={Plus} onClick={() => setBooking(true)}>
      New shipment
    </Button>
  );

  return (
    <>
      <PageHeader title="Shipments" description="What is booked, on its way, and there." actions={book} />
      <Card flush>
        <div className="border-b border-line">
          <FilterBar of="shipments" values={values} onChange={setValues} filters={filters} searchKey="search">
            <OrderFilter orderId={orderId} onChange={(chosen) => setValues({ orderId: chosen })} />
          </FilterBar>
        </div>
        {error && data && <StaleBanner error={error} onRetry={retry} />}
        {isPending ? (
          <TableSkeleton what="the shipments" columns={6} rows={10} />
        ) : !data ? (
          <ErrorState title="The shipments could not be loaded" error={error} onRetry={retry} />
        ) : data.results.length > 0 ? (
          <>
            <ShipmentsTable
              caption="Shipments"
              rows={data.results}
              withOrder
              ordering={values.ordering}
              onOrdering={(ordering) => setValues({ ordering: ordering as typeof values.ordering })}
              stale={isPlaceholderData}
            />
            <Pagination
              page={values.page ?? 1}
              pageSize={pageSize}
              count={data.count}
              countCapped={data.countCapped}
              hasNext={data.next !== null}
              onPage={(page) => setValues({ page })}
              of={['shipment', 'shipments']}
            />
          </>
        ) : shipmentsSearch.narrows(values) || values.page ? (
          <EmptyState
            icon={SearchX}
            title="No shipment fits all of this"
            actions={<Button onClick={() => setValues(shipmentsSearch.none)}>Drop the filters</Button>}
          >
            The search finds AWB numbers, carriers and order numbers.
          </EmptyState>
        ) : (
          <EmptyState icon={Ship} title="No shipments yet" actions={book}>
            Book the first one under its AWB or container number; its way to the buyer is followed here.
          </EmptyState>
        )}
      </Card>
      {booking && (
        <NewShipmentDrawer
          onClose={() => setBooking(false)}
          onBooked={({ id }) => void navigate({ to: paths.shipment(id) })}
        />
      )}
    </>
  );
}
