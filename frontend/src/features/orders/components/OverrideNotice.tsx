import { useQuery } from '@tanstack/react-query';
import { ShieldAlert } from 'lucide-react';
import type { GateOverrideDto } from '@/shared/api/generated';
import { formatDay } from '@/shared/lib/format';
import { Badge } from '@/shared/ui/Badge';
import { Instant } from '@/shared/ui/Values';
import { gateOverrides } from '../api';

const wentOn: Record<GateOverrideDto['step'], string> = {
  dyeing: 'Dyeing began before the lab dip was approved',
  cutting: 'Cutting began before the PP sample was approved',
  completion: 'Completed with a condition open',
  delivery: 'Delivered with a condition open',
};

/** Where somebody went on although a gate said no: it stays on the order for ever. */
export function OverrideNotices({ orderId }: { orderId: string }) {
  const { data = [] } = useQuery(gateOverrides(orderId));
  if (data.length === 0) return null;
  return (
    <section
      aria-label="Gates that were overridden"
      className="mb-4 rounded-xl bg-warn-tint px-4 py-3 text-sm text-ink"
    >
      <ul className="grid gap-2">
        {data.map(({ id, step, gates, reason, overriddenBy, createdAt }) => (
          <li key={id} className="flex items-start gap-2.5">
            <ShieldAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
            <span className="min-w-0 break-words">
              <span className="font-medium">{wentOn[step]}</span>
              {`: ${[...new Set(gates.map(({ lineLabel }) => lineLabel))].join(', ')}. “${reason}”`}{' '}
              <span className="whitespace-nowrap text-[0.8125rem] text-muted">
                {overriddenBy?.fullName}, <Instant at={createdAt} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The same on the line that it was about. */
export function OverrideBadge({ orderId, lineId }: { orderId: string; lineId: string }) {
  const { data = [] } = useQuery(gateOverrides(orderId));
  const own = data.filter(({ gates }) => gates.some(({ orderLineId }) => orderLineId === lineId));
  const [latest] = own;
  if (!latest) return null;
  return (
    <Badge
      tone="warn"
      icon={ShieldAlert}
      title={`${wentOn[latest.step]}, ${formatDay(latest.createdAt)}: “${latest.reason}”`}
    >
      Overridden
    </Badge>
  );
}
