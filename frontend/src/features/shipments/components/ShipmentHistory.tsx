import { useQuery } from '@tanstack/react-query';
import { CalendarCheck, type LucideIcon, PackageCheck, Paperclip, Pencil, Truck, Undo2 } from 'lucide-react';
import type { ActivityEntryDto, ShipmentDto } from '@/shared/api/generated';
import type { Tone } from '@/shared/ui/Badge';
import { Card } from '@/shared/ui/Card';
import { ErrorState, Loading, Skeleton } from '@/shared/ui/States';
import { Timeline } from '@/shared/ui/Timeline';
import { shipmentHistory } from '../api';

const looks: Record<string, [LucideIcon, Tone]> = {
  'shipment.created': [CalendarCheck, 'accent'],
  'shipment.departed': [Truck, 'info'],
  'shipment.delivered': [PackageCheck, 'good'],
  'shipment.returned': [Undo2, 'bad'],
  'shipment.file_attached': [Paperclip, 'calm'],
};

export function ShipmentHistory({ shipment }: { shipment: ShipmentDto }) {
  const { data, error, isPending, refetch } = useQuery(shipmentHistory(shipment));
  return (
    <Card title="History">
      {isPending ? (
        <Loading what="the history">
          <div className="flex flex-col gap-4">
            <Skeleton className="h-7" />
            <Skeleton className="h-7" />
          </div>
        </Loading>
      ) : !data ? (
        <ErrorState title="The history could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : data.length === 0 ? (
        <p className="text-sm text-muted">Nothing was recorded yet.</p>
      ) : (
        <Timeline label={`History of ${shipment.awbNumber}`} items={data.map(itemOf)} />
      )}
    </Card>
  );
}

function itemOf({ id, name, actor, sentence, occurredAt }: ActivityEntryDto) {
  const [icon, tone] = looks[name] ?? [Pencil, 'calm'];
  return {
    id,
    icon,
    tone,
    at: occurredAt,
    title: (
      <>
        <span className="font-medium">{actor?.fullName ?? 'The house'}</span> {sentence}
      </>
    ),
  };
}
