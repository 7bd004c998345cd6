import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ProformaInvoiceDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { paths } from '@/shared/lib/paths';
import { StatusBadge } from '@/shared/ui/Badge';
import { Card } from '@/shared/ui/Card';
import { Day, Money } from '@/shared/ui/Values';
import { invoicesOfOrder } from '../api';

/** The PIs of the same order, the latest first. Nothing where this is the only one. */
export function InvoiceVersions({ invoice }: { invoice: ProformaInvoiceDto }) {
  const { data = [] } = useQuery(invoicesOfOrder(invoice.orderId));
  if (data.length < 2) return null;
  const versions = data.toSorted((a, b) => b.version - a.version);
  return (
    <Card title={`PIs of ${invoice.orderNumber}`} flush>
      <ol className="mt-2 divide-y divide-line border-t border-line">
        {versions.map(({ id, piNumber, version, status, amount, currency, issueDate, replacesNumber }) => (
          <li key={id}>
            <Link
              to={paths.proformaInvoice(id)}
              aria-current={id === invoice.id ? 'page' : undefined}
              className={cx(
                'flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 text-sm hover:bg-hover sm:px-5',
                id === invoice.id && 'bg-accent-tint',
              )}
            >
              <span className="min-w-0 flex-1">
                <span className="font-medium">{piNumber}</span>
                <span className="block text-[0.8125rem] text-muted">
                  Version {version}
                  {replacesNumber && `, for ${replacesNumber}`}, <Day day={issueDate} />
                </span>
              </span>
              <Money amount={amount} currency={currency} />
              <StatusBadge status={status} />
            </Link>
          </li>
        ))}
      </ol>
    </Card>
  );
}
