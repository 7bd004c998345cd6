import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MoneyDto } from '@/shared/api/generated';
import { paths } from '@/shared/lib/paths';
import { StatusBadge } from '@/shared/ui/Badge';
import { Skeleton } from '@/shared/ui/States';
import { Amounts } from '@/shared/ui/Values';
import { financialSummary } from '../api';
import { creditHints, invoiceHints } from '../vocabulary';

interface Total {
  status: string;
  count: number;
  totals: MoneyDto[];
}

/** What stands in each status, per currency; each opens its rows. Left out when it cannot be had: the list says why. */
export function StatusTotals({ of }: { of: 'pis' | 'lcs' }) {
  const { data, isError } = useQuery(financialSummary);
  const hints: Record<string, string> = of === 'pis' ? invoiceHints : creditHints;
  const totals: Total[] = (of === 'pis' ? data?.proformaInvoices : data?.lettersOfCredit) ?? [];
  if (isError) return null;
  return (
    <ul
      aria-label={of === 'pis' ? 'PIs by status' : 'LCs by status'}
      className="mb-4 grid grid-cols-2 gap-px overflow-hidden rounded-xl border border-line bg-line shadow-sm lg:grid-cols-4"
    >
      {Object.keys(hints).map((status) => {
        const total = totals.find((each) => each.status === status);
        return (
          <li key={status} className="min-w-0 bg-surface">
            <Link
              to={paths.money}
              search={{ tab: of === 'pis' ? undefined : of, status } as never}
              className="flex h-full min-h-27 flex-col gap-1.5 px-4 py-3.5 hover:bg-hover focus-visible:-outline-offset-2 sm:px-5"
            >
              <StatusBadge status={status} />
              {total ? (
                <>
                  <span className="text-xl font-semibold tabular-nums">{total.count}</span>
                  <span className="text-[0.8125rem]">
                    {total.count > 0 ? <Amounts of={total.totals} /> : <span className="text-muted">none</span>}
                  </span>
                </>
              ) : (
                <Skeleton className="mt-1 h-9 w-24" />
              )}
              <span className="sr-only">{hints[status]}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
