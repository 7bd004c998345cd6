import { useQuery } from '@tanstack/react-query';
import { plural } from '@/shared/lib/format';
import { Card } from '@/shared/ui/Card';
import { ErrorState } from '@/shared/ui/States';
import { Money } from '@/shared/ui/Values';
import { invoiceTotals, type InvoicesQuery } from '../api';

/** What the whole list comes to, a currency each: they never add up. */
export function InvoiceTotals({ of }: { of: InvoicesQuery }) {
  const { data: totals, error, refetch } = useQuery(invoiceTotals(of));
  if (error && !totals)
    return <ErrorState title="The totals could not be loaded" error={error} onRetry={() => void refetch()} />;
  return (
    <Card title="Totals" className="mb-5">
      {!totals ? (
        <div aria-hidden className="h-11 animate-pulse rounded-md bg-sunken" />
      ) : totals.length === 0 ? (
        <p className="text-sm text-muted">Nothing to add up.</p>
      ) : (
        <dl className="flex flex-wrap gap-x-10 gap-y-3">
          {totals.map(({ currency, amount, invoices, cancelled }) => (
            <div key={currency} className="min-w-0">
              <dt className="text-[0.8125rem] text-muted">
                {plural(invoices, 'invoice')}
                {cancelled > 0 && `, ${cancelled} cancelled`}
              </dt>
              <dd className="font-medium">
                <Money amount={amount} currency={currency} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}
