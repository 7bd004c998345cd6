import { Link } from '@tanstack/react-router';
import { Eye } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { OrderListItemDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { plural } from '@/shared/lib/format';
import { paths } from '@/shared/lib/paths';
import { aboveRowLink, rowLink } from '@/shared/ui/Table';

interface OrderNameProps {
  order: OrderListItemDto;
  withMerchandiser: boolean;
  onKeyDown: (event: KeyboardEvent) => void;
  onPeek: () => void;
}

/** An order in the list: its number leads to it, the eye beside it shows it here. */
export function OrderName({ order, withMerchandiser, onKeyDown, onPeek }: OrderNameProps) {
  const { buyerName, customerName, lines, merchandiser, orderNumber, orderType } = order;
  const buyer = buyerName && buyerName !== customerName ? `${buyerName} · ${customerName}` : customerName;
  const last = [
    lines.length > 0 && plural(lines.length, 'line'),
    orderType === 'local' && 'Local',
    withMerchandiser && (merchandiser?.fullName ?? 'Nobody’s'),
  ];
  return (
    <span className="min-w-0">
      <span className="flex items-center gap-1">
        <Link
          to={paths.order(order.id)}
          className={cx(rowLink, 'whitespace-nowrap')}
          data-row-link
          onKeyDown={onKeyDown}
        >
          {orderNumber}
        </Link>
        <PeekButton orderNumber={orderNumber} onPeek={onPeek} />
      </span>
      <span className="block max-w-48 @2xl:min-w-36 break-words text-[0.8125rem]">{buyer}</span>
      <span className="block max-w-48 text-[0.8125rem] text-muted">{last.filter(Boolean).join(' · ')}</span>
    </span>
  );
}

/** What Space does, for a pointer; seen on the row that it or the focus is on, and always where there is only touch. */
function PeekButton({ orderNumber, onPeek }: { orderNumber: string; onPeek: () => void }) {
  return (
    <button
      type="button"
      aria-label={`Look at ${orderNumber} beside the list`}
      onClick={onPeek}
      className={cx(
        aboveRowLink,
        'touch-target -my-1 grid size-6 shrink-0 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink',
        'opacity-0 focus-visible:opacity-100 in-[tr:hover]:opacity-100 in-[tr:focus-within]:opacity-100 pointer-coarse:opacity-100',
      )}
    >
      <Eye aria-hidden className="size-4" />
    </button>
  );
}
