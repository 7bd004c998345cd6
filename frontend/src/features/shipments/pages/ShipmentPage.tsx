import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { PackageX, Users } from 'lucide-react';
import { Fragment, useEffect } from 'react';
import type { ShipmentDto } from '@/shared/api/generated';
import { toProblem } from '@/shared/api/errors';
import { cx } from '@/shared/lib/cx';
import { daysBetween, formatDay, plural } from '@/shared/lib/format';
import { paths } from '@/shared/lib/paths';
import { useActor } from '@/shared/session';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { DescriptionList } from '@/shared/ui/DescriptionList';
import { PageHeader } from '@/shared/ui/PageHeader';
import { DetailSkeleton, EmptyState, ErrorState, StaleBanner, TableSkeleton } from '@/shared/ui/States';
import { Day } from '@/shared/ui/Values';
import { shipmentDetail } from '../api';
import { cargoOf } from '../cargo';
import { ContainersCard } from '../components/cargo/ContainersCard';
import { FiguresCard } from '../components/cargo/FiguresCard';
import { LinesCard } from '../components/cargo/LinesCard';
import { PackingCard } from '../components/cargo/PackingCard';
import { InvoiceCard } from '../components/papers/InvoiceCard';
import { PapersCard } from '../components/papers/PapersCard';
import { Papers } from '../components/Papers';
import { PresentationCard } from '../components/presentation/PresentationCard';
import { ShipmentActions } from '../components/ShipmentActions';
import { DueChip, ShipmentStatusBadge } from '../components/ShipmentBadges';
import { ShipmentHistory } from '../components/ShipmentHistory';
import { loadNames, modeNames, numberNames } from '../vocabulary';

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
      <ShipmentBody shipment={shipment} />
    </>
  );
}

