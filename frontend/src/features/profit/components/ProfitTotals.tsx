import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ConvertedProfitDto, ProfitTotalDto } from '@/shared/api/generated';
import { formatDay, formatDecimal, plural } from '@/shared/lib/format';
import { Card } from '@/shared/ui/Card';
import { ErrorState } from '@/shared/ui/States';
import { Money } from '@/shared/ui/Values';
import { type Narrowing, profitTotals, profitTotalsIn } from '../api';

interface ProfitTotalsProps {
  narrowing: Narrowing;
  /** Told in this currency as well. */
  into?: string;
  /** Chooses the currency that all is told in, and opens the rates. */
  actions: ReactNode;
}

/** What the whole list comes to: a row a currency, since they never add up; and, where asked, all of it in one. */
export function ProfitTotals({ narrowing, into, actions }: ProfitTotalsProps) {
  const { data: totals, error, refetch } = useQuery(profitTotals(narrowing));
  const { data: told, ...telling } = useQuery({
    ...profitTotalsIn(into ?? '', narrowing),
    enabled: into !== undefined,
  });
  if (error && !totals)
    return <ErrorState title="The totals could not be loaded" error={error} onRetry={() => void refetch()} />;
  return (
    <Card title="Totals" actions={actions} className="mb-5">
      {!totals ? (
        <div aria-hidden className="h-24 animate-pulse rounded-md bg-sunken" />
      ) : totals.length === 0 ? (
        <p className="text-sm text-muted">Nothing to add up.</p>
      ) : (
        <div className="flex flex-col gap-5">
          {totals.map((total) => (
            <Figures key={total.currency} of={total} beside={<Counted of={total} />} />
          ))}
          {into && telling.error && !told && (
            <ErrorState
              title={`The totals could not be told in ${into}`}
              error={telling.error}
              onRetry={() => void telling.refetch()}
            />
          )}
          {into && told && totals.some(({ currency }) => currency !== into) && <Told of={told} />}
        </div>
      )}
    </Card>
  );
}

function Counted({ of: { orders, unpricedLines } }: { of: ProfitTotalDto }) {
  return (
    <>
      {plural(orders, 'order')}
      {unpricedLines > 0 && ` · ${plural(unpricedLines, 'line')} without a price`}
    </>
  );
}

type FourFigures = Pick<
  ProfitTotalDto,
  'currency' | 'value' | 'potentialProfit' | 'realizedValue' | 'realizedProfit' | 'marginPercent'
>;

function Figures({ of, beside }: { of: FourFigures; beside: ReactNode }) {
  const { currency, marginPercent } = of;
  const figures = [
    ['Value', of.value],
    ['Potential profit', of.potentialProfit],
    ['Realized value', of.realizedValue],
    ['Realized profit', of.realizedProfit],
  ] as const;
  return (
    <section aria-label={currency} className="@container">
      <p className="mb-1.5 flex flex-wrap items-baseline gap-x-3 text-[0.8125rem] text-muted">
        <strong className="text-sm font-semibold text-ink">{currency}</strong>
        <span>{beside}</span>
        {marginPercent !== null && <span>{formatDecimal(marginPercent)} % margin</span>}
      </p>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 @2xl:grid-cols-4">
        {figures.map(([label, amount]) => (
          <div key={label} className="min-w-0">
            <dt className="text-[0.8125rem] text-muted">{label}</dt>
            <dd className={amount.startsWith('-') ? 'font-medium text-bad' : 'font-medium'}>
              <Money amount={amount} currency={currency} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A view: nothing that is stored changes by it. */
function Told({ of }: { of: ConvertedProfitDto }) {
  return (
    <div className="border-t border-line pt-4">
      <Figures of={of} beside="all that has a rate, told in this currency" />
      <p className="mt-2 text-[0.8125rem] text-muted">
        {of.rates.map(({ currency, factor, ratedOn, source }) => (
          <span key={currency} className="block">
            1 {currency} = {formatDecimal(factor)} {of.currency}, {source}, {formatDay(ratedOn)}
          </span>
        ))}
        {of.without.length > 0 && (
          <span className="block text-warn">
            Not in it, for want of a rate: {of.without.map(({ currency }) => currency).join(', ')}.
          </span>
        )}
      </p>
    </div>
  );
}
