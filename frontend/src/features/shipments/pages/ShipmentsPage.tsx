import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Plus, Ship } from 'lucide-react';
import { useState } from 'react';
import { OrderFilter } from '@/shared/forms/OrderFilter';
import { useCan } from '@/shared/lib/can';
import { paths } from '@/shared/lib/paths';
import { useUrlState } from '@/shared/lib/search';
import { ListCard } from '@/shared/list/ListCard';
import { Button } from '@/shared/ui/Button';
import type { Filter } from '@/shared/ui/FilterBar';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState } from '@/shared/ui/States';
import { shipmentsPage } from '../api';
import { NewShipmentDrawer } from '../components/NewShipmentDrawer';
import { ShipmentViews } from '../components/ShipmentViews';
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
  const query = useQuery(shipmentsPage(asked));
  const book = may('shipment.write') && (
    <Button variant="primary" icon={Plus} onClick={() => setBooking(true)}>
      New shipment
    </Button>
  );

  return (
    <>
      <PageHeader
        title="Shipments"
        description="What is booked, on its way, and there."
        actions={
          <>
            <ShipmentViews />
            {book}
          </>
        }
      />
      <ListCard
        of={['shipment', 'shipments']}
        query={query}
        spec={shipmentsSearch}
        values={values}
        onChange={setValues}
        filters={filters}
        besideFilters={<OrderFilter orderId={orderId} onChange={(chosen) => setValues({ orderId: chosen })} />}
        columns={6}
        noMatch="The search finds AWB numbers, carriers and order numbers."
        empty={
          <EmptyState icon={Ship} title="No shipments yet" actions={book}>
            Book the first one under its AWB or container number; its way to the buyer is followed here.
          </EmptyState>
        }
      >
        {(list) => <ShipmentsTable caption="Shipments" withOrder {...list} />}
      </ListCard>
      {booking && (
        <NewShipmentDrawer
          onClose={() => setBooking(false)}
          onBooked={({ id }) => void navigate({ to: paths.shipment(id) })}
        />
      )}
    </>
  );
}