function ShipmentBody({ shipment }: { shipment: ShipmentDto }) {
  const { data: cargo, error, refetch } = useQuery(cargoOf(shipment.id));
  const others = shipment.orders.filter(({ id }) => id === null).map(({ orderNumber }) => orderNumber);
  return (
    <div className="flex flex-col gap-5">
      {others.length > 0 && <GoesWith others={others} />}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Card title="Details">
          <DescriptionList columns={3} items={factsOf(shipment)} />
        </Card>
        <div className="flex min-w-0 flex-col gap-5">
          {cargo && <FiguresCard cargo={cargo} />}
          {cargo && <ContainersCard cargo={cargo} awbNumber={shipment.awbNumber} />}
        </div>
      </div>
      {cargo ? (
        <>
          <LinesCard cargo={cargo} shipment={shipment} />
          <PackingCard cargo={cargo} awbNumber={shipment.awbNumber} />
        </>
      ) : error ? (
        <ErrorState title="What goes could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : (
        <Card flush>
          <TableSkeleton what="what goes" columns={5} rows={4} />
        </Card>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        {others.length === 0 && (
          <div className="flex min-w-0 flex-col gap-5">
            <PresentationCard shipment={shipment} />
            <PapersCard shipment={shipment} />
            <Papers shipment={shipment} />
          </div>
        )}
        <div className="flex min-w-0 flex-col gap-5">
          {others.length === 0 && <InvoiceCard shipment={shipment} invoiceable={Boolean(cargo?.lines.length)} />}
          {shipment.orders[0]?.id !== null && <ShipmentHistory shipment={shipment} />}
        </div>
      </div>
    </div>
  );
}

/** Orders of colleagues are on it: what is shown is the reader's part. */
function GoesWith({ others }: { others: readonly string[] }) {
  return (
    <p role="status" className="flex items-start gap-2 rounded-xl border border-line bg-sunken px-4 py-3 text-sm">
      <Users aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <span>
        <span className="font-medium">{listed(others)}</span> of a colleague {others.length > 1 ? 'go' : 'goes'} with it
        too. Below is the part of your orders; a manager sees to what goes, and to its papers and invoice.
      </span>
    </p>
  );
}

const listed = (numbers: readonly string[]) => new Intl.ListFormat('en').format(numbers);

function Whose({ shipment: { carrierName, customerName, orders } }: { shipment: ShipmentDto }) {
  return (
    <>
      <span className="font-medium text-ink">{carrierName}</span> ·{' '}
      {orders.map(({ id, orderNumber }, at) => (
        <Fragment key={orderNumber}>
          {at > 0 && ', '}
          {id ? (
            <Link
              to={paths.order(id)}
              search={{ tab: 'shipments' } as never}
              className="text-accent-text underline underline-offset-2"
            >
              {orderNumber}
            </Link>
          ) : (
            orderNumber
          )}
        </Fragment>
      ))}{' '}
      · {customerName}
    </>
  );
}

const place = (code: string | null, name: string | null) => (code && name ? `${name} (${code})` : (name ?? code));

/** What is known of it; of what nobody wrote, only what every shipment has. */
function factsOf(shipment: ShipmentDto) {
  const { status, mode, load, shippingDate, estimatedArrival, deliveredOn, returnReason, notes } = shipment;
  const { plannedDeparture, plannedArrival } = shipment;
  const optional = [
    { term: 'Load', value: load && loadNames[load] },
    { term: 'Vessel', value: [shipment.vesselName, shipment.voyageNumber].filter(Boolean).join(' · ') },
    { term: 'Flight', value: shipment.flightNumber },
    { term: 'From', value: place(shipment.portOfLoadingCode, shipment.portOfLoadingName) },
    { term: 'To', value: place(shipment.portOfDischargeCode, shipment.portOfDischargeName) },
    { term: 'Final destination', value: shipment.finalDestination },
    { term: 'Terms', value: [shipment.incoterm, shipment.incotermPlace].filter(Boolean).join(' ') },
    { term: 'Consignee', value: shipment.consignee && <Lines of={shipment.consignee} /> },
    { term: 'Notify', value: shipment.notifyParty && <Lines of={shipment.notifyParty} /> },
    { term: 'Came back because', value: returnReason },
    { term: 'Notes', value: notes && <Lines of={notes} /> },
  ].filter(({ value }) => value);
  return [
    { term: 'Carrier', value: [mode && modeNames[mode], shipment.carrierName].filter(Boolean).join(' · ') },
    { term: numberNames[mode ?? 'unknown'], value: <NumberFact shipment={shipment} /> },
    {
      term: status === 'pending' ? 'Leaves on' : 'Left on',
      value: <Promised day={shippingDate} promised={plannedDeparture} />,
    },
    { term: 'Estimated arrival', value: <Promised day={estimatedArrival} promised={plannedArrival} /> },
    { term: 'Delivered on', value: <Promised day={deliveredOn} promised={deliveredOn && plannedArrival} /> },
    ...optional,
  ];
}

const Lines = ({ of }: { of: string }) => <span className="whitespace-pre-line">{of}</span>;

function NumberFact({ shipment: { awbNumber, numberReason } }: { shipment: ShipmentDto }) {
  return (
    <>
      <span className="tabular-nums">{awbNumber}</span>
      {numberReason && (
        <span className="block text-[0.8125rem] text-warn">Its check digit is wrong. {numberReason}</span>
      )}
    </>
  );
}

/** A day beside the one that was promised, where the two differ. */
function Promised({ day, promised }: { day: string | null; promised: string | null }) {
  return (
    <>
      <Day day={day} />
      {day && promised && promised !== day && (
        <span className={cx('block text-[0.8125rem]', day > promised ? 'text-warn' : 'text-muted')}>
          {plural(Math.abs(daysBetween(promised, day)), 'day')} {day > promised ? 'after' : 'before'}{' '}
          {formatDay(promised)}, as promised
        </span>
      )}
    </>
  );
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
