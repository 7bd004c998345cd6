import { useQuery } from '@tanstack/react-query';
import { CopyCheck } from 'lucide-react';
import { useState } from 'react';
import { cx } from '@/shared/lib/cx';
import { plural } from '@/shared/lib/format';
import { useSettled } from '@/shared/lib/settled';
import { Button } from '@/shared/ui/Button';
import { ordersWithNumber } from '../api';
import { comparedOrder, SideBySide } from '@/shared/orders/SideBySide';

interface SameNumberNoticeProps {
  orderNumber: string;
  /** The order at hand, where it is one already. */
  except?: string;
  className?: string;
}

/** While a PO number is typed: the orders that carry it already. It never holds anybody up. */
export function SameNumberNotice({ orderNumber, except, className }: SameNumberNoticeProps) {
  const settled = useSettled(orderNumber.trim(), 350);
  const [carriedOn, setCarriedOn] = useState('');
  const { data } = useQuery(ordersWithNumber(settled));
  const others = (data ?? []).filter(({ id }) => id !== except);
  if (!settled || others.length === 0 || carriedOn === settled) return null;
  return (
    <section
      role="status"
      aria-label="This PO number is on another order"
      className={cx('rounded-xl border border-warn/40 bg-warn-tint p-4', className)}
    >
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <p className="flex items-center gap-2 font-semibold text-warn">
            <CopyCheck aria-hidden className="size-4.5 shrink-0" />
            {settled} is on {plural(others.length, 'order')} already
          </p>
          <p className="mt-1 text-sm">Is it the same? This one is saved as an order of its own; nothing is merged.</p>
        </div>
        <Button size="sm" onClick={() => setCarriedOn(settled)}>
          Carry on
        </Button>
      </div>
      <div className="mt-3">
        <SideBySide orders={others.map((order) => comparedOrder(order, order.lines.length))} />
      </div>
    </section>
  );
}
