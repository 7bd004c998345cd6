import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Package, PackageCheck } from 'lucide-react';
import { useState } from 'react';
import type { ParcelDto } from '@/shared/api/generated';
import { ApprovalViews } from '@/shared/gates/ApprovalViews';
import { useCan } from '@/shared/lib/can';
import { plural } from '@/shared/lib/format';
import { paths } from '@/shared/lib/paths';
import { useRowKeys } from '@/shared/lib/row-keys';
import { useUrlState } from '@/shared/lib/search';
import { ListCard } from '@/shared/list/ListCard';
import { Button } from '@/shared/ui/Button';
import type { Filter } from '@/shared/ui/FilterBar';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState } from '@/shared/ui/States';
import { aboveRowLink, type Column, rowLink, Table } from '@/shared/ui/Table';
import { Day } from '@/shared/ui/Values';
import { ParcelStanding } from '../components/ParcelStanding';
import { ScanLabel } from '../components/ScanLabel';
import { ReceiveParcelDialog } from '../components/ReceiptDialog';
import { parcelName, parcelsPage } from '../parcels';
import { type ParcelsSearch, parcelsSearch } from '../search';

const pageSize = 25;

/** Every box of swatches: who carries it, what is in it, and whether it arrived. */
export default function ParcelsPage() {
  const [values, setValues] = useUrlState(parcelsSearch);
  const query = useQuery(parcelsPage({ ...values, pageSize }));
  const [receiving, setReceiving] = useState<ParcelDto | null>(null);
  const may = useCan();
  useRowKeys();

  return (
    <>
      <PageHeader
        title="Parcels"
        crumbs={[{ label: 'Samples', to: paths.samples }]}
        description="One courier and one AWB for many swatches."
        actions={
          <>
            <ApprovalViews />
            <ScanLabel onMany={(search) => setValues({ search })} />
          </>
        }
      />
      <ListCard
        of={['parcel', 'parcels']}
        query={query}
        spec={parcelsSearch}
        values={values}
        onChange={setValues}
        filters={filters}
        columns={5}
        noMatch="The search looks at the recipient, the courier and the AWB number."
        empty={
          <EmptyState
            icon={Package}
            title="No parcels yet"
            actions={
              <Button variant="primary" asChild>
                <Link to={paths.samples} search={{ status: ['pending'] } as never}>
                  Samples to be sent
                </Link>
              </Button>
            }
          >
            Tick what goes to the buyers on the list of samples, and send it as one parcel.
          </EmptyState>
        }
      >
        {(list) => (
          <Table
            caption="Parcels"
            columns={columnsWith(may('sample.write') ? setReceiving : null)}
            rowKey={({ id }) => id}
            {...list}
          />
        )}
      </ListCard>
      {receiving && <ReceiveParcelDialog parcel={receiving} onClose={() => setReceiving(null)} />}
    </>
  );
}

const filters: Filter<ParcelsSearch>[] = [
  {
    kind: 'many',
    key: 'state',
    label: 'State',
    options: [
      { value: 'on_its_way', label: 'On its way' },
      { value: 'received', label: 'Received' },
    ],
  },
  { kind: 'days', from: 'sentOnFrom', to: 'sentOnTo', label: 'Sent' },
];

function columnsWith(onReceive: ((parcel: ParcelDto) => void) | null): Column<ParcelDto>[] {
  return [
    {
      key: 'parcel',
      head: 'Parcel',
      primary: true,
      orderBy: 'courierName',
      cell: (parcel) => (
        <Link to={paths.parcel(parcel.id)} className={rowLink} data-row-link>
          {parcelName(parcel)}
        </Link>
      ),
    },
    {
      key: 'recipient',
      head: 'To',
      cell: ({ recipient }) => recipient ?? <span className="text-muted">–</span>,
    },
    { key: 'samples', head: 'Carries', cell: (parcel) => <Carries parcel={parcel} /> },
    { key: 'sent', head: 'Sent', orderBy: 'sentOn', cell: ({ sentOn }) => <Day day={sentOn} /> },
    { key: 'standing', head: 'State', badge: true, cell: (parcel) => <ParcelStanding parcel={parcel} /> },
    {
      key: 'next',
      head: 'Next',
      cell: (parcel) =>
        onReceive && parcel.mayChange && !parcel.receivedOn ? (
          <Button size="sm" icon={PackageCheck} className={aboveRowLink} onClick={() => onReceive(parcel)}>
            Received <span className="sr-only">{parcelName(parcel)}</span>
          </Button>
        ) : (
          <span className="text-muted">–</span>
        ),
    },
  ];
}

function Carries({ parcel: { samples, otherSamples } }: { parcel: ParcelDto }) {
  const orders = [...new Set(samples.map(({ orderNumber }) => orderNumber))];
  return (
    <>
      {plural(samples.length, 'sample')}
      {otherSamples > 0 && <span className="text-muted"> and {otherSamples} of colleagues</span>}
      <span className="block max-w-56 truncate text-[0.8125rem] text-muted" title={orders.join(', ')}>
        {orders.join(', ')}
      </span>
    </>
  );
}
