import { useQuery } from '@tanstack/react-query';
import { PackageCheck, Plus } from 'lucide-react';
import { useState } from 'react';
import type { OrderDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { useKeys } from '@/shared/lib/keys';
import type { OrderPanelProps } from '@/shared/lib/order';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { EmptyState, ErrorState, StaleBanner, TableSkeleton } from '@/shared/ui/States';
import { Amounts } from '@/shared/ui/Values';
import { deliveriesOf } from '../api';
import { DeliveriesTable } from '../components/DeliveriesTable';
import { LineProgress } from '../components/LineProgress';
import { RecordDrawer } from '../components/RecordDrawer';
import { linesOf } from '../vocabulary';

/** What mills delivered of an order: how far each line is within its tolerance, and every delivery. */
export default function DeliveriesPanel({ orderId, order }: OrderPanelProps) {
  const lines = linesOf(order);
  const mayWrite = useCan()('supplier_delivery.write') && lines.length > 0;
  const [recording, setRecording] = useState(false);
  const { data, error, isPending, refetch } = useQuery(deliveriesOf(orderId));
  const retry = () => void refetch();
  useKeys(mayWrite ? { e: () => setRecording(true) } : {});
  const rows = data?.results ?? [];
  const record = mayWrite && (
    <Button icon={Plus} onClick={() => setRecording(true)}>
      Record delivery
    </Button>
  );

  return (
    <div className="flex flex-col gap-5">
      {lines.length > 0 && (
        <Card title="Delivered of ordered">
          <Totals order={order} />
          <ul className="divide-y divide-line">
            {lines.map((line) => (
              <LineProgress key={line.id} line={line} />
            ))}
          </ul>
        </Card>
      )}
      <Card flush title="Deliveries" actions={rows.length > 0 && record}>
        {error && data && <StaleBanner error={error} onRetry={retry} />}
        {isPending ? (
          <TableSkeleton what="the deliveries" rows={4} />
        ) : !data ? (
          <ErrorState title="The deliveries could not be loaded" error={error} onRetry={retry} />
        ) : rows.length === 0 ? (
          <EmptyState icon={PackageCheck} title="Nothing came yet" actions={record}>
            {lines.length > 0
              ? 'Record what the mill’s challan says, for all its lines in one go: short and over are told by the tolerance.'
              : 'Give the order a style with lines first: what comes is counted line by line.'}
          </EmptyState>
        ) : (
          <DeliveriesTable order={order} rows={rows} />
        )}
      </Card>
      {recording && <RecordDrawer order={order} onClose={() => setRecording(false)} />}
    </div>
  );
}

/** Of the order, unit by unit: units do not add. */
function Totals({ order }: { order: OrderDto }) {
  const facts = [
    ['Ordered', order.quantities],
    ['Delivered', order.totalDeliveredQuantity],
    ['Short or over', order.shortageExcessQuantity],
    ['Value of what came', order.realizedValue],
  ] as const;
  return (
    <dl className="mb-3 grid grid-cols-2 gap-x-6 gap-y-3 rounded-lg bg-canvas p-4 sm:grid-cols-4">
      {facts.map(([term, amounts]) => (
        <div key={term} className="min-w-0">
          <dt className="text-[0.8125rem] text-muted">{term}</dt>
          <dd className="mt-0.5 text-sm font-medium">
            <Amounts of={amounts} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
