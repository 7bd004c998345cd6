import type { ReactNode } from 'react';
import type { OrderDto } from '@/shared/api/generated';
import { Amounts, Day } from '@/shared/ui/Values';
import { WhyEtd, WhyQuantity, WhyValue } from './Why';
import { GateSummary } from './GateChips';
import { RollUpWhy } from './RollUpWhy';
import { StageSelect } from './StageSelect';

/** The order at a glance: one strip, six answers. */
export function OrderFacts({ order }: { order: OrderDto }) {
  const { quantities, totalValue, potentialProfit, earliestEtd, merchandiser, approvalStatus } = order;
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-xl border border-line bg-line shadow-sm sm:grid-cols-3 xl:grid-cols-6">
      <Fact term="Quantity" why={<WhyQuantity order={order} />}>
        <Amounts of={quantities} />
      </Fact>
      <Fact
        term="Value"
        why={<WhyValue order={order} />}
        hint={potentialProfit.length > 0 && <Margin of={potentialProfit} />}
      >
        <Amounts of={totalValue} />
      </Fact>
      <Fact term="First ETD" why={<WhyEtd order={order} />}>
        <Day day={earliestEtd} />
      </Fact>
      <Fact term="Stage">
        <StageSelect order={order} />
      </Fact>
      <Fact term="Gates" why={<RollUpWhy order={order} />}>
        <GateSummary approvalStatus={approvalStatus} />
      </Fact>
      <Fact term="Merchandiser">{merchandiser?.fullName ?? <span className="text-muted">Nobody yet</span>}</Fact>
    </dl>
  );
}

function Margin({ of }: { of: OrderDto['potentialProfit'] }) {
  return (
    <>
      Margin <Amounts of={of} />
    </>
  );
}

interface FactProps {
  term: string;
  why?: ReactNode;
  hint?: ReactNode;
  children: ReactNode;
}

function Fact({ term, why, hint, children }: FactProps) {
  return (
    <div className="min-w-0 bg-surface px-4 py-3.5 sm:px-5">
      <dt className="flex items-center gap-1 text-[0.8125rem] text-muted">
        {term}
        {why}
      </dt>
      <dd className="mt-1 break-words text-[0.9375rem] font-medium">
        {children}
        {hint && <div className="mt-0.5 flex gap-1 text-[0.8125rem] font-normal text-muted">{hint}</div>}
      </dd>
    </div>
  );
}
