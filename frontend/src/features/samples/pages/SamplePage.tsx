import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { PackageX } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { SampleDto } from '@/shared/api/generated';
import { toProblem } from '@/shared/api/errors';
import { FilesCard } from '@/shared/files/FilesCard';
import { gateName } from '@/shared/gates/vocabulary';
import { paths } from '@/shared/lib/paths';
import { useActor } from '@/shared/session';
import { CommentsCard } from '@/shared/talk/CommentsCard';
import { StatusBadge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { DescriptionList } from '@/shared/ui/DescriptionList';
import { PageHeader } from '@/shared/ui/PageHeader';
import { DetailSkeleton, EmptyState, ErrorState, StaleBanner } from '@/shared/ui/States';
import { Day } from '@/shared/ui/Values';
import { sampleDetail, samplesOfOrder } from '../api';
import { ColourCard } from '../components/ColourCard';
import { OptionsCard } from '../components/OptionsCard';
import { RoundTimeline } from '../components/RoundTimeline';
import { Rounds } from '../components/Rounds';
import { SampleMenu, SampleSteps } from '../components/SampleActions';
import { SampleFile } from '../components/SampleFile';
import { SampleHistory } from '../components/SampleHistory';
import { type SampleAction, SampleQuestions } from '../components/SampleQuestions';
import { SampleStanding } from '../components/SampleStanding';
import { roundsOf } from '../rounds';
import { roundName } from '../vocabulary';

export default function SamplePage() {
  const { sampleId = '' } = useParams({ strict: false });
  const { data: sample, error, refetch } = useQuery(sampleDetail(sampleId));
  const retry = () => void refetch();

  if (!sample) {
    if (error && toProblem(error).status === 404) return <NoSuchSample />;
    if (error) return <ErrorState title="The sample could not be loaded" error={error} onRetry={retry} />;
    return <DetailSkeleton what="the sample" />;
  }
  return (
    <>
      <SampleHeader key={sample.id} sample={sample} />
      {error && (
        <Card flush className="mb-4 overflow-hidden">
          <StaleBanner error={error} onRetry={retry} />
        </Card>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-5">
          <Card>
            <RoundTimeline sample={sample} />
            <div className="mt-5 border-t border-line pt-5">
              <DescriptionList columns={2} items={factsOf(sample)} />
            </div>
          </Card>
          <OptionsCard sample={sample} />
          <ColourCard sample={sample} />
          <SampleFile key={sample.id} sample={sample} />
          <FilesCard title="More files" of={{ orderId: sample.orderId, sampleId: sample.id }} />
        </div>
        <Beside sample={sample} />
      </div>
    </>
  );
}

function SampleHeader({ sample }: { sample: SampleDto }) {
  const navigate = useNavigate();
  const [action, setAction] = useState<SampleAction | null>(null);
  const { data: samples = [sample] } = useQuery(samplesOfOrder(sample.orderId));
  const latest = (roundsOf(sample, samples)[0]?.version ?? 0) <= sample.version;
  return (
    <>
      <PageHeader
        title={roundName(sample)}
        crumbs={[{ label: 'Samples', to: paths.samples }]}
        badges={
          <>
            <StatusBadge status={sample.status} />
            <span className="text-sm">
              <SampleStanding sample={sample} />
            </span>
          </>
        }
        description={<Whose sample={sample} />}
        actions={
          <>
            <SampleSteps sample={sample} latest={latest} onAsk={setAction} size="md" prominent />
            <SampleMenu sample={sample} onAsk={setAction} size="md" />
          </>
        }
      />
      <SampleQuestions
        question={action && { action, sample }}
        onClose={() => setAction(null)}
        leave={() => navigate({ to: paths.samples })}
      />
    </>
  );
}

function Whose({ sample: { lineLabel, orderId, orderNumber, customerName } }: { sample: SampleDto }) {
  return (
    <>
      <span className="font-medium text-ink">{lineLabel ?? 'The order as a whole'}</span> ·{' '}
      <Link
        to={paths.order(orderId)}
        search={{ tab: 'samples' } as never}
        className="text-accent-text underline underline-offset-2"
      >
        {orderNumber}
      </Link>{' '}
      · {customerName}
    </>
  );
}

/** The other rounds, which say what was tried before, and what happened to this one. */
function Beside({ sample }: { sample: SampleDto }) {
  const { data: samples } = useQuery(samplesOfOrder(sample.orderId));
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <Rounds sample={sample} samples={samples ?? [sample]} />
      <CommentsCard of={{ orderId: sample.orderId, sampleId: sample.id }} hasKey />
      <SampleHistory sample={sample} />
    </div>
  );
}

function factsOf(sample: SampleDto) {
  const { status, submissionDate, decidedBy, rejectionReason, approvalNotes, notes } = sample;
  const said = rejectionReason ?? approvalNotes;
  return [
    ...(status === 'pending' ? [{ term: 'To be sent on', value: <Day day={submissionDate} /> }] : []),
    { term: 'Recipient', value: sample.recipient },
    { term: 'Courier', value: sample.courierName },
    {
      term: 'AWB number',
      value: sample.parcelId ? (
        <Link to={paths.parcel(sample.parcelId)} className="text-accent-text underline underline-offset-2">
          {sample.awbNumber ?? 'Its parcel'}
        </Link>
      ) : (
        sample.awbNumber
      ),
    },
    ...(sample.gate ? [{ term: 'Decides the gate', value: <Gate sample={sample} gate={sample.gate} /> }] : []),
    ...(sample.approvedOption ? [{ term: 'Approved option', value: `Option ${sample.approvedOption}` }] : []),
    ...(sample.approvalCondition ? [{ term: 'On the condition that', value: `“${sample.approvalCondition}”` }] : []),
    ...(decidedBy ? [{ term: 'Recorded by', value: decidedBy.fullName }] : []),
    ...(said
      ? [
          {
            term: rejectionReason ? 'Rejected because' : 'What the buyer said',
            value: <span className="whitespace-pre-line">{said}</span>,
          },
        ]
      : []),
    { term: 'Notes', value: notes && <span className="whitespace-pre-line">{notes}</span> },
  ];
}

/** Where the gate stands that this sample decides, with the way to it. */
function Gate({ sample, gate }: { sample: SampleDto; gate: NonNullable<SampleDto['gate']> }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Link
        to={paths.order(sample.orderId)}
        search={{ tab: 'lines', line: sample.orderLineId ?? undefined } as never}
        className="text-accent-text underline underline-offset-2"
      >
        {gateName(gate)}
      </Link>
      {sample.gateStatus && <StatusBadge status={sample.gateStatus} />}
    </span>
  );
}

function NoSuchSample() {
  const { role } = useActor();
  useEffect(() => {
    document.title = 'No such sample · Provabook';
  }, []);
  return (
    <div className="grid min-h-[60dvh] place-content-center">
      <h1 className="sr-only">No such sample</h1>
      <EmptyState
        icon={PackageX}
        title={role === 'merchandiser' ? 'This sample is not among yours' : 'There is no such sample'}
        actions={
          <Button variant="primary" asChild>
            <Link to={paths.samples}>All samples</Link>
          </Button>
        }
      >
        It was deleted, the link is incomplete, or a colleague holds its order now.
      </EmptyState>
    </div>
  );
}
