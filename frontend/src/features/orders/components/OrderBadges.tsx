import { useState } from 'react';
import type { OrderDto } from '@/shared/api/generated';
import { daysBetween, formatDay, plural } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { History, PackageCheck } from 'lucide-react';
import { Badge, UrgencyChip } from '@/shared/ui/Badge';
import { RevisionsDrawer } from '../revision/RevisionsDrawer';
import { SameNumberChip } from '../same-number/SameNumberChip';
import { isClosed, typeNames } from '../vocabulary';
import { OrderStatusMenu } from './OrderStatusMenu';
import { WhyStatus } from './Why';

/** What it is, where it stands, how near the day is. */
export function OrderBadges({ order }: { order: OrderDto }) {
  const { orderType, earliestEtd, actualDeliveryDate } = order;
  return (
    <>
      <span className="inline-flex items-center">
        <OrderStatusMenu order={order} />
        <WhyStatus order={order} />
      </span>
      <Badge>{typeNames[orderType]}</Badge>
      {actualDeliveryDate ? (
        <Badge tone="good" icon={PackageCheck}>
          Delivered {formatDay(actualDeliveryDate)}
        </Badge>
      ) : (
        earliestEtd && !isClosed(order) && <UrgencyChip of="ETD" days={daysBetween(today(), earliestEtd)} />
      )}
      {order.revisionCount > 0 && <RevisionsChip order={order} />}
      <SameNumberChip order={order} />
    </>
  );
}

/** How often what was agreed has changed, and the way to what and why. */
function RevisionsChip({ order }: { order: OrderDto }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)} className="touch-target rounded-md hover:brightness-95">
        <Badge tone="info" icon={History}>
          {plural(order.revisionCount, 'revision')}
        </Badge>
      </button>
      {open && <RevisionsDrawer order={order} onClose={() => setOpen(false)} />}
    </>
  );
}
