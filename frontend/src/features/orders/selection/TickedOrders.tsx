import { UserRoundPen, X } from 'lucide-react';
import { useState } from 'react';
import type { OrderListItemDto } from '@/shared/api/generated';
import { plural } from '@/shared/lib/format';
import { Button } from '@/shared/ui/Button';
import { IconButton } from '@/shared/ui/IconButton';
import { useOrderNews } from '../api';
import { HandOverDialog } from '../components/HandOverDialog';
import type { Selection } from './use-selection';

/** What can be done with the orders that are ticked, at the foot of the list as long as there are any. */
export function TickedOrders({ orders, selection }: { orders: readonly OrderListItemDto[]; selection: Selection }) {
  const [handing, setHanding] = useState(false);
  const news = useOrderNews();
  const ticked = orders.filter(({ id }) => selection.has(id));
  if (ticked.length === 0) return null;
  const handedOver = () => {
    selection.clear();
    for (const { id } of ticked) news.gone(id);
  };
  return (
    <section
      aria-label="Ticked orders"
      className="sticky bottom-0 z-10 flex flex-wrap items-center gap-2 rounded-b-xl border-t border-line bg-surface/95 px-4 py-3 backdrop-blur-md max-md:bottom-15"
    >
      <p role="status" className="me-auto text-sm font-medium">
        {plural(ticked.length, 'order')} ticked
      </p>
      <IconButton icon={X} label="Untick all" onClick={selection.clear} />
      <Button icon={UserRoundPen} onClick={() => setHanding(true)}>
        Hand over…
      </Button>
      {handing && <HandOverDialog orders={ticked} onClose={() => setHanding(false)} onDone={handedOver} />}
    </section>
  );
}
