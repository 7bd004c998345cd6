import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { FinancialSummaryDto, MoneyDto, OrderDto } from '@/shared/api/generated';
import { plural } from '@/shared/lib/format';
import { Skeleton } from '@/shared/ui/States';
import { Amounts } from '@/shared/ui/Values';
import { orderSummary } from '../api';

/** Value, PIs and LCs of an order side by side; nothing is added across currencies. Without the sums, the value stands. */
export function OrderMoney({ order }: { order: OrderDto }) {
  const { data, isError } = useQuery(orderSummary(order.id));
  const { totalValue, potentialProfit } = order;
  const sums = data ? sumsOf(data) : null;
  const wait = isError ? '–' : <Skeleton className="h-5 w-28" />;
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-xl border border-line bg-line shadow-sm lg:grid-cols-4">
      <Sum term="Order value" hint="Quantity × our price">
        <Amounts of={totalValue} />
      </Sum>
      <Sum term="Margin expected" hint="Against the mill’s price">
        <Amounts of={potentialProfit} />
      </Sum>
      <Sum term="PIs confirmed" hint={sums?.waiting}>
        {sums ? <AmountsOrNone of={sums.confirmed} /> : wait}
      </Sum>
      <Sum term="LC cover" hint={sums?.expected ?? (sums && 'Issued and confirmed')}>
        {sums ? <AmountsOrNone of={sums.covered} /> : wait}
      </Sum>
    </dl>
  );
}

function sumsOf({ proformaInvoices, lettersOfCredit, covered }: FinancialSummaryDto) {
  const sent = proformaInvoices.find(({ status }) => status === 'sent')?.count ?? 0;
  const pending = lettersOfCredit.find(({ status }) => status === 'pending')?.count ?? 0;
  return {
    covered,
    confirmed: proformaInvoices.find(({ status }) => status === 'confirmed')?.totals ?? [],
    waiting: sent > 0 ? `${plural(sent, 'PI')} sent, to be confirmed` : null,
    expected: pending > 0 ? `${plural(pending, 'LC')} pending, not counted` : null,
  };
}

function AmountsOrNone({ of }: { of: readonly MoneyDto[] }) {
  return of.length > 0 ? <Amounts of={of} /> : <span className="font-normal text-muted">none</span>;
}

function Sum({ term, hint, children }: { term: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <div className="min-w-0 bg-surface px-4 py-3.5 sm:px-5">
      <dt className="text-[0.8125rem] text-muted">{term}</dt>
      <dd className="mt-1 break-words text-[0.9375rem] font-medium">
        {children}
        {hint && <div className="mt-0.5 text-[0.8125rem] font-normal text-muted">{hint}</div>}
      </dd>
    </div>
  );
}
