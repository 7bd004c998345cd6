import { Link } from '@tanstack/react-router';
import { Paperclip } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SampleDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { paths } from '@/shared/lib/paths';
import { StatusBadge } from '@/shared/ui/Badge';
import { Checkbox } from '@/shared/ui/Checkbox';
import { aboveRowLink, type Column, rowLink, Table } from '@/shared/ui/Table';
import { Day } from '@/shared/ui/Values';
import { roundName, sampleInSentence } from '../vocabulary';
import { SampleSteps } from './SampleActions';
import type { SampleAction, SampleQuestion } from './SampleQuestions';
import { SampleStanding } from './SampleStanding';
import { TrackDays } from './TrackDays';

interface SamplesTableProps {
  rows: readonly SampleDto[];
  ordering?: string;
  onOrdering: (ordering: string) => void;
  stale: boolean;
  onAsk: (question: SampleQuestion) => void;
  /** For a parcel; absent for those who may send none. */
  ticks?: { ticked: ReadonlySet<string>; onTick: (sample: SampleDto, on: boolean) => void };
}

export function SamplesTable({ rows, ordering, onOrdering, stale, onAsk, ticks }: SamplesTableProps) {
  const ticking = rows.some(({ status }) => status === 'pending') && ticks;
  const columns: Column<SampleDto>[] = [
    {
      key: 'sample',
      head: 'Sample',
      primary: true,
      orderBy: 'type',
      cell: (sample) => <SampleName sample={sample} tick={ticking && <Tick sample={sample} {...ticking} />} />,
    },
    { key: 'order', head: 'Order', cell: (sample) => <OrderName sample={sample} /> },
    {
      key: 'line',
      head: 'Line',
      cell: ({ lineLabel }) => (
        <span className="block max-w-56 break-words">
          {lineLabel ?? <span className="text-muted">The order as a whole</span>}
        </span>
      ),
    },
    {
      key: 'sent',
      head: 'Sent',
      orderBy: 'submissionDate',
      cell: (sample) => (
        <span className="inline-flex flex-col items-end gap-1 @2xl:items-start">
          {sample.status === 'pending' ? (
            sample.submissionDate && (
              <span className="text-muted">
                planned <Day day={sample.submissionDate} />
              </span>
            )
          ) : (
            <Day day={sample.submissionDate} />
          )}
          <span className="whitespace-nowrap text-[0.8125rem]">
            <SampleStanding sample={sample} />
          </span>
        </span>
      ),
    },
    { key: 'parcel', head: 'Parcel', show: 'wide', cell: (sample) => <Parcel sample={sample} /> },
    { key: 'rounds', head: 'Rounds', show: 'widest', cell: (sample) => <TrackDays sample={sample} /> },
    { key: 'status', head: 'Status', badge: true, cell: ({ status }) => <StatusBadge status={status} /> },
    {
      key: 'next',
      head: 'Next',
      cell: (sample) => <Next sample={sample} onAsk={(action) => onAsk({ action, sample })} />,
    },
  ];
  return (
    <Table
      caption="Samples"
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      ordering={ordering}
      onOrdering={onOrdering}
      stale={stale}
    />
  );
}

/** What was not sent yet can go in a box with others. */
function Tick({ sample, ticked, onTick }: { sample: SampleDto } & NonNullable<SamplesTableProps['ticks']>) {
  if (sample.status !== 'pending') return <span aria-hidden className="hidden size-4.5 shrink-0 @2xl:inline-block" />;
  return (
    <Checkbox
      hideLabel
      label={`Put ${sampleInSentence(sample)} in a parcel`}
      checked={ticked.has(sample.id)}
      onChange={(event) => onTick(sample, event.target.checked)}
      className={cx(aboveRowLink, 'gap-0')}
    />
  );
}

/** After a refused round the next, unless there is one. */
function Next({ sample, onAsk }: { sample: SampleDto; onAsk: (action: SampleAction) => void }) {
  const latest = sample.version === sample.track.latestVersion;
  if (sample.nextStatuses.length === 0 && !(sample.status === 'rejected' && latest))
    return <span className="text-muted">–</span>;
  return (
    <span className={cx(aboveRowLink, 'inline-flex justify-end gap-1.5')}>
      <SampleSteps sample={sample} latest={latest} brief onAsk={onAsk} />
    </span>
  );
}

function SampleName({ sample, tick }: { sample: SampleDto; tick: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-2.5">
      {tick}
      <Link to={paths.sample(sample.id)} className={cx(rowLink, 'whitespace-nowrap')} data-row-link>
        {roundName(sample)}
      </Link>
      {sample.attachment && (
        <span title={sample.attachment.fileName}>
          <Paperclip aria-hidden className="size-3.5 text-muted" />
          <span className="sr-only">with a file</span>
        </span>
      )}
    </span>
  );
}

function OrderName({ sample: { orderId, orderNumber, customerName } }: { sample: SampleDto }) {
  return (
    <>
      <Link
        to={paths.order(orderId)}
        search={{ tab: 'samples' } as never}
        className={cx(aboveRowLink, 'touch-target whitespace-nowrap rounded hover:text-accent-text')}
      >
        {orderNumber}
      </Link>
      <span className="block max-w-44 truncate text-[0.8125rem] text-muted" title={customerName}>
        {customerName}
      </span>
    </>
  );
}

function Parcel({ sample: { recipient, courierName, awbNumber, parcelId } }: { sample: SampleDto }) {
  if (!courierName && !awbNumber) return <span className="text-muted">{recipient ?? '–'}</span>;
  if (parcelId) {
    return (
      <Link to={paths.parcel(parcelId)} className={cx(aboveRowLink, 'touch-target rounded hover:text-accent-text')}>
        {courierName}
        {awbNumber && <span className="block text-[0.8125rem] tabular-nums text-muted">{awbNumber}</span>}
      </Link>
    );
  }
  return (
    <span className="block max-w-44 break-words" title={recipient ? `To ${recipient}` : undefined}>
      {courierName}
      {awbNumber && <span className="block text-[0.8125rem] tabular-nums text-muted">{awbNumber}</span>}
    </span>
  );
}
