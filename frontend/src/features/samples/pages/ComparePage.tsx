import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Columns3, Maximize, ScanSearch, SquareSplitHorizontal, ZoomIn, ZoomOut } from 'lucide-react';
import type { SampleDto } from '@/shared/api/generated';
import { paths } from '@/shared/lib/paths';
import { useUrlState } from '@/shared/lib/search';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Field } from '@/shared/ui/Field';
import { IconButton } from '@/shared/ui/IconButton';
import { Select } from '@/shared/ui/Input';
import { PageHeader } from '@/shared/ui/PageHeader';
import { DetailSkeleton, EmptyState, ErrorState } from '@/shared/ui/States';
import { sampleDetail, samplesOfOrder } from '../api';
import { type Candidate, type Comparison, comparisonOf } from '../compare';
import { lightName } from '../options';
import { CandidateFacts, CandidatePanel } from '../components/ComparePanel';
import { RoundCosts } from '../components/RoundCosts';
import { ReadingTable } from '../components/ColourCard';
import { StandardPanel } from '../components/StandardPanel';
import { NotEvidence } from '../components/Swatch';
import { SwipeStage } from '../components/SwipeStage';
import { SyncedPictures } from '../components/SyncedPictures';
import { compareSearch } from '../search';
import { roundName, subjectOf, typeNames } from '../vocabulary';

/** Two rounds or options beside the standard: to decide which it is, and to see what has changed since. */
export default function ComparePage() {
  const [{ sampleId = '' }] = useUrlState(compareSearch);
  const sample = useQuery({ ...sampleDetail(sampleId), enabled: sampleId !== '' });
  const orderId = sample.data?.orderId ?? '';
  const samples = useQuery({ ...samplesOfOrder(orderId), enabled: orderId !== '' });
  const error = sample.error ?? samples.error;
  if (!sampleId) return <NothingToCompare />;
  if (error && !(sample.data && samples.data))
    return (
      <ErrorState
        title="The rounds could not be loaded"
        error={error}
        onRetry={() => void (sample.error ? sample.refetch() : samples.refetch())}
      />
    );
  if (!sample.data || !samples.data) return <DetailSkeleton what="the rounds" />;
  return <Compare sample={sample.data} samples={samples.data} />;
}

function Compare({ sample, samples }: { sample: SampleDto; samples: readonly SampleDto[] }) {
  const [search, setSearch] = useUrlState(compareSearch);
  const comparison = comparisonOf(sample, samples, search);
  const { a, b, candidates, standard } = comparison;
  const swipes = search.view === 'swipe' && a !== null && b !== null;
  const choose = (side: 'a' | 'b', chosen: Candidate | null) => (
    <Field
      label={side === 'a' ? 'On the left' : swipes ? 'On the right' : 'In the middle'}
      hideLabel
      className="w-full"
    >
      <Select
        value={chosen?.key ?? ''}
        onChange={(event) => setSearch({ [side]: event.target.value })}
        options={candidates.map(({ key, label }) => ({ value: key, label }))}
      />
    </Field>
  );
  return (
    <SyncedPictures>
      {({ zoomIn, zoomOut, fit }) => (
        <>
          <PageHeader
            title={`Compare: ${typeNames[sample.type]}`}
            crumbs={[
              { label: 'Samples', to: paths.samples },
              { label: roundName(sample), to: paths.sample(sample.id) },
            ]}
            description={
              <>
                <span className="font-medium text-ink">{subjectOf(sample)}</span> · {sample.orderNumber} ·{' '}
                {sample.customerName}
              </>
            }
            actions={
              <>
                {a && b && (
                  <Button
                    icon={swipes ? Columns3 : SquareSplitHorizontal}
                    onClick={() => setSearch({ view: swipes ? undefined : 'swipe' })}
                  >
                    {swipes ? 'Side by side' : 'Swipe A over B'}
                  </Button>
                )}
                <IconButton icon={ZoomOut} label="Zoom out" variant="secondary" onClick={zoomOut} />
                <IconButton icon={ZoomIn} label="Zoom in" variant="secondary" onClick={zoomIn} />
                <IconButton icon={Maximize} label="Fit" variant="secondary" onClick={fit} />
              </>
            }
          />
          {swipes ? (
            <div className="grid items-start gap-4 md:grid-cols-3">
              <div className="flex min-w-0 flex-col gap-4 md:col-span-2">
                <div className="grid gap-3 sm:grid-cols-2">
                  {choose('a', a)}
                  {choose('b', b)}
                </div>
                <SwipeStage a={a} b={b} />
                <div className="grid gap-4 text-sm sm:grid-cols-2">
                  {[a, b].map((candidate, index) => (
                    <Card key={index === 0 ? 'a' : 'b'}>
                      <div className="flex flex-col gap-2.5">
                        <CandidateFacts candidate={candidate} />
                      </div>
                    </Card>
                  ))}
                </div>
              </div>
              <StandardPanel sample={sample} standard={standard} />
            </div>
          ) : (
            <div className="grid items-start gap-4 md:grid-cols-3">
              {a && <CandidatePanel key={`a ${a.key}`} title="A" candidate={a} choice={choose('a', a)} />}
              {b && <CandidatePanel key={`b ${b.key}`} title="B" candidate={b} choice={choose('b', b)} />}
              <StandardPanel sample={sample} standard={standard} />
            </div>
          )}
          {!a && (
            <p className="mt-3 text-sm text-muted">
              There is one round only, so it is laid beside the target. Once another is added, both stand here.
            </p>
          )}
          <RoundCosts sample={candidates[0]?.round ?? sample} />
          <div className="my-4">
            <NotEvidence />
          </div>
          <Figures comparison={comparison} />
        </>
      )}
    </SyncedPictures>
  );
}

/** Everything that was measured of the rounds in sight. */
function Figures({ comparison: { a, b } }: { comparison: Comparison }) {
  const rounds = [...new Set([a?.round, b?.round])].flatMap((round) => round ?? []);
  return rounds
    .filter(({ readings }) => readings.length > 0)
    .map((round) => (
      <Card key={round.id} title={`Measured: round ${round.version}`} flush className="mb-4">
        {round.readings.map((reading) => (
          <section key={lightName(reading)} aria-label={`Round ${round.version} under ${lightName(reading)}`}>
            <h3 className="border-t border-line px-4 pt-2.5 text-[0.8125rem] text-muted sm:px-5">
              Under <span className="font-medium text-ink">{lightName(reading)}</span> · {reading.formulaName} up to{' '}
              {reading.tolerance.limit}
            </h3>
            <ReadingTable reading={reading} of={`round ${round.version}`} />
          </section>
        ))}
      </Card>
    ));
}

function NothingToCompare() {
  return (
    <>
      <PageHeader title="Compare" crumbs={[{ label: 'Samples', to: paths.samples }]} />
      <Card flush>
        <EmptyState
          icon={ScanSearch}
          title="Nothing to compare yet"
          actions={
            <Button variant="primary" asChild>
              <Link to={paths.samples}>All samples</Link>
            </Button>
          }
        >
          Open a sample, and choose Compare beside its rounds.
        </EmptyState>
      </Card>
    </>
  );
}
