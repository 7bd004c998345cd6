import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { LineOutputDetailDto, StageDaysDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { paths } from '@/shared/lib/paths';
import { Button } from '@/shared/ui/Button';
import { DescriptionList } from '@/shared/ui/DescriptionList';
import { Drawer } from '@/shared/ui/Drawer';
import { DetailSkeleton, EmptyState, ErrorState } from '@/shared/ui/States';
import { Tabs } from '@/shared/ui/Tabs';
import { Day, Quantity } from '@/shared/ui/Values';
import { lineOutput } from '../api';
import { lineStages, type ProductionStage } from '../vocabulary';
import { lossWords, number, stagesInWork } from '../words';
import { BurnUpChart } from './BurnUpChart';
import { EntriesList } from './EntriesList';

/** One line of the cockpit: each stage day by day, what it needs, and what was entered. */
export function LineDrawer({ orderLineId, onClose }: { orderLineId: string; onClose: () => void }) {
  const { data, error, isPending, refetch } = useQuery(lineOutput(orderLineId));
  const mayWrite = useCan()('production.write');
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title={data ? `${data.orderNumber} · ${data.lineLabel}` : 'Production of a line'}
      description={data && <Ends line={data} />}
      footer={
        data && (
          <>
            <Button asChild>
              <Link to={paths.order(data.orderId)} search={{ tab: 'production' } as never}>
                Open the order
              </Link>
            </Button>
            {mayWrite && (
              <Button variant="primary" asChild>
                <Link to={paths.enterOutput} search={{ line: orderLineId } as never}>
                  Enter output
                </Link>
              </Button>
            )}
          </>
        )
      }
    >
      {isPending ? (
        <DetailSkeleton what="the production of the line" />
      ) : !data ? (
        <ErrorState title="The line could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : (
        <LineStages line={data} />
      )}
    </Drawer>
  );
}

function Ends({ line: { etd, loss } }: { line: LineOutputDetailDto }) {
  const lost = lossWords(loss);
  return (
    <>
      {etd ? (
        <>
          ETD <Day day={etd} />
        </>
      ) : (
        'No ETD yet'
      )}
      {lost && <span className={loss.over ? 'text-bad' : undefined}> · process loss {lost}</span>}
    </>
  );
}

function LineStages({ line }: { line: LineOutputDetailDto }) {
  const [chosen, setChosen] = useState<ProductionStage | null>(null);
  const first = stagesInWork(line.stages)[0] ?? line.stages.at(-1);
  const stage = chosen ?? first?.stage;
  if (!stage) {
    return <EmptyState title="Nothing can be measured yet">{line.need.basis}</EmptyState>;
  }
  return (
    <div className="flex flex-col gap-6 pt-1">
      <Tabs
        label="Stages"
        value={stage}
        onChange={setChosen}
        tabs={line.stages.map((each) => ({
          value: each.stage,
          label: lineStages[each.stage].name,
          content: (
            <div className="flex flex-col gap-5 pt-4">
              <BurnUpChart stage={each} />
              <StageFacts stage={each} />
              <EntriesList orderLineId={line.orderLineId} stage={each.stage} />
            </div>
          ),
        }))}
      />
      <FabricNeed line={line} />
    </div>
  );
}

function StageFacts({ stage }: { stage: StageDaysDto }) {
  const { unit, total, needed, left, requiredOn, daysLeft, needPerDay, pacePerDay, paceDays, finishOn } = stage;
  const amount = (quantity: string | null) => quantity !== null && <Quantity quantity={quantity} unit={unit} />;
  return (
    <div>
      <DescriptionList
        columns={3}
        items={[
          { term: 'Made', value: <Quantity quantity={total} unit={unit} /> },
          { term: 'Needed', value: amount(needed) || null },
          { term: 'Left', value: amount(left) || null },
          {
            term: 'Needed a day',
            value: needPerDay !== null && (
              <>
                {amount(needPerDay)}, {daysLeft} working days left
              </>
            ),
          },
          {
            term: 'Pace a day',
            value: pacePerDay !== null && (
              <>
                {amount(pacePerDay)}, mean of {paceDays === 1 ? 'one day' : `the last ${paceDays} days with output`}
              </>
            ),
          },
          { term: stage.done ? 'Done' : 'Done at this pace', value: finishOn ? <Day day={finishOn} /> : null },
          { term: 'Required', value: requiredOn ? <Day day={requiredOn} /> : null },
        ].map(({ term, value }) => ({ term, value: value || null }))}
      />
      <p className="mt-3 text-[0.8125rem] text-muted">
        {stage.percent !== null && `${number(stage.percent)} %. `}
        {stage.basis}
        {stage.notCounted.length > 0 &&
          ` Not counted, since it does not convert: ${stage.notCounted.map(({ quantity, unit: other }) => `${number(quantity)} ${other}`).join(', ')}.`}
      </p>
    </div>
  );
}

function FabricNeed({ line: { need, mixedFabricType, yarnRequired } }: { line: LineOutputDetailDto }) {
  const { unit } = need;
  const amount = (quantity: string | null) =>
    quantity === null || unit === null ? null : <Quantity quantity={quantity} unit={unit} />;
  return (
    <section className="border-t border-line pt-5">
      <h3 className="mb-3 text-sm font-semibold">Greige and yarn</h3>
      <DescriptionList
        columns={3}
        items={[
          { term: 'Finished fabric', value: amount(need.finished) },
          { term: 'Greige to knit', value: amount(need.greige) },
          { term: 'Yarn', value: amount(need.yarn) },
          ...(need.mixedYarn === null
            ? []
            : [{ term: mixedFabricType ?? 'Mixed yarn', value: amount(need.mixedYarn) }]),
          ...(yarnRequired === null
            ? []
            : [{ term: 'Yarn to book, as written', value: <Quantity quantity={yarnRequired} unit="kg" /> }]),
        ]}
      />
      <p className="mt-3 text-[0.8125rem] text-muted">{need.basis}</p>
    </section>
  );
}
