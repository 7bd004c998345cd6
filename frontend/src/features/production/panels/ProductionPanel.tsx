import { useQuery } from '@tanstack/react-query';
import { Factory, Plus } from 'lucide-react';
import { useState } from 'react';
import { useCan } from '@/shared/lib/can';
import { useKeys } from '@/shared/lib/keys';
import type { OrderPanelProps } from '@/shared/lib/order';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { EmptyState, ErrorState, StaleBanner, TableSkeleton } from '@/shared/ui/States';
import { daysOfOrder } from '../api';
import { DayDrawer } from '../components/DayDrawer';
import { DaysTable } from '../components/DaysTable';
import { LinesCard } from '../components/LinesCard';
import { Progress } from '../components/Progress';

/** How far an order's fabric is, and the days that brought it there. */
export default function ProductionPanel({ orderId, order }: OrderPanelProps) {
  const mayWrite = useCan()('production.write');
  const [entering, setEntering] = useState(false);
  const { data, error, isPending, refetch } = useQuery(daysOfOrder(orderId));
  const retry = () => void refetch();
  useKeys(mayWrite ? { e: () => setEntering(true) } : {});
  const rows = data?.results ?? [];
  const enter = mayWrite && (
    <Button icon={Plus} onClick={() => setEntering(true)}>
      Enter output
    </Button>
  );

  return (
    <div className="flex flex-col gap-5">
      <Progress orderId={orderId} />
      <LinesCard orderId={orderId} />
      <Card flush title="Daily output" actions={rows.length > 0 && enter}>
        {error && data && <StaleBanner error={error} onRetry={retry} />}
        {isPending ? (
          <TableSkeleton what="the daily output" rows={4} />
        ) : !data ? (
          <ErrorState title="The daily output could not be loaded" error={error} onRetry={retry} />
        ) : rows.length === 0 ? (
          <EmptyState icon={Factory} title="No output yet" actions={enter}>
            Enter each evening what was knitted, dyed and finished: the bars above follow.
          </EmptyState>
        ) : (
          <DaysTable caption={`Daily output of ${order.orderNumber}`} rows={rows} />
        )}
      </Card>
      {entering && <DayDrawer order={order} onClose={() => setEntering(false)} />}
    </div>
  );
}
