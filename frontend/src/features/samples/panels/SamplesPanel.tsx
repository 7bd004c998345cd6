import { useQuery } from '@tanstack/react-query';
import { ScissorsLineDashed } from 'lucide-react';
import { useState } from 'react';
import type { OrderDto, SampleDto } from '@/shared/api/generated';
import type { OrderPanelProps } from '@/shared/lib/order';
import { Card } from '@/shared/ui/Card';
import { EmptyState, ErrorState, StaleBanner, TableSkeleton } from '@/shared/ui/States';
import { samplesOfOrder } from '../api';
import { LineSamples } from '../components/LineSamples';
import { NewSampleDrawer } from '../components/NewSampleDrawer';
import { type SampleQuestion, SampleQuestions } from '../components/SampleQuestions';

/** The samples of an order, line by line, with the rounds of each type and the next step of the last one. */
export default function SamplesPanel({ orderId, order }: OrderPanelProps) {
  const { data, error, isPending, refetch } = useQuery(samplesOfOrder(orderId));
  const [asking, setAsking] = useState<SampleQuestion | null>(null);
  const [making, setMaking] = useState<{ lineId?: string } | null>(null);
  const retry = () => void refetch();

  if (!data) {
    return (
      <Card flush>
        {isPending ? (
          <TableSkeleton what="the samples" rows={4} />
        ) : (
          <ErrorState title="The samples could not be loaded" error={error} onRetry={retry} />
        )}
      </Card>
    );
  }
  return (
    <>
      {error && (
        <Card flush className="mb-4 overflow-hidden">
          <StaleBanner error={error} onRetry={retry} />
        </Card>
      )}
      {data.length === 0 && (
        <Card flush className="mb-4">
          <EmptyState icon={ScissorsLineDashed} title="No samples yet">
            A lab dip, strike-off, handloom, swatch or PP sample is made for a line. Its rounds, and what the buyer said
            to each, stay here.
          </EmptyState>
        </Card>
      )}
      <div className="flex flex-col gap-4">
        {groupsOf(order, data).map(({ lineId, label, deleted }) => (
          <LineSamples
            key={lineId ?? 'whole'}
            label={label}
            lineId={lineId}
            samples={data}
            onAsk={setAsking}
            onNew={deleted ? undefined : () => setMaking({ lineId: lineId ?? undefined })}
          />
        ))}
      </div>
      {making && <NewSampleDrawer order={order} lineId={making.lineId} onClose={() => setMaking(null)} />}
      <SampleQuestions question={asking} rows={data} onClose={() => setAsking(null)} />
    </>
  );
}

interface Group {
  /** Null for the order as a whole. */
  lineId: string | null;
  label: string;
  /** The line is in the trash; what was made for it is still found here. */
  deleted?: boolean;
}

function groupsOf(order: OrderDto, samples: readonly SampleDto[]): Group[] {
  const lines: Group[] = order.styles.flatMap((style) => style.lines).map(({ id, label }) => ({ lineId: id, label }));
  const known = new Set(lines.map(({ lineId }) => lineId));
  const others = new Set(samples.map(({ orderLineId }) => orderLineId).filter((id) => id !== null && !known.has(id)));
  return [
    ...lines,
    { lineId: null, label: 'The order as a whole' },
    ...[...others].map((lineId) => ({ lineId, label: 'A line that was deleted', deleted: true })),
  ];
}
