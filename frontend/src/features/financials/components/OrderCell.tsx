import { Link } from '@tanstack/react-router';
import { cx } from '@/shared/lib/cx';
import { paths } from '@/shared/lib/paths';
import { aboveRowLink } from '@/shared/ui/Table';

interface OrderCellProps {
  paper: { orderId: string; orderNumber: string; customerName: string };
  /** How many orders more it is of. */
  others?: number;
}

/** The order that a PI or an LC is of; the link opens its money. */
export function OrderCell({ paper: { orderId, orderNumber, customerName }, others = 0 }: OrderCellProps) {
  return (
    <span className="block max-w-52 break-words">
      <Link
        to={paths.order(orderId)}
        search={{ tab: 'money' } as never}
        className={cx(aboveRowLink, 'touch-target whitespace-nowrap hover:text-accent-text hover:underline')}
      >
        {orderNumber}
      </Link>
      {others > 0 && <span className="text-muted"> +{others}</span>}
      <span className="block text-[0.8125rem] text-muted">{customerName}</span>
    </span>
  );
}
