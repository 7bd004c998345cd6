import { Link } from '@tanstack/react-router';
import { CircleCheckBig } from 'lucide-react';
import type { ImportedOrderDto } from '@/shared/api/generated';
import { plural } from '@/shared/lib/format';
import { paths } from '@/shared/lib/paths';

/** The orders that a committed workbook became. */
export function Became({ orders }: { orders: readonly ImportedOrderDto[] }) {
  return (
    <section aria-label="Orders created" className="flex gap-3 rounded-xl bg-good-tint px-4 py-3 text-sm text-good">
      <CircleCheckBig aria-hidden className="mt-0.5 size-4 shrink-0" />
      <ul className="flex max-h-48 flex-1 flex-wrap gap-x-6 gap-y-1.5 overflow-y-auto">
        {orders.map(({ id, orderNumber, lines }) => (
          <li key={id}>
            <Link to={paths.order(id)} className="touch-target font-semibold underline underline-offset-2">
              Order {orderNumber}
            </Link>{' '}
            with {plural(lines, 'line')}
          </li>
        ))}
      </ul>
    </section>
  );
}
