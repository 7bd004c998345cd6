import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Ellipsis, PackageCheck, PackagePlus, PackageX, Pencil, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ParcelDto } from '@/shared/api/generated';
import { toProblem } from '@/shared/api/errors';
import { useCan } from '@/shared/lib/can';
import { plural } from '@/shared/lib/format';
import { paths } from '@/shared/lib/paths';
import { StatusBadge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { DescriptionList } from '@/shared/ui/DescriptionList';
import { IconButton } from '@/shared/ui/IconButton';
import { Menu, MenuItem } from '@/shared/ui/Menu';
import { PageHeader } from '@/shared/ui/PageHeader';
import { DetailSkeleton, EmptyState, ErrorState, StaleBanner } from '@/shared/ui/States';
import { Day } from '@/shared/ui/Values';
import { EditParcelDrawer } from '../components/EditParcelDrawer';
import { DeleteParcelDialog, PackDialog, UnpackDialog } from '../components/ParcelDialogs';
import { ParcelStanding } from '../components/ParcelStanding';
import { ReceiveParcelDialog } from '../components/ReceiptDialog';
import { parcelDetail, parcelName } from '../parcels';
import { roundName } from '../vocabulary';

/** One box: how it went, and what is in it. */
export default function ParcelPage() {
  const { parcelId = '' } = useParams({ strict: false });
  const { data: parcel, error, refetch } = useQuery(parcelDetail(parcelId));
  const retry = () => void refetch();
  if (!parcel) {
    if (error && toProblem(error).status === 404) return <NoSuchParcel />;
    if (error) return <ErrorState title="The parcel could not be loaded" error={error} onRetry={retry} />;
    return <DetailSkeleton what="the parcel" />;
  }
  return (
    <>
      <ParcelHeader parcel={parcel} />
      {error && (
        <Card flush className="mb-4 overflow-hidden">
          <StaleBanner error={error} onRetry={retry} />
        </Card>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Contents parcel={parcel} />
        <Card title="How it went">
          <DescriptionList
            columns={2}
            items={[
              { term: 'Sent on', value: <Day day={parcel.sentOn} /> },
              { term: 'Received on', value: <Day day={parcel.receivedOn} /> },
              { term: 'Courier', value: parcel.courierName },
              { term: 'AWB number', value: parcel.awbNumber },
              { term: 'Recipient', value: parcel.recipient },
              { term: 'Packed by', value: parcel.createdBy?.fullName },
              { term: 'Notes', value: parcel.notes && <span className="whitespace-pre-line">{parcel.notes}</span> },
            ]}
          />
        </Card>
      </div>
    </>
  );
}

function ParcelHeader({ parcel }: { parcel: ParcelDto }) {
  const may = useCan();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'edit' | 'receive' | 'delete' | null>(null);
  const changes = may('sample.write') && parcel.mayChange;
  return (
    <>
      <PageHeader
        title={parcelName(parcel)}
        crumbs={[
          { label: 'Samples', to: paths.samples },
          { label: 'Parcels', to: paths.parcels },
        ]}
        badges={<ParcelStanding parcel={parcel} />}
        description={parcel.recipient ? `To ${parcel.recipient}` : undefined}
        actions={
          changes && (
            <>
              <Button icon={Pencil} onClick={() => setAsking('edit')}>
                Edit
              </Button>
              {!parcel.receivedOn && (
                <Button variant="primary" icon={PackageCheck} onClick={() => setAsking('receive')}>
                  Received
                </Button>
              )}
              {!parcel.receivedOn && (
                <Menu
                  trigger={
                    <IconButton icon={Ellipsis} variant="secondary" label="More about this parcel" withoutTooltip />
                  }
                >
                  <MenuItem icon={Trash2} danger onSelect={() => setAsking('delete')}>
                    Delete…
                  </MenuItem>
                </Menu>
              )}
            </>
          )
        }
      />
      {asking === 'edit' && <EditParcelDrawer parcel={parcel} onClose={() => setAsking(null)} />}
      {asking === 'delete' && (
        <DeleteParcelDialog
          parcel={parcel}
          onClose={() => setAsking(null)}
          leave={() => navigate({ to: paths.parcels })}
        />
      )}
      {asking === 'receive' && <ReceiveParcelDialog parcel={parcel} onClose={() => setAsking(null)} />}
    </>
  );
}

function Contents({ parcel }: { parcel: ParcelDto }) {
  const { samples, otherSamples, mayChange, receivedOn } = parcel;
  const may = useCan();
  const [packing, setPacking] = useState(false);
  const [taking, setTaking] = useState<ParcelDto['samples'][number] | null>(null);
  const open = may('sample.write') && mayChange && !receivedOn;
  return (
    <Card
      title={plural(samples.length, 'sample')}
      flush
      actions={
        open && (
          <Button size="sm" icon={PackagePlus} onClick={() => setPacking(true)}>
            Put more in
          </Button>
        )
      }
    >
      <ul aria-label="In this parcel" className="divide-y divide-line border-t border-line text-sm">
        {samples.map((sample) => (
          <li key={sample.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3 sm:px-5">
            <span className="min-w-0 basis-full sm:flex-1 sm:basis-0">
              <Link to={paths.sample(sample.id)} className="touch-target rounded font-medium hover:text-accent-text">
                {roundName(sample)}
              </Link>
              <span className="block text-[0.8125rem] text-muted">
                {sample.lineLabel ?? 'The order as a whole'} ·{' '}
                <Link to={paths.order(sample.orderId)} className="rounded hover:text-accent-text">
                  {sample.orderNumber}
                </Link>{' '}
                · {sample.customerName}
              </span>
            </span>
            {sample.receivedOn && (
              <span className="text-[0.8125rem] text-muted">
                received <Day day={sample.receivedOn} />
              </span>
            )}
            <StatusBadge status={sample.status} />
            {open && samples.length > 1 && sample.status === 'submitted' && !sample.receivedOn && (
              <Button size="sm" variant="quiet" onClick={() => setTaking(sample)}>
                Take out <span className="sr-only">{roundName(sample)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {otherSamples > 0 && (
        <p className="border-t border-line px-4 py-3 text-[0.8125rem] text-muted sm:px-5">
          It also carries {plural(otherSamples, 'sample')} of colleagues
          {mayChange ? '.' : ', so a manager changes it. Yours can be received one by one.'}
        </p>
      )}
      {packing && <PackDialog parcel={parcel} onClose={() => setPacking(false)} />}
      {taking && <UnpackDialog parcel={parcel} sample={taking} onClose={() => setTaking(null)} />}
    </Card>
  );
}

function NoSuchParcel() {
  useEffect(() => {
    document.title = 'No such parcel · Provabook';
  }, []);
  return (
    <div className="grid min-h-[60dvh] place-content-center">
      <h1 className="sr-only">No such parcel</h1>
      <EmptyState
        icon={PackageX}
        title="There is no such parcel among yours"
        actions={
          <Button variant="primary" asChild>
            <Link to={paths.parcels}>All parcels</Link>
          </Button>
        }
      >
        The link is incomplete, or colleagues hold all orders whose samples it carries.
      </EmptyState>
    </div>
  );
}
