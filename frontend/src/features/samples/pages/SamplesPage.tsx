import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Plus, ScissorsLineDashed } from 'lucide-react';
import { useState } from 'react';
import type { SampleDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { plural } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { paths } from '@/shared/lib/paths';
import { useRowKeys } from '@/shared/lib/row-keys';
import { useUrlState } from '@/shared/lib/search';
import { ListCard } from '@/shared/list/ListCard';
import { statusLabel } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import type { Filter } from '@/shared/ui/FilterBar';
import type { Option } from '@/shared/ui/Input';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState } from '@/shared/ui/States';
import { orderOf, samplesPage, type SamplesQuery } from '../api';
import { NewSampleDrawer } from '../components/NewSampleDrawer';
import { type SampleQuestion, SampleQuestions } from '../components/SampleQuestions';
import { SamplesTable } from '../components/SamplesTable';
import { SendParcelDialog } from '../components/SendParcelDialog';
import { TickBar } from '../components/TickBar';
import { parcelName } from '../parcels';
import { type SamplesSearch, samplesSearch } from '../search';
import { sampleStatuses, typeOptions } from '../vocabulary';

const pageSize = 25;

/** Everything that is to be sent, is with the buyer, or was decided. */
export default function SamplesPage() {
  const [values, setValues] = useUrlState(samplesSearch);
  const query = useQuery(samplesPage(toQuery(values)));
  const [asking, setAsking] = useState<SampleQuestion | 'new' | 'parcel' | null>(null);
  const [ticked, setTicked] = useState<readonly SampleDto[]>([]);
  const navigate = useNavigate();
  const may = useCan();
  useRowKeys();
  const orders = useOrderOptions(values.orderId, query.data?.results);
  const newSample = may('sample.write') && (
    <Button variant="primary" icon={Plus} onClick={() => setAsking('new')}>
      New sample
    </Button>
  );

  const tick = (sample: SampleDto, on: boolean) =>
    setTicked((held) => [...held.filter(({ id }) => id !== sample.id), ...(on ? [sample] : [])]);

  return (
    <>
      <PageHeader
        title="Samples"
        description="What goes to the buyers, and what they decided."
        actions={
          <>
            <Button asChild>
              <Link to={paths.sampleRounds}>Rounds</Link>
            </Button>
            <Button asChild>
              <Link to={paths.parcels}>Parcels</Link>
            </Button>
            {newSample}
          </>
        }
      />
      <ListCard
        of={['sample', 'samples']}
        query={query}
        spec={samplesSearch}
        values={values}
        onChange={setValues}
        filters={filtersWith(orders, values)}
        columns={7}
        pageSize={pageSize}
        noMatch="The search looks at the order, its customer, the recipient, the courier and the AWB number."
        empty={
          <EmptyState icon={ScissorsLineDashed} title="No samples yet" actions={newSample}>
            Lab dips, strike-offs, handlooms, swatches and PP samples: each round, when it went, and what the buyer
            said.
          </EmptyState>
        }
      >
        {(list) => (
          <>
            <SamplesTable
              {...list}
              onAsk={setAsking}
              ticks={may('sample.write') ? { ticked: new Set(ticked.map(({ id }) => id)), onTick: tick } : undefined}
            />
            <TickBar samples={ticked} onSend={() => setAsking('parcel')} onClear={() => setTicked([])} />
          </>
        )}
      </ListCard>
      {asking === 'new' && (
        <NewSampleDrawer
          onClose={() => setAsking(null)}
          onAdded={(sample) => void navigate({ to: paths.sample(sample.id) })}
        />
      )}
      {asking === 'parcel' && (
        <SendParcelDialog
          samples={ticked}
          onSent={(parcel) => {
            setTicked([]);
            setAsking(null);
            notify.success(`${parcelName(parcel)} is sent with ${plural(parcel.samples.length, 'sample')}.`, {
              label: 'Open',
              run: () => void navigate({ to: paths.parcel(parcel.id) }),
            });
          }}
          onClose={() => setAsking(null)}
        />
      )}
      <SampleQuestions
        question={typeof asking === 'string' ? null : asking}
        rows={query.data?.results}
        onClose={() => setAsking(null)}
      />
    </>
  );
}

/** The orders of the rows in sight, to look at the samples of one; and the one that is looked at. */
function useOrderOptions(chosen: string | undefined, rows: readonly SampleDto[] = []): Option[] {
  const order = useQuery({ ...orderOf(chosen ?? ''), enabled: chosen !== undefined });
  const options = new Map(rows.map(({ orderId, orderNumber }) => [orderId, orderNumber]));
  if (order.data) options.set(order.data.id, order.data.orderNumber);
  return [...options].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label));
}

/** Mill and colour come from the page of the rounds: they can be dropped here, and are chosen there. */
function filtersWith(orders: readonly Option[], { millName, colorName }: SamplesSearch): Filter<SamplesSearch>[] {
  const only = (value: string): Option[] => [{ value, label: value }];
  return [
    {
      kind: 'many',
      key: 'status',
      label: 'Status',
      options: sampleStatuses.map((value) => ({ value, label: statusLabel(value) })),
    },
    { kind: 'many', key: 'type', label: 'Type', options: typeOptions },
    { kind: 'days', from: 'submissionDateFrom', to: 'submissionDateTo', label: 'Sent' },
    { kind: 'one', key: 'orderId', label: 'Order', options: orders },
    ...(millName ? [{ kind: 'one', key: 'millName', label: 'Mill', options: only(millName) } as const] : []),
    ...(colorName ? [{ kind: 'one', key: 'colorName', label: 'Colour', options: only(colorName) } as const] : []),
  ];
}

/** The URL's words as the API's: one order is a list of one there. */
function toQuery({ orderId, millName, colorName, ...values }: SamplesSearch): SamplesQuery {
  return {
    ...values,
    ...(orderId ? { orderId: [orderId] } : {}),
    ...(millName ? { millName: [millName] } : {}),
    ...(colorName ? { colorName: [colorName] } : {}),
    pageSize,
  };
}
