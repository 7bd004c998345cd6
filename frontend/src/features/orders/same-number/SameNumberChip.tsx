import { useQuery } from '@tanstack/react-query';
import { CopyCheck } from 'lucide-react';
import { useState } from 'react';
import type { OrderDto } from '@/shared/api/generated';
import { plural } from '@/shared/lib/format';
import { Badge } from '@/shared/ui/Badge';
import { Dialog } from '@/shared/ui/Dialog';
import { ordersWithNumber } from '../api';
import { comparedOrder, SideBySide } from '@/shared/orders/SideBySide';

/** On an order whose PO number others carry too: says so, and lays them side by side. */
export function SameNumberChip({ order }: { order: OrderDto }) {
  const [open, setOpen] = useState(false);
  const { data } = useQuery(ordersWithNumber(order.orderNumber));
  const others = (data ?? []).filter(({ id }) => id !== order.id);
  if (others.length === 0) return null;
  const lines = order.styles.flatMap((style) => style.lines).length;
  return (
    <>
      <button type="button" onClick={() => setOpen(true)} className="touch-target rounded-md hover:brightness-95">
        <Badge tone="warn" icon={CopyCheck}>
          Same number on {plural(others.length, 'other order')}
        </Badge>
      </button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        size={others.length > 1 ? 'lg' : 'md'}
        title={`Orders with the number ${order.orderNumber}`}
        description="They are orders of their own: a change of one never touches another."
      >
        <SideBySide
          orders={[
            comparedOrder(order, lines, true),
            ...others.map((other) => comparedOrder(other, other.lines.length)),
          ]}
        />
      </Dialog>
    </>
  );
}
