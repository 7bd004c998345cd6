import type { ListedLineDto, OrderListItemDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';

/** What came of an order, in percent of what was ordered; null where nothing came, or units cannot be compared. */
export function deliveredOfOrder({ quantity, unit, totalDeliveredQuantity }: OrderListItemDto): number | null {
  const [came, ...more] = totalDeliveredQuantity;
  if (!came || more.length > 0 || quantity === null || came.unit !== unit) return null;
  return (Number(came.quantity) / Number(quantity)) * 100;
}

export const deliveredOfLine = ({ delivery: { deliveries, percent } }: ListedLineDto): number | null =>
  deliveries > 0 && percent !== null ? Number(percent) : null;

/** How much of it came: a bar with its figure; full only when all of it is here. Nothing before the first delivery. */
export function DeliveredBar({ percent }: { percent: number | null }) {
  if (!percent) return null;
  const whole = percent >= 100;
  return (
    <span className="flex items-center justify-end gap-1.5 text-xs text-muted">
      <span aria-hidden className="h-1 w-12 overflow-hidden rounded-full bg-sunken">
        <span
          className={cx('block h-full rounded-full', whole ? 'bg-good' : 'bg-accent')}
          style={{ inlineSize: `${Math.min(100, percent)}%` }}
        />
      </span>
      <span className="min-w-17 whitespace-nowrap text-end tabular-nums">
        {Math.max(1, Math.floor(percent))} % came
      </span>
    </span>
  );
}
