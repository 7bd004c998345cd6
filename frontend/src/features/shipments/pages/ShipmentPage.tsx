import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { PackageX } from 'lucide-react';
import { useEffect } from 'react';
import type { ShipmentDto } from '@/shared/api/generated';
import { toProblem } from '@/shared/api/errors';
import { paths } from '@/shared/lib/paths';
import { useActor } from '@/shared/session';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { DescriptionList } from '@/shared/ui/DescriptionList';
import { PageHeader } from '@/shared/ui/PageHeader';
import { DetailSkeleton, EmptyState, ErrorState, StaleBanner } from '@/shared/ui/States';
import { Day } from '@/shared/ui/Values';
import { shipmentDetail } from '../api';
import { Papers } from '../components/Papers';
import { ShipmentActions } from '../components/ShipmentActions';
import { DueChip, ShipmentStatusBadge } from '../components/ShipmentBadges';
import { ShipmentHistory } from '../components/ShipmentHistory';

export default function ShipmentPage() {
  const { shipmentId = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const { data: shipment, error, refetch } = useQuery(shipmentDetail(shipmentId));
  const retry = () => void refetch();

  if (!shipment) {
    if (error && toProblem(error).status === 404) return <NoSuchShipment />;
    if (error) return <ErrorState title="The shipment could not be loaded" error={error} onRetry={retry} />;
    return <DetailSkeleton what="the shipment" />;
  }
  return (
    <>
      <PageHeader
        title={shipment.awbNumber}
        crumbs={[{ label: 'Shipments', to: paths.shipments }]}
        badges={
          <>
            <ShipmentStatusBadge {...shipment} />
            <DueChip shipment={shipment} />
          </>
        }
        description={<Whose shipment={shipment} />}
        actions={<ShipmentActions shipment={shipment} onDeleted={() => void navigate({ to: paths.shipments })} />}
      />
      {error && (
        <Card flush className="mb-4 overflow-hidden">
          <StaleBanner error={error} onRetry={retry} />
        </Card>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex flex-col gap-5">
          <Card title="Details">
            <DescriptionList columns={2} items={factsOf(shipment)} />
          </Card>
          <Papers shipment={shipment} />
        </div>
        <ShipmentHistory shipment={shipment} />
      </div>
    </>
  );
}

function Whose({ shipment: { carrierName, customerName, orderId, orderNumber } }: { shipment: ShipmentDto }) {
  return (
    <>
      <span className="font-medium text-ink">{carrierName}</span> ·{' '}
      <Link
        to={paths.order(orderId)}
        search={{ tab: 'shipments' } as never}
        className="text-accent-text underline underline-offset-2"
      >
        {orderNumber}
      </Link>{' '}
      · {customerName}
    </>
  );
}

function factsOf(shipment: ShipmentDto) {
  const { status, shippingDate, estimatedArrival, deliveredOn, returnReason, notes } = shipment;
  return [
    { term: 'Carrier', value: shipment.carrierName },
    { term: 'AWB number', value: shipment.awbNumber },
    { term: status === 'pending' ? 'Leaves on' : 'Left on', value: <Day day={shippingDate} /> },
    { term: 'Estimated arrival', value: <Day day={estimatedArrival} /> },
    { term: 'Delivered on', value: <Day day={deliveredOn} /> },
    ...(returnReason ? [{ term: 'Came back because', value: returnReason }] : []),
    { term: 'Notes', value: notes && <span className="whitespace-pre-line">{notes}</span> },
  ];
}

function NoSuchShipment() {
  const { role } = useActor();
  useEffect(() => {
    document.title = 'No such shipment · Provabook';
  }, []);
  return (
    <div className="grid min-h-[60dvh] place-content-center">
      <h1 className="sr-only">No such shipment</h1>
      <EmptyState
        icon={PackageX}
        title={role === 'merchandiser' ? 'This shipment is not among yours' : 'There is no such shipment'}
        actions={
          <Button variant="primary" asChild>
            <Link to={paths.shipments}>All shipments</Link>
          </Button>
        }
      >
        It was deleted, the link is incomplete, or a colleague holds its order now.
      </EmptyState>
    </div>
  );
}
