import { useQuery } from '@tanstack/react-query';
import { Plus, Ship } from 'lucide-react';
import { useState } from 'react';
import { useCan } from '@/shared/lib/can';
import type { OrderPanelProps } from '@/shared/lib/order';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { EmptyState, ErrorState, StaleBanner, TableSkeleton } from '@/shared/ui/States';
import { shipmentsOfOrder } from '../api';
import { NewShipmentDrawer } from '../components/NewShipmentDrawer';
import { ShipmentActions } from '../components/ShipmentActions';
import { ShipmentsTable } from '../components/ShipmentsTable';

/** The shipments of an order, with the next step of each. */
export default function ShipmentsPanel({ orderId, order }: OrderPanelProps) {
  const may = useCan();
  const [booking, setBooking] = useState(false);
  const { data, error, isPending, refetch } = useQuery(shipmentsOfOrder(orderId));
  const retry = () => void refetch();
  const book = may('shipment.write') && (
    <Button icon={Plus} onClick={() => setBooking(true)}>
      New shipment
    </Button>
  );
  const rows = data?.results ?? [];

  return (
    <>
      <Card flush title="Shipments" actions={rows.length > 0 && book}>
        {error && data && <StaleBanner error={error} onRetry={retry} />}
        {isPending ? (
          <TableSkeleton what="the shipments" rows={3} />
        ) : !data ? (
          <ErrorState title="The shipments could not be loaded" error={error} onRetry={retry} />
        ) : rows.length === 0 ? (
          <EmptyState icon={Ship} title="Nothing is booked yet" actions={book}>
            A shipment has its carrier, its AWB number and the day it leaves.
          </EmptyState>
        ) : (
          <ShipmentsTable
            caption={`Shipments of ${order.orderNumber}`}
            rows={rows}
            actions={(shipment) => <ShipmentActions shipment={shipment} inRow />}
          />
        )}
      </Card>
      {booking && <NewShipmentDrawer order={order} onClose={() => setBooking(false)} />}
    </>
  );
}
