import { Link } from '@tanstack/react-router';
import { paths } from '@/shared/lib/paths';

interface OfOrderProps {
  paper: { orderId: string; orderNumber: string; customerName: string };
}

/** Under a title: whose PI or LC it is, with the way to the order's money. */
export function OfOrder({ paper: { orderId, orderNumber, customerName } }: OfOrderProps) {
  return (
    <>
      <span className="font-medium text-ink">{customerName}</span> ·{' '}
      <Link
        to={paths.order(orderId)}
        search={{ tab: 'money' } as never}
        className="text-accent-text underline underline-offset-2"
      >
        {orderNumber}
      </Link>
    </>
  );
}
