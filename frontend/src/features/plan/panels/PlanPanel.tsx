import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LineDto, MilestoneDto, OrderDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import type { OrderPanelProps } from '@/shared/lib/order';
import { Card } from '@/shared/ui/Card';
import { ErrorState, StaleBanner, TableSkeleton } from '@/shared/ui/States';
import { forecastsOfOrder, planOfOrder } from '../api';
import { LayPlanDialog } from '../components/LayPlanDialog';
import { LinePlan } from '../components/LinePlan';
import { NewStepDialog, StepDialog } from '../components/StepDialog';
import type { StepKey } from '../vocabulary';

type Asking = { line: LineDto } & ({ stepId: string } | { add: StepKey } | { lay: true });

/** The time and action of every line of an order: what was planned, what happened, what is late. */
export default function PlanPanel({ orderId, order }: OrderPanelProps) {
  const { data, error, isPending, refetch } = useQuery(planOfOrder(orderId));
  const { data: forecasts } = useQuery(forecastsOfOrder(orderId));
  const [asking, setAsking] = useState<Asking | null>(null);
  const mayWrite = useCan()('milestone.write');
  const retry = () => void refetch();
  const close = () => setAsking(null);

  if (!data) {
    return (
      <Card flush>
        {isPending ? (
          <TableSkeleton what="the plan" rows={4} />
        ) : (
          <ErrorState title="The plan could not be loaded" error={error} onRetry={retry} />
        )}
      </Card>
    );
  }
  const open = asking && 'stepId' in asking ? data.find(({ id }) => id === asking.stepId) : undefined;
  return (
    <>
      {error && (
        <Card flush className="mb-4 overflow-hidden">
          <StaleBanner error={error} onRetry={retry} />
        </Card>
      )}
      <div className="flex flex-col gap-4">
        {order.styles
          .flatMap((style) => style.lines)
          .map((line) => (
            <LinePlan
              key={line.id}
              line={line}
              steps={stepsOf(line, data)}
              closed={isClosed(order, line)}
              forecast={forecasts?.find(({ orderLineId }) => orderLineId === line.id)}
              onOpen={(step) => mayWrite && setAsking({ line, stepId: step.id })}
              onAdd={(add) => setAsking({ line, add })}
              onLay={() => setAsking({ line, lay: true })}
            />
          ))}
      </div>
      {asking && open && <StepDialog key={open.id} step={open} lineLabel={asking.line.label} onClose={close} />}
      {asking && 'lay' in asking && (
        <LayPlanDialog line={asking.line} again={stepsOf(asking.line, data).length > 0} onClose={close} />
      )}
      {asking && 'add' in asking && (
        <NewStepDialog lineId={asking.line.id} step={asking.add} lineLabel={asking.line.label} onClose={close} />
      )}
    </>
  );
}

function stepsOf({ id }: LineDto, all: readonly MilestoneDto[]): MilestoneDto[] {
  return all.filter(({ orderLineId }) => orderLineId === id).sort((a, b) => a.position - b.position);
}

function isClosed(order: OrderDto, line: LineDto): boolean {
  return Boolean(order.actualDeliveryDate) || line.status === 'completed' || line.status === 'archived';
}
