import type { OrderDto } from '@/shared/api/generated';
import { daysBetween, formatDay } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { PackageCheck } from 'lucide-react';
import { Badge, StatusBadge, UrgencyChip } from '@/shared/ui/Badge';
import { isClosed, typeNames } from '../vocabulary';

/** What it is, where it stands, how near the day is. */
export function OrderBadges({ order }: { order: OrderDto }) {
  const { status, orderType, earliestEtd, actualDeliveryDate } = order;
  return (
    <>
      <StatusBadge status={status} />
      <Badge>{typeNames[orderType]}</Badge>
      {actualDeliveryDate ? (
        <Badge tone="good" icon={PackageCheck}>
          Delivered {formatDay(actualDeliveryDate)}
        </Badge>
      ) : (
        earliestEtd && !isClosed(order) && <UrgencyChip of="ETD" days={daysBetween(today(), earliestEtd)} />
      )}
    </>
  );
}
